//! What an import is asked to do, and by whom.
use access::{Place, Role};
use kernel::{Chance, Moment, PersonId, UnitId};
use std::collections::BTreeSet;

/// What an import is asked to do.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Whose keys the file's identifiers are: the same key of two sources names two people.
    pub source: &'a str,
    /// Now: what changes, changes at this instant.
    pub now: Moment,
    /// The dice.
    pub chance: &'a dyn Chance,
    /// Whether the file is the whole list of each school it names: who is not in it is no longer there.
    pub complete: bool,
    /// Whether the school year turns: last year's classes close, and others open under the same names.
    pub turn: bool,
    /// When those who are no longer listed leave.
    pub leaves: Moment,
    /// Of those, the ones who stay all the same.
    pub staying: &'a BTreeSet<PersonId>,
    /// Whether whoever asks may give this role at this school.
    pub may: &'a (dyn Fn(Role, UnitId) -> bool + Sync),
    /// Whether whoever asks looks after somebody who holds this role at this place.
    pub looks_after: &'a (dyn Fn(Role, &Place) -> bool + Sync),
    /// Whether a feed says it, which does not know all who work at a school: of them only those leave whom it once named.
    pub feed: bool,
    /// Who asks; nobody of the house where the operator does.
    pub by: Option<PersonId>,
}

impl<'a> Asked<'a> {
    /// What the operator's command does with a file of a few or of all: nobody leaves.
    pub fn by_operator(source: &'a str, now: Moment, chance: &'a dyn Chance) -> Self {
        static NOBODY: BTreeSet<PersonId> = BTreeSet::new();
        Self {
            source,
            now,
            chance,
            complete: false,
            turn: false,
            leaves: now,
            staying: &NOBODY,
            may: &|_, _| true,
            looks_after: &|_, _| true,
            feed: false,
            by: None,
        }
    }
}
