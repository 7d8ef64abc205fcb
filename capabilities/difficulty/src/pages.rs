//! The pages of difficulties: the family's, the school's desk, colleagues' questions, the referent's.
mod board;
mod choice;
mod family;
mod figures;
mod lending;
mod log;
mod note;
pub mod pupil;
mod question;
mod referent;
mod thread;

use crate::{
    Age, Kind, LONGEST, Refusal,
    policy::{CARERS, COUNTERS, STAFF},
};
use access::{Actor, Role};
use kernel::UnitId;
use web::{Door, Error, FormState, Result, Routes, Shell, Visit, When};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/difficulte", Door::SignedIn, family::show)
        .file_form("/difficulte", Door::SignedIn, &["photo"], family::send)
        .page("/difficulte/photo/{photo}", Door::SignedIn, thread::photo)
        .page("/difficulte/{difficulty}", Door::SignedIn, thread::show)
        .form("/difficulte/{difficulty}/mot", Door::SignedIn, log::say)
        .form("/difficulte/{difficulty}/reprise", Door::SignedIn, log::reopen)
        .form("/difficulte/{difficulty}/charge", Door::Staff(STAFF), log::assign)
        .form("/difficulte/{difficulty}/cloture", Door::Staff(STAFF), log::close)
        .page("/difficultes", Door::Staff(STAFF), board::show)
        .page("/difficultes/nouvelle", Door::Staff(STAFF), note::show)
        .form("/difficultes/nouvelle", Door::Staff(STAFF), note::send)
        .page("/difficultes/chiffres", Door::Staff(COUNTERS), figures::show)
        .page("/question", Door::Staff(STAFF), question::show)
        .form("/question", Door::Staff(STAFF), question::send)
        .page("/rrupn", Door::Staff(CARERS), referent::show)
        .page("/rrupn/materiel", Door::Staff(CARERS), referent::equipment)
        .form("/rrupn/materiel", Door::Staff(CARERS), referent::set_equipment)
        .page("/rrupn/pret", Door::Staff(CARERS), lending::show)
        .form("/rrupn/pret", Door::Staff(CARERS), lending::send)
        .form("/rrupn/pret/{loan}/retour", Door::Staff(CARERS), lending::take_back)
}

/// The thing, or nothing to see here.
fn seen<T>(thing: Option<T>) -> Result<T> {
    thing.ok_or(Error::NotFound)
}

/// What is to be mended, under the title that this refusal has.
fn refuse(shell: &Shell, form: &mut FormState, field: &str, refusal: Refusal) {
    form.refuse(field, shell.say(&refusal.to_string()));
    form.entitle(shell.say(&format!("{refusal}-title")));
}

/// How old, in words.
pub fn age(shell: &Shell, at: impl When, now: impl When) -> String {
    let (key, n) = match Age::of(at.when(), now.when()) {
        Age::Minutes(n) => ("difficulty-age-minutes", n),
        Age::Hours(n) => ("difficulty-age-hours", n),
        Age::Days(n) => ("difficulty-age-days", n),
    };
    shell.say(key).num("n", n).to_string()
}

/// The schools where one holds one of these roles, with their names, by name.
fn schools(visit: &mut Visit<'_, '_>, actor: &Actor, roles: &[Role]) -> Result<Vec<(UnitId, String)>> {
    let mut units = actor.units(roles);
    units.sort_unstable();
    units.dedup();
    let mut named: Vec<_> = access::store::names(visit.tx, &units)?.into_iter().collect();
    named.sort_by_cached_key(|(id, name)| (kernel::order(&[name]), *id));
    Ok(named)
}

/// The text of a field, not too long; what is to be mended goes to `state`.
fn written(visit: &Visit<'_, '_>, shell: &Shell, state: &mut FormState, field: &str) -> String {
    let text = visit.form.text(field).replace("\r\n", "\n");
    let long = text.chars().count();
    if long > LONGEST {
        state.refuse(field, shell.say("difficulty-too-long").num("n", long));
    }
    text
}

/// The kind and the words of a new difficulty; what is to be mended goes to `state`.
fn described(visit: &Visit<'_, '_>, shell: &Shell, state: &mut FormState, must: bool) -> (Option<Kind>, String) {
    let text = written(visit, shell, state, "texte");
    let kind = Kind::from_word(visit.form.text("nature"));
    if kind.is_none() {
        state.refuse("nature", shell.of("difficulty-say-kind-", tone(visit)));
    }
    if text.is_empty() && (must || kind == Some(Kind::Other)) {
        state.refuse("texte", shell.of("difficulty-say-what-", tone(visit)));
    }
    (kind, text)
}

/// `tu` for a pupil, `vous` for an adult.
fn tone(visit: &Visit<'_, '_>) -> &'static str {
    if visit.who.as_ref().is_some_and(|who| who.actor.is_pupil()) { "tu" } else { "vous" }
}
