//! The second step, set up and taken away.
use super::{adult, wait};
use crate::{second, store};
use access::Role;
use askama::Template;
use data_encoding::BASE64URL_NOPAD;
use kernel::PersonId;
use store::guess::Key;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/double.html")]
struct Double {
    shell: Shell,
    form: FormState,
    /// Whether it is set up.
    on: bool,
    /// Whether one must have it.
    must: bool,
    /// The secret as a QR code.
    qr: String,
    /// The secret in letters.
    letters: String,
}

impl Double {
    fn on(visit: &Visit<'_, '_>, form: FormState, must: bool) -> Self {
        Self { shell: visit.shell(), form, on: true, must, qr: String::new(), letters: String::new() }
    }

    /// The page that shows a secret. The salt travels with the form: nothing is kept until a code has proved that it was read.
    fn off(visit: &Visit<'_, '_>, form: FormState, must: bool, person: PersonId, login: &str) -> Result<Self> {
        let salt = salt(&form).unwrap_or_else(|| {
            let mut salt = [0; 16];
            visit.house.chance.fill(&mut salt);
            salt.to_vec()
        });
        let shared = second::shared(&visit.house.secret, person, &salt);
        let qr = print::qr_svg(&second::address(&shared, login)).map_err(|error| Error::Ours(error.to_string()))?;
        // Read by a camera off a screen, dark theme or not: large, on white.
        let qr = qr.replacen("<svg", "<svg width=\"240\" height=\"240\"", 1);
        let qr = qr.replacen("<path", "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path", 1);
        let (form, letters) = (form.with("salt", BASE64URL_NOPAD.encode(&salt)), second::letters(&shared));
        Ok(Self { shell: visit.shell(), form, on: false, must, qr, letters })
    }
}

fn salt(form: &FormState) -> Option<Vec<u8>> {
    BASE64URL_NOPAD.decode(form.value("salt").as_bytes()).ok().filter(|salt| salt.len() == 16)
}

/// Who asks, their user name, and whether they must have a second step. One who enters by card has none.
fn asker(visit: &mut Visit<'_, '_>) -> Result<(PersonId, String, bool)> {
    let actor = visit.actor()?;
    let login = store::password::login_of(visit.tx, actor.person)?.ok_or(Error::NotFound)?;
    // A card of somebody who has a password too opens nothing here.
    if !actor.is_staff() {
        return Err(Error::NotFound);
    }
    Ok((actor.person, login, actor.holds(&[Role::Admin])))
}

/// The second step: set it up, or take it away.
pub fn double(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, login, must) = asker(visit)?;
    if store::second::salt(visit.tx, person)?.is_some() {
        return Reply::page(&Double::on(visit, FormState::new(), must));
    }
    Reply::page(&Double::off(visit, FormState::new(), must, person, &login)?)
}

#[derive(Template)]
#[template(path = "signin/recovery.html")]
struct Recovery {
    shell: Shell,
    codes: Vec<String>,
}

/// The first code of the application proves that the secret was read; the recovery codes are shown, once.
pub fn enrol(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, login, must) = asker(visit)?;
    if store::second::salt(visit.tx, person)?.is_some() {
        return Ok(Reply::go("/compte/double"));
    }
    let mut form = FormState::of(&visit.form);
    let found = salt(&form).and_then(|salt| {
        let shared = second::shared(&visit.house.secret, person, &salt);
        second::step(shared, visit.form.text("code"), visit.now).map(|step| (salt, step))
    });
    let Some((salt, step)) = found else {
        form.refuse("code", visit.sentence("signin-double-wrong"));
        return Reply::refused(&Double::off(visit, form.with("code", ""), must, person, &login)?);
    };
    store::second::put(visit.tx, person, &salt, step, visit.now)?;
    let codes = second::recovery(&*visit.house.chance);
    let digests: Vec<_> = codes.iter().map(|code| second::recovery_digest(&visit.house.secret, person, code)).collect();
    store::second::put_recovery(visit.tx, person, &digests)?;
    access::audit::record(visit.tx, &*visit.house.chance, visit.now, person, "second-step-on", person, "")?;
    Reply::page(&Recovery { shell: visit.shell(), codes })
}

/// Takes the second step away, with a code; never from those who must have it.
pub fn leave(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, _, must) = asker(visit)?;
    if must {
        return Err(Error::Forbidden);
    }
    let mut form = FormState::of(&visit.form);
    let key = Key::second(&visit.house.secret, person);
    if let Some(until) = store::guess::attempt(visit.tx, key, visit.now)? {
        form.refuse("code", wait(visit, until));
        return Reply::refused(&Double::on(visit, form, must));
    }
    if !adult::proved(visit, person)? {
        form.refuse("code", visit.sentence("signin-double-wrong"));
        return Reply::refused_kept(&Double::on(visit, form.with("code", ""), must));
    }
    store::second::remove(visit.tx, person)?;
    access::audit::record(visit.tx, &*visit.house.chance, visit.now, person, "second-step-off", person, "")?;
    Ok(Reply::go("/compte"))
}
