//! A family without account: the code of its sheet, or the link of its message.
use super::letter::{self, Opened};
use crate::{model::Source, store};
use askama::Template;
use notice::seal;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agreement/code.html")]
struct Page {
    shell: Shell,
    form: FormState,
}

/// Where the code is typed.
pub fn ask(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Reply::page(&Page { shell: visit.shell(), form: FormState::new() })
}

/// A code typed by hand leads to the letter's own link. Wrong ones are counted per network.
pub fn asked(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (house, networks, now) = (visit.house, visit.ask.networks(), visit.now);
    let mut form = FormState::of(&visit.form);
    if let Some(until) = store::waiting(visit.tx, &house.secret, &networks, now)? {
        let minutes = (until.0 - now.0 + 59_999) / 60_000;
        form.refuse("code", visit.shell().say("agreement-code-wait").num("n", minutes.max(1)));
        return Reply::refused(&Page { shell: visit.shell(), form });
    }
    let Some(typed) = seal::typed(visit.form.text("code")) else {
        form.refuse("code", visit.sentence("agreement-code-shape"));
        return Reply::refused(&Page { shell: visit.shell(), form });
    };
    if let Some((_, told)) = store::opened(visit.tx, &house.secret, &typed, now)? {
        store::mark_received(visit.tx, &[told.id], now)?;
        return Ok(Reply::go(format!("/reponse/{}", told.seal().key(&house.secret))));
    }
    store::failed(visit.tx, &house.secret, &networks, now)?;
    form.refuse("code", visit.sentence("agreement-code-wrong"));
    Reply::refused_kept(&Page { shell: visit.shell(), form })
}

fn opened(visit: &mut Visit<'_, '_>) -> Result<Opened> {
    let key: String = visit.path("key")?;
    let parts = seal::link(&key).ok_or(Error::NotFound)?;
    let secret = &visit.house.secret;
    let (actor, told) = store::opened(visit.tx, secret, &parts, visit.now)?.ok_or(Error::NotFound)?;
    // The letters about the other children of the same guardian, in the same school: the message that led here was one for all.
    let all = store::of_guardian(visit.tx, &actor, visit.now)?;
    let others = all.iter().filter(|other| other.school == told.school && other.child != told.child);
    let others = others.map(|other| (other.child_name.0.clone(), format!("/reponse/{}", other.seal().key(secret))));
    let others = others.collect();
    Ok(Opened { actor, told, base: format!("/reponse/{key}"), source: Source::Code, others })
}

/// The letter. A code typed where a link's key stands is put in its place, to be sent from there: codes are looked at only
/// where guesses are counted.
pub fn letter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let key: String = visit.path("key")?;
    if seal::typed(&key).is_some() {
        return Reply::page(&Page { shell: visit.shell(), form: FormState::new().with("code", key) });
    }
    let opened = opened(visit)?;
    letter::page(visit, opened, FormState::new())
}

/// The answer.
pub fn answer(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let opened = opened(visit)?;
    letter::answer(visit, opened)
}

/// What stands in the way.
pub fn trouble(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let opened = opened(visit)?;
    letter::trouble(visit, opened)
}

/// What was proposed.
pub fn choose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let opened = opened(visit)?;
    letter::choose(visit, opened)
}
