//! Schools and what is above them.
use crate::{Fault, row::Row};
use uai::Uai;

/// A school, or something above or within one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Org {
    /// What names it in the delivery.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrgKind,
    /// Its own number, as written.
    pub identifier: Option<String>,
    /// The same, when it is the code of a French school.
    pub uai: Option<Uai>,
    /// What it belongs to.
    pub parent: Option<String>,
}

/// What an organisation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrgKind {
    /// A school.
    School,
    /// What is above schools: `district`, `local`, `state`, `national`.
    Above(String),
    /// A `department` of a school, or any other word.
    Other(String),
}

impl Org {
    pub(crate) fn of(id: String, row: &Row<'_>) -> Result<Self, Fault> {
        let word = row.cell("type").to_lowercase();
        let kind = match word.as_str() {
            "school" => OrgKind::School,
            "district" | "local" | "state" | "national" => OrgKind::Above(word),
            _ => OrgKind::Other(word),
        };
        let identifier = row.said("identifier");
        let uai = identifier.as_ref().and_then(|identifier| identifier.parse().ok());
        Ok(Self { id, name: row.needed("name")?, kind, identifier, uai, parent: row.said("parentSourcedId") })
    }
}
