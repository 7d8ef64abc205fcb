//! Who of a file is somebody known: by their key, which alone is not enough, or by all that the school knows of them.
use super::{
    Asked, Doubt, Fault, Post, Reason,
    entry::{Agreement, Entry, said, whole_name},
    known::Known,
    plan::{Kind, Line, Plan},
};
use crate::Person;
use jiff::civil::Date;
use kernel::{PersonId, fold};
use std::collections::{HashMap, HashSet};

/// The person each entry is, if known; what cannot be goes to `faults`, what is doubtful to the plan.
pub(super) fn recognise(
    known: &Known,
    people: &[Entry<'_>],
    asked: &Asked<'_>,
    faults: &mut Vec<Fault>,
    plan: &mut Plan,
) -> Vec<Option<PersonId>> {
    let today = asked.now.paris().date();
    let mut births: HashMap<(String, &str), usize> = HashMap::new();
    for entry in people {
        if let Some(born) = entry.born {
            *births.entry((fold(&entry.first().family), born)).or_default() += 1;
        }
    }
    // Whom a key names is nobody else's by name.
    let mut taken: HashSet<PersonId> = people.iter().filter_map(|entry| known.keys.get(entry.key)).copied().collect();
    let names = by_name(known);
    let mut seen: HashMap<(String, &str), &str> = HashMap::new();
    let mut found = Vec::with_capacity(people.len());
    // Who the keys of the file name, those that were found on the way with them: a guardian is known again by the child.
    let mut keys: HashMap<&str, PersonId> = known.keys.iter().map(|(key, id)| (key.as_str(), *id)).collect();
    for entry in people {
        let mut note = |column, doubt| plan.lines.push(noted(entry, None, column, doubt));
        if let Some(age) = entry.born.and_then(|born| age(born, today)) {
            match (age, entry.is_pupil()) {
                (..0, _) => {
                    let born = entry.born.unwrap_or_default();
                    faults.push(Fault::new(entry.first().line, "naissance", born, Reason::Future));
                }
                (2..=30, true) | (15..=100, false) => {}
                _ => note("naissance", Doubt::Age(age)),
            }
        }
        if entry.is_pupil() && entry.rows.iter().any(|row| !matches!(row.post, Post::Pupil { .. })) {
            note("role", Doubt::PupilAndAdult);
        }
        let person = known.keys.get(entry.key).and_then(|id| known.people.get(id));
        // A key of another source knows somebody again, if all else says so too.
        let person = person.or_else(|| {
            let found = entry.others().find_map(|other| known.people.get(known.others.get(other)?));
            found.filter(|found| entry.agrees(found) == Agreement::Same && taken.insert(found.id))
        });
        if let Some(person) = person {
            let before = said(&person.family, &person.given, person.born.as_deref());
            match entry.agrees(person) {
                Agreement::Other => {
                    let reason = Reason::OtherPerson { known: before, said: entry.said() };
                    faults.push(Fault::new(entry.first().line, "identifiant", entry.key, reason));
                }
                Agreement::Perhaps => note("nom", Doubt::Renamed(before)),
                Agreement::Same if given_changes(&person.given, &entry.first().given) => {
                    let family = fold(&entry.first().family);
                    let of_day = |born| known.born.get(born).map_or(&[][..], Vec::as_slice);
                    let twin = entry.born.is_some_and(|born| {
                        births.get(&(family.clone(), born)).is_some_and(|count| *count > 1)
                            || of_day(born).iter().any(|other| other.id != person.id && fold(&other.family) == family)
                    });
                    note("prenom", if twin { Doubt::Twins(before) } else { Doubt::Renamed(before) });
                }
                Agreement::Same => {}
            }
            keys.insert(entry.key, person.id);
            found.push(Some(person.id));
            continue;
        }
        let name = whole_name(&entry.first().family, &entry.first().given);
        if let Some(person) = of_this_school(known, entry, names.get(&name), (&taken, &keys)) {
            taken.insert(person.id);
            keys.insert(entry.key, person.id);
            if entry.born.is_none() {
                let before = said(&person.family, &person.given, person.born.as_deref());
                note("identifiant", Doubt::ByName(before));
            }
            found.push(Some(person.id));
            continue;
        }
        if let Some(born) = entry.born {
            let alike = known.born.get(born).map_or(&[][..], Vec::as_slice);
            if let Some(other) = alike.iter().find(|p| whole_name(&p.family, &p.given) == name) {
                note("identifiant", Doubt::Alike(said(&other.family, &other.given, other.born.as_deref())));
            } else if let Some(other) = seen.get(&(name.clone(), born)) {
                note("identifiant", Doubt::Alike((*other).to_owned()));
            }
            seen.insert((name, born), entry.key);
        }
        found.push(None);
    }
    found
}

/// A line to look at.
pub(super) fn noted(entry: &Entry<'_>, person: Option<PersonId>, column: &'static str, doubt: Doubt) -> Line {
    let at = Some((entry.first().line, column, doubt));
    Line { kind: Kind::Check, person, said: entry.said(), detail: String::new(), at }
}

/// The people of the school, and the families of its pupils, by their whole name.
fn by_name(known: &Known) -> HashMap<String, Vec<&Person>> {
    let guardians = known.links.values().flatten().map(|link| link.guardian);
    let here: HashSet<PersonId> = known.held.keys().copied().chain(guardians).collect();
    let mut names: HashMap<String, Vec<&Person>> = HashMap::new();
    for person in here.iter().filter_map(|id| known.people.get(id)) {
        names.entry(whole_name(&person.family, &person.given)).or_default().push(person);
    }
    names
}

/// The one of this name at this school whom no key of the source names yet, and who is this entry: the same day of birth for a pupil; for an adult no
/// other day, and somebody who works here or answers for the same child.
fn of_this_school<'k>(
    known: &'k Known,
    entry: &Entry<'_>,
    alike: Option<&Vec<&'k Person>>,
    (taken, keys): (&HashSet<PersonId>, &HashMap<&str, PersonId>),
) -> Option<&'k Person> {
    let fits = |person: &&&Person| {
        let days = person.born.as_deref().zip(entry.born);
        let pupil = known.held_by(person.id).iter().any(|holding| holding.role == access::Role::Pupil);
        match (entry.is_pupil(), pupil) {
            (true, true) => days.is_some_and(|(one, other)| one == other),
            (true, false) | (false, true) => false,
            (false, false) if days.is_some_and(|(one, other)| one != other) => false,
            (false, false) => entry.rows.iter().any(|row| match &row.post {
                Post::Guardian { of, .. } => of
                    .iter()
                    .filter_map(|child| keys.get(child.as_str()))
                    .any(|child| known.link(person.id, *child).is_some()),
                Post::Staff { .. } => !known.held_by(person.id).is_empty(),
                Post::Pupil { .. } => false,
            }),
        }
    };
    let mut fitting =
        alike?.iter().filter(|person| !taken.contains(&person.id) && !known.sourced.contains(&person.id)).filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    }
}

/// Whether a given name is another one, and not the same with a part more or less (Jean, Jean-Marie).
pub(super) fn given_changes(before: &str, now: &str) -> bool {
    let (before, now) = (fold(before), fold(now));
    !before.split(' ').any(|part| now.split(' ').any(|other| other == part))
}

/// Whole years from a day of birth to today; below 0 when it has not come.
fn age(born: &str, today: Date) -> Option<i16> {
    let born: Date = born.parse().ok()?;
    if born > today {
        return Some(-1);
    }
    let had = (today.month(), today.day()) >= (born.month(), born.day());
    Some(today.year() - born.year() - i16::from(!had))
}
