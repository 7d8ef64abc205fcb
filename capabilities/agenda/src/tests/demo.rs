//! The weeks of the demonstration.
use super::town::{NOW, Town, acting, both};
use crate::{demo, store};
use kernel::Seeded;

#[tokio::test]
async fn the_demonstration_has_a_past_a_present_and_a_waiting_list() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let dispositif = Some(town.dispositif);
            let (teachers, pupils) = (&town.teachers, &town.pupils);
            demo::weeks(tx, &Seeded::new(5), (town.school, dispositif), &demo::HELP, (teachers, pupils), 10, NOW)?;
            let held = store::held(tx, NOW.plus_days(-80), NOW)?;
            assert!(held.len() > 25, "{name}: {}", held.len());
            assert!(held.iter().any(|one| one.on_site) && held.iter().any(|one| one.came > 0), "{name}");
            let actor = acting(tx, town.head)?;
            let ahead = store::of_staff(tx, &actor, (NOW, NOW.plus_days(10)), web::Pager::whole())?;
            assert!(ahead.len() >= 5, "{name}: {}", ahead.len());
            assert!(ahead.iter().any(|line| line.waiting > 0), "{name}");
            assert!(ahead.iter().any(|line| line.meeting.teacher.is_none()), "{name}");
            assert!(ahead.iter().any(|line| line.free() > 0), "{name}");
            let counts = store::counts(tx, dispositif, Some(town.school), NOW.plus_days(-80), NOW)?;
            assert!(counts.len() >= 3, "{name}: {counts:?}");
            assert_eq!(store::lay_all(tx, &Seeded::new(6), NOW)?, 0, "{name}: nothing is left to lay down");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
