//! Workbooks of Excel (xlsx): the first visible sheet, cell by cell. Source: ECMA-376, part 1, clause 18.
use super::{
    COLUMNS, Cell, Gathered, Kind, ROWS, TEXT,
    part::{Bad, Part, Patience, Zip, add_text, attribute, part},
};
use jiff::{ToSpan, civil::Date};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// The most bytes of the list of sheets, of styles.
const SMALL: u64 = 16 << 20;
/// The most bytes of the shared texts.
const SHARED: u64 = 256 << 20;
/// The most bytes of a sheet: it is read as it comes, and not kept.
const SHEET: u64 = 512 << 20;
/// The most shared texts.
const MOST_SHARED: usize = 4_000_000;

/// Reads the first visible sheet.
pub fn read(zip: &mut Zip<'_>, most: usize) -> Result<Gathered, Bad> {
    let (sheet, from_1904) = first_visible(zip)?;
    let targets = targets(zip)?;
    let kinds = kinds(zip)?;
    let shared = shared(zip)?;
    let path = targets.get(&sheet).ok_or(Bad::Unreadable)?;
    let part = part(zip, path, SHEET)?.ok_or(Bad::Unreadable)?;
    rows(part, &Book { from_1904, kinds, shared }, most)
}

/// Calls `on` for each event of a part, until its end; it says whether something was said.
fn each(mut part: Part<'_, '_>, mut on: impl FnMut(Event<'_>) -> Result<Heard, Bad>) -> Result<(), Bad> {
    let (mut buffer, mut patience, mut line) = (vec![], Patience::default(), 1);
    loop {
        buffer.clear();
        patience.spend(line)?;
        let event = part.read_event_into(&mut buffer)?;
        if matches!(event, Event::Eof) {
            return Ok(());
        }
        match on(event)? {
            Heard::Nothing => {}
            Heard::Line(at) => line = at,
            Heard::Text => patience.heard(true),
            Heard::End => return Ok(()),
        }
    }
}

/// What an event said.
enum Heard {
    Nothing,
    /// Another line begins.
    Line(u64),
    /// Something that is kept.
    Text,
    /// What follows is not read.
    End,
}

/// The relation of the first sheet that is shown, and whether days count from 1904.
fn first_visible(zip: &mut Zip<'_>) -> Result<(String, bool), Bad> {
    let (mut first, mut from_1904) = (None, false);
    each(part(zip, "xl/workbook.xml", SMALL)?.ok_or(Bad::Unreadable)?, |event| {
        if let Event::Start(tag) = event {
            match tag.local_name().as_ref() {
                "workbookPr" => from_1904 = attribute(&tag, "date1904").is_some_and(|yes| yes == "1" || yes == "true"),
                "sheet" if first.is_none() && attribute(&tag, "state").is_none_or(|state| state == "visible") => {
                    first = attribute(&tag, "id");
                }
                _ => {}
            }
        }
        Ok(Heard::Nothing)
    })?;
    Ok((first.ok_or(Bad::Unreadable)?, from_1904))
}

/// Where each relation leads.
fn targets(zip: &mut Zip<'_>) -> Result<HashMap<String, String>, Bad> {
    let mut targets = HashMap::new();
    each(part(zip, "xl/_rels/workbook.xml.rels", SMALL)?.ok_or(Bad::Unreadable)?, |event| {
        if let Event::Start(tag) = event
            && let Some((id, to)) = attribute(&tag, "Id").zip(attribute(&tag, "Target"))
        {
            targets.insert(id, to.strip_prefix('/').map_or_else(|| format!("xl/{to}"), str::to_owned));
        }
        Ok(Heard::Nothing)
    })?;
    Ok(targets)
}

/// What each style makes of a number.
fn kinds(zip: &mut Zip<'_>) -> Result<Vec<Kind>, Bad> {
    let Some(part) = part(zip, "xl/styles.xml", SMALL)? else { return Ok(vec![]) };
    let (mut own, mut kinds, mut within) = (HashMap::new(), vec![], false);
    each(part, |event| {
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    own.extend(
                        attribute(&tag, "numFmtId").zip(attribute(&tag, "formatCode").map(|code| kind_of(&code))),
                    );
                }
                "cellXfs" => within = true,
                "xf" if within => {
                    let id = attribute(&tag, "numFmtId").unwrap_or_default();
                    kinds.push(own.get(&id).copied().unwrap_or_else(|| built_in(&id)));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => within = false,
            _ => {}
        }
        Ok(Heard::Nothing)
    })?;
    Ok(kinds)
}

/// What a format that every Excel has makes of a number.
fn built_in(id: &str) -> Kind {
    match id.parse() {
        Ok(14_u32..=22 | 27..=36 | 45..=47 | 50..=58) => Kind::Date,
        Ok(11 | 48) => Kind::Rounded,
        _ => Kind::Text,
    }
}

/// What a format of the workbook's own makes of a number: what stands in quotes, in brackets or behind a backslash says nothing.
fn kind_of(code: &str) -> Kind {
    let (mut quoted, mut bracketed, mut escaped, mut signs) = (false, false, false, String::new());
    for sign in code.chars() {
        match sign {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => escaped = true,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            sign if !quoted && !bracketed => signs.push(sign.to_ascii_lowercase()),
            _ => {}
        }
    }
    match signs {
        signs if signs.contains("e+") || signs.contains("e-") => Kind::Rounded,
        signs if signs.contains("general") => Kind::Text,
        signs if signs.contains(['d', 'm', 'y', 'h', 's', 'j', 'a']) => Kind::Date,
        _ => Kind::Text,
    }
}

