//! Hours promised and held.
use super::{board, seen};
use crate::{
    model::{Desk, Duty, DutyState, Subject},
    policy::Join,
    store,
};
use access::Allowed;
use askama::Template;
use jiff::civil::Date;
use kernel::{Evening, Moment};
use web::{FormState, Paged, Reply, Result, Shell, Visit};

/// The longest duty, in minutes.
const LONGEST: i64 = 240;

#[derive(Template)]
#[template(path = "desk/duty.html")]
struct DutyPage {
    shell: Shell,
    form: FormState,
    desk: Allowed<Join, Desk>,
    duties: Paged<(Duty, String)>,
    now: Moment,
}

impl DutyPage {
    fn now(&self) -> Moment {
        self.now
    }
}

/// A new duty, and one's own.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let clock = |at: Moment| at.paris().strftime("%H:%M").to_string();
    let form = FormState::new().with("jour", visit.now.paris().date()).with("de", clock(visit.now));
    let form = form.with("a", clock(visit.now.plus_minutes(60)));
    page(visit, form)
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let desk = board::joinable(visit, &actor)?;
    let duties = store::own_duties(visit.tx, &actor, visit.now, visit.pager())?;
    let refused = form.refused();
    let page = DutyPage { shell: visit.shell().at("/bar"), form, desk, duties, now: visit.now };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// An instant of a day in Paris, from the hour of a form.
fn instant(day: Date, hour: &str) -> Option<Moment> {
    let (hour, minute) = hour.split_once(':')?;
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| Moment::at_paris(day, hour, minute))
}

/// When a duty that starts then ends by the clock `hour`: the same evening, of which the night until four o'clock is a part.
fn end(starts: Moment, hour: &str) -> Option<Moment> {
    let day = starts.paris().date();
    let ends = instant(day, hour)?;
    let night = ends <= starts && ends.paris().hour() < 4;
    if night { instant(day.tomorrow().ok()?, hour) } else { Some(ends) }
}

/// Promises hours; begun now, they open at once.
pub fn add(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let desk = board::joinable(visit, &actor)?;
    let (shell, now) = (visit.shell(), visit.now);
    let mut state = FormState::of(&visit.form);
    let form = &visit.form;
    let day = form.text("jour").parse::<Evening>().ok();
    let starts = day.and_then(|day| instant(day.0, form.text("de")));
    let ends = starts.and_then(|starts| end(starts, form.text("a")));
    if starts.is_none() {
        state.refuse("de", shell.say("desk-say-from"));
    }
    let length = starts.zip(ends).map(|(starts, ends)| ends.minutes_since(starts));
    if length.is_none_or(|minutes| !(5..=LONGEST).contains(&minutes)) || ends.is_some_and(|ends| ends <= now) {
        state.refuse("a", shell.say("desk-say-until"));
    }
    let room = Some(form.text("salle").to_owned()).filter(|room| !room.is_empty());
    if room.as_deref().is_some_and(|room| !web::is_link(room)) {
        state.refuse("salle", shell.say("desk-say-room"));
    }
    let (Some(starts_at), Some(ends_at), false) = (starts, ends, state.refused()) else { return page(visit, state) };
    let mut duty = Duty {
        id: visit.new_id(),
        desk: desk.id,
        teacher: actor.person,
        subjects: visit.form.texts("matiere").filter_map(Subject::from_word).collect(),
        room,
        starts_at,
        ends_at,
        state: DutyState::Planned,
    };
    store::add_duty(visit.tx, &desk, &duty)?;
    if visit.form.text("faire") == "ouvrir" {
        store::set_state(visit.tx, &duty, DutyState::Open, now)?;
        duty.state = DutyState::Open;
        return Ok(Reply::go(format!("/bar/bureau/{}", desk.id)).said(shell.say("desk-done-duty-open")));
    }
    let when = format!("{}, {}", shell.date(starts_at), shell.time(starts_at));
    let reply = Reply::go(format!("/bar/bureau/{}/permanence", desk.id));
    let reply = reply.said(shell.say("desk-done-duty-promised").text("when", when));
    Ok(reply.undo(format!("/bar/permanence/{}", duty.id), &[("faire", "annuler")]))
}

/// Opens, pauses, closes or takes back one's duty.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("duty")?);
    let duty = seen(store::duty_of(visit.tx, &actor, id)?)?;
    let now = visit.now;
    let (key, undone) = match visit.form.text("faire") {
        "ouvrir" => (store::set_state(visit.tx, &duty, DutyState::Open, now).map(|()| "desk-done-duty-open")?, false),
        "pause" => (store::set_state(visit.tx, &duty, DutyState::Paused, now).map(|()| "desk-done-duty-paused")?, true),
        "fermer" => {
            (store::set_state(visit.tx, &duty, DutyState::Closed, now).map(|()| "desk-done-duty-closed")?, true)
        }
        "annuler" => (store::drop_duty(visit.tx, &duty).map(|()| "desk-done-duty-dropped")?, false),
        _ => return Err(web::Error::NotFound),
    };
    let reply = Reply::go(format!("/bar/bureau/{}", duty.desk)).said(visit.sentence(key));
    Ok(if undone { reply.undo(format!("/bar/permanence/{id}"), &[("faire", "ouvrir")]) } else { reply })
}
