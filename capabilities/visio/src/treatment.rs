//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use access::{Audience, roles};
use web::{Basis, Treatment};

/// The treatments; their sentences are `visio-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "rooms",
    tables: &["visio_room", "visio_seat", "visio_line", "visio_vote", "visio_poll", "visio_report"],
    basis: Basis::Mission,
    roles: &[roles::TEAM, policy::INSPECTORS],
    audiences: &[Audience::Pupil],
}];
