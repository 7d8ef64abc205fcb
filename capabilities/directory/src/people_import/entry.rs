//! One person of a file: all their rows taken together, and how far that is a person already known.
use super::{Key, PersonRow, Post, Rows};
use crate::Person;
use kernel::fold;
use std::collections::HashMap;

/// One person of the file: all their rows.
pub struct Entry<'r> {
    /// The source's key.
    pub key: &'r str,
    /// Their rows, at least one.
    pub rows: Vec<&'r PersonRow>,
    /// The first date of birth given.
    pub born: Option<&'r str>,
    /// The first number given.
    pub phone: Option<&'r str>,
    /// The first language given.
    pub lang: Option<&'r str>,
    /// The first user name given.
    pub user: Option<&'r str>,
}

impl<'r> Entry<'r> {
    /// Their first row.
    pub fn first(&self) -> &'r PersonRow {
        self.rows[0]
    }

    /// What other sources call them.
    pub fn others(&self) -> impl Iterator<Item = &'r Key> {
        self.rows.iter().flat_map(|row| &row.others)
    }

    /// Whether one of their rows enrols them.
    pub fn is_pupil(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.post, Post::Pupil { .. }))
    }

    /// What their rows say of their authority over the child of this key, if they say something.
    pub fn authority_over(&self, child: &str) -> Option<bool> {
        self.rows.iter().find_map(|row| match &row.post {
            Post::Guardian { of, authority: Some(said) } if of.iter().any(|key| key == child) => Some(*said),
            _ => None,
        })
    }

    /// « Nouvel Inès, 2014-05-31 », to be shown beside another.
    pub fn said(&self) -> String {
        said(&self.first().family, &self.first().given, self.born)
    }

    /// How far `known`, who has the key, is the person of these rows.
    pub fn agrees(&self, known: &Person) -> Agreement {
        let row = self.first();
        let dates = known.born.as_deref().zip(self.born);
        if whole_name(&known.family, &known.given) == whole_name(&row.family, &row.given)
            || dates.is_some_and(|(one, other)| one == other)
        {
            Agreement::Same
        } else if dates.is_none() && fold(&known.given) == fold(&row.given) {
            Agreement::Perhaps
        } else {
            Agreement::Other
        }
    }
}

/// A person in one line.
pub fn said(family: &str, given: &str, born: Option<&str>) -> String {
    born.map_or_else(|| format!("{family} {given}"), |born| format!("{family} {given}, {born}"))
}

/// The people of the file, in the order of their first rows.
pub fn gather(rows: &Rows) -> Vec<Entry<'_>> {
    let mut places = HashMap::new();
    let mut people: Vec<Entry<'_>> = vec![];
    for row in &rows.people {
        let at = *places.entry(row.key.as_str()).or_insert(people.len());
        if at == people.len() {
            people.push(Entry { key: &row.key, rows: vec![], born: None, phone: None, lang: None, user: None });
        }
        let entry = &mut people[at];
        entry.rows.push(row);
        entry.born = entry.born.or(row.born.as_deref());
        entry.phone = entry.phone.or(row.phone.as_deref());
        entry.lang = entry.lang.or(row.lang.as_deref());
        entry.user = entry.user.or(row.user.as_deref());
    }
    people
}

/// How far a row and a known person of the same key say the same person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The name or the date of birth says so too.
    Same,
    /// Only the given name does, and nobody gave a date of birth: a family name may change.
    Perhaps,
    /// Nothing but the key does.
    Other,
}

/// The name as two spellings of it share it.
pub fn whole_name(family: &str, given: &str) -> String {
    fold(&format!("{family} {given}"))
}
