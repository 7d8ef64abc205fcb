//! The territory: académie › département › bassin › établissement › classe, as a closure table, since bassins and groups cross lines.
use kernel::UnitId;

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitKind {
    /// An académie.
    Academie,
    /// A département.
    Departement,
    /// A bassin d’éducation.
    Bassin,
    /// A school; its code is the UAI.
    Etablissement,
    /// A class of a school; its code is `UAI/name`.
    Classe,
}

impl UnitKind {
    /// The word kept in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Academie => "academie",
            Self::Departement => "departement",
            Self::Bassin => "bassin",
            Self::Etablissement => "etablissement",
            Self::Classe => "classe",
        }
    }

    /// The kind this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Academie, Self::Departement, Self::Bassin, Self::Etablissement, Self::Classe]
            .into_iter()
            .find(|kind| kind.word() == word)
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
