//! The list of presences for vie scolaire: a CSV that the usual spreadsheets open as it is.
use crate::{Attended, Mark, hour_text, minute_in_day, store::Exported};
use kernel::PersonId;
use print::sheet::{MARK, row};
use std::collections::HashMap;

/// The whole table: the meetings, then what was said elsewhere and where. `heads` are its fifteen headings, `keys` what the
/// school's own list calls each pupil, `word` says a kind, a mark or a source in the reader's language.
pub fn csv(
    heads: &[String],
    lines: &[Exported],
    others: &[(String, Attended)],
    keys: &HashMap<PersonId, String>,
    word: impl Fn(&str, &str) -> String,
) -> Vec<u8> {
    let key = |person| keys.get(person).cloned().unwrap_or_default();
    let mut text = String::from(MARK);
    text.push_str(&row(heads));
    for line in lines {
        let meeting = &line.meeting;
        let teacher = line.teacher.as_ref().map_or_else(String::new, |(given, family)| format!("{given} {family}"));
        let (mark, minutes, source) = line.said.map_or_else(
            || (word("mark", "unsaid"), String::new(), String::new()),
            |(mark, minutes, source)| (word("mark", mark.word()), minutes.to_string(), word("source", source.word())),
        );
        text.push_str(&row(&[
            meeting.starts_at.paris().date().to_string(),
            hour_text(minute_in_day(meeting.starts_at)),
            hour_text(minute_in_day(meeting.ends_at)),
            line.school.clone(),
            word("kind", meeting.what.kind.word()),
            meeting.what.title.clone(),
            teacher,
            line.class.clone(),
            line.pupil.1.clone(),
            line.pupil.0.clone(),
            mark,
            minutes,
            source,
            line.corrected.to_string(),
            key(&line.person),
        ]));
    }
    for (place, one) in others {
        let nothing = String::new;
        text.push_str(&row(&[
            one.day.to_string(),
            nothing(),
            nothing(),
            one.school.clone(),
            place.clone(),
            nothing(),
            nothing(),
            one.class.clone(),
            one.pupil.1.clone(),
            one.pupil.0.clone(),
            word("mark", Mark::Present.word()),
            one.minutes.to_string(),
            nothing(),
            "0".to_owned(),
            key(&one.person),
        ]));
    }
    text.into_bytes()
}
