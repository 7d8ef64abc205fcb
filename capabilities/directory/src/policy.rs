//! Rights on a class and on a group, as data.
use crate::{Class, Establishment, Gathering, Pupil, Someone};
use access::{
    Clause::{InGroup, RoleAt, RoleOver},
    Part, Permission, Right, Role, Rule, right, roles,
};

/// The roles that see a school's classes and make its cards.
pub const STAFF: &[Role] = roles::TEAM;
/// The roles that a guest of a group may be given.
pub const GUESTS: &[Role] = &[Role::Association, Role::Tutor, Role::Elected, Role::Delegate, Role::Partner];

/// To see who is in a class.
#[derive(Debug)]
pub enum Read {}

impl Permission<Class> for Read {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

/// To see a pupil's page: the team of their school. What each part of it tells has its own right.
#[derive(Debug)]
pub enum See {}

impl Permission<Pupil> for See {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

/// The roles that open a limited sight on a pupil.
pub const INFORMERS: &[Role] = roles::INVESTIGATORS;

/// To open, to who answers for a pupil without parental authority, the sight of the important choices, and to end it.
#[derive(Debug)]
pub enum Inform {}

impl Permission<Pupil> for Inform {
    const RULE: Rule = Rule(&[RoleAt(INFORMERS)]);
}

/// To see a group's page: who is in it, and the team of its home schools, who see their own people there.
#[derive(Debug)]
pub enum Meet {}

impl Permission<Gathering> for Meet {
    const RULE: Rule = Rule(&[InGroup(Part::ALL), RoleAt(STAFF)]);
}

/// To see everybody who is in it, whatever their school: its adults.
#[derive(Debug)]
pub enum Gather {}

impl Permission<Gathering> for Gather {
    const RULE: Rule = Rule(&[InGroup(Part::ADULTS)]);
}

/// To take people in, let them go, change its name, end it: its teachers, and the heads of its home schools.
#[derive(Debug)]
pub enum Lead {}

impl Permission<Gathering> for Lead {
    const RULE: Rule = Rule(&[InGroup(Part::TEACHERS), RoleAt(roles::HEADS)]);
}

/// The roles that keep the register of people: who may come to its pages at all.
pub const KEEPERS: &[Role] = &[Role::Head, Role::Director, Role::Referent, Role::Admin];

/// To see what somebody holds and where, and to be given the forms that change it: each role has givers of its own.
#[derive(Debug)]
pub enum Keep {}

impl Permission<Someone> for Keep {
    const RULE: Rule = Rule(&[RoleOver(&[Role::Admin]), RoleAt(roles::DECIDERS)]);
}

/// To let somebody back in, or shut them out. Beyond this rule, each of their roles says who may (`access::unlocks`).
#[derive(Debug)]
pub enum Unlock {}

impl Permission<Someone> for Unlock {
    const RULE: Rule = Rule(&[RoleOver(&[Role::Admin]), RoleAt(roles::CARERS)]);
}

/// To open, name, close and make one the classes of a school: who decides for its tools, and the académie.
#[derive(Debug)]
pub enum Order {}

impl Permission<Establishment> for Order {
    const RULE: Rule = Rule(&[RoleOver(&[Role::Admin]), RoleAt(roles::DECIDERS)]);
}

/// To open, name, close and make one the schools themselves: the académie.
#[derive(Debug)]
pub enum Found {}

impl Permission<Establishment> for Found {
    const RULE: Rule = Rule(&[RoleOver(&[Role::Admin])]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<Read, Class>("class", "read"),
    right::<See, Pupil>("pupil", "see"),
    right::<Inform, Pupil>("pupil", "inform"),
    right::<Keep, Someone>("person", "keep"),
    right::<Unlock, Someone>("person", "unlock"),
    right::<Order, Establishment>("school", "order-classes"),
    right::<Found, Establishment>("school", "found"),
    right::<Meet, Gathering>("group", "meet"),
    right::<Gather, Gathering>("group", "see-all"),
    right::<Lead, Gathering>("group", "lead"),
];
