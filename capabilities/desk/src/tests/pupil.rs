//! What the desk tells of a pupil on their page.
use super::town::{Town, acting, both};
use crate::store;

#[tokio::test]
async fn the_help_a_pupil_had_is_told_to_the_team_and_the_carers_alone() {
    for (name, db, town) in both::<Town>().await {
        let work = move |tx: &mut db::Tx<'_>| {
            town.open(tx)?;
            let ticket = town.ask(tx, 0, -9)?;
            let told = |tx: &mut db::Tx<'_>, person| {
                let actor = acting(tx, person)?;
                let tickets = store::of_pupil(tx, &actor, town.pupils[0], web::Pager::whole())?;
                Ok::<_, db::Error>(tickets.iter().map(|ticket| ticket.id).collect::<Vec<_>>())
            };
            for person in [town.teachers[0], town.head, town.vie_scolaire, town.referent] {
                assert_eq!(told(tx, person)?, [ticket], "{name}");
            }
            for person in [town.other.teachers[0], town.other.head, town.pilot, town.guardian, town.pupils[1]] {
                assert!(told(tx, person)?.is_empty(), "{name}");
            }
            let head = acting(tx, town.head)?;
            assert!(
                store::of_pupil(tx, &head, town.pupils[1], web::Pager::whole())?.is_empty(),
                "{name}: of this pupil alone"
            );
            Ok::<_, db::Error>(())
        };
        db.write(work).await.unwrap();
    }
}
