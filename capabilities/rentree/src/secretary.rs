//! The secretary: compares a list with what is known, writes it once it is confirmed, takes it back; school by school, outside of
//! any page. Schools are compared outside of the writer, which is held for as long as one is written.
mod order;
mod schools;

use crate::{
    State, Turn, TurnId,
    store::{self, put_faults},
};
use access::Unit;
use db::Tx;
use directory::people_import::{self, Asked, Compared, Fault, Kind, Plan, Rows, Stopped};
use jobs::{Errand, errand};
use kernel::{Moment, UnitId, causes};
use order::Order;
use schools::Schools;
use std::sync::Arc;
use web::House;

/// Who does it.
pub struct Secretary {
    house: Arc<House>,
}

/// How it ended.
pub type Outcome = Result<State, String>;

/// Each school is written in one transaction with the mark that it is done: cut anywhere, it goes on where it was.
impl Errand for Secretary {
    type Thing = Turn;
    type Outcome = Outcome;

    fn is_due(tx: &mut Tx<'_>, now: Moment) -> db::Result<bool> {
        store::is_due(tx, now)
    }

    fn take(tx: &mut Tx<'_>, now: Moment) -> db::Result<Vec<Turn>> {
        store::take(tx, now)
    }

    async fn act(&self, turn: &Turn, now: Moment) -> Outcome {
        let done = match turn.state {
            // Its file went, with somebody who is forgotten: it is sent again.
            State::Reading | State::Applying if turn.file.is_empty() => Ok(State::Faulty),
            State::Reading => self.compare(turn, now).await,
            State::Applying => self.apply(turn, now).await,
            _ => self.take_back(turn, now).await,
        };
        if let Err(why) = &done {
            tracing::error!(turn = %turn.id, why, "a list could not be worked on; it is taken up again");
        }
        done
    }

    fn settle(tx: &mut Tx<'_>, turn: &Turn, outcome: &Outcome, _: Moment) -> db::Result<()> {
        match outcome {
            Ok(state) => store::settle(tx, turn.id, turn.state, *state),
            // Its lease ends in some minutes.
            Err(_) => Ok(()),
        }
    }
}

/// One pass: works on what waits, and says how much that was.
pub async fn run_once(house: &Arc<House>) -> db::Result<usize> {
    errand::run(&Secretary { house: Arc::clone(house) }, &house.db, &*house.clock).await
}

/// Works for as long as the process lives.
pub async fn run_forever(house: Arc<House>) {
    let secretary = Secretary { house: Arc::clone(&house) };
    errand::run_forever(&secretary, &house.db, &*house.clock).await;
}

/// This slice's own account of a turn: that it names somebody is no use of them.
const TABLES: &[&str] = &["rentree_turn", "rentree_school", "rentree_line", "rentree_stay"];

/// What became of one school.
enum Done {
    /// It is written, or was.
    Written,
    /// It waits to be looked at.
    Waits,
    /// Something in it cannot be.
    Refused(Vec<Fault>),
}

/// A school whose rows meet what somebody writes at the same time is compared again, so many times.
const TRIES: usize = 5;

