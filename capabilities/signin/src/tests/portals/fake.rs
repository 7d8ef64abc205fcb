//! A server that answers as portals do: CAS below `/cas`, OpenID Connect at its root.
use super::NOW;
use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use oidc::{KeySet, SigningKey};
use outgoing::Url;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

/// What it says next, and what it has been asked.
pub struct State {
    key: SigningKey,
    who: String,
    nonce: String,
    /// Claims that take the place of the right ones.
    bent: Value,
    tickets: usize,
    asked: HashMap<String, usize>,
}

/// The server.
pub struct Fake {
    pub url: String,
    state: Arc<Mutex<State>>,
}

/// A key of its own.
pub fn key() -> SigningKey {
    let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
    let der: Pkcs8V1Der<'static> = pair.as_der().unwrap();
    SigningKey::read(der.as_ref()).unwrap()
}

impl Fake {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (who, nonce, bent, asked) = (String::new(), String::new(), json!({}), HashMap::new());
        let state = Arc::new(Mutex::new(State { key: key(), who, nonce, bent, tickets: 0, asked }));
        let (known, at) = (Arc::clone(&state), url.clone());
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (known, at) = (Arc::clone(&known), at.clone());
                tokio::spawn(async move {
                    let mut bytes = vec![0; 16_384];
                    let read = stream.read(&mut bytes).await.unwrap_or(0);
                    let asked = String::from_utf8_lossy(&bytes[..read]).into_owned();
                    let path = asked.split(' ').nth(1).unwrap_or("/").to_owned();
                    let body = known.lock().unwrap().answer(&at, &path);
                    let (status, body) = body.map_or(("404 x", String::new()), |body| ("200 x", body));
                    let head =
                        format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
                    let _ = stream.write_all(format!("{head}{body}").as_bytes()).await;
                });
            }
        });
        Self { url, state }
    }

    /// Who is signed in there from now on: their key.
    pub fn says(&self, who: &str) {
        let mut state = self.state.lock().unwrap();
        (state.who, state.bent) = (who.to_owned(), json!({}));
    }

    /// Claims that take the place of the right ones, in the next tokens.
    pub fn bends(&self, claims: Value) {
        self.state.lock().unwrap().bent = claims;
    }

    /// It signs with another key from now on.
    pub fn turns_key(&self) {
        self.state.lock().unwrap().key = key();
    }

    /// How often it was asked for this.
    pub fn asked(&self, path: &str) -> usize {
        self.state.lock().unwrap().asked.get(path).copied().unwrap_or(0)
    }

    /// Where a browser that it is sent is sent back.
    pub fn back(&self, address: &str) -> String {
        let address = Url::parse(address).unwrap();
        let of =
            |name: &str| address.query_pairs().find(|(known, _)| known == name).map(|(_, value)| value.into_owned());
        let path = |to: String| Url::parse(&to).unwrap().path().to_owned();
        let mut state = self.state.lock().unwrap();
        if let Some(service) = of("service") {
            state.tickets += 1;
            return format!("{}?ticket=ST-{:08}", path(service), state.tickets);
        }
        state.nonce = of("nonce").unwrap();
        format!("{}?code=c&state={}&iss={}", path(of("redirect_uri").unwrap()), of("state").unwrap(), self.url)
    }

    /// A word that somebody has left, signed; `bent` takes the place of what is right.
    pub fn logout(&self, bent: &Value) -> String {
        let now = NOW.0 / 1_000;
        let event = json!({"http://schemas.openid.net/event/backchannel-logout": {}});
        let right = json!({"iss": self.url, "aud": "preau", "iat": now, "exp": now + 120, "jti": "j1", "sid": "s1", "events": event});
        self.state.lock().unwrap().key.sign(&merged(right, bent)).unwrap()
    }
}

fn merged(mut right: Value, bent: &Value) -> Value {
    for (name, value) in bent.as_object().unwrap() {
        right[name] = value.clone();
    }
    // What is bent to nothing is not said at all.
    right.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    right
}

impl State {
    fn answer(&mut self, at: &str, path: &str) -> Option<String> {
        let path = path.split('?').next().unwrap_or(path);
        *self.asked.entry(path.to_owned()).or_default() += 1;
        let now = NOW.0 / 1_000;
        Some(match path {
            "/cas/serviceValidate" => format!(
                "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\"><cas:authenticationSuccess><cas:user>u-{who}</cas:user>\
                 <cas:attributes><cas:jointure>{who}</cas:jointure><cas:givenName>Inès</cas:givenName></cas:attributes>\
                 </cas:authenticationSuccess></cas:serviceResponse>",
                who = self.who
            ),
            "/.well-known/openid-configuration" => json!({
                "issuer": at, "authorization_endpoint": format!("{at}/auth"), "token_endpoint": format!("{at}/token"),
                "jwks_uri": format!("{at}/keys"), "end_session_endpoint": format!("{at}/end"),
                "id_token_signing_alg_values_supported": ["RS256"], "response_types_supported": ["code"],
                "subject_types_supported": ["public"], "authorization_response_iss_parameter_supported": true,
            })
            .to_string(),
            "/keys" => KeySet::published(&[&self.key]).to_string(),
            "/token" => {
                let right = json!({"iss": at, "aud": "preau", "sub": format!("u-{}", self.who), "sid": "s1", "iat": now,
                    "exp": now + 300, "nonce": self.nonce, "jointure": self.who, "given_name": "Inès"});
                let token = self.key.sign(&merged(right, &self.bent)).unwrap();
                json!({"token_type": "Bearer", "access_token": "a", "id_token": token}).to_string()
            }
            "/auth" | "/cas/login" => String::new(),
            _ => return None,
        })
    }
}
