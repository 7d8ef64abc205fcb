//! How a lesson comes again: every so many days, or on some days of every so many weeks.
use crate::{
    week::{days_between, later},
    when::When,
};
use jiff::civil::{Date, Weekday};

/// A rule of iCalendar that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    weekly: bool,
    interval: i64,
    /// From Monday; none when the first lesson says which.
    days: Option<[bool; 7]>,
    /// The day on which a week begins, from Monday.
    week_start: i64,
    /// After this there is none.
    pub until: Option<When>,
    count: Option<i64>,
}

impl Rule {
    /// `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261016T225959Z`; none when it says anything that is not read.
    pub fn read(text: &str) -> Option<Self> {
        let mut rule = Self { weekly: false, interval: 1, days: None, week_start: 0, until: None, count: None };
        let mut frequency = None;
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (key, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            match key.trim().to_ascii_uppercase().as_str() {
                "FREQ" => frequency = Some(value),
                "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| (1..=1_000).contains(interval))?,
                "COUNT" => rule.count = Some(value.parse().ok().filter(|count| (1..=100_000).contains(count))?),
                "UNTIL" => rule.until = Some(When::read(&value)?),
                "WKST" => rule.week_start = i64::try_from(day(&value)?).ok()?,
                "BYDAY" => {
                    let days = rule.days.get_or_insert_default();
                    for name in value.split(',') {
                        *days.get_mut(day(name)?)? = true;
                    }
                }
                _ => return None,
            }
        }
        rule.weekly = match frequency.as_deref()? {
            "WEEKLY" => true,
            // Every day, if it is one of these, is every week on these.
            "DAILY" if rule.days.is_some() && rule.interval == 1 => true,
            "DAILY" if rule.days.is_none() => false,
            _ => return None,
        };
        Some(rule)
    }

    /// The days from one to another, both included, of what comes first on a day, which is always one of them.
    pub fn days(&self, first: Date, from: Date, to: Date) -> Vec<Date> {
        let (from, to) = (days_between(first, from), days_between(first, to));
        let days = if self.weekly { self.by_week(first.weekday(), from, to) } else { self.by_day(from, to) };
        days.into_iter().filter_map(|after| later(first, after)).collect()
    }

    fn by_day(&self, from: i64, to: i64) -> Vec<i64> {
        // Rounded up: the first one that is not before.
        let before = (from.max(0) + self.interval - 1) / self.interval;
        let last = (to.div_euclid(self.interval) + 1).min(self.count.unwrap_or(i64::MAX));
        (before..last).map(|place| place * self.interval).collect()
    }

    fn by_week(&self, first: Weekday, from: i64, to: i64) -> Vec<i64> {
        let first = i64::from(first.to_monday_zero_offset());
        let into = |day: i64| (day - self.week_start).rem_euclid(7);
        let is_named = |day: i64| match self.days {
            Some(days) => usize::try_from(day).is_ok_and(|day| days.get(day) == Some(&true)),
            None => day == first,
        };
        let mut every: Vec<i64> = (0..7).filter(|day| is_named(*day)).map(into).collect();
        every.sort_unstable();
        let start = into(first);
        let mut opening: Vec<i64> = every.iter().copied().filter(|day| *day > start).collect();
        opening.insert(0, start);
        let length = |days: &Vec<i64>| i64::try_from(days.len()).unwrap_or(7);
        let (step, most) = (7 * self.interval, self.count.unwrap_or(i64::MAX));
        let mut found = vec![];
        let mut turn = (from + start).div_euclid(step).max(0);
        while turn * step - start <= to {
            let days = if turn == 0 { &opening } else { &every };
            let before = if turn == 0 { 0 } else { length(&opening) + (turn - 1) * length(&every) };
            for (_, day) in (before..most).zip(days) {
                found.extend(Some(turn * step - start + day).filter(|day| (from..=to).contains(day)));
            }
            if before >= most {
                break;
            }
            turn += 1;
        }
        found
    }
}

/// The place of a day in the week, from Monday. « The second Monday » is no day of every week.
fn day(name: &str) -> Option<usize> {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|day| *day == name.trim())
}
