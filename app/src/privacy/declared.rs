//! What is done here with what is known of people, for the register of treatments.
use access::Role;
use web::{Basis, Treatment};

/// The treatments; their sentences are `preau-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "upkeep",
    tables: &["app_done"],
    basis: Basis::Mission,
    roles: &[&[Role::Admin]],
    audiences: &[],
}];
