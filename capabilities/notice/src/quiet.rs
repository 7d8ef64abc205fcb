//! Quiet hours: when a school leaves a family in peace.
use calendar::Calendar;
use kernel::Moment;
use web::{Result, Visit};

/// The first quiet hour of the evening.
const EVENING: i8 = 20;
/// The first hour of the day that is not quiet.
const MORNING: i8 = 7;

/// Whether an instant is in quiet hours, by the académie's calendar.
pub fn quiet(calendar: &Calendar, at: Moment) -> bool {
    let paris = at.paris();
    calendar.off(paris.date()) || !(MORNING..EVENING).contains(&paris.hour())
}

/// When a message written at `at` may appear: at once, or on the next school morning at seven.
pub fn shown_at(calendar: &Calendar, at: Moment) -> Moment {
    if !quiet(calendar, at) {
        return at;
    }
    let paris = at.paris();
    let early = paris.hour() < MORNING;
    let first = if early { Some(paris.date()) } else { paris.date().tomorrow().ok() };
    let mut days = first.into_iter().flat_map(|day| day.series(jiff::Span::new().days(1)));
    let day = days.find(|day| !calendar.off(*day)).unwrap_or_else(|| paris.date());
    Moment::at_paris(day, MORNING, 0)
}

/// When a message that is written now leaves, in a sentence: at once, or « lundi 30 novembre à 7 h 00 ».
pub fn leaves(visit: &mut Visit<'_, '_>) -> Result<String> {
    let shown = shown_at(&Calendar::load(visit.tx)?, visit.now);
    let shell = visit.shell();
    if shown <= visit.now {
        return Ok(shell.say("notice-leaves-now").to_string());
    }
    let said = shell.say("notice-leaves-later").text("day", shell.date(shown)).text("time", shell.time(shown));
    Ok(said.to_string())
}
