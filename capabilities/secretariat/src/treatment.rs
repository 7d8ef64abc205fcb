//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use web::{Basis, Treatment};

/// The treatments; their sentences are `secretariat-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "request",
    tables: &["secretariat_request"],
    basis: Basis::Mission,
    roles: &[policy::READERS],
    audiences: &[],
}];
