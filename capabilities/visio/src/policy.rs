//! Rights around a room, as data.
use crate::model::{Room, Seated};
use access::{
    Clause::{Owner, RoleAt},
    Permission, Right, Role, Rule, right, roles,
};

/// Who looks into what was reported.
pub const INSPECTORS: &[Role] = roles::INVESTIGATORS;
/// Who decides which server serves rooms.
pub const DECIDERS: &[Role] = &[Role::Head, Role::Director, Role::Referent, Role::Pilot, Role::Admin];

/// To open it, let in, make silent, make leave, close it.
#[derive(Debug)]
pub enum Hold {}
impl Permission<Room> for Hold {
    const RULE: Rule = Rule(&[Owner]);
}

/// To look into what was reported in it.
#[derive(Debug)]
pub enum Inspect {}
impl Permission<Room> for Inspect {
    const RULE: Rule = Rule(&[RoleAt(INSPECTORS)]);
}

/// To read who was there and how long.
#[derive(Debug)]
pub enum Register {}
impl Permission<Room> for Register {
    const RULE: Rule = Rule(&[Owner, RoleAt(INSPECTORS)]);
}

/// To sit in it.
#[derive(Debug)]
pub enum Sit {}
impl Permission<Seated> for Sit {
    const RULE: Rule = Rule(&[Owner]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<Hold, Room>("room", "hold"),
    right::<Inspect, Room>("room", "inspect"),
    right::<Register, Room>("room", "register"),
    right::<Sit, Seated>("seat", "sit"),
];
