//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{NOW, Place, led};
use crate::SLICE;
use kernel::PersonId;
use std::sync::Arc;

const NOTHING: [&str; 0] = [];

impl Place {
    /// The kinds of the cards of this person's day.
    async fn day(&self, person: PersonId) -> Vec<&'static str> {
        web::testing::day(&self.db, &[&SLICE], person, NOW).await
    }
}

#[tokio::test]
async fn a_difficulty_goes_from_nobody_to_a_keeper_to_the_family_and_ends() {
    for place in Place::both().await {
        let (name, town) = (place.name, Arc::clone(&place.town));
        let id = place.write(|tx, town| town.open(tx, town.guardian, -90)).await;
        let (desk, page) = ([town.referent, town.vie_scolaire, town.head], format!("/difficulte/{id}"));
        for person in desk {
            assert_eq!(place.day(person).await, ["difficulty-card-new"], "{name}");
        }
        let mut referent = place.of(town.referent);
        referent.get(&page).await;
        led(referent.post(&format!("{page}/charge"), &[("a", &town.referent.to_string())]).await);
        assert_eq!(place.day(town.referent).await, ["difficulty-card-kept"], "{name}");
        assert_eq!(place.day(town.head).await, NOTHING, "{name}");
        referent.get(&page).await;
        led(referent.post(&format!("{page}/mot"), &[("texte", "À quelle heure ?"), ("faire", "attente")]).await);
        assert_eq!(place.day(town.guardian).await, ["difficulty-card-answer"], "{name}");
        assert_eq!(place.day(town.referent).await, NOTHING, "{name}: it waits for the family");
        let others = [town.apart, town.pupils[0], town.other_pupil, town.teachers[0], town.other_head, town.pilot];
        for other in others {
            assert_eq!(place.day(other).await, NOTHING, "{name}");
        }
        let mut samira = place.of(town.guardian);
        samira.get(&page).await;
        led(samira.post(&format!("{page}/mot"), &[("texte", "Après 18 h")]).await);
        assert_eq!(place.day(town.guardian).await, NOTHING, "{name}");
        assert_eq!(place.day(town.referent).await, ["difficulty-card-kept"], "{name}");
        referent.get(&page).await;
        led(referent.post(&format!("{page}/cloture"), &[("cloture", "Réparée.")]).await);
        assert_eq!(place.day(town.referent).await, NOTHING, "{name}");
    }
}

#[tokio::test]
async fn a_colleagues_question_waits_for_its_answer() {
    for place in Place::both().await {
        let (name, town) = (place.name, Arc::clone(&place.town));
        let id = place.write(|tx, town| town.ask(tx, town.teachers[0], "Où sont les casques ?")).await;
        let page = format!("/difficulte/{id}");
        assert_eq!(place.day(town.referent).await, ["difficulty-card-question"], "{name}");
        for other in [town.teachers[0], town.teachers[1], town.other_teacher, town.other_head, town.guardian] {
            assert_eq!(place.day(other).await, NOTHING, "{name}");
        }
        let mut referent = place.of(town.referent);
        referent.get(&page).await;
        led(referent.post(&format!("{page}/cloture"), &[("cloture", "Dans l’armoire.")]).await);
        assert_eq!(place.day(town.referent).await, NOTHING, "{name}");
    }
}
