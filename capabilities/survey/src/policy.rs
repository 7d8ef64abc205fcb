//! Rights around the questions, as data. To answer is for whoever is asked: `store::asked` says who is.
use crate::model::Place;
use access::{
    Clause::{RoleAt, RoleOver},
    Permission, Right, Role, Rule, right, roles,
};

/// The roles asked as teachers.
pub const TEACHERS: &[Role] = roles::TEACHERS;
/// The roles that open waves and read an académie's answers.
pub const PILOTS: &[Role] = roles::PILOTS;
/// The roles that read a school's answers.
pub const READERS: &[Role] = roles::HEADS;
/// The roles that read answers, here or above.
pub const ALL_READERS: &[Role] = &[Role::Head, Role::Director, Role::Pilot];
/// The roles that enter what came on paper.
pub const CLERKS: &[Role] = roles::CARERS;

/// To read the answers together, and the free words without author.
#[derive(Debug)]
pub enum Read {}
impl Permission<Place> for Read {
    const RULE: Rule = Rule(&[RoleAt(READERS), RoleOver(PILOTS)]);
}

/// To enter what came on paper.
#[derive(Debug)]
pub enum Enter {}
impl Permission<Place> for Enter {
    const RULE: Rule = Rule(&[RoleAt(CLERKS)]);
}

/// To open waves in an académie.
#[derive(Debug)]
pub enum Open {}
impl Permission<Place> for Open {
    const RULE: Rule = Rule(&[RoleAt(PILOTS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<Read, Place>("answers", "read"),
    right::<Enter, Place>("answers", "enter"),
    right::<Open, Place>("wave", "open"),
];
