//! All the SQL of the territory and of who holds what.
pub mod group;
mod holding;
pub mod sight;
mod sorted;
mod territory;

pub use holding::{
    belongs, end_grant, end_grants, end_guardian, ended_since, erase, give, grant, hand_over, hand_over_child,
    is_held_by_another, live, part_counts, say_by_hand, set_guardian, tie, working,
};
pub use sorted::sort_names;
pub use territory::{
    above, add_parent, by_code, by_id, by_ids, lineage, names, of_kind, parents, put, redraw, set_closed, set_code,
    set_parents, under,
};
