//! Edges are kept by source, and the closure says what they say.
use super::{id, territory, unit};
use crate::{MIGRATIONS, UnitKind, store};
use db::Tx;
use kernel::{Chance, Seeded, UnitId};
use std::collections::{BTreeMap, BTreeSet};

#[tokio::test]
async fn a_school_moved_keeps_its_classes_and_the_parents_another_source_gave_it() {
    for (name, db) in db::testing::both(MIGRATIONS).await {
        let (before, after) = db
            .write(|tx| {
                territory(tx)?;
                store::put(tx, &unit(8, UnitKind::Circonscription), &[id(2)])?;
                store::put(tx, &unit(9, UnitKind::Etablissement), &[])?;
                store::put(tx, &unit(10, UnitKind::Classe), &[id(9)])?;
                store::set_parents(tx, id(9), &[id(7)], "annuaire")?;
                store::set_parents(tx, id(9), &[id(8)], "ien")?;
                let before = sorted(store::lineage(tx, id(10))?);
                store::set_parents(tx, id(9), &[id(2)], "annuaire")?;
                Ok::<_, db::Error>((before, sorted(store::lineage(tx, id(10))?)))
            })
            .await
            .unwrap();
        assert_eq!(before, sorted([10, 9, 7, 8, 2, 1].map(id).into()), "{name}");
        assert_eq!(after, sorted([10, 9, 8, 2, 1].map(id).into()), "{name}: the bassin is gone, the rest stays");
    }
}

fn sorted(mut units: Vec<UnitId>) -> Vec<UnitId> {
    units.sort_unstable();
    units
}

/// Units 1 to 9, each hung now and then below one of a smaller number, by two sources.
#[tokio::test]
async fn the_closure_is_what_the_edges_say() {
    for (name, db) in db::testing::both(MIGRATIONS).await {
        db.write(move |tx| {
            (1..10).try_for_each(|n| store::put(tx, &unit(n, UnitKind::Reseau), &[]))?;
            let dice = Seeded::new(7);
            let mut edges: BTreeMap<(u8, &str), BTreeSet<u8>> = BTreeMap::new();
            for _ in 0..db::testing::cases(300) / 3 {
                let child = u8::try_from(2 + dice.below(8)).unwrap();
                let source = ["annuaire", "by hand"][dice.below(2) as usize];
                let parents: BTreeSet<u8> = (1..child).filter(|_| dice.below(3) == 0).collect();
                let ids: Vec<UnitId> = parents.iter().map(|n| id(*n)).collect();
                store::set_parents(tx, id(child), &ids, source)?;
                edges.insert((child, source), parents);
                assert_eq!(closure(tx)?, expected(&edges), "{name}: {edges:?}");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

fn closure(tx: &mut Tx<'_>) -> db::Result<BTreeSet<(u8, u8)>> {
    let rows = tx.query("SELECT ancestor, descendant FROM unit_closure", &[])?;
    Ok(rows.iter().map(|row| (row.get::<UnitId>(0).bytes()[0], row.get::<UnitId>(1).bytes()[0])).collect())
}

fn expected(edges: &BTreeMap<(u8, &str), BTreeSet<u8>>) -> BTreeSet<(u8, u8)> {
    let mut all: BTreeSet<(u8, u8)> = (1..10).map(|n| (n, n)).collect();
    // A parent has a smaller number: going up once in their order is enough.
    for child in 1..10 {
        let parents = edges.iter().filter(|((of, _), _)| *of == child).flat_map(|(_, parents)| parents);
        let above: Vec<u8> =
            parents.flat_map(|parent| all.iter().filter(move |(_, d)| d == parent).map(|(a, _)| *a)).collect();
        all.extend(above.into_iter().map(|ancestor| (ancestor, child)));
    }
    all
}
