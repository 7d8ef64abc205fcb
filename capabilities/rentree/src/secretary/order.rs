//! What is asked of an import, kept for a transaction that may run again.
use crate::{Turn, store};
use access::{Actor, Place, Role};
use directory::people_import::Asked;
use kernel::{Moment, PersonId, UnitId};
use std::collections::BTreeSet;

/// The roles that a feed gives, and takes away; all others are given by hand.
const FED: &[Role] = &[Role::Pupil, Role::Teacher, Role::Documentalist, Role::VieScolaire, Role::Head, Role::Director];

/// What is asked of an import.
pub(super) struct Order {
    turn: Turn,
    staying: BTreeSet<PersonId>,
    actor: Actor,
    lineages: Vec<(UnitId, Vec<UnitId>)>,
}

impl Order {
    /// What a turn asks at these schools.
    pub fn load(tx: &mut db::Tx<'_>, turn: &Turn, schools: &[UnitId], now: Moment) -> db::Result<Self> {
        let mut lineages = vec![];
        for school in schools {
            lineages.push((*school, access::store::lineage(tx, *school)?));
        }
        let (staying, actor) = (store::staying(tx, turn.id)?, Actor::load(tx, turn.by, now)?);
        Ok(Self { turn: turn.clone(), staying, actor, lineages })
    }

    /// Whether whoever sent the list gives this role at this school.
    fn may(&self, role: Role, school: UnitId) -> bool {
        if self.turn.is_fed() && !FED.contains(&role) {
            return false;
        }
        let line = self.lineages.iter().find(|(known, _)| *known == school).map(|(_, line)| line.clone());
        line.is_some_and(|line| access::gives(&self.actor, role, &Place::new(school, line)))
    }

    /// Does the work as it is asked.
    pub fn with<T>(&self, chance: &dyn kernel::Chance, now: Moment, work: impl FnOnce(&Asked<'_>) -> T) -> T {
        let may = |role, school| self.may(role, school);
        let looks_after = |role, place: &Place| access::unlocks(&self.actor, role, place);
        work(&Asked {
            source: &self.turn.source,
            now,
            chance,
            complete: self.turn.complete,
            turn: self.turn.turns,
            leaves: self.turn.leaves,
            staying: &self.staying,
            may: &may,
            looks_after: &looks_after,
            feed: self.turn.is_fed(),
            by: Some(self.turn.by),
        })
    }
}
