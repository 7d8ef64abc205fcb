//! The two parties: what each is told of the other when they are set up.
use url::Url;

/// A platform, as a tool knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platform {
    /// Its name, an address, compared to the letter everywhere.
    pub issuer: String,
    /// The tool's name there.
    pub client_id: String,
    /// Where a launch is asked for.
    pub authorization: Url,
    /// Where a service token is asked for.
    pub token: Url,
    /// To whom the tool says who it is when it asks for one, when that is not the address of `token`.
    pub audience: Option<String>,
    /// Where its keys are.
    pub jwks: Url,
    /// The places of the platform that use the tool.
    pub deployments: Vec<String>,
}

/// A tool, as a platform knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    /// Its name here.
    pub client_id: String,
    /// Where a launch begins (`initiate_login_uri`).
    pub initiation: Url,
    /// Where it may receive a launch, to the letter.
    pub redirect_uris: Vec<String>,
    /// Where its keys are.
    pub jwks: Url,
}
