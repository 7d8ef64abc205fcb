//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use access::Audience;
use web::{Basis, Treatment};

/// The treatments; their sentences are `difficulty-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[
    Treatment {
        key: "difficulties",
        tables: &["difficulty", "difficulty_word", "difficulty_photo"],
        basis: Basis::Mission,
        roles: &[policy::CARERS],
        audiences: &[Audience::Pupil, Audience::Family],
    },
    Treatment {
        key: "loans",
        tables: &["difficulty_loan", "difficulty_equipment"],
        basis: Basis::Mission,
        roles: &[policy::CARERS],
        audiences: &[Audience::Family],
    },
];
