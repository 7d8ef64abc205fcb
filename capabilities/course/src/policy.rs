//! Rights on tools and on what is placed from them, as data.
use crate::{Link, Tool};
use access::{
    Clause::{InGroup, RoleAt, RoleOver},
    Part, Permission, Place as At, Right, Role, Rule, right,
};
use directory::Gathering;

/// Who says which tools there are.
pub const KEEPERS: &[Role] = &[Role::Admin];
/// Who places activities in the classes of their school, and sees how far each pupil is.
pub const PLACERS: &[Role] = &[Role::Teacher, Role::Documentalist, Role::Referent, Role::Head, Role::Director];

/// To register a tool, change it, close it.
#[derive(Debug)]
pub enum Keep {}

impl Permission<Tool> for Keep {
    const RULE: Rule = Rule(&[RoleOver(KEEPERS)]);
}

impl Permission<At> for Keep {
    const RULE: Rule = Rule(&[RoleOver(KEEPERS)]);
}

/// To place an activity in a class or a group.
#[derive(Debug)]
pub enum Place {}

impl Permission<Gathering> for Place {
    const RULE: Rule = Rule(&[InGroup(Part::TEACHERS), RoleAt(PLACERS)]);
}

/// To open an activity: who is in the group, and who places such things there.
#[derive(Debug)]
pub enum Open {}

impl Permission<Link> for Open {
    const RULE: Rule = Rule(&[InGroup(Part::ALL), RoleAt(PLACERS)]);
}

/// To see how far each one is, and to close it.
#[derive(Debug)]
pub enum Lead {}

impl Permission<Link> for Lead {
    const RULE: Rule = Rule(&[InGroup(Part::TEACHERS), RoleAt(PLACERS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<Keep, Tool>("tool", "keep"),
    right::<Keep, At>("place", "keep-tools"),
    right::<Place, Gathering>("group", "place-activity"),
    right::<Open, Link>("activity", "open"),
    right::<Lead, Link>("activity", "lead"),
];
