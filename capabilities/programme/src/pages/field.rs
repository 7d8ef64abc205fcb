//! What fields of a form say, no longer than they may be.
use jiff::civil::Date;
use web::{FormState, Visit};

/// The longest name or title.
pub const LINE: usize = 120;
/// The longest text.
pub const TEXT: usize = 4_000;
/// The longest word said with a move.
pub const WORD: usize = 500;

/// The text of a field.
pub fn text(visit: &Visit<'_, '_>, name: &str, most: usize) -> String {
    visit.form.short(name, most)
}

/// The text of a field that must be filled; an empty one is refused with this sentence.
pub fn needed(visit: &Visit<'_, '_>, state: &mut FormState, name: &str, most: usize, key: &str) -> String {
    let text = text(visit, name, most);
    if text.is_empty() {
        state.refuse(name, visit.sentence(key));
    }
    text
}

/// The day of a field that must be filled, as a browser gives it (`2027-06-15`) or as one writes it (`15/06/2027`).
pub fn day(visit: &Visit<'_, '_>, state: &mut FormState, name: &str) -> Date {
    let date = read(visit.form.text(name));
    if date.is_none() {
        state.refuse(name, visit.sentence("programme-say-day"));
    }
    date.unwrap_or(Date::ZERO)
}

fn read(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A percentage that may be left out; one that is no number between 0 and 100 is refused.
pub fn percent(visit: &Visit<'_, '_>, state: &mut FormState, name: &str) -> Option<u32> {
    let typed = visit.form.text(name).trim_end_matches('%').trim();
    if typed.is_empty() {
        return None;
    }
    let percent = typed.parse().ok().filter(|percent| *percent <= 100);
    if percent.is_none() {
        state.refuse(name, visit.sentence("programme-say-percent"));
    }
    percent
}

#[cfg(test)]
mod tests {
    use super::read;
    use jiff::civil::date;

    #[test]
    fn a_day_is_read_as_browsers_and_as_people_write_it() {
        assert_eq!(read("2027-06-15"), Some(date(2027, 6, 15)));
        assert_eq!(read("15/06/2027"), Some(date(2027, 6, 15)));
        assert_eq!(read("31/02/2027"), None);
        assert_eq!(read("bientôt"), None);
    }
}
