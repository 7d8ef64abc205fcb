//! The door of those who have a card: the code typed by hand, or the link of its QR code.
use super::{
    access::shut,
    account, destination, family,
    portal::{self, Doors},
    wait, welcome, whence,
    whom::{self, Whom},
};
use crate::{Card, Device, Face, Opening, code, device, store};
use askama::Template;
use kernel::PersonId;
use store::guess::{Attempt, Key, What};
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/enter.html")]
struct Enter {
    shell: Shell,
    form: FormState,
    faces: Vec<Face>,
    /// Whom to ask, where this device knows the school.
    whom: Option<Whom>,
    /// The portals by which one comes too.
    doors: Doors,
    /// Where cards are used, as people type it.
    host: String,
    /// The example card's QR code, which leads here.
    qr: String,
}

impl Enter {
    fn new(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Self> {
        let faces = family::faces(visit)?;
        let url = &visit.house.settings.public_url;
        let qr = print::qr_svg(&format!("{url}/entrer")).map_err(|error| Error::Ours(error.to_string()))?;
        let whom = whom::remembered(visit)?;
        let doors = Doors::of(visit, form.value("vers"))?;
        Ok(Self { shell: visit.shell(), form, faces, whom, doors, host: host(url).to_owned(), qr })
    }
}

/// The address without its scheme.
pub fn host(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, host)| host)
}

/// The door.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    if let Some(reply) = portal::quietly(visit)? {
        return Ok(reply);
    }
    let form = FormState::new().with("vers", visit.query("vers").unwrap_or("")).with("device", Device::School.word());
    Reply::page(&Enter::new(visit, form)?)
}

/// A code typed by hand, with its PIN; or, where the card has none yet, with the key printed on it, which leads to the card's own
/// page as its QR code does. Whether a code is anybody's is told by neither.
pub fn entered(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    let typed = code::typed(visit.form.text("code"));
    let (pin, key) = (visit.form.has("pin"), visit.form.has("cle"));
    if typed.is_empty() || !(pin || key) {
        let (field, sentence) =
            if typed.is_empty() { ("code", "signin-code-missing") } else { ("pin", "signin-pin-or-key") };
        form.refuse(field, visit.sentence(sentence));
        return Reply::refused(&Enter::new(visit, form)?);
    }
    let card = store::card::by_code(visit.tx, &typed)?;
    let look = match (key, &card) {
        (true, Some(card)) => whole(visit, card)?,
        (false, card) if closed(visit, card.as_ref())? => Look::Wait(visit.sentence("signin-key-wanted")),
        (false, Some(card)) if card.has_pin => look(visit, card)?,
        _ => {
            failed(visit)?;
            Look::Wrong(None)
        }
    };
    match (look, card) {
        (Look::Right(forgets), Some(card)) => {
            if let Some(sentence) = shut(visit, &card)? {
                form.refuse("code", sentence);
                return Reply::refused_kept(&Enter::new(visit, form)?);
            }
            if key { Ok(Reply::go(link(visit, &card))) } else { welcomed(visit, &card, forgets) }
        }
        (Look::Wait(sentence), _) => {
            form.entitle(visit.sentence("signin-wrong-wait"));
            form.refuse(if key { "cle" } else { "pin" }, sentence);
            Reply::refused_kept(&Enter::new(visit, form)?)
        }
        (look, _) => {
            form.entitle(visit.sentence("signin-wrong"));
            form.refuse("code", visit.sentence("signin-card-wrong"));
            Ok(look.tell(Reply::refused_kept(&Enter::new(visit, form)?)?))
        }
    }
}

/// Whether a code without its key is not looked at: many wrong ones came from there, or from everywhere; and this device has not
/// opened the card before.
fn closed(visit: &mut Visit<'_, '_>, card: Option<&Card>) -> Result<bool> {
    let secret = &visit.house.secret;
    let known = card.and_then(|card| device::known(visit.ask, secret, Key::card(secret, card.id)));
    let whence = whence(visit, What::Code);
    Ok(known.is_none() && store::guess::dear(visit.tx, &whence, visit.now)?.is_some())
}

