//! The first step of a launch: the platform sends the browser to the tool.
use crate::{Refusal, Tool};
use oidc::parameters;
use url::Url;

/// What the tool is told. Nobody has signed it: it says only which platform to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiation {
    /// The platform.
    pub issuer: String,
    /// Whom the platform will name, in its own words; goes back to it as it is.
    pub login_hint: String,
    /// What is to be opened.
    pub target: String,
    /// Which launch it is, in the platform's own words; goes back to it as it is.
    pub message_hint: Option<String>,
    /// The tool's name at the platform, when the platform says it.
    pub client_id: Option<String>,
    /// The deployment, when the platform says it.
    pub deployment: Option<String>,
}

impl Initiation {
    /// Reads the query or form, decoded.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Refusal> {
        let names = ["iss", "login_hint", "target_link_uri", "lti_message_hint", "client_id", "lti_deployment_id"];
        let [issuer, login_hint, target, message_hint, client_id, deployment] = parameters(pairs, names, 4_096)?;
        let owned = |value: Option<&str>| value.filter(|value| !value.is_empty()).map(str::to_owned);
        Ok(Self {
            issuer: owned(issuer).ok_or(Refusal::missing("iss"))?,
            login_hint: owned(login_hint).ok_or(Refusal::missing("login_hint"))?,
            target: owned(target).ok_or(Refusal::missing("target_link_uri"))?,
            message_hint: owned(message_hint),
            client_id: owned(client_id),
            deployment: owned(deployment),
        })
    }
}

impl Tool {
    /// Where the browser is sent to begin a launch. The hints come back: they stand for a person and a launch of this
    /// session, and are checked against it.
    pub fn initiation(
        &self,
        issuer: &str,
        target: &str,
        login_hint: &str,
        message_hint: &str,
        deployment: &str,
    ) -> Url {
        let mut url = self.initiation.clone();
        url.query_pairs_mut()
            .append_pair("iss", issuer)
            .append_pair("login_hint", login_hint)
            .append_pair("target_link_uri", target)
            .append_pair("lti_message_hint", message_hint)
            .append_pair("client_id", &self.client_id)
            .append_pair("lti_deployment_id", deployment);
        url
    }
}
