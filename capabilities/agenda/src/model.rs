//! Meetings: when, where, who.
mod words;

pub use words::*;

use access::{Guarded, Units};
use jiff::civil::{Date, Weekday};
use kernel::{Id, Moment, PersonId, UnitId};
use programme::DispositifId;

/// What the id of a meeting names.
#[derive(Debug)]
pub enum MeetingKind {}
/// The id of a meeting.
pub type MeetingId = Id<MeetingKind>;
/// What the id of a slot names.
#[derive(Debug)]
pub enum SlotKind {}
/// The id of a slot.
pub type SlotId = Id<SlotKind>;
/// What the id of a feed names.
#[derive(Debug)]
pub enum FeedKind {}
/// The id of a feed.
pub type FeedId = Id<FeedKind>;
/// What the id of a correction names.
#[derive(Debug)]
pub enum ChangeKind {}
/// Given and family name.
pub type FullName = (String, String);

/// The longest title, in characters.
pub const TITLE: usize = 80;
/// The longest meeting, in minutes.
pub const LONGEST: i64 = 240;
/// The most places.
pub const PLACES: i64 = 200;
/// For how many days ahead meetings are laid down.
pub const AHEAD: i64 = 35;

/// A meeting that was held, as hours are counted from it. Where two adults held it there is one for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who held it.
    pub teacher: PersonId,
    /// The school it was held for.
    pub school: UnitId,
    /// The dispositif it belongs to, if any.
    pub dispositif: Option<DispositifId>,
    /// Whether it was held at school (devoirs faits on site) rather than at a distance.
    pub on_site: bool,
    /// When it began.
    pub starts_at: Moment,
    /// When it ended.
    pub ends_at: Moment,
    /// From when to when it was planned.
    pub planned: (Moment, Moment),
    /// How many pupils were expected.
    pub expected: i64,
    /// How many came.
    pub came: i64,
}

/// What slots and meetings have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct What {
    /// The school.
    pub school: UnitId,
    /// The dispositif, if it belongs to one: then the family's agreement is asked for.
    pub dispositif: Option<DispositifId>,
    /// What it is.
    pub kind: Kind,
    /// What it is about, without any name of a pupil. Empty once who wrote it was forgotten.
    pub title: String,
    /// Where pupils are.
    pub place: Place,
    /// Which library, which room; may be empty.
    pub spot: String,
    /// The link of a video room.
    pub room: Option<String>,
    /// How many pupils it takes.
    pub places: i64,
    /// Whether pupils may enrol by themselves.
    pub by_self: bool,
}

impl What {
    /// Whether pupils are elsewhere than the adult: they may meet in a video room.
    pub fn remote(&self) -> bool {
        self.place != Place::School && self.kind != Kind::OnSite
    }
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The slot it comes from.
    pub slot: Option<SlotId>,
    /// What and where.
    pub what: What,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// Who holds it.
    pub teacher: Option<PersonId>,
    /// Who helps hold it.
    pub coteacher: Option<PersonId>,
    /// Where it stands.
    pub state: State,
    /// When it really began.
    pub opened_at: Option<Moment>,
    /// When it really ended.
    pub closed_at: Option<Moment>,
    /// Why it was cancelled.
    pub reason: String,
    /// Who planned it.
    pub made_by: PersonId,
    /// Of those who hold it, the one who looks: both have the same rights.
    pub(crate) lead: Option<PersonId>,
}

impl Meeting {
    /// Whether it is still to come or under way.
    pub fn ahead(&self, now: Moment) -> bool {
        matches!(self.state, State::Planned | State::Open) && now < self.ends_at
    }

    /// Whether its hour passed and nobody said that it was held.
    pub fn missed(&self, now: Moment) -> bool {
        self.state == State::Planned && now >= self.ends_at
    }

    /// Whether `person` holds it, alone or with another.
    pub fn held_by(&self, person: PersonId) -> bool {
        self.teacher == Some(person) || self.coteacher == Some(person)
    }

    /// Its length in minutes: the real one once it was held.
    pub fn minutes(&self) -> i64 {
        match (self.opened_at, self.closed_at) {
            (Some(opened), Some(closed)) => closed.minutes_since(opened),
            _ => self.ends_at.minutes_since(self.starts_at),
        }
    }

    /// Whether this and the hours from `from` to `to` overlap.
    pub fn overlaps(&self, from: Moment, to: Moment) -> bool {
        self.starts_at < to && from < self.ends_at
    }
}

impl Guarded for Meeting {
    const UNITS: Units = Units::One("m.unit_id");
    const OWNER: &'static str = "m.teacher_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.what.school)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.what.school)
    }
    fn owner(&self) -> Option<PersonId> {
        self.lead
    }
}

/// Hours that come back every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its id.
    pub id: SlotId,
    /// What and where.
    pub what: What,
    /// On which day of the week.
    pub weekday: Weekday,
    /// From which minute of the day.
    pub from: i64,
    /// Until which minute of the day.
    pub to: i64,
    /// In which weeks.
    pub rhythm: Rhythm,
    /// From which day.
    pub first: Date,
    /// Until which day, included.
    pub last: Date,
    /// Who holds it.
    pub teacher: Option<PersonId>,
    /// Who helps hold it.
    pub coteacher: Option<PersonId>,
    /// Who planned it.
    pub made_by: PersonId,
    pub(crate) lead: Option<PersonId>,
}

impl Slot {
    /// Whether it has a meeting on a school day.
    pub fn falls_on(&self, day: Date, calendar: &calendar::Calendar) -> bool {
        day.weekday() == self.weekday
            && (self.first..=self.last).contains(&day)
            && !calendar.off(day)
            && (self.rhythm == Rhythm::Every || calendar.week(day).is_some_and(|week| self.rhythm.has(week.letter)))
    }
}

impl Guarded for Slot {
    const UNITS: Units = Units::One("s.unit_id");
    const OWNER: &'static str = "s.teacher_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.what.school)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.what.school)
    }
    fn owner(&self) -> Option<PersonId> {
        self.lead
    }
}

/// A minute of the day, `17:30`.
pub fn minute_of(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

/// A minute of a day, as a form has it: `17:30`.
pub fn hour_text(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The instant of a minute of a day, in Paris.
pub fn at(day: Date, minute: i64) -> Moment {
    let minute = minute.clamp(0, 1439);
    let (hour, minute) = (i8::try_from(minute / 60).unwrap_or(0), i8::try_from(minute % 60).unwrap_or(0));
    Moment::at_paris(day, hour, minute)
}

/// The minute of the day of an instant, in Paris.
pub fn minute_in_day(moment: Moment) -> i64 {
    let paris = moment.paris();
    i64::from(paris.hour()) * 60 + i64::from(paris.minute())
}

/// Why something asked of the agenda is not done. Each is a sentence of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The meeting is over or cancelled.
    #[error("agenda-refused-over")]
    Over,
    /// The family has not answered.
    #[error("agenda-refused-silent")]
    Silent,
    /// The family refuses.
    #[error("agenda-refused-refused")]
    Refused,
    /// The pupil belongs to another school.
    #[error("agenda-refused-elsewhere")]
    Elsewhere,
    /// Others hold it already.
    #[error("agenda-refused-taken")]
    Taken,
    /// It has not begun.
    #[error("agenda-refused-early")]
    Early,
}
