//! A table becomes rows of people, or the list of what is wrong with it.
use super::{
    Context, Fault, Note, Noted, PersonRow, Post, Reading, Reason, Rows, Whose,
    column::{Column, Field},
    columns::understood,
    contradiction::contradictions,
    fault::SHOWN,
    group::Found,
    heads::Heads,
    line::Line,
    sheet::{self, Cell, Table},
};
use std::collections::HashMap;

/// How many faults are told at most, and how many notes: beyond, the file is not the one that was meant.
pub(super) const MOST_FAULTS: usize = 1_000;
/// Where headings are looked for, in rows, and how many columns they name at least where they are not the first.
const ABOVE: usize = 10;
const HEADINGS: usize = 3;
/// The most people of a file, guardians counted: as many as a sheet has rows.
const PEOPLE: usize = 1 << 20;

/// Reads a file whole: what each column was taken for, and its people, or all that is wrong with it. `context` is what the file leaves
/// out.
pub fn read(bytes: &[u8], context: &Context) -> Reading {
    let table = match sheet::table(bytes, context.most_rows()) {
        Ok(table) if table.is_empty() => return Reading::failed(Fault::new(1, "-", "", Reason::Empty)),
        Ok(table) => table,
        Err(fault) => return Reading::failed(fault),
    };
    let (mut table, mut found, mut notes) = (table, Found::default(), Notes::default());
    for (line, cells) in table.drain(..titles(&table)) {
        let said = cells.iter().find(|cell| !cell.text.is_empty()).map_or("", |cell| &cell.text);
        notes.add(line, said.chars().take(SHOWN).collect(), Noted::Above);
    }
    let (heads, columns) = Heads::of(&table, context, &mut found);
    missing(&heads, context, &mut found);
    let mut rows = Vec::new();
    for (line, cells) in table.iter().skip(1) {
        // The empty cells at the end of a row may be absent, and a column without a heading says nothing.
        unheaded(*line, &heads, cells, &mut found);
        let line = Line::new(*line, &heads, cells, context);
        line.people(&mut rows, &mut notes, &mut found);
        if rows.len() > PEOPLE {
            found.fault(line.number, "-", "", Reason::Heavy);
            break;
        }
    }
    contradictions(&rows, &heads, &mut found);
    if rows.is_empty() && found.is_empty() {
        found.fault(heads.line, "-", "", Reason::Empty);
    }
    let (faults, groups) = found.told();
    let rows = faults.is_empty().then(|| Rows::of(rows));
    Reading { columns, faults, groups, notes: notes.told, more_notes: notes.more, rows, heads, table }
}

/// How many rows stand above the headings: titles, which name at most one column.
fn titles(table: &Table) -> usize {
    let known = |(_, cells): &(u64, Vec<Cell>)| cells.iter().filter(|cell| understood(&cell.text).is_some()).count();
    if table.first().is_none_or(|first| known(first) > 1) {
        return 0;
    }
    table.iter().take(ABOVE).position(|row| known(row) >= HEADINGS).unwrap_or(0)
}

/// The columns without which no row can be read; the others are missed by the rows that need them.
fn missing(heads: &Heads, context: &Context, found: &mut Found) {
    let mut need = |column: Column, there: bool| {
        if !there {
            found.fault(heads.line, column.name(), "", Reason::MissingColumn);
        }
    };
    let of_guardians = heads.ranks().next().is_some();
    let whole = heads.has(Column::WholeName);
    if context.kind != Some(Whose::Families) || !of_guardians {
        need(Column::Family, whole || heads.has(Column::Family) || heads.has(Column::UsedFamily));
        need(Column::Given, whole || heads.has(Column::Given) || heads.has(Column::UsedGiven));
    }
    let by_row = heads.has(Column::Role);
    need(Column::Role, by_row || matches!(context.kind, Some(Whose::Pupils | Whose::Families)));
    if !by_row && context.kind == Some(Whose::Pupils) {
        need(Column::Born, heads.has(Column::Born));
        need(Column::Class, heads.has(Column::Class));
        need(Column::Uai, heads.has(Column::Uai) || context.school.is_some());
    }
    if !by_row && context.kind == Some(Whose::Families) && !of_guardians {
        need(Column::Of, heads.has(Column::Of));
    }
}

/// Tells the first cell of a row that says something under no heading.
fn unheaded(line: u64, heads: &Heads, cells: &[Cell], found: &mut Found) {
    let first = cells.iter().enumerate().find(|(at, cell)| !cell.text.is_empty() && heads.at(*at).is_none());
    let Some((at, cell)) = first else { return };
    if at >= heads.width {
        found.fault(line, "-", &cell.text, Reason::Cells { expected: heads.width, found: cells.len() });
    } else {
        found.fault(line, &(at + 1).to_string(), &cell.text, Reason::NoHeading);
    }
}

/// What was done with rows and nobody may have meant.
#[derive(Default)]
pub struct Notes {
    told: Vec<Note>,
    more: usize,
    /// Who has a key that was made of a name and a day, with their line.
    made: HashMap<String, u64>,
    /// Guardians without a key, by name and number, with their key and line.
    numbers: HashMap<(String, String), (String, u64)>,
}

impl Notes {
    /// Notes something.
    pub fn add(&mut self, line: u64, said: String, what: Noted) {
        if self.told.len() < MOST_FAULTS {
            self.told.push(Note { line, said, what });
        } else {
            self.more += 1;
        }
    }

    /// A key was made for a person of this line.
    pub fn made(&mut self, line: u64, row: &PersonRow) {
        let said = format!("{} {}", row.family, row.given);
        if let Post::Guardian { .. } = row.post {
            let Some(phone) = row.phone.clone() else { return };
            let one = self.numbers.entry((kernel::fold(&said), phone)).or_insert_with(|| (row.key.clone(), line));
            let (key, first) = one.clone();
            if key != row.key {
                self.add(line, said, Noted::TwoPeople { first });
            }
        } else {
            let first = *self.made.entry(row.key.clone()).or_insert(line);
            if first != line {
                self.add(line, said, Noted::OnePerson { first });
            }
        }
    }
}

impl PersonRow {
    /// Where this row's person has a column.
    pub(super) const fn field(&self, column: Column) -> Field {
        Field { column, guardian: self.guardian }
    }
}
