//! Rights around a dispositif, as data.
use crate::model::{Dispositif, Reading, Seat, Seen};
use access::{
    Clause::{GuardianOf, Owner, RoleAt, RoleOver},
    Permission, Right, Role, Rule, right, roles,
};

/// Everybody who works for a school.
pub const TEAM: &[Role] = roles::TEAM;
/// Everybody who works on dispositifs, for a school, the académie or the platform.
pub const STAFF: &[Role] = &[
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
    Role::Admin,
];
/// Who steers.
pub const PILOTS: &[Role] = roles::PILOTS;
/// Who answers for a school.
pub const HEADS: &[Role] = roles::HEADS;
/// Who reads the protocol of their school.
pub const READERS: &[Role] = &[
    Role::Pupil,
    Role::Teacher,
    Role::Documentalist,
    Role::VieScolaire,
    Role::Aed,
    Role::Aesh,
    Role::Referent,
    Role::Psyen,
    Role::Head,
    Role::Director,
];

/// To see the sheet, the schools, the figures: staff anywhere in the académie.
#[derive(Debug)]
pub enum See {}
impl Permission<Seen> for See {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

/// To make one in an académie, and to take up one that has lost its pilot.
#[derive(Debug)]
pub enum Open {}
impl Permission<Dispositif> for Open {
    const RULE: Rule = Rule(&[RoleOver(PILOTS)]);
}

/// To write the sheet, engage schools, mark milestones, publish, decide, hand it over: its one pilot, who may [`Open`] it still.
#[derive(Debug)]
pub enum Steer {}
impl Permission<Dispositif> for Steer {
    const RULE: Rule = Rule(&[Owner]);
}

/// To see a school's page in the dispositif.
#[derive(Debug)]
pub enum Attend {}
impl Permission<Seat> for Attend {
    const RULE: Rule = Rule(&[RoleAt(TEAM), RoleOver(PILOTS)]);
}

/// To write the protocol's draft, remark, propose a publication.
#[derive(Debug)]
pub enum Draft {}
impl Permission<Seat> for Draft {
    const RULE: Rule = Rule(&[RoleAt(TEAM)]);
}

/// To apply, leave, approve and publish the protocol.
#[derive(Debug)]
pub enum Answer {}
impl Permission<Seat> for Answer {
    const RULE: Rule = Rule(&[RoleAt(HEADS)]);
}

/// To read a protocol in force: anybody of the school, and who answers for one of its pupils.
#[derive(Debug)]
pub enum Read {}
impl Permission<Reading> for Read {
    const RULE: Rule = Rule(&[RoleAt(READERS), Owner, GuardianOf, RoleOver(PILOTS)]);
}

/// To have a protocol in one's own list: the same, without those who only steer.
#[derive(Debug)]
pub enum ReadHere {}
impl Permission<Reading> for ReadHere {
    const RULE: Rule = Rule(&[RoleAt(READERS), Owner, GuardianOf]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<See, Seen>("dispositif", "see"),
    right::<Open, Dispositif>("dispositif", "open"),
    right::<Steer, Dispositif>("dispositif", "steer"),
    right::<Attend, Seat>("engagement", "attend"),
    right::<Draft, Seat>("engagement", "draft"),
    right::<Answer, Seat>("engagement", "answer"),
    right::<Read, Reading>("protocol", "read"),
    right::<ReadHere, Reading>("protocol", "list"),
];
