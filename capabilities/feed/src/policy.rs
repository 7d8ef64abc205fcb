//! Rights on a feed, as data.
use crate::Feed;
use access::{Clause::RoleOver, Permission, Right, Role, Rule, right};

/// Who registers feeds: what they bring is given in the name of whoever does.
pub const KEEPERS: &[Role] = &[Role::Admin];

/// To register it, see what it brings, change and end it.
#[derive(Debug)]
pub enum Keep {}

impl Permission<Feed> for Keep {
    const RULE: Rule = Rule(&[RoleOver(KEEPERS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[right::<Keep, Feed>("feed", "keep")];
