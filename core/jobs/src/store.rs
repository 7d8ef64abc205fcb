//! All the SQL of this room.
pub mod purge;
mod queue;
pub mod schedule;

pub use queue::{Aside, Figures, aside, done, failed, figures, is_due, last_ran, queue, retry, take};
pub use schedule::{Turn, turns};
