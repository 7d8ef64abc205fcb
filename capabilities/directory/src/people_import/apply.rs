//! Rows of people meet what is known: first all that could be wrong, then all that is to be written.
use super::{
    Fault, Post, Reason, Rows,
    check::{children, schools},
    entry::{Agreement, Entry, gather, said, whole_name},
    read::MOST_FAULTS,
};
use crate::{Person, store};
use access::{Actor, Role, Unit, UnitKind};
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
    /// People a human should look at: perhaps somebody already known.
    pub to_check: Vec<ToCheck>,
    /// The user names the file gives; passwords are another room's.
    pub users: Vec<(PersonId, String)>,
}

/// A person who may be somebody already known under another key. They stay two until somebody says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToCheck {
    /// The line of the person's first row.
    pub line: u64,
    /// The key of the row.
    pub key: String,
    /// The person as written now.
    pub said: String,
    /// Whom they look like: a person known here, or the other line's key.
    pub alike: String,
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
    let mut import = Import { source, now, chance, outcome: Outcome::default(), classes: HashMap::new() };
    let people = gather(rows);
    let mut faults = vec![];
    let schools = schools(tx, rows, &mut faults)?;
    let known = import.recognise(tx, &people, &mut faults)?;
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
        outcome.users.extend(entry.user.map(|user| (id, user.to_owned())));
    }
    progress(people.len());
    Ok(import.outcome)
}

/// One run.
struct Import<'i> {
    source: &'i str,
    now: Moment,
    chance: &'i dyn Chance,
    outcome: Outcome,
    classes: HashMap<String, UnitId>,
}

impl Import<'_> {
    /// Who of the file is known by their key. A key alone is not enough, and those who look like somebody else are noted.
    fn recognise(
        &mut self,
        tx: &mut Tx<'_>,
        people: &[Entry<'_>],
        faults: &mut Vec<Fault>,
    ) -> db::Result<Vec<Option<Person>>> {
        let mut seen: HashMap<(String, &str), &str> = HashMap::new();
        let mut known = Vec::with_capacity(people.len());
        for entry in people {
            let person = store::by_key(tx, self.source, entry.key)?;
            match person.as_ref().map(|person| entry.agrees(person)) {
                Some(Agreement::Other) => {
                    let known =
                        person.as_ref().map_or_else(String::new, |p| said(&p.family, &p.given, p.born.as_deref()));
                    let reason = Reason::OtherPerson { known, said: entry.said() };
                    faults.push(Fault::new(entry.first().line, "identifiant", entry.key, reason));
                }
                Some(Agreement::Perhaps) => {
                    let alike =
                        person.as_ref().map_or_else(String::new, |p| said(&p.family, &p.given, p.born.as_deref()));
                    self.note(entry, alike);
                }
                Some(Agreement::Same) => {}
                None => {
                    if let Some(born) = entry.born {
                        let name = whole_name(&entry.first().family, &entry.first().given);
                        let alike = store::born_on(tx, born)?;
                        if let Some(other) = alike.iter().find(|p| whole_name(&p.family, &p.given) == name) {
                            self.note(entry, said(&other.family, &other.given, other.born.as_deref()));
                        } else if let Some(other) = seen.get(&(name.clone(), born)) {
                            self.note(entry, (*other).to_owned());
                        }
                        seen.insert((name, born), entry.key);
                    }
                }
            }
            known.push(person);
        }
        Ok(known)
    }

    fn note(&mut self, entry: &Entry<'_>, alike: String) {
        let check = ToCheck { line: entry.first().line, key: entry.key.to_owned(), said: entry.said(), alike };
        self.outcome.to_check.push(check);
    }

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
        let mut enrolled: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
        let mut changed = false;
        for row in &entry.rows {
            match &row.post {
                Post::Pupil { uai, class } => {
                    let school = schools[uai];
                    let class = self.class(tx, *uai, school, class)?;
                    enrolled.entry(school).or_default().push(class);
                    changed |= self.grant(tx, &held, id, Role::Pupil, class)?;
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
                let ended = store::end_other_classes(tx, id, *school, classes, self.now)?;
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
        Ok(true)
    }

    /// The class of this name in the school, made if absent.
    fn class(&mut self, tx: &mut Tx<'_>, uai: Uai, school: UnitId, name: &str) -> db::Result<UnitId> {
        let code = format!("{uai}/{}", name.to_uppercase());
        if let Some(id) = self.classes.get(&code) {
            return Ok(*id);
        }
        let id = match access::store::by_code(tx, UnitKind::Classe, &code)? {
            Some(class) if !class.closed => class.id,
            other => {
                let id = other.map_or_else(|| Id::new(self.now, self.chance), |class| class.id);
                let unit =
                    Unit { id, kind: UnitKind::Classe, code: code.clone(), name: name.to_owned(), closed: false };
                access::store::put(tx, &unit, &[school])?;
                self.outcome.classes += 1;
                id
            }
        };
        self.classes.insert(code, id);
        Ok(id)
    }
}
