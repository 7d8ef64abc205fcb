//! A meeting changed, or cancelled.
use super::{and_told, named, plan::what, refuse, seen, tell, title};
use crate::{Meeting, Place, policy::Change, store};
use access::Allowed;
use askama::Template;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agenda/settings.html")]
struct Settings {
    shell: Shell,
    form: FormState,
    meeting: Allowed<Change, Meeting>,
    title: String,
    places: Vec<(String, String)>,
}

/// What can be changed.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("meeting")?);
    let meeting = seen(store::find::<Change>(visit.tx, &actor, id)?)?;
    let now = meeting.what.clone();
    let form = FormState::new().with("titre", &now.title).with("lieu", now.place.word()).with("precision", &now.spot);
    let form = form.with("salle", now.room.unwrap_or_default()).with("places", now.places);
    let form = if now.by_self { form.with("seuls", "1") } else { form };
    page(visit, meeting, form)
}

fn page(visit: &mut Visit<'_, '_>, meeting: Allowed<Change, Meeting>, form: FormState) -> Result<Reply> {
    let shell = visit.shell().at("/semaine");
    let title = title(&shell, &meeting.what);
    let word = |place: &Place| (place.word().to_owned(), shell.of("agenda-place-", place.word()).to_string());
    let places = Place::ALL.iter().map(word).collect();
    let refused = form.refused();
    let page = Settings { shell, form, meeting, title, places };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Changes it. With more places, the first on the list move up and are told.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let meeting = seen(store::find::<Change>(visit.tx, &actor, id)?)?;
    let shell = visit.shell();
    let mut state = FormState::of(&visit.form);
    let what = what(&visit.form, &shell, &mut state, &meeting.what);
    let taken = store::pupils(visit.tx, &meeting)?.iter().filter(|row| row.seat == crate::Seat::Enrolled).count();
    if what.places < i64::try_from(taken).unwrap_or(i64::MAX) && !state.refused() {
        state.refuse("places", shell.say("agenda-say-taken").num("n", taken));
    }
    if state.refused() {
        return page(visit, meeting, state);
    }
    if let Err(why) = store::change(visit.tx, &meeting, &what, now)? {
        refuse(&shell, &mut state, "titre", why);
        return page(visit, meeting, state);
    }
    let changed = Meeting { what, ..meeting.into_inner() };
    let moved = store::move_up(visit.tx, &changed, now)?;
    tell(visit, &changed, &moved, "agenda-tell-moved")?;
    let said = visit.sentence("agenda-said-changed");
    let said = and_told(visit, &said, moved.len())?;
    Ok(Reply::go(format!("/seances/{id}")).said(said))
}

/// Cancels it, and tells those who were to come.
pub fn cancel(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("meeting")?);
    let meeting = seen(store::find::<Change>(visit.tx, &actor, id)?)?;
    let reason: String = visit.form.short("raison", 200);
    if let Err(why) = store::cancel(visit.tx, &actor, &meeting, &reason, visit.now)? {
        let mut state = FormState::of(&visit.form);
        refuse(&visit.shell(), &mut state, "raison", why);
        return page(visit, meeting, state);
    }
    let pupils = store::expected(visit.tx, id)?;
    let cancelled = Meeting { reason, ..meeting.into_inner() };
    tell_cancelled(visit, &cancelled, &pupils)?;
    let shell = visit.shell();
    let said = shell.say("agenda-said-cancelled").text("meeting", named(&shell, &cancelled)).to_string();
    let said = and_told(visit, &said, pupils.len())?;
    Ok(Reply::go(format!("/seances/{id}")).said(said))
}

/// Tells of a cancelled meeting, with its reason when there is one.
pub fn tell_cancelled(visit: &mut Visit<'_, '_>, meeting: &Meeting, pupils: &[kernel::PersonId]) -> Result<()> {
    let key = if meeting.reason.is_empty() { "agenda-tell-cancelled" } else { "agenda-tell-reason" };
    tell(visit, meeting, pupils, key)
}
