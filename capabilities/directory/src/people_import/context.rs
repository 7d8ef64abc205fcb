//! What a file leaves out, and whoever gives it knows.
use uai::Uai;

/// What a file leaves out. What it says itself counts before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The school of its rows that name none.
    pub school: Option<Uai>,
    /// What its people are, where no column says so.
    pub kind: Option<Whose>,
}

/// The most rows of a list of one school: ten times the largest.
const OF_A_SCHOOL: usize = 20_000;

impl Context {
    /// The most rows of such a file.
    pub(super) const fn most_rows(&self) -> usize {
        if self.school.is_some() { OF_A_SCHOOL } else { usize::MAX }
    }
}

/// What the people of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Pupils, perhaps with their guardians in the same row.
    Pupils,
    /// Guardians.
    Families,
    /// Who works in a school; a column still says as what.
    Staff,
}
