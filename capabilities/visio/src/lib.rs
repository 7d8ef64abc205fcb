//! Video rooms: seats for the expected, the adult first, teaching tools.

use web::{Lang, Routes};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    name: "visio",
    migrations: &[],
    keeps: &[],
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: &[],
    routes: Routes::new,
    tasks: Vec::new,
    export: |_, _| Ok(vec![]),
    erase: |_, _| Ok(()),
};
