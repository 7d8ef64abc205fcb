//! Several dispositifs at once: four at one school, next year's beside this year's, one pilot each, one made by mistake.
use super::town::{Evening, NOW, TEMPLATE, Town, acting, both, led, whole};
use crate::{
    DispositifId, Move, Refusal, State,
    policy::{Answer, Draft},
    store,
};
use db::{Result, Tx};

/// A dispositif of this name and year, in which the school takes part.
fn made(tx: &mut Tx<'_>, town: &Town, name: &str, year: i16) -> Result<DispositifId> {
    let pilot = acting(tx, town.pilot)?;
    let id = store::create(tx, &town.chance, &pilot, (town.academie, year), name, &TEMPLATE, NOW)?.unwrap();
    town.engage(tx, id, town.school, 50)?;
    Ok(id)
}

#[tokio::test]
async fn a_school_runs_four_and_prepares_next_year_beside_them() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (four, next) = evening
            .write(|tx, town| {
                let names = ["Lecture", "Devoirs", "Orientation", "Mobilité"];
                let four = names.iter().map(|name| made(tx, town, name, 2025)).collect::<Result<Vec<_>>>()?;
                // Next year's is proposed to the school, and its head confirms.
                let next = made(tx, town, "Lecture", 2026)?;
                let (head, at) = (acting(tx, town.head)?, (next, town.school));
                let _ = store::take(tx, &head, at, |_| Some(State::Proposed), (None, ""), NOW)?;
                let seat = store::seat::<Answer>(tx, &head, next, town.school)?.unwrap();
                let goes_on = |from| State::by_head(from, Move::Apply);
                assert_eq!(
                    store::take(tx, &head, (next, seat.school.id), goes_on, (Some(50), ""), NOW)?,
                    Ok(State::Engaged)
                );
                let mut running: Vec<_> = store::running(tx, town.school, NOW)?.into_iter().map(|one| one.id).collect();
                running.sort_unstable();
                let mut four_sorted = four.clone();
                four_sorted.sort_unstable();
                assert_eq!(running, four_sorted, "what runs today is this year's");
                Ok((four, next))
            })
            .await;
        let mut teacher = evening.of(town.teachers[0]);
        teacher.get("/programmes").await;
        for id in four.iter().chain([&next]) {
            let school = format!("/programmes/{id}/ecoles/{}", town.school);
            assert!(whole(&teacher).contains(&school), "{name}: {school} is in the list");
        }
        for id in &four {
            let mut page = evening.of(town.teachers[0]);
            page.get(&format!("/programmes/{id}/ecoles/{}", town.school)).await;
            assert!(
                whole(&page).contains("Les outils de l’équipe") && page.text.contains("href=\"/protocole\""),
                "{name}"
            );
        }
        teacher.get(&format!("/programmes/{next}/ecoles/{}", town.school)).await;
        assert!(!whole(&teacher).contains("Les outils de l’équipe"), "{name}: next year's has not begun");
    }
}

#[tokio::test]
async fn one_pilot_steers_and_may_hand_over() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (id, second) = evening.write(|tx, town| Ok((town.dispositif(tx)?, town.second_pilot(tx)?))).await;
        let base = format!("/programmes/{id}");
        let (mut first, mut other) = (evening.of(town.pilot), evening.of(second));
        other.get(&base).await;
        assert!(!whole(&other).contains(&format!("{base}/fiche")), "{name}: they see it, and have no pen");
        for page in ["fiche", "ecoles", "suppression", "decision/arreter", "bilan/nombres.csv"] {
            other.get(&format!("{base}/{page}")).await;
            assert_eq!(other.status, 404, "{name}: {page}");
        }
        other.get(&format!("{base}/pilote")).await;
        assert!(whole(&other).contains("Seul son pilote"), "{name}");
        other.post(&format!("{base}/pilote"), &[]).await;
        assert_eq!(other.status, 422, "{name}: nobody takes it from who is there");
        first.get(&format!("{base}/pilote")).await;
        assert!(whole(&first).contains("Renouf Paul") || first.text.contains("Paul Renouf"), "{name}: {first:?}");
        first.post(&format!("{base}/pilote"), &[("pilote", &town.head.to_string())]).await;
        assert_eq!(first.status, 422, "{name}: to a pilot only");
        first.post(&format!("{base}/pilote"), &[("pilote", &second.to_string())]).await;
        assert_eq!(led(&first), base, "{name}");
        first.get(&format!("{base}/fiche")).await;
        assert_eq!(first.status, 404, "{name}: who gave it steers no more");
        other.get(&format!("{base}/fiche")).await;
        assert_eq!(other.status, 200, "{name}");
        // Its pilot leaves: another takes it up.
        evening
            .write(move |tx, town| access::store::end_grant(tx, second, access::Role::Pilot, town.academie, NOW))
            .await;
        first.get(&format!("{base}/pilote")).await;
        assert!(whole(&first).contains("Personne ne pilote plus"), "{name}");
        first.post(&format!("{base}/pilote"), &[]).await;
        assert_eq!(led(&first), base, "{name}");
        first.get(&format!("{base}/fiche")).await;
        assert_eq!(first.status, 200, "{name}");
    }
}

