//! Rights on cards, as data.
use crate::portal::Portal;
use access::{
    Actor,
    Clause::{InGroup, RoleAt, RoleOver},
    Part, Permission, Place, Right, Role, Rule, right, roles,
};
use directory::{Class, Gathering, policy::STAFF};
use kernel::UnitId;

/// Who may come at all to the pages where people are let back in; whom they may is directory's right `Unlock`.
pub const UNLOCKERS: &[Role] = &[Role::Head, Role::Director, Role::VieScolaire, Role::Referent, Role::Admin];

/// To see, print, make anew and revoke the cards of a class's pupils, or of a group's guests, who answer for nobody.
#[derive(Debug)]
pub enum MakeCards {}

impl Permission<Class> for MakeCards {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

impl Permission<Gathering> for MakeCards {
    const RULE: Rule = Rule(&[InGroup(Part::TEACHERS), RoleAt(roles::HEADS)]);
}

/// The same for the cards of those who answer for the class's pupils: by such a card one signs for a child.
#[derive(Debug)]
pub enum MakeGuardiansCards {}

impl Permission<Class> for MakeGuardiansCards {
    const RULE: Rule = Rule(&[RoleAt(roles::CARERS)]);
}

/// Who says which class or group a course of a platform is, and sends marks back there.
pub const COURSES: &[Role] = &[Role::Teacher, Role::Documentalist, Role::Referent, Role::Head, Role::Director];

/// To say that a course of a platform is this class or group.
#[derive(Debug)]
pub enum TieCourse {}

impl Permission<Gathering> for TieCourse {
    const RULE: Rule = Rule(&[InGroup(Part::TEACHERS), RoleAt(COURSES)]);
}

/// Who keeps portals.
pub const PORTALS: &[Role] = &[Role::Admin];

/// To say by which portals people come in, try them, close them.
#[derive(Debug)]
pub enum Keep {}

impl Permission<Portal> for Keep {
    const RULE: Rule = Rule(&[RoleOver(PORTALS)]);
}

impl Permission<Place> for Keep {
    const RULE: Rule = Rule(&[RoleOver(PORTALS)]);
}

/// Whether this person looks after the team of a school: they could let back in a teacher there.
pub fn looks_after_team(actor: &Actor, school: UnitId, lineage: Vec<UnitId>) -> bool {
    access::unlocks(actor, Role::Teacher, &Place::new(school, lineage))
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<MakeCards, Class>("class", "make-cards"),
    right::<MakeGuardiansCards, Class>("class", "make-guardians-cards"),
    right::<MakeCards, Gathering>("group", "make-guests-cards"),
    right::<TieCourse, Gathering>("group", "tie-course"),
    right::<Keep, Portal>("portal", "keep"),
    right::<Keep, Place>("place", "keep-portals"),
];
