//! The places of schools in a dispositif.
use crate::{DispositifId, State};
use access::{Guarded, Unit, Units};
use kernel::{Moment, UnitId};
use std::collections::BTreeMap;

/// The place of a school in a dispositif, taken or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The dispositif.
    pub dispositif: DispositifId,
    /// Its name.
    pub name: String,
    /// The key of its template.
    pub template: String,
    /// The school.
    pub school: Unit,
    /// Where it stands; nothing when it never asked nor was asked.
    pub state: Option<State>,
    /// The percentage of pupils who depend on school buses, as the head said.
    pub bus: Option<u32>,
    /// What was said with the last move.
    pub word: String,
    /// When it last moved.
    pub moved_at: Option<Moment>,
    pub(crate) lineage: Vec<UnitId>,
}

impl Seat {
    /// Whether the school takes part.
    pub fn engaged(&self) -> bool {
        self.state == Some(State::Engaged)
    }
}

impl Guarded for Seat {
    const UNITS: Units = Units::One("s.id");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school.id)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

/// A school's place, in the list of a dispositif.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    /// The school.
    pub school: Unit,
    /// Its département.
    pub departement: Option<Unit>,
    /// Where it stands.
    pub state: State,
    /// The percentage of pupils who depend on school buses.
    pub bus: Option<u32>,
    /// What was said with the last move.
    pub word: String,
    /// Since when.
    pub moved_at: Moment,
    /// The number of the protocol in force, if there is one.
    pub protocol: Option<i64>,
}

/// How many engaged schools each département has, by name.
pub fn spread(engagements: &[Engagement]) -> Vec<(String, usize)> {
    let mut counts = BTreeMap::new();
    for one in engagements.iter().filter(|one| one.state == State::Engaged) {
        let name = one.departement.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
        *counts.entry(name).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// The mean share of pupils on buses over the engaged schools that said theirs.
pub fn mean_bus(engagements: &[Engagement]) -> Option<u32> {
    let said: Vec<u32> =
        engagements.iter().filter(|one| one.state == State::Engaged).filter_map(|one| one.bus).collect();
    let count = u32::try_from(said.len()).ok().filter(|count| *count > 0)?;
    Some((said.iter().sum::<u32>() + count / 2) / count)
}
