//! The Ministry's open directory of schools (`fr-en-annuaire-education`), read as published, and the joined table of the
//! Norman schools. Semicolons; UTF-8 with or without BOM, else Windows-1252; the column spellings of 2023, 2024 and 2026.
//!
//! Sans-IO: bytes in, schools or faults out. All or nothing: one fault and there is no school.
mod cells;
mod column;
mod fault;
mod read;
#[cfg(test)]
mod tests;
mod text;

pub use fault::{Fault, Reason};
pub use read::{read, read_with};
use uai::Uai;

/// One school, as one row says, or several rows when it stands on several sites.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a column of the directory, none depends on another")]
pub struct School {
    /// Its code.
    pub uai: Uai,
    /// Its name.
    pub name: String,
    /// What kind of school.
    pub kind: Kind,
    /// Its nature in the Ministry's words (`LYCEE POLYVALENT`); empty when not said.
    pub nature: String,
    /// Whether the State runs it (`Public`).
    pub public: bool,
    /// The sector as the table spells it (`Public`, `Privé`, `Privé sous contrat`); empty when not said.
    pub sector: String,
    /// Street and number; empty when not said.
    pub address: String,
    /// Five digits; empty when not said.
    pub postcode: String,
    /// The INSEE code of the town (`14047`, `2A004`); empty when not said.
    pub insee: String,
    /// The town; empty when not said.
    pub commune: String,
    /// The département's code of three characters (`014`, `02A`) and name.
    pub departement: (String, String),
    /// The académie's name.
    pub academie: String,
    /// The académie's code in the Ministry's tables (`70`), when the table says one.
    pub academie_code: Option<String>,
    /// The bassin's code and name, when the table says one. Without a code of its own the name is the code.
    pub bassin: Option<(String, String)>,
    /// Latitude in millionths of a degree.
    pub latitude: Option<i64>,
    /// Longitude in millionths of a degree.
    pub longitude: Option<i64>,
    /// How many pupils.
    pub pupils: Option<u32>,
    /// Its network of priority education (`REP`, `REP+`), when it is in one.
    pub education_prioritaire: Option<String>,
    /// The day it opened, `1980-09-01`.
    pub opened: Option<String>,
    /// Whether it is open today.
    pub open: bool,
    /// Mail address.
    pub mail: Option<String>,
    /// Telephone number, as the table spells it.
    pub phone: Option<String>,
    /// Web site.
    pub web: Option<String>,
    /// Whether pupils may board.
    pub boarding: bool,
    /// Whether it has an ULIS (pupils with disabilities).
    pub ulis: bool,
    /// Whether it has a SEGPA.
    pub segpa: bool,
    /// The other sites under the same code: the directory gives each a row of its own and says so (`multi_uai` is 1).
    pub sites: Vec<Site>,
    /// The line of its (first) row, from 1.
    pub line: u64,
}

/// A further site of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// Street and number.
    pub address: String,
    /// Five digits; empty when not said.
    pub postcode: String,
    /// The town.
    pub commune: String,
}

/// What kind of school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nursery or primary school.
    Ecole,
    /// Lower secondary.
    College,
    /// Upper secondary.
    Lycee,
    /// Regional school for adapted teaching (EREA).
    Erea,
    /// Anything else the directory knows (medical and social, services…).
    Other,
}

impl Kind {
    /// The word kept in a database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ecole => "ecole",
            Self::College => "college",
            Self::Lycee => "lycee",
            Self::Erea => "erea",
            Self::Other => "autre",
        }
    }
}
