//! Rights on cards, as data.
use access::{
    Clause::{InGroup, RoleAt},
    Part, Permission, Right, Rule, right, roles,
};
use directory::{Class, Gathering, policy::STAFF};

/// To see, print, make anew and revoke the cards of a class's pupils and of those who answer for them, or of a group's guests.
#[derive(Debug)]
pub enum MakeCards {}

impl Permission<Class> for MakeCards {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

impl Permission<Gathering> for MakeCards {
    const RULE: Rule = Rule(&[InGroup(Part::TEACHERS), RoleAt(roles::HEADS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] =
    &[right::<MakeCards, Class>("class", "make-cards"), right::<MakeCards, Gathering>("group", "make-guests-cards")];
