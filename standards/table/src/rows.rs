//! A file as rows under headings.
use crate::{Fault, Reason, decode, fold, shown};
use csv::{ReaderBuilder, StringRecord};

/// What an export bears.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What may separate its cells: one byte each; of two that the first line has alike, the last.
    pub separators: &'static [char],
    /// The most bytes of a file.
    pub bytes: usize,
    /// The most rows.
    pub rows: usize,
    /// The most cells of a row.
    pub cells: usize,
    /// The longest cell, in characters.
    pub letters: usize,
}

/// The spellings of one heading, folded, the best first.
pub type Heading = &'static [&'static str];

/// A table that was read.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file, as the caller names it.
    pub file: String,
    /// The headings as the file spells them.
    pub heads: Vec<String>,
    folded: Vec<String>,
    /// Its rows, those that say nothing left out.
    pub rows: Vec<Row>,
    head_line: u64,
    separator: char,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Its cells.
    pub cells: StringRecord,
}

impl Table {
    /// Reads a file.
    ///
    /// # Errors
    /// It is no such table, or more than its shape bears.
    pub fn read(file: &str, bytes: &[u8], shape: &Shape) -> Result<Self, Fault<Reason>> {
        let mut table =
            Self { file: shown(file), heads: vec![], folded: vec![], rows: vec![], head_line: 1, separator: ';' };
        let text = decode(bytes, shape.bytes).map_err(|(line, reason)| table.fault(line, None, reason))?;
        table.separator = separator(&text, shape.separators);
        let separator = u8::try_from(table.separator).unwrap_or(b';');
        let mut reader = ReaderBuilder::new();
        let mut reader = reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut lines = Lines { rest: &text, line: 1, start: 0 };
        loop {
            let mut cells = StringRecord::new();
            // Text in memory cannot fail to be read; were it so, the place is still known.
            let more = reader.read_record(&mut cells);
            let line = lines.at(cells.position().map_or(0, csv::Position::byte));
            if !more.map_err(|_| table.fault(line, None, Reason::NotText))? {
                break;
            }
            table.sound(line, &cells, shape)?;
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if table.heads.is_empty() {
                // A separator at the end of the line is no column.
                let named = cells.iter().map(|cell| !cell.trim().is_empty()).collect::<Vec<_>>();
                let count = named.iter().rposition(|named| *named).map_or(0, |last| last + 1);
                table.heads = cells.iter().take(count).map(shown).collect();
                table.folded = cells.iter().take(count).map(fold).collect();
                table.head_line = line;
            } else if table.rows.len() == shape.rows {
                return Err(table.fault(line, None, Reason::TooMany));
            } else {
                table.rows.push(Row { line, cells });
            }
        }
        if table.heads.is_empty() { Err(table.fault(1, None, Reason::Empty)) } else { Ok(table) }
    }

    /// Where this heading stands, if the file has it.
    pub fn place(&self, heading: Heading) -> Option<usize> {
        heading.iter().find_map(|spelling| self.folded.iter().position(|folded| folded == spelling))
    }

    /// Every place of this heading, in the spelling that the file has.
    pub fn places(&self, heading: Heading) -> Vec<usize> {
        let Some(spelling) = self.place(heading).and_then(|place| self.folded.get(place)) else { return vec![] };
        (0..).zip(&self.folded).filter(|(_, folded)| *folded == spelling).map(|(place, _)| place).collect()
    }

    /// Whether the file has each of the first headings, and no other of these twice.
    ///
    /// # Errors
    /// A heading is missing, or stands twice.
    pub fn has(&self, needed: &[Heading], once: &[Heading]) -> Result<(), Fault<Reason>> {
        for heading in needed {
            if self.place(heading).is_none() {
                let column = heading.first().copied().unwrap_or_default().to_owned();
                return Err(Fault { column, ..self.fault(self.head_line, None, Reason::MissingColumn) });
            }
        }
        match once.iter().find_map(|heading| self.places(heading).get(1).copied()) {
            Some(second) => Err(self.fault(self.head_line, Some(second), Reason::TwiceColumn)),
            None => Ok(()),
        }
    }

    /// Whether a row has a cell under each heading, and says nothing beyond.
    ///
    /// # Errors
    /// It has another number of cells.
    pub fn is_whole(&self, row: &Row) -> Result<(), Fault<Reason>> {
        let (expected, found) = (self.heads.len(), row.cells.len());
        let says_more = row.cells.iter().skip(expected).any(|cell| !cell.trim().is_empty());
        if found < expected || says_more {
            Err(self.fault(row.line, None, Reason::Cells { expected, found }))
        } else {
            Ok(())
        }
    }

    /// A fault of this cell, or of the whole row.
    pub fn fault<R>(&self, line: u64, place: Option<usize>, reason: R) -> Fault<R> {
        Fault { file: self.file.clone(), line, column: self.column(place), reason }
    }

    /// A fault of the headings.
    pub fn of_headings<R>(&self, reason: R) -> Fault<R> {
        self.fault(self.head_line, None, reason)
    }

    /// The heading of this place, as the file spells it; `-` where there is none.
    pub fn column(&self, place: Option<usize>) -> String {
        let head = place.and_then(|place| self.heads.get(place)).filter(|head| !head.is_empty());
        head.map_or("-", String::as_str).to_owned()
    }

    /// Whether a row is of bearable size, and has swallowed no other one: a line may be broken within quotation marks,
    /// but a separator after the break says that a row was eaten.
    fn sound(&self, line: u64, cells: &StringRecord, shape: &Shape) -> Result<(), Fault<Reason>> {
        if cells.len() > shape.cells {
            return Err(self.fault(line, None, Reason::TooWide));
        }
        for (place, cell) in cells.iter().enumerate() {
            if cell.split_once('\n').is_some_and(|(_, rest)| rest.contains(self.separator)) {
                return Err(self.fault(line, Some(place), Reason::Quote));
            }
            if cell.len() > shape.letters && cell.chars().count() > shape.letters {
                return Err(self.fault(line, Some(place), Reason::TooLong));
            }
        }
        Ok(())
    }
}

/// On which line a byte stands: the rows come in order, so each part of the text is looked at once.
struct Lines<'t> {
    rest: &'t str,
    line: u64,
    start: usize,
}

impl Lines<'_> {
    fn at(&mut self, byte: u64) -> u64 {
        let ahead = usize::try_from(byte).unwrap_or(usize::MAX).saturating_sub(self.start);
        let (before, rest) = self.rest.split_at_checked(ahead).unwrap_or((self.rest, ""));
        // The reader stands before empty lines, or between the two signs that end a line.
        let row = rest.trim_start_matches(['\r', '\n']);
        let skipped = before.len() + rest.len() - row.len();
        self.line += self.rest.bytes().take(skipped).map(|byte| u64::from(byte == b'\n')).sum::<u64>();
        self.start += skipped;
        self.rest = row;
        self.line
    }
}

/// What separates the cells: of these signs, the one that the first line has most of.
fn separator(text: &str, signs: &[char]) -> char {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    signs.iter().copied().max_by_key(|sign| head.matches(*sign).count()).unwrap_or(';')
}
