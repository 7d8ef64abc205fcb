//! A file meets what is known of a school: what would be done, and what cannot be. Nothing is read and nothing written here.
use super::{
    Asked, Doubt, Fault, Key, Post, Reason, Rows, User,
    absent::absent,
    classes::Classes,
    entry::{Entry, gather, said},
    known::Known,
    plan::{Deed, Fate, Kind, Line, Plan},
    recognise::{noted, recognise},
    teaching::groups,
};
use crate::{
    Person,
    store::{Holding, Link},
};
use access::Role;
use jiff::{ToSpan, civil::Date};
use kernel::{Id, Moment, PersonId, UnitId};
use std::collections::{HashMap, HashSet};

/// What the rows of a school would do to it, or what is wrong with them.
pub(super) fn compare(known: &Known, rows: &Rows, asked: &Asked<'_>) -> Result<Plan, Vec<Fault>> {
    let people = gather(rows);
    let (mut plan, mut faults) = (Plan::default(), vec![]);
    let found = recognise(known, &people, asked, &mut faults, &mut plan);
    may(known, rows, asked, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let classes = Classes::begin(&known.school, &known.classes, asked, &mut plan);
    let (ids, added, given, other_keys) = (HashMap::new(), HashMap::new(), HashSet::new(), HashSet::new());
    let mut work = Work { known, asked, classes, plan, ids, added, listed: Listed::default(), given, other_keys };
    let moved: Vec<bool> = people.iter().zip(&found).map(|(entry, found)| work.who(entry, *found)).collect();
    for ((entry, found), moved) in people.iter().zip(&found).zip(moved) {
        let changed = work.what(entry, found.is_some());
        let plan = &mut work.plan;
        let fate = match found {
            None => Fate::Added,
            Some(_) if changed || moved => Fate::Changed,
            Some(_) => Fate::Same,
        };
        plan.fates.push((work.ids[entry.key], fate));
        plan.users.extend(entry.user.map(|user| User {
            person: work.ids[entry.key],
            said: entry.said(),
            line: entry.first().line,
            name: user.to_owned(),
        }));
    }
    absent(known, rows, asked, &work.listed, &mut work.classes, &mut work.plan);
    groups(known, rows, asked, &work.ids, &mut work.plan);
    Ok(work.plan)
}

/// Whoever asks gives no role that is not theirs to give.
fn may(known: &Known, rows: &Rows, asked: &Asked<'_>, faults: &mut Vec<Fault>) {
    for row in &rows.people {
        let (role, column, said) = match &row.post {
            Post::Pupil { .. } => (Role::Pupil, "role", "élève"),
            Post::Staff { role, .. } => (*role, "role", role.word()),
            Post::Guardian { .. } => continue,
        };
        if !(asked.may)(role, known.school.id) {
            faults.push(Fault::new(row.line, column, said, Reason::NotYours));
        }
    }
}

/// The comparison under way.
struct Work<'w> {
    known: &'w Known,
    asked: &'w Asked<'w>,
    classes: Classes<'w>,
    plan: Plan,
    /// Who each key is.
    ids: HashMap<&'w str, PersonId>,
    /// The names of those who are new.
    added: HashMap<PersonId, String>,
    listed: Listed,
    /// What was given by now.
    given: HashSet<(PersonId, Role, UnitId)>,
    /// The keys of other sources that were given by now.
    other_keys: HashSet<&'w Key>,
}

/// Whom the file lists.
#[derive(Default)]
pub(super) struct Listed {
    /// Who, as what.
    pub people: HashSet<(PersonId, Role)>,
    /// Who is said to answer for whom.
    pub ties: HashSet<(PersonId, PersonId)>,
}

/// The instant at which a last day (`2026-08-31`) is over.
pub(super) fn after(day: Option<&str>) -> Option<Moment> {
    let day: Date = day?.parse().ok()?;
    Some(Moment::at_paris(day.saturating_add(1.day()), 0, 0))
}

