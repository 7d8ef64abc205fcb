//! A platform that launches this house from a course, as Moodle does: its keys, its token, its list of people, its column of marks.
use super::{Gate, NOW, fake::key};
use crate::{
    portal::{Kind, Learnt, Portal, Settings},
    store,
};
use access::{Unit, UnitKind};
use kernel::Id;
use lti::{KeySet, SigningKey};
use outgoing::Url;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};
use web::testing::Browser;

/// What it has been told, and how it answers.
#[derive(Default)]
struct State {
    scores: Vec<Value>,
    /// What it answers to a mark.
    status: u16,
    tokens: usize,
    people: Vec<Value>,
}

pub struct Moodle {
    pub url: String,
    pub key: Arc<SigningKey>,
    state: Arc<Mutex<State>>,
}

const CLAIM: &str = "https://purl.imsglobal.org/spec/lti/claim";

impl Moodle {
    /// Starts one, and adds it to a house.
    pub async fn beside(gate: &Gate) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let moodle =
            Self { url, key: Arc::new(key()), state: Arc::new(Mutex::new(State { status: 204, ..State::default() })) };
        let (state, keys, at) =
            (Arc::clone(&moodle.state), KeySet::published(&[&*moodle.key]).to_string(), moodle.url.clone());
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (state, keys, at) = (Arc::clone(&state), keys.clone(), at.clone());
                tokio::spawn(async move {
                    let asked = whole(&mut stream).await;
                    let answer = state.lock().unwrap().answer(&asked, &keys, &at);
                    let _ = stream.write_all(answer.as_bytes()).await;
                });
            }
        });
        moodle.put(gate).await;
        moodle
    }

    async fn put(&self, gate: &Gate) {
        let people = gate.world.people.clone();
        let settings = Settings {
            address: self.url.clone(),
            client: "preau".to_owned(),
            deployments: "1 2".to_owned(),
            auth: format!("{}/auth", self.url),
            token: format!("{}/token", self.url),
            jwks: format!("{}/keys", self.url),
            keys: "person_sourcedid = aaf:70".to_owned(),
            ..Settings::default()
        };
        let unit = Unit {
            id: people.academie,
            kind: UnitKind::Academie,
            code: String::new(),
            name: String::new(),
            closed: false,
        };
        let portal = Portal {
            id: Id::new(NOW, &kernel::SystemChance),
            key: "moodle".to_owned(),
            name: "Moodle".to_owned(),
            kind: Kind::Lti,
            unit,
            staff: true,
            settings,
            sealed: None,
            written: false,
            learnt: Learnt::default(),
            ends_at: None,
            drift: 0,
            trouble: None,
            closed_at: None,
            lineage: vec![],
        };
        let (id, put) = (portal.id, portal);
        gate.world.house.db.write(move |tx| store::portal::put(tx, &put, NOW)).await.unwrap();
        crate::portal::read_again(&gate.world.house, id).await;
    }

    /// Who is in the course.
    pub fn holds(&self, people: Vec<Value>) {
        self.state.lock().unwrap().people = people;
    }

    /// What it answers to a mark from now on.
    pub fn answers(&self, status: u16) {
        self.state.lock().unwrap().status = status;
    }

    /// The marks that it was told.
    pub fn scores(&self) -> Vec<Value> {
        self.state.lock().unwrap().scores.clone()
    }

    /// The address by which a launch begins.
    pub fn begin(&self) -> String {
        let target = "http://127.0.0.1/lancement";
        web::address(
            "/portail/moodle/lti",
            &[("iss", &self.url), ("login_hint", "h"), ("target_link_uri", target), ("client_id", "preau")],
        )
    }

    /// Begins in this browser: what goes back beside the launch, and what goes into it.
    pub async fn begun(&self, browser: &mut Browser) -> (String, String) {
        browser.get(&self.begin()).await;
        assert_eq!(browser.status, 303, "{browser:?}");
        let to = Url::parse(browser.location.as_deref().unwrap()).unwrap();
        let of = |name: &str| to.query_pairs().find(|(known, _)| known == name).unwrap().1.into_owned();
        assert_eq!(of("redirect_uri"), "http://127.0.0.1/portail/moodle/reponse");
        (of("state"), of("nonce"))
    }

    /// What it says of somebody; `bent` takes the place of what is right.
    pub fn claims(&self, who: &str, nonce: &str, bent: &Value) -> Value {
        let now = NOW.0 / 1_000;
        let mut claims = json!({
            "iss": self.url, "aud": "preau", "sub": format!("u-{who}"), "iat": now, "exp": now + 300, "nonce": nonce,
            "given_name": "Inès", "family_name": "Nouvel",
            (format!("{CLAIM}/message_type")): "LtiResourceLinkRequest",
            (format!("{CLAIM}/version")): "1.3.0",
            (format!("{CLAIM}/deployment_id")): "1",
            (format!("{CLAIM}/target_link_uri")): "http://127.0.0.1/lancement",
            (format!("{CLAIM}/resource_link")): {"id": "r1"},
            (format!("{CLAIM}/roles")): ["http://purl.imsglobal.org/vocab/lis/v2/membership#Administrator"],
            (format!("{CLAIM}/context")): {"id": "c1", "title": "Maths 5e B"},
            (format!("{CLAIM}/lis")): {"person_sourcedid": who},
            "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice":
                {"context_memberships_url": format!("{}/members", self.url), "service_versions": ["2.0"]},
            "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint":
                {"scope": ["https://purl.imsglobal.org/spec/lti-ags/scope/score"], "lineitem": format!("{}/lines/0", self.url)},
        });
        for (name, value) in bent.as_object().unwrap() {
            let long = format!("{CLAIM}/{name}");
            let name = if claims.get(&long).is_some() { long } else { name.clone() };
            claims[name] = value.clone();
        }
        claims
    }

    /// The browser posts this launch: no cookie of ours comes with a form of another site.
    pub async fn posted(browser: &mut Browser, state: &str, token: &str) {
        let mut form = browser.another();
        let pairs: [(&str, &str); 2] = [("state", state), ("id_token", token)];
        let body = web::address("", &pairs).trim_start_matches('?').to_owned();
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")];
        form.body("/portail/moodle/reponse", &headers, body.into_bytes()).await;
        (browser.status, browser.text, browser.location) = (form.status, form.text.clone(), form.location.clone());
    }

    /// A browser in which somebody has come from the course, and has said that it is they.
    pub async fn come(&self, gate: &Gate, who: &str) -> Browser {
        let mut browser = gate.world.browser();
        let (state, nonce) = self.begun(&mut browser).await;
        let token = self.key.sign(&self.claims(who, &nonce, &json!({}))).unwrap();
        Self::posted(&mut browser, &state, &token).await;
        browser.follow().await;
        browser.post("/portail/arrivee", &[("device", "school")]).await;
        browser
    }
}

