//! What goes through a portal with somebody, and what what comes back is worth.
use super::{Hint, Kind, Portal, Proof, Ready, Refused, cas, lti, openid, saml};
use kernel::Moment;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use web::{Ask, Form, House};

/// What goes with somebody through a portal and back: sealed, in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What the answer must repeat.
    pub nonce: String,
    /// What proves at the exchange that this house asked.
    pub verifier: String,
    /// The name of the question.
    pub request: String,
    /// Where to go afterwards, in this house.
    pub to: String,
    /// Whether nobody is to be asked anything there.
    pub quiet: bool,
    /// Whether they are to say again who they are: « Ce n’est pas moi ».
    pub anew: bool,
    /// By whom it is a test, and nothing else.
    pub trial: Option<String>,
}

/// What came back, as it came.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// What went through the portal and finds the passage; a portal of CAS brings none.
    pub state: Option<String>,
    /// The pairs of the query or of the form.
    pub pairs: Vec<(String, String)>,
}

impl Answer {
    /// The first value of this name.
    pub fn first(&self, name: &str) -> &str {
        self.pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

/// What an answer is worth.
#[derive(Clone, Debug)]
pub struct Worth {
    /// What it proves.
    pub proof: Proof,
    /// By how many seconds the portal's clock is ahead.
    pub drift: i64,
    /// What must not come again, and until when.
    pub seen: Option<(Vec<u8>, Moment)>,
}

/// A word from a portal: who has left it.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// Whose: what the portal calls the person ([`Proof::called`]).
    pub subject: Option<String>,
    /// Its names for the sessions that ended; with none, all of theirs.
    pub sids: Vec<String>,
    /// What must not come again, and until when.
    pub seen: Option<(Vec<u8>, Moment)>,
    /// Where the browser is sent next, where it brought the word.
    pub then: Option<String>,
}

/// Where the browser is sent.
pub fn begin(
    house: &House,
    portal: &Portal,
    ready: &Ready,
    (asked, state): (&Asked, &str),
    now: Moment,
) -> Result<String, Refused> {
    match ready {
        Ready::Cas => cas::begin(house, portal, asked),
        Ready::OpenId(known) => Ok(openid::begin(house, portal, known, (asked, state))),
        Ready::Saml(known) => saml::begin(house, portal, known, (asked, state), now),
        // A course leads here; nothing leads from here to the course.
        Ready::Lti(_) => Err(Refused::Setup),
    }
}

/// Reads what came back; nothing of it is believed yet.
pub fn answer(ask: &Ask, form: &Form) -> Answer {
    let response = form.text("SAMLResponse");
    if !response.is_empty() {
        let (name, state) = ("SAMLResponse".to_owned(), form.text("RelayState").to_owned());
        return Answer { state: Some(state), pairs: vec![(name, response.to_owned())] };
    }
    if form.has("state") && (form.has("id_token") || form.has("error")) {
        let pair = |name: &str| (name.to_owned(), form.text(name).to_owned());
        let pairs = ["state", "id_token", "error"].into_iter().filter(|name| form.has(name)).map(pair).collect();
        return Answer { state: Some(form.text("state").to_owned()), pairs };
    }
    let pairs = ask.query.clone();
    let state = pairs.iter().find(|(name, _)| name == "state").map(|(_, value)| value.clone());
    Answer { state, pairs }
}

/// Asks the portal what an answer is worth, where that must be asked, and checks all of it.
pub async fn weigh(house: &Arc<House>, portal: &Portal, answer: &Answer, asked: &Asked) -> Result<Worth, Refused> {
    match portal.kind {
        Kind::Cas => cas::weigh(house, portal, answer, asked).await,
        Kind::OpenId => openid::weigh(house, portal, answer, asked).await,
        Kind::Saml => saml::weigh(house, portal, answer, asked),
        Kind::Lti => lti::weigh(house, portal, answer, asked).await,
    }
}

/// What a portal says of somebody who has left it.
pub async fn told(house: &Arc<House>, portal: &Portal, ask: &Ask, form: &Form) -> Result<Word, Refused> {
    match portal.kind {
        Kind::Cas => cas::told(form),
        Kind::OpenId => openid::told(house, portal, form).await,
        Kind::Saml => saml::told(house, portal, ask, form),
        Kind::Lti => Err(Refused::Strange),
    }
}

/// Where a portal is left; nothing where it has no such address.
pub fn leave(house: &House, portal: &Portal, hint: &Hint, request: &str, now: Moment) -> Option<String> {
    match portal.kind {
        Kind::Cas => cas::leave(house, portal),
        Kind::OpenId => openid::leave(house, portal, hint),
        Kind::Saml => saml::leave(house, portal, hint, request, now),
        Kind::Lti => None,
    }
}