/// Looks at the key of a card whose code was typed.
fn whole(visit: &mut Visit<'_, '_>, card: &Card) -> Result<Look> {
    let (secret, now) = (&visit.house.secret, visit.now);
    let key = Key::printed(secret, card.id);
    if let Attempt::Wait(until) = store::guess::attempt(visit.tx, key, now)? {
        return Ok(Look::Wait(wait(visit, until)));
    }
    if code::is_printed(secret, card.id, &card.salt, visit.form.text("cle")) {
        store::guess::clear(visit.tx, key)?;
        return Ok(Look::Right(false));
    }
    failed(visit)?;
    Ok(Look::Wrong(None))
}

/// Counts a wrong code, or a wrong PIN.
fn failed(visit: &mut Visit<'_, '_>) -> Result<()> {
    let whence = whence(visit, What::Code);
    Ok(store::guess::failed(visit.tx, &whence, visit.now)?)
}

/// The card's own page; where to go afterwards is kept.
fn link(visit: &Visit<'_, '_>, card: &Card) -> String {
    let token = code::token(&visit.house.secret, card.id, &card.salt);
    let to = destination(visit.form.text("vers"));
    // Whose device it is was said at the door.
    let device = Device::of_card(visit.form.text("device")).word();
    let (to, device) = (Some(("vers", &*to)).filter(|(_, to)| *to != "/"), Some(("appareil", device)));
    web::address(&format!("/c/{token}"), &to.into_iter().chain(device).collect::<Vec<_>>())
}

#[derive(Template)]
#[template(path = "signin/card.html")]
struct CardPage {
    shell: Shell,
    form: FormState,
    /// Whether the PIN is to be chosen.
    fresh: bool,
    /// Whom to ask, where this device knows the school.
    whom: Option<Whom>,
}

impl CardPage {
    fn new(visit: &mut Visit<'_, '_>, form: FormState, fresh: bool) -> Result<Self> {
        let whom = whom::remembered(visit)?;
        Ok(Self { shell: visit.shell(), form, fresh, whom })
    }
}

#[derive(Template)]
#[template(path = "signin/dead.html")]
struct Dead {
    shell: Shell,
}

/// The page a card's QR code opens. It says nothing of whose card it is, nor whether they have left.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let token: String = visit.path("token")?;
    let Some(card) = store::card::by_token(visit.tx, &token)? else {
        return Reply::page_as(404, &Dead { shell: visit.shell() });
    };
    let device = visit.query("appareil").map_or(Device::Own, Device::of_card);
    let form = FormState::new().with("vers", visit.query("vers").unwrap_or("")).with("device", device.word());
    Reply::page(&CardPage::new(visit, form, !card.has_pin)?)
}

/// The PIN of a card shown by its link, or the choice of it.
pub fn shown(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let token: String = visit.path("token")?;
    let mut form = FormState::of(&visit.form);
    let Some(card) = store::card::by_token(visit.tx, &token)? else {
        return Reply::page_as(404, &Dead { shell: visit.shell() });
    };
    if !card.has_pin {
        return chosen(visit, &card, form);
    }
    if visit.form.text("pin").is_empty() {
        form.refuse("pin", visit.sentence("signin-pin-missing"));
        return Reply::refused(&CardPage::new(visit, form, false)?);
    }
    let look = look(visit, &card)?;
    let sentence = match &look {
        Look::Right(forgets) => match shut(visit, &card)? {
            None => return welcomed(visit, &card, *forgets),
            Some(sentence) => sentence,
        },
        Look::Wrong(_) => visit.sentence("signin-pin-wrong"),
        Look::Wait(sentence) => sentence.clone(),
    };
    look.entitle(visit, &mut form);
    form.refuse("pin", sentence);
    Ok(look.tell(Reply::refused_kept(&CardPage::new(visit, form, false)?)?))
}

