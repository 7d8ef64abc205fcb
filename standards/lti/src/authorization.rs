//! The second and third steps of a launch: the tool asks for it, the platform answers by the browser.
use crate::{Initiation, Platform, Refusal, Tool};
use oidc::parameters;
use url::Url;

/// What the tool asks for. Once [checked](Authorization::check), the answer goes to `redirect_uri`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorization {
    /// Which tool asks.
    pub client_id: String,
    /// Where it wants the answer.
    pub redirect_uri: String,
    /// The hint that the initiation gave: whom the platform is to name.
    pub login_hint: String,
    /// The hint that the initiation gave: which launch it is.
    pub message_hint: Option<String>,
    /// Goes into the launch.
    pub nonce: String,
    /// Goes back beside the launch, as it is.
    pub state: Option<String>,
}

impl Authorization {
    /// Reads the query or form, decoded.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Refusal> {
        let names = [
            "scope",
            "response_type",
            "response_mode",
            "prompt",
            "client_id",
            "redirect_uri",
            "login_hint",
            "lti_message_hint",
            "nonce",
            "state",
        ];
        let [scope, kind, mode, prompt, client_id, redirect_uri, login_hint, message_hint, nonce, state] =
            parameters(pairs, names, 4_096)?;
        let fixed = [
            ("scope", scope.is_some_and(|scope| scope.split(' ').any(|one| one == "openid"))),
            ("response_type", kind == Some("id_token")),
            ("response_mode", mode == Some("form_post")),
            ("prompt", prompt == Some("none")),
        ];
        if let Some((name, _)) = fixed.into_iter().find(|(_, right)| !right) {
            return Err(Refusal::Unsupported(name));
        }
        let owned = |value: Option<&str>| value.filter(|value| !value.is_empty()).map(str::to_owned);
        Ok(Self {
            client_id: owned(client_id).ok_or(Refusal::missing("client_id"))?,
            redirect_uri: owned(redirect_uri).ok_or(Refusal::missing("redirect_uri"))?,
            login_hint: owned(login_hint).ok_or(Refusal::missing("login_hint"))?,
            message_hint: owned(message_hint),
            nonce: owned(nonce).ok_or(Refusal::missing("nonce"))?,
            state: owned(state),
        })
    }

    /// Whether it is this tool that asks, and the address is one that it registered. Whether the hints are those of
    /// this session's person is for the caller.
    pub fn check(&self, tool: &Tool) -> Result<(), Refusal> {
        if self.client_id != tool.client_id {
            return Err(Refusal::OtherClient);
        }
        if tool.redirect_uris.contains(&self.redirect_uri) { Ok(()) } else { Err(Refusal::UnknownRedirect) }
    }
}

impl Platform {
    /// Where the browser is sent to fetch the launch. `state` and `nonce` are random and kept.
    pub fn authorization(
        &self,
        initiation: &Initiation,
        redirect_uri: &str,
        state: &str,
        nonce: &str,
    ) -> Result<Url, Refusal> {
        if initiation.issuer != self.issuer {
            return Err(Refusal::OtherPlatform);
        }
        if initiation.client_id.as_ref().is_some_and(|client_id| *client_id != self.client_id) {
            return Err(Refusal::OtherClient);
        }
        let mut url = self.authorization.clone();
        url.query_pairs_mut()
            .append_pair("scope", "openid")
            .append_pair("response_type", "id_token")
            .append_pair("response_mode", "form_post")
            .append_pair("prompt", "none")
            .append_pair("client_id", &self.client_id)
            .append_pair("redirect_uri", redirect_uri)
            .append_pair("login_hint", &initiation.login_hint)
            .extend_pairs(initiation.message_hint.as_deref().map(|hint| ("lti_message_hint", hint)))
            .append_pair("state", state)
            .append_pair("nonce", nonce);
        Ok(url)
    }
}

/// What the browser posts to the tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The `state` that was given.
    pub state: String,
    /// The launch, to be opened by [`Platform::launch`].
    pub token: String,
}

impl Answer {
    /// Reads the form, decoded; or why the platform said no.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Refusal> {
        let names = ["state", "id_token", "error", "error_description"];
        let [state, token, error, description] = parameters(pairs, names, oidc::LIMIT)?;
        if let Some(error) = error {
            return Err(oidc::Refusal::of_portal(error, description.unwrap_or_default()).into());
        }
        Ok(Self {
            state: state.ok_or(Refusal::missing("state"))?.to_owned(),
            token: token.ok_or(Refusal::missing("id_token"))?.to_owned(),
        })
    }
}
