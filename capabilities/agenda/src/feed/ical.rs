//! iCalendar as text (RFC 5545): content lines, escaped, folded, ended as the norm says.
use kernel::Moment;
use std::fmt::Write as _;

/// How many bytes a line has at most, its end left out.
const WIDTH: usize = 75;

/// A calendar being written.
#[derive(Debug, Default)]
pub struct Ical(String);

impl Ical {
    /// A property whose value stands as it is: a word of the norm, an instant, an address.
    pub fn plain(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut room = WIDTH;
        for letter in line.chars().filter(|letter| !letter.is_control()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = WIDTH - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is a text that somebody wrote.
    pub fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for letter in value.replace("\r\n", "\n").chars() {
            match letter {
                '\\' | ';' | ',' => escaped.extend(['\\', letter]),
                '\n' | '\r' => escaped.push_str("\\n"),
                other => escaped.push(other),
            }
        }
        self.plain(name, &escaped);
    }

    /// An instant, in UTC: `20261125T163000Z`.
    pub fn instant(&mut self, name: &str, at: Moment) {
        let utc = at.paris().timestamp().to_zoned_datetime(jiff::tz::TimeZone::UTC);
        let mut value = String::new();
        let _ = write!(value, "{}", utc.strftime("%Y%m%dT%H%M%SZ"));
        self.plain(name, &value);
    }

    /// A whole number.
    pub fn number(&mut self, name: &str, value: i64) {
        self.plain(name, &value.to_string());
    }

    /// The text.
    pub fn done(self) -> String {
        self.0
    }
}
