//! What the bilan is made of: the numbers as they were counted, remarks, what is published.
use crate::{Figure, Kind, Pair, PublicationId, Quantity};
use kernel::{Moment, PersonId, UnitId};
use std::collections::BTreeMap;

/// The numbers of one school, or of all together, as they were counted on one day. Every page reads them here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers(pub(crate) BTreeMap<String, Pair>);

impl Numbers {
    /// Whether anything was counted under this key.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The number of this key: how many, and out of how many. What was not counted is nothing.
    pub fn get(&self, key: &str) -> Pair {
        self.0.get(key).copied().unwrap_or_default()
    }

    /// The number of a figure; `None` for a share of nothing and a delay that nothing had.
    pub fn of(&self, figure: &Figure) -> Option<Pair> {
        match figure.quantity {
            Quantity::Count | Quantity::Minutes => Some(self.get(figure.key)),
            Quantity::Share => Some(self.get(figure.key)).filter(|(_, of)| *of > 0),
            Quantity::Delay => self.0.get(figure.key).copied(),
        }
    }

    /// The rows of a series: what each is about, and its number.
    pub fn series(&self, key: &str) -> impl Iterator<Item = (&str, Pair)> {
        let prefix = format!("{key}:");
        self.0.iter().filter_map(move |(key, pair)| Some((key.strip_prefix(&*prefix)?, *pair)))
    }
}

/// The percentage, rounded. `of` is not nothing.
pub fn percent((value, of): Pair) -> i64 {
    (value * 200 + of).div_euclid(of.max(1) * 2)
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
