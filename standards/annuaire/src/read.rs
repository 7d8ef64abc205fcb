//! From bytes to schools.
use crate::{
    Fault, Kind, Reason, School, Site,
    cells::Cells,
    column::{Column, Columns},
    text::{Text, decode, swallowed},
};
use std::collections::{HashMap, hash_map::Entry};
use uai::Uai;

/// After so many faults the rest is not read: the file is not what it should be.
const MOST_FAULTS: usize = 1_000;
/// The largest file we read, in bytes: the whole country's directory is about 45 MB.
const MOST: usize = 64 << 20;
/// The most rows: the country has about 70 000 schools.
const MOST_ROWS: usize = 100_000;
/// The longest heading, in bytes.
const LONGEST_HEAD: usize = 2_000;
/// How many rows between two tellings of the progress.
const STEP: usize = 1_000;

/// Every school of the file, or every fault (at least one, at most a thousand).
///
/// Two rows of the same code are one school when they say the same, or when both say that the school stands on several
/// sites; else the second is a fault.
pub fn read(bytes: &[u8]) -> Result<Vec<School>, Vec<Fault>> {
    read_with(bytes, &mut |_| {})
}

/// The same, telling how many rows are done: every thousand rows, and at the end.
pub fn read_with(bytes: &[u8], progress: &mut dyn FnMut(usize)) -> Result<Vec<School>, Vec<Fault>> {
    if bytes.len() > MOST {
        return Err(vec![Fault::new(1, "-", "", Reason::TooBig)]);
    }
    let text = decode(bytes);
    let mut rows = Rows::of(&text);
    let empty = || vec![Fault::new(1, "-", "", Reason::Empty)];
    let head = rows.next().map_err(|fault| vec![*fault])?.ok_or_else(empty)?;
    if let Some(cell) = swallowed(head.text) {
        return Err(vec![Fault::new(head.line, "-", rows.row.get(cell).unwrap_or(""), Reason::Quote)]);
    }
    if let Some(long) = rows.row.iter().find(|cell| cell.len() > LONGEST_HEAD) {
        return Err(vec![Fault::new(head.line, "-", long, Reason::NotText)]);
    }
    let columns = Columns::find(rows.row.iter().map(str::to_owned).collect(), head.line)?;
    let (mut found, mut faults, mut done) = (Found::default(), vec![], 0_usize);
    while faults.len() < MOST_FAULTS {
        match rows.next() {
            Ok(None) => break,
            Ok(Some(row)) if done == MOST_ROWS => {
                faults.push(Fault::new(row.line, "-", "", Reason::TooMany));
                break;
            }
            Ok(Some(row)) => {
                if let Err(fault) = found.take(&columns, &row, &rows) {
                    faults.push(*fault);
                }
            }
            Err(fault) => {
                faults.push(*fault);
                break;
            }
        }
        done += 1;
        if done.is_multiple_of(STEP) {
            progress(done);
        }
    }
    progress(done);
    match (faults.is_empty(), found.schools.is_empty()) {
        (true, false) => Ok(found.schools),
        (true, true) => Err(empty()),
        (false, _) => Err(faults),
    }
}

/// The rows of a text, one at a time; `row` holds the cells of the last.
struct Rows<'t> {
    text: &'t Text<'t>,
    reader: csv::Reader<&'t [u8]>,
    row: csv::StringRecord,
}

/// Where a row stands.
struct Place<'t> {
    /// Its first line, from 1.
    line: u64,
    /// The row as the file has it.
    text: &'t str,
    /// Whether nothing follows it.
    last: bool,
}

impl<'t> Rows<'t> {
    fn of(text: &'t Text<'t>) -> Self {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.delimiter(b';').has_headers(false).flexible(true);
        Self { text, reader: reader.from_reader(text.text.as_bytes()), row: csv::StringRecord::new() }
    }

    fn next(&mut self) -> Result<Option<Place<'t>>, Box<Fault>> {
        let before = self.reader.position().clone();
        match self.reader.read_record(&mut self.row) {
            Ok(false) => Ok(None),
            Ok(true) => {
                let end = self.reader.position().byte();
                let place = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.text.len());
                let text = self.text.text.get(place(before.byte())..place(end)).unwrap_or("");
                // The reader's position may stand before empty lines, or between the two signs that end a line.
                let row = text.trim_start_matches(['\r', '\n']);
                let skipped = text[..text.len() - row.len()].matches('\n').count();
                let line = before.line() + u64::try_from(skipped).unwrap_or(0);
                Ok(Some(Place { line, text: row, last: place(end) == self.text.text.len() }))
            }
            // Bytes in memory that are text cannot fail to be read; were it so, the place is still known.
            Err(_) => Err(Box::new(Fault::new(before.line(), "-", "", Reason::NotText))),
        }
    }
}

/// The schools found so far.
#[derive(Default)]
struct Found {
    schools: Vec<School>,
    /// Where each code stands among them, and whether it says that it has several sites.
    seen: HashMap<Uai, (usize, bool)>,
}

