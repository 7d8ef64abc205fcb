//! Rights on a class, as data.
use crate::Class;
use access::{Clause::RoleAt, Permission, Right, Role, Rule, right};

/// The roles that see a school's classes and make its cards.
pub const STAFF: &[Role] = &[Role::Teacher, Role::Head, Role::VieScolaire, Role::Referent];

/// To see who is in a class.
#[derive(Debug)]
pub enum Read {}

impl Permission<Class> for Read {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[right::<Read, Class>("class", "read")];
