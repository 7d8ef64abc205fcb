//! A demonstration that lives through a year (`preau demo --story homework`): the day it is, and the way to another.
//!
//! Only there: everywhere else the clock has no hands, and these addresses are not found.
use askama::Template;
use jiff::civil::Date;
use kernel::Moment;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "day.html")]
struct Day {
    shell: Shell,
    form: FormState,
    now: Moment,
}

/// Whether this house is a story: made-up people, and a clock that may be moved (to where it stands).
fn is_story(visit: &Visit<'_, '_>) -> bool {
    visit.house.settings.demo && visit.house.clock.move_to(visit.house.clock.now())
}

/// The day it is here.
pub fn day(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if !is_story(visit) {
        return Err(Error::NotFound);
    }
    let paris = visit.now.paris();
    let form = FormState::new().with("jour", paris.date()).with("heure", paris.strftime("%H:%M"));
    Reply::page(&Day { shell: visit.shell(), form, now: visit.now })
}

/// Goes on to a later instant: nothing goes back in time.
pub fn go_on(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if !is_story(visit) {
        return Err(Error::NotFound);
    }
    let to = instant(visit.form.text("jour"), visit.form.text("heure")).filter(|to| *to > visit.now);
    let Some(to) = to else {
        let mut form = FormState::of(&visit.form);
        form.refuse("jour", visit.shell().say("preau-day-later"));
        return Reply::refused(&Day { shell: visit.shell(), form, now: visit.now });
    };
    visit.house.clock.move_to(to);
    Ok(Reply::go("/demonstration/jour"))
}

fn instant(day: &str, hour: &str) -> Option<Moment> {
    let (hour, minute) = hour.split_once(':')?;
    let (day, hour, minute): (Date, i8, i8) = (day.parse().ok()?, hour.parse().ok()?, minute.parse().ok()?);
    let real = (0..24).contains(&hour) && (0..60).contains(&minute);
    real.then(|| Moment::at_paris(day, hour, minute))
}
