//! The door of those who have a user name and a password, and its second step.
use super::{
    access::shut_out,
    destination, forgot,
    portal::Doors,
    told_wrong, wait, welcome, whence,
    whom::{self, Whom},
};
use crate::{
    Device, Opening, device,
    password::{Checked, Seen},
    second, store,
};
use ::access::{Actor, Role};
use askama::Template;
use kernel::PersonId;
use std::sync::Arc;
use store::guess::{Attempt, Key, What};
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/adult.html")]
struct Enter {
    shell: Shell,
    form: FormState,
    /// Whom to ask, where this device knows the school.
    whom: Option<Whom>,
    /// The portals by which one comes too.
    doors: Doors,
    /// Whether a code may be sent to who has forgotten their password.
    codes: bool,
}

impl Enter {
    fn new(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Self> {
        let whom = whom::remembered(visit)?;
        let doors = Doors::of(visit, form.value("vers"))?;
        Ok(Self { shell: visit.shell(), form, whom, doors, codes: forgot::sends(visit) })
    }
}

/// The door.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let form = FormState::new().with("vers", visit.query("vers").unwrap_or("")).with("device", Device::Work.word());
    Reply::page(&Enter::new(visit, form)?)
}

/// What was found out about the password before the transaction.
pub fn checked(visit: &mut Visit<'_, '_>) -> Result<Arc<Checked>> {
    let found = visit.form.prepared.take().and_then(|found| found.downcast::<Checked>().ok());
    found.ok_or_else(|| Error::Ours("the password was not prepared".to_owned()))
}

/// Why a password is refused.
pub enum Refused {
    /// It was not looked at: a sentence.
    Unseen(String),
    /// Too many come at this moment: a sentence.
    Busy(String),
    /// It was wrong: a sentence, whose it is not, and whether they must wait now.
    Wrong(String, Option<PersonId>, bool),
}

impl Refused {
    /// Beside which field, and as which answer: what is wrong stays counted, and the trail is told.
    pub fn answer<P: Template>(self, field: &str, form: FormState, page: impl FnOnce(FormState) -> P) -> Result<Reply> {
        let mut form = form;
        match self {
            Self::Unseen(sentence) => {
                form.refuse(field, sentence);
                Reply::refused(&page(form))
            }
            Self::Busy(sentence) => {
                form.refuse(field, sentence);
                Ok(Reply::page_as(503, &page(form))?.header("retry-after", "60".to_owned()))
            }
            Self::Wrong(sentence, person, locked) => {
                form.refuse(field, sentence);
                let reply = Reply::refused_kept(&page(form))?;
                Ok(person.into_iter().fold(reply, |reply, person| told_wrong(reply, person, locked)))
            }
        }
    }
}

/// Why the form's password is refused, if it is.
pub fn look(visit: &mut Visit<'_, '_>, checked: &Checked) -> Result<Option<Refused>> {
    match checked.seen {
        Seen::Busy => return Ok(Some(Refused::Busy(visit.sentence("signin-busy")))),
        Seen::Wait(until) => return Ok(Some(Refused::Unseen(wait(visit, until)))),
        Seen::Yes => {}
    }
    let last = match store::guess::attempt(visit.tx, checked.counted, visit.now)? {
        Attempt::Wait(until) => return Ok(Some(Refused::Unseen(wait(visit, until)))),
        Attempt::Look { last } => last,
    };
    if checked.person.is_none() {
        failed(visit)?;
        return Ok(Some(Refused::Wrong(visit.sentence("signin-password-wrong"), checked.named, last)));
    }
    store::guess::clear(visit.tx, checked.counted)?;
    Ok(None)
}

/// Counts a wrong password, or a wrong code of the second step.
fn failed(visit: &mut Visit<'_, '_>) -> Result<()> {
    let whence = whence(visit, What::Password);
    Ok(store::guess::failed(visit.tx, &whence, visit.now)?)
}

