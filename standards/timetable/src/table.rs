//! A file as rows under headings, and the cells of a row, each checked as it is read.
use crate::{
    Fault, Reason, Remark,
    fault::shown,
    note::Notes,
    plan::MOST_SLOTS,
    text::{decode, fold, spaced},
};
use csv::{ReaderBuilder, StringRecord};

/// The most cells of a row.
pub const MOST_CELLS: usize = 200;
/// The longest cell, in characters.
pub const LONGEST: usize = 500;

/// The spellings of one heading, folded, the best first.
pub type Heading = &'static [&'static str];

pub struct Table {
    pub file: String,
    /// The headings as the file spells them.
    pub heads: Vec<String>,
    folded: Vec<String>,
    pub rows: Vec<Row>,
    head_line: u64,
    separator: char,
}

pub struct Row {
    pub line: u64,
    pub cells: StringRecord,
}

impl Table {
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Fault> {
        let mut table =
            Self { file: shown(file), heads: vec![], folded: vec![], rows: vec![], head_line: 1, separator: ';' };
        let text = decode(bytes).map_err(|(line, reason)| table.fault(line, None, reason))?;
        table.separator = separator(&text);
        // Each of the three is one byte.
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
            table.sound(line, &cells)?;
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
            } else if table.rows.len() == MOST_SLOTS {
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
    pub fn has(&self, needed: &[Heading], once: &[Heading]) -> Result<(), Fault> {
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
    pub fn is_whole(&self, row: &Row) -> Result<(), Fault> {
        let (expected, found) = (self.heads.len(), row.cells.len());
        let says_more = row.cells.iter().skip(expected).any(|cell| !cell.trim().is_empty());
        if found < expected || says_more {
            Err(self.fault(row.line, None, Reason::Cells { expected, found }))
        } else {
            Ok(())
        }
    }

    /// A fault of this cell, or of the whole row.
    pub fn fault(&self, line: u64, place: Option<usize>, reason: Reason) -> Fault {
        Fault { file: self.file.clone(), line, column: self.column(place), reason }
    }

    /// A fault of the headings.
    pub fn foreign(&self) -> Fault {
        self.fault(self.head_line, None, Reason::Foreign)
    }

    fn column(&self, place: Option<usize>) -> String {
        let head = place.and_then(|place| self.heads.get(place)).filter(|head| !head.is_empty());
        head.map_or("-", String::as_str).to_owned()
    }

    /// Whether a row is of bearable size, and has swallowed no other one: a line may be broken within quotation marks,
    /// but a separator after the break says that a row was eaten.
    fn sound(&self, line: u64, cells: &StringRecord) -> Result<(), Fault> {
        if cells.len() > MOST_CELLS {
            return Err(self.fault(line, None, Reason::TooWide));
        }
        for (place, cell) in cells.iter().enumerate() {
            if cell.split_once('\n').is_some_and(|(_, rest)| rest.contains(self.separator)) {
                return Err(self.fault(line, Some(place), Reason::Quote));
            }
            if cell.len() > LONGEST && cell.chars().count() > LONGEST {
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

/// What separates the cells: of the three signs, the one that the first line has most of.
fn separator(text: &str) -> char {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: &char| head.matches(*sign).count();
    // Of two alike, the last one of the list is taken.
    [',', '\t', ';'].into_iter().max_by_key(count).unwrap_or(';')
}

/// The cells of one row. What is noted of them is gathered.
pub struct Cells<'t> {
    pub table: &'t Table,
    pub row: &'t Row,
    pub notes: &'t mut Notes,
}

impl Cells<'_> {
    /// What the cell under this heading says; none when it says nothing, or the file has no such heading.
    pub fn said(&self, heading: Heading) -> Option<String> {
        let cell = self.row.cells.get(self.table.place(heading)?)?;
        Some(spaced(cell)).filter(|said| !said.is_empty())
    }

    /// What the cell says, without which the row is none.
    pub fn needed<T>(&mut self, heading: Heading, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.said(heading).is_none() {
            self.note(heading, Remark::Incomplete);
            return None;
        }
        self.understood(heading, read).flatten()
    }

    /// What the cell says, if it says anything; none when it is not understood, and then the row is none.
    #[expect(clippy::option_option, reason = "nothing said and not understood are two")]
    pub fn understood<T>(&mut self, heading: Heading, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
        let Some(said) = self.said(heading) else { return Some(None) };
        let meaning = read(&said);
        if meaning.is_none() {
            self.note(heading, Remark::NotUnderstood(shown(&said)));
        }
        meaning.map(Some)
    }

    /// A note of this cell.
    pub fn note(&mut self, heading: Heading, remark: Remark) {
        self.notes.add(self.row.line, &self.table.column(self.table.place(heading)), remark);
    }
}
