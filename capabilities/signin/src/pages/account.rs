//! One's account: sessions, language, password, the way out.
use super::{adult, family};
use crate::{Face, Session, password, store};
use access::{Actor, Role};
use askama::Template;
use kernel::{Moment, PersonId, SessionId};
use web::{Error, FormState, Must, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/account.html")]
struct Account {
    shell: Shell,
    name: String,
    roles: Vec<&'static str>,
    this: SessionId,
    sessions: Paged<Session>,
    /// The others on this device, when it is a family's.
    faces: Vec<Face>,
    /// Of who enters by password: whether a second step is set up.
    double: Option<bool>,
    /// Whether one must set it up before anything else.
    must_enrol: bool,
    /// Whether the school reaches one outside the platform too: pupils it does not.
    reached: bool,
}

impl Account {
    /// « Téléphone Android, Chrome »
    fn device(&self, session: &Session) -> String {
        let (system, browser) = session.agent.split_once(' ').unwrap_or(("other", ""));
        let key = format!("signin-on-{system}");
        let system = self.shell.say(&key).to_string();
        if browser.is_empty() { system } else { format!("{system}, {browser}") }
    }

    fn since(&self, session: &Session) -> String {
        self.when(session.since)
    }

    fn seen(&self, session: &Session) -> String {
        self.when(session.seen_at)
    }

    /// « mardi 24 novembre, 17 h 42 »
    fn when(&self, at: Moment) -> String {
        format!("{}, {}", self.shell.date(at), self.shell.time(at))
    }
}

/// Who I am, and where I am signed in.
pub fn account(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let who = visit.signed_in()?;
    let person = who.actor.person;
    let sessions = store::session::of_person(visit.tx, person, visit.pager(), visit.now)?;
    let login = store::password::login_of(visit.tx, person)?.filter(|_| who.actor.is_staff());
    let double = match login {
        Some(_) => Some(store::second::salt(visit.tx, person)?.is_some()),
        None => None,
    };
    let mut faces = if who.shared_device { family::faces(visit)? } else { vec![] };
    faces.retain(|face| face.session != who.session);
    Reply::page(&Account {
        shell: visit.shell(),
        name: format!("{} {}", who.given, who.family),
        roles: roles(&who.actor),
        this: who.session,
        sessions,
        faces,
        double,
        must_enrol: who.must == Some(Must::Enrol),
        reached: who.actor.is_staff() || !who.actor.is_pupil(),
    })
}

/// What one is here, as words that end keys of sentences.
fn roles(actor: &Actor) -> Vec<&'static str> {
    let held = Role::ALL.iter().copied().filter(|role| actor.holds(&[*role])).map(Role::word);
    held.chain((!actor.children.is_empty()).then_some("guardian")).collect()
}

/// Ends one of my sessions, or all the others.
pub fn end_sessions(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let who = visit.signed_in()?;
    let person = who.actor.person;
    let done = match visit.form.text("end") {
        "others" => {
            store::session::end_others(visit.tx, person, who.session)?;
            "signin-said-others"
        }
        id => {
            store::session::end(visit.tx, person, id.parse()?)?;
            "signin-said-session"
        }
    };
    Ok(Reply::go("/compte").said(visit.sentence(done)))
}

/// Changes my language, here and on my other devices.
pub fn language(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let (lang, reply) = web::chosen(visit)?;
    let mut person = directory::store::person(visit.tx, actor.person)?.ok_or(Error::NotFound)?;
    person.lang = Some(lang.to_string());
    directory::store::change_person(visit.tx, &person)?;
    Ok(reply)
}

/// What was chosen at the door is the person's, who has chosen none yet: messages come in it too.
pub fn keep_language(visit: &mut Visit<'_, '_>, person: PersonId) -> Result<()> {
    let Some(lang) = visit.ask.lang_cookie else { return Ok(()) };
    let Some(mut person) = directory::store::person(visit.tx, person)?.filter(|one| one.lang.is_none()) else {
        return Ok(());
    };
    person.lang = Some(lang.to_string());
    Ok(directory::store::change_person(visit.tx, &person)?)
}

#[derive(Template)]
#[template(path = "signin/password.html")]
struct Password {
    shell: Shell,
    form: FormState,
    login: String,
    shortest: usize,
    /// Whether it was given to them, and they must choose their own.
    must: bool,
}

fn password_page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Password> {
    let actor = visit.actor()?;
    let login = store::password::login_of(visit.tx, actor.person)?.filter(|_| actor.is_staff());
    let login = login.ok_or(Error::NotFound)?;
    Ok(Password {
        shell: visit.shell(),
        form,
        login,
        shortest: password::SHORTEST,
        must: visit.signed_in()?.must == Some(Must::Choose),
    })
}

/// Asks for a new password.
pub fn password(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Reply::page(&password_page(visit, FormState::new())?)
}

/// Changes the password; every other session ends.
pub fn change_password(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (who, checked) = (visit.signed_in()?, adult::checked(visit)?);
    let person = who.actor.person;
    let mut page = password_page(visit, FormState::of(&visit.form))?;
    if visit.form.text("user") != page.login {
        return Err(Error::Stale);
    }
    let chosen = password::choose(visit.form.text("password2"), visit.form.text("password3"), &page.login);
    if let Err(bad) = chosen {
        page.form.refuse("password2", visit.sentence(bad.key()));
        return Reply::refused(&page);
    }
    if let Some(refused) = adult::look(visit, &checked)? {
        let form = std::mem::take(&mut page.form);
        return refused.answer("password", form, |form| Password { form, ..page });
    }
    if visit.form.text("password") == visit.form.text("password2") {
        page.form.refuse("password2", visit.sentence("signin-password-same"));
        return Reply::refused(&page);
    }
    let fresh = checked.fresh.as_ref().ok_or(Error::NotFound)?;
    store::password::put(visit.tx, person, &page.login, fresh, visit.now)?;
    store::session::end_others(visit.tx, person, who.session)?;
    let to = if who.must == Some(Must::Choose) { "/" } else { "/compte" };
    let said = visit.sentence("signin-said-password");
    Ok(Reply::go(to).said(said).told("password-changed", (person, person), ""))
}

/// The way out: this session ends, and this device forgets it; where a portal opened it, the portal is left too. The others of the family stay.
pub fn leave(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let who = visit.signed_in()?;
    let through = super::portal::after(visit, who.session)?;
    store::session::end(visit.tx, who.actor.person, who.session)?;
    super::portal::forget(visit)?;
    let said = visit.sentence(if who.shared_device { "signin-said-out-family" } else { "signin-said-out" });
    let reply = through.unwrap_or_else(|| Reply::go("/entrer")).said(said).forget("preau");
    if !who.shared_device {
        return Ok(reply);
    }
    let left = family::faces(visit)?.into_iter().map(|face| face.session);
    Ok(family::remember(reply, left))
}
