//! What opens the services, server to server: the tool says who it is by its key, the platform gives a token for a
//! while.
use crate::{Platform, Refusal};
use data_encoding::BASE64URL_NOPAD;
use oidc::{Algorithm, Claims, KeySet, Post, SKEW, SigningKey, parameters, verify};
use serde_json::{Value, json};
use url::form_urlencoded::Serializer;

const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// For how long a statement of who the tool is may be good: its name is remembered so long.
const LONGEST: i64 = 3_600;

impl Platform {
    /// The request for a token that opens these scopes. `unique` is random and never used twice.
    pub fn service_token(&self, key: &SigningKey, scopes: &[&str], unique: &str, now: i64) -> Result<Post, Refusal> {
        let audience = self.audience.as_deref().unwrap_or(self.token.as_str());
        let body = Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_assertion_type", ASSERTION)
            .append_pair("client_assertion", &key.assertion(&self.client_id, audience, unique, now)?)
            .append_pair("scope", &scopes.join(" "))
            .finish();
        let headers = vec![
            ("content-type", "application/x-www-form-urlencoded".to_owned()),
            ("accept", "application/json".to_owned()),
        ];
        Ok(Post { to: self.token.clone(), headers, body })
    }
}

/// What a platform gave. It holds a secret: it is not for a log.
pub struct ServiceToken {
    /// What opens the services, as `Authorization: Bearer …`.
    pub access_token: String,
    /// For how many seconds; an hour when not said.
    pub expires_in: i64,
    /// What it opens: perhaps less than was asked for.
    pub scopes: Vec<String>,
}

impl ServiceToken {
    /// Reads the platform's answer, whatever its status.
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let body = Claims::read(body)?;
        if let Some(error) = body.text(&["error"]) {
            return Err(oidc::Refusal::of_portal(error, body.text(&["error_description"]).unwrap_or_default()).into());
        }
        let plain = |token: &&str| token.bytes().all(|byte| byte.is_ascii_graphic());
        let access_token = body.text(&["access_token"]).filter(plain).ok_or(Refusal::missing("access_token"))?;
        let scopes = body.text(&["scope"]).unwrap_or_default();
        Ok(Self {
            access_token: access_token.to_owned(),
            expires_in: body.number(&["expires_in"]).unwrap_or(3_600),
            scopes: scopes.split_ascii_whitespace().map(str::to_owned).collect(),
        })
    }
}

/// What a tool asks of the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRequest {
    /// Who it says it is, to find its keys: not believed before [`ServiceRequest::grant`].
    pub client_id: String,
    scopes: Vec<String>,
    assertion: String,
}

/// What a tool may be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The scopes asked for that are offered.
    pub scopes: Vec<String>,
    /// The statement's own name: one seen before is refused by the caller.
    pub unique: String,
    /// Until when that name must be remembered.
    pub remember_until: i64,
}

impl ServiceRequest {
    /// Reads the form, decoded.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Refusal> {
        let names = ["grant_type", "client_assertion_type", "client_assertion", "scope"];
        let [grant, kind, assertion, scope] = parameters(pairs, names, 16_384)?;
        if grant != Some("client_credentials") {
            return Err(Refusal::Unsupported("grant_type"));
        }
        if kind != Some(ASSERTION) {
            return Err(Refusal::Unsupported("client_assertion_type"));
        }
        let assertion = assertion.ok_or(Refusal::missing("client_assertion"))?;
        Ok(Self {
            client_id: subject(assertion)?,
            scopes: scope.unwrap_or_default().split_ascii_whitespace().take(50).map(str::to_owned).collect(),
            assertion: assertion.to_owned(),
        })
    }

    /// What the tool may be given, if its key signed, for one of these audiences (the platform's issuer, the address of
    /// its tokens).
    pub fn grant(&self, keys: &KeySet, audiences: &[&str], offered: &[&str], now: i64) -> Result<Grant, Refusal> {
        let claims = verify(&self.assertion, keys, &Algorithm::ALL)?.claims;
        claims.issued_by(&self.client_id)?;
        if claims.subject()? != self.client_id {
            return Err(Refusal::OtherClient);
        }
        if !claims.texts(&["aud"]).iter().any(|audience| audiences.contains(audience)) {
            return Err(oidc::Refusal::OtherAudience.into());
        }
        claims.in_force(now)?;
        let until = claims.number(&["exp"]).ok_or(Refusal::missing("exp"))?;
        if until > now.saturating_add(LONGEST) {
            return Err(Refusal::LivesTooLong);
        }
        let asked = |scope: &&&str| self.scopes.iter().any(|asked| asked == **scope);
        let scopes: Vec<_> = offered.iter().filter(asked).map(|scope| (*scope).to_owned()).collect();
        if scopes.is_empty() {
            return Err(Refusal::NoScope);
        }
        let unique = claims.required("jti")?.to_owned();
        Ok(Grant { scopes, unique, remember_until: until.saturating_add(SKEW) })
    }
}

/// The platform's answer: a random text, and what it opens for so many seconds.
pub fn service_answer(access_token: &str, expires_in: i64, scopes: &[String]) -> Value {
    json!({"access_token": access_token, "token_type": "Bearer", "expires_in": expires_in, "scope": scopes.join(" ")})
}

/// Of whom an assertion speaks, before anything of it is checked.
fn subject(assertion: &str) -> Result<String, Refusal> {
    let claims = assertion.split('.').nth(1).ok_or(oidc::Refusal::NotAToken)?;
    let claims = BASE64URL_NOPAD.decode(claims.as_bytes()).map_err(|_| oidc::Refusal::NotAToken)?;
    Ok(Claims::read(&claims)?.subject()?.to_owned())
}
