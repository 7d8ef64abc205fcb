//! An opinion stands on *Aujourd'hui* until it is given.
use super::town::{NOW, both, browser};
use crate::{SLICE, Stage};
use web::testing::day;

const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn who_is_asked_has_a_card_until_all_is_answered() {
    for (name, db, town) in both().await {
        let of = town.clone();
        let wave = db.write(move |tx| of.wave(tx, Stage::Start, (-1, 9))).await.unwrap();
        let cards = async |person| day(&db, &[&SLICE], person, NOW).await;
        assert_eq!(cards(town.pupils[0]).await, ["survey-card-pupil"], "{name}");
        assert_eq!(cards(town.teacher).await, ["survey-card-teacher"], "{name}");
        assert_eq!(cards(town.guardian).await, ["survey-card-family", "survey-card-teacher"], "{name}: as both");
        for other in [town.far_pupil, town.vie_scolaire, town.head, town.pilot] {
            assert_eq!(cards(other).await, NOTHING, "{name}");
        }
        let (browser, _) = browser(&db).await;
        let mut ines = browser.another().with("preau", town.pupils[0]);
        for question in ["1", "2", "3"] {
            assert_eq!(cards(town.pupils[0]).await, ["survey-card-pupil"], "{name}");
            ines.get("/avis").await;
            ines.post(&format!("/avis/{wave}/pupil"), &[("question", question), ("reponse", "3")]).await;
            assert_eq!(ines.status, 303, "{name}: {ines:?}");
        }
        assert_eq!(cards(town.pupils[0]).await, NOTHING, "{name}");
        assert_eq!(cards(town.pupils[1]).await, ["survey-card-pupil"], "{name}");
        assert_eq!(day(&db, &[&SLICE], town.pupils[1], NOW.plus_days(10)).await, NOTHING, "{name}: it is over");
    }
}