/// Texts that cells point to, one behind the other.
#[derive(Default)]
struct Shared {
    text: String,
    ends: Vec<usize>,
}

impl Shared {
    fn get(&self, at: usize) -> Option<&str> {
        let from = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(from..*self.ends.get(at)?)
    }
}

fn shared(zip: &mut Zip<'_>) -> Result<Shared, Bad> {
    let Some(part) = part(zip, "xl/sharedStrings.xml", SHARED)? else { return Ok(Shared::default()) };
    let (mut shared, mut within, mut spoken) = (Shared::default(), false, false);
    each(part, |event| {
        let mut heard = Heard::Nothing;
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => within = true,
                // How a name is pronounced, not how it is written.
                "rPh" => spoken = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => within = false,
                "rPh" => spoken = false,
                "si" => {
                    let before = shared.ends.last().copied().unwrap_or(0);
                    shared.ends.push(shared.text.len());
                    heard = if shared.text.len() > before { Heard::Text } else { Heard::Nothing };
                }
                _ => {}
            },
            event if within && !spoken => add_text(event, &mut shared.text),
            _ => {}
        }
        if shared.text.len() > TEXT || shared.ends.len() > MOST_SHARED { Err(Bad::Heavy(1)) } else { Ok(heard) }
    })?;
    Ok(shared)
}

/// What cells refer to.
struct Book {
    from_1904: bool,
    kinds: Vec<Kind>,
    shared: Shared,
}

/// A cell being read.
#[derive(Default)]
struct Open {
    column: usize,
    kind: Kind,
    shape: String,
    text: String,
    within: bool,
}

fn rows(part: Part<'_, '_>, book: &Book, most: usize) -> Result<Gathered, Bad> {
    let mut gathered = Gathered::new(most);
    let (mut line, mut cells, mut open) = (0_u64, Vec::<Cell>::new(), Open::default());
    each(part, |event| {
        let mut heard = Heard::Nothing;
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => {
                    line = attribute(tag, "r").and_then(|r| r.parse().ok()).unwrap_or(line + 1);
                    open.column = 0;
                    return Ok(Heard::Line(line));
                }
                "c" => open = opened(tag, open.column, book),
                "v" | "t" => open.within = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" | "t" => open.within = false,
                "c" => {
                    let cell = book.cell(&open);
                    if !cell.text.is_empty() {
                        if open.column >= COLUMNS || line > ROWS as u64 {
                            return Err(Bad::Heavy(line));
                        }
                        cells.resize_with(cells.len().max(open.column + 1), Cell::default);
                        cells[open.column] = cell;
                        heard = Heard::Text;
                    }
                    open.column += 1;
                }
                "row" => gathered.push(line, std::mem::take(&mut cells))?,
                "sheetData" => return Ok(Heard::End),
                _ => {}
            },
            event if open.within => {
                add_text(event, &mut open.text);
                if open.text.len() > 1 << 20 {
                    return Err(Bad::Heavy(line));
                }
            }
            _ => {}
        }
        Ok(heard)
    })?;
    Ok(gathered)
}

/// A cell that begins; without a reference it stands behind the one before.
fn opened(tag: &BytesStart<'_>, behind: usize, book: &Book) -> Open {
    let column = attribute(tag, "r").and_then(|r| column(&r)).unwrap_or(behind);
    let style = attribute(tag, "s").and_then(|s| s.parse::<usize>().ok()).unwrap_or(0);
    let kind = book.kinds.get(style).copied().unwrap_or_default();
    Open { column, kind, shape: attribute(tag, "t").unwrap_or_default(), text: String::new(), within: false }
}

/// The column of a reference, from 0: `C12` is 2.
fn column(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |n, letter| n * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

impl Book {
    fn cell(&self, open: &Open) -> Cell {
        let text = open.text.trim();
        match open.shape.as_str() {
            "s" => Cell::new(text.parse().ok().and_then(|at| self.shared.get(at)).unwrap_or_default(), Kind::Text),
            "b" => Cell::new(if text == "1" { "oui" } else { "non" }, Kind::Text),
            "d" => Cell::new(text, Kind::Date),
            "str" | "inlineStr" | "e" => Cell::new(text, Kind::Text),
            _ => match text.parse() {
                Ok(number) => self.number(number, open.kind),
                Err(_) => Cell::new(text, Kind::Text),
            },
        }
    }

    fn number(&self, number: f64, kind: Kind) -> Cell {
        if kind == Kind::Date {
            let start = if self.from_1904 { Date::constant(1904, 1, 1) } else { Date::constant(1899, 12, 30) };
            #[expect(clippy::cast_possible_truncation, reason = "a number of days, cut at its day")]
            let days = number.floor() as i64;
            let day = 1_i64.days().checked_mul(days).ok().and_then(|span| start.checked_add(span).ok());
            return Cell::new(&day.map_or_else(|| number.to_string(), |day| day.to_string()), Kind::Date);
        }
        // Sixteen digits and more were rounded before they came here.
        let kind = if number.abs() >= 1e15 { Kind::Rounded } else { kind };
        Cell::new(&number.to_string(), kind)
    }
}
