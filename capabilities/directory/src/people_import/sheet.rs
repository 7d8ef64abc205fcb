//! Bytes become a table: rows of text cells with their lines, whatever the file's kind.
use super::{Fault, Reason};
use calamine::{Data, Reader as _};
use std::{borrow::Cow, io::Cursor, panic::catch_unwind};

/// The largest file we read, in bytes: 600 000 people are about 60 MB.
const MOST: usize = 64 << 20;

/// The rows of a table, each with its line; the first holds the headings. Rows without a word are left out.
pub type Table = Vec<(u64, Vec<String>)>;

/// The first sheet of a spreadsheet, or a CSV.
pub fn table(bytes: &[u8]) -> Result<Table, Fault> {
    if bytes.len() > MOST {
        return Err(Fault::new(1, "-", "", Reason::TooBig));
    }
    // Zip (xlsx, ods) and the old compound file (xls).
    let table = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        // The reader is somebody else's and the bytes too: a panic there is a file that cannot be opened.
        catch_unwind(|| spreadsheet(bytes)).ok().flatten().ok_or_else(|| Fault::new(1, "-", "", Reason::BadSheet))?
    } else {
        separated(bytes)?
    };
    Ok(table.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect())
}

fn spreadsheet(bytes: &[u8]) -> Option<Table> {
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let range = book.worksheet_range_at(0)?.ok()?;
    let first = u64::from(range.start().map_or(0, |(row, _)| row)) + 1;
    Some((first..).zip(range.rows().map(|row| row.iter().map(word).collect())).collect())
}

/// The text of a cell. A number written by a spreadsheet (`12.0`) is a whole number, a date is `2014-05-31`.
fn word(cell: &Data) -> String {
    match cell {
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTimeIso(date) => date.chars().take(10).collect(),
        Data::Bool(yes) => if *yes { "oui" } else { "non" }.to_owned(),
        Data::Empty => String::new(),
        other => other.to_string().trim().to_owned(),
    }
}

fn separated(bytes: &[u8]) -> Result<Table, Fault> {
    let text = text(bytes)?;
    let text = kernel::line_feeds(&text);
    let head = text.trim_start().lines().next().unwrap_or("");
    let delimiter = [b';', b',', b'\t'].into_iter().max_by_key(|mark| head.bytes().filter(|b| b == mark).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b';'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut table = vec![];
    let mut row = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut row) {
            Ok(false) => return Ok(table),
            Ok(true) => {
                let cells = row.iter().map(|cell| cell.trim().to_owned()).collect();
                table.push((line(&text, row.position()), cells));
            }
            Err(_) => return Err(Fault::new(reader.position().line(), "-", "", Reason::NotText)),
        }
    }
}

/// The line of a row: the reader notes where it began to look for it, which may be before empty lines.
fn line(text: &str, position: Option<&csv::Position>) -> u64 {
    let Some(position) = position else { return 1 };
    let from = usize::try_from(position.byte()).unwrap_or(0);
    let empty = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
    position.line() + empty.filter(|b| **b == b'\n').count() as u64
}

/// UTF-8 with or without BOM; else Windows-1252, in which every byte is a letter. A file that has a BOM or an accent in UTF-8
/// (`Ã` and a sign, read as Windows-1252) is meant as UTF-8: a byte that is none there is spoilt, and the line is told.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bare) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) if bare.len() < bytes.len() || bare.windows(2).any(accent) => {
            let line = bare[..error.valid_up_to()].split(|b| *b == b'\n').count() as u64;
            Err(Fault::new(line, "-", "", Reason::NotText))
        }
        Err(_) => Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bare).0),
    }
}

fn accent(pair: &[u8]) -> bool {
    matches!(pair, [0xc3, 0x80..=0xbf])
}
