//! What is done here with what is known of people, for the register of treatments.
use crate::policy;
use access::Audience;
use web::{Basis, Treatment};

/// The treatments; their sentences are `agenda-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[
    Treatment {
        key: "meetings",
        tables: &[
            "agenda_slot",
            "agenda_slot_pupil",
            "agenda_meeting",
            "agenda_enrolment",
            "agenda_presence",
            "agenda_presence_change",
            "agenda_bus",
        ],
        basis: Basis::Mission,
        roles: &[policy::STAFF],
        audiences: &[Audience::Pupil, Audience::Family],
    },
    Treatment {
        key: "feed",
        tables: &["agenda_feed"],
        basis: Basis::Consent,
        roles: &[],
        audiences: &[Audience::Pupil, Audience::Family, Audience::School],
    },
];
