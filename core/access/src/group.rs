//! Groups: people gathered for something, each with a part, of one or several home schools.
//!
//! A class is a unit, since rights and enrolments hang from it; the views `any_group…` show it as a group whose id is the
//! unit's and whose members are its pupils. The team of one thing (a desk, a difficulty) is a group without a name of its
//! own, whose id is the thing's.
use kernel::{GroupId, Moment};

/// What a group is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKind {
    /// A class of a school, as its unit says.
    Class,
    /// A teaching group: an option, a language.
    Teaching,
    /// A need group.
    Need,
    /// A group of several schools.
    CrossSchool,
    /// A team of adults.
    Team,
    /// A cohort, followed over years.
    Cohort,
    /// A club.
    Club,
}

impl GroupKind {
    /// Every kind, classes first.
    pub const ALL: &'static [Self] =
        &[Self::Class, Self::Teaching, Self::Need, Self::CrossSchool, Self::Team, Self::Cohort, Self::Club];

    /// The word kept in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Teaching => "teaching",
            Self::Need => "need",
            Self::CrossSchool => "cross-school",
            Self::Team => "team",
            Self::Cohort => "cohort",
            Self::Club => "club",
        }
    }

    /// The kind this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}

/// What one does in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Leads it: sees everybody, takes in and lets go.
    Teacher,
    /// Is there to learn or to do.
    Member,
    /// Looks on or helps: sees everybody, changes nothing.
    Observer,
}

impl Part {
    /// Every part.
    pub const ALL: &'static [Self] = &[Self::Teacher, Self::Member, Self::Observer];
    /// The parts of adults: they see all the group's members within the group.
    pub const ADULTS: &'static [Self] = &[Self::Teacher, Self::Observer];
    /// The part of those who lead.
    pub const TEACHERS: &'static [Self] = &[Self::Teacher];

    /// The word kept in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Teacher => "teacher",
            Self::Member => "member",
            Self::Observer => "observer",
        }
    }

    /// The part this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.word() == word)
    }
}

/// A group, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id; a class's is its unit's.
    pub id: GroupId,
    /// What it is for.
    pub kind: GroupKind,
    /// What it is called.
    pub name: String,
    /// Whether its members see one another.
    pub shows_roster: bool,
    /// Since when.
    pub since: Moment,
    /// When it ends or ended.
    pub until: Option<Moment>,
}
