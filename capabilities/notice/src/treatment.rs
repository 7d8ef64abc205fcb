//! What is done here with what is known of people, for the register of treatments.
use access::Audience;
use web::{Basis, Treatment};

/// The treatments; their sentences are `notice-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[
    Treatment {
        key: "messages",
        tables: &["notice", "notice_delivery"],
        basis: Basis::Mission,
        roles: &[],
        audiences: &[Audience::Pupil, Audience::Family, Audience::School],
    },
    Treatment {
        key: "channels",
        tables: &["notice_channel", "notice_code"],
        basis: Basis::Consent,
        roles: &[],
        audiences: &[Audience::Pupil, Audience::Family, Audience::School],
    },
];
