//! One `VEVENT`, property by property.
use crate::{
    About, Remark,
    about::cut,
    line::Property,
    note::Notes,
    rule::Rule,
    slot::{Event, Slot, Times, Without},
    text::spaced,
    when::{When, Zones, duration, paris},
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use std::sync::Arc;
use table::shown;

/// A time as a property says it: in the zone that it names, or in none.
type Said = (When, Option<TimeZone>);

/// What was read of an event so far.
#[derive(Default)]
pub struct Draft {
    line: u64,
    /// Its name; empty when it has none.
    pub uid: String,
    start: Option<Said>,
    end: Option<Said>,
    length: Option<SignedDuration>,
    rule: Option<Rule>,
    /// Something of how it comes again is not read.
    first_only: bool,
    added: Vec<Said>,
    without: Vec<Said>,
    /// Which of a series this one stands for.
    instead: Option<Said>,
    summary: String,
    place: String,
    description: String,
    cancelled: bool,
    /// A time could not be understood, and this was noted.
    spoilt: bool,
}

impl Draft {
    pub fn new(line: u64) -> Self {
        Self { line, ..Self::default() }
    }

    /// Takes what one property says.
    pub fn take(&mut self, property: &Property<'_>, zones: &mut Zones, notes: &mut Notes) {
        match property.name.to_ascii_uppercase().as_str() {
            "UID" => {
                self.uid = spaced(&property.text());
                cut(&mut self.uid);
            }
            "SUMMARY" => self.summary = property.text(),
            "LOCATION" => self.place = property.text(),
            "DESCRIPTION" => self.description = property.text(),
            "STATUS" => self.cancelled = property.value.eq_ignore_ascii_case("CANCELLED"),
            "DTSTART" => self.start = self.one(property, zones, notes),
            "DTEND" => self.end = self.one(property, zones, notes),
            "DURATION" => {
                self.length = duration(property.value);
                self.spoilt |= self.length.is_none();
                if self.length.is_none() {
                    not_understood(property, property.value, notes);
                }
            }
            "RECURRENCE-ID" => {
                self.instead = self.one(property, zones, notes);
                if property.parameter("RANGE").is_some() {
                    notes.add(property.line, property.name, Remark::Again("RANGE".into()));
                }
            }
            "RDATE" => self.added.extend(each(property, zones, notes)),
            "EXDATE" => self.without.extend(each(property, zones, notes)),
            "RRULE" | "EXRULE" => self.rule(property, notes),
            _ => {}
        }
    }

    fn one(&mut self, property: &Property<'_>, zones: &mut Zones, notes: &mut Notes) -> Option<Said> {
        let said = When::read(property.value).map(|when| (when, zones.of(property, notes)));
        if said.is_none() {
            self.spoilt = true;
            not_understood(property, property.value, notes);
        }
        said
    }

    fn rule(&mut self, property: &Property<'_>, notes: &mut Notes) {
        let read = if property.is("EXRULE") || self.rule.is_some() { None } else { Rule::read(property.value) };
        if read.is_none() && !self.first_only {
            self.first_only = true;
            notes.add(property.line, property.name, Remark::Again(shown(property.value)));
        }
        self.rule = read.or(self.rule.take());
    }

    /// The lesson, if it is one; and which of a series it stands for, if it does.
    pub fn finish(self, notes: &mut Notes) -> Option<(Slot, Option<Without>)> {
        if self.spoilt {
            return None;
        }
        let Some((start, zone)) = self.start else {
            notes.add(self.line, "DTSTART", Remark::Incomplete);
            return None;
        };
        let utc = matches!(start, When::Instant(_));
        let zone = if utc { TimeZone::UTC } else { zone.unwrap_or_else(paris) };
        let of = |(when, own): &Said| when.instant(own.as_ref().unwrap_or(&zone));
        let Some(begins) = start.instant(&zone) else {
            notes.add(self.line, "DTSTART", Remark::WholeDay);
            return None;
        };
        let length = match &self.end {
            Some(end) => of(end).map(|end| end.duration_since(begins)),
            None => self.length,
        };
        let length = length.unwrap_or_default();
        if length <= SignedDuration::ZERO || length >= SignedDuration::from_hours(24) {
            let backwards = length <= SignedDuration::ZERO;
            notes.add(self.line, "-", if backwards { Remark::Backwards } else { Remark::WholeDay });
            return None;
        }
        let (about, off) = About::of(&self.summary, &self.place, &self.description);
        let instead = self.instead.as_ref().map(|instead| without([instead], &zone));
        let alone = self.first_only || instead.is_some();
        let rule = self.rule.filter(|_| !alone);
        let added: Vec<_> = if alone { vec![] } else { self.added.iter().filter_map(of).collect() };
        let named = !self.uid.is_empty();
        let key = match &instead {
            Some(instead) if named => format!("{}/{}", self.uid, instead.name()),
            _ if named => self.uid,
            _ => about.key(),
        };
        let slot = Slot {
            line: self.line,
            key,
            again: !named || rule.is_some() || !added.is_empty(),
            about: Arc::new(about),
            cancelled: self.cancelled || off,
            length,
            times: Times::Event(Event {
                first: zone.to_datetime(begins),
                rule,
                added,
                without: without(&self.without, &zone),
                zone,
                apart: None,
            }),
        };
        Some((slot, instead))
    }
}

impl Without {
    /// What a key says of the one time that this is.
    fn name(&self) -> String {
        let instant = self.instants.iter().next().map(Timestamp::to_string);
        instant.or_else(|| self.days.iter().next().map(ToString::to_string)).unwrap_or_default()
    }
}

/// The times of a list, which may be whole days.
fn without<'s>(said: impl IntoIterator<Item = &'s Said>, zone: &TimeZone) -> Without {
    let mut without = Without::default();
    for (when, own) in said {
        match when {
            When::Day(day) => drop(without.days.insert(*day)),
            when => without.instants.extend(when.instant(own.as_ref().unwrap_or(zone))),
        }
    }
    without
}

fn each(property: &Property<'_>, zones: &mut Zones, notes: &mut Notes) -> Vec<Said> {
    let zone = zones.of(property, notes);
    let mut said = vec![];
    for value in property.value.split(',').map(str::trim).filter(|value| !value.is_empty()) {
        match When::read(value) {
            Some(when) => said.push((when, zone.clone())),
            None => not_understood(property, value, notes),
        }
    }
    said
}

fn not_understood(property: &Property<'_>, value: &str, notes: &mut Notes) {
    notes.add(property.line, property.name, Remark::NotUnderstood(shown(value)));
}
