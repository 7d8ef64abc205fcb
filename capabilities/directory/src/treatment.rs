//! What is done here with what is known of people, for the register of treatments.
use access::{Audience, Role, roles};
use web::{Basis, Treatment};

/// The treatments; their sentences are `directory-treatment-*`.
pub const TREATMENTS: &[Treatment] = &[
    Treatment {
        key: "people",
        tables: &[
            "directory_person",
            "directory_person_key",
            "directory_group_key",
            "directory_subject",
            "membership",
            "people_group",
            "group_home",
            "group_member",
        ],
        basis: Basis::Mission,
        roles: &[roles::TEAM, &[Role::Admin]],
        audiences: &[],
    },
    Treatment {
        key: "families",
        tables: &["guardianship", "guardian_sight"],
        basis: Basis::Mission,
        roles: &[roles::CARERS, &[Role::Admin]],
        audiences: &[Audience::Family],
    },
    Treatment {
        key: "trail",
        tables: &["audit", "undo_deed", "undo_row"],
        basis: Basis::Duty,
        roles: &[roles::DECIDERS, &[Role::Admin]],
        audiences: &[],
    },
    Treatment {
        key: "search",
        tables: &["search_doc", "search_post"],
        basis: Basis::Mission,
        roles: &[],
        audiences: &[Audience::School, Audience::Above],
    },
];
