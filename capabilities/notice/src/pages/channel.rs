//! How an adult wants to be reached.
use crate::{
    model::{Channel, Way, email},
    store,
};
use askama::Template;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "notice/channel.html")]
struct Page {
    shell: Shell,
    form: FormState,
    saved: bool,
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
        Way::Sms => (String::new(), address),
        Way::Platform | Way::Paper => (String::new(), String::new()),
    };
    let form = FormState::new().with("canal", channel.way.word()).with("adresse", mail).with("numero", number);
    let saved = visit.query("choisi").is_some();
    Reply::page(&Page { shell: visit.shell().at("/compte"), form, saved })
}

/// Keeps it.
pub fn choose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let person = adult(visit)?;
    let mut state = FormState::of(&visit.form);
    let (way, mail, number) =
        (Way::from_word(visit.form.text("canal")), visit.form.text("adresse"), visit.form.text("numero"));
    let channel = match way {
        Some(Way::Email) => email(mail).map(|address| Channel { way: Way::Email, address: Some(address) }),
        Some(Way::Sms) => {
            post::international(number).map(|_| Channel { way: Way::Sms, address: Some(number.to_owned()) })
        }
        Some(way) => Some(Channel::bare(way)),
        None => None,
    };
    let Some(channel) = channel else {
        let (field, key) = match way {
            Some(Way::Email) => ("adresse", "notice-channel-bad-email"),
            Some(Way::Sms) => ("numero", "notice-channel-bad-number"),
            _ => ("canal", "notice-channel-choose"),
        };
        state.refuse(field, visit.sentence(key));
        return Reply::refused(&Page { shell: visit.shell().at("/compte"), form: state, saved: false });
    };
    store::choose(visit.tx, person, &channel, visit.now)?;
    Ok(Reply::go("/compte/canal?choisi=1"))
}
