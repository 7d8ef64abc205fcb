//! `CSVExtraction-enseignants.csv`.
use crate::{Fault, Note, cells::Cells};
use table::{Heading, Table};

/// A teacher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teacher {
    /// How the teacher is addressed: `MME`, `M.`
    pub title: Option<String>,
    /// The name on the birth certificate.
    pub family_name: String,
    /// The name the teacher goes by, when there is another.
    pub used_name: Option<String>,
    /// The first name.
    pub given_name: String,
    /// The mobile telephone, as the file writes it.
    pub mobile: Option<String>,
    /// The telephone at home, as the file writes it.
    pub home: Option<String>,
    /// The mail address, as the file writes it.
    pub mail: Option<String>,
    /// Whether the teacher is the school's director.
    pub is_director: Option<bool>,
    /// The names of the teacher's classes: one, most often; none when the teacher has none of their own.
    pub classes: Vec<String>,
    /// The line of the file, from 1.
    pub line: u64,
}

pub const DIRECTOR: Heading = &["directeur", "directrice"];
pub const CLASS: Heading = &["classe", "classes", "libelle classe"];
const TITLE: Heading = &["civilite"];
const FAMILY: Heading = &["nom", "nom de famille"];
const USED: Heading = &["nom usage", "nom d usage"];
const GIVEN: Heading = &["prenom"];
const MOBILE: Heading = &["telephone portable"];
const HOME: Heading = &["telephone domicile"];
const MAIL: Heading = &["courriel"];

/// Every teacher, and notes.
pub fn read(table: &Table) -> Result<(Vec<Teacher>, Vec<Note>), Fault> {
    table
        .has(&[FAMILY, GIVEN], &[DIRECTOR, TITLE, FAMILY, USED, GIVEN, MOBILE, HOME, MAIL])
        .map_err(table::Fault::into_other)?;
    let (mut teachers, mut notes) = (vec![], vec![]);
    for row in &table.rows {
        table.is_whole(row).map_err(table::Fault::into_other)?;
        teachers.extend(teacher(&mut Cells { table, row, notes: &mut notes }));
    }
    Ok((teachers, notes))
}

fn teacher(cells: &mut Cells<'_>) -> Option<Teacher> {
    Some(Teacher {
        title: cells.said(TITLE),
        family_name: cells.needed(FAMILY)?,
        used_name: cells.said(USED),
        given_name: cells.needed(GIVEN)?,
        mobile: cells.said(MOBILE),
        home: cells.said(HOME),
        mail: cells.said(MAIL),
        is_director: cells.flag(DIRECTOR),
        classes: cells.table.places(CLASS).into_iter().filter_map(|place| cells.at(place)).collect(),
        line: cells.row.line,
    })
}
