//! What was understood of a file: its columns, its faults beside copies of their rows, and its people when there is no fault.
use super::{Fault, Group, Rows, column::Column, column::Field, heads::Heads, sheet::Table};
use std::fmt;

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Its heading as it is written.
    pub heading: String,
    /// What it was taken for.
    pub taken: Taken,
    /// What its first cell that says something says, cut to 40 characters; empty where none does.
    pub example: String,
}

/// What a column was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// This.
    As(Field),
    /// The same as the column of this heading, which says more.
    Twin(String),
    /// Nothing that we need.
    Ignored,
}

/// Something that was done with a row and that nobody may have meant. The import goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The line.
    pub line: u64,
    /// Who.
    pub said: String,
    /// What.
    pub what: Noted,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    /// Two rows without a key of their own have one name and one day of birth: they were taken for one person.
    OnePerson {
        /// The first line.
        first: u64,
    },
    /// A guardian without a key has the name and the number of one of another child: they were taken for two.
    TwoPeople {
        /// The first line.
        first: u64,
    },
    /// A guardian who has no given name, as a service has none, was left out.
    NoGivenName,
    /// The line stands above the headings, as a title does.
    Above,
}

impl Noted {
    /// Every name that [`Noted::key`] can give: a language file has a sentence for each.
    pub const KEYS: [&str; 4] = ["one-person", "two-people", "no-given-name", "above"];

    /// A stable name, by which a language file words it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OnePerson { .. } => "one-person",
            Self::TwoPeople { .. } => "two-people",
            Self::NoGivenName => "no-given-name",
            Self::Above => "above",
        }
    }

    /// The line it is compared with; 0 when none.
    pub const fn first(self) -> u64 {
        match self {
            Self::OnePerson { first } | Self::TwoPeople { first } => first,
            Self::NoGivenName | Self::Above => 0,
        }
    }
}

/// A cell of the row that a fault is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The heading, or the column's number where it has none.
    pub heading: String,
    /// What stands there, cut to 60 characters.
    pub cell: String,
    /// Whether the fault is here.
    pub here: bool,
}

/// What was understood of a file, with faults or without.
pub struct Reading {
    /// Its columns that have a heading, in their order.
    pub columns: Vec<Understood>,
    /// Its faults one by one, a thousand at most and a hundred of a kind.
    pub faults: Vec<Fault>,
    /// The same in groups, each kind once, with how many lines there are of it.
    pub groups: Vec<Group>,
    /// What somebody should know, a thousand at most.
    pub notes: Vec<Note>,
    /// How many of them were left out.
    pub more_notes: usize,
    /// Its people; none when there is a fault.
    pub rows: Option<Rows>,
    pub(super) heads: Heads,
    pub(super) table: Table,
}

impl Reading {
    /// A file of which nothing was understood.
    pub(super) fn failed(fault: Fault) -> Self {
        let faults = vec![fault];
        let groups = super::group::grouped(&faults);
        let (heads, table) = (Heads::default(), vec![]);
        Self { columns: vec![], faults, groups, notes: vec![], more_notes: 0, rows: None, heads, table }
    }

    /// The people, or the faults.
    ///
    /// # Errors
    /// The faults, of which there is at least one.
    pub fn whole(self) -> Result<Rows, Vec<Fault>> {
        self.rows.ok_or(self.faults)
    }

    /// The row of a line as it is written, cell by cell; empty when there is no such line.
    pub fn row(&self, line: u64) -> Vec<&str> {
        let row = self.table.iter().find(|(at, _)| *at == line);
        row.map_or_else(Vec::new, |(_, cells)| cells.iter().map(|cell| cell.text.as_str()).collect())
    }

    /// What the row of a fault says in the columns that count, and in the one of the fault.
    pub fn copy(&self, fault: &Fault) -> Vec<Copied> {
        let column = self.heading(&fault.column);
        let mut copy = vec![];
        if fault.line == self.heads.line {
            return copy;
        }
        for (at, cell) in self.row(fault.line).into_iter().enumerate() {
            let heading = self.heads.at(at).map_or_else(|| (at + 1).to_string(), str::to_owned);
            let here = heading == column;
            let counts = self.columns.iter().any(|one| one.heading == heading && matches!(one.taken, Taken::As(_)));
            if here || (!cell.is_empty() && (counts || self.heads.at(at).is_none())) {
                copy.push(Copied { heading, cell: cell.chars().take(super::fault::SHOWN).collect(), here });
            }
        }
        copy
    }

    /// The heading that stands for a column of the model in this file; the name itself when there is none.
    pub fn heading<'n>(&'n self, column: &'n str) -> &'n str {
        let known = Column::ALL.into_iter().find(|known| known.name() == column);
        known.map_or(column, |known| self.heads.name(Field::own(known)))
    }
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = f.debug_struct("Reading");
        all.field("columns", &self.columns).field("groups", &self.groups).field("notes", &self.notes);
        all.field("rows", &self.rows.as_ref().map(Rows::len)).finish_non_exhaustive()
    }
}
