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

/// Where the schools of a dispositif stand, counted.
#[derive(Clone, Debug, Default)]
pub struct Stand {
    /// How many places stand there in each département.
    pub places: Vec<Standing>,
}

/// The places of one département in one state.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The state.
    pub state: State,
    /// The département's name; empty for none.
    pub departement: String,
    /// How many.
    pub count: i64,
    /// How many have a protocol in force.
    pub protocols: i64,
    /// How many said their share of pupils on buses, and these shares together.
    pub buses: (i64, i64),
}

impl Stand {
    /// Where these stand, when they are all there are.
    pub fn of(all: &[Engagement]) -> Self {
        let standing = |one: &Engagement| Standing {
            state: one.state,
            departement: one.departement.as_ref().map(|unit| unit.name.clone()).unwrap_or_default(),
            count: 1,
            protocols: i64::from(one.protocol.is_some()),
            buses: one.bus.map_or((0, 0), |bus| (1, bus.into())),
        };
        Self { places: all.iter().map(standing).collect() }
    }

    /// How many engaged schools have a protocol in force.
    pub fn protocols(&self) -> i64 {
        self.at(State::Engaged).map(|one| one.protocols).sum()
    }

    fn at(&self, state: State) -> impl Iterator<Item = &Standing> {
        self.places.iter().filter(move |one| one.state == state)
    }

    /// How many schools stand there.
    pub fn count(&self, state: State) -> i64 {
        self.at(state).map(|one| one.count).sum()
    }

    /// How many schools are engaged in each département.
    pub fn spread(&self) -> Vec<(String, i64)> {
        let mut counts = BTreeMap::new();
        for one in self.at(State::Engaged) {
            *counts.entry(one.departement.clone()).or_insert(0) += one.count;
        }
        counts.into_iter().collect()
    }

    /// The mean share of pupils on buses over the engaged schools that said theirs.
    pub fn mean_bus(&self) -> Option<i64> {
        let (said, sum) =
            self.at(State::Engaged).fold((0, 0), |(said, sum), one| (said + one.buses.0, sum + one.buses.1));
        (said > 0).then(|| (sum + said / 2) / said)
    }
}
