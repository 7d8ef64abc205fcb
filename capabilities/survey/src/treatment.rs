//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use web::{Basis, Treatment};

/// The treatments; their sentences are `survey-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "opinions",
    tables: &["survey_wave", "survey_answer", "survey_paper"],
    basis: Basis::Consent,
    roles: &[policy::ALL_READERS],
    audiences: &[],
}];
