//! The bilan of a year: every number is counted from traces, for one school or for all, without anything typed again.
mod charts;
mod gather;
mod measures;
mod numbers;
mod pages;

pub use gather::gather;
pub use measures::measure;
pub use numbers::{Families, Numbers, Part};
pub use pages::{download, show};

use access::Unit;
use jiff::civil::Date;

/// The bilan of a dispositif: its schools, each with its numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilan {
    /// The first day counted.
    pub from: Date,
    /// The day after the last.
    pub to: Date,
    /// The schools, by département and name.
    pub schools: Vec<School>,
}

/// One school in the bilan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// The school.
    pub unit: Unit,
    /// The name of its département.
    pub departement: String,
    /// The percentage of pupils who depend on school buses.
    pub bus: Option<u32>,
    /// Its numbers.
    pub numbers: Numbers,
}

impl Bilan {
    /// The numbers of all its schools together.
    pub fn total(&self) -> Numbers {
        self.schools.iter().fold(Numbers::default(), |sum, school| sum.and(&school.numbers))
    }
}
