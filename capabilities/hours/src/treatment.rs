//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use access::Audience;
use web::{Basis, Treatment};

/// The treatments; their sentences are `hours-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "pay",
    tables: &[
        "hours_entry",
        "hours_correction",
        "hours_decision",
        "hours_batch",
        "hours_batch_line",
        "hours_rule",
        "hours_before",
    ],
    basis: Basis::Duty,
    roles: &[policy::APPROVERS, policy::PILOTS],
    audiences: &[Audience::School],
}];
