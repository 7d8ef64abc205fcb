//! What is done to somebody's account, one form each: it closes what must be closed, the trail tells it in words, and the person is told
//! by their own channel.
use super::{page, whose};
use crate::{
    Told, password,
    slip::{self, NoSlips, tell, tell_at, where_done},
    store::{self, guess::Key},
};
use access::{Allowed, Role};
use directory::{Someone, policy::Unlock};
use web::{Error, FormState, Reply, Result, Visit};

/// The most signs of a reason.
const REASON: usize = 300;
/// How many other user names are proposed.
const PROPOSED: usize = 3;

/// Done: the page again, with a line that says what.
fn done(visit: &mut Visit<'_, '_>, someone: &Someone, word: &str) -> Result<Reply> {
    let login = store::password::login_of(visit.tx, someone.person.id)?.unwrap_or_default();
    let shell = visit.shell();
    let said = shell.of("signin-access-done-", word).text("name", someone.person.full()).text("login", login);
    Ok(Reply::go(format!("/acces/{}", someone.person.id)).said(said))
}

/// Tells the trail what was done to somebody, in words.
fn told(visit: &Visit<'_, '_>, reply: Reply, someone: &Someone, (deed, why): (&'static str, String)) -> Result<Reply> {
    let (by, on) = (visit.actor()?.person, someone.person.id);
    Ok(reply.told_at(deed, (by, on), where_done(visit, someone)?, why))
}

/// The page again, with what is to be mended.
fn refused(visit: &mut Visit<'_, '_>, someone: &Allowed<Unlock, Someone>, form: FormState) -> Result<Reply> {
    Reply::refused(&page(visit, someone, form)?)
}

/// Another user name; one that is taken is refused, and others are proposed.
pub fn rename(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let someone = whose(visit)?;
    let person = someone.person.id;
    let mut form = FormState::of(&visit.form);
    let typed = password::login(visit.form.text("login"));
    let before = store::password::login_of(visit.tx, person)?.ok_or(Error::NotFound)?;
    if !password::is_login(&typed) {
        form.refuse("login", visit.sentence("signin-login-shape"));
        return refused(visit, &someone, form);
    }
    if typed == before {
        return done(visit, &someone, "nom");
    }
    let free: Vec<String> = store::password::free(visit.tx, &others(&typed))?;
    if !free.contains(&typed) {
        let mut proposed = free;
        proposed.truncate(PROPOSED);
        let said = visit.house.words.say(visit.lang(), "signin-login-taken");
        form.refuse("login", said.text("login", &typed).text("others", proposed.join(", ")));
        return refused(visit, &someone, form);
    }
    store::password::rename(visit.tx, person, &typed)?;
    tell(visit, &someone, Told::Renamed)?;
    let said = visit.house.words.say(visit.lang(), "signin-trail-renamed");
    let why = said.text("before", &before).text("after", &typed).to_string();
    let reply = done(visit, &someone, "nom")?;
    told(visit, reply, &someone, ("login-renamed", why))
}

/// The name itself, then the same with a number behind it.
fn others(typed: &str) -> Vec<String> {
    let plain = typed.trim_end_matches(|c: char| c.is_ascii_digit());
    let base: String = if plain.is_empty() { typed } else { plain }.chars().take(57).collect();
    std::iter::once(typed.to_owned()).chain((2..40).map(|n| format!("{base}{n}"))).collect()
}

/// A new first password, on a slip that is shown once.
pub fn password(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let someone = whose(visit)?;
    let back = format!("/acces/{}", someone.person.id);
    let why = match slip::hand(visit, std::slice::from_ref(&someone), &back)? {
        Ok(reply) => return Ok(reply),
        Err(why) => why,
    };
    let mut form = FormState::new();
    form.refuse("slip", visit.sentence(why.key()));
    let page = page(visit, &someone, form)?;
    if why == NoSlips::Busy {
        return Ok(Reply::page_as(503, &page)?.header("retry-after", "60".to_owned()));
    }
    Reply::refused(&page)
}

/// The second step taken away: a telephone is lost, and the recovery codes with it. Of an administrator another administrator does so,
/// and both are told.
pub fn take_second(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (someone, by) = (whose(visit)?, visit.actor()?.person);
    let person = someone.person.id;
    if store::second::salt(visit.tx, person)?.is_none() {
        return done(visit, &someone, "double");
    }
    store::second::remove(visit.tx, person)?;
    store::session::end_all(visit.tx, person)?;
    store::guess::clear(visit.tx, Key::second(&visit.house.secret, person))?;
    tell(visit, &someone, Told::Second)?;
    if someone.held.iter().any(|held| held.role == Role::Admin && held.lasts(visit.now)) {
        let at = where_done(visit, &someone)?;
        tell_at(visit, by, (at, by), Told::SecondOf)?;
    }
    let why = visit.sentence("signin-trail-second");
    let reply = done(visit, &someone, "double")?;
    told(visit, reply, &someone, ("second-step-reset", why))
}

/// Every session closed.
pub fn close_sessions(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let someone = whose(visit)?;
    store::session::end_all(visit.tx, someone.person.id)?;
    tell(visit, &someone, Told::Sessions)?;
    let why = visit.sentence("signin-trail-sessions");
    let reply = done(visit, &someone, "sessions")?;
    told(visit, reply, &someone, ("sessions-closed", why))
}

/// Shut out, for a reason that is kept.
pub fn block(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (someone, by) = (whose(visit)?, visit.actor()?.person);
    let reason = visit.form.short("raison", REASON);
    if reason.is_empty() {
        let mut form = FormState::of(&visit.form);
        form.refuse("raison", visit.sentence("signin-block-why"));
        return refused(visit, &someone, form);
    }
    let (person, now) = (someone.person.id, visit.now);
    if !store::block::begin(visit.tx, &*visit.house.chance, (person, by), &reason, now)? {
        return done(visit, &someone, "blocage");
    }
    tell(visit, &someone, Told::Blocked)?;
    let said = visit.house.words.say(visit.lang(), "signin-trail-blocked");
    let why = said.text("reason", &reason).to_string();
    let reply = done(visit, &someone, "blocage")?;
    told(visit, reply, &someone, ("account-blocked", why))
}

/// Let back in.
pub fn unblock(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (someone, by) = (whose(visit)?, visit.actor()?.person);
    if !store::block::end(visit.tx, someone.person.id, by, visit.now)? {
        return done(visit, &someone, "deblocage");
    }
    tell(visit, &someone, Told::Unblocked)?;
    let why = visit.sentence("signin-trail-unblocked");
    let reply = done(visit, &someone, "deblocage")?;
    told(visit, reply, &someone, ("account-unblocked", why))
}

/// What a portal calls somebody is theirs no more: who comes by it is asked again who they are.
pub fn untie(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let someone = whose(visit)?;
    let (by, id) = (visit.actor()?.person, visit.form.text("lien").parse()?);
    if !store::identity::untie(visit.tx, (someone.person.id, id), Some(by), visit.now)? {
        return done(visit, &someone, "lien");
    }
    let reply = done(visit, &someone, "lien")?;
    told(visit, reply, &someone, ("portal-untied", String::new()))
}
