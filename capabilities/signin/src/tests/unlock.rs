//! « Accès de … »: who may, what is done, what the trail says, who is told.
use super::{NOW, sound, worlds};
use crate::store;
use access::Role;
use kernel::PersonId;
use web::{Lang, testing::Browser};

const RIGHT: &str = "le chat dort au soleil";

fn path(person: PersonId) -> String {
    format!("/acces/{person}")
}

/// The page again after a deed, with the line that says what was done.
async fn done(browser: &mut Browser, deed: &str, person: PersonId, fields: &[(&str, &str)]) {
    browser.get(&path(person)).await;
    browser.post(&format!("/acces/{person}/{deed}"), fields).await;
    assert_eq!(browser.status, 303, "{deed}: {browser:?}");
    browser.follow().await;
    assert!(browser.status == 200 && browser.text.contains("C’est fait"), "{deed}: {browser:?}");
    sound(browser);
}

/// Who opens the page of whom: referents, the vie scolaire and the head of one's school, each below them; administrators; nobody
/// elsewhere, and nobody their own.
#[tokio::test]
async fn each_lets_back_in_those_whom_they_may() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let admin = world.administering(people.admin).await;
        let of = async |person| world.signed_in(person).await;
        let (head, referent) = (of(people.head).await, of(people.referent).await);
        let (other, claire) = (of(people.other_referent).await, of(people.claire).await);
        let doors: [(&str, &Browser, PersonId, bool); 17] = [
            ("a referent, a teacher", &referent, people.claire, true),
            ("a referent, a pupil", &referent, people.ines, true),
            ("a referent, a mother", &referent, people.samira, true),
            ("a referent, the head", &referent, people.head, false),
            ("a referent, themselves", &referent, people.referent, false),
            ("a referent, an administrator", &referent, people.admin, false),
            ("a head, a referent", &head, people.referent, true),
            ("a head, themselves", &head, people.head, false),
            ("a head, a teacher elsewhere", &head, people.other_teacher, false),
            ("a head, an administrator", &head, people.admin, false),
            ("another school's referent, a teacher", &other, people.claire, false),
            ("another school's referent, a pupil", &other, people.ines, false),
            ("a teacher, a pupil", &claire, people.ines, false),
            ("an administrator, a head", &admin, people.head, true),
            ("an administrator, a teacher", &admin, people.claire, true),
            ("an administrator, another", &admin, people.second_admin, true),
            ("an administrator, themselves", &admin, people.admin, false),
        ];
        for (who, browser, person, may) in doors {
            let mut browser = browser.clone();
            let status = browser.get(&path(person)).await.status;
            assert_eq!(status, if may { 200 } else { 404 }, "{name}: {who}: {browser:?}");
            for deed in ["nom", "mot-de-passe", "double", "sessions", "blocage", "blocage/fin"] {
                let mut browser = browser.clone();
                browser.get("/compte").await;
                if !may {
                    browser.post(&format!("/acces/{person}/{deed}"), &[("raison", "x"), ("login", "abc")]).await;
                    assert_eq!(browser.status, 404, "{name}: {who}, {deed}");
                }
            }
            if may {
                for lang in Lang::WHOLE {
                    sound(browser.clone().with("lang", lang).get(&path(person)).await);
                }
            }
        }
        assert!(world.told().await.is_empty(), "{name}: nothing was done");
    }
}

/// Who holds something where one has no power is looked after by those above both.
#[tokio::test]
async fn who_is_more_elsewhere_is_let_back_in_from_above() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let mut head = world.signed_in(people.head).await;
        assert_eq!(head.get(&path(people.claire)).await.status, 200, "{name}");
        world.grant(people.claire, Role::Head, people.other).await;
        assert_eq!(head.get(&path(people.claire)).await.status, 404, "{name}: a head elsewhere");
        world.grant(people.referent, Role::Pilot, people.academie).await;
        assert_eq!(head.get(&path(people.referent)).await.status, 404, "{name}: above schools");
        let mut admin = world.administering(people.admin).await;
        for person in [people.claire, people.referent] {
            assert_eq!(admin.get(&path(person)).await.status, 200, "{name}");
        }
    }
}

#[tokio::test]
async fn a_user_name_is_changed_and_one_that_is_taken_is_not() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        world.password(people.claire, "c.auvray", RIGHT).await;
        world.password(people.other_teacher, "m.duchemin", RIGHT).await;
        let mut referent = world.signed_in(people.referent).await;
        let rename = format!("/acces/{}/nom", people.claire);
        for (login, why) in [("m.duchemin", "m.duchemin2"), ("é", "3 à 60 signes"), ("", "3 à 60 signes")] {
            referent.get(&path(people.claire)).await;
            referent.post(&rename, &[("login", login)]).await;
            assert!(referent.status == 422 && referent.text.contains(why), "{name}: {login}: {referent:?}");
            assert!(referent.text.contains(&format!("value=\"{login}\"")), "{name}: what was typed stays");
        }
        done(&mut referent, "nom", people.claire, &[("login", "M.Duchemin2 ")]).await;
        assert!(referent.text.contains("entre maintenant avec m.duchemin2"), "{name}");
        let mut browser = world.browser();
        browser.get("/entrer/adulte").await;
        browser.post("/entrer/adulte", &[("user", "m.duchemin2"), ("password", RIGHT)]).await;
        assert_eq!(browser.status, 303, "{name}: {browser:?}");
        let trail = world.trail(people.claire).await;
        let line = trail.iter().find(|(deed, ..)| deed == "login-renamed").unwrap();
        assert!(line.1 == people.referent && line.2.contains("c.auvray devient m.duchemin2"), "{name}: {line:?}");
        assert!(world.told().await[0].ends_with(" renamed"), "{name}");
    }
}