impl Secretary {
    /// Compares each school with what is known of it, and keeps what would be done; or what is wrong, all of it.
    async fn compare(&self, turn: &Turn, now: Moment) -> Outcome {
        let (mut faults, mut wrong, mut right) = (vec![], 0, 0);
        let mut schools = match Schools::of(&self.house, turn, now).await? {
            Ok(schools) => schools,
            Err(found) => {
                faults = found;
                Schools::none()
            }
        };
        let (id, unit, total) = (turn.id, turn.unit.id, schools.len());
        let begun = self.house.db.write(move |tx| {
            store::forget_schools(tx, id)?;
            store::progress(tx, id, 0, total, now)
        });
        begun.await.map_err(|error: db::Error| causes(&error))?;
        for at in 0..total {
            let Some((school, rows)) = schools.take(&self.house, at).await? else { continue };
            let of = school.id;
            match self.compared(turn, &school, &Arc::new(rows), now).await {
                Ok(compared) => {
                    right += 1;
                    self.keep(id, of, compared.plan, (at + 1, total), now).await?;
                }
                Err(Stopped::Db(error)) => return Err(causes(&error)),
                // Of lots the other schools go on.
                Err(Stopped::Refused(found)) if schools.are_apart() => {
                    wrong += 1;
                    self.keep_faults(id, of, found).await?;
                }
                Err(Stopped::Refused(found)) => faults.extend(found),
            }
        }
        if !faults.is_empty() {
            faults.sort_by_key(|fault| fault.line);
            let kept = self.house.db.write(move |tx| {
                store::forget_school(tx, id, unit)?;
                put_faults(tx, id, unit, &faults)
            });
            kept.await.map_err(|error: db::Error| causes(&error))?;
            return Ok(State::Faulty);
        }
        Ok(if wrong > 0 && right == 0 { State::Faulty } else { State::Ready })
    }

    /// What the rows of a school would do to it.
    async fn compared(&self, turn: &Turn, school: &Unit, rows: &Arc<Rows>, now: Moment) -> Result<Compared, Stopped> {
        let (turn, school, rows, chance) =
            (turn.clone(), school.clone(), Arc::clone(rows), Arc::clone(&self.house.chance));
        let compared = self.house.db.read_long(move |tx| {
            let order = Order::load(tx, &turn, &[school.id], now)?;
            order.with(&*chance, now, |asked| Compared::of(tx, &rows, &school, asked))
        });
        compared.await
    }

    async fn keep(
        &self,
        turn: TurnId,
        school: UnitId,
        plan: Plan,
        (done, total): (usize, usize),
        now: Moment,
    ) -> Result<(), String> {
        let kept = self.house.db.write(move |tx| {
            store::put_school(tx, turn, school, &plan)?;
            store::progress(tx, turn, done, total, now)
        });
        kept.await.map_err(|error: db::Error| causes(&error))
    }

    async fn keep_faults(&self, turn: TurnId, school: UnitId, faults: Vec<Fault>) -> Result<(), String> {
        let kept = self.house.db.write(move |tx| store::put_refused(tx, turn, school, &faults));
        kept.await.map_err(|error: db::Error| causes(&error))
    }

    /// Writes each school that was shown as it was shown. One that would be another by now is shown again, and waits.
    async fn apply(&self, turn: &Turn, now: Moment) -> Outcome {
        let mut schools =
            Schools::of(&self.house, turn, now).await?.map_err(|_| "a school of the file is not known any more")?;
        let (total, mut all) = (schools.len(), true);
        for at in 0..total {
            let Some((school, rows)) = schools.take(&self.house, at).await? else { continue };
            match self.apply_one(turn, &school, &Arc::new(rows), (at + 1, total), now).await? {
                Done::Written => {}
                Done::Waits => all = false,
                Done::Refused(found) if schools.are_apart() => self.keep_faults(turn.id, school.id, found).await?,
                // What was right is wrong by now: it is compared again, and told.
                Done::Refused(_) => return Ok(State::Reading),
            }
        }
        self.found().await?;
        Ok(if all { State::Done } else { State::Ready })
    }

