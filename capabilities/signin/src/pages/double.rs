//! The second step, set up and taken away.
use super::{
    adult::{self, Refused},
    told_wrong, wait,
};
use crate::{password::Checked, second, store};
use access::Role;
use askama::Template;
use data_encoding::BASE64URL_NOPAD;
use kernel::PersonId;
use store::guess::Attempt;
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
    /// The user name, whose password is asked for.
    login: String,
}

impl Double {
    fn on(visit: &Visit<'_, '_>, form: FormState, must: bool, login: String) -> Self {
        Self { shell: visit.shell(), form, on: true, must, qr: String::new(), letters: String::new(), login }
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
        Ok(Self { shell: visit.shell(), form, on: false, must, qr, letters, login: login.to_owned() })
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
        return Reply::page(&Double::on(visit, FormState::new(), must, login));
    }
    Reply::page(&Double::off(visit, FormState::new(), must, person, &login)?)
}

#[derive(Template)]
#[template(path = "signin/recovery.html")]
struct Recovery {
    shell: Shell,
    codes: Vec<String>,
}

/// The recovery codes that this form draws: sent again, the same.
fn drawn(visit: &Visit<'_, '_>, person: PersonId) -> (Vec<String>, Vec<[u8; 32]>) {
    let codes = second::recovery(&visit.secret_of_form("recovery"));
    let digests = codes.iter().map(|code| second::recovery_digest(&visit.house.secret, person, code)).collect();
    (codes, digests)
}

/// The password, and the first code of the application, which proves that the secret was read; the recovery codes are shown, once. A
/// second click shows the same ones.
pub fn enrol(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, login, must) = asker(visit)?;
    let checked = adult::checked(visit)?;
    let (codes, digests) = drawn(visit, person);
    if visit.form.again && store::second::has_recovery(visit.tx, person, &digests)? {
        return Reply::page_once(&Recovery { shell: visit.shell(), codes });
    }
    if store::second::salt(visit.tx, person)?.is_some() {
        return Ok(Reply::go("/compte/double").said(visit.sentence("signin-said-second-on")));
    }
    let mut form = FormState::of(&visit.form);
    if let Some(refused) = own(visit, &checked, &login)? {
        let page = Double::off(visit, form, must, person, &login)?;
        let form = page.form.clone();
        return refused.answer("password", form, |form| Double { form, ..page });
    }
    let found = salt(&form).and_then(|salt| {
        let shared = second::shared(&visit.house.secret, person, &salt);
        second::step(shared, visit.form.text("code"), visit.now).map(|step| (salt, step))
    });
    let Some((salt, step)) = found else {
        form.refuse("code", visit.sentence("signin-double-wrong"));
        return Reply::refused(&Double::off(visit, form.with("code", ""), must, person, &login)?);
    };
    store::second::put(visit.tx, person, &salt, step, visit.now)?;
    store::second::put_recovery(visit.tx, person, &digests)?;
    let page = Reply::page_once(&Recovery { shell: visit.shell(), codes })?;
    Ok(page.told("second-step-on", (person, person), ""))
}

/// Why the form's password is refused, if it is; it is asked for one's own user name only.
fn own(visit: &mut Visit<'_, '_>, checked: &Checked, login: &str) -> Result<Option<Refused>> {
    if visit.form.text("user") != login {
        return Err(Error::Stale);
    }
    adult::look(visit, checked)
}

/// New recovery codes in the place of the old ones, with the password and a code.
pub fn renew(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, login, must) = asker(visit)?;
    let (codes, digests) = drawn(visit, person);
    if visit.form.again && store::second::has_recovery(visit.tx, person, &digests)? {
        return Reply::page_once(&Recovery { shell: visit.shell(), codes });
    }
    if let Some(refused) = proved(visit, person, &login, must)? {
        return Ok(refused);
    }
    store::second::put_recovery(visit.tx, person, &digests)?;
    let page = Reply::page_once(&Recovery { shell: visit.shell(), codes })?;
    Ok(page.told("recovery-renewed", (person, person), ""))
}

/// Takes the second step away, with the password and a code; never from those who must have it.
pub fn leave(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (person, login, must) = asker(visit)?;
    if must {
        return Err(Error::Forbidden);
    }
    if let Some(refused) = proved(visit, person, &login, must)? {
        return Ok(refused);
    }
    store::second::remove(visit.tx, person)?;
    let said = visit.sentence("signin-said-second-off");
    Ok(Reply::go("/compte").said(said).told("second-step-off", (person, person), ""))
}

/// The page again, unless the password and the code are theirs.
fn proved(visit: &mut Visit<'_, '_>, person: PersonId, login: &str, must: bool) -> Result<Option<Reply>> {
    let checked = adult::checked(visit)?;
    let mut form = FormState::of(&visit.form).with("code", "");
    if let Some(refused) = own(visit, &checked, login)? {
        let page = Double::on(visit, FormState::new(), must, login.to_owned());
        return refused.answer("password", form, |form| Double { form, ..page }).map(Some);
    }
    let key = adult::counted(visit, person, checked.account);
    let last = match store::guess::attempt(visit.tx, key, visit.now)? {
        Attempt::Wait(until) => {
            form.refuse("code", wait(visit, until));
            return Reply::refused(&Double::on(visit, form, must, login.to_owned())).map(Some);
        }
        Attempt::Look { last } => last,
    };
    if adult::proved(visit, person)? {
        return Ok(None);
    }
    form.refuse("code", visit.sentence("signin-double-wrong"));
    let reply = Reply::refused_kept(&Double::on(visit, form, must, login.to_owned()))?;
    Ok(Some(told_wrong(reply, person, last)))
}
