//! What the browser brings back from the portal.
use crate::{Provider, Refusal, cut, parameters};

/// An answer on the `redirect_uri`. Its `state` finds the sign-in it answers, and so the provider it must come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The `state` that was given.
    pub state: String,
    issuer: Option<String>,
    outcome: Result<String, Refusal>,
}

impl Answer {
    /// Reads the query, decoded.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Refusal> {
        let names = ["state", "code", "iss", "error", "error_description"];
        let [state, code, issuer, error, description] = parameters(pairs, names, 4_096)?;
        let outcome = match (error, code) {
            (Some(error), _) => Err(Refusal::of_portal(error, description.unwrap_or_default())),
            (None, Some(code)) if !code.is_empty() => Ok(code.to_owned()),
            (None, _) => Err(Refusal::Missing("code")),
        };
        let state = state.filter(|state| !state.is_empty()).ok_or(Refusal::Missing("state"))?;
        Ok(Self { state: state.to_owned(), issuer: issuer.map(str::to_owned), outcome })
    }

    /// The code, if the answer comes from the provider that was asked; or why the portal said no.
    pub fn code(&self, provider: &Provider) -> Result<&str, Refusal> {
        match &self.issuer {
            Some(said) if *said != provider.issuer => return Err(Refusal::MixUp { said: cut(said, 200) }),
            None if provider.names_itself => return Err(Refusal::IssuerMissing),
            Some(_) | None => {}
        }
        self.outcome.as_deref().map_err(Clone::clone)
    }
}
