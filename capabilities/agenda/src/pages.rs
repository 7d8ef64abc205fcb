//! The pages of the agenda: everyone's week, a meeting, the school's slots, presences.
mod bus;
mod enrol;
mod feeds;
mod hold;
mod meeting;
mod plan;
mod presence;
mod presences;
pub mod pupil;
mod room;
mod seat;
mod settings;
mod slots;
pub mod tool;
mod week;

use crate::{
    Meeting, Refusal, State, What,
    policy::{HELPERS, STAFF, WATCHERS},
    store,
};
use kernel::{Moment, PersonId};
use notice::Sending;
use web::{Door, Error, FormState, Lang, Result, Routes, Shell, Visit};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/semaine", Door::SignedIn, week::show)
        .page("/semaine/abonnement", Door::SignedIn, feeds::show)
        .form("/semaine/abonnement", Door::SignedIn, feeds::make)
        .form("/semaine/abonnement/{feed}/retrait", Door::SignedIn, feeds::revoke)
        .page("/agenda/{file}", Door::Public, feeds::calendar)
        .page("/semaine/bus/{pupil}", Door::SignedIn, bus::show)
        .form("/semaine/bus/{pupil}", Door::SignedIn, bus::change)
        .page("/seances/nouvelle", Door::Staff(STAFF), plan::show)
        .form("/seances/nouvelle", Door::Staff(STAFF), plan::add)
        .page("/seances/{meeting}", Door::SignedIn, meeting::show)
        .form("/seances/{meeting}/place", Door::SignedIn, seat::take)
        .form("/seances/{meeting}/retrait", Door::SignedIn, seat::leave)
        .page("/seances/{meeting}/eleves", Door::Staff(STAFF), enrol::show)
        .form("/seances/{meeting}/eleves", Door::Staff(STAFF), enrol::add)
        .form("/seances/{meeting}/volontaire", Door::Staff(HELPERS), hold::volunteer)
        .form("/seances/{meeting}/tenue", Door::Staff(HELPERS), hold::hold)
        .form("/seances/{meeting}/salle", Door::Staff(HELPERS), room::enter)
        .form("/seances/{meeting}/presence", Door::Staff(STAFF), presence::record)
        .page("/seances/{meeting}/reglages", Door::Staff(STAFF), settings::show)
        .form("/seances/{meeting}/reglages", Door::Staff(STAFF), settings::change)
        .form("/seances/{meeting}/annulation", Door::Staff(STAFF), settings::cancel)
        .page("/creneaux", Door::Staff(STAFF), slots::show)
        .form("/creneaux/{slot}/volontaire", Door::Staff(HELPERS), slots::volunteer)
        .form("/creneaux/{slot}/fin", Door::Staff(STAFF), slots::end)
        .page("/presences", Door::Staff(WATCHERS), presences::show)
        .form("/presences/fichier", Door::Staff(WATCHERS), presences::file)
}

/// The thing, or nothing to see here.
fn seen<T>(thing: Option<T>) -> Result<T> {
    thing.ok_or(Error::NotFound)
}

/// What it is called: its title, or what kind of meeting it is.
fn title(shell: &Shell, what: &What) -> String {
    if what.title.is_empty() { shell.of("agenda-kind-", what.kind.word()).to_string() } else { what.title.clone() }
}

/// From when to when.
fn hours(shell: &Shell, from: Moment, to: Moment) -> String {
    shell.say("agenda-from-to").text("from", shell.time(from)).text("to", shell.time(to)).to_string()
}

/// Where it is: the place, and which one.
fn place(shell: &Shell, what: &What) -> String {
    let place = shell.of("agenda-place-", what.place.word()).to_string();
    if what.spot.is_empty() { place } else { format!("{place}, {}", what.spot) }
}

