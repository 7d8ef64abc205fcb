//! The file of pupils: `ElevesSansAdresses.xml`, `ElevesAvecAdresses.xml`.
use crate::{note::Notes, xml::Element};

/// A pupil, as the school's file has them: also those who left, and those who will come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// `ELEVE_ID`: the pupil's number, the same in every file of the académie, and in no other one.
    pub id: String,
    /// `ELENOET`: the number that the school itself knows.
    pub number: Option<String>,
    /// The national number: the one of the national register (`INE_RNIE`) when there is one.
    pub ine: Option<String>,
    /// The name on the birth certificate.
    pub family_name: String,
    /// The name the pupil goes by, when there is another.
    pub used_name: Option<String>,
    /// First names, the usual one first; none where the file gives none.
    pub given_names: Vec<String>,
    /// The day of birth, `2015-04-21`.
    pub born: Option<String>,
    /// `CODE_STATUT`: `ST` is a pupil of the school, `AP` an apprentice.
    pub status: Option<String>,
    /// `CODE_REGIME`: day pupil, with lunch, boarder; each académie has its codes.
    pub regime: Option<String>,
    /// `CODE_MEF`: the course of study, eleven digits.
    pub mef: Option<String>,
    /// The day the pupil came, or will.
    pub entered: Option<String>,
    /// The day the pupil left, or will.
    pub left: Option<String>,
    /// The codes of the pupil's classes: one, most often.
    pub divisions: Vec<String>,
    /// The codes of the pupil's groups.
    pub groups: Vec<String>,
    /// The line of the file, from 1.
    pub line: u64,
}

impl Pupil {
    pub(crate) fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        let given = ["PRENOM", "PRENOM2", "PRENOM3"];
        Some(Self {
            id: record.needed(&["ELEVE_ID"], notes)?,
            number: record.said(&["ELENOET"], notes),
            ine: record.said(&["INE_RNIE", "ID_NATIONAL"], notes),
            family_name: record.needed(&["NOM_DE_FAMILLE", "NOM"], notes)?,
            used_name: record.said(&["NOM_USAGE"], notes),
            given_names: given.iter().filter_map(|name| record.said(&[name], notes)).collect(),
            born: record.day("DATE_NAISS", notes),
            status: record.said(&["CODE_STATUT"], notes),
            regime: record.said(&["CODE_REGIME"], notes),
            mef: record.said(&["CODE_MEF"], notes),
            entered: record.day("DATE_ENTREE", notes),
            left: record.day("DATE_SORTIE", notes),
            divisions: vec![],
            groups: vec![],
            line: record.line,
        })
    }
}

/// Where a pupil is, which the file says apart from who the pupil is.
pub struct Placed {
    pub pupil: String,
    pub divisions: Vec<String>,
    pub groups: Vec<String>,
    pub line: u64,
}

impl Placed {
    pub fn read(record: &Element, notes: &mut Notes) -> Option<Self> {
        let pupil = record.needed(&["ELEVE_ID"], notes)?;
        let (mut divisions, mut groups) = (vec![], vec![]);
        for structure in record.children("STRUCTURE") {
            let Some(code) = structure.needed(&["CODE_STRUCTURE"], notes) else { continue };
            let is_group = structure.understood(&["TYPE_STRUCTURE"], notes, |kind| match kind {
                "D" => Some(false),
                "G" => Some(true),
                _ => None,
            });
            match is_group {
                Some(false) => divisions.push(code),
                Some(true) => groups.push(code),
                None => {}
            }
        }
        Some(Self { pupil, divisions, groups, line: record.line })
    }
}
