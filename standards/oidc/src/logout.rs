//! The way out: leading a browser to the portal's exit, and hearing from the portal that somebody left.
use crate::checks::{not_ahead, not_over};
use crate::{Client, KeySet, Provider, Refusal, SKEW, verify};
use serde_json::Value;
use url::Url;

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// For how long a logout token is good. The portal sends it at once; some try again for a while.
const WINDOW: i64 = 300;

/// The portal says that a session, or all of a person's, is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logout {
    /// Whose sessions; with `session`, that one alone.
    pub subject: Option<String>,
    /// The portal's name for the session.
    pub session: Option<String>,
    /// The token's own name: one seen before is refused by the caller.
    pub unique: String,
    /// Until when that name must be remembered.
    pub remember_until: i64,
}

impl Client {
    /// Where a browser leaves the portal too, and comes back to `back`; none when the portal has no such place.
    pub fn sign_out(&self, provider: &Provider, id_token: Option<&str>, back: &str, state: &str) -> Option<Url> {
        let mut url = provider.end_session.clone()?;
        url.query_pairs_mut()
            .extend_pairs(id_token.map(|token| ("id_token_hint", token)))
            .append_pair("client_id", &self.id)
            .append_pair("post_logout_redirect_uri", back)
            .append_pair("state", state);
        Some(url)
    }

    /// Reads the `logout_token` that a portal posts, server to server (Back-Channel Logout 1.0).
    pub fn logout(&self, provider: &Provider, keys: &KeySet, token: &str, now: i64) -> Result<Logout, Refusal> {
        let claims = verify(token, keys, &provider.algorithms)?.claims;
        claims.issued_by(&provider.issuer)?;
        claims.made_for(&self.id)?;
        if claims.has("nonce") {
            return Err(Refusal::NonceInLogout);
        }
        if !matches!(claims.values(&["events", EVENT]).as_slice(), [Value::Object(_)]) {
            return Err(Refusal::NotALogout);
        }
        let issued_at = claims.number(&["iat"]).ok_or(Refusal::Missing("iat"))?;
        not_ahead(issued_at, now)?;
        // An expiry is asked for since 2022; what is older has none.
        not_over(claims.number(&["exp"]).unwrap_or(i64::MAX).min(issued_at.saturating_add(WINDOW)), now)?;
        let subject = claims.has("sub").then(|| claims.subject().map(str::to_owned)).transpose()?;
        let session = claims.has("sid").then(|| claims.required("sid").map(str::to_owned)).transpose()?;
        if subject.is_none() && session.is_none() {
            return Err(Refusal::Missing("sid"));
        }
        let unique = claims.required("jti")?.to_owned();
        Ok(Logout { subject, session, unique, remember_until: issued_at.saturating_add(WINDOW + SKEW) })
    }
}
