//! Weeks A and B, counted over the weeks in which there is school.
use crate::{Calendar, SchoolYear};
use jiff::{ToSpan, civil::Date};

/// The letter of a school week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Letter {
    /// The first school week of the year, and every other one.
    A,
    /// The weeks between.
    B,
}

impl Letter {
    /// As it is written.
    pub const fn word(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }

    /// The letter so written.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::A, Self::B].into_iter().find(|letter| letter.word() == word)
    }

    /// The other one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// A week in which there is school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// Which school week of the year it is, from 1.
    pub number: u32,
    /// Its letter.
    pub letter: Letter,
}

/// The Monday of a day's week.
pub fn monday(day: Date) -> Date {
    day.saturating_sub(i32::from(day.weekday().to_monday_zero_offset()).days())
}

impl Calendar {
    /// The school week of a day; `None` when there is no school that week.
    pub fn week(&self, day: Date) -> Option<Week> {
        let wanted = monday(day);
        // The week of 1 September may begin in August: the year is that of its Friday.
        let year = SchoolYear::of(wanted.saturating_add(4.days()));
        let mut found: Option<Week> = None;
        let opening = monday(year.first());
        for start in opening.series(7.days()).take_while(|start| *start <= wanted) {
            let from = start.max(year.first());
            if self.school_days(from, start.saturating_add(6.days())).next().is_none() {
                continue;
            }
            let said = self.letters.iter().rev().find(|(monday, _)| *monday <= start && *monday >= opening);
            let before = found.as_ref();
            // A letter laid down holds for the first school week from its Monday on.
            let fresh = said.filter(|(from, _)| before.is_none_or(|week| week.monday < *from));
            let letter =
                fresh.map_or_else(|| before.map_or(Letter::A, |week| week.letter.next()), |(_, letter)| *letter);
            found = Some(Week { monday: start, number: before.map_or(1, |week| week.number + 1), letter });
        }
        found.filter(|week| week.monday == wanted)
    }
}
