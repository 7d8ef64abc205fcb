use super::{NOW, worlds};
use crate::{SLICE, demo, model, store};
use kernel::{Id, Moment, PersonId, SystemChance};

/// Cards for thousands: each with a code and a token of its own, even where codes meet.
#[tokio::test]
async fn cards_for_many_are_all_different() {
    for world in worlds().await {
        let people: Vec<PersonId> = (0..1_050).map(|_| Id::new(NOW, &SystemChance)).collect();
        let (house, count) = (std::sync::Arc::clone(&world.house), people.len());
        let cards = world.house.db.write(move |tx| {
            demo::cards_for(tx, &house.secret, &kernel::Seeded::new(5), &people, Some("4071"), NOW)?;
            // The same dice again: every first draw meets a live code, and is drawn again.
            let others: Vec<PersonId> = (0..300).map(|_| Id::new(NOW, &SystemChance)).collect();
            let again = demo::cards_for(tx, &house.secret, &kernel::Seeded::new(5), &others, None, NOW)?;
            assert_eq!(again.len(), 300);
            let found = store::card::of_people(tx, &people)?;
            assert!(found.values().all(|card| card.has_pin));
            Ok::<_, db::Error>(found.into_values().map(|card| card.code).collect::<std::collections::HashSet<_>>())
        });
        assert_eq!(cards.await.unwrap().len(), count, "{}", world.name);
    }
}

/// What is known of a person is told without a secret, and forgotten whole.
#[tokio::test]
async fn a_person_is_told_and_forgotten() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.password(claire, "c.auvray", "le chat dort au soleil").await;
        let mut browser = world.signed_in(claire).await;
        let card = world.card(claire, Some("4071")).await;
        let (before, after) = world
            .house
            .db
            .write(move |tx| {
                let before = (SLICE.export)(tx, claire)?;
                (SLICE.erase)(tx, claire)?;
                Ok::<_, db::Error>((before, (SLICE.export)(tx, claire)?))
            })
            .await
            .unwrap();
        let told = format!("{before:?}");
        assert!(told.contains("c.auvray") && told.contains(&card.code) && !told.contains("argon2"), "{name}: {told}");
        assert!(after.is_empty(), "{name}");
        assert_eq!(browser.get("/compte").await.status, 303, "{name}");
    }
}

/// What is past its time goes: ended sessions, old guesses, cards long revoked.
#[tokio::test]
async fn what_is_past_its_time_goes() {
    for world in worlds().await {
        let ines = world.people.ines;
        world.card(ines, Some("4071")).await;
        world.card(ines, Some("4071")).await;
        world.signed_in(ines).await;
        let later = NOW.plus_days(400);
        let gone = jobs::purge(&world.house.db, SLICE.keeps, later).await.unwrap();
        assert!(
            gone.contains(&("signin_card", 1)) && gone.contains(&("signin_session", 1)),
            "{}: {gone:?}",
            world.name
        );
    }
}

/// A session is seen once an hour at most, and only where something is written anyway.
#[tokio::test]
async fn a_session_is_seen_by_the_hour() {
    for world in worlds().await {
        let ines = world.people.ines;
        let mut browser = world.signed_in(ines).await;
        world.minutes(59);
        browser.get("/compte").await;
        browser.post("/compte/langue", &[("lang", "fr")]).await;
        let seen = async || -> Moment {
            let sessions = world
                .house
                .db
                .read(move |tx| store::session::of_person(tx, ines, web::Pager::whole(), NOW))
                .await
                .unwrap();
            sessions[0].seen_at
        };
        assert_eq!(seen().await, NOW, "{}", world.name);
        world.minutes(90);
        browser.get("/compte").await;
        assert_eq!((browser.status, seen().await), (200, NOW), "{}: a page writes nothing", world.name);
        browser.post("/compte/langue", &[("lang", "fr")]).await;
        assert_eq!(seen().await, NOW.plus_minutes(90), "{}", world.name);
    }
}

#[test]
fn every_table_says_how_long_it_keeps_a_row() {
    let steps = SLICE.migrations.iter().flat_map(|step| step.sql.lines());
    let made = steps.filter_map(|line| line.strip_prefix("CREATE TABLE ")?.strip_suffix(" ("));
    let kept: Vec<_> = SLICE.keeps.iter().map(|keep| keep.table).collect();
    assert_eq!(made.collect::<Vec<_>>(), kept);
}

#[test]
fn a_device_is_said_in_two_words() {
    let said = |agent: &str| model::agent(agent);
    assert_eq!(
        said("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"),
        "android Chrome"
    );
    assert_eq!(
        said("Mozilla/5.0 (Linux; Android 12; SM-T500) AppleWebKit/537.36 Chrome/120.0 Safari/537.36"),
        "tablet Chrome"
    );
    assert_eq!(
        said("Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Version/17.4 Mobile/15E148 Safari/604.1"),
        "iphone Safari"
    );
    assert_eq!(said("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36 Edg/126.0"), "windows Edge");
    assert_eq!(said("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"), "linux Firefox");
    assert_eq!(said("curl/8"), "other ");
}
