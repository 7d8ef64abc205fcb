//! The pages of the help desk: the pupil's side, the teacher's board, what is left for the team.
mod ask;
mod board;
mod care;
pub mod children;
mod duty;
pub mod evening;
mod figures;
mod help;
mod message;
mod mine;
mod past;
pub mod pupil;
mod reach;
mod settings;
mod together;
pub mod tool;
mod waiting;

use crate::{
    model::{Names, Refusal},
    policy::{COUNTERS, DECIDERS, HELPERS, INSPECTORS, STAFF},
    wait::Wait,
};
use web::{Door, Error, FormState, Result, Routes, Shell};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/bar/demande", Door::Pupil, ask::show)
        .file_form("/bar/demande", Door::Pupil, message::FIELDS, ask::send)
        .page("/bar/moi", Door::Pupil, mine::show)
        .stream("/bar/moi/flux", Door::Pupil, mine::topics)
        .page("/bar/moi/demandes", Door::Pupil, past::show)
        .form("/bar/moi/pause", Door::Pupil, waiting::pause)
        .form("/bar/moi/retirer", Door::Pupil, waiting::withdraw)
        .form("/bar/moi/compris", Door::Pupil, mine::understood)
        .form("/bar/moi/numero", Door::Pupil, mine::number)
        .form("/bar/moi/avis", Door::Pupil, mine::face)
        .file_form("/bar/moi/message", Door::Pupil, message::FIELDS, mine::message)
        .form("/bar/moi/signaler", Door::Pupil, mine::report)
        .page("/bar/fichier/{file}", Door::SignedIn, message::file)
        .page("/bar", Door::Staff(STAFF), board::desks)
        .page("/bar/bureau/{desk}", Door::Staff(HELPERS), board::show)
        .stream("/bar/bureau/{desk}/flux", Door::Staff(HELPERS), board::topics)
        .form("/bar/bureau/{desk}/suivant", Door::Staff(HELPERS), board::next)
        .form("/bar/bureau/{desk}/grouper", Door::Staff(HELPERS), together::gather)
        .form("/bar/bureau/{desk}/annonce", Door::Staff(HELPERS), board::announce)
        .page("/bar/bureau/{desk}/groupe/{group}", Door::Staff(HELPERS), together::show)
        .file_form("/bar/bureau/{desk}/groupe/{group}", Door::Staff(HELPERS), message::FIELDS, together::explain)
        .page("/bar/bureau/{desk}/permanence", Door::Staff(HELPERS), duty::show)
        .form("/bar/bureau/{desk}/permanence", Door::Staff(HELPERS), duty::add)
        .form("/bar/permanence/{duty}", Door::Staff(HELPERS), duty::change)
        .page("/bar/demande/{ticket}", Door::Staff(STAFF), help::show)
        .stream("/bar/demande/{ticket}/flux", Door::Staff(HELPERS), help::topics)
        .form("/bar/demande/{ticket}/prendre", Door::Staff(HELPERS), help::claim)
        .form("/bar/demande/{ticket}/rendre", Door::Staff(HELPERS), help::give_back)
        .form("/bar/demande/{ticket}/passer", Door::Staff(HELPERS), help::hand_over)
        .file_form("/bar/demande/{ticket}/message", Door::Staff(HELPERS), message::FIELDS, help::message)
        .form("/bar/demande/{ticket}/appel", Door::Staff(HELPERS), help::call)
        .form("/bar/demande/{ticket}/salle", Door::Staff(HELPERS), reach::room)
        .form("/bar/demande/{ticket}/clore", Door::Staff(HELPERS), help::end)
        .form("/bar/demande/{ticket}/ouvrir", Door::Staff(INSPECTORS), care::open)
        .page("/bar/chiffres", Door::Staff(COUNTERS), figures::show)
        .page("/bar/suivis", Door::Staff(STAFF), care::followups)
        .form("/bar/demande/{ticket}/suivre", Door::Staff(STAFF), care::follow)
        .page("/bar/signalements", Door::Staff(INSPECTORS), care::reports)
        .form("/bar/signalements/{report}", Door::Staff(INSPECTORS), care::handle)
        .page("/bar/nouveau", Door::Staff(DECIDERS), settings::new)
        .form("/bar/nouveau", Door::Staff(DECIDERS), settings::create)
        .page("/bar/bureau/{desk}/reglages", Door::Staff(DECIDERS), settings::show)
        .form("/bar/bureau/{desk}/reglages", Door::Staff(DECIDERS), settings::change)
        .form("/bar/bureau/{desk}/inviter", Door::Staff(DECIDERS), settings::invite)
        .form("/bar/bureau/{desk}/accepter", Door::Staff(DECIDERS), settings::accept)
}

#[cfg(test)]
pub(crate) use message::pieces;

/// The thing, or nothing to see here.
fn seen<T>(thing: Option<T>) -> Result<T> {
    thing.ok_or(Error::NotFound)
}

/// Says in `field` why it is not done, under the title that this reason has.
fn refuse(state: &mut FormState, shell: &Shell, field: &str, why: Refusal) {
    let key = why.to_string();
    state.refuse(field, shell.say(&key));
    state.entitle(shell.say(&key.replace("-refused-", "-title-")));
}

/// The day of the week of an instant, where a line begins: « Lundi ».
pub fn weekday(shell: &Shell, at: impl web::When) -> String {
    let day = shell.of("shell-day-", &at.when().paris().weekday().to_monday_one_offset().to_string()).to_string();
    let mut letters = day.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The wait, in words.
pub fn wait_sentence(shell: &Shell, wait: Wait) -> String {
    let phrase = match wait {
        Wait::Between(0, high) => shell.say("desk-wait-under").num("high", high),
        Wait::Between(low, high) => shell.say("desk-wait-between").num("low", low).num("high", high),
        Wait::Over(low) => shell.say("desk-wait-over").num("low", low),
        Wait::Late(closes) => shell.say("desk-wait-late").text("time", shell.time(closes)),
        Wait::Pause => shell.say("desk-wait-pause"),
        Wait::From(starts) => shell.say("desk-wait-from").text("time", shell.time(starts)),
        Wait::Nobody => shell.say("desk-wait-nobody"),
    };
    phrase.to_string()
}

/// Who helps, as the school shows it.
pub fn helper_name(shell: &Shell, names: Names, helper: Option<&(String, String)>) -> String {
    let shown = helper.and_then(|(given, family)| names.shown(given, family));
    shown.unwrap_or_else(|| shell.say("desk-an-adult").to_string())
}
