use super::{sound, worlds};
use crate::{policy::MakeCards, store};
use access::Actor;
use directory::Class;
use kernel::PersonId;
use web::Lang;

/// Staff of the school make, print, make anew and revoke; reading makes nothing; each card is a line of the audit trail.
#[tokio::test]
async fn the_staff_of_a_school_make_its_cards() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let path = format!("/ecole/classe/{}/cartes", people.class);
        let mut claire = world.signed_in(people.claire).await;
        for lang in Lang::ALL {
            sound(claire.clone().with("lang", lang).get(&path).await);
        }
        claire.get(&path).await;
        assert!(claire.text.contains("Nouvel Inès") && !claire.text.contains("class=\"pass\""), "{name}: {claire:?}");
        claire.post(&path, &[("action", "missing")]).await;
        assert_eq!(claire.location.as_deref(), Some(path.as_str()), "{name}: {claire:?}");
        sound(claire.follow().await);
        assert_eq!(claire.text.matches("class=\"pass\"").count(), 2, "{name}");
        assert!(
            claire.text.contains("<p class=\"name\">Inès N.</p>") && claire.text.contains("<svg class=\"qr\""),
            "{name}"
        );
        let before = cards(&world).await;
        claire.get(&path).await;
        claire.post(&path, &[("action", &format!("reissue:{}", people.ines))]).await;
        let after = cards(&world).await;
        assert!(after[0] != before[0] && after[1] == before[1], "{name}: hers alone");
        claire.follow().await;
        claire.post(&path, &[("action", &format!("revoke:{}", people.sami))]).await;
        claire.follow().await;
        assert!(claire.text.contains("révoquée"), "{name}: {claire:?}");
        claire.post(&path, &[("action", "revoke")]).await;
        assert_eq!(cards(&world).await, [None, None], "{name}");
        claire.follow().await;
        claire.post(&path, &[("action", &format!("reissue:{}", people.other_pupil))]).await;
        assert_eq!(claire.status, 404, "{name}: of another class");
        let guardians = format!("{path}?responsables=1");
        sound(claire.get(&guardians).await);
        assert_eq!(claire.text.matches("Benali Samira").count(), 1, "{name}: a mother of two, once");
        claire.post(&path, &[("action", "missing"), ("responsables", "1")]).await;
        assert_eq!(claire.location.as_deref(), Some(guardians.as_str()), "{name}");
        assert!(claire.follow().await.text.contains("Samira B."), "{name}");
        let made = world
            .house
            .db
            .read(move |tx| access::audit::done_since(tx, people.claire, "card-made", people.ines, super::NOW));
        assert!(made.await.unwrap(), "{name}");
    }
}

/// The codes of Inès and Sami.
async fn cards(world: &super::World) -> [Option<String>; 2] {
    let pupils = [world.people.ines, world.people.sami];
    let cards = world.house.db.read(move |tx| store::card::of_people(tx, &pupils)).await.unwrap();
    pupils.map(|pupil| cards.get(&pupil).map(|card| card.code.clone()))
}

/// Another school, a pupil, a guardian, an administrator: for them there is no such page, nor such a form.
#[tokio::test]
async fn nobody_else_sees_or_makes_them() {
    for world in worlds().await {
        let path = format!("/ecole/classe/{}/cartes", world.people.class);
        let admin = world.people.admin;
        let secret = world.house.secret.clone();
        let enrolled = world
            .house
            .db
            .write(move |tx| crate::demo::second_step(tx, &secret, &kernel::SystemChance, admin, super::NOW));
        enrolled.await.unwrap();
        for person in [world.people.other_teacher, world.people.ines, world.people.samira, admin] {
            let mut browser = world.signed_in(person).await;
            assert_eq!(browser.get(&path).await.status, 404, "{}", world.name);
            browser.get("/compte").await;
            assert_eq!(browser.post(&path, &[("action", "missing")]).await.status, 404, "{}", world.name);
        }
        assert_eq!(cards(&world).await, [None, None], "{}", world.name);
        assert_eq!(world.browser().get(&path).await.status, 303, "{}: to the door", world.name);
    }
}

/// The right in SQL and the right in memory are the same, for everybody and every class.
#[tokio::test]
async fn the_two_readings_of_the_right_agree() {
    for world in worlds().await {
        let people = world.people.clone();
        let agreed = world.house.db.read(move |tx| {
            let everybody: [PersonId; 6] =
                [people.ines, people.samira, people.claire, people.other_teacher, people.admin, people.sami];
            for person in everybody {
                let actor = Actor::load(tx, person, super::NOW)?;
                let seen = access::visible::<MakeCards, Class>(&actor, 1);
                let sql = format!(
                    "SELECT d.descendant FROM unit s JOIN unit_closure d ON d.ancestor = s.id WHERE {}",
                    seen.sql
                );
                let listed: Vec<kernel::UnitId> = tx.query(&sql, &seen.params)?.iter().map(|row| row.get(0)).collect();
                for class in [people.class, people.other_class] {
                    let opened = directory::store::find_class(tx, &actor, class)?
                        .is_some_and(|class| access::check::<MakeCards, _>(&actor, class.into_inner()).is_ok());
                    assert_eq!(listed.contains(&class), opened);
                }
            }
            Ok::<_, db::Error>(())
        });
        agreed.await.unwrap();
    }
}
