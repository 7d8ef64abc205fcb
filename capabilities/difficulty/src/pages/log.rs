//! What is said and done about a difficulty.
use super::{refuse, seen, thread, tone, written};
use crate::{
    Audience, Difficulty, DifficultyId, Kind, State,
    policy::{Care, Follow},
    store::{self, Opened},
};
use access::Actor;
use kernel::{PersonId, UnitId};
use notice::Sending;
use web::{FormState, Lang, Reply, Result, Visit};

/// A word: of the one whose it is, or of the school.
pub fn say(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, shell) = (visit.actor()?, visit.id("difficulty")?, visit.shell());
    let mut state = FormState::of(&visit.form);
    let text = written(visit, &shell, &mut state, "texte");
    if text.is_empty() {
        state.refuse("texte", shell.of("difficulty-say-something-", tone(visit)));
    }
    if state.refused() {
        return thread::page(visit, state);
    }
    let (word, now) = (visit.new_id(), visit.now);
    let caring = store::find::<Care>(visit.tx, &actor, id)?;
    let done = if let Some(difficulty) = caring.filter(|difficulty| difficulty.person != actor.person) {
        let waits = visit.form.text("faire") == "attente";
        let shown = waits || visit.form.has("vu");
        let next = if waits { State::Waiting } else { State::Taken };
        let done = store::say(visit.tx, &difficulty, &actor, (word, &text, shown), next, now)?;
        if shown && done.is_ok() {
            tell(visit, &actor, &difficulty, "difficulty-notice-word-", &text)?;
        }
        done.map(|()| shown)
    } else {
        let difficulty = seen(store::find::<Follow>(visit.tx, &actor, id)?)?;
        let next = if difficulty.state == State::New { State::New } else { State::Taken };
        let done = store::say(visit.tx, &difficulty, &actor, (word, &text, true), next, now)?;
        if done.is_ok() {
            warn_keeper(visit, &actor, &difficulty, difficulty.keeper, "difficulty-notice-answer")?;
        }
        done.map(|()| false)
    };
    match done {
        Ok(leaves) => {
            let said = shell.say("difficulty-said-word").to_string();
            let said = if leaves { format!("{said} {}", notice::leaves(visit)?) } else { said };
            Ok(Reply::go(format!("/difficulte/{id}")).said(said))
        }
        Err(why) => {
            refuse(&shell, &mut state, "texte", why);
            thread::page(visit, state)
        }
    }
}

/// Opens it again.
pub fn reopen(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, shell) = (visit.actor()?, visit.id("difficulty")?, visit.shell());
    let difficulty = seen(store::find::<Follow>(visit.tx, &actor, id)?)?;
    let mut state = FormState::of(&visit.form);
    let text = written(visit, &shell, &mut state, "texte");
    if state.refused() {
        return thread::page(visit, state);
    }
    let (word, now) = (visit.new_id(), visit.now);
    match store::reopen(visit.tx, &difficulty, &actor, (word, &text), now)? {
        Ok(()) => {
            warn_keeper(visit, &actor, &difficulty, difficulty.keeper, "difficulty-notice-again")?;
            Ok(Reply::go(format!("/difficulte/{id}")).said(shell.say("difficulty-said-reopened")))
        }
        Err(why) => {
            refuse(&shell, &mut state, "texte", why);
            thread::page(visit, state)
        }
    }
}

/// Gives it an owner, in one tap.
pub fn assign(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("difficulty")?);
    let difficulty = seen(store::find::<Care>(visit.tx, &actor, id)?)?;
    let to: PersonId = visit.form.text("a").parse()?;
    let candidates = store::candidates(visit.tx, difficulty.school, visit.now)?;
    let to = seen(candidates.iter().find(|candidate| candidate.person == to))?;
    match store::assign(visit.tx, &difficulty, to, &actor, visit.now)? {
        Ok(()) => {
            warn_keeper(visit, &actor, &difficulty, Some(to.person), "difficulty-notice-yours")?;
            let shell = visit.shell();
            let own = to.person == actor.person;
            let key = if own { "difficulty-said-yours" } else { "difficulty-said-given" };
            let said = shell.say(key).text("name", format!("{} {}", to.given, to.family));
            let reply = Reply::go(format!("/difficulte/{id}")).said(said);
            let before = difficulty.keeper.filter(|before| *before != to.person);
            let before = before.filter(|before| candidates.iter().any(|one| one.person == *before));
            let Some(before) = before else { return Ok(reply) };
            Ok(reply.undo(format!("/difficulte/{id}/charge"), &[("a", &before.to_string())]))
        }
        Err(why) => {
            let mut state = FormState::of(&visit.form);
            refuse(&visit.shell(), &mut state, "a", why);
            thread::page(visit, state)
        }
    }
}

