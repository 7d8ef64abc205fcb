//! A selective forwarding unit: it takes the media of each seat of a room and passes it on to the others, unopened.
//!
//! It knows nothing of schools: a room and a seat are opaque names, a seat is a host or a guest and may send or not. One
//! UDP socket and one TCP listener serve every room on one port; nobody ever learns another's address. One thread owns
//! all of it ([`engine`]); everything else speaks to that thread through a [`Handle`].
//!
//! Invariants: nothing is renegotiated when somebody joins (a browser offers its empty places once, and is told over its
//! data channel who sits in them); a packet finds its peer by address in one step; a panic in one peer ends that peer
//! alone; what is not allowed is not forwarded, whatever the browser says; a seat that is silent for twelve seconds is empty.
mod bandwidth;
mod clock;
mod config;
mod control;
mod demux;
mod engine;
mod figures;
mod framing;
mod handle;
mod model;
mod peer;
mod rewrite;
mod room;
mod slot;
mod sockets;
mod tcp;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod track;

pub use config::{Config, Limits, Relay};
pub use figures::{Figures, RoomFigures};
pub use handle::{Handle, Pass, Sfu, Signals};
pub use model::{Caps, Kind, May, Refusal, Role, Signal, Why};
