//! Rights around a desk, as data.
use crate::model::{Desk, Ticket};
use access::{
    Clause::{GuardianOf, InGroup, Owner, RoleAt, RoleOver},
    Part, Permission, Right, Role, Rule, right, roles,
};

/// Who sees the counts of the evenings.
pub const COUNTERS: &[Role] = roles::COUNTERS;
/// Those of them who count several schools of an académie together.
pub const PILOTS: &[Role] = roles::PILOTS;
/// The roles that may help at a desk of their school.
pub const HELPERS: &[Role] = roles::HELPERS;
/// The roles that decide for a school's desk.
pub const DECIDERS: &[Role] = roles::DECIDERS;
/// The roles that take up what was left.
pub const CARERS: &[Role] = roles::CARERS;
/// The roles that look into what was reported, and open a thread for a reason.
pub const INSPECTORS: &[Role] = roles::INVESTIGATORS;
/// Everybody on the staff side of a desk.
pub const STAFF: &[Role] = roles::TEAM;

/// The parts that make one of a desk's team: its group bears its id.
pub const TEAM: &[Part] = &[Part::Teacher];

/// To promise hours at a desk.
#[derive(Debug)]
pub enum Join {}
impl Permission<Desk> for Join {
    const RULE: Rule = Rule(&[RoleAt(HELPERS), InGroup(TEAM)]);
}

/// To see the board and help.
#[derive(Debug)]
pub enum Serve {}
impl Permission<Desk> for Serve {
    const RULE: Rule = Rule(&[InGroup(TEAM)]);
}

/// To change its name, its schools, how names are shown.
#[derive(Debug)]
pub enum Decide {}
impl Permission<Desk> for Decide {
    const RULE: Rule = Rule(&[RoleAt(DECIDERS)]);
}

/// To read the thread.
#[derive(Debug)]
pub enum Read {}
impl Permission<Ticket> for Read {
    const RULE: Rule = Rule(&[Owner, InGroup(TEAM)]);
}

/// To see that it was asked, when, how long, how it ended: not the thread.
#[derive(Debug)]
pub enum Follow {}
impl Permission<Ticket> for Follow {
    const RULE: Rule = Rule(&[Owner, GuardianOf, InGroup(TEAM)]);
}

/// To take, answer, hand over, end.
#[derive(Debug)]
pub enum Help {}
impl Permission<Ticket> for Help {
    const RULE: Rule = Rule(&[InGroup(TEAM)]);
}

/// To take it up after the evening.
#[derive(Debug)]
pub enum Resume {}
impl Permission<Ticket> for Resume {
    const RULE: Rule = Rule(&[InGroup(TEAM), RoleAt(CARERS)]);
}

/// To open the thread for a reason that is written down.
#[derive(Debug)]
pub enum Inspect {}
impl Permission<Ticket> for Inspect {
    const RULE: Rule = Rule(&[RoleAt(INSPECTORS)]);
}

/// To write down that a pupil was there: presence, for vie scolaire.
#[derive(Debug)]
pub enum Attend {}
impl Permission<Ticket> for Attend {
    const RULE: Rule = Rule(&[RoleAt(roles::WATCHERS)]);
}

/// To count it.
#[derive(Debug)]
pub enum Count {}
impl Permission<Ticket> for Count {
    const RULE: Rule = Rule(&[RoleAt(CARERS), RoleOver(roles::PILOTS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<Join, Desk>("desk", "join"),
    right::<Serve, Desk>("desk", "serve"),
    right::<Decide, Desk>("desk", "decide"),
    right::<Read, Ticket>("ticket", "read"),
    right::<Follow, Ticket>("ticket", "follow"),
    right::<Help, Ticket>("ticket", "help"),
    right::<Resume, Ticket>("ticket", "resume"),
    right::<Inspect, Ticket>("ticket", "inspect"),
    right::<Attend, Ticket>("ticket", "attend"),
    right::<Count, Ticket>("ticket", "count"),
];
