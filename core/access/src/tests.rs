//! The two readings of a rule are one, on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use crate::{
    Actor, Allowed, Clause, Guarded, MIGRATIONS, Permission, Role, Rule, Unit, UnitKind, check, store, visible,
};
use db::{Db, Migration, Tx, params};
use kernel::{CircleId, Id, Moment, PersonId, Seeded, UnitId};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

struct Note {
    unit: UnitId,
    lineage: Vec<UnitId>,
    owner: PersonId,
    circle: CircleId,
}

impl Guarded for Note {
    const UNIT: &'static str = "note.unit_id";
    const OWNER: &'static str = "note.owner_id";
    const CIRCLE: &'static str = "note.circle_id";
    fn unit(&self) -> UnitId {
        self.unit
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.owner)
    }
    fn circle(&self) -> Option<CircleId> {
        Some(self.circle)
    }
}

enum Read {}
impl Permission<Note> for Read {
    const RULE: Rule = Rule(&[
        Clause::Owner,
        Clause::GuardianOf,
        Clause::InCircle,
        Clause::RoleOver(&[Role::Head]),
        Clause::RoleAt(&[Role::Teacher]),
    ]);
}

const NOTE: Migration = Migration {
    name: "test/note",
    sql: "CREATE TABLE note (\n  n BIGINT NOT NULL,\n  unit_id BYTEA NOT NULL,\n  owner_id BYTEA NOT NULL,\n  circle_id BYTEA NOT NULL\n);",
};

/// Ids by number, the same in every run.
fn id<K>(n: u8) -> Id<K> {
    Id::from_bytes(&[n; 16]).unwrap()
}

/// académie 1 › département 2 › schools 3 and 5 › classes 4 and 6; bassin 7 crosses the line and holds school 5 only.
fn territory(tx: &mut Tx<'_>) -> db::Result<()> {
    use UnitKind::{Academie, Bassin, Classe, Departement, Etablissement};
    let units: [(u8, UnitKind, &[u8]); 7] = [
        (1, Academie, &[]),
        (2, Departement, &[1]),
        (7, Bassin, &[1]),
        (3, Etablissement, &[2]),
        (5, Etablissement, &[2, 7]),
        (4, Classe, &[3]),
        (6, Classe, &[5]),
    ];
    for (n, kind, parents) in units {
        let unit = Unit { id: id(n), kind, code: n.to_string(), name: n.to_string(), closed: false };
        store::put(tx, &unit, &parents.iter().map(|p| id(*p)).collect::<Vec<_>>())?;
    }
    Ok(())
}

type Case = (Vec<(u8, u8, u8)>, u8, Vec<(Role, u8)>, Vec<u8>, Vec<u8>);

/// What the list shows, and what opens one by one.
fn both_readings(tx: &mut Tx<'_>, case: &Case) -> db::Result<(Vec<i64>, Vec<i64>)> {
    let (notes, person, grants, children, circles) = case;
    tx.execute("DELETE FROM note", &[])?;
    let actor = Actor {
        person: id(*person),
        grants: grants.iter().map(|(role, unit)| (*role, id(*unit))).collect(),
        children: children.iter().map(|n| id(*n)).collect(),
        circles: circles.iter().map(|n| id(*n)).collect(),
    };
    let mut opened = vec![];
    for (n, (unit, owner, circle)) in notes.iter().enumerate() {
        let n = i64::try_from(n).unwrap();
        let (unit, owner, circle) = (id(*unit), id(*owner), id(*circle));
        tx.execute(
            "INSERT INTO note (n, unit_id, owner_id, circle_id) VALUES (?1, ?2, ?3, ?4)",
            &params![n, unit, owner, circle],
        )?;
        let note = Note { unit, lineage: store::lineage(tx, unit)?, owner, circle };
        let allowed: Result<Allowed<Read, Note>, _> = check(&actor, note);
        opened.extend(allowed.is_ok().then_some(n));
    }
    let seen = visible::<Read, Note>(&actor, 1);
    let rows = tx.query(&format!("SELECT n FROM note WHERE {} ORDER BY n", seen.sql), &seen.params)?;
    Ok((rows.iter().map(|row| row.get(0)).collect(), opened))
}

fn cases() -> impl Strategy<Value = Case> {
    let role = prop::sample::select(Role::ALL.to_vec());
    (
        prop::collection::vec((1..8u8, 1..4u8, 1..4u8), 0..8),
        1..4u8,
        prop::collection::vec((role, 1..8u8), 0..4),
        prop::collection::vec(1..4u8, 0..3),
        prop::collection::vec(1..4u8, 0..3),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_shows_what_opens_one_by_one() {
    let steps: Vec<_> = MIGRATIONS.iter().copied().chain([NOTE]).collect();
    for (name, db) in db::testing::both(&steps).await {
        db.write(territory).await.unwrap();
        for n in 0..64 {
            let case = sample(n);
            let shown = case.clone();
            let (listed, opened) = readings(&db, case).await;
            assert_eq!(listed, opened, "{name}: {shown:?}");
        }
    }
}

/// One case drawn for this seed.
fn sample(seed: u8) -> Case {
    let config = proptest::test_runner::Config::default();
    let rng = proptest::test_runner::TestRng::from_seed(proptest::test_runner::RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    cases().new_tree(&mut runner).unwrap().current()
}

async fn readings(db: &Db, case: Case) -> (Vec<i64>, Vec<i64>) {
    db.write(move |tx| both_readings(tx, &case)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_moved_keeps_its_classes_and_loses_its_old_line() {
    for (name, db) in db::testing::both(MIGRATIONS).await {
        let (before, after) = db
            .write(|tx| {
                territory(tx)?;
                let before = store::lineage(tx, id(6))?.len();
                store::detach(tx, id(5))?;
                store::below(tx, id(5), id(2))?;
                Ok::<_, db::Error>((before, store::lineage(tx, id(6))?))
            })
            .await
            .unwrap();
        assert_eq!(before, 5, "{name}: class, school, département, bassin, académie");
        assert_eq!(after.len(), 4, "{name}: the bassin is gone");
        assert!(!after.contains(&id(7)), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_actor_holds_what_has_not_ended() {
    for (name, db) in db::testing::both(MIGRATIONS).await {
        let chance = Seeded::new(1);
        let person = PersonId::new(Moment(0), &chance);
        let actor = db
            .write(move |tx| {
                territory(tx)?;
                store::grant(tx, person, Role::Teacher, id(3), Moment(0), None)?;
                store::grant(tx, person, Role::Head, id(5), Moment(0), Some(Moment(10)))?;
                store::set_guardian(tx, person, id(9), true)?;
                store::join_circle(tx, id(8), person, Some(Moment(30)))?;
                Actor::load(tx, person, Moment(20))
            })
            .await
            .unwrap();
        assert_eq!(actor.grants, [(Role::Teacher, id(3))], "{name}: the headship has ended");
        assert_eq!((actor.children.len(), actor.circles.len()), (1, 1), "{name}");
    }
}
