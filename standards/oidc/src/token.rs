//! The code against tokens.
use crate::{Claims, Client, Credential, Provider, Refusal};
use data_encoding::BASE64;
use url::Url;
use url::form_urlencoded::{Serializer, byte_serialize};

/// A request to send, by POST. It holds secrets: it is not for a log.
pub struct Post {
    /// Where to.
    pub to: Url,
    /// Its headers.
    pub headers: Vec<(&'static str, String)>,
    /// Its body.
    pub body: String,
}

/// What a portal gave for a code. It holds secrets: it is not for a log.
pub struct Tokens {
    /// The proof of who it is; kept to sign out of the portal (`id_token_hint`).
    pub id_token: String,
    /// What opens userinfo, as `Authorization: Bearer …`.
    pub access_token: String,
}

impl Client {
    /// The request that exchanges the code. `unique` is random, used by [`Credential::Key`] alone.
    pub fn exchange(
        &self,
        provider: &Provider,
        code: &str,
        verifier: &str,
        unique: &str,
        now: i64,
    ) -> Result<Post, Refusal> {
        let mut form = Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", code)
            .append_pair("redirect_uri", &self.redirect_uri)
            .append_pair("code_verifier", verifier);
        let mut headers = vec![
            ("content-type", "application/x-www-form-urlencoded".to_owned()),
            ("accept", "application/json".to_owned()),
        ];
        match &self.credential {
            Credential::Basic(secret) => {
                // Both halves are encoded as in a form first (RFC 6749, 2.3.1): a colon in a name would end it.
                let half = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
                let both = BASE64.encode(format!("{}:{}", half(&self.id), half(secret)).as_bytes());
                headers.push(("authorization", format!("Basic {both}")));
            }
            Credential::Post(secret) => {
                form.append_pair("client_id", &self.id).append_pair("client_secret", secret);
            }
            Credential::Key(key) => {
                // For the issuer, not for the address of the exchange, which a false portal could borrow from a true
                // one.
                let assertion = key.assertion(&self.id, &provider.issuer, unique, now)?;
                form.append_pair("client_id", &self.id)
                    .append_pair("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                    .append_pair("client_assertion", &assertion);
            }
        }
        Ok(Post { to: provider.token.clone(), headers, body: form.finish() })
    }
}

impl Tokens {
    /// Reads the portal's answer, whatever its status: an error says in its body which one it is.
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let body = Claims::read(body)?;
        if let Some(error) = body.text(&["error"]) {
            return Err(Refusal::of_portal(error, body.text(&["error_description"]).unwrap_or_default()));
        }
        if !body.required("token_type")?.eq_ignore_ascii_case("bearer") {
            return Err(Refusal::Missing("token_type"));
        }
        Ok(Self { id_token: token(&body, "id_token")?, access_token: token(&body, "access_token")? })
    }
}

/// A token may be longer than any other text; the whole answer is bounded.
fn token(body: &Claims, name: &'static str) -> Result<String, Refusal> {
    let text = body.values(&[name]).first().and_then(|value| value.as_str()).filter(|text| !text.is_empty());
    text.filter(|text| text.bytes().all(|byte| byte.is_ascii_graphic()))
        .map(str::to_owned)
        .ok_or(Refusal::Missing(name))
}
