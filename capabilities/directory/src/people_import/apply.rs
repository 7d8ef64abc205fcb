//! Rows of people meet what is known: first all that could be wrong, then all that is to be written.
use super::{
    Doubt, Fault, Post, Rows, ToCheck,
    check::{children, schools},
    class::Classes,
    entry::{Entry, gather},
    read::MOST_FAULTS,
    recognise::recognise,
};
use crate::{Person, store};
use access::{Actor, Role, Unit};
use db::Tx;
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use std::collections::{HashMap, HashSet};
use uai::Uai;

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
    let mut import = Import { source, now, chance, outcome: Outcome::default(), classes: Classes::default() };
    let people = gather(rows);
    let mut faults = vec![];
    let schools = schools(tx, rows, &mut faults)?;
    let known = recognise(tx, source, &people, now, &mut faults, &mut import.outcome.to_check)?;
    children(tx, source, rows, &people, &mut faults)?;
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.line);
        faults.truncate(MOST_FAULTS);
        return Err(Stopped::Refused(faults));
    }
    let mut ids = HashMap::new();
    let mut moved = HashSet::new();
    for (entry, known) in people.iter().zip(&known) {
        let (id, changed) = import.write_person(tx, entry, known.as_ref())?;
        ids.insert(entry.key, id);
        moved.extend(changed.then_some(id));
    }
    for (done, (entry, known)) in people.iter().zip(&known).enumerate() {
        if done % 100 == 0 {
            progress(done);
        }
        let id = ids[entry.key];
        let changed = import.write_posts(tx, entry, id, known.is_some(), &schools, &ids)?;
        let outcome = &mut import.outcome;
        match known {
            None => outcome.added += 1,
            Some(_) if changed || moved.contains(&id) => outcome.changed += 1,
            Some(_) => outcome.same += 1,
        }
        outcome.users.extend(entry.user.map(|user| User {
            person: id,
            said: entry.said(),
            line: entry.first().line,
            name: user.to_owned(),
        }));
    }
    progress(people.len());
    let mut outcome = import.outcome;
    outcome.classes = import.classes.made;
    outcome.to_check.sort_by_key(|check| check.line);
    Ok(outcome)
}

/// One run.
struct Import<'i> {
    source: &'i str,
    now: Moment,
    chance: &'i dyn Chance,
    outcome: Outcome,
    classes: Classes,
}

impl Import<'_> {
    /// Writes who the person is; says whether something of a known person changed. What the file leaves empty stays.
    fn write_person(&self, tx: &mut Tx<'_>, entry: &Entry<'_>, known: Option<&Person>) -> db::Result<(PersonId, bool)> {
        let row = entry.first();
        let said = |said: Option<&str>, before: fn(&Person) -> &Option<String>| {
            said.map(str::to_owned).or_else(|| known.and_then(|person| before(person).clone()))
        };
        let person = Person {
            id: known.map_or_else(|| Id::new(self.now, self.chance), |person| person.id),
            given: row.given.clone(),
            family: row.family.clone(),
            born: said(entry.born, |person| &person.born),
            phone: said(entry.phone, |person| &person.phone),
            lang: said(entry.lang, |person| &person.lang),
            synthetic: known.is_some_and(|person| person.synthetic),
        };
        match known {
            None => {
                store::add_person(tx, &person)?;
                store::set_key(tx, self.source, entry.key, person.id)?;
                Ok((person.id, false))
            }
            Some(known) if *known == person => Ok((person.id, false)),
            Some(_) => {
                store::change_person(tx, &person)?;
                Ok((person.id, true))
            }
        }
    }

    /// Writes what the person is, where; says whether something changed.
    fn write_posts(
        &mut self,
        tx: &mut Tx<'_>,
        entry: &Entry<'_>,
        id: PersonId,
        known: bool,
        schools: &HashMap<Uai, UnitId>,
        ids: &HashMap<&str, PersonId>,
    ) -> db::Result<bool> {
        let (held, links) = if known {
            (Actor::load(tx, id, self.now)?.grants, store::links(tx, id, self.now)?)
        } else {
            (vec![], HashMap::new())
        };
        let mut enrolled: HashMap<UnitId, Vec<Unit>> = HashMap::new();
        let mut changed = false;
        for row in &entry.rows {
            match &row.post {
                Post::Pupil { uai, class } => {
                    let school = schools[uai];
                    let (place, dice) = ((*uai, school), (self.now, self.chance));
                    let notes = &mut self.outcome.to_check;
                    let class = self.classes.find(tx, place, (row.line, class), dice, notes)?;
                    let classes: &mut Vec<Unit> = enrolled.entry(school).or_default();
                    if let Some(other) = classes.iter().find(|other| other.id != class.id) {
                        let doubt = Doubt::TwoClasses(other.name.clone());
                        let check = ToCheck { line: row.line, column: "classe", said: entry.said(), doubt };
                        self.outcome.to_check.push(check);
                    }
                    changed |= self.grant(tx, &held, id, Role::Pupil, class.id)?;
                    classes.push(class);
                }
                Post::Staff { role, uai } => changed |= self.grant(tx, &held, id, *role, schools[uai])?,
                Post::Guardian { of, authority } => {
                    for child in of {
                        let child = match ids.get(child.as_str()) {
                            Some(child) => Some(*child),
                            None => store::by_key(tx, self.source, child)?.map(|person| person.id),
                        };
                        let Some(child) = child else { continue };
                        if links.get(&child) != Some(authority) {
                            access::store::set_guardian(tx, id, child, *authority, self.now)?;
                            changed = true;
                        }
                    }
                }
            }
        }
        if known {
            for (school, classes) in &enrolled {
                let classes: Vec<UnitId> = classes.iter().map(|class| class.id).collect();
                let ended = store::end_other_classes(tx, id, *school, &classes, self.now)?;
                self.outcome.ended += ended;
                changed |= ended > 0;
            }
        }
        Ok(changed)
    }

    fn grant(
        &self,
        tx: &mut Tx<'_>,
        held: &[(Role, UnitId)],
        id: PersonId,
        role: Role,
        unit: UnitId,
    ) -> db::Result<bool> {
        if held.contains(&(role, unit)) {
            return Ok(false);
        }
        access::store::grant(tx, id, role, unit, self.now, None)?;
        if role != Role::Pupil {
            // Nobody of the house did it: the operator's file.
            let said = format!("by an import: {}", role.word());
            access::audit::record(tx, self.chance, self.now, id, "role/given", unit, &said)?;
        }
        Ok(true)
    }
}
