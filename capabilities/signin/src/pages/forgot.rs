//! « Mot de passe oublié »: a code sent to the person's own channel, where they have one that leaves the house. Whether a user name is
//! anybody's, and whether anything was sent, is told by no page; whom to ask in person always is.
use super::{
    access::shut_out,
    adult::opened,
    told_wrong, wait, whence,
    whom::{Whom, remembered},
};
use crate::{
    CODE, SentId, Told,
    password::{self, hashed},
    second, sent,
    slip::tell_at,
    store,
};
use askama::Template;
use kernel::{Moment, PersonId};
use std::{future::Future, pin::Pin, sync::Arc};
use store::guess::{Attempt, Key, What};
use web::{Ask, Error, Form, FormState, House, Reply, Result, Shell, Visit};

/// The cookie of who has asked for a code.
const COOKIE: &str = "oubli";

/// Whether this house sends anything: without a server for letters or a gateway no code ever arrives.
pub fn sends(visit: &Visit<'_, '_>) -> bool {
    visit.house.engine::<post::Carrier>().is_some_and(|carrier| carrier.has_email() || carrier.has_sms())
}

#[derive(Template)]
#[template(path = "signin/forgot.html")]
struct Forgot {
    shell: Shell,
    form: FormState,
    whom: Option<Whom>,
    /// Whether a code may be sent.
    codes: bool,
}

/// Asks for the user name.
pub fn forgot(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let page = asking(visit, FormState::new())?;
    Reply::page(&page)
}

fn asking(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Forgot> {
    let whom = remembered(visit)?;
    Ok(Forgot { shell: visit.shell(), form, whom, codes: sends(visit) })
}

/// A code is asked for. What is done is the same, whoever bears the name: a code is kept and a job queued, for somebody or for nobody.
pub fn asked(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if !sends(visit) {
        return Ok(Reply::go("/entrer/oubli"));
    }
    let mut form = FormState::of(&visit.form);
    let login = password::login(visit.form.text("user"));
    if login.is_empty() {
        form.refuse("user", visit.sentence("signin-forgot-user"));
        return Reply::refused(&asking(visit, form)?);
    }
    if let Some(until) = waits(visit, &login)? {
        form.refuse("user", wait(visit, until));
        return Reply::refused_kept(&asking(visit, form)?);
    }
    let id: SentId = visit.new_id();
    let known = store::password::by_login(visit.tx, &login)?.map(|(person, _)| person);
    let person: PersonId = known.unwrap_or_else(|| id.cast());
    store::forgot::ask(visit.tx, id, person, visit.now)?;
    let (chance, now) = (&*visit.house.chance, visit.now);
    jobs::queue(visit.tx, chance, now, CODE, &id.to_string(), &format!("{id} {person}"), now)?;
    let until = now.plus_minutes(store::forgot::MINUTES);
    let ticket = sent::ticket(&visit.house.secret, id, &login, until);
    Ok(Reply::go("/entrer/oubli/code").cookie(COOKIE, ticket, Some(store::forgot::MINUTES * 60)))
}

/// Counts what is asked for, by name and by where it comes from; says until when it waits.
fn waits(visit: &mut Visit<'_, '_>, login: &str) -> Result<Option<Moment>> {
    let whence = whence(visit, What::Forgot);
    if let Some(until) = store::guess::dear(visit.tx, &whence, visit.now)? {
        return Ok(Some(until));
    }
    let key = Key::forgot(&visit.house.secret, login);
    if let Attempt::Wait(until) = store::guess::attempt(visit.tx, key, visit.now)? {
        return Ok(Some(until));
    }
    store::guess::failed(visit.tx, &whence, visit.now)?;
    Ok(None)
}

#[derive(Template)]
#[template(path = "signin/sent.html")]
struct Sent {
    shell: Shell,
    form: FormState,
    whom: Option<Whom>,
    shortest: usize,
    login: String,
}

fn ticket(ask: &Ask, house: &House, now: Moment) -> Option<(SentId, String)> {
    sent::read_ticket(&house.secret, ask.cookie(COOKIE)?, now)
}

fn typing(visit: &mut Visit<'_, '_>, form: FormState, login: String) -> Result<Sent> {
    let whom = remembered(visit)?;
    Ok(Sent { shell: visit.shell(), form, whom, shortest: password::SHORTEST, login })
}

/// Asks for the code, and for a new password.
pub fn code(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some((_, login)) = ticket(visit.ask, visit.house, visit.now) else { return Ok(Reply::go("/entrer/oubli")) };
    Reply::page(&typing(visit, FormState::new(), login)?)
}

/// The digest of the new password.
#[derive(Debug)]
struct Fresh(Option<String>);

/// Digests the new password, where the code is right: nothing slow is done for a wrong one, nor for one that is looked at no more.
pub fn prepare(house: Arc<House>, ask: Arc<Ask>, form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        let mut form = form;
        let now = house.clock.now();
        let fresh = match ticket(&ask, &house, now) {
            Some((id, login))
                if chosen(&form, &login).is_ok() && sent::is_code(&house.secret, id, form.text("code")) =>
            {
                let live = house.db.read(move |tx| store::forgot::is_live(tx, id, now)).await?;
                let row = (ask.networks().into_iter().next().unwrap_or_default(), false);
                if live { hashed(&house, row, form.text("password2").to_owned()).await? } else { None }
            }
            _ => None,
        };
        form.prepared = Some(Arc::new(Fresh(fresh)));
        Ok(form)
    })
}

