//! Who of a file is known by their key: a key alone is not enough.
use super::{
    Doubt, Fault, Post, Reason, ToCheck,
    entry::{Agreement, Entry, said, whole_name},
};
use crate::{Person, store};
use db::Tx;
use jiff::civil::Date;
use kernel::{Moment, fold};
use std::collections::HashMap;

/// The person each entry is, if known; what cannot be goes to `faults`, what is doubtful to `notes`.
pub fn recognise(
    tx: &mut Tx<'_>,
    source: &str,
    people: &[Entry<'_>],
    now: Moment,
    faults: &mut Vec<Fault>,
    notes: &mut Vec<ToCheck>,
) -> db::Result<Vec<Option<Person>>> {
    let today = now.paris().date();
    let mut births: HashMap<(String, &str), usize> = HashMap::new();
    for entry in people {
        if let Some(born) = entry.born {
            *births.entry((fold(&entry.first().family), born)).or_default() += 1;
        }
    }
    let mut seen: HashMap<(String, &str), &str> = HashMap::new();
    let mut known = Vec::with_capacity(people.len());
    for entry in people {
        let mut note = |column, doubt| {
            notes.push(ToCheck { line: entry.first().line, column, said: entry.said(), doubt });
        };
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
        let person = store::by_key(tx, source, entry.key)?;
        if let Some(person) = &person {
            let before = said(&person.family, &person.given, person.born.as_deref());
            match entry.agrees(person) {
                Agreement::Other => {
                    let reason = Reason::OtherPerson { known: before, said: entry.said() };
                    faults.push(Fault::new(entry.first().line, "identifiant", entry.key, reason));
                }
                Agreement::Perhaps => note("nom", Doubt::Renamed(before)),
                Agreement::Same if given_changes(&person.given, &entry.first().given) => {
                    let family = fold(&entry.first().family);
                    let twin = match entry.born {
                        None => false,
                        Some(born) if births.get(&(family.clone(), born)).is_some_and(|count| *count > 1) => true,
                        Some(born) => store::born_on(tx, born)?
                            .iter()
                            .any(|other| other.id != person.id && fold(&other.family) == family),
                    };
                    note("prenom", if twin { Doubt::Twins(before) } else { Doubt::Renamed(before) });
                }
                Agreement::Same => {}
            }
        } else if let Some(born) = entry.born {
            let name = whole_name(&entry.first().family, &entry.first().given);
            let alike = store::born_on(tx, born)?;
            if let Some(other) = alike.iter().find(|p| whole_name(&p.family, &p.given) == name) {
                note("identifiant", Doubt::Alike(said(&other.family, &other.given, other.born.as_deref())));
            } else if let Some(other) = seen.get(&(name.clone(), born)) {
                note("identifiant", Doubt::Alike((*other).to_owned()));
            }
            seen.insert((name, born), entry.key);
        }
        known.push(person);
    }
    Ok(known)
}

/// Whether a given name is another one, and not the same with a part more or less (Jean, Jean-Marie).
fn given_changes(before: &str, now: &str) -> bool {
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
