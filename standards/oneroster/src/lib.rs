//! OneRoster 1.1 and 1.2 in CSV: the people, classes and enrolments of schools, complete (bulk) and by changes (delta).
//!
//! Sans-IO: readers and bounds in, typed records or a [`Fault`] with file, line and column out. [`Roster`] holds what
//! was read; [`Index`] joins it school by school. OneRoster says who is related to a pupil, never who has authority
//! over one.
mod class;
mod delivery;
mod fault;
mod file;
mod join;
mod manifest;
mod org;
mod person;
mod roll;
mod roster;
mod row;
mod table;
#[cfg(test)]
mod tests;
mod user;

pub use class::{Class, Course, Enrolment, Session};
pub use delivery::{DeliveredFile, Delivery, Limits, Reading};
pub use fault::{Fault, Reason};
pub use file::File;
pub use join::Index;
pub use manifest::{Manifest, Mode, Version};
pub use org::{Org, OrgKind};
pub use person::{Guardian, Member, Pupil, Staff};
pub use roll::{About, Note, Roll};
pub use roster::Roster;
pub use user::{Profile, Role, RoleKind, User};
