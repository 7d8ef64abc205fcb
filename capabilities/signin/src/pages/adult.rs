//! The door of those who have a user name and a password, and its second step.
use super::{address_failed, address_waits, destination, wait, welcome};
use crate::{
    Device, Opening,
    password::{Checked, Seen, login},
    second, store,
};
use access::{Actor, Role};
use askama::Template;
use kernel::PersonId;
use std::sync::Arc;
use store::guess::Key;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/adult.html")]
struct Enter {
    shell: Shell,
    form: FormState,
}

/// The door.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let form = FormState::new().with("vers", visit.query("vers").unwrap_or("")).with("device", Device::Work.word());
    Reply::page(&Enter { shell: visit.shell(), form })
}

/// What was found out about the password before the transaction.
pub fn checked(visit: &mut Visit<'_, '_>) -> Result<Arc<Checked>> {
    let found = visit.form.prepared.take().and_then(|found| found.downcast::<Checked>().ok());
    found.ok_or_else(|| Error::Ours("the password was not prepared".to_owned()))
}

/// Why a password is refused, in words; and whether it was looked at.
pub fn look(visit: &mut Visit<'_, '_>, checked: &Checked) -> Result<Option<(String, bool)>> {
    let waits = match checked.seen {
        Seen::Busy => return Ok(Some((visit.sentence("signin-busy"), false))),
        Seen::Wait(until) => Some(until),
        Seen::Yes => address_waits(visit)?,
    };
    if let Some(until) = waits {
        return Ok(Some((wait(visit, until), false)));
    }
    let key = Key::login(&visit.house.secret, &login(visit.form.text("user")));
    if let Some(until) = store::guess::attempt(visit.tx, key, visit.now)? {
        return Ok(Some((wait(visit, until), false)));
    }
    if checked.person.is_none() {
        address_failed(visit)?;
        return Ok(Some((visit.sentence("signin-password-wrong"), true)));
    }
    store::guess::clear(visit.tx, key)?;
    Ok(None)
}

/// User name and password, looked at by the step before this one.
pub fn entered(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let checked = checked(visit)?;
    let mut form = FormState::of(&visit.form);
    if let Some((sentence, seen)) = look(visit, &checked)? {
        form.refuse("user", sentence);
        let page = Enter { shell: visit.shell(), form };
        return if seen { Reply::refused_kept(&page) } else { Reply::refused(&page) };
    }
    let person = checked.person.ok_or(Error::NotFound)?;
    if !access::store::belongs(visit.tx, person, visit.now)? {
        form.refuse("user", visit.sentence("signin-left"));
        return Reply::refused_kept(&Enter { shell: visit.shell(), form });
    }
    let own = Device::of_password(visit.form.text("device")) == Device::Own;
    if store::second::salt(visit.tx, person)?.is_some() {
        let ticket = second::ticket(&visit.house.secret, person, own, visit.now);
        let to = destination(visit.form.text("vers"));
        let code = web::address("/entrer/adulte/code", &[("vers", &to)]);
        return Ok(Reply::go(code).cookie("etape", ticket, Some(5 * 60)));
    }
    let must_enrol = Actor::load(visit.tx, person, visit.now)?.holds(&[Role::Admin]);
    let to = if must_enrol { "/compte/double".to_owned() } else { destination(visit.form.text("vers")) };
    open(visit, person, own, to)
}

fn open(visit: &mut Visit<'_, '_>, person: PersonId, own: bool, to: String) -> Result<Reply> {
    let device = if own { Device::Own } else { Device::Work };
    let agent = visit.ask.device.clone();
    Ok(welcome(visit, &Opening { person, card: None, device, agent: &agent }, to)?.1)
}

#[derive(Template)]
#[template(path = "signin/code.html")]
struct Code {
    shell: Shell,
    form: FormState,
}

/// Whose password was right a moment ago on this browser, and whether the device is their own.
fn half_way(visit: &Visit<'_, '_>) -> Option<(PersonId, bool)> {
    second::read_ticket(&visit.house.secret, visit.ask.cookie("etape")?, visit.now)
}

/// Asks for the code of the second step.
pub fn code(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if half_way(visit).is_none() {
        return Ok(Reply::go("/entrer/adulte"));
    }
    let form = FormState::new().with("vers", visit.query("vers").unwrap_or(""));
    Reply::page(&Code { shell: visit.shell(), form })
}

/// The code of the second step, or a recovery code. Each opens once.
pub fn coded(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some((person, own)) = half_way(visit) else { return Ok(Reply::go("/entrer/adulte")) };
    let mut form = FormState::of(&visit.form);
    let waits = match address_waits(visit)? {
        Some(until) => Some(until),
        None => attempt(visit, person)?,
    };
    if let Some(until) = waits {
        form.refuse("code", wait(visit, until));
        return Reply::refused(&Code { shell: visit.shell(), form });
    }
    if !proved(visit, person)? {
        address_failed(visit)?;
        form.refuse("code", visit.sentence("signin-double-wrong"));
        return Reply::refused_kept(&Code { shell: visit.shell(), form: form.with("code", "") });
    }
    let to = destination(visit.form.text("vers"));
    Ok(open(visit, person, own, to)?.forget("etape"))
}

fn attempt(visit: &mut Visit<'_, '_>, person: PersonId) -> Result<Option<kernel::Moment>> {
    let key = Key::second(&visit.house.secret, person);
    Ok(store::guess::attempt(visit.tx, key, visit.now)?)
}

/// Whether the form's code is the person's: the application's, used once, or a recovery code, used up.
pub fn proved(visit: &mut Visit<'_, '_>, person: PersonId) -> Result<bool> {
    let Some(salt) = store::second::salt(visit.tx, person)? else { return Ok(false) };
    let secret = &visit.house.secret;
    let typed = visit.form.text("code");
    let right = if let Some(step) = second::step(second::shared(secret, person, &salt), typed, visit.now) {
        store::second::use_up(visit.tx, person, step)?
    } else {
        let digest = second::recovery_digest(secret, person, typed);
        store::second::use_recovery(visit.tx, person, digest)?
    };
    if right {
        store::guess::clear(visit.tx, Key::second(secret, person))?;
    }
    Ok(right)
}
