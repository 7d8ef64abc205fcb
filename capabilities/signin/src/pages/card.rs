//! The door of those who have a card: the code typed by hand, or the link of its QR code.
use super::{address_failed, address_waits, destination, family, wait, welcome};
use crate::{Card, Device, Face, Opening, code, store};
use askama::Template;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/enter.html")]
struct Enter {
    shell: Shell,
    form: FormState,
    faces: Vec<Face>,
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
        Ok(Self { shell: visit.shell(), form, faces, host: host(url).to_owned(), qr })
    }
}

/// The address without its scheme.
pub fn host(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, host)| host)
}

/// The door.
pub fn enter(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let form = FormState::new().with("vers", visit.query("vers").unwrap_or("")).with("device", Device::School.word());
    Reply::page(&Enter::new(visit, form)?)
}

/// A code typed by hand, and its PIN. A new card has no PIN yet: its own page asks to choose one.
pub fn entered(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let mut form = FormState::of(&visit.form);
    if let Some(until) = address_waits(visit)? {
        form.refuse("code", wait(visit, until));
        return Reply::refused(&Enter::new(visit, form)?);
    }
    let typed = code::typed(visit.form.text("code"));
    if typed.is_empty() {
        form.refuse("code", visit.sentence("signin-code-missing"));
        return Reply::refused(&Enter::new(visit, form)?);
    }
    let Some(card) = store::card::by_code(visit.tx, &typed, visit.now)? else {
        address_failed(visit)?;
        form.refuse("code", visit.sentence("signin-card-wrong"));
        return Reply::refused_kept(&Enter::new(visit, form)?);
    };
    if !card.has_pin {
        return Ok(Reply::go(link(visit, &card)));
    }
    if visit.form.text("pin").is_empty() {
        form.refuse("pin", visit.sentence("signin-pin-missing"));
        return Reply::refused(&Enter::new(visit, form)?);
    }
    match look(visit, &card)? {
        Look::Right => welcomed(visit, &card),
        Look::Wrong => {
            form.refuse("code", visit.sentence("signin-card-wrong"));
            Reply::refused_kept(&Enter::new(visit, form)?)
        }
        Look::Wait(sentence) => {
            form.refuse("pin", sentence);
            Reply::refused_kept(&Enter::new(visit, form)?)
        }
    }
}

/// The card's own page; where to go afterwards is kept.
fn link(visit: &Visit<'_, '_>, card: &Card) -> String {
    let token = code::token(&visit.house.secret, card.id, &card.salt);
    let to = destination(visit.form.text("vers"));
    let card = format!("/c/{token}");
    if to == "/" { card } else { web::address(&card, &[("vers", &to)]) }
}

#[derive(Template)]
#[template(path = "signin/card.html")]
struct CardPage {
    shell: Shell,
    form: FormState,
    /// Whether the PIN is to be chosen.
    fresh: bool,
}

#[derive(Template)]
#[template(path = "signin/dead.html")]
struct Dead {
    shell: Shell,
}

/// The page a card's QR code opens. It says nothing of whose card it is.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let token: String = visit.path("token")?;
    let Some(card) = store::card::by_token(visit.tx, &token, visit.now)? else {
        return Reply::page_as(404, &Dead { shell: visit.shell() });
    };
    let form = FormState::new().with("vers", visit.query("vers").unwrap_or("")).with("device", Device::Own.word());
    Reply::page(&CardPage { shell: visit.shell(), form, fresh: !card.has_pin })
}

/// The PIN of a card shown by its link, or the choice of it.
pub fn shown(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let token: String = visit.path("token")?;
    let mut form = FormState::of(&visit.form);
    if let Some(until) = address_waits(visit)? {
        form.refuse("pin", wait(visit, until));
        return Reply::refused(&CardPage { shell: visit.shell(), form, fresh: false });
    }
    let Some(card) = store::card::by_token(visit.tx, &token, visit.now)? else {
        return Reply::page_as(404, &Dead { shell: visit.shell() });
    };
    if !card.has_pin {
        return chosen(visit, &card, form);
    }
    let again = |visit: &Visit<'_, '_>, form| CardPage { shell: visit.shell(), form, fresh: false };
    if visit.form.text("pin").is_empty() {
        form.refuse("pin", visit.sentence("signin-pin-missing"));
        return Reply::refused(&again(visit, form));
    }
    match look(visit, &card)? {
        Look::Right => welcomed(visit, &card),
        Look::Wrong => {
            form.refuse("pin", visit.sentence("signin-pin-wrong"));
            Reply::refused_kept(&again(visit, form))
        }
        Look::Wait(sentence) => {
            form.refuse("pin", sentence);
            Reply::refused_kept(&again(visit, form))
        }
    }
}

fn chosen(visit: &mut Visit<'_, '_>, card: &Card, mut form: FormState) -> Result<Reply> {
    let Some(person) = directory::store::person(visit.tx, card.person)? else {
        return Reply::page_as(404, &Dead { shell: visit.shell() });
    };
    let (pin, again) = (visit.form.text("pin"), visit.form.text("pin2"));
    if let Err(bad) = code::choose(pin, again, &person) {
        let field = if bad == code::BadPin::Differ { "pin2" } else { "pin" };
        form.refuse(field, visit.sentence(bad.key()));
        return Reply::refused(&CardPage { shell: visit.shell(), form, fresh: true });
    }
    let digest = code::pin_digest(&visit.house.secret, card.id, pin);
    if !store::card::set_pin(visit.tx, card.id, digest, visit.now)? {
        // Somebody was faster with the same card: their PIN counts.
        form.refuse("pin", visit.sentence("signin-pin-taken"));
        return Reply::refused(&CardPage { shell: visit.shell(), form, fresh: false });
    }
    welcomed(visit, card)
}

/// What came of a PIN.
pub enum Look {
    /// It is the one.
    Right,
    /// It is not.
    Wrong,
    /// It was not looked at; the sentence says how long to wait.
    Wait(String),
}

/// Looks at the form's PIN: the try is counted first, on the card; a wrong one is counted on the address too.
pub fn look(visit: &mut Visit<'_, '_>, card: &Card) -> Result<Look> {
    if let Some(until) = card.wait(visit.now) {
        return Ok(Look::Wait(wait(visit, until)));
    }
    let Some(kept) = store::card::count_try(visit.tx, card.id, visit.now)? else {
        return Ok(Look::Wait(wait(visit, visit.now)));
    };
    if code::is_pin(&visit.house.secret, card.id, visit.form.text("pin"), &kept) {
        store::card::opened(visit.tx, card.id, visit.now)?;
        return Ok(Look::Right);
    }
    address_failed(visit)?;
    Ok(Look::Wrong)
}

fn welcomed(visit: &mut Visit<'_, '_>, card: &Card) -> Result<Reply> {
    let device = Device::of_card(visit.form.text("device"));
    let to = destination(visit.form.text("vers"));
    let agent = visit.ask.device.clone();
    let opening = Opening { person: card.person, card: Some(card.id), device, agent: &agent };
    if device != Device::Shared {
        return Ok(welcome(visit, &opening, to)?.1);
    }
    let others = family::others(visit, card.person)?;
    let (session, reply) = welcome(visit, &opening, to)?;
    Ok(family::remember(reply, others.into_iter().chain([session])))
}