    async fn apply_one(
        &self,
        turn: &Turn,
        school: &Unit,
        rows: &Arc<Rows>,
        done: (usize, usize),
        now: Moment,
    ) -> Result<Done, String> {
        let (id, of) = (turn.id, school.id);
        for _ in 0..TRIES {
            let at = self.house.db.read(move |tx| store::school(tx, id, of)).await;
            let state = at.map_err(|error: db::Error| causes(&error))?.map(|at| at.state);
            if state == Some(State::Done) {
                return Ok(Done::Written);
            }
            let compared = match self.compared(turn, school, rows, now).await {
                Ok(compared) => Arc::new(compared),
                Err(Stopped::Refused(found)) => return Ok(Done::Refused(found)),
                Err(Stopped::Db(error)) => return Err(causes(&error)),
            };
            let shown = {
                let compared = Arc::clone(&compared);
                self.house.db.read_long(move |tx| store::is_shown(tx, id, of, &compared.plan)).await
            };
            let shown = shown.map_err(|error: db::Error| causes(&error))?;
            if !shown || (!turn.confirmed && needs_a_look(&compared.plan)) {
                if !shown {
                    self.keep(id, of, compared.plan.clone(), done, now).await?;
                }
                return Ok(Done::Waits);
            }
            // Who comes is named by their id from now on.
            if compared.plan.adds() {
                self.keep(id, of, compared.plan.clone(), done, now).await?;
            }
            let (turn, school, rows, chance) =
                (turn.clone(), school.clone(), Arc::clone(rows), Arc::clone(&self.house.chance));
            let written = self.house.db.write(move |tx| {
                let order = Order::load(tx, &turn, &[school.id], now)?;
                let written =
                    order.with(&*chance, now, |asked| write(tx, &turn, &school, (&rows, &compared), asked))?;
                store::progress(tx, turn.id, done.0, done.1, now)?;
                Ok(written)
            });
            if written.await.map_err(|error: db::Error| causes(&error))? {
                return Ok(Done::Written);
            }
        }
        Err("what is known of a school changes again and again".to_owned())
    }

    /// Takes back each school that was written.
    async fn take_back(&self, turn: &Turn, now: Moment) -> Outcome {
        let id = turn.id;
        let schools = self.house.db.read_long(move |tx| store::schools(tx, id, web::Pager::whole())).await;
        let schools: Vec<crate::At> = schools.map_err(|error: db::Error| causes(&error))?.iter().cloned().collect();
        let total = schools.len();
        for (done, at) in schools.into_iter().enumerate().rev() {
            let by = turn.by;
            let taken = self.house.db.write_alone(move |tx| {
                if let Some(deed) = at.deed.filter(|_| at.state == State::Done) {
                    let undone = undo::undo(tx, deed, (Some(by), now), TABLES)?;
                    store::put_kept(tx, id, at.school.id, &undone.kept)?;
                }
                store::set_deed(tx, id, at.school.id, State::Undone, None)?;
                store::progress(tx, id, total - done, total, now)
            });
            taken.await.map_err(|error: db::Error| causes(&error))?;
        }
        self.found().await?;
        Ok(State::Undone)
    }

    /// The index of people is made anew.
    async fn found(&self) -> Result<(), String> {
        let house = Arc::clone(&self.house);
        let queued = self.house.db.write(move |tx| {
            let now = house.clock.now();
            ["pupil", "adult", "group"]
                .iter()
                .try_for_each(|kind| jobs::queue(tx, &*house.chance, now, search::JOB, kind, kind, now))
        });
        queued.await.map_err(|error: db::Error| causes(&error))
    }
}

/// Whether a school is never written before somebody has looked at it: so many leave, or something is doubtful.
fn needs_a_look(plan: &Plan) -> bool {
    plan.count(Kind::Check) > 0 || people_import::empties(count(plan.leaving), count(plan.listed))
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Writes one school in the caller's transaction, if all is as it was when it was compared; says whether it is.
fn write(
    tx: &mut Tx<'_>,
    turn: &Turn,
    school: &Unit,
    (rows, compared): (&Rows, &Compared),
    asked: &Asked<'_>,
) -> db::Result<bool> {
    if !compared.holds(tx, rows, asked)? {
        return Ok(false);
    }
    let deed = people_import::write(tx, &compared.plan, school, asked)?;
    store::set_deed(tx, turn.id, school.id, State::Done, deed)?;
    let on = (school.id, Some(school.id));
    access::audit::record_at(tx, asked.chance, asked.now, turn.by, "rentree/applied", on, "")?;
    Ok(true)
}
