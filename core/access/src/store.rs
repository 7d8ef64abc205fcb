//! All the SQL of the territory and of who holds what.
pub mod group;
mod holding;
pub mod sight;
mod sorted;
mod territory;

pub use holding::{belongs, end_grant, end_grants, end_guardian, erase, give, grant, live, part_counts, set_guardian};
pub use sorted::sort_names;
pub use territory::{
    above, add_parent, by_code, by_id, by_ids, lineage, names, of_kind, parents, put, redraw, set_closed, set_code,
    set_parents, under,
};
