//! The school year.
use crate::Calendar;
use jiff::civil::{Date, date};
use std::fmt;

/// A school year, named by the calendar year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(pub i16);

impl SchoolYear {
    /// The school year of a day: from 1 September to 31 August.
    pub fn of(day: Date) -> Self {
        Self(if day.month() >= 9 { day.year() } else { day.year() - 1 })
    }

    /// Its 1 September.
    pub fn first(self) -> Date {
        date(self.0.clamp(1, 9_998), 9, 1)
    }

    /// Its 31 August.
    pub fn last(self) -> Date {
        date(self.0.clamp(1, 9_998) + 1, 8, 31)
    }
}

/// As schools write it: `2026-2027`.
impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0.saturating_add(1))
    }
}

impl Calendar {
    /// The first and the last school day of a year.
    pub fn bounds(&self, year: SchoolYear) -> Option<(Date, Date)> {
        let mut days = self.school_days(year.first(), year.last());
        let first = days.next()?;
        Some((first, days.last().unwrap_or(first)))
    }
}
