//! Every page, in both languages; and three taps.
use super::town::{Evening, NOW};
use crate::{Public, Stage};
use kernel::PersonId;
use web::{Lang, testing::Browser};

async fn look(browser: &Browser, person: PersonId, pages: &[String]) {
    for lang in Lang::WHOLE {
        let mut browser = browser.another().with("preau", person).with("lang", lang);
        for page in pages {
            browser.get(page).await;
            assert_eq!(browser.status, 200, "{page}: {browser:?}");
            assert!(!browser.text.contains("[survey-") && !browser.text.contains("[shell-"), "{page}: {browser:?}");
            assert_eq!(browser.text.matches("<h1").count(), 1, "{page}");
            assert!(browser.queries <= 10, "{page}: {}", browser.queries);
            assert!(!browser.text.contains("style="), "{page}");
        }
    }
}

fn paths(paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| (*path).to_owned()).collect()
}

#[tokio::test]
async fn each_ones_pages_empty_and_full() {
    for evening in Evening::both().await {
        let Evening { db, town, clock, .. } = &evening;
        let browser = evening.nobody();
        let clerk =
            paths(&["/avis/papier", "/avis/papier?public=family", "/avis/feuille", "/avis/feuille?public=pupil"]);
        let pilot = paths(&["/avis/resultats", "/avis/vagues", "/avis"]);
        let head = paths(&["/avis/resultats", "/avis/papier", "/avis"]);
        let everybody = [town.pupils[0], town.teachers[0], town.guardian, town.far.pupils[0]];
        for round in 0..2 {
            for person in everybody {
                look(&browser, person, &paths(&["/avis", "/avis?question=2"])).await;
            }
            look(&browser, town.vie_scolaire, &clerk).await;
            look(&browser, town.head, &head).await;
            look(&browser, town.pilot, &pilot).await;
            let of = town.clone();
            db.write(move |tx| {
                if round > 0 {
                    return Ok(());
                }
                of.wave(tx, Stage::Start, (-1, 10))?;
                for pupil in &of.pupils {
                    of.answer(tx, *pupil, Public::Pupil, [1, 3, 4], "<b>Un mot</b>")?;
                }
                for pupil in &of.other.pupils[..2] {
                    of.answer(tx, *pupil, Public::Pupil, [4, 4, 4], "Caché")?;
                }
                Ok::<_, db::Error>(())
            })
            .await
            .unwrap();
            // What a pilot looked at is counted anew.
            clock.set(NOW.plus_minutes(10));
        }
        let mut head = browser.another().with("preau", town.head);
        head.get("/avis/resultats").await;
        assert!(head.text.contains("&#60;b&#62;Un mot") && head.text.contains("role=\"img\""), "{head:?}");
        assert!(!head.text.contains("Caché") && !head.text.contains("Nouvel</li>"));
        let mut near = browser.another().with("preau", town.other.head);
        near.get("/avis/resultats").await;
        assert!(!near.text.contains("Caché") && near.text.contains("trop peu de réponses"), "{near:?}");
    }
}

#[tokio::test]
async fn a_pupil_answers_with_three_taps() {
    for evening in Evening::both().await {
        let Evening { name, db, town, clock, .. } = &evening;
        let of = town.clone();
        let wave = db.write(move |tx| of.wave(tx, Stage::Start, (0, 10))).await.unwrap();
        let browser = evening.nobody();
        let mut pupil = browser.another().with("preau", town.pupils[0]);
        pupil.get("/avis").await;
        let to = format!("/avis/{wave}/pupil");
        for (question, level) in [("1", "4"), ("2", "3"), ("3", "2")] {
            assert!(pupil.text.contains(&format!("Question {question} sur 3")), "{name}: {pupil:?}");
            pupil.post(&to, &[("question", question), ("reponse", level)]).await;
            assert_eq!(pupil.status, 303, "{name}");
            pupil.follow().await;
        }
        assert!(pupil.text.contains("Merci, ton avis est compté"), "{name}: {pupil:?}");
        let long = "x".repeat(201);
        pupil.post(&format!("{to}/mot"), &[("mot", &long)]).await;
        assert!(pupil.status == 422 && pupil.text.contains(&long), "{name}: what was typed is kept");
        pupil.post(&format!("{to}/mot"), &[("mot", "C’est mieux qu’avant.")]).await;
        pupil.follow().await;
        assert!(pupil.text.contains("C’est mieux qu’avant."), "{name}");
        pupil.get(&format!("/avis?vague={wave}&public=pupil&question=1")).await;
        assert!(pupil.text.contains("aria-pressed=\"true\""), "{name}: what was said is marked");
        pupil.post(&format!("/avis/{wave}/teacher"), &[("question", "1"), ("reponse", "1")]).await;
        assert_eq!(pupil.status, 404, "{name}: nobody answers for another public");
        clock.set(NOW.plus_days(11));
        pupil.get("/avis").await;
        pupil.post(&to, &[("question", "1"), ("reponse", "1")]).await;
        assert_eq!(pupil.status, 404, "{name}: it is over");
    }
}

#[tokio::test]
async fn the_pilot_opens_a_wave_and_the_school_enters_its_paper() {
    for evening in Evening::both().await {
        let Evening { name, db, town, .. } = &evening;
        let browser = evening.nobody();
        let mut pilot = browser.another().with("preau", town.pilot);
        pilot.get("/avis/vagues").await;
        pilot.post("/avis/vagues", &[("moment", "start"), ("du", "2025-11-25"), ("au", "2025-11-20")]).await;
        assert_eq!(pilot.status, 422, "{name}");
        pilot.post("/avis/vagues", &[("moment", "start"), ("du", "2025-11-25"), ("au", "2025-12-09")]).await;
        pilot.follow().await;
        assert!(pilot.text.contains("du mardi 25 novembre au mardi 9 décembre"), "{name}: {pilot:?}");
        let of = town.clone();
        let wave = db.write(move |tx| crate::store::wave(tx, of.dispositif, Stage::Start)).await.unwrap().unwrap().id;
        let mut clerk = browser.another().with("preau", town.vie_scolaire);
        clerk.get("/avis/papier?public=family").await;
        let (school, wave) = (town.school.to_string(), wave.to_string());
        let at = [("ecole", school.as_str()), ("vague", wave.as_str()), ("public", "family")];
        clerk.post("/avis/papier", &[&at[..], &[("n11", "beaucoup")]].concat()).await;
        assert_eq!(clerk.status, 422, "{name}");
        clerk.post("/avis/papier", &[&at[..], &[("n11", "2"), ("n14", "7")]].concat()).await;
        clerk.follow().await;
        assert!(clerk.text.contains("C’est enregistré.") && clerk.text.contains("value=\"7\""), "{name}: {clerk:?}");
        let near = town.other.school.to_string();
        let at = [("ecole", near.as_str()), ("vague", wave.as_str()), ("public", "family")];
        clerk.post("/avis/papier", &at).await;
        assert_eq!(clerk.status, 404, "{name}: another school's paper is its own");
    }
}
