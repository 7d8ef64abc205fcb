//! Every cause for which a message of LTI is not believed.

/// Why not. One variant is one check.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A check of the token or document itself: signature, issuer, audience, time, nonce, size, a missing field.
    #[error(transparent)]
    Oidc(#[from] oidc::Refusal),
    /// A parameter asks for what LTI does not have.
    #[error("`{0}` is not that of LTI")]
    Unsupported(&'static str),
    /// The launch begins at another platform than the one looked up.
    #[error("begun by another platform")]
    OtherPlatform,
    /// The message is for another tool (`client_id`).
    #[error("another client")]
    OtherClient,
    /// The tool did not register the address where it wants its answer.
    #[error("the address of return is not registered")]
    UnknownRedirect,
    /// The platform was not set up with this deployment, or the answer is for another.
    #[error("another deployment: {said:?}")]
    OtherDeployment {
        /// The deployment it names, cut.
        said: String,
    },
    /// Not version 1.3.0.
    #[error("another version of LTI")]
    OtherVersion,
    /// Neither a launch of a resource nor one for deep linking.
    #[error("another kind of message: {said:?}")]
    OtherMessage {
        /// The kind it names, cut.
        said: String,
    },
    /// A choice that answers another launch (`data`).
    #[error("the answer to another launch")]
    OtherData,
    /// A statement of who the tool is that stays good for more than an hour: its name could not be remembered for so
    /// long.
    #[error("good for too long")]
    LivesTooLong,
    /// None of the scopes asked for is offered.
    #[error("no scope that is offered")]
    NoScope,
}

impl Refusal {
    /// A field that is missing, or not what it should be.
    pub(crate) fn missing(name: &'static str) -> Self {
        Self::Oidc(oidc::Refusal::Missing(name))
    }
}
