//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{NOW, World, led};
use crate::SLICE;
use kernel::PersonId;

impl World {
    /// The kinds of the cards of this person's day.
    async fn day(&self, person: PersonId, days: i64) -> Vec<&'static str> {
        web::testing::day(&self.db, &[&SLICE], person, NOW.plus_days(days)).await
    }
}

const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn a_letter_waits_for_its_answer_child_by_child() {
    for world in World::both().await {
        let (name, town) = (world.name, world.town.clone());
        assert_eq!(world.day(town.samira, 0).await, ["agreement-card-answer", "agreement-card-answer"], "{name}");
        assert_eq!(world.day(town.apart[0], 0).await, ["agreement-card-answer"], "{name}");
        for other in [town.grandmother, town.stranger, town.teacher, town.pilot, town.ines, town.other_head] {
            assert_eq!(world.day(other, 0).await, NOTHING, "{name}");
        }
        let mut samira = world.of(town.samira);
        for (child, left) in [(town.sami, 1), (town.maissa, 0)] {
            let letter = format!("/accord/lettre/{}", world.told(town.samira, child).await.id);
            samira.get(&letter).await;
            led(samira.post(&letter, &[("reponse", "oui")]).await);
            assert_eq!(world.day(town.samira, 0).await.len(), left, "{name}");
        }
        assert_eq!(world.day(town.apart[0], 0).await, ["agreement-card-answer"], "{name}: another family's");
    }
}

#[tokio::test]
async fn the_team_hands_out_sheets_and_calls_those_who_said_nothing() {
    for world in World::both().await {
        let (name, town) = (world.name, world.town.clone());
        assert_eq!(world.day(town.cpe, 0).await, ["agreement-card-unreached"], "{name}");
        assert_eq!(world.day(town.cpe, 8).await, ["agreement-card-silent", "agreement-card-unreached"], "{name}");
        let mut cpe = world.of(town.cpe);
        let sheets = format!("/accord/feuilles/{}", town.class);
        cpe.get(&sheets).await;
        led(cpe.post(&sheets, &[]).await);
        assert_eq!(world.day(town.head, 0).await, NOTHING, "{name}");
        assert_eq!(world.day(town.head, 8).await, ["agreement-card-silent"], "{name}");
        assert_eq!(world.day(town.head, 61).await, NOTHING, "{name}: no longer asked for");
        for other in [town.teacher, town.other_head, town.pilot] {
            assert_eq!(world.day(other, 8).await, NOTHING, "{name}");
        }
    }
}

#[tokio::test]
async fn what_stands_in_the_way_waits_for_a_proposal_and_the_proposal_for_an_answer() {
    for world in World::both().await {
        let (name, town) = (world.name, world.town.clone());
        let letter = format!("/accord/lettre/{}", world.told(town.samira, town.sami).await.id);
        let mut samira = world.of(town.samira);
        samira.get(&letter).await;
        led(samira.post(&format!("{letter}/contrainte"), &[("quoi", "bus"), ("mots", "Le car part à 17 h.")]).await);
        let concern = "agreement-card-concern";
        assert!(world.day(town.cpe, 0).await.contains(&concern), "{name}");
        assert!(
            world.day(town.teacher, 0).await.is_empty() && world.day(town.other_head, 0).await.is_empty(),
            "{name}"
        );
        let mut cpe = world.of(town.cpe);
        cpe.get("/accord/contraintes").await;
        let one = cpe.text.split("/accord/contrainte/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = format!("/accord/contrainte/{one}");
        cpe.get(&page).await;
        led(cpe.post(&page, &[("quoi", "loan"), ("mots", "Un ordinateur jusqu’en juin.")]).await);
        assert!(!world.day(town.cpe, 0).await.contains(&concern), "{name}");
        let proposal = "agreement-card-proposal";
        assert!(world.day(town.samira, 0).await.contains(&proposal), "{name}");
        assert!(!world.day(town.apart[0], 0).await.contains(&proposal), "{name}");
        samira.get(&letter).await;
        let choose = samira.text.split("/proposition/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        led(samira.post(&format!("{letter}/proposition/{choose}"), &[("choix", "oui")]).await);
        assert!(!world.day(town.samira, 0).await.contains(&proposal), "{name}");
    }
}
