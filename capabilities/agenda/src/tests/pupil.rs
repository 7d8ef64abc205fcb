//! What the agenda tells of a pupil on their page.
use super::town::{Evening, NOW, whole};
use crate::store;
use std::sync::Arc;

#[tokio::test]
async fn a_pupils_page_has_the_meetings_of_ones_own_school() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let meeting = evening.write(|tx, town| {
            let meeting = town.plan(tx, 60)?;
            store::enrol(tx, &meeting, town.pupils[0], town.teachers[0], NOW)?.unwrap();
            Ok(meeting)
        });
        let meeting = format!("/seances/{}", meeting.await.id);
        let page = format!("/eleve/{}", town.pupils[0]);
        for person in [town.teachers[1], town.head, town.vie_scolaire] {
            let mut browser = evening.of(person);
            assert!(whole(browser.get(&page).await).contains(&meeting), "{name}");
        }
        let mut teacher = evening.of(town.teachers[1]);
        let other = format!("/eleve/{}", town.pupils[1]);
        assert!(!whole(teacher.get(&other).await).contains(&meeting), "{name}: of this pupil alone");
        for person in [town.other.teachers[0], town.other.head, town.pilot, town.guardian, town.pupils[0]] {
            let mut browser = evening.of(person);
            assert_eq!(browser.get(&page).await.status, 404, "{name}");
        }
    }
}