impl<'w> Work<'w> {
    /// Who the person is; says whether something of a known person changes. What the file leaves empty stays.
    fn who(&mut self, entry: &Entry<'w>, found: Option<PersonId>) -> bool {
        let known = found.and_then(|id| self.known.people.get(&id));
        let row = entry.first();
        let said_or = |said: Option<&str>, before: fn(&Person) -> &Option<String>| {
            said.map(str::to_owned).or_else(|| known.and_then(|person| before(person).clone()))
        };
        let person = Person {
            id: known.map_or_else(|| Id::new(self.asked.now, self.asked.chance), |person| person.id),
            given: row.given.clone(),
            family: row.family.clone(),
            born: said_or(entry.born, |person| &person.born),
            phone: said_or(entry.phone, |person| &person.phone),
            lang: said_or(entry.lang, |person| &person.lang),
            synthetic: known.is_some_and(|person| person.synthetic),
        };
        let id = person.id;
        self.ids.insert(entry.key, id);
        if known.is_none() {
            self.added.insert(id, person.full());
            self.plan.deeds.push(Deed::Add { person: person.clone() });
        }
        if self.known.keys.get(entry.key) != Some(&id) {
            self.plan.deeds.push(Deed::Key { source: None, key: entry.key.to_owned(), person: id });
        }
        for other in entry.others() {
            // A key that names somebody else is theirs.
            if !self.known.others.contains_key(other) && self.other_keys.insert(other) {
                let (source, key) = (Some(other.source.clone()), other.key.clone());
                self.plan.deeds.push(Deed::Key { source, key, person: id });
            }
        }
        let Some(before) = known.filter(|before| **before != person) else { return false };
        if self.known.beyond.contains(&id) {
            self.plan.lines.push(noted(entry, Some(id), "nom", Doubt::Beyond));
            return false;
        }
        let was = said(&before.family, &before.given, before.born.as_deref());
        let detail = if was == entry.said() { String::new() } else { was };
        self.plan.line(Kind::Corrected, Some(id), entry.said(), detail);
        self.plan.deeds.push(Deed::Change { person });
        true
    }

    /// What the person is here; says whether something changes.
    fn what(&mut self, entry: &Entry<'w>, was_known: bool) -> bool {
        let id = self.ids[entry.key];
        let mut enrolled: Vec<(UnitId, String)> = vec![];
        let mut classes = HashSet::new();
        let mut changed = false;
        for row in &entry.rows {
            let until = after(row.until.as_deref());
            match &row.post {
                Post::Pupil { class, .. } => {
                    let class = self.classes.find((row.line, class), self.asked, &mut self.plan);
                    if let Some((_, other)) = enrolled.iter().find(|(unit, _)| *unit != class.id) {
                        let doubt = Doubt::TwoClasses(other.clone());
                        self.plan.lines.push(noted(entry, Some(id), "classe", doubt));
                    }
                    changed |= self.hold(id, Role::Pupil, class.id, until);
                    if classes.insert(class.id) {
                        enrolled.push((class.id, class.name));
                    }
                }
                Post::Staff { role, .. } => {
                    let given = self.hold(id, *role, self.known.school.id, until);
                    if given {
                        self.plan.line(Kind::Given, Some(id), entry.said(), role.word());
                    }
                    changed |= given;
                }
                Post::Guardian { of, .. } => {
                    for child in of {
                        changed |= self.answers(entry, (row.line, child), until);
                    }
                }
            }
        }
        if !enrolled.is_empty() {
            changed |= self.moved(entry, id, &enrolled, was_known);
        }
        changed
    }

    /// Gives what is not held, and ends on its day what has one.
    fn hold(&mut self, person: PersonId, role: Role, unit: UnitId, until: Option<Moment>) -> bool {
        self.listed.people.insert((person, role));
        // A row that comes twice says it once.
        if !self.given.insert((person, role, unit)) {
            return false;
        }
        let now = self.asked.now;
        let held = self.known.held_by(person).iter().find(|held| held.role == role && held.unit == unit);
        let lasts = held.filter(|held| lasting(held, now));
        let over = until.is_some_and(|until| until <= now);
        match lasts {
            Some(held) if until.is_none() || held.until == until => false,
            Some(_) => {
                let at = until.unwrap_or(now);
                self.plan.deeds.push(Deed::End { person, role, unit, at });
                true
            }
            None if over => false,
            None => {
                self.plan.deeds.push(Deed::Grant { person, role, unit, until, fresh: held.is_none() });
                true
            }
        }
    }