fn chosen(form: &Form, login: &str) -> std::result::Result<(), password::BadPassword> {
    password::choose(form.text("password2"), form.text("password3"), login)
}

/// The code and a new password: the person is in, after their second step if they have one. Three tries, once.
pub fn coded(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let now = visit.now;
    let Some((id, login)) = ticket(visit.ask, visit.house, now) else { return Ok(Reply::go("/entrer/oubli")) };
    let fresh = visit.form.prepared.take().and_then(|found| found.downcast::<Fresh>().ok());
    let fresh = fresh.ok_or_else(|| Error::Ours("the password was not prepared".to_owned()))?;
    let mut form = FormState::of(&visit.form).with("code", "");
    if let Err(bad) = chosen(&visit.form, &login) {
        form.refuse("password2", visit.sentence(bad.key()));
        return Reply::refused(&typing(visit, form, login)?);
    }
    let Some((person, left)) = store::forgot::attempt(visit.tx, id, now)? else {
        form.refuse("code", visit.sentence("signin-sent-over"));
        return Reply::refused(&typing(visit, form, login)?);
    };
    let known = store::password::login_of(visit.tx, person)?;
    let right = sent::is_code(&visit.house.secret, id, visit.form.text("code"));
    let Some(known) = known.filter(|_| right) else {
        let whence = whence(visit, What::Forgot);
        store::guess::failed(visit.tx, &whence, now)?;
        let said = visit.house.words.say(visit.lang(), "signin-sent-wrong").num("n", left).to_string();
        form.refuse("code", said);
        let reply = Reply::refused_kept(&typing(visit, form, login)?)?;
        let exists = directory::store::person(visit.tx, person)?.is_some();
        return Ok(if exists { told_wrong(reply, person, left == 0) } else { reply });
    };
    let blocked = store::block::since(visit.tx, person)?;
    if let Some(sentence) = shut_out(visit, person, blocked)? {
        form.refuse("code", sentence);
        return Reply::refused_kept(&typing(visit, form, login)?);
    }
    let Some(fresh) = &fresh.0 else {
        // Undone, the try with it: the code is good for another one.
        form.refuse("code", visit.sentence("signin-busy"));
        return Ok(Reply::page_as(503, &typing(visit, form, login)?)?.header("retry-after", "60".to_owned()));
    };
    store::password::put(visit.tx, person, &known, fresh, now)?;
    store::session::end_all(visit.tx, person)?;
    store::forgot::spend(visit.tx, person)?;
    let account = Key::login(&visit.house.secret, &known);
    store::guess::clear(visit.tx, account)?;
    let at = directory::store::school_of(visit.tx, person, now)?.map(|school| school.id);
    tell_at(visit, person, (at, person), Told::ByCode)?;
    let why = visit.sentence("signin-trail-by-code");
    let reply = if store::second::salt(visit.tx, person)?.is_some() {
        let ticket = second::ticket(&visit.house.secret, person, false, now);
        Reply::go("/entrer/adulte/code").cookie("etape", ticket, Some(5 * 60))
    } else {
        opened(visit, (person, account))?
    };
    Ok(reply.forget(COOKIE).told("password-by-code", (person, person), why))
}
