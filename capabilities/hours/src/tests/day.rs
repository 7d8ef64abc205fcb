//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{NOW, both, browser};
use crate::SLICE;
use web::testing::{cards, day};

const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn a_line_is_confirmed_then_approved_then_sent() {
    for (name, db, town) in both().await {
        let of = town.clone();
        // Last month: what is not over is not sent.
        let line = db.write(move |tx| of.line(tx, of.teachers[0], (-35 * 1_440, 80, 2))).await.unwrap();
        let browser = browser(&db).await;
        let (teacher, head) = (town.teachers[0], town.head);
        assert_eq!(day(&db, &[&SLICE], teacher, NOW).await, ["hours-card-confirm"], "{name}");
        let found = cards(&db, &[&SLICE], head, NOW).await;
        assert_eq!((found.len(), found[0].key, found[0].n), (1, "hours-card-approve", 80), "{name}: in minutes");
        for other in [town.teachers[1], town.other_teacher, town.other_head, town.pilot, town.pupil, town.guardian] {
            assert_eq!(day(&db, &[&SLICE], other, NOW).await, NOTHING, "{name}");
        }

        let mut claire = browser.another().with("preau", teacher);
        let to = cards(&db, &[&SLICE], teacher, NOW).await[0].href.clone();
        claire.get(&to).await;
        assert!(claire.text.contains(&format!("/heures/ligne/{line}")), "{name}: the card leads to its month");
        claire.post("/heures/confirmation", &[("mois", "2025-10")]).await;
        assert_eq!(claire.status, 303, "{name}: {claire:?}");
        assert_eq!(day(&db, &[&SLICE], teacher, NOW).await, NOTHING, "{name}");

        let mut helene = browser.another().with("preau", head);
        helene.get(&found[0].href).await;
        helene.post("/heures/ecole", &[("mois", "2025-10"), ("faire", "tout")]).await;
        assert_eq!(helene.status, 303, "{name}: {helene:?}");
        assert_eq!(day(&db, &[&SLICE], head, NOW).await, ["hours-card-batch"], "{name}");
        helene.post("/heures/ecole/envoi", &[("mois", "2025-10")]).await;
        assert_eq!(helene.status, 303, "{name}: {helene:?}");
        assert_eq!(day(&db, &[&SLICE], head, NOW).await, NOTHING, "{name}");
    }
}

#[tokio::test]
async fn a_heads_own_hours_wait_for_somebody_else() {
    for (name, db, town) in both().await {
        let of = town.clone();
        db.write(move |tx| of.line(tx, of.head, (-90, 60, 1))).await.unwrap();
        assert_eq!(day(&db, &[&SLICE], town.head, NOW).await, ["hours-card-confirm"], "{name}");
    }
}
