//! Workbooks of `LibreOffice` (ods): the first visible sheet, cell by cell. Source: `OpenDocument` 1.2, part 1, chapter 9.
use super::{
    COLUMNS, Cell, Gathered, Kind, ROWS,
    part::{Bad, Part, Patience, Zip, add_text, attribute, part},
};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;

/// The most bytes of the content: it is read as it comes, and not kept.
const CONTENT: u64 = 512 << 20;
/// How often a row that says something may be written once and meant again: the same person so often is a slip.
const REPEATED: usize = 1_000;
/// The longest text of a cell, in bytes.
const LONGEST: usize = 1 << 20;

/// Reads the first visible sheet.
pub fn read(zip: &mut Zip<'_>, most: usize) -> Result<Gathered, Bad> {
    let mut part = part(zip, "content.xml", CONTENT)?.ok_or(Bad::Unreadable)?;
    let (mut hidden, mut style, mut buffer) = (HashSet::new(), String::new(), vec![]);
    let mut patience = Patience::default();
    loop {
        buffer.clear();
        patience.spend(1)?;
        match part.read_event_into(&mut buffer)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "style" => style = attribute(&tag, "name").unwrap_or_default(),
                "table-properties" if attribute(&tag, "display").as_deref() == Some("false") => {
                    hidden.insert(std::mem::take(&mut style));
                }
                "table" if attribute(&tag, "style-name").is_none_or(|style| !hidden.contains(&style)) => {
                    return rows(part, most);
                }
                _ => {}
            },
            Event::Eof => return Err(Bad::Unreadable),
            _ => {}
        }
    }
}

/// A row and a cell being read.
#[derive(Default)]
struct Open {
    line: usize,
    rows: usize,
    cells: Vec<Cell>,
    column: usize,
    columns: usize,
    value: Option<Cell>,
    text: String,
    paragraphs: usize,
    within: bool,
}

fn rows(mut part: Part<'_, '_>, most: usize) -> Result<Gathered, Bad> {
    let (mut gathered, mut open, mut buffer) = (Gathered::new(most), Open { line: 1, ..Open::default() }, vec![]);
    let (mut aside, mut patience) = (0_usize, Patience::default());
    loop {
        buffer.clear();
        patience.spend(open.line as u64)?;
        let event = part.read_event_into(&mut buffer)?;
        match &event {
            // A remark on a cell, or a table within one, is none of its text.
            Event::Start(tag) if matches!(tag.local_name().as_ref(), "annotation" | "table" | "shapes") => aside += 1,
            Event::End(tag) if aside > 0 => {
                aside -= usize::from(matches!(tag.local_name().as_ref(), "annotation" | "table" | "shapes"));
            }
            Event::Eof => return Err(Bad::Unreadable),
            _ if aside > 0 => {}
            Event::Start(tag) => open.start(tag)?,
            Event::End(tag) => match tag.local_name().as_ref() {
                "p" => open.within = false,
                "table-cell" | "covered-table-cell" => patience.heard(open.end_cell()?),
                "table-row" => open.end_row(&mut gathered)?,
                "table" => return Ok(gathered),
                _ => {}
            },
            event if open.within => {
                add_text(event, &mut open.text);
                open.bounded()?;
            }
            _ => {}
        }
    }
}

/// How often what begins here is meant.
fn repeated(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

impl Open {
    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Bad> {
        match tag.local_name().as_ref() {
            "table-row" => {
                self.rows = repeated(tag, "number-rows-repeated");
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.columns = repeated(tag, "number-columns-repeated");
                self.value = value(tag);
                self.text.clear();
                self.paragraphs = 0;
            }
            "p" => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
                self.within = true;
            }
            "s" if self.within => {
                let spaces = repeated(tag, "c").min(LONGEST);
                self.text.extend(std::iter::repeat_n(' ', spaces));
            }
            "tab" | "line-break" if self.within => self.text.push('\n'),
            _ => {}
        }
        self.bounded()
    }

    fn bounded(&self) -> Result<(), Bad> {
        if self.text.len() > LONGEST { Err(self.heavy()) } else { Ok(()) }
    }

    fn heavy(&self) -> Bad {
        Bad::Heavy(self.line as u64)
    }

    /// Whether it says something.
    fn end_cell(&mut self) -> Result<bool, Bad> {
        let cell = self.value.take().unwrap_or_else(|| Cell::new(&self.text, Kind::Text));
        let end = self.column.saturating_add(self.columns);
        let says = !cell.text.is_empty();
        if says {
            if end > COLUMNS {
                return Err(self.heavy());
            }
            self.cells.resize_with(self.column, Cell::default);
            self.cells.resize(end, cell);
        }
        self.column = end;
        Ok(says)
    }

    fn end_row(&mut self, gathered: &mut Gathered) -> Result<(), Bad> {
        let cells = std::mem::take(&mut self.cells);
        let end = self.line.saturating_add(self.rows);
        if !cells.is_empty() {
            if self.rows > REPEATED || end > ROWS + 1 {
                return Err(self.heavy());
            }
            for line in self.line..end {
                gathered.push(line as u64, cells.clone())?;
            }
        }
        self.line = end;
        Ok(())
    }
}

/// What a cell's attributes say it is; `None` when its text says it.
fn value(tag: &BytesStart<'_>) -> Option<Cell> {
    match attribute(tag, "value-type")?.as_str() {
        "date" => Some(Cell::new(attribute(tag, "date-value")?.get(..10)?, Kind::Date)),
        "time" => Some(Cell::new(&attribute(tag, "time-value")?, Kind::Date)),
        "boolean" => {
            Some(Cell::new(if attribute(tag, "boolean-value")? == "true" { "oui" } else { "non" }, Kind::Text))
        }
        "float" | "percentage" | "currency" => {
            let number: f64 = attribute(tag, "value")?.parse().ok()?;
            let kind = if number.abs() >= 1e15 { Kind::Rounded } else { Kind::Text };
            Some(Cell::new(&number.to_string(), kind))
        }
        _ => attribute(tag, "string-value").filter(|text| !text.is_empty()).map(|text| Cell::new(&text, Kind::Text)),
    }
}
