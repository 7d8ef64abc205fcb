//! Time: milliseconds UTC, read in Europe/Paris where a person sees them.
use jiff::{Timestamp, ZonedDateTime, civil::Date, tz::TimeZone};
use std::{
    fmt,
    sync::{
        LazyLock,
        atomic::{AtomicI64, Ordering},
    },
};

/// An instant, in whole milliseconds since 1970 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

static PARIS: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC));

impl Moment {
    /// This instant and `minutes` more (or fewer, when negative).
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60_000)
    }

    /// This instant and `days` of 24 hours more.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0 + days * 86_400_000)
    }

    /// Minutes from `earlier` to this instant, as their clocks show them; never negative. From 16 h 21 to 17 h 15 it is 54, whatever the
    /// seconds: what is counted, and paid, is what is read.
    pub const fn minutes_since(self, earlier: Self) -> i64 {
        let minutes = self.0.div_euclid(60_000) - earlier.0.div_euclid(60_000);
        if minutes < 0 { 0 } else { minutes }
    }

    /// The wall clock in Normandie.
    pub fn paris(self) -> ZonedDateTime {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned_datetime(PARIS.clone())
    }

    /// The evening it belongs to: the civil date in Paris, the night counted with the day before until four o'clock.
    pub fn evening(self) -> Evening {
        Evening(Self(self.0 - 4 * 3_600_000).paris().date())
    }

    /// The instant of a wall-clock time in Paris on a date. A time that does not exist (spring) slides forward.
    pub fn at_paris(date: Date, hour: i8, minute: i8) -> Self {
        date.at(hour, minute, 0, 0)
            .to_zoned_datetime(PARIS.clone())
            .map_or(Self(0), |zoned| Self(zoned.timestamp().as_millisecond()))
    }
}

/// One evening of help, named by its date (`2026-11-24`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evening(pub Date);

impl fmt::Display for Evening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Evening {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        text.parse().map(Self)
    }
}

/// Who knows the time.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Moment;

    /// Moves the hands to `moment`, if this clock lets a person do so; says whether it did.
    fn move_to(&self, _moment: Moment) -> bool {
        false
    }
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for the time")]
        Moment(Timestamp::now().as_millisecond())
    }
}

/// A clock that shows what it is told: for tests and for a year walked through day by day.
#[derive(Debug, Default)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that stands at `moment`.
    pub fn at(moment: Moment) -> Self {
        Self(AtomicI64::new(moment.0))
    }

    /// Moves the hands.
    pub fn set(&self, moment: Moment) {
        self.0.store(moment.0, Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

/// A clock that runs like the machine's, from another instant: for a demonstration that lives through a year.
#[derive(Debug)]
pub struct MovedClock(AtomicI64);

impl MovedClock {
    /// A clock that shows `moment` now, and runs.
    pub fn from(moment: Moment) -> Self {
        Self(AtomicI64::new(moment.0 - SystemClock.now().0))
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Moment {
        Moment(SystemClock.now().0 + self.0.load(Ordering::SeqCst))
    }

    fn move_to(&self, moment: Moment) -> bool {
        self.0.store(moment.0 - SystemClock.now().0, Ordering::SeqCst);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Moment, MovedClock, SetClock, SystemClock};

    #[test]
    fn minutes_are_those_that_two_clocks_show() {
        let at = |minutes: i64, seconds: i64| Moment(1_756_710_000_000 + (minutes * 60 + seconds) * 1_000);
        assert_eq!(at(54, 10).minutes_since(at(0, 40)), 54);
        assert_eq!(at(0, 59).minutes_since(at(0, 0)), 0);
        assert_eq!(at(0, 0).minutes_since(at(5, 0)), 0, "not before it began");
    }

    #[test]
    fn a_moved_clock_runs_from_where_it_was_put_and_others_have_no_hands() {
        let (then, clock) = (Moment(1_756_710_000_000), MovedClock::from(Moment(0)));
        assert!(clock.move_to(then));
        assert!((then.0..then.0 + 60_000).contains(&clock.now().0));
        assert!(!SystemClock.move_to(then) && !SetClock::at(then).move_to(Moment(0)));
    }
}
