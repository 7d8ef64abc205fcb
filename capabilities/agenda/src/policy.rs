//! Rights around slots and meetings, as data.
use crate::{Meeting, Slot};
use access::{
    Clause::{Owner, RoleAt, RoleOver},
    Permission, Right, Role, Rule, right, roles,
};

/// The school's team.
pub const STAFF: &[Role] = roles::TEAM;
/// Those who may hold a meeting.
pub const HELPERS: &[Role] = roles::HELPERS;
/// Those who decide for the school's agenda.
pub const DECIDERS: &[Role] = roles::DECIDERS;
/// Those who answer for presence.
pub const WATCHERS: &[Role] = roles::WATCHERS;

/// To see a meeting with its pupils.
#[derive(Debug)]
pub enum See {}
impl Permission<Meeting> for See {
    const RULE: Rule = Rule(&[Owner, RoleAt(STAFF)]);
}
impl Permission<Slot> for See {
    const RULE: Rule = Rule(&[Owner, RoleAt(STAFF)]);
}

/// To promise to hold it.
#[derive(Debug)]
pub enum Volunteer {}
impl Permission<Meeting> for Volunteer {
    const RULE: Rule = Rule(&[RoleAt(HELPERS)]);
}
impl Permission<Slot> for Volunteer {
    const RULE: Rule = Rule(&[RoleAt(HELPERS)]);
}

/// To open it, close it, and say who is there.
#[derive(Debug)]
pub enum Hold {}
impl Permission<Meeting> for Hold {
    const RULE: Rule = Rule(&[Owner]);
}

/// To change or cancel it.
#[derive(Debug)]
pub enum Change {}
impl Permission<Meeting> for Change {
    const RULE: Rule = Rule(&[Owner, RoleAt(DECIDERS)]);
}
impl Permission<Slot> for Change {
    const RULE: Rule = Rule(&[Owner, RoleAt(DECIDERS)]);
}

/// To enrol pupils and take them off.
#[derive(Debug)]
pub enum Enrol {}
impl Permission<Meeting> for Enrol {
    const RULE: Rule = Rule(&[Owner, RoleAt(STAFF)]);
}

/// To say, afterwards too, who was there.
#[derive(Debug)]
pub enum Attend {}
impl Permission<Meeting> for Attend {
    const RULE: Rule = Rule(&[Owner, RoleAt(WATCHERS)]);
}

/// To take the list of presences away, for vie scolaire.
#[derive(Debug)]
pub enum Export {}
impl Permission<Meeting> for Export {
    const RULE: Rule = Rule(&[RoleAt(WATCHERS)]);
}

/// To count them.
#[derive(Debug)]
pub enum Count {}
impl Permission<Meeting> for Count {
    const RULE: Rule = Rule(&[RoleAt(roles::CARERS), RoleOver(roles::PILOTS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<See, Meeting>("meeting", "see"),
    right::<Volunteer, Meeting>("meeting", "volunteer"),
    right::<Hold, Meeting>("meeting", "hold"),
    right::<Change, Meeting>("meeting", "change"),
    right::<Enrol, Meeting>("meeting", "enrol"),
    right::<Attend, Meeting>("meeting", "attend"),
    right::<Export, Meeting>("meeting", "export"),
    right::<Count, Meeting>("meeting", "count"),
    right::<See, Slot>("slot", "see"),
    right::<Volunteer, Slot>("slot", "volunteer"),
    right::<Change, Slot>("slot", "change"),
];
