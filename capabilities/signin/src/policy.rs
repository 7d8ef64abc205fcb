//! Rights on a class's cards, as data.
use access::{Clause::RoleAt, Permission, Right, Rule, right};
use directory::{Class, policy::STAFF};

/// To see, print, make anew and revoke the cards of a class's pupils and of those who answer for them.
#[derive(Debug)]
pub enum MakeCards {}

impl Permission<Class> for MakeCards {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[right::<MakeCards, Class>("class", "make-cards")];
