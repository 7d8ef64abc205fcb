//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{Evening, NOW};
use crate::SLICE;
use web::testing::cards;

const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn a_line_is_confirmed_then_approved_then_sent() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, std::sync::Arc::clone(&evening.town));
        // Last month: what is not over is not sent.
        let line = evening.write(|tx, town| town.line(tx, town.teachers[0], (-35 * 1_440, 80, 2))).await;
        let (teacher, head) = (town.teachers[0], town.head);
        assert_eq!(evening.day(teacher, 0).await, ["hours-card-confirm"], "{name}");
        assert_eq!(evening.day(head, 0).await, ["hours-card-unsaid"], "{name}: nobody confirmed it, the month is over");
        for other in
            [town.teachers[1], town.other.teachers[0], town.other.head, town.pilot, town.pupils[0], town.guardian]
        {
            assert_eq!(evening.day(other, 0).await, NOTHING, "{name}");
        }

        let mut claire = evening.of(teacher);
        let to = cards(&evening.db, &[&SLICE], teacher, NOW).await[0].href.clone();
        claire.get(&to).await;
        assert!(claire.text.contains(&format!("/heures/ligne/{line}")), "{name}: the card leads to its month");
        claire.post("/heures/confirmation", &[("mois", "2025-10")]).await;
        assert_eq!(claire.status, 303, "{name}: {claire:?}");
        assert_eq!(evening.day(teacher, 0).await, NOTHING, "{name}");
        let found = cards(&evening.db, &[&SLICE], head, NOW).await;
        assert_eq!((found.len(), found[0].key, found[0].n), (1, "hours-card-approve", 80), "{name}: in minutes");

        let mut helene = evening.of(head);
        helene.get(&found[0].href).await;
        helene.post("/heures/ecole", &[("mois", "2025-10"), ("etat", "confirmed")]).await;
        assert_eq!(helene.status, 303, "{name}: {helene:?}");
        assert_eq!(evening.day(head, 0).await, ["hours-card-batch"], "{name}");
        helene.post("/heures/ecole/envoi", &[("mois", "2025-10")]).await;
        assert_eq!(helene.status, 303, "{name}: {helene:?}");
        assert_eq!(evening.day(head, 0).await, NOTHING, "{name}");
    }
}

#[tokio::test]
async fn a_heads_own_hours_wait_for_somebody_else() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, std::sync::Arc::clone(&evening.town));
        evening.write(|tx, town| town.line(tx, town.head, (-90, 60, 1))).await;
        assert_eq!(evening.day(town.head, 0).await, ["hours-card-confirm"], "{name}");
    }
}
