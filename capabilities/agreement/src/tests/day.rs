//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{NOW, acting, evenings, led, told_to};
use crate::{policy::Reply, store};

const NOTHING: [&str; 0] = [];
/// Minutes of a day.
const DAY: i64 = 1_440;

#[tokio::test]
async fn a_letter_waits_for_its_answer_child_by_child() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        assert_eq!(evening.day(town.samira, 0).await, ["agreement-card-answer", "agreement-card-answer"], "{name}");
        assert_eq!(evening.day(town.apart[0], 0).await, ["agreement-card-answer"], "{name}");
        for other in [town.grandmother, town.stranger, town.teachers[0], town.pilot, town.ines, town.other.head] {
            assert_eq!(evening.day(other, 0).await, NOTHING, "{name}");
        }
        let mut samira = evening.of(town.samira);
        for (child, left) in [(town.sami, 1), (town.maissa, 0)] {
            let letter = format!("/accord/lettre/{}", told_to(&evening, town.samira, child).await.id);
            samira.get(&letter).await;
            led(samira.post(&letter, &[("reponse", "oui")]).await);
            assert_eq!(evening.day(town.samira, 0).await.len(), left, "{name}");
        }
        assert_eq!(evening.day(town.apart[0], 0).await, ["agreement-card-answer"], "{name}: another family's");
    }
}

#[tokio::test]
async fn letters_end_with_their_dispositif_and_who_left_is_waited_for_no_more() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let told = told_to(&evening, town.samira, town.sami).await;
        for person in [town.samira, town.vie_scolaire] {
            assert_ne!(evening.day(person, 0).await, NOTHING, "{name}");
            assert_eq!(evening.day(person, 400 * DAY).await, NOTHING, "{name}: the year is over");
        }
        let (samira, id) = (town.samira, told.id);
        let found = evening.write(move |tx, _| {
            let actor = acting(tx, samira)?;
            let mut open = vec![];
            for days in [0, 400] {
                let now = NOW.plus_days(days);
                let one = store::find::<Reply>(tx, &actor, id, now)?.is_some();
                open.push((one, store::of_guardian(tx, &actor, now)?.len()));
            }
            Ok(open)
        });
        assert_eq!(found.await, [(true, 2), (false, 0)], "{name}: open while it runs, and not after");
        let left = evening.write(|tx, town| {
            let sql = "UPDATE membership SET until = ?1 WHERE role = 'pupil' AND unit_id = ?2";
            tx.execute(sql, &db::params![NOW, town.class])
        });
        left.await;
        assert_eq!(evening.day(town.vie_scolaire, 8 * DAY).await, NOTHING, "{name}: they left");
    }
}

#[tokio::test]
async fn the_team_hands_out_sheets_and_calls_those_who_said_nothing() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        assert_eq!(evening.day(town.vie_scolaire, 0).await, ["agreement-card-unreached"], "{name}");
        assert_eq!(
            evening.day(town.vie_scolaire, 8 * DAY).await,
            ["agreement-card-silent", "agreement-card-unreached"],
            "{name}"
        );
        let mut cpe = evening.of(town.vie_scolaire);
        let sheets = format!("/accord/feuilles/{}", town.class);
        cpe.get(&sheets).await;
        led(cpe.post(&sheets, &[]).await);
        assert_eq!(evening.day(town.head, 0).await, NOTHING, "{name}");
        assert_eq!(evening.day(town.head, 8 * DAY).await, ["agreement-card-silent"], "{name}");
        assert_eq!(evening.day(town.head, 61 * DAY).await, NOTHING, "{name}: no longer asked for");
        for other in [town.teachers[0], town.other.head, town.pilot] {
            assert_eq!(evening.day(other, 8 * DAY).await, NOTHING, "{name}");
        }
    }
}

#[tokio::test]
async fn what_stands_in_the_way_waits_for_a_proposal_and_the_proposal_for_an_answer() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let letter = format!("/accord/lettre/{}", told_to(&evening, town.samira, town.sami).await.id);
        let mut samira = evening.of(town.samira);
        samira.get(&letter).await;
        led(samira.post(&format!("{letter}/contrainte"), &[("quoi", "bus"), ("mots", "Le car part à 17 h.")]).await);
        let concern = "agreement-card-concern";
        assert!(evening.day(town.vie_scolaire, 0).await.contains(&concern), "{name}");
        assert!(
            evening.day(town.teachers[0], 0).await.is_empty() && evening.day(town.other.head, 0).await.is_empty(),
            "{name}"
        );
        let mut cpe = evening.of(town.vie_scolaire);
        cpe.get("/accord/contraintes").await;
        let one = cpe.text.split("/accord/contrainte/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = format!("/accord/contrainte/{one}");
        cpe.get(&page).await;
        led(cpe.post(&page, &[("quoi", "loan"), ("mots", "Un ordinateur jusqu’en juin.")]).await);
        assert!(!evening.day(town.vie_scolaire, 0).await.contains(&concern), "{name}");
        let proposal = "agreement-card-proposal";
        assert!(evening.day(town.samira, 0).await.contains(&proposal), "{name}");
        assert!(!evening.day(town.apart[0], 0).await.contains(&proposal), "{name}");
        samira.get(&letter).await;
        let choose = samira.text.split("/proposition/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        led(samira.post(&format!("{letter}/proposition/{choose}"), &[("choix", "oui")]).await);
        assert!(!evening.day(town.samira, 0).await.contains(&proposal), "{name}");
    }
}
