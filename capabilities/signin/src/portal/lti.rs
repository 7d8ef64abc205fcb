//! Platforms that launch this house from a course (Moodle, Éléa, M@gistère): LTI 1.3, this house being the tool.
use super::{
    Learnt, Portal, Proof, Refused,
    asked::{Answer, Asked, Worth},
    certificate::{self, Pair},
    proof::Launched,
    ready::{self, get},
};
use crate::store;
use ::lti::{Answer as Posted, Launch, Message, Platform, Refusal, SigningKey};
use oidc::KeySet;
use outgoing::{Door, Url};
use std::sync::Arc;
use web::House;

/// What is known of such a platform.
#[derive(Debug)]
pub struct Known {
    /// What it was said to be.
    pub platform: Platform,
    /// Its keys.
    pub keys: KeySet,
}

fn seconds(now: kernel::Moment) -> i64 {
    now.0.div_euclid(1_000)
}

/// The platform, as it is set up.
pub fn platform(portal: &Portal) -> Result<Platform, Refused> {
    let said = &portal.settings;
    let address = |text: &str| Url::parse(text.trim()).map_err(|_| Refused::Setup);
    let deployments: Vec<String> = said.deployments.split_whitespace().map(str::to_owned).collect();
    if said.client.is_empty() || deployments.is_empty() {
        return Err(Refused::Setup);
    }
    Ok(Platform {
        issuer: said.address.clone(),
        client_id: said.client.clone(),
        authorization: address(&said.auth)?,
        token: address(&said.token)?,
        audience: None,
        jwks: address(&said.jwks)?,
        deployments,
    })
}

/// Asks for its keys. This house's own is made the first time.
pub async fn learn(house: &Arc<House>, door: &Door, portal: &Portal) -> Result<Learnt, Refused> {
    certificate::made(house, portal).await?;
    Ok(Learnt { keys: read(door, portal).await?, ..Learnt::default() })
}

async fn read(door: &Door, portal: &Portal) -> Result<String, Refused> {
    let answer = get(door, portal.settings.jwks.trim()).await?;
    if !answer.is_yes() {
        return Err(Refused::Away);
    }
    String::from_utf8(answer.body).map_err(|_| Refused::Strange)
}

/// What was read, understood.
pub fn known(portal: &Portal, learnt: &Learnt) -> Result<Known, Refused> {
    let keys = KeySet::read(learnt.keys.as_bytes(), learnt.keys_at).map_err(|why| refused(&why.into()))?;
    Ok(Known { platform: platform(portal)?, keys })
}

/// Our key there, by which this house says who it is.
pub fn key(house: &House, portal: &Portal) -> Result<SigningKey, Refused> {
    Pair::of(portal, &house.secret).and_then(|pair| pair.signing()).ok_or(Refused::Setup)
}

/// Checks the launch that the browser brought.
pub async fn weigh(house: &Arc<House>, portal: &Portal, came: &Answer, asked: &Asked) -> Result<Worth, Refused> {
    let now = seconds(house.clock.now());
    let door = ready::door(house, portal);
    let mut learnt = portal.learnt.clone();
    if learnt.keys.is_empty() {
        learnt = again(house, &door, portal).await?;
    }
    let known_now = known(portal, &learnt)?;
    let pairs = came.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    // What a browser brings says nothing of the platform itself: anybody may have written it.
    let posted = Posted::read(pairs).map_err(|why| match refused(&why) {
        Refused::Away | Refused::Setup => Refused::Turned,
        why => why,
    })?;
    let opened = |keys: &KeySet| known_now.platform.launch(keys, &posted.token, &asked.nonce, now);
    let mut launch = opened(&known_now.keys);
    if matches!(launch, Err(Refusal::Oidc(oidc::Refusal::KeyUnknown))) && known_now.keys.may_fetch(now) {
        launch = opened(&known(portal, &again(house, &door, portal).await?)?.keys);
    }
    let launch = launch.map_err(|why| refused(&why))?;
    Ok(Worth { proof: proof(&known_now.platform, launch)?, drift: 0, seen: None })
}

/// Reads its keys again, and keeps them; or keeps that it was asked.
async fn again(house: &Arc<House>, door: &Door, portal: &Portal) -> Result<Learnt, Refused> {
    let now = house.clock.now();
    let keys = read(door, portal).await;
    let fresh = Learnt {
        keys: keys.clone().unwrap_or_else(|_| portal.learnt.keys.clone()),
        keys_at: seconds(now),
        ..portal.learnt.clone()
    };
    let (id, ends, kept) = (portal.id, portal.ends_at, fresh.clone());
    let kept = house.db.write(move |tx| store::portal::learn(tx, id, &kept, ends, now)).await;
    kept.map_err(|_: db::Error| Refused::Away)?;
    keys.map(|_| fresh)
}

/// What a launch proves. A platform that names nobody opens nothing.
fn proof(platform: &Platform, launch: Launch) -> Result<Proof, Refused> {
    let user = launch.user.ok_or(Refused::Nobody)?;
    let Message::ResourceLink(resource) = launch.message else { return Err(Refused::Strange) };
    let said = |name: &str, value: Option<String>| value.map(|value| (name.to_owned(), vec![value]));
    let named = [
        said("sub", Some(user.id.clone())),
        said("name", user.name),
        said("given_name", user.given_name),
        said("family_name", user.family_name),
        said("email", user.email),
        said("person_sourcedid", user.sourced_id),
        said("course", launch.context.as_ref().and_then(|course| course.title.clone())),
    ];
    // What a teacher set for this exercise (`custom`) says nothing of the person, and is not looked at: it could name anybody.
    let attributes = named.into_iter().flatten().collect();
    let course = launch.context.map(|course| {
        let title = course.title.or(course.label).unwrap_or_default();
        (course.id, title.chars().take(120).collect())
    });
    let (course, title) = course.unwrap_or_default();
    // What opens its services is shown to no other server than those it was set up with.
    let servers = [&platform.token, &platform.authorization, &platform.jwks].map(Url::origin);
    let own = |url: Url| if servers.contains(&url.origin()) { String::from(url) } else { String::new() };
    let scores = launch.scores.filter(|scores| scores.scopes.iter().any(|scope| scope == ::lti::scope::SCORE));
    let launched = Launched {
        course,
        title,
        target: resource.target,
        members: launch.members.map(own).unwrap_or_default(),
        column: scores.and_then(|scores| scores.line_item).map(own).unwrap_or_default(),
    };
    Ok(Proof { subject: user.id.clone(), called: user.id, attributes, launched: Some(launched), ..Proof::default() })
}

/// Which of our words this is.
pub fn refused(why: &Refusal) -> Refused {
    match why {
        Refusal::Oidc(why) => super::openid::refused(why),
        why => {
            tracing::info!(target: "preau::security", %why, "LTI");
            match why {
                Refusal::OtherPlatform => Refused::Other,
                Refusal::OtherClient => Refused::Elsewhere,
                Refusal::OtherDeployment { .. } => Refused::Setup,
                _ => Refused::Strange,
            }
        }
    }
}
