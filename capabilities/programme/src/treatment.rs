//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use web::{Basis, Treatment};

/// The treatments; their sentences are `programme-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "steering",
    tables: &[
        "programme_dispositif",
        "programme_engagement",
        "programme_protocol",
        "programme_remark",
        "programme_publication",
    ],
    basis: Basis::Mission,
    roles: &[policy::PILOTS, policy::TEAM],
    audiences: &[],
}];
