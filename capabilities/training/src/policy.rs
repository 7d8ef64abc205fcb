//! Rights on courses and on who followed them, as data.
use crate::{Academie, Course, School};
use access::{
    Clause::{RoleAt, RoleOver},
    Permission, Right, Role, Rule, right, roles,
};

/// Those who learn.
pub const TEAM: &[Role] = roles::TEAM;
/// Those who see the courses.
pub const READERS: &[Role] = &[
    Role::Teacher,
    Role::Documentalist,
    Role::VieScolaire,
    Role::Aed,
    Role::Referent,
    Role::Head,
    Role::Director,
    Role::Inspector,
    Role::Erun,
    Role::Trainer,
    Role::Pilot,
];
/// Those who see what their team has followed.
pub const LEADERS: &[Role] = roles::DECIDERS;
/// Those who make courses.
pub const MAKERS: &[Role] = roles::PILOTS;
/// Those who see counts.
pub const COUNTERS: &[Role] = &[Role::Referent, Role::Head, Role::Director, Role::Pilot];

/// To see it, follow it, say that it is to be looked at again.
#[derive(Debug)]
pub enum See {}
impl Permission<Course> for See {
    const RULE: Rule = Rule(&[RoleAt(READERS)]);
}

/// To change it or take it off the list.
#[derive(Debug)]
pub enum Edit {}
impl Permission<Course> for Edit {
    const RULE: Rule = Rule(&[RoleAt(MAKERS)]);
}

/// To make one.
#[derive(Debug)]
pub enum Make {}
impl Permission<Academie> for Make {
    const RULE: Rule = Rule(&[RoleAt(MAKERS)]);
}

/// To see who of the team has followed what.
#[derive(Debug)]
pub enum Lead {}
impl Permission<School> for Lead {
    const RULE: Rule = Rule(&[RoleAt(LEADERS)]);
}

/// To count who has followed what.
#[derive(Debug)]
pub enum Count {}
impl Permission<School> for Count {
    const RULE: Rule = Rule(&[RoleAt(LEADERS), RoleOver(roles::PILOTS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<See, Course>("course", "see"),
    right::<Edit, Course>("course", "edit"),
    right::<Make, Academie>("course", "make"),
    right::<Lead, School>("training", "lead"),
    right::<Count, School>("training", "count"),
];
