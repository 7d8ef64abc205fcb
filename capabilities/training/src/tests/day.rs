//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{NOW, Place, led, reading, workshop};
use crate::{Column, SLICE};
use kernel::PersonId;
use std::sync::Arc;

const NOTHING: [&str; 0] = [];

impl Place {
    /// The kinds of the cards of this person's day, so many days from now.
    async fn day(&self, person: PersonId, days: i64) -> Vec<&'static str> {
        web::testing::day(&self.db, &[&SLICE], person, NOW.plus_days(days)).await
    }
}

#[tokio::test]
async fn a_workshop_comes_then_asks_what_one_thought_of_it() {
    for place in Place::both().await {
        let (name, town) = (place.name, Arc::clone(&place.town));
        let page = format!("/formation/{}", place.write(|tx, town| town.course(tx, &workshop(3))).await);
        let claire = town.teachers[0];
        let mut browser = place.of(claire);
        browser.get(&page).await;
        led(browser.post(&format!("{page}/place"), &[("faire", "prendre")]).await);
        assert_eq!(place.day(claire, 0).await, ["training-card-workshop"], "{name}");
        assert_eq!(place.day(claire, 4).await, ["training-card-opinion"], "{name}");
        for other in town.everybody().into_iter().filter(|person| *person != claire) {
            assert_eq!([place.day(other, 0).await, place.day(other, 4).await].concat(), NOTHING, "{name}");
        }
        browser.get(&page).await;
        led(browser.post(&format!("{page}/place"), &[("faire", "rendre")]).await);
        assert_eq!(place.day(claire, 4).await, NOTHING, "{name}");
    }
}

#[tokio::test]
async fn a_course_to_look_at_again_waits_for_who_makes_courses() {
    for place in Place::both().await {
        let (name, town) = (place.name, Arc::clone(&place.town));
        let page = format!("/formation/{}", place.write(|tx, town| town.course(tx, &reading(Column::Tools))).await);
        let (mut claire, mut pilot) = (place.of(town.teachers[0]), place.of(town.pilot));
        claire.get(&page).await;
        led(claire.post(&format!("{page}/revision"), &[("raison", "Le lien est mort")]).await);
        assert_eq!(place.day(town.pilot, 0).await, ["training-card-review"], "{name}");
        assert_eq!([place.day(town.far_pilot, 0).await, place.day(town.head, 0).await].concat(), NOTHING, "{name}");
        pilot.get(&page).await;
        led(pilot.post(&format!("{page}/retrait"), &[]).await);
        assert_eq!(place.day(town.pilot, 0).await, NOTHING, "{name}");
    }
}
