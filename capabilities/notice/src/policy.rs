//! Rights on a notice, as data.
use crate::Notice;
use access::{Clause::Owner, Permission, Right, Rule, right};

/// To read it.
#[derive(Debug)]
pub enum Read {}

impl Permission<Notice> for Read {
    const RULE: Rule = Rule(&[Owner]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[right::<Read, Notice>("notice", "read")];
