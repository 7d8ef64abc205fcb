//! A portal of our own makes good documents; then each attack that is known is tried on them.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod answers;
mod any;
mod attacks;
mod claims;
mod educonnect;
mod instants;
mod logout;
mod metadata;
mod oracle;
mod portal;
mod request;
mod seal;
mod wrapping;
