//! What each slice adds to a demonstration, in the order of the slices.
use super::{Demo, Team};
use access::Role;
use db::{Result, Tx, Value};
use kernel::{Chance, Id, Moment, PersonId};
use web::{Secret, Slice, given};

/// A slice's part of a demonstration, given by it (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Leaves the traces that its pages show: the weeks before now, this evening, what comes.
    pub fill: fn(&mut Tx<'_>, &Stage<'_>) -> Result<()>,
    /// The things that its addresses name, once every part is filled; what the weeks have not left is made.
    pub things: fn(&mut Tx<'_>, &Stage<'_>) -> Result<Vec<Thing>>,
}

/// Where the parts play.
#[derive(Clone, Copy)]
pub struct Stage<'s> {
    /// Its people.
    pub demo: &'s Demo,
    /// Its dice: the same seed makes the same demonstration.
    pub chance: &'s dyn Chance,
    /// The house's secret.
    pub secret: &'s Secret,
    /// The slices whose parts are played.
    pub slices: &'s [&'static Slice],
    /// Now.
    pub now: Moment,
}

/// Something that an address names, for whoever opens every address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its name in the address.
    pub name: &'static str,
    /// How the addresses begin in which it is meant; empty for all.
    pub under: &'static str,
    /// What stands there.
    pub value: String,
}

impl Thing {
    /// What stands in every address that has this name.
    #[expect(clippy::needless_pass_by_value, reason = "an id, a word or a text, as the caller has it")]
    pub fn new(name: &'static str, value: impl ToString) -> Self {
        Self { name, under: "", value: value.to_string() }
    }

    /// The first id that a statement gives; the id of nothing where it gives none.
    pub fn found(tx: &mut Tx<'_>, name: &'static str, sql: &str, params: &[Value]) -> Result<Self> {
        let row = tx.first(sql, params)?;
        let id = row.map(|row| row.get::<Id<()>>(0)).or_else(|| Id::from_bytes(&[1; 16]));
        Ok(Self::new(name, id.map(|id| id.to_string()).unwrap_or_default()))
    }

    /// The same, in the addresses that begin like this alone.
    #[must_use]
    pub fn under(self, under: &'static str) -> Self {
        Self { under, ..self }
    }
}

/// The things of every part.
pub fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let mut all = vec![];
    for part in given::<Part>(stage.slices) {
        all.extend((part.things)(tx, stage)?);
    }
    Ok(all)
}

/// Plays every part.
pub fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    given::<Part>(stage.slices).try_for_each(|part| (part.fill)(tx, stage))
}

/// This slice's own part: its people are there before any part is played.
pub const PART: Part = Part {
    fill: |_, _| Ok(()),
    things: |tx, stage| {
        let without = crate::store::without_authority(tx, stage.demo.home.id)?;
        let pupil = stage.demo.pupils.get(1).map(|pupil| pupil.id.to_string());
        Ok(vec![
            Thing::new("school", stage.demo.home.id),
            Thing::new("class", stage.demo.class.id),
            Thing::new("group", stage.demo.groups.need).under("/groupes"),
            Thing::new("pupil", pupil.unwrap_or_default()),
            Thing::new("guardian", without.map(|(guardian, _)| guardian.to_string()).unwrap_or_default())
                .under("/regard"),
            Thing::new("child", without.map(|(_, child)| child.to_string()).unwrap_or_default()).under("/regard"),
        ])
    },
};

/// Those of a team who leave traces; a small school has one person for several parts.
#[derive(Clone, Debug)]
pub struct People {
    /// Heads it.
    pub head: PersonId,
    /// Its digital referent.
    pub referent: PersonId,
    /// Its CPE.
    pub vie_scolaire: PersonId,
    /// Five teachers at most.
    pub teachers: Vec<PersonId>,
    /// Twelve of its staff at most.
    pub staff: Vec<PersonId>,
    /// Twenty-four of its pupils at most.
    pub pupils: Vec<PersonId>,
    /// Those who answer for a child, each with the child.
    pub families: Vec<(PersonId, PersonId)>,
}

impl Stage<'_> {
    /// Who leaves traces in a team.
    pub fn people(&self, team: &Team) -> People {
        let head = team.one(Role::Head).unwrap_or(self.demo.head.id);
        let referent = team.one(Role::Referent).unwrap_or(head);
        People {
            head,
            referent,
            vie_scolaire: team.one(Role::VieScolaire).unwrap_or(referent),
            teachers: team.all(Role::Teacher).take(5).collect(),
            staff: team.staff.iter().map(|(_, person)| *person).take(12).collect(),
            pupils: team.pupils.iter().copied().take(24).collect(),
            families: team.families.clone(),
        }
    }
}
