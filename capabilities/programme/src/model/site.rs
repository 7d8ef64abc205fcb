//! A school as its pilot looks at it, on the map and in the table: how it goes there, and what asks for a look.
use crate::{DispositifId, Engagement, Numbers, State};
use jiff::civil::Date;
use kernel::{Moment, UnitId};
use print::map::Mark;
use std::collections::BTreeMap;

/// What asks for a look at a school, given by the slice whose traces say so (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The key of the chapter that it reads: a dispositif without it never asks.
    pub chapter: &'static str,
    /// The key of its sentence, which is given `n`.
    pub key: &'static str,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// The keys of the numbers it reads.
    pub reads: &'static [&'static str],
    /// What it finds in the numbers of a school: the `n` of its sentence.
    pub find: fn(&Numbers) -> Option<i64>,
}

/// What is counted week after week, given by a slice beside its chapter. The rows of a school are named by [`Weekly::row`]; they are
/// kept for each département together.
#[derive(Clone, Copy, Debug)]
pub struct Weekly {
    /// The key of the chapter that counts it.
    pub chapter: &'static str,
    /// The key of its title, with which its rows begin.
    pub key: &'static str,
}

impl Weekly {
    /// The key of the row of the week of `day`, the first being that of `from`.
    pub fn row(&self, from: Date, day: Date) -> String {
        format!("{}:{:02}", self.key, weeks(from, day))
    }

    /// Whether a row is one of its own.
    pub fn owns(&self, key: &str) -> bool {
        key.strip_prefix(self.key).is_some_and(|rest| rest.starts_with(':'))
    }
}

/// How many whole weeks lie between two days.
pub(crate) fn weeks(from: Date, day: Date) -> i32 {
    (day - from).get_days().max(0) / 7
}

/// The numbers of the weeks of each département, in one dispositif or another.
pub type Weeks = BTreeMap<(DispositifId, UnitId), Vec<i64>>;

/// What was found at a school: the key of its sentence, its icon, and the sentence's `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The key of its sentence.
    pub key: &'static str,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// What it is given.
    pub n: i64,
}

/// A school that takes part or is about to.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its place in the dispositif.
    pub place: Engagement,
    /// Its commune.
    pub commune: String,
    /// Its latitude and longitude, in millionths of a degree.
    pub at: Option<(i64, i64)>,
    /// What was counted of it.
    pub numbers: Numbers,
    /// What asks for a look.
    pub findings: Vec<Finding>,
}

/// After so many days without a protocol in force, a school is to be looked at.
const PROTOCOL: i64 = 28;

impl Site {
    /// Looks for what the slices say, and for the protocol that a school has not published.
    pub fn look(&mut self, looks: &[&Look], now: Moment) {
        if self.place.state != State::Engaged {
            return;
        }
        if self.place.protocol.is_none() {
            let days = (now.0 - self.place.moved_at.0) / 86_400_000;
            let late = Finding { key: "programme-look-protocol", icon: "file-text", n: days };
            self.findings = if days >= PROTOCOL { vec![late] } else { vec![] };
            return;
        }
        let found = |look: &&Look| (look.find)(&self.numbers).map(|n| Finding { key: look.key, icon: look.icon, n });
        self.findings = looks.iter().filter_map(found).collect();
    }

    /// How it goes there.
    pub fn mark(&self) -> Mark {
        match (self.findings.is_empty(), self.place.state, self.place.protocol) {
            (false, ..) => Mark::Look,
            (true, State::Engaged, Some(_)) => Mark::Well,
            _ => Mark::NotYet,
        }
    }

    /// The name of its département; empty for none.
    pub fn departement(&self) -> &str {
        self.place.departement.as_ref().map_or("", |unit| unit.name.as_str())
    }
}

/// The word of a mark, in addresses and in the keys of sentences.
pub const fn mark_word(mark: Mark) -> &'static str {
    match mark {
        Mark::Look => "a-regarder",
        Mark::Well => "va-bien",
        Mark::NotYet => "pas-encore",
    }
}
