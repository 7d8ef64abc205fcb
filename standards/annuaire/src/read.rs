//! From bytes to schools.
use crate::{
    Fault, Kind, Reason, School,
    column::{Column, Columns},
};
use std::{borrow::Cow, collections::HashMap};

/// After so many faults the rest is not read: the file is not what it should be.
const MOST_FAULTS: usize = 1_000;
/// The longest cell, in characters.
const LONGEST: usize = 500;

/// Every school of the file, or every fault.
pub fn read(bytes: &[u8]) -> Result<Vec<School>, Vec<Fault>> {
    read_with(bytes, &mut |_| {})
}

/// The same, telling every thousand rows how many are read.
pub fn read_with(bytes: &[u8], progress: &mut dyn FnMut(usize)) -> Result<Vec<School>, Vec<Fault>> {
    let text = text(bytes);
    let mut rows =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut row = csv::StringRecord::new();
    let whole = |line: u64, reason: Reason| vec![Fault { line, column: "-".into(), value: String::new(), reason }];
    if !matches!(rows.read_record(&mut row), Ok(true)) {
        return Err(whole(1, Reason::Empty));
    }
    let columns = Columns::find(row.iter().map(str::to_owned).collect())?;
    let (mut schools, mut faults, mut seen) = (Vec::<School>::new(), vec![], HashMap::new());
    while faults.len() < MOST_FAULTS {
        match rows.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => {}
            Err(_) => {
                faults.extend(whole(rows.position().line(), Reason::NotText));
                break;
            }
        }
        let line = row.position().map_or(1, csv::Position::line);
        match school(&columns, &row, line) {
            Ok(school) => match seen.get(&school.uai) {
                None => {
                    seen.insert(school.uai, schools.len());
                    schools.push(school);
                }
                Some(first) if same(&schools[*first], &school) => {}
                Some(first) => faults.push(Fault {
                    line,
                    column: columns.head(Column::Uai).to_owned(),
                    value: school.uai.to_string(),
                    reason: Reason::Twice { first: schools[*first].line },
                }),
            },
            Err(fault) => faults.push(*fault),
        }
        if schools.len() % 1_000 == 0 {
            progress(schools.len());
        }
    }
    if faults.is_empty() && schools.is_empty() {
        return Err(whole(1, Reason::Empty));
    }
    if faults.is_empty() { Ok(schools) } else { Err(faults) }
}

/// UTF-8 with or without BOM; else Windows-1252, in which every byte is a letter.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

/// The letter of a byte in Windows-1252: Latin-1, but for the typographic signs of 0x80–0x9F.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x8c => 'Œ',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        0x9c => 'œ',
        byte => char::from(byte),
    }
}

/// Whether two rows say the same, wherever they stand.
fn same(one: &School, other: &School) -> bool {
    School { line: 0, ..one.clone() } == School { line: 0, ..other.clone() }
}

fn school(columns: &Columns, row: &csv::StringRecord, line: u64) -> Result<School, Box<Fault>> {
    if row.len() != columns.heads.len() {
        let reason = Reason::Cells { expected: columns.heads.len(), found: row.len() };
        return Err(Box::new(Fault { line, column: "-".into(), value: cut(row.get(0).unwrap_or("")), reason }));
    }
    let cells = Cells { columns, row, line };
    let uai = cells.needed(Column::Uai)?.parse::<uai::Uai>().map_err(|e| cells.fault(Column::Uai, Reason::Uai(e)))?;
    let departement = cells.needed(Column::Departement)?;
    let code = cells.optional(Column::DepartementCode)?;
    let code = if code.is_empty() { uai.departement() } else { code };
    let bassin = cells.optional(Column::Bassin)?;
    let bassin_code = cells.optional(Column::BassinCode)?;
    let bassin_code = if bassin_code.is_empty() { bassin } else { bassin_code };
    Ok(School {
        uai,
        name: cells.needed(Column::Name)?.to_owned(),
        kind: kind(cells.needed(Column::Type)?),
        public: !cells.optional(Column::Sector)?.to_lowercase().starts_with("priv"),
        address: cells.optional(Column::Address)?.to_owned(),
        postcode: cells.postcode()?,
        commune: cells.needed(Column::Commune)?.to_owned(),
        departement: (format!("{code:0>3}"), departement_name(departement)),
        academie: cells.needed(Column::Academie)?.to_owned(),
        bassin: (!bassin.is_empty()).then(|| (bassin_code.to_owned(), bassin.to_owned())),
        latitude: cells.degrees(Column::Latitude, 90)?,
        longitude: cells.degrees(Column::Longitude, 180)?,
        pupils: cells.number(Column::Pupils)?,
        open: !cells.optional(Column::State)?.to_lowercase().starts_with("ferm"),
        line,
    })
}

