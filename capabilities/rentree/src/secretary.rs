//! The secretary: compares a list with what is known, writes it once it is confirmed, takes it back; school by school, outside of
//! any page.
use crate::{
    State, Turn,
    store::{self, forget_school, put_faults},
};
use access::{Actor, Place, Unit};
use directory::people_import::{self, Asked, Fault, Plan, Rows, Stopped};
use jobs::{Errand, errand};
use kernel::{Moment, PersonId, UnitId};
use std::{collections::BTreeSet, sync::Arc};
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

    fn is_due(tx: &mut db::Tx<'_>, now: Moment) -> db::Result<bool> {
        store::is_due(tx, now)
    }

    fn take(tx: &mut db::Tx<'_>, now: Moment) -> db::Result<Vec<Turn>> {
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

    fn settle(tx: &mut db::Tx<'_>, turn: &Turn, outcome: &Outcome, _: Moment) -> db::Result<()> {
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

/// What is asked of an import, kept for a transaction that may run again.
struct Order {
    turn: Turn,
    staying: BTreeSet<PersonId>,
    actor: Actor,
    lineages: Vec<(UnitId, Vec<UnitId>)>,
}

impl Order {
    fn load(tx: &mut db::Tx<'_>, turn: &Turn, schools: &[UnitId], now: Moment) -> db::Result<Self> {
        let mut lineages = vec![];
        for school in schools {
            lineages.push((*school, access::store::lineage(tx, *school)?));
        }
        let (staying, actor) = (store::staying(tx, turn.id)?, Actor::load(tx, turn.by, now)?);
        Ok(Self { turn: turn.clone(), staying, actor, lineages })
    }

    /// Whether whoever sent the list gives this role at this school.
    fn may(&self, role: access::Role, school: UnitId) -> bool {
        let line = self.lineages.iter().find(|(known, _)| *known == school).map(|(_, line)| line.clone());
        line.is_some_and(|line| access::gives(&self.actor, role, &Place::new(school, line)))
    }

    fn with<T>(&self, chance: &dyn kernel::Chance, now: Moment, work: impl FnOnce(&Asked<'_>) -> T) -> T {
        let may = |role, school| self.may(role, school);
        let looks_after = |role, place: &Place| access::unlocks(&self.actor, role, place);
        work(&Asked {
            source: &self.turn.source,
            now,
            chance,
            complete: self.turn.complete,
            turn: self.turn.turns,
            leaves: self.turn.leaves,
            staying: &self.staying,
            may: &may,
            looks_after: &looks_after,
            by: Some(self.turn.by),
        })
    }
}

fn said(error: &(dyn std::error::Error + 'static)) -> String {
    kernel::causes(error)
}

impl Secretary {
    /// The rows of the kept file.
    async fn rows(&self, turn: &Turn) -> Result<Rows, String> {
        let bytes = self.house.files.get(&turn.file).await.map_err(|error| said(&error))?;
        let bytes = bytes.ok_or("the file is not kept any more")?;
        let school = (turn.unit.kind == access::UnitKind::Etablissement).then(|| turn.unit.code.clone());
        let whose = turn.whose.clone();
        let read = web::aside(move || crate::pages::read(&bytes, school.as_deref(), &whose).whole());
        let read = read.await.map_err(|error| said(&error))?;
        read.map_err(|_| "the file was read before, and is not any more".to_owned())
    }

    /// The file, school by school.
    async fn schools(&self, turn: &Turn, now: Moment) -> Result<Result<Vec<(Unit, Rows)>, Vec<Fault>>, String> {
        let (rows, turn, chance) = (self.rows(turn).await?, turn.clone(), Arc::clone(&self.house.chance));
        let split = self.house.db.read_long(move |tx| {
            let order = Order::load(tx, &turn, &[], now)?;
            order.with(&*chance, now, |asked| people_import::split(tx, &rows, asked))
        });
        match split.await {
            Ok(schools) => Ok(Ok(schools)),
            Err(Stopped::Refused(faults)) => Ok(Err(faults)),
            Err(Stopped::Db(error)) => Err(said(&error)),
        }
    }

    /// Compares each school with what is known of it, and keeps what would be done; or what is wrong, all of it.
    async fn compare(&self, turn: &Turn, now: Moment) -> Outcome {
        let mut faults = vec![];
        let schools = match self.schools(turn, now).await? {
            Ok(schools) => schools,
            Err(found) => {
                faults = found;
                vec![]
            }
        };
        let (id, unit, total) = (turn.id, turn.unit.id, schools.len());
        let begun = self.house.db.write(move |tx| {
            store::forget_schools(tx, id)?;
            store::progress(tx, id, 0, total, now)
        });
        begun.await.map_err(|error: db::Error| said(&error))?;
        for (done, (school, rows)) in schools.into_iter().enumerate() {
            let (turn, chance, of) = (turn.clone(), Arc::clone(&self.house.chance), school.clone());
            let plan = self.house.db.read_long(move |tx| {
                let order = Order::load(tx, &turn, &[of.id], now)?;
                order.with(&*chance, now, |asked| people_import::plan(tx, &rows, &of, asked))
            });
            match plan.await {
                Err(Stopped::Refused(found)) => faults.extend(found),
                Err(Stopped::Db(error)) => return Err(said(&error)),
                Ok(plan) => self.keep(id, school.id, plan, (done + 1, total), now).await?,
            }
        }
        if faults.is_empty() {
            return Ok(State::Ready);
        }
        faults.sort_by_key(|fault| fault.line);
        let kept = self.house.db.write(move |tx| {
            forget_school(tx, id, unit)?;
            put_faults(tx, id, unit, &faults)
        });
        kept.await.map_err(|error: db::Error| said(&error))?;
        Ok(State::Faulty)
    }

    async fn keep(
        &self,
        turn: crate::TurnId,
        school: UnitId,
        plan: Plan,
        (done, total): (usize, usize),
        now: Moment,
    ) -> Result<(), String> {
        let kept = self.house.db.write(move |tx| {
            store::put_school(tx, turn, school, &plan)?;
            store::progress(tx, turn, done, total, now)
        });
        kept.await.map_err(|error: db::Error| said(&error))
    }

    /// Writes each school that was shown as it was shown. One that would be another by now is shown again, and waits.
    async fn apply(&self, turn: &Turn, now: Moment) -> Outcome {
        let schools = self.schools(turn, now).await?.map_err(|_| "a school of the file is not known any more")?;
        let total = schools.len();
        let mut all = true;
        for (done, (school, rows)) in schools.into_iter().enumerate() {
            let (turn, chance) = (turn.clone(), Arc::clone(&self.house.chance));
            let written = self.house.db.write(move |tx| {
                let order = Order::load(tx, &turn, &[school.id], now)?;
                let written = order.with(&*chance, now, |asked| write(tx, &turn, &school, &rows, asked))?;
                store::progress(tx, turn.id, done + 1, total, now)?;
                Ok::<_, Stopped>(written)
            });
            match written.await {
                Ok(written) => all &= written,
                Err(Stopped::Db(error)) => return Err(said(&error)),
                // What was right is wrong by now: it is compared again, and told.
                Err(Stopped::Refused(_)) => return Ok(State::Reading),
            }
        }
        self.found().await?;
        Ok(if all { State::Done } else { State::Ready })
    }

    /// Takes back each school that was written.
    async fn take_back(&self, turn: &Turn, now: Moment) -> Outcome {
        let id = turn.id;
        let schools = self.house.db.read_long(move |tx| store::schools(tx, id, web::Pager::whole())).await;
        let schools: Vec<crate::At> = schools.map_err(|error: db::Error| said(&error))?.iter().cloned().collect();
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
            taken.await.map_err(|error: db::Error| said(&error))?;
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
        queued.await.map_err(|error: db::Error| said(&error))
    }
}

/// Writes one school in the caller's transaction, unless it is done; says whether it is. What it would do now must be what was shown.
fn write(tx: &mut db::Tx<'_>, turn: &Turn, school: &Unit, rows: &Rows, asked: &Asked<'_>) -> Result<bool, Stopped> {
    let at = store::school(tx, turn.id, school.id)?;
    if at.as_ref().is_some_and(|at| at.state == State::Done) {
        return Ok(true);
    }
    let plan = people_import::plan(tx, rows, school, asked)?;
    if !store::is_shown(tx, turn.id, school.id, &plan)? {
        store::put_school(tx, turn.id, school.id, &plan)?;
        return Ok(false);
    }
    let deed = people_import::write(tx, &plan, school, asked)?;
    // Who comes is named by their id from now on.
    store::put_school(tx, turn.id, school.id, &plan)?;
    store::set_deed(tx, turn.id, school.id, State::Done, deed)?;
    let on = (school.id, Some(school.id));
    access::audit::record_at(tx, asked.chance, asked.now, turn.by, "rentree/applied", on, "")?;
    Ok(true)
}
