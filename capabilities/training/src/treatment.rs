//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use access::Audience;
use web::{Basis, Treatment};

/// The treatments; their sentences are `training-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "courses",
    tables: &["training_course", "training_enrolled", "training_followed"],
    basis: Basis::Mission,
    roles: &[policy::COUNTERS],
    audiences: &[Audience::School, Audience::Above],
}];
