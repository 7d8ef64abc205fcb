//! The town, a tool of its school and one of the académie, and an activity of each in the class.
pub use directory::testing::NOW;

use crate::{LinkId, SLICE, Tool, ToolId, policy, store, store::link::Fresh};
use access::{Actor, Role, Unit, UnitKind};
use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use db::{Result, Tx};
use directory::testing::{self, HOME, Setting};
use kernel::{Moment, PersonId};
use lti::{Initiation, KeySet, Launch, Platform, Refusal, SigningKey};
use serde_json::Value;
use std::{ops::Deref, sync::LazyLock};
use url::Url;
use web::{Slice, testing::Browser};

pub type Evening = testing::Evening<Town>;

/// Where the house is, and where its tools are.
pub const HOUSE: &str = "http://127.0.0.1";
pub const TOOL: &str = "https://exerciseur.exemple.invalid";

/// The tool's key, and a stranger's.
pub static KEYS: LazyLock<[SigningKey; 2]> = LazyLock::new(|| [key(), key()]);

fn key() -> SigningKey {
    let der: Pkcs8V1Der<'static> = KeyPair::generate(KeySize::Rsa2048).unwrap().as_der().unwrap();
    SigningKey::read(der.as_ref()).unwrap()
}

pub struct Town {
    common: testing::Town,
    /// Who administers.
    pub admin: PersonId,
    /// The school's own tool, which knows nobody's name, and the académie's, which does.
    pub tool: ToolId,
    pub open: ToolId,
    /// An activity of each.
    pub link: LinkId,
    pub named: LinkId,
}

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.common
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[&directory::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &HOME)?;
        let admin = testing::person(tx, &town.chance, ("Cécile", "Morel"), &[(Role::Admin, town.academie)])?;
        let [tool, open] = [(town.school, false), (town.academie, true)].map(|(unit, names)| {
            let unit =
                Unit { id: unit, kind: UnitKind::Academie, code: String::new(), name: String::new(), closed: false };
            Tool {
                id: town.id(),
                unit,
                name: "Exerciseur".to_owned(),
                login: format!("{TOOL}/entree"),
                launches: format!("{TOOL}/lancement\n{TOOL}/autre"),
                keys_at: String::new(),
                keys: KeySet::published(&[&KEYS[0]]).to_string(),
                keys_read: Moment(0),
                names,
                closed_at: None,
                lineage: vec![],
            }
        });
        let mut links = vec![];
        for tool in [&tool, &open] {
            store::tool::put(tx, tool, NOW)?;
            links.push(town.id());
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            let class = town.class.cast();
            let gathering = directory::store::find_group::<policy::Place>(tx, &actor, class, NOW)?.unwrap();
            let (title, custom) = ("Fractions".to_owned(), r#"{"niveau":"5e"}"#.to_owned());
            let fresh =
                Fresh { id: links[links.len() - 1], tool: tool.id, title, target: String::new(), custom, most: 20 };
            store::link::place(tx, &gathering, &fresh, actor.person, NOW)?;
        }
        Ok(Self { common: town, admin, tool: tool.id, open: open.id, link: links[0], named: links[1] })
    }
}

/// The house as a tool knows it.
pub fn platform(tool: ToolId) -> Platform {
    let at = |path: &str| Url::parse(&format!("{HOUSE}{path}")).unwrap();
    Platform {
        issuer: HOUSE.to_owned(),
        client_id: tool.to_string(),
        authorization: at("/cours/entree"),
        token: at("/cours/jeton"),
        audience: None,
        jwks: at("/cours/cles"),
        deployments: vec!["1".to_owned()],
    }
}

/// An address of the house without its host.
pub fn path(url: &str) -> &str {
    url.strip_prefix(HOUSE).unwrap()
}

/// The hour as tokens have it.
pub fn now() -> i64 {
    NOW.0 / 1_000
}

/// Leaves for the activity, and gives where the tool asks who it is: an address of this house.
pub async fn asked(browser: &mut Browser, (tool, link): (ToolId, LinkId)) -> String {
    browser.get(&format!("/cours/{link}/ouverture")).await;
    let to = Url::parse(browser.location.as_deref().unwrap_or_else(|| panic!("{browser:?}"))).unwrap();
    assert!(to.as_str().starts_with(&format!("{TOOL}/entree?")), "{to}");
    let pairs: Vec<(String, String)> = to.query_pairs().into_owned().collect();
    let begun = Initiation::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))).unwrap();
    let there = platform(tool).authorization(&begun, &format!("{TOOL}/lancement"), "s1", "n1").unwrap();
    path(there.as_str()).to_owned()
}

/// The launch on the page that sends it on.
pub async fn told(browser: &mut Browser, tool: ToolId) -> std::result::Result<Launch, Refusal> {
    let token = hidden(&browser.text, "id_token").unwrap_or_else(|| panic!("{browser:?}"));
    assert_eq!(hidden(&browser.text, "state").as_deref(), Some("s1"));
    let mut anybody = browser.another();
    anybody.get("/cours/cles").await;
    let keys = KeySet::read(&anybody.bytes, now()).unwrap();
    platform(tool).launch(&keys, &token, "n1", now())
}

fn hidden(page: &str, name: &str) -> Option<String> {
    let mark = format!("name=\"{name}\" value=\"");
    let from = page.find(&mark)? + mark.len();
    page[from..].split('"').next().map(str::to_owned)
}

/// The whole of a launch, as the tool understands it.
pub async fn launched(evening: &Evening, person: PersonId, at: (ToolId, LinkId)) -> Launch {
    let mut browser = evening.of(person);
    let to = asked(&mut browser, at).await;
    browser.get(&to).await;
    assert_eq!(browser.status, 200, "{}: {browser:?}", evening.name);
    told(&mut browser, at.0).await.unwrap()
}

/// What a tool is given, or the word of why not.
pub async fn token(evening: &Evening, tool: ToolId, scopes: &[&str]) -> String {
    let unique = format!("u-{}", scopes.join(" "));
    let asked = platform(tool).service_token(&KEYS[0], scopes, &unique, now()).unwrap();
    let mut server = evening.nobody();
    let headers: Vec<(&str, &str)> = asked.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    server.body("/cours/jeton", &headers, asked.body.clone().into_bytes()).await;
    let answer: Value = serde_json::from_slice(&server.bytes).unwrap();
    let found = answer.get("access_token").or_else(|| answer.get("error"));
    found.and_then(Value::as_str).unwrap().to_owned()
}

/// What a tool is answered that shows this.
pub async fn read(evening: &Evening, path: &str, given: &str) -> (u16, Value, Browser) {
    let mut server = evening.nobody();
    let request = axum::http::Request::get(path).header("authorization", format!("Bearer {given}"));
    server.request(request).await;
    (server.status, serde_json::from_slice(&server.bytes).unwrap_or_default(), server)
}

/// The status of a score that a tool sends.
pub async fn scored(evening: &Evening, link: LinkId, given: &str, score: &lti::Score) -> u16 {
    let mut server = evening.nobody();
    let bearer = format!("Bearer {given}");
    let headers = [("authorization", bearer.as_str()), ("content-type", lti::Score::TYPE)];
    let body = score.document().unwrap().to_string().into_bytes();
    server.body(&format!("/cours/{link}/colonne/scores"), &headers, body).await;
    server.status
}
