//! Days and hours as iCalendar writes them, and the time zones they are in.
use crate::{Remark, line::Property, note::Notes};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
    tz::{TimeZone, TimeZoneDatabase},
};
use std::collections::HashMap;
use table::shown;

/// A day, an hour somewhere, or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Day(Date),
    Local(DateTime),
    Instant(Timestamp),
}

impl When {
    /// `20260907`, `20260907T083000` or `20260907T063000Z`.
    pub fn read(text: &str) -> Option<Self> {
        let (text, utc) = text.strip_suffix(['Z', 'z']).map_or((text, false), |text| (text, true));
        let (day, hour) = text.split_once(['T', 't']).map_or((text, None), |(day, hour)| (day, Some(hour)));
        let number = |from: usize, to: usize, of: &str| -> Option<i16> { of.get(from..to)?.parse().ok() };
        let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        let small = |from: usize, of: &str| i8::try_from(number(from, from + 2, of)?).ok();
        if !digits(day, 8) {
            return None;
        }
        let date = Date::new(number(0, 4, day)?, small(4, day)?, small(6, day)?).ok()?;
        let Some(hour) = hour else { return if utc { None } else { Some(Self::Day(date)) } };
        if !digits(hour, 6) && !digits(hour, 4) {
            return None;
        }
        let seconds = if hour.len() == 6 { small(4, hour)? } else { 0 };
        let local = date.to_datetime(Time::new(small(0, hour)?, small(2, hour)?, seconds, 0).ok()?);
        if utc { TimeZone::UTC.to_timestamp(local).ok().map(Self::Instant) } else { Some(Self::Local(local)) }
    }

    /// The instant, for what is written in this zone; a day is none.
    pub fn instant(self, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::Day(_) => None,
            Self::Local(local) => zone.to_timestamp(local).ok(),
            Self::Instant(instant) => Some(instant),
        }
    }

    /// Whether what begins at this hour, which is this instant, is no later.
    pub fn reaches(self, local: DateTime, instant: Timestamp) -> bool {
        match self {
            Self::Day(last) => local.date() <= last,
            Self::Local(last) => local <= last,
            Self::Instant(last) => instant <= last,
        }
    }
}

/// `PT55M`, `P1DT2H`; nothing that goes back.
pub fn duration(text: &str) -> Option<SignedDuration> {
    let parts = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let (mut seconds, mut number) = (0_i64, None::<i64>);
    for letter in parts.chars() {
        if let Some(digit) = letter.to_digit(10) {
            number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit.into())?);
            continue;
        }
        let unit = match letter {
            'T' if number.is_none() => continue,
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    if number.is_some() { None } else { Some(SignedDuration::from_secs(seconds)) }
}

/// The time zone of the schools of mainland France: of what says none, or one that nobody knows.
pub fn paris() -> TimeZone {
    TimeZoneDatabase::bundled().get("Europe/Paris").unwrap_or(TimeZone::UTC)
}

/// What Windows calls the zones of western Europe.
const WINDOWS: [(&str, &str); 6] = [
    ("Romance Standard Time", "Europe/Paris"),
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("GMT Standard Time", "Europe/London"),
    ("(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Paris"),
];

/// The zones of one file. One that is not known is noted once.
pub struct Zones {
    all: TimeZoneDatabase,
    met: HashMap<String, TimeZone>,
}

impl Zones {
    pub fn new() -> Self {
        Self { all: TimeZoneDatabase::bundled(), met: HashMap::new() }
    }

    /// The zone that the property names, if it names one.
    pub fn of(&mut self, property: &Property<'_>, notes: &mut Notes) -> Option<TimeZone> {
        let name = property.parameter("TZID")?;
        if let Some(zone) = self.met.get(name) {
            return Some(zone.clone());
        }
        let zone = self.known(name).unwrap_or_else(|| {
            notes.add(property.line, property.name, Remark::Zone(shown(name)));
            paris()
        });
        self.met.insert(name.to_owned(), zone.clone());
        Some(zone)
    }

    fn known(&self, name: &str) -> Option<TimeZone> {
        let iana = WINDOWS.into_iter().find(|(windows, _)| windows.eq_ignore_ascii_case(name));
        let iana = iana.map_or(name, |(_, iana)| iana);
        // Some write an address before the name: `/mozilla.org/20050126_1/Europe/Paris`.
        let last = iana.rmatch_indices('/').nth(1).and_then(|(slash, _)| iana.get(slash + 1..));
        self.all.get(iana).ok().or_else(|| self.all.get(last?).ok())
    }
}