    /// A pupil leaves the other classes of the school; how that is told.
    fn moved(&mut self, entry: &Entry<'_>, id: PersonId, enrolled: &[(UnitId, String)], was_known: bool) -> bool {
        let now = self.asked.now;
        let lasting = |held: &&Holding| held.role == Role::Pupil && lasting(held, now);
        let here: Vec<&Holding> = self.known.held_by(id).iter().filter(lasting).collect();
        let left: Vec<UnitId> =
            here.iter().map(|held| held.unit).filter(|unit| enrolled.iter().all(|(kept, _)| kept != unit)).collect();
        for unit in &left {
            self.plan.deeds.push(Deed::End { person: id, role: Role::Pupil, unit: *unit, at: now });
        }
        let to = enrolled.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
        let names = here.iter().filter_map(|held| self.known.class(held.unit)).map(|class| class.name.as_str());
        let from = names.collect::<Vec<_>>().join(", ");
        if here.is_empty() {
            self.plan.line(Kind::Arrives, Some(id), entry.said(), to);
        } else if from != to {
            self.plan.line(Kind::Moves, Some(id), entry.said(), format!("{from} → {to}"));
        }
        !left.is_empty() && was_known
    }

    fn answers(&mut self, entry: &Entry<'_>, (line, child): (u64, &'w str), until: Option<Moment>) -> bool {
        let guardian = self.ids[entry.key];
        let said = entry.authority_over(child);
        let known = self.known.keys.get(child).copied();
        // Of another school of the file: its own rows tie them.
        let Some(child) = self.ids.get(child).copied().or(known) else { return false };
        if !self.listed.ties.insert((guardian, child)) {
            return false;
        }
        let now = self.asked.now;
        let ever = self.known.link(guardian, child);
        let link = ever.filter(|link| link.until.is_none_or(|until| until > now));
        let over = until.filter(|until| *until <= now);
        // Where nothing is said of it, what is known stays; whoever is new has it by a list that somebody sends, and not by a feed.
        let authority = said.or(ever.map(|link| link.authority)).unwrap_or(!self.asked.feed);
        let same = |link: &Link| link.authority == authority && (until.is_none() || link.until == until);
        let otherwise = match (link, over) {
            (Some(link), None) => !same(link),
            (link, over) => link.is_some() == over.is_some(),
        };
        if otherwise && ever.is_some_and(|ever| ever.by_hand) {
            let (said, detail) = (entry.said(), String::new());
            let at = Some((line, "responsable_de", Doubt::ByHand(self.name(child))));
            self.plan.lines.push(Line { kind: Kind::Check, person: Some(guardian), said, detail, at });
            return false;
        }
        match (link, over) {
            (None, Some(_)) => false,
            (Some(_), Some(at)) => {
                self.plan.line(Kind::Untied, Some(guardian), entry.said(), self.name(child));
                self.plan.deeds.push(Deed::Untie { guardian, child, at });
                true
            }
            (Some(link), None) if same(link) => false,
            (_, None) => {
                self.plan.line(Kind::Tied, Some(guardian), entry.said(), self.name(child));
                self.plan.deeds.push(Deed::Tie { guardian, child, authority, until, fresh: ever.is_none() });
                true
            }
        }
    }

    fn name(&self, person: PersonId) -> String {
        let known = || self.known.people.get(&person).map(Person::full);
        self.added.get(&person).cloned().or_else(known).unwrap_or_default()
    }
}

/// Whether something counts at `now`, or will.
pub(super) fn lasting(held: &Holding, now: Moment) -> bool {
    held.until.is_none_or(|until| until > now)
}
