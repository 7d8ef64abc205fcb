//! Weeks A and B.
use jiff::{SignedDuration, civil::Date};

/// The letter of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Week {
    /// The first one.
    A,
    /// The other one.
    B,
}

/// Weeks that change at each Monday, school or not, from one Monday of a week A: for
/// [`Plan::expand`](crate::Plan::expand), where the caller has no calendar of its own.
pub fn alternating(monday_of_a: Date) -> impl Fn(Date) -> Option<Week> {
    move |monday| Some(if days_between(monday_of_a, monday).div_euclid(7) % 2 == 0 { Week::A } else { Week::B })
}

/// How many days later the other day is.
pub fn days_between(day: Date, other: Date) -> i64 {
    other.duration_since(day).as_hours() / 24
}

/// The day so many days later, if there is one.
pub fn later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(SignedDuration::from_hours(days.checked_mul(24)?)).ok()
}

/// The Monday of this day's week.
pub fn monday(day: Date) -> Option<Date> {
    later(day, -i64::from(day.weekday().to_monday_zero_offset()))
}
