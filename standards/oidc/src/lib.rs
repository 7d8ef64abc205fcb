//! OIDC (Open ID Connect), as a relying party speaks it: somebody signs in at a portal, and comes back with a proof of
//! who they are.
//!
//! Sans-IO: the caller asks the network, keeps what must be kept, and gives the hour (seconds since 1970) and the
//! random texts. The story in the order of the calls:
//!
//! 1. [`Provider::read`]: what the portal publishes of itself, and [`KeySet::read`]: the keys it signs with.
//! 2. [`Client::authorization`]: where the browser is sent. Its `state`, `nonce` and `verifier` are kept by the caller.
//! 3. [`Answer::read`], then [`Answer::code`]: what the browser brings back.
//! 4. [`Client::exchange`] and [`Tokens::read`]: the code against an `id_token`.
//! 5. [`Client::identity`]: who it is, or which check said no. [`Client::userinfo`]: what more the portal knows.
//! 6. [`Client::sign_out`] leads to the portal's own exit; [`Client::logout`] reads that it has closed a session.
//!
//! Invariants: a token is believed only if a key of the portal's own set signed it, by an algorithm of [`Algorithm`]
//! that fits that key's type, whatever the token says of itself; nothing is read from a token before its signature
//! holds; every document is bounded in bytes and depth before it is parsed; every cause of a refusal is a variant of
//! [`Refusal`].
//!
//! Sources: OIDC Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0, Back-Channel Logout 1.0; RFC 6749, 7515 to 7519,
//! 7523, 7636, 7638, 8725, 9207, 9700.
mod answer;
mod authorization;
mod checks;
mod claims;
mod identity;
mod json;
mod keys;
mod logout;
mod parameters;
mod provider;
mod refusal;
mod signing;
#[cfg(test)]
mod tests;
mod token;
mod userinfo;
mod verify;

pub use answer::Answer;
pub use authorization::{Client, Credential, SignIn};
pub use checks::SKEW;
pub use claims::Claims;
pub use identity::{Asked, Identity};
pub use json::{LIMIT, json};
pub use keys::{Algorithm, KeySet};
pub use logout::Logout;
pub use parameters::parameters;
pub use provider::{Provider, address, discovery};
pub use refusal::{Refusal, cut};
pub use signing::SigningKey;
pub use token::{Post, Tokens};
pub use verify::{Verified, verify};
