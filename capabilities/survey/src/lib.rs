//! Three questions at three moments to pupils, families and teachers.

use web::{Lang, Routes};

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    name: "survey",
    migrations: &[],
    keeps: &[],
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    rights: &[],
    routes: Routes::new,
    tasks: Vec::new,
    export: |_, _| Ok(vec![]),
    erase: |_, _| Ok(()),
};
