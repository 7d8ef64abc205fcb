//! Somebody as those see them who look after accounts: who they are, what they hold, and where.
use crate::Person;
use access::{Actor, Guarded, Place, Role, Unit, Units};
use kernel::{Moment, PersonId, UnitId};

/// Something that a person holds or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The role.
    pub role: Role,
    /// Where: a class, a school, a territory.
    pub unit: Unit,
    /// Its school, if it is in one.
    pub school: Option<Unit>,
    /// From when.
    pub since: Moment,
    /// Until when; no end yet.
    pub until: Option<Moment>,
    /// Who gave it; nobody for an import.
    pub given_by: Option<PersonId>,
    /// Where power over it is asked for.
    pub place: Place,
}

impl Held {
    /// Whether it counts at `now`, or will.
    pub fn lasts(&self, now: Moment) -> bool {
        self.until.is_none_or(|until| until > now)
    }
}

/// A child somebody answers for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// The child.
    pub person: Person,
    /// Whether with parental authority.
    pub authority: bool,
    /// From when.
    pub since: Moment,
    /// Until when; no end yet.
    pub until: Option<Moment>,
    /// The schools where the child is, or was last.
    pub places: Vec<Place>,
}

/// Who answers, or answered, for a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    /// Who.
    pub person: Person,
    /// Whether with parental authority.
    pub authority: bool,
    /// From when.
    pub since: Moment,
    /// Until when; no end yet.
    pub until: Option<Moment>,
    /// Who said so; nobody for an import.
    pub given_by: Option<PersonId>,
}

/// Somebody, with all that they hold or held, the last first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Someone {
    /// Who.
    pub person: Person,
    /// Their roles.
    pub held: Vec<Held>,
    /// The children they answer or answered for.
    pub children: Vec<Child>,
    units: Vec<UnitId>,
    lineage: Vec<UnitId>,
}

impl Someone {
    /// Who they are, and where they count at `now`: where they hold something or a child of theirs does; where they last did, once
    /// they hold nothing any more; in the académies, once nothing is known of that either.
    pub(crate) fn new(
        person: Person,
        (held, children): (Vec<Held>, Vec<Child>),
        academies: &[UnitId],
        now: Moment,
    ) -> Self {
        let ended = |until: Option<Moment>| until.is_some_and(|until| until <= now);
        let lasting: Vec<&Place> = held
            .iter()
            .filter(|held| held.lasts(now))
            .map(|held| &held.place)
            .chain(children.iter().filter(|child| !ended(child.until)).flat_map(|child| &child.places))
            .collect();
        let last = held.iter().map(|held| &held.place).chain(children.iter().flat_map(|child| &child.places));
        let places: Vec<&Place> = if lasting.is_empty() { last.collect() } else { lasting };
        let mut units: Vec<UnitId> = places.iter().flat_map(|place| place.units()).copied().collect();
        let mut lineage: Vec<UnitId> = places.iter().flat_map(|place| place.lineage()).copied().collect();
        if places.is_empty() {
            (units, lineage) = (academies.to_vec(), academies.to_vec());
        }
        units.sort_unstable();
        units.dedup();
        lineage.sort_unstable();
        lineage.dedup();
        Self { person, held, children, units, lineage }
    }

    /// Whether `actor` may let them back in, shut them out, and do what only those do who could enter in their name: they have power
    /// over every role that this person holds, and over no role they might only know of. A family is looked after at any of its
    /// children's schools.
    pub fn is_unlocked_by(&self, actor: &Actor, now: Moment) -> bool {
        let mut roles = self.held.iter().filter(|held| held.lasts(now)).peekable();
        if roles.peek().is_some() {
            return roles.all(|held| access::unlocks(actor, held.role, &held.place));
        }
        let places = self.children.iter().flat_map(|child| &child.places);
        let mut places = places.chain(self.held.iter().map(|held| &held.place)).peekable();
        if places.peek().is_none() {
            return actor.units(&[Role::Admin]).iter().any(|academie| self.units.contains(academie));
        }
        places.any(|place| access::unlocks(actor, Role::Pupil, place))
    }
}

impl Guarded for Someone {
    const UNITS: Units = Units::Several {
        links: "(SELECT m.person_id, up.ancestor AS unit_id FROM membership m JOIN unit_closure up ON up.descendant = m.unit_id)",
        unit: "unit_id",
        thing: "person_id",
        is: "p.id",
    };

    fn units(&self) -> &[UnitId] {
        &self.units
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }

    fn owner(&self) -> Option<PersonId> {
        Some(self.person.id)
    }
}
