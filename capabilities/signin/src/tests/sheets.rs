use super::{NOW, sound, worlds};
use crate::{policy::MakeCards, store};
use access::{Actor, Role};
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
        for lang in Lang::WHOLE {
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
        let made = world
            .house
            .db
            .read(move |tx| access::audit::done_since(tx, people.claire, "card-made", people.ines, super::NOW));
        assert!(made.await.unwrap(), "{name}");
    }
}

/// A teacher neither sees nor makes the card of a parent, by which one signs for a child; the head does, and only once a parent is told
/// by their own channel does the new card sign.
#[tokio::test]
async fn a_guardians_card_is_made_by_who_answers_for_families() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let path = format!("/ecole/classe/{}/cartes", people.class);
        let guardians = format!("{path}?responsables=1");
        let mut claire = world.signed_in(people.claire).await;
        assert_eq!(claire.get(&guardians).await.status, 404, "{name}");
        claire.get(&path).await;
        assert!(!claire.text.contains("responsables=1"), "{name}: {claire:?}");
        for action in ["missing".to_owned(), "revoke".to_owned(), format!("reissue:{}", people.samira)] {
            claire.get(&path).await;
            claire.post(&path, &[("action", &action), ("responsables", "1")]).await;
            assert_eq!(claire.status, 404, "{name}: {action}");
        }
        let mut head = world.signed_in(people.head).await;
        sound(head.get(&guardians).await);
        assert_eq!(head.text.matches("Benali Samira").count(), 1, "{name}: a mother of two, once");
        assert!(head.text.contains("Inès Nouvel, Sami Benali"), "{name}: for whom she answers: {head:?}");
        for action in ["missing".to_owned(), format!("reissue:{}", people.samira)] {
            head.get(&guardians).await;
            head.post(&path, &[("action", &action), ("responsables", "1")]).await;
            assert_eq!(head.location.as_deref(), Some(guardians.as_str()), "{name}");
        }
        assert!(head.follow().await.text.contains("Samira B."), "{name}");
        let trail = world.house.db.read(move |tx| access::audit::on(tx, people.samira, 9)).await.unwrap();
        // Both were done at the same instant.
        let told: std::collections::BTreeMap<_, _> =
            trail.iter().map(|deed| (deed.deed.as_str(), (deed.person == people.head, &deed.reason))).collect();
        assert_eq!((trail.len(), told.len(), told["card-made"].0), (2, 2, true), "{name}");
        let (by_head, reason) = told["card-reissued"];
        assert!(by_head && reason.contains("responsable refaite"), "{name}: in words: {reason}");
        let queued = "SELECT payload FROM jobs_queue WHERE kind = ?1";
        let queued = world.house.db.read(move |tx| tx.query(queued, &db::params![crate::REISSUED])).await.unwrap();
        assert_eq!(queued.len(), 1, "{name}: told of the second, which took the place of the first");
        assert!(queued[0].text(0).starts_with(&people.samira.to_string()), "{name}");
    }
}

/// Of all the roles of a school, those who answer for families see and make their cards, and no other does.
#[tokio::test]
async fn each_role_makes_guardians_cards_or_has_no_such_page() {
    const MAKERS: [Role; 4] = [Role::Head, Role::Director, Role::VieScolaire, Role::Referent];
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let path = format!("/ecole/classe/{}/cartes", people.class);
        let samira = people.samira;
        for (n, role) in (0..).zip(Role::ALL.iter().copied()) {
            let secret = world.house.secret.clone();
            let person = world.house.db.write(move |tx| {
                let school = "SELECT c.ancestor FROM unit_closure c JOIN unit u ON u.id = c.ancestor
                              WHERE c.descendant = ?1 AND u.kind = 'etablissement'";
                let school = tx.first(school, &db::params![people.class])?.unwrap().get(0);
                let unit = if role == Role::Pupil { people.class } else { school };
                let chance = kernel::Seeded::new(100 + n);
                let person = directory::testing::person(tx, &chance, ("Max", "Roy"), &[(role, unit)])?;
                if role == Role::Admin {
                    crate::demo::second_step(tx, &secret, &chance, person, super::NOW)?;
                }
                Ok::<_, db::Error>(person)
            });
            let mut browser = world.signed_in(person.await.unwrap()).await;
            let makes = MAKERS.contains(&role);
            let seen = browser.get(&format!("{path}?responsables=1")).await.status;
            assert_eq!(seen == 200, makes, "{name} {role:?}: {browser:?}");
            browser.get("/compte").await;
            browser.post(&path, &[("action", "missing"), ("responsables", "1")]).await;
            let cards = world.house.db.write(move |tx| {
                let made = store::card::of_people(tx, &[samira])?.len();
                tx.execute("DELETE FROM signin_card WHERE person_id = ?1", &db::params![samira])?;
                Ok::<_, db::Error>(made)
            });
            let (status, made) = (browser.status, cards.await.unwrap());
            assert_eq!((status, made), if makes { (303, 1) } else { (404, 0) }, "{name} {role:?}");
        }
    }
}

