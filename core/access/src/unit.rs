//! The territory: académie › département › bassin › établissement › classe, and the lines that cross them. Its edges are kept,
//! each with its source; the closure that rules read is derived from them.
use kernel::UnitId;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitKind {
    /// An académie.
    Academie,
    /// A région.
    Region,
    /// A département.
    Departement,
    /// A bassin d’éducation.
    Bassin,
    /// The circonscription of an IEN, for écoles.
    Circonscription,
    /// A réseau of schools: priority education, RPI…
    Reseau,
    /// A pôle inclusif d’accompagnement localisé, which gives AESH.
    Pial,
    /// A pôle d’appui à la scolarité, which follows the PIAL.
    Pas,
    /// An établissement public de coopération intercommunale.
    Epci,
    /// A commune; its code is INSEE's.
    Commune,
    /// A school; its code is the UAI.
    Etablissement,
    /// A class of a school; its code is `UAI/name`.
    Classe,
}

/// Every kind, with the word kept in the database.
const TABLE: [(UnitKind, &str); 12] = [
    (UnitKind::Academie, "academie"),
    (UnitKind::Region, "region"),
    (UnitKind::Departement, "departement"),
    (UnitKind::Bassin, "bassin"),
    (UnitKind::Circonscription, "circonscription"),
    (UnitKind::Reseau, "reseau"),
    (UnitKind::Pial, "pial"),
    (UnitKind::Pas, "pas"),
    (UnitKind::Epci, "epci"),
    (UnitKind::Commune, "commune"),
    (UnitKind::Etablissement, "etablissement"),
    (UnitKind::Classe, "classe"),
];

/// Each row stands where its kind is numbered.
const _: () = {
    let mut at = 0;
    while at < TABLE.len() {
        assert!(TABLE[at].0 as usize == at, "the table is in the order of the enum");
        at += 1;
    }
};

impl UnitKind {
    /// The word kept in the database.
    pub const fn word(self) -> &'static str {
        TABLE[self as usize].1
    }

    /// The kind this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        TABLE.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }
}

/// One place in the territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// What it is.
    pub kind: UnitKind,
    /// What others call it by: the UAI, the département's number…
    pub code: String,
    /// What it is called on screen.
    pub name: String,
    /// Whether it has closed.
    pub closed: bool,
}
