//! Bytes become a table: rows of text cells with their lines, whatever the file's kind. Nothing is kept of a file before its size is
//! known: what would not fit is refused.
mod ods;
mod part;
mod separated;
mod xlsx;

use super::{Fault, Reason};
use kernel::composed;
use part::Bad;

/// The largest file we read, in bytes: 600 000 people are about 60 MB.
const MOST: usize = 64 << 20;
/// The most rows: as many as a sheet of a spreadsheet has.
const ROWS: usize = 1 << 20;
/// The most columns: the model has twelve.
const COLUMNS: usize = 200;
/// The most cells, 600 000 people: about 300 MB of memory.
const CELLS: usize = 8_000_000;
/// The most text, in bytes.
const TEXT: usize = 96 << 20;

/// The rows of a table, each with its line; the first holds the headings. Rows without a word are left out, and so are the empty
/// cells at the end of a row.
pub type Table = Vec<(u64, Vec<Cell>)>;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text, in NFC, without signs that cannot be seen.
    pub text: String,
    /// What the program that wrote it thinks it is.
    pub kind: Kind,
}

/// What a spreadsheet thinks a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Text, or a whole number.
    #[default]
    Text,
    /// A day or an hour; the text is `2014-05-31`.
    Date,
    /// A number longer than the program keeps.
    Rounded,
}

impl Cell {
    fn new(text: &str, kind: Kind) -> Self {
        Self { text: written(text), kind }
    }
}

/// The text as it was meant: in NFC, without the signs that nobody sees (marks of direction, joiners, soft hyphens).
fn written(text: &str) -> String {
    let unseen =
        |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}');
    let text = text.trim();
    if text.is_ascii() { text.to_owned() } else { composed(text.replace(unseen, "").trim()) }
}

/// A table on its way, which refuses what would not fit.
struct Gathered {
    /// The most rows.
    most: usize,
    rows: Table,
    cells: usize,
    text: usize,
}

impl Gathered {
    fn new(most: usize) -> Self {
        Self { most: most.min(ROWS), rows: vec![], cells: 0, text: 0 }
    }

    /// Adds a row; `Err` is the line where there is too much.
    fn push(&mut self, line: u64, mut cells: Vec<Cell>) -> Result<(), Bad> {
        while cells.last().is_some_and(|cell| cell.text.is_empty()) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        self.cells += cells.len();
        self.text += cells.iter().map(|cell| cell.text.len()).sum::<usize>();
        if self.rows.len() >= self.most || cells.len() > COLUMNS || self.cells > CELLS || self.text > TEXT {
            return Err(Bad::Heavy(line));
        }
        cells.shrink_to_fit();
        self.rows.push((line, cells));
        Ok(())
    }
}

/// The first visible sheet of a spreadsheet, or a CSV, of `most` rows at most.
pub fn table(bytes: &[u8], most: usize) -> Result<Table, Fault> {
    let fault = |line, reason| Fault::new(line, "-", "", reason);
    if bytes.len() > MOST {
        return Err(fault(1, Reason::TooBig));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(fault(1, Reason::OldSheet));
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return separated::read(bytes, most).map(|gathered| gathered.rows);
    }
    let read = || {
        let mut zip = part::open(bytes)?;
        if part::has(&zip, "content.xml") { ods::read(&mut zip, most) } else { xlsx::read(&mut zip, most) }
    };
    // What opens a zip and its parts is somebody else's and the bytes too: a panic there is a file that cannot be opened.
    let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).unwrap_or(Err(Bad::Unreadable));
    read.map(|gathered| gathered.rows).map_err(|bad| match bad {
        Bad::Unreadable => fault(1, Reason::BadSheet),
        Bad::Heavy(line) => fault(line, Reason::Heavy),
        Bad::Hollow(line) => fault(line, Reason::Hollow),
    })
}
