//! Made-up people on their way to the database, many rows at once.
use crate::{Person, store};
use access::{Role, Unit};
use db::{Result, Tx, Value, params};
use kernel::{Chance, Id, Moment, PersonId, Seeded, UnitId};

/// The dice and the clock of one run. Ids follow one another in time, so that rows made together stand together.
pub struct Mint {
    dice: Seeded,
    next: Moment,
}

impl Mint {
    /// Ids from `first` on, one a millisecond.
    pub fn new(seed: u64, first: Moment) -> Self {
        Self { dice: Seeded::new(seed), next: first }
    }

    /// The next id.
    pub fn id<K>(&mut self) -> Id<K> {
        self.next.0 += 1;
        Id::new(self.next, &self.dice)
    }

    /// A whole number below `end`.
    pub fn below(&self, end: u32) -> u32 {
        self.dice.below(end)
    }

    /// True so many times in a hundred.
    pub fn percent(&self, times: u32) -> bool {
        self.below(100) < times
    }

    /// One of these.
    pub fn one<'o>(&self, of: &[&'o str]) -> &'o str {
        let count = u32::try_from(of.len()).unwrap_or(u32::MAX);
        usize::try_from(self.below(count)).ok().and_then(|at| of.get(at)).copied().unwrap_or("")
    }
}

/// Rows waiting to be written together.
#[derive(Default)]
pub struct Batch {
    units: Vec<(Unit, UnitId)>,
    people: Vec<Value>,
    memberships: Vec<Value>,
    guardianships: Vec<Value>,
    count: usize,
}

impl Batch {
    /// How many people wait.
    pub fn len(&self) -> usize {
        self.count
    }

    /// A class under its school.
    pub fn class(&mut self, class: Unit, school: UnitId) {
        self.units.push((class, school));
    }

    /// A person.
    pub fn person(&mut self, person: &Person) {
        self.people.extend(store::values(person));
        self.count += 1;
    }

    /// A role on a unit, since an instant.
    pub fn grant(&mut self, person: PersonId, role: Role, unit: UnitId, since: Moment) {
        self.memberships.extend(params![person, unit, role.word(), since]);
    }

    /// A guardian's link to a child.
    pub fn guardian(&mut self, guardian: PersonId, child: PersonId, authority: bool, since: Moment) {
        self.guardianships.extend(params![guardian, child, authority, since]);
    }

    /// Writes all that waits.
    pub fn write(self, tx: &mut Tx<'_>) -> Result<()> {
        for (unit, parent) in &self.units {
            access::store::put(tx, unit, &[*parent])?;
        }
        store::add_many(
            tx,
            "directory_person (id, given, family, born, phone, lang, synthetic, sort)",
            8,
            &self.people,
        )?;
        store::add_many(tx, "membership (person_id, unit_id, role, since)", 4, &self.memberships)?;
        store::add_many(tx, "guardianship (guardian_id, child_id, authority, since)", 4, &self.guardianships)
    }
}
