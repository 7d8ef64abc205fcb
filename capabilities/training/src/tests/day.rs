//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{Evening, led, reading, workshop};
use crate::Column;
use std::sync::Arc;

const NOTHING: [&str; 0] = [];
/// Minutes of a day.
const DAY: i64 = 1_440;

#[tokio::test]
async fn a_workshop_comes_then_asks_what_one_thought_of_it() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let page = format!("/formation/{}", evening.write(|tx, town| town.course(tx, &workshop(3))).await);
        let claire = town.teachers[0];
        let mut browser = evening.of(claire);
        browser.get(&page).await;
        led(browser.post(&format!("{page}/place"), &[("faire", "prendre")]).await);
        assert_eq!(evening.day(claire, 0).await, ["training-card-workshop"], "{name}");
        assert_eq!(evening.day(claire, 4 * DAY).await, ["training-card-opinion"], "{name}");
        for other in town.everybody().into_iter().filter(|person| *person != claire) {
            assert_eq!([evening.day(other, 0).await, evening.day(other, 4 * DAY).await].concat(), NOTHING, "{name}");
        }
        browser.get(&page).await;
        led(browser.post(&format!("{page}/place"), &[("faire", "rendre")]).await);
        assert_eq!(evening.day(claire, 4 * DAY).await, NOTHING, "{name}");
    }
}

#[tokio::test]
async fn a_course_to_look_at_again_waits_for_who_makes_courses() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let page = format!("/formation/{}", evening.write(|tx, town| town.course(tx, &reading(Column::Tools))).await);
        let (mut claire, mut pilot) = (evening.of(town.teachers[0]), evening.of(town.pilot));
        claire.get(&page).await;
        led(claire.post(&format!("{page}/revision"), &[("raison", "Le lien est mort")]).await);
        assert_eq!(evening.day(town.pilot, 0).await, ["training-card-review"], "{name}");
        assert_eq!([evening.day(town.far_pilot, 0).await, evening.day(town.head, 0).await].concat(), NOTHING, "{name}");
        pilot.get(&page).await;
        led(pilot.post(&format!("{page}/retrait"), &[("faire", "retirer")]).await);
        assert_eq!(evening.day(town.pilot, 0).await, NOTHING, "{name}");
    }
}
