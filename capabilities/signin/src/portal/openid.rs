//! Portals that speak OpenID Connect.
use super::{
    Learnt, Portal, Proof, Refused,
    asked::{Answer, Asked, Word, Worth},
    proof::Hint,
    ready::{self, door, get},
};
use crate::store;
use kernel::Moment;
use oidc::{Claims, Client, Credential, KeySet, Provider, Refusal, SignIn};
use outgoing::Door;
use std::sync::Arc;
use web::{Form, House};

/// What is known of such a portal.
#[derive(Debug)]
pub struct Known {
    /// What it says of itself.
    pub provider: Provider,
    /// Its keys.
    pub keys: KeySet,
}

fn seconds(now: Moment) -> i64 {
    now.0.div_euclid(1_000)
}

/// Asks what it says of itself, and for its keys.
pub async fn learn(door: &Door, portal: &Portal) -> Result<Learnt, Refused> {
    let address = oidc::discovery(&portal.settings.address).map_err(|_| Refused::Setup)?;
    let metadata = text(get(door, address.as_str()).await?)?;
    let provider = Provider::read(metadata.as_bytes(), &portal.settings.address).map_err(|why| refused(&why))?;
    let keys = text(get(door, provider.jwks.as_str()).await?)?;
    // A key that is not among them may be asked for at once; after that, once a minute.
    Ok(Learnt { metadata, keys, ..Learnt::default() })
}

fn text(answer: outgoing::Answer) -> Result<String, Refused> {
    if !answer.is_yes() {
        return Err(Refused::Away);
    }
    String::from_utf8(answer.body).map_err(|_| Refused::Strange)
}

/// What was read, understood.
pub fn known(portal: &Portal, learnt: &Learnt) -> Result<Known, Refused> {
    let read = |why: Refusal| refused(&why);
    let mut provider = Provider::read(learnt.metadata.as_bytes(), &portal.settings.address).map_err(read)?;
    provider.names_itself &= !portal.settings.nameless;
    let keys = KeySet::read(learnt.keys.as_bytes(), learnt.keys_at).map_err(read)?;
    Ok(Known { provider, keys })
}

fn client(house: &House, portal: &Portal, by_form: bool) -> Client {
    let shared = portal.shared(&house.secret).unwrap_or_default();
    let credential = if by_form { Credential::Post(shared) } else { Credential::Basic(shared) };
    Client { id: portal.settings.client.clone(), redirect_uri: portal.address(house, "retour"), credential }
}

/// Where the browser is sent.
pub fn begin(house: &House, portal: &Portal, known: &Known, (asked, state): (&Asked, &str)) -> String {
    let scopes: Vec<&str> = portal.settings.scopes.split_whitespace().filter(|scope| *scope != "openid").collect();
    let level = Some(portal.settings.level.as_str()).filter(|level| !level.is_empty());
    let sign_in = SignIn {
        scopes: &scopes,
        state,
        nonce: &asked.nonce,
        verifier: &asked.verifier,
        prompt_login: asked.anew,
        acr_values: level,
        ui_locales: Some("fr"),
        ..SignIn::default()
    };
    let mut address = client(house, portal, false).authorization(&known.provider, &sign_in);
    if asked.quiet {
        address.query_pairs_mut().append_pair("prompt", "none");
    }
    address.into()
}

/// Exchanges the code, and checks who it is.
pub async fn weigh(house: &Arc<House>, portal: &Portal, came: &Answer, asked: &Asked) -> Result<Worth, Refused> {
    let (door, now) = (door(house, portal), seconds(house.clock.now()));
    let mut known = known(portal, &portal.learnt)?;
    let pairs = came.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    // What a browser brings says nothing of the portal itself: anybody may have written it.
    let brought = |why: Refusal| match refused(&why) {
        Refused::Away | Refused::Setup => Refused::Turned,
        why => why,
    };
    let said = oidc::Answer::read(pairs).map_err(brought)?;
    let code = said.code(&known.provider).map_err(brought)?;
    let mut client_of = client(house, portal, false);
    let tokens = match exchange(&door, &client_of, &known, (code, asked), now).await {
        // Some portals take the secret in the form alone; who is not known has used up no code.
        Err(Refusal::ClientRefused { .. }) => {
            client_of = client(house, portal, true);
            exchange(&door, &client_of, &known, (code, asked), now).await
        }
        other => other,
    };
    let tokens = tokens.map_err(|why| refused(&why))?;
    let wanted = oidc::Asked { nonce: &asked.nonce, max_age: None };
    let mut identity = client_of.identity(&known.provider, &known.keys, &tokens, &wanted, now);
    if matches!(identity, Err(Refusal::KeyUnknown)) && known.keys.may_fetch(now) {
        known.keys = again(house, &door, portal, &known).await?;
        identity = client_of.identity(&known.provider, &known.keys, &tokens, &wanted, now);
    }
    let identity = identity.map_err(|why| refused(&why))?;
    let mut attributes = attributes(&identity.claims);
    if let Some(address) = &known.provider.userinfo {
        let asking = door.get(address.as_str()).map_err(|_| Refused::Setup)?;
        let answer = asking.header("authorization", &format!("Bearer {}", tokens.access_token)).send().await;
        let answer = answer.map_err(|_| Refused::Away)?;
        let (subject, signed) = (&identity.subject, portal.settings.signed);
        let more = client_of.userinfo(&known.provider, &known.keys, &answer.body, subject, signed, now);
        let more = self::attributes(&more.map_err(|why| refused(&why))?);
        attributes.extend(more.into_iter().filter(|(name, _)| name != "sub"));
    }
    let own = portal.settings.subject.as_str();
    let mut proof = Proof {
        launched: None,
        sid: identity.session.clone(),
        hint: Hint { token: tokens.id_token, ..Hint::default() },
        attributes,
        called: identity.subject.clone(),
        subject: String::new(),
    };
    proof.subject = match own {
        "" => identity.subject.clone(),
        name => proof.one(name).ok_or(Refused::Strange)?.to_owned(),
    };
    Ok(Worth { proof, drift: identity.issued_at - now, seen: None })
}