/// A card revoked, and then made as if it were missing, is a card made anew: it signs nothing for a day, and its holder is told.
#[tokio::test]
async fn a_card_made_after_a_revocation_does_not_sign_either() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let (path, samira) = (format!("/ecole/classe/{}/cartes", people.class), people.samira);
        let mut head = world.signed_in(people.head).await;
        let mut signs = vec![];
        for action in ["missing".to_owned(), format!("revoke:{samira}"), "missing".to_owned()] {
            head.get(&format!("{path}?responsables=1")).await;
            head.post(&path, &[("action", &action), ("responsables", "1")]).await;
            assert_eq!(head.status, 303, "{name}: {action}");
            let card = world.house.db.read(move |tx| store::card::of_people(tx, &[samira])).await.unwrap();
            signs.push(card.get(&samira).map(|card| card.signs_at));
        }
        assert_eq!(signs, [Some(None), None, Some(Some(super::NOW.plus_days(1)))], "{name}");
        let queued = "SELECT count(*) FROM jobs_queue WHERE kind = ?1";
        let queued = world.house.db.read(move |tx| tx.first(queued, &db::params![crate::REISSUED])).await.unwrap();
        assert_eq!(queued.unwrap().get::<i64>(0), 1, "{name}: told of the second");
    }
}

/// Two first names with the same initial, two people of one name: the list of the adult tells whose card is whose; the card says no
/// more than it did.
#[tokio::test]
async fn the_list_tells_homonyms_apart() {
    for world in worlds().await {
        let (name, class) = (world.name, world.people.class);
        let born = [("Martin", "2014-05-31"), ("Moreau", "2014-06-01"), ("Martin", "2014-06-02")];
        let made = world.house.db.write(move |tx| {
            for (n, (family, born)) in (0..).zip(born) {
                let chance = &kernel::Seeded::new(40 + n);
                let emma = directory::testing::person(tx, chance, ("Emma", family), &[(access::Role::Pupil, class)])?;
                directory::testing::change(tx, emma, |emma| emma.born = Some(born.to_owned()))?;
            }
            Ok::<_, db::Error>(())
        });
        made.await.unwrap();
        let path = format!("/ecole/classe/{class}/cartes");
        let mut claire = world.signed_in(world.people.claire).await;
        claire.get(&path).await;
        claire.post(&path, &[("action", "missing")]).await;
        sound(claire.follow().await);
        let rows: Vec<&str> = claire.text.split("<tr>").filter(|row| row.contains("Emma</th>")).collect();
        assert_eq!(rows.len(), 6, "{name}: on the screen, and on what is signed for when cards are handed over");
        let mut codes = std::collections::HashSet::new();
        for (family, day) in [("Martin", "31/05/2014"), ("Moreau", "01/06/2014"), ("Martin", "02/06/2014")] {
            let row = rows.iter().find(|row| row.contains(family) && row.contains(day)).unwrap();
            let code = row.split("<kbd>").nth(1).unwrap().split('<').next().unwrap();
            assert!(
                row.contains("5e B") && claire.text.matches(code).count() == 3,
                "{name}: on both lists and on one card"
            );
            codes.insert(code);
        }
        assert_eq!(codes.len(), 3, "{name}");
        let cards = claire.text.split("class=\"pass\"").skip(1);
        assert!(cards.into_iter().all(|card| !card.contains("Martin") && !card.contains("2014")), "{name}");
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

/// With another secret no card opens any more: the class shows them as missing, to be made again; who administers sets up a second
/// step again.
#[tokio::test]
async fn without_the_secret_cards_are_missing_and_second_steps_are_set_up_again() {
    for world in worlds().await {
        let (name, claire) = (world.name, world.people.claire);
        world.card(world.people.ines, Some("4071")).await;
        let gone = world.house.db.write(move |tx| {
            store::second::put(tx, claire, b"salt", 1, NOW)?;
            store::without_secret(tx, NOW)
        });
        assert_eq!(gone.await.unwrap(), (1, 1), "{name}");
        let left = world.house.db.read(move |tx| {
            let open = "SELECT count(*) FROM signin_card WHERE revoked_at IS NULL OR pin IS NOT NULL";
            let open = tx.first(open, &[])?.map_or(0, |row| row.get::<i64>(0));
            Ok::<_, db::Error>((open, store::second::salt(tx, claire)?, store::needs_secret(tx)?))
        });
        assert_eq!(left.await.unwrap(), (0, None, true), "{name}");
    }
}