/// User name and password, looked at by the step before this one.
pub fn entered(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let checked = checked(visit)?;
    let mut form = FormState::of(&visit.form);
    if let Some(refused) = look(visit, &checked)? {
        let page = Enter::new(visit, FormState::new())?;
        return refused.answer("user", form, |form| Enter { form, ..page });
    }
    let person = checked.person.ok_or(Error::NotFound)?;
    if let Some(sentence) = no_more(visit, person)? {
        form.refuse("user", sentence);
        return Reply::refused_kept(&Enter::new(visit, form)?);
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
    open(visit, (person, checked.account), own, to)
}

/// Why the right password opens nothing all the same: its person is blocked or has left, or it was given and its day is over.
fn no_more(visit: &mut Visit<'_, '_>, person: PersonId) -> Result<Option<String>> {
    let blocked = store::block::since(visit.tx, person)?;
    if let Some(sentence) = shut_out(visit, person, blocked)? {
        return Ok(Some(sentence));
    }
    if store::password::given(visit.tx, person)?.is_none_or(|given| given.opens(visit.now)) {
        return Ok(None);
    }
    let Some(someone) = directory::store::someone(visit.tx, person, visit.now)? else { return Ok(None) };
    let whom = Whom::of_someone(visit, &someone)?;
    let shell = visit.shell();
    Ok(Some(shell.say("signin-given-over").text("who", whom.said(&shell, false)).to_string()))
}

/// The person is in, on a device that others use too, where they begin.
pub fn opened(visit: &mut Visit<'_, '_>, who: (PersonId, Key)) -> Result<Reply> {
    let must_enrol = Actor::load(visit.tx, who.0, visit.now)?.holds(&[Role::Admin]);
    open(visit, who, false, if must_enrol { "/compte/double".to_owned() } else { "/".to_owned() })
}

fn open(visit: &mut Visit<'_, '_>, (person, account): (PersonId, Key), own: bool, to: String) -> Result<Reply> {
    store::password::opened(visit.tx, person, visit.now)?;
    let device = if own { Device::Own } else { Device::Work };
    let agent = visit.ask.device.clone();
    Ok(welcome(visit, &Opening { person, card: None, device, agent: &agent, limited: false }, Some(account), to)?.1)
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
    let Some(login) = store::password::login_of(visit.tx, person)? else { return Ok(Reply::go("/entrer/adulte")) };
    if let Some(sentence) = no_more(visit, person)? {
        form.refuse("code", sentence);
        return Reply::refused(&Code { shell: visit.shell(), form: form.with("code", "") });
    }
    let account = Key::login(&visit.house.secret, &login);
    let last = match attempt(visit, person, account)? {
        Attempt::Wait(until) => {
            form.refuse("code", wait(visit, until));
            return Reply::refused(&Code { shell: visit.shell(), form });
        }
        Attempt::Look { last } => last,
    };
    if !proved(visit, person)? {
        failed(visit)?;
        form.refuse("code", visit.sentence("signin-double-wrong"));
        let reply = Reply::refused_kept(&Code { shell: visit.shell(), form: form.with("code", "") })?;
        return Ok(told_wrong(reply, person, last));
    }
    let to = destination(visit.form.text("vers"));
    Ok(open(visit, (person, account), own, to)?.forget("etape"))
}

/// Counts a code of the second step, on the device if it has opened the account before; elsewhere it waits with all others from there.
fn attempt(visit: &mut Visit<'_, '_>, person: PersonId, account: Key) -> Result<Attempt> {
    let known = device::known(visit.ask, &visit.house.secret, account).is_some();
    let whence = whence(visit, What::Password);
    if !known && let Some(until) = store::guess::dear(visit.tx, &whence, visit.now)? {
        return Ok(Attempt::Wait(until));
    }
    let key = counted(visit, person, account);
    Ok(store::guess::attempt(visit.tx, key, visit.now)?)
}

/// The name under which the person's codes are counted here.
pub fn counted(visit: &Visit<'_, '_>, person: PersonId, account: Key) -> Key {
    let secret = &visit.house.secret;
    let key = Key::second(secret, person);
    device::known(visit.ask, secret, account).map_or(key, |device| key.on(secret, device.bytes()))
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
    if right && let Some(login) = store::password::login_of(visit.tx, person)? {
        let key = counted(visit, person, Key::login(secret, &login));
        store::guess::clear(visit.tx, key)?;
    }
    Ok(right)
}
