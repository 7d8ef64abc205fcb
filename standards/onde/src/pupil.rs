//! `CSVExtraction-eleves.csv`.
use crate::{Fault, Note, Remark, cells::Cells};
use std::collections::{HashMap, hash_map::Entry};
use table::{Heading, Table};

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pupil {
    /// The name on the birth certificate.
    pub family_name: String,
    /// The name the pupil goes by, when there is another.
    pub used_name: Option<String>,
    /// The first name.
    pub given_name: String,
    /// The day of birth, `2020-11-09`.
    pub born: Option<String>,
    /// The national number, in the extractions that have it.
    pub ine: Option<String>,
    /// The cycle: `CYCLE II`.
    pub cycle: Option<String>,
    /// The level: `CE1`. A class may have pupils of several.
    pub level: Option<String>,
    /// The name of the class: `CE1-CE2`.
    pub class: Option<String>,
    /// The line of the file, from 1.
    pub line: u64,
}

pub const GIVEN: Heading = &["prenom eleve"];
const FAMILY: Heading = &["nom eleve", "nom de famille eleve"];
const USED: Heading = &["nom d usage eleve", "nom usage eleve"];
const BORN: Heading = &["date naissance", "date de naissance"];
const INE: Heading = &["ine"];
const CYCLE: Heading = &["cycle"];
const LEVEL: Heading = &["niveau"];
const CLASS: Heading = &["classe", "libelle classe"];

/// Every pupil, and notes.
pub fn read(table: &Table) -> Result<(Vec<Pupil>, Vec<Note>), Fault> {
    table
        .has(&[FAMILY, GIVEN], &[FAMILY, USED, GIVEN, BORN, INE, CYCLE, LEVEL, CLASS])
        .map_err(table::Fault::into_other)?;
    let (mut pupils, mut notes, mut seen) = (vec![], vec![], HashMap::new());
    for row in &table.rows {
        table.is_whole(row).map_err(table::Fault::into_other)?;
        let mut cells = Cells { table, row, notes: &mut notes };
        let Some(pupil) = pupil(&mut cells) else { continue };
        // Two pupils may have one name, and twins one birthday; who has all in common is one.
        match seen.entry(Pupil { line: 0, ..pupil.clone() }) {
            Entry::Vacant(entry) => {
                entry.insert(row.line);
                pupils.push(pupil);
            }
            Entry::Occupied(first) => cells.note(None, Remark::Twice(*first.get())),
        }
    }
    Ok((pupils, notes))
}

fn pupil(cells: &mut Cells<'_>) -> Option<Pupil> {
    Some(Pupil {
        family_name: cells.needed(FAMILY)?,
        used_name: cells.said(USED),
        given_name: cells.needed(GIVEN)?,
        born: cells.day(BORN),
        ine: cells.said(INE),
        cycle: cells.said(CYCLE),
        level: cells.said(LEVEL),
        class: cells.said(CLASS),
        line: cells.row.line,
    })
}
