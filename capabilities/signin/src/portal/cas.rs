//! Portals that speak CAS.
use super::{
    Portal, Proof, Refused,
    asked::{Answer, Asked, Word, Worth},
    ready::{door, get},
};
use cas::{Ask, Person, Refusal, Server, Ticket, Version};
use std::sync::Arc;
use web::{Form, House};

fn server(portal: &Portal) -> Result<Server, Refused> {
    Server::new(&portal.settings.address).map_err(|_| Refused::Setup)
}

/// The address of its door, for who looks whether it answers.
pub fn entry(portal: &Portal) -> String {
    format!("{}/login", portal.settings.address.trim_end_matches('/'))
}

fn ask(asked: &Asked) -> Ask {
    match (asked.quiet, asked.anew) {
        (true, _) => Ask::Silently,
        (_, true) => Ask::Again,
        _ => Ask::SignIn,
    }
}

/// Where the browser is sent.
pub fn begin(house: &House, portal: &Portal, asked: &Asked) -> Result<String, Refused> {
    Ok(server(portal)?.login(&portal.address(house, "retour"), ask(asked)).into())
}

/// Asks whose ticket it is.
pub async fn weigh(house: &Arc<House>, portal: &Portal, came: &Answer, asked: &Asked) -> Result<Worth, Refused> {
    if came.first("ticket").is_empty() {
        return Err(if asked.quiet { Refused::Nobody } else { Refused::Turned });
    }
    let ticket = Ticket::read(came.first("ticket")).map_err(|why| refused(&why))?;
    let version = if portal.settings.p3 { Version::Three } else { Version::Two };
    let address = server(portal)?.validate(version, &portal.address(house, "retour"), &ticket, ask(asked));
    let answer = get(&door(house, portal), address.as_str()).await?;
    if answer.status >= 500 {
        return Err(Refused::Away);
    }
    let person = Person::read(&answer.body).map_err(|why| refused(&why))?;
    let attributes = person.attributes.iter().map(|(name, values)| (name.to_owned(), values.to_vec())).collect();
    let mut proof = Proof { sid: Some(ticket.as_str().to_owned()), attributes, ..Proof::default() };
    proof.subject = match portal.settings.subject.as_str() {
        "" => person.user,
        own => proof.one(own).ok_or(Refused::Strange)?.to_owned(),
    };
    Ok(Worth { proof, drift: 0, seen: None })
}

/// What the portal says of somebody who has left it: the ticket, which nobody can guess, says whose session ends.
pub fn told(form: &Form) -> Result<Word, Refused> {
    let ticket = cas::logout(form.text("logoutRequest")).map_err(|why| refused(&why))?;
    Ok(Word { sids: vec![ticket.as_str().to_owned()], ..Word::default() })
}

/// Where it is left.
pub fn leave(house: &House, portal: &Portal) -> Option<String> {
    let back = format!("{}/entrer/sortie?porte={}", house.settings.public_url, portal.key);
    Some(server(portal).ok()?.logout(&back).into())
}

/// Which of our words this is.
fn refused(why: &Refusal) -> Refused {
    tracing::info!(target: "preau::security", %why, "CAS");
    match why {
        Refusal::Address | Refusal::InvalidService { .. } => Refused::Setup,
        Refusal::InvalidTicket { .. } => Refused::Again,
        Refusal::Unavailable { .. } => Refused::Away,
        Refusal::Refused { .. } => Refused::Turned,
        Refusal::ProxyTicket | Refusal::Proxied => Refused::Elsewhere,
        _ => Refused::Strange,
    }
}