fn chosen(visit: &mut Visit<'_, '_>, card: &Card, mut form: FormState) -> Result<Reply> {
    let Some(person) = directory::store::person(visit.tx, card.person)? else {
        return Reply::page_as(404, &Dead { shell: visit.shell() });
    };
    // A card that has no PIN is its holder's by its link alone.
    if let Some(sentence) = shut(visit, card)? {
        form.refuse("pin", sentence);
        return Reply::refused(&CardPage::new(visit, form, true)?);
    }
    let (pin, again) = (visit.form.text("pin"), visit.form.text("pin2"));
    if let Err(bad) = code::choose(pin, again, &person) {
        let field = if bad == code::BadPin::Differ { "pin2" } else { "pin" };
        form.refuse(field, visit.sentence(bad.key()));
        return Reply::refused(&CardPage::new(visit, form, true)?);
    }
    let digest = code::pin_digest(&visit.house.secret, card.id, pin);
    if !store::card::set_pin(visit.tx, card.id, digest, visit.now)? {
        // A second click comes after the first, with the same PIN. Otherwise somebody was faster: theirs counts.
        if let Look::Right(forgets) = look(visit, card)? {
            return welcomed(visit, card, forgets);
        }
        form.refuse("pin", visit.sentence("signin-pin-taken"));
        return Reply::refused(&CardPage::new(visit, form, false)?);
    }
    welcomed(visit, card, false)
}

/// What came of a code, a key or a PIN.
pub enum Look {
    /// It is the one; whether tries made elsewhere are forgotten with its opening.
    Right(bool),
    /// It is not; whose it is not, and whether they must wait now.
    Wrong(Option<(PersonId, bool)>),
    /// It was not looked at; the sentence says why.
    Wait(String),
}

impl Look {
    /// Tells the trail of a wrong try on somebody's card.
    pub fn tell(&self, reply: Reply) -> Reply {
        match self {
            Self::Wrong(Some((person, locked))) => super::told_wrong(reply, *person, *locked),
            _ => reply,
        }
    }

    /// Gives the page the title of what stands in the way.
    pub fn entitle(&self, visit: &Visit<'_, '_>, form: &mut FormState) {
        let key = match self {
            Self::Right(_) => return,
            Self::Wrong(_) => "signin-wrong",
            Self::Wait(_) => "signin-wrong-wait",
        };
        form.entitle(visit.sentence(key));
    }
}

/// Looks at the form's PIN: the try is counted first, on the card, or on this card and this device if it has opened it before; a
/// wrong one is counted where it comes from too.
pub fn look(visit: &mut Visit<'_, '_>, card: &Card) -> Result<Look> {
    let (secret, now) = (&visit.house.secret, visit.now);
    let counted = match device::known(visit.ask, secret, Key::card(secret, card.id)) {
        Some(key) => match store::guess::attempt(visit.tx, key, now)? {
            Attempt::Look { last } => store::card::pin(visit.tx, card.id)?.map(|pin| (pin, last, Some(key))),
            Attempt::Wait(until) => return Ok(Look::Wait(wait(visit, until))),
        },
        None => match card.wait(now) {
            Some(until) => return Ok(Look::Wait(wait(visit, until))),
            None => store::card::count_try(visit.tx, card.id, now)?.map(|(pin, last)| (pin, last, None)),
        },
    };
    let Some((kept, last, device)) = counted else { return Ok(Look::Wait(wait(visit, now))) };
    if code::is_pin(secret, card.id, visit.form.text("pin"), &kept) {
        if let Some(key) = device {
            store::guess::clear(visit.tx, key)?;
        }
        return Ok(Look::Right(device.is_none()));
    }
    failed(visit)?;
    Ok(Look::Wrong(Some((card.person, last))))
}

fn welcomed(visit: &mut Visit<'_, '_>, card: &Card, forgets: bool) -> Result<Reply> {
    store::card::opened(visit.tx, card.id, forgets, visit.now)?;
    account::keep_language(visit, card.person)?;
    let device = Device::of_card(visit.form.text("device"));
    let to = destination(visit.form.text("vers"));
    let agent = visit.ask.device.clone();
    let opening = Opening { person: card.person, card: Some(card.id), device, agent: &agent, limited: false };
    let account = Key::card(&visit.house.secret, card.id);
    if device != Device::Shared {
        return Ok(welcome(visit, &opening, Some(account), to)?.1);
    }
    let others = family::others(visit, card.person)?;
    let (session, reply) = welcome(visit, &opening, Some(account), to)?;
    Ok(family::remember(reply, others.into_iter().chain([session])))
}