#[tokio::test]
async fn all_sessions_are_closed_at_once() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let (mut one, mut other) = (world.signed_in(people.claire).await, world.signed_in(people.claire).await);
        let mut referent = world.signed_in(people.referent).await;
        assert!(referent.get(&path(people.claire)).await.text.contains("2 sessions ouvertes"), "{name}: {referent:?}");
        done(&mut referent, "sessions", people.claire, &[]).await;
        assert_eq!((one.get("/compte").await.status, other.get("/compte").await.status), (303, 303), "{name}");
        assert_eq!(referent.get("/compte").await.status, 200, "{name}: not one's own");
    }
}

/// Blocked: what they enter with opens nothing, the reason is kept for who may let them back in, and they are let back in as they were.
#[tokio::test]
async fn who_is_blocked_is_out_until_let_back_in() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        world.password(people.claire, "c.auvray", RIGHT).await;
        let mut claire = world.signed_in(people.claire).await;
        let mut head = world.signed_in(people.head).await;
        head.get(&path(people.claire)).await;
        head.post(&format!("/acces/{}/blocage", people.claire), &[("raison", " ")]).await;
        assert!(head.status == 422 && head.text.contains("Écrivez pourquoi"), "{name}: {head:?}");
        done(&mut head, "blocage", people.claire, &[("raison", "Téléphone volé au CDI.")]).await;
        assert!(head.text.contains("Téléphone volé au CDI.") && head.text.contains("Anne Duval"), "{name}: {head:?}");
        assert_eq!(claire.get("/compte").await.status, 303, "{name}: signed out");
        let mut door = world.browser();
        door.get("/entrer/adulte").await;
        let enter = [("user", "c.auvray"), ("password", RIGHT)];
        door.post("/entrer/adulte", &enter).await;
        assert!(door.status == 422 && door.text.contains("Votre accès est fermé depuis"), "{name}: {door:?}");
        assert!(!door.text.contains("volé") && door.text.contains("Luc Tellier"), "{name}: whom to ask, not why");
        let since = world.house.db.read(move |tx| store::taken_back(tx, people.claire)).await.unwrap();
        assert_eq!(since, Some(NOW), "{name}: the address of their calendar too");
        done(&mut head, "blocage/fin", people.claire, &[]).await;
        door.post("/entrer/adulte", &enter).await;
        assert_eq!(door.status, 303, "{name}: {door:?}");
        let trail = world.trail(people.claire).await;
        let of = |deed: &str| trail.iter().find(|line| line.0 == deed).map(|line| (line.1, line.2.clone()));
        let blocked = of("account-blocked").unwrap();
        assert_eq!(blocked, (people.head, "Accès fermé\u{a0}: Téléphone volé au CDI.".to_owned()), "{name}");
        assert_eq!(of("account-unblocked").map(|line| line.0), Some(people.head), "{name}");
    }
}

/// The second step of an administrator is taken away by another administrator, never by themselves; both are told.
#[tokio::test]
async fn the_second_step_of_an_administrator_is_taken_away_by_another() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        let mut other = world.administering(people.second_admin).await;
        let mut admin = world.administering(people.admin).await;
        other.get("/compte").await;
        other.post(&format!("/acces/{}/double", people.second_admin), &[]).await;
        assert_eq!(other.status, 404, "{name}: not one's own");
        done(&mut admin, "double", people.second_admin, &[]).await;
        let salt = world.house.db.read(move |tx| store::second::salt(tx, people.second_admin)).await.unwrap();
        assert!(salt.is_none(), "{name}");
        assert_eq!(other.get("/compte").await.status, 303, "{name}: signed out");
        let told = world.told().await;
        let of = |person: PersonId, what: &str| {
            told.iter().any(|told| told.starts_with(&person.to_string()) && told.ends_with(&format!(" {what}")))
        };
        assert!(of(people.second_admin, "second") && of(people.admin, "second-of"), "{name}: {told:?}");
        let trail = world.trail(people.second_admin).await;
        assert!(trail.iter().any(|line| line.0 == "second-step-reset" && line.1 == people.admin), "{name}: {trail:?}");
    }
}

/// The page leads to where the card is printed, if one may print it.
#[tokio::test]
async fn the_page_leads_to_the_card() {
    for world in worlds().await {
        let (name, people) = (world.name, world.people.clone());
        world.card(people.ines, Some("4071")).await;
        let mut referent = world.signed_in(people.referent).await;
        let cards = format!("/ecole/classe/{}/cartes", people.class);
        referent.get(&path(people.ines)).await;
        assert!(referent.text.contains(&cards) && referent.text.contains("code secret choisi"), "{name}: {referent:?}");
        assert!(!referent.text.contains("mot-de-passe"), "{name}: a pupil has a card");
        referent.get(&path(people.samira)).await;
        assert!(referent.text.contains(&format!("{cards}?responsables=1")), "{name}: {referent:?}");
    }
}
