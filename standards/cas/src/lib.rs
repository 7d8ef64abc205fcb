//! The CAS protocol, versions 2 and 3, as a service speaks it: a portal gives the browser a ticket, and tells us alone
//! whose it is.
//!
//! Sans-IO: the caller asks the network and keeps what must be kept. The story in the order of the calls:
//!
//! 1. [`Server::login`]: where the browser is sent, with the address of ours (`service`) where it must come back.
//! 2. [`Ticket::read`]: whether what it brings back may be a ticket at all.
//! 3. [`Server::validate`]: where we ask, once, whose ticket it is; `service` is to the letter the same text.
//! 4. [`Person::read`]: who it is, or why not.
//! 5. [`Server::logout`] leads to the portal's own exit; [`logout`] reads that the portal has closed a session.
//!
//! Invariants: a document is bounded in bytes, nodes, names and depth, and has no DTD; the portal's answer says one
//! thing; who came through a third service is refused; of a logout, which nobody signs, nothing is believed but the
//! ticket, which nobody can guess.
//!
//! Source: CAS Protocol 3.0 Specification, and what portals really send: see `tests/`.
mod address;
mod attributes;
mod logout;
mod person;
mod refusal;
#[cfg(test)]
mod tests;
mod ticket;
mod xml;

pub use address::{Ask, Server, Version};
pub use attributes::Attributes;
pub use logout::logout;
pub use person::Person;
pub use refusal::Refusal;
pub use ticket::Ticket;
pub use xml::LIMIT;