/// The text as it stands within a line, after a comma.
fn within(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Given and family name.
fn full(name: &crate::FullName) -> String {
    format!("{} {}", name.0, name.1)
}

/// A badge for where a meeting stands: its class, its icon, its word. A planned one needs none.
fn state(shell: &Shell, meeting: &Meeting, now: Moment) -> Option<(&'static str, &'static str, String)> {
    let (kind, icon, key) = match meeting.state {
        State::Open if now < meeting.ends_at => ("lit", "check", "agenda-state-open"),
        State::Open | State::Held => ("ok", "check", "agenda-state-held"),
        State::Cancelled => ("bad", "x", "agenda-state-cancelled"),
        State::Planned if meeting.missed(now) => ("warn", "triangle-alert", "agenda-state-missed"),
        State::Planned => return None,
    };
    Some((kind, icon, shell.say(key).to_string()))
}

/// What is to be mended, under the title that this refusal has.
fn refuse(shell: &Shell, form: &mut FormState, field: &str, refusal: Refusal) {
    form.refuse(field, shell.say(&refusal.to_string()));
    form.entitle(shell.say(&format!("{refusal}-title")));
}

/// A meeting in a sentence: « Fractions, mardi 24 novembre à 17 h 30 ».
fn named(shell: &Shell, meeting: &Meeting) -> String {
    let said = shell.say("agenda-named").text("title", title(shell, &meeting.what));
    said.text("date", shell.date(meeting.starts_at)).text("time", shell.time(meeting.starts_at)).to_string()
}

/// A sentence of what was done, then how many messages leave for it and when.
fn and_told(visit: &mut Visit<'_, '_>, said: &str, pupils: usize) -> Result<String> {
    if pupils == 0 {
        return Ok(said.to_owned());
    }
    let shell = visit.shell();
    let told = shell.say("agenda-said-told").num("n", pupils).to_string();
    Ok(format!("{said} {told} {}", notice::leaves(visit)?))
}

/// The sentence of a refusal, to whom it is said, with whom to speak to.
fn refusal(visit: &mut Visit<'_, '_>, shell: &Shell, meeting: &Meeting, refusal: Refusal, own: bool) -> Result<String> {
    if !matches!(refusal, Refusal::Silent | Refusal::Refused) {
        return Ok(shell.say(&refusal.to_string()).to_string());
    }
    let staff = visit.signed_in()?.actor.is_staff();
    let audience = if own {
        "you"
    } else if staff {
        "staff"
    } else {
        "family"
    };
    let contact = store::referent(visit.tx, meeting.what.school, visit.now)?;
    let contact = contact.map_or_else(|| shell.say("agenda-contact").to_string(), |name| full(&name));
    let key = format!("{refusal}-{audience}");
    Ok(shell.say(&key).text("contact", contact).to_string())
}

/// Tells these pupils, and those who answer for them, in the language of the school. `key` has a form for each.
fn tell(visit: &mut Visit<'_, '_>, meeting: &Meeting, pupils: &[PersonId], key: &str) -> Result<()> {
    if pupils.is_empty() {
        return Ok(());
    }
    let mut shell = visit.shell();
    shell.lang = Lang::Fr;
    let author = meeting.teacher.unwrap_or(meeting.made_by);
    let mut sendings = vec![];
    for to in store::recipients(visit.tx, pupils, visit.now)? {
        let form = format!("{key}-{}", if pupils.contains(&to) { "you" } else { "family" });
        let text = shell
            .say(&form)
            .text("title", title(&shell, &meeting.what))
            .text("date", shell.date(meeting.starts_at))
            .text("time", shell.time(meeting.starts_at))
            .text("reason", &meeting.reason)
            .to_string();
        let link = Some(format!("/seances/{}", meeting.id));
        sendings.push(Sending { school: meeting.what.school, author: Some(author), to, text, link, sealed: None });
    }
    notice::store::notify_many(visit.tx, &*visit.house.chance, &sendings, visit.now)?;
    Ok(())
}
