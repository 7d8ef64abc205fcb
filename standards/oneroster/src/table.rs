//! A file as rows of cells, each row bounded before it takes memory.
use crate::{Fault, Reason};
use std::io::{self, Read};

/// The longest row, in bytes.
const ROW: usize = 256 << 10;
/// The most columns.
const COLUMNS: usize = 200;

/// Bytes, counted: so many in the file, so many until the next row. Each line ends with one `\n`, the last one too,
/// so that lines can be counted.
struct Lines<R> {
    bytes: R,
    left: u64,
    room: usize,
    failure: Option<Reason>,
    after_return: bool,
    ended: bool,
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut kept = 0;
        while kept == 0 && !self.ended && !into.is_empty() {
            if self.room == 0 {
                return self.fail(Reason::TooLong);
            }
            let read = self.bytes.read(into)?;
            self.room = self.room.saturating_sub(read);
            let Some(left) = self.left.checked_sub(read as u64) else { return self.fail(Reason::TooLarge) };
            self.left = left;
            if read == 0 {
                self.ended = true;
                into.iter_mut().take(1).for_each(|byte| *byte = b'\n');
                return Ok(1);
            }
            kept = self.line_ends(into, read);
        }
        Ok(kept)
    }
}

impl<R> Lines<R> {
    fn fail(&mut self, reason: Reason) -> io::Result<usize> {
        self.failure = Some(reason);
        Err(io::ErrorKind::InvalidData.into())
    }

    /// Makes `\n` of `\r` and `\r\n`; gives how many bytes are left.
    fn line_ends(&mut self, bytes: &mut [u8], read: usize) -> usize {
        let mut kept = 0;
        for place in 0..read {
            let Some(byte) = bytes.get(place).copied() else { break };
            let second = byte == b'\n' && self.after_return;
            self.after_return = byte == b'\r';
            if let Some(to) = bytes.get_mut(kept).filter(|_| !second) {
                *to = if self.after_return { b'\n' } else { byte };
                kept += 1;
            }
        }
        kept
    }
}

/// The rows of a file, one after the other.
pub(crate) struct Table<R> {
    pub file: String,
    pub heads: Vec<String>,
    pub row: csv::StringRecord,
    pub line: u64,
    reader: csv::Reader<Lines<R>>,
}

impl<R: Read> Table<R> {
    /// A file of at most so many bytes, its headings read.
    pub fn of(file: &str, bytes: R, most: u64) -> Result<Self, Fault> {
        let lines = Lines { bytes, left: most, room: ROW, failure: None, after_return: false, ended: false };
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(lines);
        let mut table = Self { file: file.to_owned(), heads: vec![], row: csv::StringRecord::new(), line: 1, reader };
        if !table.next()? {
            return Err(table.fault("-", "", Reason::Empty));
        }
        if table.row.len() > COLUMNS {
            return Err(table.fault("-", "", Reason::TooManyColumns));
        }
        for head in &table.row {
            let head = head.trim();
            if !head.is_empty() && table.heads.iter().any(|other| other.eq_ignore_ascii_case(head)) {
                return Err(table.fault(head, "", Reason::TwiceColumn));
            }
            table.heads.push(head.to_owned());
        }
        Ok(table)
    }

    /// Reads the next row, whole; false when there is none. Rows of nothing but commas, as spreadsheets leave them,
    /// are none.
    pub fn next(&mut self) -> Result<bool, Fault> {
        loop {
            self.reader.get_mut().room = ROW;
            if !self.reader.read_record(&mut self.row).map_err(|error| self.failed(&error))? {
                return Ok(false);
            }
            self.line = self.reader.position().line().saturating_sub(self.lines()).max(1);
            self.whole()?;
            if self.row.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(true);
            }
        }
    }

    /// How many lines the row has. Empty lines before it are a part of it for the reader, so that its line is counted
    /// from its end; only a quotation mark that is never closed ends a row without the end of a line.
    fn lines(&self) -> u64 {
        let within = self.row.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
        let unclosed = self.reader.get_ref().ended && self.row.as_slice().ends_with('\n');
        within + u64::from(!unclosed)
    }

    /// How many bytes the file could still have.
    pub fn left(&self) -> u64 {
        self.reader.get_ref().left
    }

    pub fn fault(&self, column: &str, value: &str, reason: Reason) -> Fault {
        Fault::new(&self.file, self.line, column, value, reason)
    }

    fn whole(&self) -> Result<(), Fault> {
        let head = |at: usize| self.heads.get(at).map_or("-", String::as_str);
        let cells = || self.row.iter().enumerate();
        if let Some((at, (value, _))) = cells().find_map(|(at, cell)| Some((at, cell.split_once('\n')?))) {
            return Err(self.fault(head(at), value, Reason::Quote));
        }
        let (expected, found) = (self.heads.len(), self.row.len());
        if expected > 0 && expected != found {
            return Err(self.fault("-", self.row.get(0).unwrap_or(""), Reason::Cells { expected, found }));
        }
        match cells().find(|(_, cell)| cell.contains(|sign: char| sign.is_control() && sign != '\t')) {
            Some((at, _)) => Err(self.fault(head(at), "", Reason::NotText)),
            None => Ok(()),
        }
    }

    fn failed(&self, error: &csv::Error) -> Fault {
        let line = self.reader.position().line();
        let (line, column, reason) = match error.kind() {
            csv::ErrorKind::Utf8 { err, .. } => {
                let column = self.heads.get(err.field()).map_or("-", String::as_str);
                (line.saturating_sub(1).max(1), column, Reason::NotText)
            }
            csv::ErrorKind::Io(error) => {
                let failure = self.reader.get_ref().failure.clone();
                (line, "-", failure.unwrap_or(Reason::Input(error.kind())))
            }
            _ => (line, "-", Reason::NotText),
        };
        Fault::new(&self.file, line, column, "", reason)
    }
}
