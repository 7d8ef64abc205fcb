//! Agendas for other programs: iCalendar (RFC 5545), in UTC, without the name of any pupil.
use crate::{Meeting, State, store::FeedLine};
use icalendar::{Calendar, Class, Component as _, Event, EventLike as _, EventStatus};
use kernel::Moment;
use sha2::{Digest, Sha256};

/// The print by which a secret is known.
pub fn print(token: &str) -> [u8; 32] {
    Sha256::digest(token.to_uppercase().as_bytes()).into()
}

/// What the words of a feed are, in the reader's language.
pub trait Say {
    /// What a meeting is called when it has no title.
    fn kind(&self, meeting: &Meeting) -> String;
    /// Where it is.
    fn place(&self, meeting: &Meeting, school: &str) -> String;
}

/// The agenda as text.
pub fn text(name: &str, address: &str, lines: &[FeedLine], say: &impl Say, now: Moment) -> String {
    let mut calendar = Calendar::new();
    calendar.name(name);
    for (meeting, school) in lines {
        let mut event = Event::with_uid(&format!("{}@preau", meeting.id));
        let kind = say.kind(meeting);
        let title = &meeting.what.title;
        event.summary(&if title.is_empty() { kind.clone() } else { format!("{title} ({kind})") });
        event.location(&say.place(meeting, school));
        event.url(&format!("{address}/seances/{}", meeting.id));
        event.class(Class::Private);
        let status = if meeting.state == State::Cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed };
        event.status(status);
        for (name, at) in [("DTSTAMP", now), ("DTSTART", meeting.starts_at), ("DTEND", meeting.ends_at)] {
            event.add_property(name, utc(at));
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// An instant as the norm writes it: `20261125T163000Z`.
fn utc(moment: Moment) -> String {
    moment.paris().timestamp().to_zoned_datetime(jiff::tz::TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}
