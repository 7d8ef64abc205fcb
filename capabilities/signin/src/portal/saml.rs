//! Portals that speak SAML 2.0.
use super::{
    Learnt, Portal, Proof, Refused,
    asked::{Answer, Asked, Word, Worth},
    certificate::{self, Pair},
    proof::Hint,
    ready::get,
};
use kernel::Moment;
use outgoing::Door;
use saml::{Exit, Expectation, LogoutRequest, LogoutResponse, NameId, Provider, Refusal, Sender, Service, SignIn};
use std::sync::Arc;
use web::{Ask, Form, House};

/// Reads what it says of itself: where it was given, or at its address. This house's own keys are made the first time.
pub async fn learn(house: &Arc<House>, door: &Door, portal: &Portal) -> Result<Learnt, Refused> {
    certificate::made(house, portal).await?;
    let given = portal.settings.metadata.trim();
    if !given.is_empty() {
        return Ok(Learnt { metadata: given.to_owned(), ..Learnt::default() });
    }
    let answer = get(door, &portal.settings.address).await?;
    if !answer.is_yes() {
        return Err(Refused::Away);
    }
    let metadata = String::from_utf8(answer.body).map_err(|_| Refused::Strange)?;
    Ok(Learnt { metadata, ..Learnt::default() })
}

/// What was read, understood.
pub fn known(portal: &Portal, learnt: &Learnt) -> Result<Provider, Refused> {
    let entity = Some(portal.settings.entity.as_str()).filter(|entity| !entity.is_empty());
    Provider::read(&learnt.metadata, entity).map_err(|why| refused(&why))
}

/// This house as the portal knows it.
struct Us {
    entity: String,
    consumer: String,
    logout: String,
}

impl Us {
    fn of(house: &House, portal: &Portal) -> Self {
        let at = |end| portal.address(house, end);
        Self { entity: at("metadonnees"), consumer: at("reponse"), logout: at("fin") }
    }

    fn service(&self) -> Service<'_> {
        Service { entity: &self.entity, consumer: &self.consumer, logout: &self.logout }
    }
}

/// What the portal is to know of this house.
pub fn metadata(house: &House, portal: &Portal) -> Result<String, Refused> {
    let pair = Pair::of(portal, &house.secret).ok_or(Refused::Setup)?;
    let certificate: &[&[u8]] = &[&pair.certificate];
    Ok(Us::of(house, portal).service().metadata(certificate, certificate))
}

/// Where the browser is sent.
pub fn begin(
    house: &House,
    portal: &Portal,
    known: &Provider,
    (asked, state): (&Asked, &str),
    now: Moment,
) -> Result<String, Refused> {
    let pair = Pair::of(portal, &house.secret).ok_or(Refused::Setup)?;
    let (us, key) = (Us::of(house, portal), pair.key().ok_or(Refused::Setup)?);
    let contexts: Vec<&str> = portal.settings.level.split_whitespace().collect();
    let sign_in = SignIn { id: &asked.request, again: asked.anew, contexts: &contexts };
    let sender = Sender { service: &us.service(), key: &key, now: now.0 };
    sign_in.address(known, &sender, state).map_err(|why| refused(&why))
}

/// Checks what the browser brought.
pub fn weigh(house: &House, portal: &Portal, came: &Answer, asked: &Asked) -> Result<Worth, Refused> {
    // What was read of it is enough to know its signature, whether or not it answers now.
    let known = known(portal, &portal.learnt)?;
    let pair = Pair::of(portal, &house.secret).ok_or(Refused::Setup)?;
    let (us, keys) = (Us::of(house, portal), [pair.key().ok_or(Refused::Setup)?]);
    let service = us.service();
    let expected = Expectation { provider: &known, service: &service, keys: &keys, now: house.clock.now().0 };
    let xml = saml::form(came.first("SAMLResponse")).map_err(|why| refused(&why))?;
    let said = expected.response(&xml, &asked.request).map_err(|why| refused(&why))?;
    let mut attributes = vec![];
    for attribute in &said.attributes {
        attributes.push((attribute.name.clone(), attribute.values.clone()));
        if let Some(friendly) = attribute.friendly.as_ref().filter(|friendly| **friendly != attribute.name) {
            attributes.push((friendly.clone(), attribute.values.clone()));
        }
    }
    let name = said.name.clone().map(|name| {
        let empty = Option::unwrap_or_default;
        vec![name.value, empty(name.format), empty(name.qualifier), empty(name.service_qualifier)]
    });
    let mut proof = Proof {
        launched: None,
        subject: String::new(),
        called: said.name.as_ref().map(|name| name.value.clone()).unwrap_or_default(),
        sid: said.session.clone(),
        hint: Hint {
            token: String::new(),
            name: name.clone().unwrap_or_default(),
            session: said.session.clone().unwrap_or_default(),
        },
        attributes,
    };
    let own = portal.settings.subject.as_str();
    let passing = said.name.as_ref().and_then(|name| name.format.as_deref()).is_some_and(|f| f.ends_with(":transient"));
    if own.is_empty() && passing {
        // Another name each time: nobody would ever be known again.
        return Err(Refused::Setup);
    }
    proof.subject = match own {
        "" => name.and_then(|name| name.into_iter().next()).ok_or(Refused::Strange)?,
        own => proof.one(own).ok_or(Refused::Strange)?.to_owned(),
    };
    let seen = portal.digest(&house.secret, "assertion", &said.id);
    Ok(Worth { proof, drift: said.drift.div_euclid(1_000), seen: Some((seen, Moment(said.remember_until))) })
}

