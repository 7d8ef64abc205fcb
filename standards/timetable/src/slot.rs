//! A lesson and all the times at which it is.
use crate::{About, Week, row::Hours, rule::Rule, week::later};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use std::{collections::HashSet, sync::Arc};

/// One event or one row.
#[derive(Clone, Debug)]
pub struct Slot {
    pub line: u64,
    pub key: String,
    /// Whether the time is to be added to the key: it comes again, or has no name of its own.
    pub again: bool,
    pub about: Arc<About>,
    pub cancelled: bool,
    /// Always more than nothing.
    pub length: SignedDuration,
    pub times: Times,
}

#[derive(Clone, Debug)]
pub enum Times {
    Event(Event),
    Row(Hours),
}

/// The times of an event of a calendar.
#[derive(Clone, Debug)]
pub struct Event {
    pub first: DateTime,
    pub zone: TimeZone,
    pub rule: Option<Rule>,
    pub added: Vec<Timestamp>,
    pub without: Without,
    /// Those of its series that have events of their own.
    pub apart: Option<Arc<Without>>,
}

/// Times at which a lesson is not, or is told of elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Without {
    pub instants: HashSet<Timestamp>,
    pub days: HashSet<Date>,
}

impl Slot {
    /// When it begins, about these days: a few before and after may be among them.
    pub fn begins(&self, from: Date, to: Date, zone: &TimeZone, week: &dyn Fn(Date) -> Option<Week>) -> Vec<Timestamp> {
        match &self.times {
            Times::Row(hours) => hours.begins(from, to, zone, week),
            Times::Event(event) => event.begins(from, to),
        }
    }
}

impl Without {
    fn has(&self, instant: Timestamp, zone: &TimeZone) -> bool {
        let day = || self.days.contains(&zone.to_datetime(instant).date());
        self.instants.contains(&instant) || (!self.days.is_empty() && day())
    }
}

impl Event {
    fn begins(&self, from: Date, to: Date) -> Vec<Timestamp> {
        // A day here may be another one in Paris.
        let (from, to) = (later(from, -2).unwrap_or(Date::MIN), later(to, 2).unwrap_or(Date::MAX));
        let first = self.first.date();
        let days = match &self.rule {
            Some(rule) => rule.days(first, from, to),
            None => vec![first],
        };
        let until = self.rule.as_ref().and_then(|rule| rule.until);
        let mut begins: Vec<_> = days
            .into_iter()
            .filter_map(|day| {
                let local = day.to_datetime(self.first.time());
                let instant = self.zone.to_timestamp(local).ok()?;
                until.is_none_or(|until| until.reaches(local, instant)).then_some(instant)
            })
            .chain(self.added.iter().copied())
            .filter(|instant| {
                let mut without = std::iter::once(&self.without).chain(self.apart.as_deref());
                !without.any(|without| without.has(*instant, &self.zone))
            })
            .collect();
        begins.sort_unstable();
        begins.dedup();
        begins
    }
}
