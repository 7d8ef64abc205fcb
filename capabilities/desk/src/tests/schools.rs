//! A desk of several schools, and the demonstration's evening.
use super::town::{Evening, NOW, Setting, Town, led, whole};
use crate::{DutyState, demo, store};
use access::Actor;
use kernel::Seeded;

#[tokio::test]
async fn a_desk_is_shared_with_a_school_whose_head_accepts() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let town = &evening.town;
        let desk = format!("/bar/bureau/{}", town.desk);
        let (mut head, mut other) = (evening.of(town.head), evening.of(town.other.head));
        let mut zoe = evening.of(town.other.pupils[0]);
        assert!(whole(head.get("/bar").await).contains("Réglages du bureau"), "{name}: a head finds the settings");
        assert_eq!(led(zoe.get("/bar/demande").await), "/", "{name}");
        whole(head.get(&format!("{desk}/reglages")).await);
        assert_eq!(other.get(&format!("{desk}/reglages")).await.status, 404, "{name}");
        head.post(&format!("{desk}/inviter"), &[("uai", "0500049a")]).await;
        assert!(whole(&head).contains("value=\"0500049a\"") && head.status == 422, "{name}: the letter is wrong");
        led(head.post(&format!("{desk}/inviter"), &[("uai", "0500049g")]).await);
        assert!(whole(head.get(&format!("{desk}/reglages")).await).contains("pas encore d’accord"), "{name}");
        assert_eq!(led(zoe.get("/bar/demande").await), "/", "{name}: asked is not accepted");

        assert!(whole(other.get("/bar").await).contains("Voir la proposition"), "{name}");
        assert!(whole(other.get("/bar/nouveau").await).contains("Bureau du collège"), "{name}");
        assert_eq!(head.post(&format!("{desk}/accepter"), &[]).await.status, 404, "{name}: not in the other's place");
        let accepted = web::testing::race(8, |at| {
            let (mut other, path, once) = (other.clone(), format!("{desk}/accepter"), format!("page {at}"));
            async move { other.post(&path, &[("once", &once)]).await.status }
        });
        let accepted = accepted.await;
        assert!(accepted.contains(&303), "{name}: {accepted:?}");
        let sql = "SELECT count(*) FROM desk_school WHERE unit_id = ?1";
        let school = town.other.school;
        let joined = evening.db.read(move |tx| tx.first(sql, &db::params![school])).await.unwrap();
        assert_eq!(joined.unwrap().get::<i64>(0), 1, "{name}: eight at once join once");
        assert!(whole(other.get(&format!("{desk}/reglages")).await).contains("Participe"), "{name}");
        whole(zoe.get("/bar/demande").await);
        led(zoe.post("/bar/demande", &[("matiere", "maths"), ("bloque", "Les aires"), ("mode", "ecrit")]).await);
        let board = evening.of(town.teachers[0]).get(&desk).await.text.clone();
        assert!(board.contains("Zoé Marie") && board.contains("5e A"), "{name}: {board}");

        // Each head follows the tickets of their own school, and a teacher of either may join.
        let seen = evening
            .write(|tx, town| {
                let heads = [town.head, town.other.head];
                let mut counted = vec![];
                for head in heads {
                    let actor = Actor::load(tx, head, NOW)?;
                    counted.push(store::of_school(tx, &actor, NOW.plus_days(-1), web::Pager::FIRST)?.len());
                }
                town.duty(tx, town.other.teachers[0], (0, 60), DutyState::Open, &[])?;
                let actor = Actor::load(tx, town.other.teachers[0], NOW)?;
                Ok((counted, store::desks_served(tx, &actor)?.len()))
            })
            .await;
        assert_eq!(seen, (vec![0, 1], 1), "{name}");
    }
}

#[tokio::test]
async fn a_desk_is_made_and_changed() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut referent = evening.of(evening.town.referent);
        whole(referent.get("/bar/nouveau").await);
        referent.post("/bar/nouveau", &[("nom", ""), ("noms", "hidden")]).await;
        assert!(whole(&referent).contains("Donnez un nom") && referent.status == 422, "{name}");
        let settings = led(referent.post("/bar/nouveau", &[("nom", "Aide du soir"), ("noms", "hidden")]).await);
        assert!(whole(referent.get(&settings).await).contains("Aide du soir"), "{name}");
        let long = "a".repeat(100);
        referent.post(&settings, &[("nom", &long), ("noms", "initial")]).await;
        assert!(referent.status == 400 && referent.text.contains(&long), "{name}: not cut unseen: {referent:?}");
        assert!(whole(referent.get(&settings).await).contains("Aide du soir"), "{name}");
        led(referent.post(&settings, &[("nom", &long[..80]), ("noms", "initial")]).await);
        assert!(whole(referent.get(&settings).await).contains(&format!("value=\"{}\"", &long[..80])), "{name}");
        let mut teacher = evening.of(evening.town.teachers[0]);
        assert_eq!(teacher.get(&settings).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn the_demonstration_has_its_evening() {
    for (name, db) in db::testing::both(&web::testing::migrations(Town::SLICES)).await {
        let demo = directory::demo::populate(&db, 1_000, 5, NOW).await.unwrap();
        db.write(move |tx| {
            let evening = demo::evening(tx, &Seeded::new(3), &demo, NOW)?;
            let teacher = Actor::load(tx, demo.teachers[0].0.id, NOW)?;
            let desk = store::desk_for::<crate::policy::Serve>(tx, &teacher, evening.desk)?.unwrap();
            let waiting = store::queue(tx, &teacher, &desk)?;
            assert_eq!(waiting.len(), 4, "{name}");
            assert!(waiting.iter().all(|line| line.class == "5e B"), "{name}");
            let pupil = Actor::load(tx, demo.pupils[0].id, NOW)?;
            let tonight = store::tonight(tx, &pupil, NOW)?;
            assert_eq!(tonight.len(), 1, "{name}");
            assert_eq!(tonight[0].duties().iter().filter(|duty| duty.open(NOW)).count(), 2, "{name}");
            assert!(store::live_of(tx, &pupil)?.is_none(), "{name}: she has not asked yet");
            let guardian = Actor::load(tx, demo.guardian.id, NOW)?;
            assert_eq!(
                store::of_child(tx, &guardian, NOW.plus_days(-7), web::Pager::whole())?.len(),
                1,
                "{name}: the evening before"
            );
            let other = Actor::load(tx, demo.other_pupil.id, NOW)?;
            assert_eq!(store::tonight(tx, &other, NOW)?[0].desk, evening.other, "{name}");
            assert_eq!(store::close_evening(tx, NOW.plus_minutes(30))?, 0, "{name}: it lasts");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