/// What a browser, or the portal through it, says of somebody who has left.
pub fn told(house: &House, portal: &Portal, ask: &Ask, form: &Form) -> Result<Word, Refused> {
    let known = known(portal, &portal.learnt)?;
    let pair = Pair::of(portal, &house.secret).ok_or(Refused::Setup)?;
    let (us, key) = (Us::of(house, portal), pair.key().ok_or(Refused::Setup)?);
    let (service, now) = (us.service(), house.clock.now());
    let expected = Expectation { provider: &known, service: &service, keys: &[], now: now.0 };
    let (exit, state) = if form.text("SAMLRequest").is_empty() {
        let query = ask.here.split_once('?').map_or("", |(_, query)| query);
        expected.logout_query(query).map_err(|why| refused(&why))?
    } else {
        let xml = saml::form(form.text("SAMLRequest")).map_err(|why| refused(&why))?;
        let exit = expected.logout_form(&xml).map_err(|why| refused(&why))?;
        let state = Some(form.text("RelayState").to_owned()).filter(|state| !state.is_empty());
        (exit, state)
    };
    let request = match exit {
        // It has done what we asked: one is out on both sides.
        Exit::Response(_) => {
            let then = format!("{}/entrer/sortie?porte={}", house.settings.public_url, portal.key);
            return Ok(Word { then: Some(then), ..Word::default() });
        }
        Exit::Request(request) => request,
    };
    let sender = Sender { service: &service, key: &key, now: now.0 };
    let mut bytes = [0; 20];
    house.chance.fill(&mut bytes);
    let id = format!("_{}", data_encoding::HEXLOWER.encode(&bytes));
    let then = LogoutResponse::address(&id, &request.id, &known, &sender, state.as_deref());
    let seen = portal.digest(&house.secret, "logout", &request.id);
    Ok(Word {
        subject: Some(request.name.value),
        sids: request.sessions,
        seen: Some((seen, now.plus_minutes(24 * 60))),
        then: then.ok(),
    })
}

/// Where it is left.
pub fn leave(house: &House, portal: &Portal, hint: &Hint, request: &str, now: Moment) -> Option<String> {
    let known = known(portal, &portal.learnt).ok()?;
    let pair = Pair::of(portal, &house.secret)?;
    let (us, key) = (Us::of(house, portal), pair.key()?);
    let mut parts = hint.name.iter().cloned();
    let value = parts.next()?;
    let mut optional = || parts.next().filter(|part| !part.is_empty());
    let name = NameId { value, format: optional(), qualifier: optional(), service_qualifier: optional() };
    let sessions = Some(hint.session.clone()).filter(|session| !session.is_empty()).into_iter().collect();
    let asked = LogoutRequest { id: request.to_owned(), name, sessions };
    asked.address(&known, &Sender { service: &us.service(), key: &key, now: now.0 }, &portal.key).ok()
}

/// Which of our words this is.
fn refused(why: &Refusal) -> Refused {
    tracing::info!(target: "preau::security", %why, "SAML");
    match why {
        Refusal::Status(said) if said.detail == "NoPassive" => Refused::Nobody,
        Refusal::Status(_) => Refused::Turned,
        Refusal::Unsigned | Refusal::NoAssertion => Refused::Unsigned,
        Refusal::Sha1 | Refusal::Algorithm(_) | Refusal::Cbc | Refusal::WeakKey => Refused::Weak,
        Refusal::Forged | Refusal::Altered | Refusal::Reference | Refusal::SeveralAssertions | Refusal::DuplicateId => {
            Refused::Forged
        }
        Refusal::OtherIssuer(_) => Refused::Other,
        Refusal::OtherDestination(_) | Refusal::OtherAudience(_) | Refusal::OtherRecipient(_) => Refused::Elsewhere,
        Refusal::OtherRequest(_) | Refusal::Unsolicited => Refused::Lost,
        Refusal::Expired(_) => Refused::Late,
        Refusal::TooEarly(_) => Refused::Clock,
        Refusal::Sealed => Refused::Key,
        Refusal::NotACertificate | Refusal::NoKey | Refusal::OtherEntity | Refusal::Address(_) | Refusal::NoAddress => {
            Refused::Setup
        }
        _ => Refused::Strange,
    }
}
