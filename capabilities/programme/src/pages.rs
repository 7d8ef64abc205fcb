//! The pages of a dispositif: the sheet, the schools, the protocol, the bilan, what is published.
mod back;
mod bilan;
mod decision;
mod experiences;
mod field;
mod list;
mod map;
mod number;
mod picture;
mod pilot;
mod protocol;
mod reading;
mod school;
mod schools;
mod sheet;
mod steps;
mod write;

pub use map::BLOCK;
pub use picture::Picture;

use crate::{
    Change, Dispositif, DispositifId, Hours, Refusal, Seat, Seen, names_in,
    policy::{HEADS, Open, PILOTS, STAFF, Steer, TEAM},
    store,
};
use access::{Actor, Allowed, Permission};
use jiff::civil::Date;
use kernel::{Moment, UnitId};
use web::{Door, Error, FormState, Result, Routes, Shell, Visit};

/// Addresses of this slice.
pub fn routes() -> Routes {
    let (staff, pilots) = (Door::Staff(STAFF), Door::Staff(PILOTS));
    let (team, heads) = (Door::Staff(TEAM), Door::Staff(HEADS));
    Routes::new()
        .page("/programmes", staff, list::show)
        .page("/programmes/nouveau", pilots, list::new)
        .form("/programmes/nouveau", pilots, list::create)
        .page("/programmes/{programme}", staff, sheet::show)
        .page("/programmes/{programme}/fiche", pilots, write::show)
        .form("/programmes/{programme}/fiche", pilots, write::save)
        .page("/programmes/{programme}/partenaires", pilots, write::partners)
        .form("/programmes/{programme}/partenaires", pilots, write::add_partner)
        .form("/programmes/{programme}/partenaires/{partner}", pilots, write::change_partner)
        .page("/programmes/{programme}/etapes", pilots, steps::show)
        .form("/programmes/{programme}/etapes", pilots, steps::add)
        .form("/programmes/{programme}/etapes/{milestone}", pilots, steps::change)
        .page("/programmes/{programme}/carte", pilots, map::show)
        .page("/programmes/{programme}/carte/ecoles.csv", pilots, map::csv)
        .page("/programmes/{programme}/carte/ecoles.xlsx", pilots, map::xlsx)
        .page("/programmes/{programme}/ecoles", pilots, schools::show)
        .form("/programmes/{programme}/ecoles", pilots, schools::engage)
        .form("/programmes/{programme}/ecoles/engagements", pilots, schools::engage_all)
        .form("/programmes/{programme}/ecoles/retour", pilots, schools::undo)
        .form("/programmes/{programme}/ecoles/{school}/place", pilots, schools::change)
        .page("/programmes/{programme}/ecoles/{school}", staff, school::show)
        .page("/programmes/{programme}/ecoles/{school}/bilan", staff, bilan::of_school)
        .page("/programmes/{programme}/ecoles/{school}/bilan/nombres.csv", staff, bilan::download_school)
        .form("/programmes/{programme}/ecoles/{school}/candidature", heads, school::answer)
        .form("/programmes/{programme}/ecoles/{school}/retour", heads, school::undo)
        .form("/programmes/{programme}/ecoles/{school}/remarques", team, school::remark)
        .form("/programmes/{programme}/ecoles/{school}/remarques/{remark}", team, school::drop_remark)
        .page("/programmes/{programme}/ecoles/{school}/protocole", team, protocol::show)
        .form("/programmes/{programme}/ecoles/{school}/protocole", team, protocol::save)
        .page("/programmes/{programme}/ecoles/{school}/relecture", staff, reading::draft)
        .form("/programmes/{programme}/ecoles/{school}/approbation", heads, protocol::approve)
        .form("/programmes/{programme}/ecoles/{school}/publication", heads, protocol::publish)
        .page("/programmes/{programme}/ecoles/{school}/versions", staff, reading::versions)
        .page("/programmes/{programme}/ecoles/{school}/experience", team, experiences::new)
        .form("/programmes/{programme}/ecoles/{school}/experience", team, experiences::propose)
        .page("/programmes/{programme}/experiences", pilots, experiences::proposals)
        .form("/programmes/{programme}/experiences/{experience}", pilots, experiences::publish)
        .page("/programmes/{programme}/bilan", staff, bilan::show)
        .form("/programmes/{programme}/bilan", pilots, bilan::word)
        .page("/programmes/{programme}/bilan/nombres.csv", pilots, bilan::download)
        .form("/programmes/{programme}/comptage", pilots, bilan::count_again)
        .page("/programmes/{programme}/decision/{decision}", pilots, decision::show)
        .form("/programmes/{programme}/decision/{decision}", pilots, decision::take)
        .page("/programmes/{programme}/pilote", pilots, pilot::show)
        .form("/programmes/{programme}/pilote", pilots, pilot::change)
        .page("/programmes/{programme}/suppression", pilots, pilot::ask)
        .form("/programmes/{programme}/suppression", pilots, pilot::delete)
        .page("/protocole", Door::SignedIn, reading::mine)
        .page("/protocole/{protocol}", Door::SignedIn, reading::show)
        .page("/experiences", Door::Public, experiences::all)
        .page("/experiences/{experience}", Door::Public, experiences::one)
}

/// The thing, or nothing to see here.
fn seen<T>(thing: Option<T>) -> Result<T> {
    thing.ok_or(Error::NotFound)
}

/// The dispositif of the path, for its pilot.
fn steered(visit: &mut Visit<'_, '_>) -> Result<Allowed<Steer, Dispositif>> {
    let (actor, id) = (visit.actor()?, visit.id("programme")?);
    seen(store::steered(visit.tx, &actor, id)?)
}

