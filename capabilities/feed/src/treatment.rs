//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use web::{Basis, Treatment};

/// The treatments; their sentences are `feed-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[Treatment {
    key: "feed",
    tables: &["feed_source", "feed_delivery", "feed_note"],
    basis: Basis::Mission,
    roles: &[policy::KEEPERS],
    audiences: &[],
}];
