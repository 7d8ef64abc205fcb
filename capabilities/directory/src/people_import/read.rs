//! A table becomes rows of people, or the list of what is wrong with it.
use super::{
    COLUMNS, Fault, PersonRow, Post, Reason, Rows, cell,
    cell::Part,
    sheet::{self, Cell, Kind},
};
use kernel::fold;
use std::collections::HashMap;

/// How many faults are told at most: beyond, the file is not the one that was meant.
pub(super) const MOST_FAULTS: usize = 1_000;
/// How many of [`COLUMNS`] must be there.
const NEEDED: usize = 8;

/// Reads a file whole, or says all that is wrong with it (a thousand faults at most).
pub fn read(bytes: &[u8]) -> Result<Rows, Vec<Fault>> {
    let mut table = sheet::table(bytes).map_err(|fault| vec![fault])?.into_iter();
    let (line, heads) = table.next().ok_or_else(|| vec![Fault::new(1, "-", "", Reason::Empty)])?;
    let places = places(line, &heads)?;
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    for (line, cells) in table {
        // The empty cells at the end of a row may be absent, and a column without a heading says nothing.
        match unheaded(line, &heads, &cells) {
            None => match (Line { number: line, places: &places, cells: &cells }).row() {
                Ok(row) => rows.push(row),
                Err(fault) => faults.push(*fault),
            },
            Some(fault) => faults.push(fault),
        }
        if faults.len() >= MOST_FAULTS {
            return Err(faults);
        }
    }
    contradictions(&rows, &mut faults);
    if rows.is_empty() && faults.is_empty() {
        faults.push(Fault::new(line, "-", "", Reason::Empty));
    }
    faults.truncate(MOST_FAULTS);
    if faults.is_empty() { Ok(Rows(rows)) } else { Err(faults) }
}

/// Where each column stands in the file.
type Places = [Option<usize>; COLUMNS.len()];

/// The first cell of a row that says something under no heading.
fn unheaded(line: u64, heads: &[Cell], cells: &[Cell]) -> Option<Fault> {
    let headed = |at: usize| heads.get(at).is_some_and(|head| !head.text.is_empty());
    let (at, cell) = cells.iter().enumerate().find(|(at, cell)| !cell.text.is_empty() && !headed(*at))?;
    if at >= heads.len() {
        let reason = Reason::Cells { expected: heads.len(), found: cells.len() };
        return Some(Fault::new(line, "-", &cell.text, reason));
    }
    Some(Fault::new(line, &(at + 1).to_string(), &cell.text, Reason::NoHeading))
}

fn places(line: u64, heads: &[Cell]) -> Result<Places, Vec<Fault>> {
    let mut places = Places::default();
    let mut faults = vec![];
    for (at, head) in heads.iter().enumerate().filter(|(_, head)| !head.text.is_empty()) {
        let head = head.text.as_str();
        let folded = fold(head).replace(' ', "_");
        match COLUMNS.iter().position(|column| *column == folded) {
            None => faults.push(Fault::new(line, head, head, Reason::UnknownColumn)),
            Some(column) if places[column].is_some() => faults.push(Fault::new(line, head, head, Reason::TwiceColumn)),
            Some(column) => places[column] = Some(at),
        }
    }
    let missing = COLUMNS.iter().zip(&places).take(NEEDED).filter(|(_, place)| place.is_none());
    faults.extend(missing.map(|(column, _)| Fault::new(line, column, "", Reason::MissingColumn)));
    faults.truncate(MOST_FAULTS);
    if faults.is_empty() { Ok(places) } else { Err(faults) }
}

/// The cells of one row, by column.
struct Line<'c> {
    number: u64,
    places: &'c Places,
    cells: &'c [Cell],
}

