//! What this house asks of other servers: one door for every request that leaves.
//!
//! An address that a person typed in a page leads to the public internet over `https`, and nowhere else: not to this machine, not to
//! the operator's own networks, unless the configuration lists them. An address that the operator wrote in the configuration is
//! believed as to where it leads. Both are asked in the same way.
//!
//! Invariants: an address is read by a URL parser and holds no name and password; every address that a name stands for is checked,
//! and the connection is made to one of those, so that a name cannot mean one thing when it is checked and another when it is used;
//! no redirection is followed and no proxy of the environment used; an answer ends within so many seconds and bytes.
mod address;
mod door;
mod network;
#[cfg(test)]
mod tests;

pub use address::{Refused, host, is_link};
pub use door::{Answer, Door, Request, Trouble};
pub use network::Config;
pub use reqwest::{Client, header};
pub use url::Url;
