//! Quiet hours: when a school leaves a family in peace.
use jiff::civil::{Date, Weekday};
use kernel::Moment;
use std::{collections::HashSet, sync::LazyLock};

/// The school holidays of zone B as the Ministry publishes them, day by day; `data/SOURCES.md` says whose.
const CALENDAR: &str = include_str!("../../../data/calendar/vacances_zone_b_2023_2026.csv");

static HOLIDAYS: LazyLock<HashSet<Date>> = LazyLock::new(|| {
    let days = CALENDAR.lines().filter_map(|line| line.split_once(','));
    days.filter(|(_, rest)| rest.starts_with("True")).filter_map(|(day, _)| day.parse().ok()).collect()
});

/// The first quiet hour of the evening.
const EVENING: i8 = 20;
/// The first hour of the day that is not quiet.
const MORNING: i8 = 7;

/// Whether this is no school day: week-end or holidays. Beyond the published calendar only week-ends are known.
fn off(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) || HOLIDAYS.contains(&day)
}

/// Whether an instant is in quiet hours.
pub fn quiet(at: Moment) -> bool {
    let paris = at.paris();
    off(paris.date()) || !(MORNING..EVENING).contains(&paris.hour())
}

/// When a message written at `at` may appear: at once, or on the next school morning at seven.
pub fn shown_at(at: Moment) -> Moment {
    if !quiet(at) {
        return at;
    }
    let paris = at.paris();
    let early = paris.hour() < MORNING;
    let first = if early { Some(paris.date()) } else { paris.date().tomorrow().ok() };
    let mut days = first.into_iter().flat_map(|day| day.series(jiff::Span::new().days(1)));
    let day = days.find(|day| !off(*day)).unwrap_or_else(|| paris.date());
    Moment::at_paris(day, MORNING, 0)
}
