//! How an adult wants to be reached.
use crate::{
    model::{Channel, Way, email},
    store,
};
use askama::Template;
use telephone::Phone;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "notice/channel.html")]
struct Page {
    shell: Shell,
    form: FormState,
}

/// Pupils have no channel: what is written to them shows in the platform.
fn adult(visit: &Visit<'_, '_>) -> Result<kernel::PersonId> {
    let actor = visit.actor()?;
    if actor.is_pupil() && !actor.is_staff() { Err(Error::NotFound) } else { Ok(actor.person) }
}

/// The choice.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let person = adult(visit)?;
    let channels = store::channels(visit.tx, &[person], visit.now)?;
    let channel = channels.get(&person).cloned().unwrap_or(Channel::bare(Way::Platform));
    let address = channel.address.unwrap_or_default();
    let (mail, number) = match channel.way {
        Way::Email => (address, String::new()),
        Way::Sms => (String::new(), telephone::shown(&address)),
        Way::Platform | Way::Paper => (String::new(), String::new()),
    };
    let form = FormState::new().with("canal", channel.way.word()).with("adresse", mail).with("numero", number);
    Reply::page(&Page { shell: visit.shell().at("/compte"), form })
}

/// Keeps it.
pub fn choose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let person = adult(visit)?;
    let mut state = FormState::of(&visit.form);
    let (way, mail, number) =
        (Way::from_word(visit.form.text("canal")), visit.form.text("adresse"), visit.form.text("numero"));
    let channel = match way {
        Some(Way::Email) => email(mail)
            .map(|address| Channel { way: Way::Email, address: Some(address) })
            .ok_or(("adresse", "notice-channel-bad-email")),
        Some(Way::Sms) => texted(number).map_err(|key| ("numero", key)),
        Some(way) => Ok(Channel::bare(way)),
        None => Err(("canal", "notice-channel-choose")),
    };
    let channel = match channel {
        Ok(channel) => channel,
        Err((field, key)) => {
            state.refuse(field, visit.sentence(key));
            return Reply::refused(&Page { shell: visit.shell().at("/compte"), form: state });
        }
    };
    let by_card = visit.who.as_ref().is_some_and(|who| who.by_card);
    // Of who has a password too, a card that colleagues can print does not change where letters go.
    if by_card && signin::store::password::login_of(visit.tx, person)?.is_some() {
        state.refuse("canal", visit.sentence("notice-channel-password"));
        return Reply::refused(&Page { shell: visit.shell().at("/compte"), form: state });
    }
    store::choose(visit.tx, person, (&channel, !by_card), visit.now)?;
    let said = visit.sentence("notice-channel-saved");
    Ok(Reply::go("/compte/canal").said(said).told("channel-changed", (person, person), ""))
}

/// A number that text messages may reach, in its one spelling; else the sentence that says why it is none.
fn texted(number: &str) -> std::result::Result<Channel, &'static str> {
    match number.parse::<Phone>() {
        Ok(phone) if phone.takes_texts() => Ok(Channel { way: Way::Sms, address: Some(phone.e164().to_owned()) }),
        Ok(_) => Err("notice-channel-landline"),
        Err(_) => Err("notice-channel-bad-number"),
    }
}
