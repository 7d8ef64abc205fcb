//! SAML 2.0, as a service provider speaks it: somebody signs in at a portal, and comes back with a signed assertion of
//! who they are.
//!
//! Sans-IO: the caller asks the network, keeps what must be kept, and gives the hour (milliseconds since 1970) and the
//! random texts. The story in the order of the calls:
//!
//! 1. [`Provider::read`]: what the portal publishes of itself, pinned by an operator; [`Service::metadata`]: what it
//!    reads of us.
//! 2. [`SignIn::address`]: where the browser is sent. The identifier and the `RelayState` are kept by the caller.
//! 3. [`form`], then [`Expectation::response`]: the [`Assertion`] that the browser brings back, or which check said no.
//! 4. [`educonnect::Identity`]: what the portals of French schools say of a person, by which a record is found.
//! 5. [`LogoutRequest::address`] leads to the portal's own exit; [`Expectation::logout_query`] and
//!    [`Expectation::logout_form`] read that the portal has closed a session, or that it has done what we asked;
//!    [`LogoutResponse::address`] answers.
//!
//! Invariants: a message is bounded in bytes, marks and depth before anything is looked for in it; it is believed only
//! if a key of the portal's pinned metadata signed it, by an algorithm that fits the key, whatever the message says of
//! itself; the canonical bytes that were verified are parsed again, and nothing is read but from those; one parser does
//! it all.
//!
//! Left out: signing anything but what we send, SHA-1, AES-CBC, artifacts, SOAP, and all of XML Signature that one
//! enveloped signature by exclusive canonicalisation does not need.
//!
//! Sources: SAML 2.0 Core, Bindings, Profiles, Metadata and their errata (OASIS); XML Signature 1.1, Exclusive XML
//! Canonicalization 1.0, XML Encryption 1.1 (W3C); RFC 9231.
mod algorithm;
mod assertion;
mod binding;
mod c14n;
pub mod educonnect;
mod instant;
mod key;
mod logout;
mod metadata;
mod refusal;
mod request;
mod response;
mod sealed;
mod service;
mod signature;
#[cfg(test)]
mod tests;
mod xml;

pub use assertion::{Assertion, Attribute, NameId};
pub use binding::form;
pub use c14n::canonical;
pub use key::{Key, PrivateKey};
pub use logout::{Exit, LogoutRequest, LogoutResponse};
pub use metadata::Provider;
pub use refusal::Refusal;
pub use request::SignIn;
pub use response::Status;
pub use service::{Expectation, SKEW, Sender, Service};
