//! Rights on a turn, as data.
use crate::Turn;
use access::{
    Clause::{RoleAt, RoleOver},
    Permission, Right, Role, Rule, right, roles,
};

/// The roles that send a list: each gives by it only the roles that are theirs to give.
pub const SENDERS: &[Role] = &[Role::Head, Role::Director, Role::Referent, Role::Admin];

/// To send a list for a school, see what it would do, confirm it and undo it.
#[derive(Debug)]
pub enum Send {}

impl Permission<Turn> for Send {
    const RULE: Rule = Rule(&[RoleOver(&[Role::Admin]), RoleAt(roles::DECIDERS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[right::<Send, Turn>("turn", "send")];
