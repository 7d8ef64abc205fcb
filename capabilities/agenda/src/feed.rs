//! Agendas for other programs: iCalendar (RFC 5545, RFC 7986), in UTC, without the name of any pupil.
//!
//! A meeting keeps one `UID` for ever; its `SEQUENCE` and `LAST-MODIFIED` grow whenever what is said of it changes. What is
//! cancelled stays in the feed, as cancelled, for [`BEHIND`] days.
mod ical;

use crate::{
    Meeting, State,
    store::{FeedLine, Told},
};
use ical::Ical;
use sha2::{Digest, Sha256};

/// For how many days back a feed tells.
pub const BEHIND: i64 = 30;
/// For how many days ahead.
pub const AHEAD: i64 = 180;

/// Paris since 1996. No line refers to it: a calendar without any component is none, and this one is in every feed.
const ZONE: [(&str, &str); 15] = [
    ("BEGIN", "VTIMEZONE"),
    ("TZID", "Europe/Paris"),
    ("BEGIN", "DAYLIGHT"),
    ("DTSTART", "19960331T020000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("TZOFFSETFROM", "+0100"),
    ("TZOFFSETTO", "+0200"),
    ("END", "DAYLIGHT"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19961027T030000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("TZOFFSETFROM", "+0200"),
    ("TZOFFSETTO", "+0100"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
];

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
pub fn text(name: &str, address: &str, lines: &[FeedLine], say: &impl Say) -> String {
    let mut out = Ical::default();
    out.plain("BEGIN", "VCALENDAR");
    out.plain("VERSION", "2.0");
    out.plain("PRODID", "-//Préau//Agenda//FR");
    out.plain("CALSCALE", "GREGORIAN");
    for key in ["NAME", "X-WR-CALNAME"] {
        out.text(key, name);
    }
    out.plain("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    out.plain("X-PUBLISHED-TTL", "PT1H");
    for (key, value) in ZONE {
        out.plain(key, value);
    }
    for line in lines {
        event(&mut out, address, line, say);
    }
    out.plain("END", "VCALENDAR");
    out.done()
}

fn event(out: &mut Ical, address: &str, line: &FeedLine, say: &impl Say) {
    let FeedLine { meeting, school, told } = line;
    let Told { sequence, changed_at, off } = told;
    let (kind, title) = (say.kind(meeting), &meeting.what.title);
    let off = *off || meeting.state == State::Cancelled;
    out.plain("BEGIN", "VEVENT");
    out.plain("UID", &format!("{}@preau", meeting.id));
    out.number("SEQUENCE", *sequence);
    // Without a METHOD, the stamp of an event is the instant of its last change: read again, the same feed is the same text.
    for (key, at) in [("DTSTAMP", *changed_at), ("LAST-MODIFIED", *changed_at)] {
        out.instant(key, at);
    }
    for (key, at) in [("DTSTART", meeting.starts_at), ("DTEND", meeting.ends_at)] {
        out.instant(key, at);
    }
    out.text("SUMMARY", &if title.is_empty() { kind } else { format!("{title} ({kind})") });
    out.text("LOCATION", &say.place(meeting, school));
    out.plain("URL", &format!("{address}/seances/{}", meeting.id));
    out.plain("CLASS", "PRIVATE");
    out.plain("STATUS", if off { "CANCELLED" } else { "CONFIRMED" });
    out.plain("END", "VEVENT");
}
