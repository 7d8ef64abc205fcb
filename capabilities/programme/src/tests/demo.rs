//! The year of a demonstration.
use super::town::{NOW, TEMPLATE, both};
use crate::{demo, differences, names_in, store};

#[tokio::test]
async fn it_runs_with_a_protocol_in_each_school_and_something_to_read_everywhere() {
    for (name, db, town) in both().await {
        db.write(move |tx| {
            store::put_template(tx, &TEMPLATE)?;
            let schools = [
                (town.school, town.head, town.teacher, 62),
                (town.near_school, town.near_head, town.near_head, 71),
                (town.other_school, town.other_head, town.other_head, 48),
            ];
            let id = demo::year(tx, &town.chance, town.academie, town.pilot, "lecture", &schools, NOW)?;
            assert_eq!(store::engaged(tx, id)?.len(), 3);
            let live = store::published_all(tx, id)?;
            assert_eq!(live.len(), 3, "{name}");
            assert!(live.iter().all(|one| one.content.lacks().is_empty() && one.content.before_bus().is_empty()));
            let told = store::versions(tx, id, town.school)?;
            assert_eq!(told.len(), 2);
            assert!(!differences(&told[1].content, &told[0].content).is_empty());
            assert!(store::milestones(tx, id)?.iter().any(|step| step.reached.is_some()));
            assert!(store::milestones(tx, id)?.iter().any(|step| step.reached.is_none()));
            assert_eq!(store::remarks(tx, id, None)?.len(), 3);
            assert_eq!(store::experiences(tx, 1, 20)?.1, 2);
            assert_eq!(store::proposals(tx, id, None)?.len(), 3);
            let people = store::people_of(tx, town.school, NOW)?;
            for one in store::experiences(tx, 1, 20)?.0 {
                assert!(names_in(&one.text, &people).is_empty());
            }
            assert_eq!(store::running(tx, town.other_school, NOW)?.len(), 1);
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
