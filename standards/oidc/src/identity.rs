//! Who signed in: the `id_token` (Core, 3.1.3.7).
use crate::checks::not_ahead;
use crate::{Algorithm, Claims, Client, KeySet, Provider, Refusal, SKEW, Tokens, verify};
use aws_lc_rs::digest::{SHA256, SHA384, SHA512, digest};
use data_encoding::BASE64URL_NOPAD;

/// What was asked at the authorization, as the caller kept it.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The nonce that was given.
    pub nonce: &'a str,
    /// At most how long ago the person may have signed in, if that was asked.
    pub max_age: Option<u32>,
}

/// Somebody, as a portal knows them. The pair of issuer and subject is the only key that does not change hands.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The portal's own name for the person (`sub`).
    pub subject: String,
    /// The portal's name for the session (`sid`), by which it may close it later.
    pub session: Option<String>,
    /// When the portal made the token: against now, how far its clock is from ours.
    pub issued_at: i64,
    /// All that the token says.
    pub claims: Claims,
}

impl Client {
    /// Who it is, if the token was made by this provider, for us, now, and for this sign-in.
    pub fn identity(
        &self,
        provider: &Provider,
        keys: &KeySet,
        tokens: &Tokens,
        asked: &Asked,
        now: i64,
    ) -> Result<Identity, Refusal> {
        let token = verify(&tokens.id_token, keys, &provider.algorithms)?;
        let claims = token.claims;
        claims.issued_by(&provider.issuer)?;
        claims.made_for(&self.id)?;
        claims.in_force(now)?;
        claims.answers(asked.nonce)?;
        if let Some(max_age) = asked.max_age {
            signed_in_since(&claims, max_age, now)?;
        }
        if claims.has("at_hash") && claims.required("at_hash")? != half_hash(token.algorithm, &tokens.access_token) {
            return Err(Refusal::OtherAccessToken);
        }
        Ok(Identity {
            subject: claims.subject()?.to_owned(),
            session: claims.text(&["sid"]).map(str::to_owned),
            issued_at: claims.number(&["iat"]).ok_or(Refusal::Missing("iat"))?,
            claims,
        })
    }
}

fn signed_in_since(claims: &Claims, max_age: u32, now: i64) -> Result<(), Refusal> {
    let signed_in = claims.number(&["auth_time"]).ok_or(Refusal::Missing("auth_time"))?;
    not_ahead(signed_in, now)?;
    let seconds = now.saturating_sub(signed_in);
    if seconds < i64::from(max_age) + SKEW { Ok(()) } else { Err(Refusal::SignedInTooLongAgo { seconds }) }
}

/// The left half of the access token's digest, by the digest of the signature's algorithm (Core, 3.1.3.6).
fn half_hash(algorithm: Algorithm, token: &str) -> String {
    let whole = match algorithm {
        Algorithm::Rs256 | Algorithm::Ps256 | Algorithm::Es256 => digest(&SHA256, token.as_bytes()),
        Algorithm::Rs384 | Algorithm::Es384 => digest(&SHA384, token.as_bytes()),
        Algorithm::Rs512 | Algorithm::EdDsa => digest(&SHA512, token.as_bytes()),
    };
    let whole = whole.as_ref();
    BASE64URL_NOPAD.encode(whole.split_at(whole.len() / 2).0)
}
