//! CSV: its encoding, which nobody declares; its separator; its rows.
use super::{COLUMNS, Cell, Gathered, Kind, ROWS, part::Bad};
use crate::people_import::{Fault, Reason};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The rows of a CSV.
pub fn read(bytes: &[u8], most: usize) -> Result<Gathered, Fault> {
    let fault = |line, reason| Fault::new(line, "-", "", reason);
    let text = text(bytes).map_err(|(line, reason)| fault(line, reason))?;
    let text = kernel::line_feeds(&text);
    let (told, text, before) = told_separator(&text);
    if text.lines().nth(ROWS).is_some() {
        return Err(fault(ROWS as u64 + 1 + before, Reason::Heavy));
    }
    let head = text.trim_start().lines().next().unwrap_or("");
    let count = |mark: &u8| head.bytes().filter(|b| b == mark).count();
    let delimiter = told.or([b';', b',', b'\t'].into_iter().max_by_key(count)).unwrap_or(b';');
    // The reader keeps a place for each cell of a line before anybody sees them.
    let wide = |line: &str| line.bytes().filter(|b| *b == delimiter).count() > 4 * COLUMNS;
    if let Some(line) = text.lines().position(wide) {
        return Err(fault(line as u64 + 1 + before, Reason::Heavy));
    }
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut gathered, mut row, mut width, mut last) = (Gathered::new(most), csv::StringRecord::new(), 0, (0, 0));
    loop {
        match reader.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => {
                let line = line(text, row.position()) + before;
                width = width.max(row.len());
                last = (line, row.len());
                let cells = row.iter().map(|cell| Cell::new(cell, Kind::Text)).collect();
                gathered.push(line, cells).map_err(|bad| match bad {
                    Bad::Heavy(line) => fault(line, Reason::Heavy),
                    Bad::Unreadable | Bad::Hollow(_) => fault(line, Reason::NotText),
                })?;
            }
            Err(_) => return Err(fault(reader.position().line() + before, Reason::NotText)),
        }
    }
    // A last line that ends in the middle, where others go on, was cut on the way.
    if last.1 < width && !text.ends_with('\n') {
        return Err(fault(last.0, Reason::Cells { expected: width, found: last.1 }));
    }
    Ok(gathered)
}

/// The separator that Excel writes into a first line of its own (`sep=;`), the text behind it, and how many lines that took.
fn told_separator(text: &str) -> (Option<u8>, &str, u64) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end().trim_matches('"').strip_prefix("sep=").map(str::as_bytes) {
        Some([mark @ (b';' | b',' | b'\t')]) => (Some(*mark), rest, 1),
        _ => (None, text, 0),
    }
}

/// The line of a row: the reader notes where it began to look for it, which may be before empty lines.
fn line(text: &str, position: Option<&csv::Position>) -> u64 {
    let Some(position) = position else { return 1 };
    let from = usize::try_from(position.byte()).unwrap_or(0);
    let empty = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
    position.line() + empty.filter(|b| **b == b'\n').count() as u64
}

/// UTF-8 with or without BOM; UTF-16 with BOM; else Windows-1252, if it can be that. What is none of them is refused with the line
/// where it shows.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, (u64, Reason)> {
    let line = |at: usize| bytes[..at].split(|b| *b == b'\n').count() as u64;
    if let Some((encoding, 2)) = Encoding::for_bom(bytes)
        && [UTF_16LE, UTF_16BE].contains(&encoding)
    {
        let (text, broken) = encoding.decode_with_bom_removal(bytes);
        return if broken { Err((1, Reason::Encoding)) } else { Ok(text) };
    }
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let before = bytes.len() - bare.len();
    // Every other byte is nothing: UTF-16 that does not say so.
    if bare.split(|b| *b == 0).count() > 1 + bare.len() / 4 {
        return Err((1, Reason::Encoding));
    }
    match std::str::from_utf8(bare) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        // A file that has a BOM or an accent in UTF-8 is meant as UTF-8: a byte that is none there is spoilt.
        Err(error) if before > 0 || bare.windows(2).any(accent) => {
            Err((line(before + error.valid_up_to()), Reason::NotText))
        }
        Err(_) => match bare.iter().position(|byte| foreign(*byte)) {
            Some(at) => Err((line(before + at), Reason::Encoding)),
            None => Ok(WINDOWS_1252.decode_without_bom_handling(bare).0),
        },
    }
}

/// `Ã` and a sign, read as Windows-1252.
fn accent(pair: &[u8]) -> bool {
    matches!(pair, [0xc3, 0x80..=0xbf])
}

/// Whether a byte speaks against Windows-1252. An old Macintosh and DOS write `é`, `è`, `ê`, `ç` so; Windows has nothing there, or signs
/// that no school writes. The letters `Š š Ž ž` are among them: a file that means them says so in UTF-8.
fn foreign(byte: u8) -> bool {
    const WRITTEN: [u8; 10] = [0x80, 0x85, 0x8c, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9c];
    matches!(byte, 0x80..=0x9e) && !WRITTEN.contains(&byte)
}
