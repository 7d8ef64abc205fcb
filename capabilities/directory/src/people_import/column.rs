//! What a column of a file says, and of whom.

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The person's number in the program that the file comes from.
    Key,
    /// The national number of a pupil.
    Ine,
    /// The pupil's number in their school.
    Number,
    /// The family name.
    Family,
    /// The family name they are called by, where it is another one.
    UsedFamily,
    /// The given name.
    Given,
    /// The given name they are called by, where it is another one.
    UsedGiven,
    /// Both names in one cell.
    WholeName,
    /// The day of birth.
    Born,
    /// What they are.
    Role,
    /// The school.
    Uai,
    /// The class.
    Class,
    /// The pupils somebody answers for.
    Of,
    /// Whether with parental authority.
    Authority,
    /// The number that receives messages.
    Phone,
    /// Another number, for who has no such one.
    OtherPhone,
    /// The language they read.
    Lang,
    /// The user name.
    User,
    /// The last day of what the row says.
    Until,
    /// The e-mail address.
    Email,
}

/// How many columns there are.
pub const COUNT: usize = Column::ALL.len();
/// How many guardians a pupil's row may name: those of no number, 1 to 4, the father and the mother.
pub const RANKS: usize = 7;

impl Column {
    /// Every column.
    pub const ALL: [Self; 20] = [
        Self::Key,
        Self::Ine,
        Self::Number,
        Self::Family,
        Self::UsedFamily,
        Self::Given,
        Self::UsedGiven,
        Self::WholeName,
        Self::Born,
        Self::Role,
        Self::Uai,
        Self::Class,
        Self::Of,
        Self::Authority,
        Self::Phone,
        Self::OtherPhone,
        Self::Lang,
        Self::User,
        Self::Until,
        Self::Email,
    ];

    /// Its name in the model, by which faults call it and a language file words it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Key => "identifiant",
            Self::Ine => "ine",
            Self::Number => "numero_eleve",
            Self::Family => "nom",
            Self::UsedFamily => "nom_usage",
            Self::Given => "prenom",
            Self::UsedGiven => "prenom_usage",
            Self::WholeName => "nom_prenom",
            Self::Born => "naissance",
            Self::Role => "role",
            Self::Uai => "uai",
            Self::Class => "classe",
            Self::Of => "responsable_de",
            Self::Authority => "autorite",
            Self::Phone => "telephone",
            Self::OtherPhone => "autre_telephone",
            Self::Lang => "langue",
            Self::User => "utilisateur",
            Self::Until => "fin",
            Self::Email => "courriel",
        }
    }
}

/// A column, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// What it says.
    pub column: Column,
    /// Of which guardian of the row's pupil, below [`RANKS`]; of the person of the row themselves when none.
    pub guardian: Option<usize>,
}

impl Field {
    /// The column of the row's own person.
    pub const fn own(column: Column) -> Self {
        Self { column, guardian: None }
    }

    /// The column of a guardian.
    pub const fn of(column: Column, rank: usize) -> Self {
        Self { column, guardian: Some(rank) }
    }
}
