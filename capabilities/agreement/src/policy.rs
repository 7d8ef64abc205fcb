//! Rights on what families were told and said, as data.
use crate::model::{Announcement, Concern, Told};
use access::{
    Clause::{Owner, RoleAt, RoleOver},
    Permission, Right, Role, Rule, right, roles,
};

/// The roles that follow up a school's families. Teachers do not: the sheets bear codes, and constraints are private.
pub const CARERS: &[Role] = roles::CARERS;
/// The roles that see figures, of their school or of the académie.
pub const COUNTERS: &[Role] = roles::COUNTERS;

/// To see who was told, who has read, who answered; to print the sheets.
#[derive(Debug)]
pub enum Follow {}
impl Permission<Announcement> for Follow {
    const RULE: Rule = Rule(&[RoleAt(CARERS)]);
}

/// To see counts.
#[derive(Debug)]
pub enum Count {}
impl Permission<Announcement> for Count {
    const RULE: Rule = Rule(&[RoleAt(CARERS), RoleOver(roles::PILOTS)]);
}

/// To read what one was told, to answer, to say what stands in the way: the guardian, and nobody for them.
#[derive(Debug)]
pub enum Reply {}
impl Permission<Told> for Reply {
    const RULE: Rule = Rule(&[Owner]);
}

/// To type in a reply that came on paper.
#[derive(Debug)]
pub enum Enter {}
impl Permission<Told> for Enter {
    const RULE: Rule = Rule(&[RoleAt(CARERS)]);
}

/// To read what stands in the way.
#[derive(Debug)]
pub enum Hear {}
impl Permission<Concern> for Hear {
    const RULE: Rule = Rule(&[Owner, RoleAt(CARERS)]);
}

/// To propose something, and to close it.
#[derive(Debug)]
pub enum Propose {}
impl Permission<Concern> for Propose {
    const RULE: Rule = Rule(&[RoleAt(CARERS)]);
}

/// To take a proposal or not.
#[derive(Debug)]
pub enum Choose {}
impl Permission<Concern> for Choose {
    const RULE: Rule = Rule(&[Owner]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<Follow, Announcement>("announcement", "follow"),
    right::<Count, Announcement>("announcement", "count"),
    right::<Reply, Told>("announcement-told", "reply"),
    right::<Enter, Told>("announcement-told", "enter"),
    right::<Hear, Concern>("concern", "hear"),
    right::<Propose, Concern>("concern", "propose"),
    right::<Choose, Concern>("concern", "choose"),
];
