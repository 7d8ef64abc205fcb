//! Families told and heard: announcements by each one's channel, agreement per child, constraints and proposals.

mod model;
pub mod store;

pub use model::*;

use web::{Lang, Routes};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    name: "agreement",
    migrations: &[],
    keeps: &[],
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: &[],
    routes: Routes::new,
    tasks: Vec::new,
    export: |_, _| Ok(vec![]),
    erase: |_, _| Ok(()),
};
