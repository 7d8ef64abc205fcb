//! What a list shows is what opens one by one, for things of one unit and for things of several.
use super::{id, territory};
use crate::{Actor, Clause, Guarded, MIGRATIONS, Part, Permission, Role, Rule, Units, check, roles, store, visible};
use db::{Migration, Tx, params};
use kernel::{GroupId, PersonId, UnitId};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

/// A thing of one unit.
struct Note {
    units: Vec<UnitId>,
    lineage: Vec<UnitId>,
    owner: PersonId,
    group: GroupId,
}

/// The same thing, as one that several units share.
struct Shared(Note);

impl Guarded for Note {
    const UNITS: Units = Units::One("note.unit_id");
    const OWNER: &'static str = "note.owner_id";
    const GROUP: &'static str = "note.group_id";
    fn units(&self) -> &[UnitId] {
        &self.units
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.owner)
    }
    fn group(&self) -> Option<GroupId> {
        Some(self.group)
    }
}

impl Guarded for Shared {
    const UNITS: Units = Units::Several { links: "note_unit", unit: "unit_id", thing: "n", is: "note.n" };
    const OWNER: &'static str = Note::OWNER;
    const GROUP: &'static str = Note::GROUP;
    fn units(&self) -> &[UnitId] {
        self.0.units()
    }
    fn lineage(&self) -> &[UnitId] {
        self.0.lineage()
    }
    fn owner(&self) -> Option<PersonId> {
        self.0.owner()
    }
    fn group(&self) -> Option<GroupId> {
        self.0.group()
    }
}

const RULE: Rule = Rule(&[
    Clause::Owner,
    Clause::GuardianOf,
    Clause::InGroup(Part::ADULTS),
    Clause::RoleOver(roles::HEADS),
    Clause::RoleOver(roles::PILOTS),
    Clause::RoleAt(roles::TEAM),
]);

enum Read {}
impl Permission<Note> for Read {
    const RULE: Rule = RULE;
}
impl Permission<Shared> for Read {
    const RULE: Rule = RULE;
}

const NOTE: Migration = Migration {
    name: "test/note",
    sql: "CREATE TABLE note (n BIGINT NOT NULL, unit_id BYTEA NOT NULL, owner_id BYTEA NOT NULL, group_id BYTEA NOT NULL);
          CREATE TABLE note_unit (n BIGINT NOT NULL, unit_id BYTEA NOT NULL);",
};

/// Notes (units, owner, group); then of the person: who, roles, children, groups.
#[derive(Clone, Debug)]
struct Case {
    notes: Vec<(Vec<u8>, u8, u8)>,
    person: u8,
    grants: Vec<(Role, u8)>,
    children: Vec<u8>,
    groups: Vec<(u8, Part)>,
}

fn any_case() -> impl Strategy<Value = Case> {
    let (role, part) = (prop::sample::select(Role::ALL.to_vec()), prop::sample::select(Part::ALL.to_vec()));
    (
        prop::collection::vec((prop::collection::vec(1..8u8, 1..4), 1..4u8, 1..4u8), 0..8),
        1..4u8,
        prop::collection::vec((role, 1..8u8), 0..4),
        prop::collection::vec(1..4u8, 0..3),
        prop::collection::vec((1..4u8, part), 0..3),
    )
        .prop_map(|(notes, person, grants, children, groups)| Case { notes, person, grants, children, groups })
}

/// What a list shows, and what opens one by one.
type Readings = (Vec<i64>, Vec<i64>);

/// The readings of notes of their first unit, and of all their units.
fn readings(tx: &mut Tx<'_>, case: &Case) -> db::Result<(Readings, Readings)> {
    tx.execute("DELETE FROM note", &[])?;
    tx.execute("DELETE FROM note_unit", &[])?;
    let actor = Actor {
        person: id(case.person),
        grants: case.grants.iter().map(|(role, unit)| (*role, id(*unit))).collect(),
        children: case.children.iter().map(|n| id(*n)).collect(),
        groups: case.groups.iter().map(|(group, part)| (id(*group), *part)).collect(),
    };
    let (mut one, mut several) = (vec![], vec![]);
    for (n, (units, owner, group)) in (0..).zip(&case.notes) {
        let (owner, group, first) = (id(*owner), id(*group), id(units[0]));
        let sql = "INSERT INTO note (n, unit_id, owner_id, group_id) VALUES (?1, ?2, ?3, ?4)";
        tx.execute(sql, &params![n, first, owner, group])?;
        let (mut all, mut lineage) = (vec![], vec![]);
        for unit in units {
            tx.execute("INSERT INTO note_unit (n, unit_id) VALUES (?1, ?2)", &params![n, id::<()>(*unit)])?;
            all.push(id(*unit));
            lineage.extend(store::lineage(tx, id(*unit))?);
        }
        let note = Note { units: vec![first], lineage: store::lineage(tx, first)?, owner, group };
        one.extend(check::<Read, _>(&actor, note).is_ok().then_some(n));
        let shared = Shared(Note { units: all, lineage, owner, group });
        several.extend(check::<Read, _>(&actor, shared).is_ok().then_some(n));
    }
    let listed = |tx: &mut Tx<'_>, seen: crate::Filter| {
        let rows = tx.query(&format!("SELECT n FROM note WHERE {} ORDER BY n", seen.sql), &seen.params)?;
        Ok::<Vec<i64>, db::Error>(rows.iter().map(|row| row.get(0)).collect())
    };
    let (by_one, by_several) = (visible::<Read, Note>(&actor, 1), visible::<Read, Shared>(&actor, 1));
    Ok(((listed(tx, by_one)?, one), (listed(tx, by_several)?, several)))
}

/// One case drawn for this seed.
fn sample(seed: u32) -> Case {
    let mut bytes = [0; 32];
    bytes[..4].copy_from_slice(&seed.to_le_bytes());
    let config = proptest::test_runner::Config::default();
    let rng = proptest::test_runner::TestRng::from_seed(proptest::test_runner::RngAlgorithm::ChaCha, &bytes);
    any_case().new_tree(&mut TestRunner::new_with_rng(config, rng)).unwrap().current()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_shows_what_opens_one_by_one() {
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([NOTE]).collect();
    for (name, db) in db::testing::both(&steps).await {
        db.write(territory).await.unwrap();
        let seen = db
            .write(move |tx| {
                let mut seen = 0;
                for seed in 0..db::testing::cases(300) {
                    let case = sample(seed);
                    let ((listed, opened), (listed_of_several, opened_of_several)) = readings(tx, &case)?;
                    assert_eq!(listed, opened, "{name}, one unit: {case:?}");
                    assert_eq!(listed_of_several, opened_of_several, "{name}, several units: {case:?}");
                    seen += opened_of_several.len();
                }
                Ok::<_, db::Error>(seen)
            })
            .await
            .unwrap();
        assert!(seen > 100, "{name}: {seen} notes were opened, too few for the test to say anything");
    }
}

#[test]
fn a_rule_that_opens_nothing_shows_nothing() {
    enum Never {}
    impl Permission<Note> for Never {
        const RULE: Rule = Rule(&[Clause::RoleAt(roles::TEAM), Clause::InGroup(Part::ALL)]);
    }
    let actor = Actor { person: id(1), grants: vec![], children: vec![], groups: vec![] };
    assert_eq!(visible::<Never, Note>(&actor, 1).sql, "(FALSE)");
}