fn kind(word: &str) -> Kind {
    match word.to_lowercase().as_str() {
        w if w.starts_with("ecole") || w.starts_with("école") => Kind::Ecole,
        w if w.starts_with("coll") => Kind::College,
        w if w.starts_with("lyc") => Kind::Lycee,
        _ => Kind::Other,
    }
}

/// One département, one spelling: the directory writes « Seine Maritime » and « Seine-Maritime ».
fn departement_name(name: &str) -> String {
    if name.eq_ignore_ascii_case("seine maritime") { "Seine-Maritime".to_owned() } else { name.to_owned() }
}

/// The cells of one row, by column.
struct Cells<'c> {
    columns: &'c Columns,
    row: &'c csv::StringRecord,
    line: u64,
}

impl<'c> Cells<'c> {
    fn optional(&self, column: Column) -> Result<&'c str, Box<Fault>> {
        let cell = self.columns.place(column).and_then(|place| self.row.get(place)).unwrap_or("").trim();
        if cell.chars().count() > LONGEST || cell.chars().any(|c| c.is_control() && c != '\t') {
            return Err(self.fault(column, Reason::NotText));
        }
        Ok(cell)
    }

    fn needed(&self, column: Column) -> Result<&'c str, Box<Fault>> {
        match self.optional(column)? {
            "" => Err(self.fault(column, Reason::EmptyCell)),
            cell => Ok(cell),
        }
    }

    fn postcode(&self) -> Result<String, Box<Fault>> {
        let cell = self.optional(Column::Postcode)?;
        let right = cell.is_empty() || (cell.len() == 5 && cell.bytes().all(|b| b.is_ascii_digit()));
        if right { Ok(cell.to_owned()) } else { Err(self.fault(Column::Postcode, Reason::Postcode)) }
    }

    fn number(&self, column: Column) -> Result<Option<u32>, Box<Fault>> {
        let cell = self.optional(column)?;
        let cell = cell.strip_suffix(".0").unwrap_or(cell);
        if cell.is_empty() {
            return Ok(None);
        }
        cell.parse().map(Some).map_err(|_| self.fault(column, Reason::Number))
    }

    fn degrees(&self, column: Column, most: i64) -> Result<Option<i64>, Box<Fault>> {
        let cell = self.optional(column)?;
        if cell.is_empty() {
            return Ok(None);
        }
        let degrees: f64 = cell.parse().map_err(|_| self.fault(column, Reason::Coordinate))?;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a cast to i64 saturates, and the bounds are checked below"
        )]
        let millionths = (degrees * 1e6).round() as i64;
        if degrees.is_finite() && millionths.abs() <= most * 1_000_000 {
            Ok(Some(millionths))
        } else {
            Err(self.fault(column, Reason::Coordinate))
        }
    }

    fn fault(&self, column: Column, reason: Reason) -> Box<Fault> {
        let value = self.columns.place(column).and_then(|place| self.row.get(place)).unwrap_or("");
        Box::new(Fault { line: self.line, column: self.columns.head(column).to_owned(), value: cut(value), reason })
    }
}

fn cut(value: &str) -> String {
    value.chars().take(60).collect()
}
