//! A whole file at once, as the operator's command does: all schools in one transaction, or nothing.
use super::{
    Asked, Doubt, Fault, Rows, ToCheck,
    compare::compare,
    known::Known,
    plan::{Fate, Kind, Plan},
    read::MOST_FAULTS,
    split,
};
use access::Unit;
use db::Tx;
use kernel::{Chance, Moment, PersonId};
use std::collections::HashMap;

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// People who were not there.
    pub added: usize,
    /// People of whom something changed: a name, a number, a role, a class, a child.
    pub changed: usize,
    /// People of whom nothing changed.
    pub same: usize,
    /// Classes made.
    pub classes: usize,
    /// Enrolments ended, because the pupil is now in another class of the same school.
    pub ended: u64,
    /// What a human should look at.
    pub to_check: Vec<ToCheck>,
    /// The user names the file gives; passwords are another room's.
    pub users: Vec<User>,
}

/// A user name that the file gives, with its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Whose.
    pub person: PersonId,
    /// The person in one line.
    pub said: String,
    /// The line of the person's first row.
    pub line: u64,
    /// The user name, in small letters.
    pub name: String,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// For the person to mend.
    #[error("the file was refused")]
    Refused(Vec<Fault>),
    /// For us to mend.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// What the rows of one school would do to it. Nothing is written.
pub fn plan(tx: &mut Tx<'_>, rows: &Rows, school: &Unit, asked: &Asked<'_>) -> Result<Plan, Stopped> {
    Ok(Compared::of(tx, rows, school, asked)?.plan)
}

/// What the rows of one school would do to it, and what was known when that was found: compared outside of the writer, it is written
/// only where all that is still so.
pub struct Compared {
    /// What would be done.
    pub plan: Plan,
    known: Known,
}

impl Compared {
    /// Compares the rows with what is known. Nothing is written.
    ///
    /// # Errors
    /// What cannot be, or the database's.
    pub fn of(tx: &mut Tx<'_>, rows: &Rows, school: &Unit, asked: &Asked<'_>) -> Result<Self, Stopped> {
        let known = Known::load(tx, rows, school, asked)?;
        let plan = compare(&known, rows, asked).map_err(Stopped::Refused)?;
        Ok(Self { plan, known })
    }

    /// Whether nothing that was looked at has changed since.
    pub fn holds(&self, tx: &mut Tx<'_>, rows: &Rows, asked: &Asked<'_>) -> db::Result<bool> {
        Ok(Known::load(tx, rows, &self.known.school, asked)? == self.known)
    }
}

/// Applies the rows in the caller's transaction, which a fault must undo. `source` is whose keys these are: the same key of
/// two sources names two people. A second run changes nothing; nobody is removed for not being named.
pub fn apply(
    tx: &mut Tx<'_>,
    rows: &Rows,
    source: &str,
    now: Moment,
    chance: &dyn Chance,
    progress: &mut dyn FnMut(usize),
) -> Result<Outcome, Stopped> {
    apply_as(tx, rows, &Asked::by_operator(source, now, chance), progress)
}

/// The same, as asked.
pub fn apply_as(
    tx: &mut Tx<'_>,
    rows: &Rows,
    asked: &Asked<'_>,
    progress: &mut dyn FnMut(usize),
) -> Result<Outcome, Stopped> {
    let schools = split(tx, rows, asked)?;
    let (mut outcome, mut faults, mut done) = (Outcome::default(), vec![], 0);
    let mut fates: HashMap<PersonId, Fate> = HashMap::new();
    for (school, rows) in &schools {
        match plan(tx, rows, school, asked) {
            Err(Stopped::Refused(found)) => faults.extend(found),
            Err(error) => return Err(error),
            Ok(plan) if faults.is_empty() => {
                super::write(tx, &plan, school, asked)?;
                // Somebody of two schools counts once, as what is the most.
                for (person, fate) in &plan.fates {
                    let known = fates.entry(*person).or_insert(*fate);
                    *known = (*known).max(*fate);
                }
                outcome.takes(plan);
            }
            // The other schools are looked at all the same: what is wrong is told at once.
            Ok(_) => {}
        }
        done += rows.len();
        progress(done);
    }
    if faults.is_empty() {
        outcome.to_check.sort_by_key(|check| check.line);
        let count = |fate| fates.values().filter(|known| **known == fate).count();
        (outcome.added, outcome.changed, outcome.same) = (count(Fate::Added), count(Fate::Changed), count(Fate::Same));
        return Ok(outcome);
    }
    faults.sort_by_key(|fault| fault.line);
    faults.truncate(MOST_FAULTS);
    Err(Stopped::Refused(faults))
}

impl Outcome {
    /// Adds what was done at one school.
    fn takes(&mut self, plan: Plan) {
        self.classes += plan.classes;
        self.ended += plan.ended();
        let checks = plan.lines.into_iter().filter(|line| line.kind == Kind::Check);
        self.to_check.extend(checks.filter_map(|line| {
            let (at, column, doubt): (u64, &'static str, Doubt) = line.at?;
            Some(ToCheck { line: at, column, said: line.said, doubt })
        }));
        for user in plan.users {
            if !self.users.iter().any(|known| known.person == user.person) {
                self.users.push(user);
            }
        }
    }
}
