//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use access::Audience;
use web::{Basis, Treatment};

/// The treatments; their sentences are `agreement-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[
    Treatment {
        key: "answers",
        tables: &["agreement_told", "agreement_answer"],
        basis: Basis::Mission,
        roles: &[policy::CARERS],
        audiences: &[Audience::Family],
    },
    Treatment {
        key: "concerns",
        tables: &["agreement_concern", "agreement_proposal"],
        basis: Basis::Mission,
        roles: &[policy::CARERS],
        audiences: &[Audience::Family],
    },
];
