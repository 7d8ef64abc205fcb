//! Rights on difficulties and on what a school lends, as data.
use crate::{Difficulty, School};
use access::{
    Clause::{GuardianOf, InGroup, Owner, RoleAt, RoleOver},
    Part, Permission, Right, Role, Rule, right, roles,
};

/// The roles that hold the families' desk of a school.
pub const CARERS: &[Role] = roles::CARERS;
/// Everybody of a school's team.
pub const STAFF: &[Role] = roles::TEAM;
/// The roles that read counts.
pub const COUNTERS: &[Role] = roles::COUNTERS;
/// Those of them who count several schools of an académie together.
pub const PILOTS: &[Role] = roles::PILOTS;

/// The parts of those who noted a difficulty or keep it without holding the school's desk: its group bears its id.
pub const FOLLOWERS: &[Part] = &[Part::Teacher];

/// To read it as the one whose it is, or who answers for the pupil whose it is; to add a word, to open it again.
#[derive(Debug)]
pub enum Follow {}
impl Permission<Difficulty> for Follow {
    const RULE: Rule = Rule(&[Owner, GuardianOf]);
}

/// To see to it: the school's desk, and the teacher who noted or keeps it.
#[derive(Debug)]
pub enum Care {}
impl Permission<Difficulty> for Care {
    const RULE: Rule = Rule(&[RoleAt(CARERS), InGroup(FOLLOWERS)]);
}

/// To see its photos: either side.
#[derive(Debug)]
pub enum Read {}
impl Permission<Difficulty> for Read {
    const RULE: Rule = Rule(&[Owner, GuardianOf, RoleAt(CARERS), InGroup(FOLLOWERS)]);
}

/// To read a colleague's question once it is answered.
#[derive(Debug)]
pub enum Learn {}
impl Permission<Difficulty> for Learn {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

/// To count.
#[derive(Debug)]
pub enum Count {}
impl Permission<Difficulty> for Count {
    const RULE: Rule = Rule(&[RoleAt(CARERS), RoleOver(roles::PILOTS)]);
}

/// To note what a family said, to ask the referent.
#[derive(Debug)]
pub enum Note {}
impl Permission<School> for Note {
    const RULE: Rule = Rule(&[RoleAt(STAFF)]);
}

/// To say what the school owns, to lend it and take it back.
#[derive(Debug)]
pub enum Lend {}
impl Permission<School> for Lend {
    const RULE: Rule = Rule(&[RoleAt(CARERS)]);
}

/// The rights of this slice, for the list.
pub const RIGHTS: &[Right] = &[
    right::<Follow, Difficulty>("difficulty", "follow"),
    right::<Care, Difficulty>("difficulty", "care"),
    right::<Read, Difficulty>("difficulty", "read"),
    right::<Learn, Difficulty>("difficulty", "learn"),
    right::<Count, Difficulty>("difficulty", "count"),
    right::<Note, School>("difficulty", "note"),
    right::<Lend, School>("equipment", "lend"),
];
