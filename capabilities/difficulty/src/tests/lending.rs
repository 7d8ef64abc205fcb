//! What a school owns and lends.
use super::town::{NOW, Town, both};
use crate::{Refusal, School, Thing, policy::Lend, store};
use access::Actor;

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
