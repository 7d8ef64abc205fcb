//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use web::{Basis, Treatment};

/// The treatments; their sentences are `signin-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[
    Treatment {
        key: "access",
        tables: &["signin_card", "signin_password", "signin_second_step", "signin_recovery", "signin_forgot"],
        basis: Basis::Mission,
        roles: &[policy::UNLOCKERS],
        audiences: &[],
    },
    Treatment {
        key: "sessions",
        tables: &["signin_session", "signin_guess", "signin_block", "signin_through"],
        basis: Basis::Duty,
        roles: &[policy::UNLOCKERS],
        audiences: &[],
    },
    Treatment {
        key: "portals",
        tables: &["signin_identity", "signin_stranger", "signin_passage"],
        basis: Basis::Mission,
        roles: &[policy::UNLOCKERS, policy::PORTALS],
        audiences: &[],
    },
    Treatment {
        key: "courses",
        tables: &["signin_launch", "signin_course", "signin_score"],
        basis: Basis::Mission,
        roles: &[policy::COURSES],
        audiences: &[],
    },
];
