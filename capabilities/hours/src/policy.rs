//! Rights around hours, as data.
use crate::model::{Hour, Place};
use access::{
    Clause::{Owner, RoleAt, RoleOver},
    Permission, Right, Role, Rule, right, roles,
};

/// The roles that give hours.
pub const EARNERS: &[Role] = roles::TEAM;
/// The roles that approve a school's hours.
pub const APPROVERS: &[Role] = roles::HEADS;
/// The roles that set the rule of the académie, and see its counts.
pub const PILOTS: &[Role] = roles::PILOTS;

/// To read a line with its corrections.
#[derive(Debug)]
pub enum Read {}
impl Permission<Hour> for Read {
    const RULE: Rule = Rule(&[Owner, RoleAt(APPROVERS)]);
}

/// To say that a line is right.
#[derive(Debug)]
pub enum Confirm {}
impl Permission<Hour> for Confirm {
    const RULE: Rule = Rule(&[Owner]);
}

/// To correct it, for a reason.
#[derive(Debug)]
pub enum Correct {}
impl Permission<Hour> for Correct {
    const RULE: Rule = Rule(&[Owner, RoleAt(APPROVERS)]);
}

/// To approve or refuse it.
#[derive(Debug)]
pub enum Approve {}
impl Permission<Hour> for Approve {
    const RULE: Rule = Rule(&[RoleAt(APPROVERS)]);
}

/// To read a school's ledger, approve its months and send them to be paid.
#[derive(Debug)]
pub enum Keep {}
impl Permission<Place> for Keep {
    const RULE: Rule = Rule(&[RoleAt(APPROVERS)]);
}

/// To enter hours given on site for a school.
#[derive(Debug)]
pub enum Enter {}
impl Permission<Place> for Enter {
    const RULE: Rule = Rule(&[RoleAt(EARNERS)]);
}

/// To count a school's hours, without a name.
#[derive(Debug)]
pub enum Count {}
impl Permission<Place> for Count {
    const RULE: Rule = Rule(&[RoleAt(APPROVERS), RoleOver(PILOTS)]);
}

/// To set the rule of an académie.
#[derive(Debug)]
pub enum Govern {}
impl Permission<Place> for Govern {
    const RULE: Rule = Rule(&[RoleAt(PILOTS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<Read, Hour>("hour", "read"),
    right::<Confirm, Hour>("hour", "confirm"),
    right::<Correct, Hour>("hour", "correct"),
    right::<Approve, Hour>("hour", "approve"),
    right::<Keep, Place>("hours of a school", "keep"),
    right::<Enter, Place>("hours of a school", "enter"),
    right::<Count, Place>("hours of a school", "count"),
    right::<Govern, Place>("rule of hours", "set"),
];
