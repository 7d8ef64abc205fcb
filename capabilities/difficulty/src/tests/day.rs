//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{Evening, led};
use std::sync::Arc;

const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn a_difficulty_goes_from_nobody_to_a_keeper_to_the_family_and_ends() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let id = evening.write(|tx, town| town.open(tx, town.guardian, -90)).await;
        let (desk, page) = ([town.referent, town.vie_scolaire, town.head], format!("/difficulte/{id}"));
        assert_eq!(
            evening.day(town.referent, 0).await,
            ["difficulty-card-kept"],
            "{name}: it was given to the referent"
        );
        assert_eq!(evening.day(town.head, 0).await, NOTHING, "{name}: it has somebody");
        evening.write(|tx, _| tx.execute("UPDATE difficulty SET keeper_id = NULL", &[])).await;
        for person in desk {
            assert_eq!(evening.day(person, 0).await, ["difficulty-card-new"], "{name}: it has nobody");
        }
        let mut referent = evening.of(town.referent);
        referent.get(&page).await;
        led(referent.post(&format!("{page}/charge"), &[("a", &town.referent.to_string())]).await);
        assert_eq!(evening.day(town.referent, 0).await, ["difficulty-card-kept"], "{name}");
        assert_eq!(evening.day(town.head, 0).await, NOTHING, "{name}");
        referent.get(&page).await;
        led(referent.post(&format!("{page}/mot"), &[("texte", "À quelle heure ?"), ("faire", "attente")]).await);
        assert_eq!(evening.day(town.guardian, 0).await, ["difficulty-card-answer"], "{name}");
        assert_eq!(evening.day(town.referent, 0).await, NOTHING, "{name}: it waits for the family");
        let others = [town.apart, town.pupils[0], town.other.pupils[0], town.teachers[0], town.other.head, town.pilot];
        for other in others {
            assert_eq!(evening.day(other, 0).await, NOTHING, "{name}");
        }
        let mut samira = evening.of(town.guardian);
        samira.get(&page).await;
        led(samira.post(&format!("{page}/mot"), &[("texte", "Après 18 h")]).await);
        assert_eq!(evening.day(town.guardian, 0).await, NOTHING, "{name}");
        assert_eq!(evening.day(town.referent, 0).await, ["difficulty-card-kept"], "{name}");
        referent.get(&page).await;
        led(referent.post(&format!("{page}/cloture"), &[("texte", "Réparée.")]).await);
        assert_eq!(evening.day(town.referent, 0).await, NOTHING, "{name}");
    }
}

#[tokio::test]
async fn a_colleagues_question_waits_for_its_answer() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let id = evening.write(|tx, town| town.ask(tx, town.teachers[0], "Où sont les casques ?")).await;
        let page = format!("/difficulte/{id}");
        assert_eq!(evening.day(town.referent, 0).await, ["difficulty-card-question"], "{name}");
        for other in [town.teachers[0], town.teachers[1], town.other.teachers[0], town.other.head, town.guardian] {
            assert_eq!(evening.day(other, 0).await, NOTHING, "{name}");
        }
        let mut referent = evening.of(town.referent);
        referent.get(&page).await;
        led(referent.post(&format!("{page}/cloture"), &[("texte", "Dans l’armoire.")]).await);
        assert_eq!(evening.day(town.referent, 0).await, NOTHING, "{name}");
    }
}
