//! What codes mean: `Nomenclature.xml`, and the tables at the head of `sts_emp_….xml`.
use crate::{note::Notes, xml::Element};

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its code, six digits.
    pub code: String,
    /// `CODE_GESTION`, the short name that timetables show: `MATHS`.
    pub short: Option<String>,
    /// Its name, the one made for printing when there is one.
    pub label: Option<String>,
}

/// A course of study, « module élémentaire de formation »: sixième, CAP of this trade, first year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mef {
    /// Its code, eleven digits.
    pub code: String,
    /// `FORMATION`, its short name: `6EME`.
    pub short: Option<String>,
    /// Its name, the one made for printing when there is one.
    pub label: Option<String>,
}

const LABEL: [&str; 3] = ["LIBELLE_EDITION", "LIBELLE_LONG", "LIBELLE_COURT"];

impl Subject {
    pub(crate) fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        let code = record.needed(&["CODE", "CODE_MATIERE"], notes)?;
        Some(Self { code, short: record.said(&["CODE_GESTION"], notes), label: record.said(&LABEL, notes) })
    }
}

impl Mef {
    pub(crate) fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        let code = record.needed(&["CODE", "CODE_MEF"], notes)?;
        Some(Self { code, short: record.said(&["FORMATION"], notes), label: record.said(&LABEL, notes) })
    }
}
