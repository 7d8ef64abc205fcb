//! Who may do what. A rule is plain data, and this room reads it twice: in memory for one thing, in SQL for a list.
//! A property test keeps the two readings equal.
//!
//! Tables: `unit`, `unit_closure` (territory), `membership` (who holds which role where; a pupil's is an enrolment in a
//! class), `guardianship`, `circle_member`, `audit`. Invariants: a rule opens only by a clause; being above is not being allowed
//! ([`Clause::RoleOver`] against [`Clause::RoleAt`]); an [`Allowed`] is made nowhere else.
mod actor;
pub mod audit;
mod rule;
pub mod store;
#[cfg(test)]
mod tests;
mod unit;

pub use actor::{Actor, Role};
pub use rule::{Allowed, Clause, Denied, Filter, Guarded, Permission, Right, Rule, check, right, visible};
pub use unit::{Unit, UnitKind};

/// The schema of this room.
pub const MIGRATIONS: &[db::Migration] = &[
    db::Migration { name: "access/0001_territory", sql: include_str!("../migrations/0001_territory.sql") },
    db::Migration { name: "access/0002_audit", sql: include_str!("../migrations/0002_audit.sql") },
];
