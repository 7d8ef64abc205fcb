//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use web::{Basis, Treatment};

/// The treatments; their sentences are `rentree-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "turn",
    tables: &["rentree_turn", "rentree_school", "rentree_line", "rentree_stay"],
    basis: Basis::Mission,
    roles: &[policy::SENDERS],
    audiences: &[],
}];