/// Closes it, with a word that the one whose it is is told.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, shell) = (visit.actor()?, visit.id("difficulty")?, visit.shell());
    let difficulty = seen(store::find::<Care>(visit.tx, &actor, id)?)?;
    let mut state = FormState::of(&visit.form).with("vu", "oui");
    let closing = written(visit, &shell, &mut state, "texte");
    if closing.is_empty() {
        state.refuse("texte", shell.say("difficulty-say-closing"));
        state.entitle(shell.say("difficulty-say-closing-title"));
    }
    if state.refused() {
        return thread::page(visit, state);
    }
    let (word, now) = (visit.new_id(), visit.now);
    match store::close(visit.tx, &difficulty, &actor, (word, &closing), now)? {
        Ok(()) => {
            tell(visit, &actor, &difficulty, "difficulty-notice-closed-", &closing)?;
            let family = difficulty.audience == Audience::Family;
            let said = format!("{} {}", shell.say("difficulty-said-closed"), notice::leaves(visit)?);
            Ok(Reply::go(if family { "/difficultes" } else { "/rrupn" }).said(said))
        }
        Err(why) => {
            refuse(&shell, &mut state, "texte", why);
            thread::page(visit, state)
        }
    }
}

/// Tells the one whose it is, in their language and in the words of their age.
fn tell(visit: &mut Visit<'_, '_>, actor: &Actor, difficulty: &Difficulty, key: &str, text: &str) -> Result<()> {
    if difficulty.person == actor.person {
        return Ok(());
    }
    let lang = language(visit, difficulty.person)?;
    let kind = format!("difficulty-kind-{}", difficulty.kind.word());
    let whom = match difficulty.audience {
        Audience::Colleague => "colleague",
        Audience::Family if difficulty.by_pupil() => "tu",
        Audience::Family => "vous",
    };
    let words = &visit.house.words;
    let kind = words.say(lang, kind).to_string();
    let said = words.say(lang, format!("{key}{whom}")).text("kind", kind).text("text", text).to_string();
    write(visit, actor, (difficulty.school, difficulty.id), difficulty.person, said)
}

/// Writes to somebody of a difficulty, by their own channel.
fn write(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    (school, id): (UnitId, DifficultyId),
    to: PersonId,
    text: String,
) -> Result<()> {
    let link = Some(format!("/difficulte/{id}"));
    let sending = Sending { school, author: Some(actor.person), to, text, link, sealed: None };
    notice::store::notify(visit.tx, &*visit.house.chance, &sending, visit.now)?;
    Ok(())
}

/// Warns who owns it, without naming anybody.
fn warn_keeper(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    difficulty: &Difficulty,
    keeper: Option<PersonId>,
    key: &str,
) -> Result<()> {
    warn(visit, actor, (difficulty.school, difficulty.id, difficulty.kind), keeper, key)
}

/// Writes a difficulty down, and warns who owns it.
pub fn open(visit: &mut Visit<'_, '_>, actor: &Actor, opened: &Opened) -> Result<()> {
    let keeper = store::open(visit.tx, opened, visit.now)?;
    warn(visit, actor, (opened.school, opened.id, opened.kind), keeper, "difficulty-notice-new")
}

fn warn(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    (school, id, kind): (UnitId, DifficultyId, Kind),
    keeper: Option<PersonId>,
    key: &str,
) -> Result<()> {
    let Some(keeper) = keeper.filter(|keeper| *keeper != actor.person) else { return Ok(()) };
    let lang = language(visit, keeper)?;
    let kind = visit.house.words.say(lang, format!("difficulty-kind-{}", kind.word())).to_string();
    let said = visit.house.words.say(lang, key.to_owned()).text("kind", kind).to_string();
    write(visit, actor, (school, id), keeper, said)
}

fn language(visit: &mut Visit<'_, '_>, person: PersonId) -> Result<Lang> {
    let person = directory::store::person(visit.tx, person)?;
    Ok(person.and_then(|person| person.lang).and_then(|lang| Lang::from_tags(&lang)).unwrap_or_default())
}
