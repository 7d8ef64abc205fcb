#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! A portal of the tests, with keys made for each run.
mod answer;
mod exchange;
mod id_token;
mod keys;
mod logout;
mod properties;
mod provider;
mod userinfo;

use crate::*;
use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use serde_json::{Value, json};
use std::sync::LazyLock;

const ISSUER: &str = "https://portail.invalid/oidc";
const NOW: i64 = 1_795_000_000;

/// Two private keys in PKCS #8: the portal's, and somebody else's.
static DERS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| [rsa(), rsa()]);

fn rsa() -> Vec<u8> {
    KeyPair::generate(KeySize::Rsa2048).unwrap().as_der().unwrap().as_ref().to_vec()
}

fn portals_key() -> SigningKey {
    SigningKey::read(&DERS[0]).unwrap()
}

fn strangers_key() -> SigningKey {
    SigningKey::read(&DERS[1]).unwrap()
}

fn key_set() -> KeySet {
    KeySet::read(KeySet::published(&[&portals_key()]).to_string().as_bytes(), NOW).unwrap()
}

fn document() -> Value {
    json!({
        "issuer": ISSUER,
        "authorization_endpoint": "https://portail.invalid/oidc/auth?ent=1",
        "token_endpoint": "https://portail.invalid/oidc/token",
        "userinfo_endpoint": "https://portail.invalid/oidc/me",
        "jwks_uri": "https://portail.invalid/oidc/jwks",
        "end_session_endpoint": "https://portail.invalid/oidc/session/end",
        "authorization_response_iss_parameter_supported": true,
        "backchannel_logout_supported": true,
        "id_token_signing_alg_values_supported":
            ["none", "HS256", "RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"],
    })
}

fn read(document: &Value) -> Result<Provider, Refusal> {
    Provider::read(document.to_string().as_bytes(), ISSUER)
}

fn provider() -> Provider {
    read(&document()).unwrap()
}

fn client() -> Client {
    Client {
        id: "préau".to_owned(),
        redirect_uri: "https://preau.invalid/entrer/retour?de=ent1".to_owned(),
        credential: Credential::Basic("s:cret&é".to_owned()),
    }
}

/// This object with some fields changed, or taken away where the change is null.
fn with(mut object: Value, changes: &Value) -> Value {
    for (name, change) in changes.as_object().unwrap() {
        match change {
            Value::Null => object.as_object_mut().unwrap().remove(name),
            change => object.as_object_mut().unwrap().insert(name.clone(), change.clone()),
        };
    }
    object
}
