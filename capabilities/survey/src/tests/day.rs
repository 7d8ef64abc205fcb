//! An opinion stands on *Aujourd'hui* until it is given.
use super::town::Evening;
use crate::Stage;

const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn who_is_asked_has_a_card_until_all_is_answered() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, std::sync::Arc::clone(&evening.town));
        let wave = evening.write(|tx, town| town.wave(tx, Stage::Start, (-1, 9))).await;
        let cards = async |person| evening.day(person, 0).await;
        assert_eq!(cards(town.pupils[0]).await, ["survey-card-pupil"], "{name}");
        assert_eq!(cards(town.teachers[0]).await, ["survey-card-teacher"], "{name}");
        assert_eq!(cards(town.guardian).await, ["survey-card-family", "survey-card-teacher"], "{name}: as both");
        for other in [town.far.pupils[0], town.vie_scolaire, town.head, town.pilot] {
            assert_eq!(cards(other).await, NOTHING, "{name}");
        }
        let mut ines = evening.of(town.pupils[0]);
        for question in ["1", "2", "3"] {
            assert_eq!(cards(town.pupils[0]).await, ["survey-card-pupil"], "{name}");
            ines.get("/avis").await;
            ines.post(&format!("/avis/{wave}/pupil"), &[("question", question), ("reponse", "3")]).await;
            assert_eq!(ines.status, 303, "{name}: {ines:?}");
        }
        assert_eq!(cards(town.pupils[0]).await, NOTHING, "{name}");
        assert_eq!(cards(town.pupils[1]).await, ["survey-card-pupil"], "{name}");
        assert_eq!(evening.day(town.pupils[1], 10 * 1_440).await, NOTHING, "{name}: it is over");
    }
}
