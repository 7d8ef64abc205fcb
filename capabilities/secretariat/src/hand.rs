//! Whose hand does it: somebody of the house, or the operator at the machine.
use db::{Result, Tx};
use kernel::{Chance, Id, Moment, PersonId, UnitId};

/// Who does a deed, and when.
#[derive(Clone, Copy)]
pub struct Hand<'h> {
    /// Who; nobody of the house where the operator does it.
    pub by: Option<PersonId>,
    /// When.
    pub now: Moment,
    /// The dice.
    pub chance: &'h dyn Chance,
}

/// What the trail says where the operator did it. The line is then told of the person it is about.
pub const OPERATOR: &str = "by the operator";

impl Hand<'_> {
    /// A new id.
    pub fn id<K>(&self) -> Id<K> {
        Id::new(self.now, self.chance)
    }

    /// Writes a line in the trail about a person: at which school or other unit, and what more there is to say.
    pub fn tell(
        &self,
        tx: &mut Tx<'_>,
        deed: &str,
        (person, unit): (PersonId, Option<UnitId>),
        said: &str,
    ) -> Result<()> {
        let operator = if self.by.is_none() { OPERATOR } else { "" };
        let said = format!("{said} {operator}");
        let by = self.by.unwrap_or(person);
        access::audit::record_at(tx, self.chance, self.now, by, deed, (person, unit), said.trim())
    }
}
