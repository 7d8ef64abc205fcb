//! A month, as pay is counted.
use jiff::civil::Date;
use kernel::Moment;
use std::{fmt, str::FromStr};

/// A month of a year, written `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

impl Month {
    /// The month of an instant, by the clock of Normandie.
    pub fn of(moment: Moment) -> Self {
        Self(moment.paris().date().first_of_month())
    }

    /// The number of the month, from 1.
    pub fn number(self) -> i8 {
        self.0.month()
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.0
    }

    /// So many months later, or earlier.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().months(months)))
    }

    /// September of the school year it belongs to.
    #[must_use]
    pub fn rentree(self) -> Self {
        let back = (i32::from(self.number()) - 9).rem_euclid(12);
        self.plus(-back)
    }

    /// The months of its school year, up to it.
    pub fn since_rentree(self) -> Vec<Self> {
        let first = self.rentree();
        (0..12).map(|n| first.plus(n)).take_while(|month| *month <= self).collect()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// The text is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a month is written 2026-11")]
pub struct BadMonth;

impl FromStr for Month {
    type Err = BadMonth;
    fn from_str(text: &str) -> Result<Self, BadMonth> {
        let (year, month) = text.split_once('-').ok_or(BadMonth)?;
        let right = year.len() == 4 && month.len() == 2;
        let date = right.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()).flatten();
        date.filter(|date| (2000..2200).contains(&date.year())).map(Self).ok_or(BadMonth)
    }
}
