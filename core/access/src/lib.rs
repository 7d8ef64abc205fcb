//! Who may do what. A rule is plain data, and this room reads it twice: in memory for one thing, in SQL for a list.
//! A property test keeps the two readings equal.
//!
//! Tables: `unit`, `unit_parent` (the territory's edges, each with its source), `unit_closure` (derived from them),
//! `membership` (who holds which role where; a pupil's is an enrolment in a class), `guardianship`, `guardian_sight`,
//! `people_group`, `group_home`, `group_member`, `audit`; views: `any_group`, `any_group_home`, `any_group_member`, in which a
//! class is a group; `answering` (who holds parental authority: whoever sees or decides in a family reads this one) and
//! `informed` (they, and those to whom the school has opened a limited sight: the important choices alone).
//! Invariants: a rule opens only by a clause; being above is not being allowed ([`Clause::RoleOver`] against
//! [`Clause::RoleAt`]); an [`Allowed`] is made nowhere else; what has not begun gives nothing, nor what has ended ([`live`]).
mod actor;
pub mod audit;
mod giving;
mod group;
mod role;
mod rule;
pub mod store;
#[cfg(test)]
mod tests;
mod unit;

pub use actor::Actor;
pub use giving::{Place, gives, unlocks};
pub use group::{Group, GroupKind, Part};
pub use role::{Audience, Role, roles, words};
pub use rule::{
    Allowed, Clause, Denied, Filter, Guarded, Permission, Right, Rule, Units, Ways, check, right, visible, ways,
};
pub use store::{live, part_counts};
pub use unit::{Unit, UnitKind};

/// The schema of this room.
pub const MIGRATIONS: &[db::Migration] = &[
    db::Migration { name: "access/0001_territory", sql: include_str!("../migrations/0001_territory.sql") },
    db::Migration { name: "access/0002_groups", sql: include_str!("../migrations/0002_groups.sql") },
    db::Migration { name: "access/0003_audit", sql: include_str!("../migrations/0003_audit.sql") },
    db::Migration { name: "access/0004_sort", sql: include_str!("../migrations/0004_sort.sql") },
    db::Migration { name: "access/0005_sight", sql: include_str!("../migrations/0005_sight.sql") },
    db::Migration { name: "access/0006_indexes", sql: include_str!("../migrations/0006_indexes.sql") },
    db::Migration { name: "access/0007_code", sql: include_str!("../migrations/0007_code.sql") },
    db::Migration { name: "access/0008_giving", sql: include_str!("../migrations/0008_giving.sql") },
    db::Migration { name: "access/0009_by_hand", sql: include_str!("../migrations/0009_by_hand.sql") },
];
