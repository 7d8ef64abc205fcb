//! The school calendar: holidays of zone B, public holidays, weeks A and B, the school year.
//!
//! Shipped for the years `data/calendar` holds; an académie imports what is published later ([`import`], [`store::put`]), and
//! a year imported replaces the one shipped. Beyond what is known only week-ends and public holidays are days off.
//!
//! Tables: `calendar_holiday`, `calendar_week_letter`. Invariants: a day belongs to one school year, from 1 September
//! to 31 August; a file is taken whole or not at all; what was typed by hand and not yet compared with the arrêté says
//! so ([`Period::checked`]).
mod import;
mod public;
pub mod store;
#[cfg(test)]
mod tests;
mod week;
mod year;

pub use import::{Fault, Reason, import};
pub use public::{PublicHoliday, easter};
pub use week::{Letter, Week, monday};
pub use year::SchoolYear;

use db::{Result, Tx};
use jiff::civil::{Date, Weekday};
use jobs::{HowLong, Keep};
use std::sync::{Arc, LazyLock};

/// The schema of this room.
pub const MIGRATIONS: &[db::Migration] =
    &[db::Migration { name: "calendar/0001_calendar", sql: include_str!("../migrations/0001_calendar.sql") }];

/// How long this room keeps its rows.
pub const KEEPS: &[Keep] = &[
    Keep { table: "calendar_holiday", how_long: HowLong::Forever("no person") },
    Keep { table: "calendar_week_letter", how_long: HowLong::Forever("no person") },
];

/// Days off in a row, from the first to the last, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// What they are called.
    pub name: String,
    /// The first day off.
    pub from: Date,
    /// The last day off.
    pub to: Date,
    /// Whether the dates come from what was published, rather than typed and still to be compared with it.
    pub checked: bool,
}

impl Period {
    /// The school year in which they begin.
    pub fn year(&self) -> SchoolYear {
        SchoolYear::of(self.from)
    }
}

/// Why there is no school on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Off<'c> {
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday.
    Public(PublicHoliday),
    /// School holidays, by name.
    Holidays(&'c str),
}

/// What is known of the school's days.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Sorted by their first day, none overlapping another.
    periods: Arc<[Period]>,
    /// From which Monday on the letters begin again, with which.
    letters: Vec<(Date, Letter)>,
}

/// As published by the Ministry, day by day; `data/SOURCES.md` says by whom.
const PUBLISHED: &str = include_str!("../../../data/calendar/vacances_zone_b_2023_2026.csv");
/// Typed by hand, to be checked.
const TYPED: &str = include_str!("../../../data/calendar/zone_b_2026_2027.csv");

static SHIPPED: LazyLock<Calendar> = LazyLock::new(|| {
    let files = [PUBLISHED, TYPED].into_iter();
    Calendar::of(files.flat_map(|file| import(file).unwrap_or_default()).collect(), vec![])
});

impl Calendar {
    /// What is shipped with the program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// What is shipped, with the years imported in place of it. One query.
    pub fn load(tx: &mut Tx<'_>) -> Result<Self> {
        let (stored, letters) = store::all(tx)?;
        if stored.is_empty() {
            return Ok(Self { periods: Arc::clone(&SHIPPED.periods), letters });
        }
        let replaced = |period: &&Period| !stored.iter().any(|known| known.year() == period.year());
        let kept = SHIPPED.periods.iter().filter(replaced).cloned();
        Ok(Self::of(kept.chain(stored.iter().cloned()).collect(), letters))
    }

    fn of(mut periods: Vec<Period>, letters: Vec<(Date, Letter)>) -> Self {
        periods.sort_by_key(|period| (period.from, period.to));
        Self { periods: periods.into(), letters }
    }

    /// The school holidays a day is in.
    pub fn holidays(&self, day: Date) -> Option<&Period> {
        let after = self.periods.partition_point(|period| period.from <= day);
        self.periods.get(after.checked_sub(1)?).filter(|period| day <= period.to)
    }

    /// Every period known, in order.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// Why there is no school that day; `None` is a school day.
    pub fn why_off(&self, day: Date) -> Option<Off<'_>> {
        if let Some(period) = self.holidays(day) {
            return Some(Off::Holidays(&period.name));
        }
        if let Some(holiday) = PublicHoliday::on(day) {
            return Some(Off::Public(holiday));
        }
        if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return Some(Off::Weekend);
        }
        // The table says of 31 August that it is no holiday: teachers come back that day, pupils do not.
        (day.month() == 8).then_some(Off::Holidays("Vacances d’été"))
    }

    /// Whether this is no school day: week-end, public holiday or school holidays.
    pub fn off(&self, day: Date) -> bool {
        self.why_off(day).is_some()
    }

    /// The school days from one day to another, both included.
    pub fn school_days(&self, from: Date, to: Date) -> impl Iterator<Item = Date> + '_ {
        from.series(jiff::Span::new().days(1)).take_while(move |day| *day <= to).filter(|day| !self.off(*day))
    }

    /// Whether the holidays of that day's school year are known as published: neither missing nor still to be compared.
    pub fn checked(&self, day: Date) -> bool {
        let year = SchoolYear::of(day);
        let mut known = self.periods.iter().filter(|period| period.year() == year).peekable();
        known.peek().is_some() && known.all(|period| period.checked)
    }
}
