//! Devoirs faits à distance: help for pupils who are no longer at school, at home or in a tiers-lieu.
//!
//! No table and no page of its own: it is a template, which names the chapters of its bilan and the tools of its teams, and its
//! part of a demonstration.
mod template;

pub use template::TEMPLATE;

use agenda::demo::{HELP, Slots};
use agreement::letter::Offer;
use programme::demo::Run;

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice { gives: &[&TEMPLATE, &OFFER, &RUN, &SLOTS], ..web::Slice::named("homework") };

/// In a demonstration, all the collèges take part.
const RUN: Run = Run { template: &TEMPLATE, schools: usize::MAX };

/// What families read first.
const OFFER: Offer = Offer { template: TEMPLATE.key, files: web::seven!("letters") };

const SLOTS: Slots = Slots { template: TEMPLATE.key, models: &HELP };