/// A request, with as much of its body as it says.
async fn whole(stream: &mut tokio::net::TcpStream) -> String {
    let (mut bytes, mut some) = (vec![], vec![0; 16_384]);
    loop {
        let read = stream.read(&mut some).await.unwrap_or(0);
        bytes.extend_from_slice(&some[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let length = text
            .to_lowercase()
            .split("content-length: ")
            .nth(1)
            .and_then(|rest| rest.split("\r\n").next()?.parse().ok());
        let body = text.split_once("\r\n\r\n").map(|(_, body)| body.len());
        if read == 0 || body.is_some_and(|body| body >= length.unwrap_or(0)) {
            return text;
        }
    }
}

impl State {
    fn answer(&mut self, asked: &str, keys: &str, at: &str) -> String {
        let path = asked.split(' ').nth(1).unwrap_or("/");
        let body = asked.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        let given = asked.contains("Bearer given");
        let (status, more, body) = match path.split('?').next().unwrap_or("") {
            "/keys" => (200, String::new(), keys.to_owned()),
            "/auth" => (200, String::new(), String::new()),
            "/token" if body.contains("client_assertion=ey") => {
                self.tokens += 1;
                (
                    200,
                    String::new(),
                    json!({"access_token": "given", "token_type": "Bearer", "expires_in": 3600, "scope": ""})
                        .to_string(),
                )
            }
            "/members" if given => {
                let from: usize = path.split("from=").nth(1).and_then(|from| from.parse().ok()).unwrap_or(0);
                let link = (from + 2 < self.people.len())
                    .then(|| format!("link: <{at}/members?from={}>; rel=\"next\"\r\n", from + 2));
                let some: Vec<_> = self.people.iter().skip(from).take(2).cloned().collect();
                (200, link.unwrap_or_default(), json!({"id": at, "context": {"id": "c1"}, "members": some}).to_string())
            }
            "/lines/0/scores" if given => {
                if self.status < 300 {
                    self.scores.extend(serde_json::from_str::<Value>(body).ok());
                }
                (self.status, String::new(), String::new())
            }
            _ => (404, String::new(), String::new()),
        };
        format!("HTTP/1.1 {status} x\r\n{more}content-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
    }
}