impl Line<'_> {
    fn row(&self) -> Result<PersonRow, Box<Fault>> {
        Ok(PersonRow {
            line: self.number,
            key: self.needed("identifiant", cell::key)?,
            family: self.needed("nom", cell::name)?,
            given: self.needed("prenom", cell::name)?,
            born: self.optional("naissance", cell::date)?,
            post: self.post()?,
            phone: self.optional("telephone", cell::phone)?,
            lang: self.optional("langue", cell::lang)?,
            user: self.optional("utilisateur", cell::user)?,
            until: None,
        })
    }

    /// What the person is. A cell that the role has no use for is a sign that the row is not what it seems.
    fn post(&self) -> Result<Post, Box<Fault>> {
        let part = self.needed("role", cell::part)?;
        let idle: &[&str] = match part {
            Part::Pupil => &["responsable_de", "autorite", "utilisateur"],
            Part::Guardian => &["uai", "classe", "utilisateur"],
            Part::Staff(_) => &["classe", "responsable_de", "autorite"],
        };
        if let Some(column) = idle.iter().find(|column| !self.cell(column).is_empty()) {
            return Err(Box::new(self.fault(column, Reason::NotForRole)));
        }
        let uai = |text: &str| text.parse().map_err(Reason::Uai);
        Ok(match part {
            Part::Pupil => {
                self.needed("naissance", cell::date)?;
                Post::Pupil { uai: self.needed("uai", uai)?, class: self.needed("classe", cell::class)? }
            }
            Part::Guardian => Post::Guardian {
                of: self.needed("responsable_de", |text| {
                    let keys = text.split([',', '|', ' ']).filter(|key| !key.is_empty()).map(cell::key);
                    let keys = keys.collect::<Result<Vec<_>, _>>()?;
                    if keys.is_empty() { Err(Reason::Key) } else { Ok(keys) }
                })?,
                authority: self.said("autorite", cell::yes)?,
            },
            Part::Staff(role) => Post::Staff { role, uai: self.needed("uai", uai)? },
        })
    }

    /// What stands in a column; nothing when the file has no such column.
    fn cell(&self, column: &str) -> &str {
        self.whole(column).map_or("", |cell| &cell.text)
    }

    fn whole(&self, column: &str) -> Option<&Cell> {
        let place = COLUMNS.iter().position(|known| *known == column).and_then(|at| self.places[at]);
        place.and_then(|place| self.cells.get(place))
    }

    fn said<T>(&self, column: &str, read: impl FnOnce(&str) -> Result<T, Reason>) -> Result<T, Box<Fault>> {
        let cell = self.cell(column);
        let kind = self.whole(column).map_or(Kind::Text, |cell| cell.kind);
        cell::plain(cell, column == "telephone")
            .and_then(|()| meant(column, cell, kind))
            .and_then(|()| read(cell))
            .map_err(|reason| Box::new(self.fault(column, reason)))
    }

    fn needed<T>(&self, column: &str, read: impl FnOnce(&str) -> Result<T, Reason>) -> Result<T, Box<Fault>> {
        self.said(column, |cell| if cell.is_empty() { Err(Reason::EmptyCell) } else { read(cell) })
    }

    fn optional<T>(&self, column: &str, read: impl FnOnce(&str) -> Result<T, Reason>) -> Result<Option<T>, Box<Fault>> {
        self.said(column, |cell| if cell.is_empty() { Ok(None) } else { read(cell).map(Some) })
    }

    fn fault(&self, column: &str, reason: Reason) -> Fault {
        Fault::new(self.number, column, self.cell(column), reason)
    }
}

/// Refuses what a spreadsheet has made of a cell: a date outside the column of dates, a number it has rounded.
fn meant(column: &str, cell: &str, kind: Kind) -> Result<(), Reason> {
    match kind {
        Kind::Rounded => Err(Reason::Rounded),
        _ if cell::rounded(cell) => Err(Reason::Rounded),
        _ if column == "naissance" => Ok(()),
        Kind::Date => Err(Reason::DateHere),
        Kind::Text if cell::dated(cell) => Err(Reason::DateHere),
        Kind::Text => Ok(()),
    }
}

/// Rows of one key must say one person, and one thing of each child; a user name belongs to one key.
fn contradictions(rows: &[PersonRow], faults: &mut Vec<Fault>) {
    let mut first: HashMap<&str, &PersonRow> = HashMap::new();
    let mut users: HashMap<&str, &PersonRow> = HashMap::new();
    let mut authorities: HashMap<(&str, &str), (bool, u64)> = HashMap::new();
    for row in rows {
        if let Post::Guardian { of, authority } = &row.post {
            for child in of {
                let (before, first) = *authorities.entry((&row.key, child)).or_insert((*authority, row.line));
                if before != *authority {
                    let (said, child) = (if *authority { "oui" } else { "non" }, child.clone());
                    faults.push(Fault::new(row.line, "autorite", said, Reason::AuthorityTwice { first, child }));
                }
            }
        }
        let known = *first.entry(&row.key).or_insert(row);
        if let Some((column, value)) = differs(known, row) {
            faults.push(Fault::new(row.line, column, value, Reason::Contradiction { first: known.line }));
        }
        if let Some(user) = &row.user {
            let holder = *users.entry(user).or_insert(row);
            if holder.key != row.key {
                faults.push(Fault::new(row.line, "utilisateur", user, Reason::UserTwice { first: holder.line }));
            }
        }
    }
}

/// The first column in which two rows of one key disagree, and what the second says there.
fn differs<'r>(one: &PersonRow, other: &'r PersonRow) -> Option<(&'static str, &'r str)> {
    let names = [("nom", &one.family, &other.family), ("prenom", &one.given, &other.given)];
    // Capitals, accents and apostrophes are spellings of one name.
    if let Some((column, _, said)) = names.into_iter().find(|(_, one, other)| fold(one) != fold(other)) {
        return Some((column, said));
    }
    let pairs = [
        ("naissance", one.born.as_ref(), other.born.as_ref()),
        ("telephone", one.phone.as_ref(), other.phone.as_ref()),
        ("langue", one.lang.as_ref(), other.lang.as_ref()),
        ("utilisateur", one.user.as_ref(), other.user.as_ref()),
    ];
    pairs.into_iter().find_map(|(column, one, other)| {
        let (one, other) = (one?, other?);
        (one != other).then_some((column, other.as_str()))
    })
}
