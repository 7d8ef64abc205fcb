#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! A platform and a tool that know each other, and what a stranger tries.
mod deep_linking;
mod launch;
mod marks;
mod members;
mod properties;
mod service;

use crate::*;
use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use serde_json::{Value, json};
use std::sync::LazyLock;
use url::Url;

const ISSUER: &str = "https://cours.invalid";
const RETURN: &str = "https://preau.invalid/lti/lancement";
const NOW: i64 = 1_795_000_000;

/// The platform's key, the tool's, and a stranger's.
static KEYS: LazyLock<[SigningKey; 3]> = LazyLock::new(|| {
    [(); 3].map(|()| SigningKey::read(KeyPair::generate(KeySize::Rsa2048).unwrap().as_der().unwrap().as_ref()).unwrap())
});

fn platforms_key() -> &'static SigningKey {
    &KEYS[0]
}

fn tools_key() -> &'static SigningKey {
    &KEYS[1]
}

fn strangers_key() -> &'static SigningKey {
    &KEYS[2]
}

fn keys(of: &SigningKey) -> KeySet {
    KeySet::read(KeySet::published(&[of]).to_string().as_bytes(), NOW).unwrap()
}

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

fn platform() -> Platform {
    Platform {
        issuer: ISSUER.to_owned(),
        client_id: "préau-1".to_owned(),
        authorization: url("https://cours.invalid/mod/lti/auth.php"),
        token: url("https://cours.invalid/mod/lti/token.php"),
        audience: None,
        jwks: url("https://cours.invalid/mod/lti/certs.php"),
        deployments: vec!["2".to_owned(), "7".to_owned()],
    }
}

fn tool() -> Tool {
    Tool {
        client_id: "préau-1".to_owned(),
        initiation: url("https://preau.invalid/lti/entree?p=1"),
        redirect_uris: vec![RETURN.to_owned()],
        jwks: url("https://preau.invalid/lti/cles"),
    }
}

fn launch() -> Launch {
    Launch {
        deployment: "7".to_owned(),
        message: Message::ResourceLink(ResourceLink {
            id: "exercice-12".to_owned(),
            title: Some("Lecture du soir".to_owned()),
            target: "https://preau.invalid/lecture/12".to_owned(),
        }),
        user: Some(User {
            id: "31".to_owned(),
            given_name: Some("Zoé".to_owned()),
            sourced_id: Some("P1".to_owned()),
            ..User::default()
        }),
        roles: vec![Role::Learner],
        context: Some(Context { id: "c1".to_owned(), label: Some("6A".to_owned()), title: None }),
        scores: Some(ScoreService {
            scopes: vec![scope::SCORE.to_owned()],
            line_items: Some(url("https://cours.invalid/lti/c1/lineitems?type_id=1")),
            line_item: None,
        }),
        members: Some(url("https://cours.invalid/lti/c1/members")),
        custom: [("niveau".to_owned(), "6e".to_owned())].into(),
        locale: Some("fr-FR".to_owned()),
        return_to: Some(url("https://cours.invalid/course/1")),
    }
}

fn deep_linking() -> DeepLinking {
    DeepLinking {
        return_to: url("https://cours.invalid/mod/lti/contentitem.php"),
        kinds: vec!["ltiResourceLink".to_owned()],
        several: true,
        data: Some("opaque".to_owned()),
    }
}

/// The pairs of a query or form.
fn pairs(of: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    of.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}

fn query(url: &Url) -> Vec<(String, String)> {
    url.query_pairs().into_owned().collect()
}

/// These pairs with one changed, or taken away.
fn with(mut pairs: Vec<(String, String)>, name: &str, value: Option<&str>) -> Vec<(String, String)> {
    pairs.retain(|(known, _)| known != name);
    pairs.extend(value.map(|value| (name.to_owned(), value.to_owned())));
    pairs
}
