//! What difficulties tell of a pupil on their page.
use super::town::{Evening, whole};
use std::sync::Arc;

#[tokio::test]
async fn a_pupils_page_has_their_difficulties_for_those_who_see_to_them() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let id = evening.write(|tx, town| town.open(tx, town.guardian, -90)).await;
        let (page, thread) = (format!("/eleve/{}", town.pupils[0]), format!("/difficulte/{id}"));
        for (person, told) in [(town.referent, true), (town.head, true), (town.teachers[0], false)] {
            let mut browser = evening.of(person);
            let page = whole(browser.get(&page).await);
            assert_eq!(page.contains(&thread), told, "{name}");
            assert!(!page.contains("tablette ne s’allume"), "{name}: no word of it");
        }
        let mut other = evening.of(town.other.head);
        assert_eq!(other.get(&page).await.status, 404, "{name}");
    }
}