/// Whether this person is its one pilot, and still a pilot: whether its forms are for them.
fn steers(actor: &Actor, dispositif: &Dispositif) -> bool {
    let opened = access::check::<Open, _>(actor, dispositif.clone()).map(Allowed::into_inner);
    opened.is_ok_and(|dispositif| access::check::<Steer, _>(actor, dispositif).is_ok())
}

/// The dispositif of the path, for who may see it.
fn looked_at(visit: &mut Visit<'_, '_>) -> Result<Seen> {
    let (actor, id) = (visit.actor()?, visit.id("programme")?);
    Ok(seen(store::find(visit.tx, &actor, id)?)?.into_inner())
}

/// The place of the path's school, under the right `P`.
fn seat<P: Permission<Seat>>(visit: &mut Visit<'_, '_>) -> Result<Allowed<P, Seat>> {
    let (actor, id, school) = (visit.actor()?, visit.id("programme")?, visit.id("school")?);
    seen(store::seat(visit.tx, &actor, id, school)?)
}

/// Whether the person asking holds `P` on this place.
fn may<P: Permission<Seat>>(visit: &Visit<'_, '_>, seat: &Seat) -> Result<bool> {
    Ok(access::check::<P, Seat>(&*visit.actor()?, seat.clone()).is_ok())
}

/// Where the page of a school stands.
fn school_address(dispositif: DispositifId, school: UnitId) -> String {
    format!("/programmes/{dispositif}/ecoles/{school}")
}

/// Refuses a field, under the title that says what kind of refusal it is.
fn refuse(shell: &Shell, state: &mut FormState, field: &str, why: Refusal) {
    state.refuse(field, shell.say(&why.to_string()));
    if let Some(title) = why.title() {
        state.entitle(shell.say(title));
    }
}

/// Refuses each field in which a person of the school is named: function, not name, is what is kept.
fn refuse_names(
    visit: &mut Visit<'_, '_>,
    school: UnitId,
    state: &mut FormState,
    fields: &[(&str, String)],
) -> Result<()> {
    if fields.iter().all(|(_, text)| text.is_empty()) {
        return Ok(());
    }
    let people = store::people_of(visit.tx, school, visit.now)?;
    named(&visit.shell(), state, fields, &people);
    Ok(())
}

/// The same for what the pilot writes, about every school of a dispositif.
fn refuse_all_names(
    visit: &mut Visit<'_, '_>,
    dispositif: DispositifId,
    state: &mut FormState,
    fields: &[(&str, String)],
) -> Result<()> {
    if fields.iter().any(|(_, text)| !text.is_empty()) {
        let people = store::people_in(visit.tx, dispositif, visit.now)?;
        named(&visit.shell(), state, fields, &people);
    }
    Ok(())
}

fn named(shell: &Shell, state: &mut FormState, fields: &[(&str, String)], people: &[(String, String)]) {
    for (field, text) in fields {
        let found = names_in(text, people);
        if !found.is_empty() {
            state.refuse(field, shell.say("programme-refused-names").text("names", found.join(", ")));
        }
    }
}

/// A day with its year: « mardi 15 juin 2027 ».
fn day(shell: &Shell, date: Date) -> String {
    shell.full_date(Moment::at_paris(date, 12, 0))
}

/// The hours of a day, in words, where a line begins: « Mardi, de 17 h 30 à 18 h 30 ».
pub fn hours(shell: &Shell, hours: Hours) -> String {
    let said = shell
        .say("programme-hours")
        .text("day", shell.of("shell-day-", &hours.day.to_string()))
        .text("from", shell.hour(hours.from))
        .text("to", shell.hour(hours.to))
        .to_string();
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// One difference between two versions of a protocol, as a sentence.
pub fn sentence(shell: &Shell, change: &Change) -> String {
    let between = |key: &'static str, hours: &Hours| {
        shell
            .say(key)
            .text("day", shell.of("shell-day-", &hours.day.to_string()))
            .text("from", shell.hour(hours.from))
            .text("to", shell.hour(hours.to))
    };
    let phrase = match change {
        Change::PublicAdded(one) => {
            shell.say("programme-change-public-added").text("what", shell.of("programme-public-", one.word()))
        }
        Change::PublicRemoved(one) => {
            shell.say("programme-change-public-removed").text("what", shell.of("programme-public-", one.word()))
        }
        Change::ModalityAdded(one) => shell.of("programme-added-", one.word()),
        Change::ModalityRemoved(one) => shell.of("programme-removed-", one.word()),
        Change::DayAdded(hours) => between("programme-change-day-added", hours),
        Change::DayMoved(hours) => between("programme-change-day-moved", hours),
        Change::DayRemoved(day) => {
            shell.say("programme-change-day-removed").text("day", shell.of("shell-day-", &day.to_string()))
        }
        Change::Bus(Some(minute)) => shell.say("programme-change-bus").text("time", shell.hour(*minute)),
        Change::Bus(None) => shell.say("programme-change-bus-none"),
        Change::HomeAdded => shell.say("programme-change-home-added"),
        Change::HomeRemoved => shell.say("programme-change-home-removed"),
        Change::PlaceAdded(name) => shell.say("programme-change-place-added").text("name", name),
        Change::PlaceRemoved(name) => shell.say("programme-change-place-removed").text("name", name),
        Change::PlaceChanged(place) => shell
            .say("programme-change-place")
            .text("name", &place.name)
            .text("address", &place.address)
            .text("open", &place.open)
            .num("seats", place.seats),
        Change::LineAdded(list, line) => shell.of("programme-change-line-added-", list.word()).text("line", line),
        Change::LineRemoved(list, line) => shell.of("programme-change-line-removed-", list.word()).text("line", line),
    };
    phrase.to_string()
}
