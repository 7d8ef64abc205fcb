//! What the bilan is made of: indicators, remarks, what is published.
use crate::{Kind, PublicationId};
use kernel::{Moment, PersonId, UnitId};
use std::collections::BTreeMap;

/// One indicator of a school, computed from traces by the slice that knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Whose: a school, or the académie.
    pub school: UnitId,
    /// The key of its label, in the language files of who wrote it.
    pub key: String,
    /// How many.
    pub value: i64,
    /// Out of how many; 0 when it is a plain count.
    pub of: i64,
    /// When it was computed.
    pub at: Moment,
}

/// What a number of the sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A count.
    Count(i64),
    /// So many out of so many, and the rounded percentage.
    Share(i64, i64, i64),
    /// A mean, in tenths.
    Mean(i64),
}

impl Measure {
    /// How it reads. A key that ends with `-mean` is a sum over a number; otherwise with `of` it is a share.
    pub fn figure(&self) -> Figure {
        match self.of {
            0 => Figure::Count(self.value),
            of if self.key.ends_with("-mean") => Figure::Mean((self.value * 20 + of).div_euclid(of * 2)),
            of => Figure::Share(self.value, of, (self.value * 200 + of).div_euclid(of * 2)),
        }
    }
}

/// The sums of each indicator over the schools, in order of key.
pub fn totals(measures: &[Measure]) -> Vec<Measure> {
    let mut sums: BTreeMap<&str, Measure> = BTreeMap::new();
    for one in measures {
        sums.entry(&one.key)
            .and_modify(|sum| {
                sum.value += one.value;
                sum.of += one.of;
                sum.at = sum.at.max(one.at);
            })
            .or_insert_with(|| one.clone());
    }
    sums.into_values().collect()
}

/// What somebody of a school's team remarks for the bilan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The school.
    pub school: UnitId,
    /// Its name.
    pub school_name: String,
    /// Who.
    pub author: PersonId,
    /// What.
    pub text: String,
    /// When.
    pub at: Moment,
}

/// An experience report or a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its id.
    pub id: PublicationId,
    /// Of which dispositif, by name.
    pub dispositif: String,
    /// Of which school.
    pub unit: UnitId,
    /// Its name.
    pub school: String,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Where more is found; empty for nowhere.
    pub link: String,
    /// When it was proposed.
    pub proposed_at: Moment,
    /// When it was published.
    pub published_at: Option<Moment>,
}
