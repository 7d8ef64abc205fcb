//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use access::Audience;
use web::{Basis, Treatment};

/// The treatments; their sentences are `desk-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[
    Treatment {
        key: "help",
        tables: &["desk_ticket", "desk_word", "desk_attachment", "desk_report"],
        basis: Basis::Mission,
        roles: &[policy::HELPERS, policy::INSPECTORS],
        audiences: &[Audience::Pupil, Audience::Family],
    },
    Treatment {
        key: "duty",
        tables: &["desk_duty"],
        basis: Basis::Mission,
        roles: &[policy::STAFF, policy::PILOTS],
        audiences: &[],
    },
];
