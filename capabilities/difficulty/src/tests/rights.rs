//! Who sees what: lists and single things agree; being above is not being allowed.
use super::town::{NOW, Town, both};
use crate::{
    Difficulty, DifficultyId,
    policy::{Care, Count, Follow, Read},
    store::{self, Which},
};
use access::{Actor, Permission, visible};
use db::{Result, Tx};
use kernel::PersonId;
use std::collections::BTreeSet;

/// Samira's own, one noted by Claire, one of the pupil Inès, one of the pupil Maïssa.
fn some(tx: &mut Tx<'_>, town: &Town) -> Result<Vec<DifficultyId>> {
    let mut ids = vec![town.open(tx, town.guardian, -9)?, town.open(tx, town.teachers[0], -8)?];
    for pupil in [town.pupils[0], town.pupils[2]] {
        let opened = store::Opened { person: pupil, child: Some(pupil), ..town.opened(pupil) };
        store::open(tx, &opened, NOW)?;
        ids.push(opened.id);
    }
    Ok(ids)
}

fn same<P: Permission<Difficulty>>(tx: &mut Tx<'_>, actor: &Actor, all: &[DifficultyId]) -> Result<usize> {
    let seen = visible::<P, Difficulty>(actor, 1);
    let sql = format!("SELECT d.id FROM difficulty d WHERE {}", seen.sql);
    let listed: BTreeSet<DifficultyId> = tx.query(&sql, &seen.params)?.iter().map(|row| row.get(0)).collect();
    let mut found = BTreeSet::new();
    for id in all {
        if store::find::<P>(tx, actor, *id)?.is_some() {
            found.insert(*id);
        }
    }
    if !std::any::type_name::<P>().ends_with("Count") {
        assert_eq!(listed, found, "{} for {:?}", std::any::type_name::<P>(), actor.grants);
    }
    Ok(listed.len())
}

#[tokio::test]
async fn each_sees_their_own_and_a_list_holds_what_one_may_open() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let ids = some(tx, &town)?;
            // Person, follows, cares for, reads, counts.
            let table: [(&str, PersonId, [usize; 4]); 13] = [
                ("Inès, a pupil", town.pupils[0], [1, 0, 1, 0]),
                ("Tom, her brother", town.pupils[1], [0, 0, 0, 0]),
                ("Samira, her mother", town.guardian, [3, 0, 3, 0]),
                ("Karim, her father apart", town.apart, [1, 0, 1, 0]),
                ("Claire, who noted one", town.teachers[0], [0, 1, 1, 0]),
                ("Paul, another teacher", town.teachers[1], [0, 0, 0, 0]),
                ("the referent", town.referent, [0, 4, 4, 4]),
                ("vie scolaire", town.vie_scolaire, [0, 4, 4, 4]),
                ("the head", town.head, [0, 4, 4, 4]),
                ("the pilot", town.pilot, [0, 0, 0, 4]),
                ("another head", town.other.head, [0, 0, 0, 0]),
                ("another teacher", town.other.teachers[0], [0, 0, 0, 0]),
                ("another pupil", town.other.pupils[0], [0, 0, 0, 0]),
            ];
            for (who, person, wanted) in table {
                let actor = Actor::load(tx, person, NOW)?;
                let seen = [
                    same::<Follow>(tx, &actor, &ids)?,
                    same::<Care>(tx, &actor, &ids)?,
                    same::<Read>(tx, &actor, &ids)?,
                    same::<Count>(tx, &actor, &ids)?,
                ];
                assert_eq!(seen, wanted, "{name}: {who}");
                let board = store::board(tx, &actor, crate::Audience::Family, Which::Open, None, web::Pager::FIRST)?;
                assert_eq!(board.len(), wanted[1], "{name}: {who}");
                let counted: i64 =
                    store::counts_seen(tx, &actor, NOW.plus_days(-1))?.iter().map(store::Count::opened).sum();
                assert_eq!(counted, i64::try_from(wanted[3]).unwrap(), "{name}: {who}");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_teacher_sees_what_is_given_to_them_until_it_is_anothers_or_long_closed() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.open(tx, town.guardian, 0)?;
            let luc = Actor::load(tx, town.referent, NOW)?;
            let candidates = store::candidates(tx, town.school, NOW)?;
            let names: Vec<_> = candidates.iter().map(|one| (one.family.as_str(), one.carer)).collect();
            let carers = [("Morel", true), ("Roux", true), ("Tellier", true)];
            let teachers = [("Auvray", false), ("Lebrun", false), ("Simon", false)];
            assert_eq!(names, [carers, teachers].concat(), "{name}");
            let give = |tx: &mut Tx<'_>, to: PersonId| {
                let one = store::find::<Care>(tx, &luc, id)?.unwrap();
                let to = candidates.iter().find(|candidate| candidate.person == to).unwrap();
                store::assign(tx, &one, to, &luc, NOW)?.unwrap();
                Ok::<_, db::Error>(())
            };
            let sees = |tx: &mut Tx<'_>, person: PersonId, at: kernel::Moment| {
                let actor = Actor::load(tx, person, at)?;
                Ok::<_, db::Error>(store::find::<Care>(tx, &actor, id)?.is_some())
            };
            assert!(!sees(tx, town.teachers[1], NOW)?, "{name}");
            give(tx, town.teachers[1])?;
            assert!(sees(tx, town.teachers[1], NOW)?, "{name}");
            give(tx, town.teachers[0])?;
            assert!(!sees(tx, town.teachers[1], NOW)?, "{name}: it is a colleague's now");
            let claire = Actor::load(tx, town.teachers[0], NOW)?;
            let one = store::find::<Care>(tx, &claire, id)?.unwrap();
            store::close(tx, &one, &claire, (town.id(), "Réglé."), NOW)?.unwrap();
            assert!(sees(tx, town.teachers[0], NOW.plus_days(29))?, "{name}");
            assert!(!sees(tx, town.teachers[0], NOW.plus_days(31))?, "{name}");
            assert!(sees(tx, town.head, NOW.plus_days(31))?, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
