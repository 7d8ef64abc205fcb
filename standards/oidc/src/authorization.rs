//! The way to the portal: who we are there, and the address where the browser is sent.
use crate::{Provider, SigningKey};
use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::BASE64URL_NOPAD;
use url::Url;

/// Who we are at one portal, as its operator registered us.
pub struct Client {
    /// Our name there (`client_id`).
    pub id: String,
    /// Where it sends the browser back, to the letter. One address for each portal keeps their answers apart.
    pub redirect_uri: String,
    /// How we prove who we are when a code is exchanged.
    pub credential: Credential,
}

/// How a client proves who it is.
pub enum Credential {
    /// A secret in the `Authorization` header (`client_secret_basic`).
    Basic(String),
    /// A secret in the form (`client_secret_post`).
    Post(String),
    /// A statement signed with a key of ours (`private_key_jwt`).
    Key(Box<SigningKey>),
}

/// One sign-in: what the caller made up for it and keeps until the answer, and what it wishes of the portal.
#[derive(Clone, Copy, Default)]
pub struct SignIn<'a> {
    /// What is asked for besides `openid` (`profile`, `email`…).
    pub scopes: &'a [&'a str],
    /// Random; comes back with the answer, and finds what was kept.
    pub state: &'a str,
    /// Random; comes back in the `id_token`.
    pub nonce: &'a str,
    /// Random, 43 to 128 letters, digits or `-._~`; proves at the exchange that we asked (PKCE).
    pub verifier: &'a str,
    /// Whether the person must sign in again, though the portal knows them (`prompt=login`).
    pub prompt_login: bool,
    /// At most how many seconds ago the person may have signed in.
    pub max_age: Option<u32>,
    /// How well the person must be known (`acr_values`).
    pub acr_values: Option<&'a str>,
    /// Who is expected.
    pub login_hint: Option<&'a str>,
    /// The languages the person reads, `fr en`.
    pub ui_locales: Option<&'a str>,
    /// Which claims are asked for, as JSON.
    pub claims: Option<&'a str>,
}

impl Client {
    /// Where the browser is sent: the code flow with PKCE.
    pub fn authorization(&self, provider: &Provider, sign_in: &SignIn) -> Url {
        let scopes = [&["openid"], sign_in.scopes].concat().join(" ");
        let max_age = sign_in.max_age.map(|seconds| seconds.to_string());
        let wishes = [
            ("prompt", sign_in.prompt_login.then_some("login")),
            ("max_age", max_age.as_deref()),
            ("acr_values", sign_in.acr_values),
            ("login_hint", sign_in.login_hint),
            ("ui_locales", sign_in.ui_locales),
            ("claims", sign_in.claims),
        ];
        let mut url = provider.authorization.clone();
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.id)
            .append_pair("redirect_uri", &self.redirect_uri)
            .append_pair("scope", &scopes)
            .append_pair("state", sign_in.state)
            .append_pair("nonce", sign_in.nonce)
            .append_pair("code_challenge", &challenge(sign_in.verifier))
            .append_pair("code_challenge_method", "S256")
            .extend_pairs(wishes.into_iter().filter_map(|(name, wish)| Some((name, wish?))));
        url
    }
}

/// What the portal is told of the verifier before the exchange (RFC 7636).
fn challenge(verifier: &str) -> String {
    BASE64URL_NOPAD.encode(digest(&SHA256, verifier.as_bytes()).as_ref())
}
