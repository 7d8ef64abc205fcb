//! A family without account: the code of its sheet, or the link of its message.
use super::{
    concern,
    letter::{self, Opened},
};
use crate::{model::Source, store};
use askama::Template;
use notice::seal;
use signin::store::guess::{self, What, Whence};
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agreement/code.html")]
struct Page {
    shell: Shell,
    form: FormState,
    /// Whether the code alone does not do: many wrong ones came from here.
    dear: bool,
}

/// From where codes are typed here.
fn whence(visit: &Visit<'_, '_>) -> Whence {
    Whence::new(&visit.house.secret, &*visit.house.chance, What::Letter, &visit.ask.networks())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Page> {
    let whence = whence(visit);
    let dear = guess::dear(visit.tx, &whence, visit.now)?.is_some();
    Ok(Page { shell: visit.shell(), form, dear })
}

/// Where the code is typed.
pub fn ask(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Reply::page(&page(visit, FormState::new())?)
}

/// A code typed by hand leads to the letter's own link. After many wrong ones from a network it goes with the day on which the child
/// was born, so that nobody shuts out the families behind the same network (ADR 0021).
pub fn asked(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (secret, whence, now) = (&visit.house.secret, whence(visit), visit.now);
    let mut page = page(visit, FormState::of(&visit.form))?;
    let typed = seal::typed(visit.form.text("code"));
    if typed.is_none() {
        page.form.refuse("code", visit.sentence("agreement-code-shape"));
    }
    // Browsers without a field for days send what people write.
    let born = directory::people_import::date(visit.form.text("ne-le")).ok();
    if page.dear && born.is_none() {
        let said = if visit.form.has("ne-le") { "agreement-code-born-shape" } else { "agreement-code-born-say" };
        page.form.refuse("ne-le", visit.sentence(said));
    }
    let Some(typed) = typed.filter(|_| !page.form.refused()) else { return Reply::refused(&page) };
    if let Some((_, told)) = store::opened(visit.tx, secret, &typed, now)?
        && (!page.dear || directory::store::person(visit.tx, told.child)?.is_some_and(|child| child.born == born))
    {
        store::mark_received(visit.tx, &[told.id], now)?;
        return Ok(Reply::go(format!("/reponse/{}", told.seal().key(secret))));
    }
    guess::failed(visit.tx, &whence, now)?;
    let why = if page.dear { "agreement-code-wrong-born" } else { "agreement-code-wrong" };
    page.form.entitle(visit.sentence("agreement-code-wrong-title"));
    page.form.refuse("code", visit.sentence(why));
    // The next one may be asked for more.
    page.dear = guess::dear(visit.tx, &whence, now)?.is_some();
    Reply::refused_kept(&page)
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
        return Reply::page(&page(visit, FormState::new().with("code", key))?);
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
    concern::trouble(visit, opened)
}

/// What was proposed.
pub fn choose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let opened = opened(visit)?;
    concern::choose(visit, opened)
}