async fn exchange(
    door: &Door,
    client: &Client,
    known: &Known,
    (code, asked): (&str, &Asked),
    now: i64,
) -> Result<oidc::Tokens, Refusal> {
    let post = client.exchange(&known.provider, code, &asked.verifier, &asked.request, now)?;
    let away = |_| Refusal::Unavailable { description: String::new() };
    let mut request = door.post(post.to.as_str()).map_err(away)?;
    for (name, value) in post.headers.iter().filter(|(name, _)| *name != "content-type") {
        request = request.header(name, value);
    }
    let sent = request.body("application/x-www-form-urlencoded", post.body).send();
    oidc::Tokens::read(&sent.await.map_err(away)?.body)
}

/// Asks for the keys again; whether they come or not, not again for a minute.
async fn again(house: &Arc<House>, door: &Door, portal: &Portal, known: &Known) -> Result<KeySet, Refused> {
    let now = house.clock.now();
    let keys = get(door, known.provider.jwks.as_str()).await.and_then(text);
    let fresh = Learnt {
        keys: keys.clone().unwrap_or_else(|_| portal.learnt.keys.clone()),
        keys_at: seconds(now),
        ..portal.learnt.clone()
    };
    let (id, ends) = (portal.id, portal.ends_at);
    let kept = house.db.write(move |tx| store::portal::learn(tx, id, &fresh, ends, now)).await;
    kept.map_err(|_: db::Error| Refused::Away)?;
    KeySet::read(keys?.as_bytes(), seconds(now)).map_err(|why| refused(&why))
}

/// What a portal says of somebody who has left it, without a browser.
pub async fn told(house: &Arc<House>, portal: &Portal, form: &Form) -> Result<Word, Refused> {
    let now = seconds(house.clock.now());
    let mut known = known(portal, &portal.learnt)?;
    let client = client(house, portal, false);
    let token = form.text("logout_token");
    let mut word = client.logout(&known.provider, &known.keys, token, now);
    if matches!(word, Err(Refusal::KeyUnknown)) && known.keys.may_fetch(now) {
        known.keys = again(house, &ready::door(house, portal), portal, &known).await?;
        word = client.logout(&known.provider, &known.keys, token, now);
    }
    let word = word.map_err(|why| refused(&why))?;
    let seen = portal.digest(&house.secret, "jti", &word.unique);
    Ok(Word {
        subject: word.subject,
        sids: word.session.into_iter().collect(),
        seen: Some((seen, Moment(word.remember_until.saturating_mul(1_000)))),
        then: None,
    })
}

/// Where it is left.
pub fn leave(house: &House, portal: &Portal, hint: &Hint) -> Option<String> {
    let known = known(portal, &portal.learnt).ok()?;
    let back = format!("{}/entrer/sortie?porte={}", house.settings.public_url, portal.key);
    let token = Some(hint.token.as_str()).filter(|token| !token.is_empty());
    client(house, portal, false).sign_out(&known.provider, token, &back, &portal.key).map(Into::into)
}

/// What was said of somebody: texts, and texts in folders one deep.
fn attributes(claims: &Claims) -> Vec<(String, Vec<String>)> {
    let of = |name: &str| (name.to_owned(), claims.texts(&[name]).into_iter().map(str::to_owned).collect::<Vec<_>>());
    claims.names().map(of).filter(|(_, values)| !values.is_empty()).collect()
}

/// Which of our words this is.
pub fn refused(why: &Refusal) -> Refused {
    tracing::info!(target: "preau::security", %why, "OpenID Connect");
    match why {
        Refusal::Unavailable { .. } => Refused::Away,
        Refusal::AccessDenied { .. } => Refused::Turned,
        Refusal::InteractionRequired => Refused::Nobody,
        Refusal::CodeRefused { .. } => Refused::Again,
        Refusal::Refused { .. } | Refusal::ClientRefused { .. } | Refusal::NoCommonAlgorithm | Refusal::Address(_) => {
            Refused::Setup
        }
        Refusal::MixUp { .. } | Refusal::IssuerMissing | Refusal::OtherIssuer { .. } => Refused::Other,
        Refusal::Unsigned | Refusal::UserinfoUnsigned => Refused::Unsigned,
        Refusal::Symmetric | Refusal::UnknownAlgorithm(_) => Refused::Weak,
        Refusal::KeyUnknown | Refusal::KeyAmbiguous | Refusal::KeyOfAnotherType => Refused::Key,
        Refusal::Forged | Refusal::OtherAccessToken | Refusal::OtherSubject => Refused::Forged,
        Refusal::OtherAudience | Refusal::OtherParty => Refused::Elsewhere,
        Refusal::Expired { .. } | Refusal::SignedInTooLongAgo { .. } => Refused::Late,
        Refusal::FromTheFuture { .. } => Refused::Clock,
        Refusal::OtherNonce => Refused::Lost,
        _ => Refused::Strange,
    }
}