impl Found {
    fn take(&mut self, columns: &Columns, place: &Place<'_>, rows: &Rows<'_>) -> Result<(), Box<Fault>> {
        whole(columns, place, rows)?;
        let cells = Cells { columns, row: &rows.row, line: place.line };
        let school = school(&cells)?;
        let several = cells.flag(Column::SeveralSites)?;
        let (first, both) = match self.seen.entry(school.uai) {
            Entry::Vacant(entry) => {
                entry.insert((self.schools.len(), several));
                self.schools.push(school);
                return Ok(());
            }
            Entry::Occupied(entry) => (&mut self.schools[entry.get().0], entry.get().1 && several),
        };
        let other = School { line: first.line, sites: std::mem::take(&mut first.sites), ..school };
        let same = *first == School { sites: vec![], ..other.clone() };
        first.sites = other.sites;
        if same {
            return Ok(());
        }
        if !both {
            return Err(cells.fault(Column::Uai, Reason::Twice { first: first.line }));
        }
        let site = Site { name: other.name, address: other.address, postcode: other.postcode, commune: other.commune };
        if !first.sites.contains(&site) {
            first.sites.push(site);
        }
        Ok(())
    }
}

/// Whether the row has as many cells as there are headings, each of sound bytes, and has swallowed no other row.
fn whole(columns: &Columns, place: &Place<'_>, rows: &Rows<'_>) -> Result<(), Box<Fault>> {
    let fault = |cell: usize, reason: Reason| {
        let head = columns.heads.get(cell).map_or("-", String::as_str);
        Box::new(Fault::new(place.line, head, rows.row.get(cell).unwrap_or(""), reason))
    };
    if (place.last || rows.row.as_slice().contains('\n'))
        && let Some(cell) = swallowed(place.text)
    {
        return Err(fault(cell, Reason::Quote));
    }
    if rows.row.len() != columns.heads.len() {
        let reason = Reason::Cells { expected: columns.heads.len(), found: rows.row.len() };
        return Err(Box::new(Fault::new(place.line, "-", rows.row.get(0).unwrap_or(""), reason)));
    }
    match rows.row.iter().position(|cell| rows.text.spoilt && cell.contains(char::REPLACEMENT_CHARACTER)) {
        Some(cell) => Err(fault(cell, Reason::NotText)),
        None => Ok(()),
    }
}

fn school(cells: &Cells<'_>) -> Result<School, Box<Fault>> {
    let uai = cells.uai()?;
    let name = cells.needed(Column::Name)?.into_owned();
    let sector = cells.optional(Column::Sector)?.into_owned();
    let code = departement_code(cells, uai)?;
    let departement = departement_name(&cells.optional(Column::Departement)?, &code);
    let bassin = cells.said(Column::Bassin)?;
    let bassin_code = cells.said(Column::BassinCode)?;
    let state = cells.optional(Column::State)?.to_lowercase();
    Ok(School {
        uai,
        name,
        kind: kind(&cells.optional(Column::Type)?),
        nature: cells.optional(Column::Nature)?.into_owned(),
        public: !sector.to_lowercase().starts_with("priv"),
        sector,
        address: cells.optional(Column::Address)?.into_owned(),
        postcode: cells.postcode()?,
        insee: cells.optional(Column::Insee)?.into_owned(),
        commune: cells.optional(Column::Commune)?.into_owned(),
        departement: (code, departement),
        academie: cells.needed(Column::Academie)?.into_owned(),
        academie_code: cells.said(Column::AcademieCode)?,
        bassin: bassin.map(|name| (bassin_code.unwrap_or_else(|| name.clone()), name)),
        latitude: cells.degrees(Column::Latitude, 90)?,
        longitude: cells.degrees(Column::Longitude, 180)?,
        pupils: cells.number(Column::Pupils)?,
        education_prioritaire: cells.said(Column::Priority)?,
        opened: cells.day(Column::Opened)?,
        // « A OUVRIR » is not open yet, « A FERMER » still is.
        open: !state.starts_with("ferm") && state != "a ouvrir" && state != "à ouvrir",
        mail: cells.said(Column::Mail)?,
        phone: cells.said(Column::Phone)?,
        web: cells.said(Column::Web)?,
        boarding: cells.flag(Column::Boarding)?,
        ulis: cells.flag(Column::Ulis)?,
        segpa: cells.flag(Column::Segpa)?,
        sites: vec![],
        line: cells.line,
    })
}

fn kind(word: &str) -> Kind {
    match word.to_lowercase().as_str() {
        w if w.starts_with("ecole") || w.starts_with("école") => Kind::Ecole,
        w if w.starts_with("coll") => Kind::College,
        w if w.starts_with("lyc") => Kind::Lycee,
        w if w.starts_with("erea") => Kind::Erea,
        _ => Kind::Other,
    }
}

/// Three characters. A UAI begins with its département's, but for Corsica, whose schools are older than its two codes.
fn departement_code(cells: &Cells<'_>, uai: Uai) -> Result<String, Box<Fault>> {
    let cell = cells.optional(Column::DepartementCode)?;
    match (&*cell, uai.departement()) {
        ("", "620") => Ok("02A".to_owned()),
        ("", "720") => Ok("02B".to_owned()),
        ("", prefix) => Ok(prefix.to_owned()),
        (code, _) if code.len() <= 3 && code.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A' | b'B')) => {
            Ok(format!("{code:0>3}"))
        }
        _ => Err(cells.fault(Column::DepartementCode, Reason::Departement)),
    }
}

/// One département, one spelling: the open data write « Seine Maritime » and « Seine-Maritime ».
fn departement_name(name: &str, code: &str) -> String {
    match name {
        "" => code.to_owned(),
        name if name.eq_ignore_ascii_case("seine maritime") => "Seine-Maritime".to_owned(),
        name => name.to_owned(),
    }
}
