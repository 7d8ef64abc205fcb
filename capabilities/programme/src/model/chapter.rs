//! A chapter of the bilan: what the slice that knows the traces counts of them, and how it shows it.
use crate::{DispositifId, Numbers, Picture};
use db::{Result, Tx};
use jiff::civil::Date;
use kernel::{Moment, UnitId};
use std::collections::BTreeMap;
use web::Shell;

/// A chapter of the bilan, given by a slice (`Slice::gives`). A template names the chapters that its dispositifs have.
#[derive(Clone, Copy)]
pub struct Chapter {
    /// Its key, the slice's name where the slice has one chapter.
    pub key: &'static str,
    /// The key of its title.
    pub title: &'static str,
    /// Its numbers, in the order in which they are read.
    pub figures: &'static [Figure],
    /// Counts them from the traces: a few statements, whatever the number of schools.
    pub gather: fn(&mut Tx<'_>, &Scope<'_>, &mut Counts) -> Result<()>,
    /// Draws what is better seen than read.
    pub charts: fn(&Shell, &Numbers) -> Vec<Picture>,
}

/// One number: defined here, and nowhere a second time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The key of its label, in the language files of its slice. The counted rows bear it too.
    pub key: &'static str,
    /// What it is.
    pub quantity: Quantity,
}

/// What a number is: how it reads, and how those of several schools make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// So many; schools add up.
    Count,
    /// So many out of so many, read as a percentage; both add up.
    Share,
    /// Minutes, read as hours and minutes; schools add up.
    Minutes,
    /// A delay in minutes; of several schools, the middle one.
    Delay,
}

impl Figure {
    /// A count.
    pub const fn count(key: &'static str) -> Self {
        Self { key, quantity: Quantity::Count }
    }

    /// A share.
    pub const fn share(key: &'static str) -> Self {
        Self { key, quantity: Quantity::Share }
    }

    /// Minutes.
    pub const fn minutes(key: &'static str) -> Self {
        Self { key, quantity: Quantity::Minutes }
    }

    /// A delay.
    pub const fn delay(key: &'static str) -> Self {
        Self { key, quantity: Quantity::Delay }
    }
}

/// What is counted: which dispositif, which schools, which days.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'s> {
    /// The dispositif.
    pub dispositif: DispositifId,
    /// The schools that take part.
    pub schools: &'s [UnitId],
    /// The first day.
    pub from: Date,
    /// The day after the last.
    pub until: Date,
}

impl Scope<'_> {
    /// The same days as instants.
    pub fn span(&self) -> (Moment, Moment) {
        (Moment::at_paris(self.from, 0, 0), Moment::at_paris(self.until, 0, 0))
    }
}

/// So many, out of so many (0 where that means nothing).
pub type Pair = (i64, i64);

/// What the chapters have counted so far. What is said twice of the same school adds up.
#[derive(Debug, Default)]
pub struct Counts {
    schools: BTreeMap<(String, UnitId), Pair>,
    wholes: BTreeMap<String, Pair>,
}

impl Counts {
    /// `value` of a school, under the key of a figure, or of a series: the key of a chart, a colon, and what the row is about.
    pub fn add(&mut self, school: UnitId, key: impl Into<String>, value: i64) {
        self.share(school, key, value, 0);
    }

    /// `value` out of `of`.
    pub fn share(&mut self, school: UnitId, key: impl Into<String>, value: i64, of: i64) {
        let pair = self.schools.entry((key.into(), school)).or_default();
        *pair = (pair.0 + value, pair.1 + of);
    }

    /// The number of all schools together, where it is not what theirs add up to.
    pub fn whole(&mut self, key: impl Into<String>, value: i64, of: i64) {
        self.wholes.insert(key.into(), (value, of));
    }

    /// The rows to keep: those of the schools, and for each key the one of `together`, made of them as the figure says.
    pub(crate) fn rows(self, figures: &[Figure], together: UnitId) -> Vec<(UnitId, String, Pair)> {
        let mut by_key: BTreeMap<&str, Vec<Pair>> = BTreeMap::new();
        for ((key, _), pair) in &self.schools {
            by_key.entry(key).or_default().push(*pair);
        }
        let mut wholes: BTreeMap<String, Pair> = by_key
            .into_iter()
            .map(|(key, pairs)| {
                let delay = figures.iter().any(|figure| figure.key == key && figure.quantity == Quantity::Delay);
                (key.to_owned(), if delay { middle(pairs) } else { sum(&pairs) })
            })
            .collect();
        wholes.extend(self.wholes);
        let schools = self.schools.into_iter().map(|((key, school), pair)| (school, key, pair));
        schools.chain(wholes.into_iter().map(|(key, pair)| (together, key, pair))).collect()
    }
}

fn sum(pairs: &[Pair]) -> Pair {
    pairs.iter().fold((0, 0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1))
}

fn middle(mut pairs: Vec<Pair>) -> Pair {
    pairs.sort_unstable();
    pairs.get(pairs.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]
    use super::{Counts, Figure};
    use kernel::Id;

    #[test]
    fn schools_add_up_delays_have_a_middle_and_what_is_said_of_the_whole_stays() {
        let [one, other, all] = [1, 2, 3].map(|n| Id::from_bytes(&[n; 16]).unwrap());
        let mut counts = Counts::default();
        for (school, asked, delay) in [(one, 4, 10), (other, 8, 30)] {
            counts.share(school, "helped", asked - 1, asked);
            counts.share(school, "helped", 0, 1);
            counts.add(school, "delay", delay);
            counts.add(school, "levels:1", 3);
        }
        counts.whole("levels:1", 5, 0);
        let rows = counts.rows(&[Figure::share("helped"), Figure::delay("delay")], all);
        let of = |unit, key: &str| rows.iter().find(|row| row.0 == unit && row.1 == key).map(|row| row.2);
        assert_eq!((of(one, "helped"), of(all, "helped")), (Some((3, 5)), Some((10, 14))));
        assert_eq!((of(all, "delay"), of(all, "levels:1")), (Some((30, 0)), Some((5, 0))));
    }
}
