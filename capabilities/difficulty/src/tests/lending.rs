//! What a school owns and lends.
use super::town::{Evening, NOW, Town, both};
use crate::{Refusal, School, Thing, policy::Lend, store};
use access::Actor;
use std::sync::Arc;
use web::testing::race;

#[tokio::test]
async fn no_more_is_lent_than_what_works_and_what_is_lent_is_counted() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let luc = Actor::load(tx, town.referent, NOW)?;
            let school = access::check::<Lend, _>(&luc, School(town.school)).unwrap();
            let people = (town.guardian, town.pupils[0]);
            let lend = |tx: &mut db::Tx<'_>, id| {
                store::lend(tx, &school, &luc, (id, Thing::Laptop), people, Some(NOW.plus_days(7)), NOW)
            };
            assert_eq!(lend(tx, town.id())?, Err(Refusal::NoneLeft), "{name}: nothing was noted");
            store::set_stock(tx, &school, &luc, Thing::Laptop, (3, 1, "Salle 12"), NOW)?;
            let loan = town.id();
            assert_eq!(lend(tx, loan)?, Ok(()), "{name}");
            assert_eq!(lend(tx, town.id())?, Err(Refusal::NoneLeft), "{name}");
            let stock = store::stock(tx, &school)?;
            let laptop = stock.iter().find(|stock| stock.thing == Thing::Laptop).unwrap();
            assert_eq!((laptop.total, laptop.working, laptop.lent, laptop.left()), (3, 1, 1, 0), "{name}");
            let out = store::loans(tx, &school, web::Pager::FIRST)?;
            assert_eq!(out.len(), 1, "{name}");
            assert!(!out[0].late(NOW) && out[0].late(NOW.plus_days(8)), "{name}");
            for stranger in [town.other.head, town.teachers[0], town.pilot, town.guardian] {
                let actor = Actor::load(tx, stranger, NOW)?;
                assert!(access::check::<Lend, _>(&actor, School(town.school)).is_err(), "{name}");
                assert_eq!(store::take_back(tx, &actor, loan, NOW)?, None, "{name}");
            }
            assert_eq!(store::take_back(tx, &luc, loan, NOW)?, Some(town.school), "{name}");
            assert!(store::loans(tx, &school, web::Pager::FIRST)?.is_empty(), "{name}");
            assert_eq!(lend(tx, town.id())?, Ok(()), "{name}: it may leave again");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_eight_who_lend_the_last_one_at_once_one_does() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        evening
            .write(|tx, town| {
                let luc = Actor::load(tx, town.referent, NOW)?;
                let school = access::check::<Lend, _>(&luc, School(town.school)).unwrap();
                store::set_stock(tx, &school, &luc, Thing::Laptop, (1, 1, ""), NOW)
            })
            .await;
        let answers = race(8, |at| {
            // Two who may lend, at four counters each.
            let mut lender = evening.of([town.referent, town.vie_scolaire][at % 2]);
            let (pupil, once) = (town.pupils[0].to_string(), format!("page {at}"));
            async move {
                lender.get(&format!("/rrupn/pret?eleve={pupil}")).await;
                let fields = [("eleve", &*pupil), ("materiel", "laptop"), ("jusqu", "2026-06-30"), ("once", &*once)];
                lender.post("/rrupn/pret", &fields).await.status
            }
        });
        let answers = answers.await;
        let lent = |status| answers.iter().filter(|answer| **answer == status).count();
        assert_eq!((lent(303), lent(422)), (1, 7), "{name}: {answers:?}");
        let out = evening.db.read(|tx| tx.first("SELECT count(*) FROM difficulty_loan", &[])).await.unwrap();
        assert_eq!(out.unwrap().get::<i64>(0), 1, "{name}");
    }
}
