//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use access::Audience;
use web::{Basis, Treatment};

/// The treatments; their sentences are `course-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "activities",
    tables: &["course_link", "course_result"],
    basis: Basis::Mission,
    roles: &[policy::PLACERS],
    audiences: &[Audience::Pupil, Audience::Family, Audience::School],
}];
