//! A group as somebody meets it: with its home schools, and those of its members whom they may see.
use crate::Person;
use access::{Group, GroupKind, Guarded, Part, Unit, Units};
use kernel::{GroupId, Moment, UnitId};

/// A group or a class, with its home schools. Its people are named, so its rights are asked at those schools, never above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathering {
    /// The group.
    pub group: Group,
    /// Its home schools, by name.
    pub homes: Vec<Unit>,
    units: Vec<UnitId>,
}

impl Gathering {
    /// This group of these schools.
    pub fn new(group: Group, homes: Vec<Unit>) -> Self {
        let units = homes.iter().map(|home| home.id).collect();
        Self { group, homes, units }
    }

    /// The address of its page, or of one under it (`/personnes`).
    pub fn path(&self, under: &str) -> String {
        format!("/groupes/{}{under}", self.group.id)
    }

    /// Whether it is a class: the import says who is in it, and nobody else.
    pub fn is_class(&self) -> bool {
        self.group.kind == GroupKind::Class
    }
}

impl Guarded for Gathering {
    const UNITS: Units = Units::Several { links: "any_group_home", unit: "unit_id", thing: "group_id", is: "g.id" };
    const GROUP: &'static str = "g.id";

    fn units(&self) -> &[UnitId] {
        &self.units
    }

    /// Only the home schools: no right on a group comes from above them.
    fn lineage(&self) -> &[UnitId] {
        &self.units
    }

    fn group(&self) -> Option<GroupId> {
        Some(self.group.id)
    }
}

/// A group in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The group.
    pub group: Group,
    /// What one does in it oneself, if one is in it.
    pub part: Option<Part>,
    /// One of its home schools; empty when it has none.
    pub school: String,
    /// How many other home schools it has.
    pub others: i64,
}

/// Somebody of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: Person,
    /// What they do in it.
    pub part: Part,
    /// Since when.
    pub since: Moment,
    /// Until when, if that is known.
    pub until: Option<Moment>,
    /// Which of the group's home schools they come from; empty when none.
    pub school: String,
}