/// At the same instant one hands it over twice, or deletes it while a school engages: one of them is refused.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_both_be_done_is_done_once() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        for _ in 0..8 {
            let (id, second) = evening.write(|tx, town| Ok((town.dispositif(tx)?, town.second_pilot(tx)?))).await;
            let third = evening.write(|tx, town| town.second_pilot(tx)).await;
            let base = format!("/programmes/{id}");
            let to = |pilot: kernel::PersonId| {
                let (mut browser, page) = (evening.of(town.pilot), format!("{base}/pilote"));
                async move {
                    browser.get(&page).await;
                    browser.post(&page, &[("pilote", &pilot.to_string())]).await.status
                }
            };
            let (one, other) = tokio::join!(to(second), to(third));
            assert!([one, other].iter().filter(|status| **status == 303).count() == 1, "{name}: {one} and {other}");

            let id = evening.write(|tx, town| town.dispositif(tx)).await;
            let discard = evening.write(move |tx, town| {
                let pilot = acting(tx, town.pilot)?;
                let Some(dispositif) = store::steered(tx, &pilot, id)? else { return Ok(true) };
                Ok(store::discard(tx, &town.chance, &pilot, &dispositif, NOW)?.is_ok())
            });
            let engage = evening.write(move |tx, town| {
                let pilot = acting(tx, town.pilot)?;
                let next = |from| State::by_pilot(from, crate::Move::Engage);
                Ok(store::take(tx, &pilot, (id, town.school), next, (Some(3), ""), NOW)?.is_ok())
            });
            let (gone, engaged) = tokio::join!(discard, engage);
            assert!(gone != engaged, "{name}: gone {gone}, engaged {engaged}");
        }
        let sql = "SELECT count(*) FROM programme_engagement e
                   WHERE NOT EXISTS (SELECT 1 FROM programme_dispositif d WHERE d.id = e.dispositif_id)";
        let left = evening.write(move |tx, _| Ok(tx.first(sql, &[])?.map_or(0, |row| row.get::<i64>(0)))).await;
        assert_eq!(left, 0, "{name}: a school takes part in nothing");
    }
}

#[tokio::test]
async fn a_mistaken_one_goes_while_no_school_takes_part() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let pilot = acting(tx, town.pilot)?;
            let kept = made(tx, &town, "Devoirs", 2025)?;
            let dispositif = store::steered(tx, &pilot, kept)?.unwrap();
            assert_eq!(store::discard(tx, &town.chance, &pilot, &dispositif, NOW)?, Err(Refusal::Lived), "{name}");
            let id = town.dispositif(tx)?;
            let (head, at) = (acting(tx, town.head)?, (id, town.school));
            let _ = store::take(tx, &head, at, |from| State::by_head(from, Move::Apply), (Some(3), ""), NOW)?;
            let dispositif = store::steered(tx, &pilot, id)?.unwrap();
            assert_eq!(store::discard(tx, &town.chance, &pilot, &dispositif, NOW)?, Ok(()), "{name}");
            assert!(store::find(tx, &pilot, id)?.is_none() && store::sheet(tx, id)?.is_empty(), "{name}");
            assert!(store::seat::<Draft>(tx, &head, id, town.school)?.is_none(), "{name}");
            let trail: Vec<_> =
                access::audit::since(tx, NOW)?.into_iter().map(|line| (line.deed, line.reason)).collect();
            assert_eq!(trail, [("programme/deletion".to_owned(), "Lecture du soir".to_owned())], "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
