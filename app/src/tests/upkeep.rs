//! The page of upkeep: what asks for a deed, until it is done; a letter to oneself.
use super::house::{NOW, Walker, evening, evening_with};
use crate::config::Config;
use crate::upkeep::{
    Machine, Ready,
    store::{self, Done, Node, State, What},
    try_once,
};
use kernel::Moment;
use std::sync::Arc;
use web::{Engines, House};

/// Writes down that it went so.
async fn was(house: &House, what: What, at: Moment, state: State, said: &str) {
    let done = Done { what, at, state, said: said.to_owned() };
    house.db.write(move |tx| store::put(tx, &done)).await.unwrap();
}

/// The page, as an administrator reads it.
async fn page(walkers: &mut [Walker]) -> String {
    let admin = walkers.iter_mut().find(|walker| walker.name == "admin").unwrap();
    admin.browser.get("/exploitation").await;
    assert_eq!(admin.browser.status, 200, "{:?}", admin.browser);
    admin.browser.text.clone()
}

/// Asks for a letter to this address: the status, and the page.
async fn send(walkers: &mut [Walker], to: &str, once: &str) -> (u16, String) {
    let admin = walkers.iter_mut().find(|walker| walker.name == "admin").unwrap();
    let csrf = admin.csrf.clone();
    let fields = [("csrf", csrf.as_str()), ("once", once), ("voie", "email"), ("adresse", to)];
    admin.browser.post("/exploitation/essai", &fields).await;
    (admin.browser.status, admin.browser.text.clone())
}

/// What other pages are told.
async fn ready(house: &Arc<House>) -> Ready {
    let done = house.db.read(store::all).await.unwrap();
    Ready::of(&done, NOW)
}

#[tokio::test]
async fn what_asks_for_a_deed_is_said_until_it_is_done() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, mut walkers, _) = evening(db).await;
        let young = page(&mut walkers).await;
        assert!(young.contains("Aucune sauvegarde n’a encore été faite"), "{name}: {young}");
        assert!(young.contains("/etc/cron.d/preau") && young.contains("[post.email]"), "{name}: the lines to paste");
        assert_eq!(ready(&house).await, Ready::default(), "{name}");
        was(&house, What::Backup, NOW.plus_days(-9), State::Good, "").await;
        let old = page(&mut walkers).await;
        assert!(old.contains("Aucune sauvegarde depuis 9 jours"), "{name}: {old}");
        was(&house, What::Backup, NOW.plus_minutes(-60), State::Good, "").await;
        was(&house, What::Restore, NOW.plus_days(-30), State::Good, "").await;
        let well = page(&mut walkers).await;
        assert!(well.contains("Tout va bien") && well.contains("Dernière sauvegarde le"), "{name}: {well}");
        assert_eq!(ready(&house).await, Ready { backup: true, restore: true, ..Ready::default() }, "{name}");
    }
}

#[tokio::test]
async fn what_the_nodes_say_of_themselves_is_weighed() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, mut walkers, _) = evening(db).await;
        let one = Node {
            name: "atelier 127.0.0.1:8080".to_owned(),
            version: "0.1.0".to_owned(),
            seen_at: NOW,
            space: Some((900_000_000, 80_000_000_000)),
            certificate: Some(NOW.plus_days(12)),
            ..Node::default()
        };
        let old = Node { name: "ancien".to_owned(), seen_at: NOW.plus_minutes(-60), ..one.clone() };
        let other = Node { name: "autre".to_owned(), version: "0.2.0".to_owned(), space: None, ..one.clone() };
        let said = house.db.write(move |tx| {
            for node in [&one, &old, &other] {
                store::say(tx, node)?;
                store::say(tx, node)?;
            }
            store::size(tx)
        });
        assert!(said.await.unwrap() > 0, "{name}: the database has a size");
        let page = page(&mut walkers).await;
        for word in [
            "Il ne reste que 900 Mo sur atelier 127.0.0.1:8080",
            "Le certificat du site se termine dans 12 jours",
            "Les nœuds n’ont pas la même version",
        ] {
            assert!(page.contains(word), "{name}: {word}: {page}");
        }
        assert!(!page.contains("ancien"), "{name}: who says nothing is not there: {page}");
    }
}

#[tokio::test]
async fn a_letter_to_oneself_tells_whether_the_gateway_carries() {
    for (name, db) in db::testing::both(&[]).await {
        let mut config = Config::default();
        config.post.email = post::Email::Folder { path: "letters".into() };
        let engines = Engines::default().with(Some(Machine::of(&config)));
        let (house, mut walkers, _) = evening_with(db, engines).await;
        let untried = page(&mut walkers).await;
        for word in [
            "un serveur est indiqué. Envoyez-vous un essai",
            "SMS : aucun serveur",
            "var/preau.db",
            "Votre adresse e-mail",
        ] {
            assert!(untried.contains(word), "{name}: {word}: {untried}");
        }
        let (status, refused) = send(&mut walkers, "camille", "a").await;
        assert!(status == 422 && refused.contains("Écrivez une adresse e-mail entière"), "{name}: {refused}");
        assert_eq!(try_once(&house, &post::Carrier::default()).await.unwrap(), 0, "{name}: nothing was asked for");
        let mine = "camille.morel@ac-normandie.example";
        assert_eq!(send(&mut walkers, mine, "b").await.0, 303, "{name}");
        let waiting = page(&mut walkers).await;
        assert!(waiting.contains("l’essai part. Rechargez"), "{name}: {waiting}");
        let folder = std::env::temp_dir()
            .join("preau-tests")
            .join(format!("letters-{}", kernel::Id::<()>::new(NOW, &kernel::SystemChance)));
        assert_eq!(try_once(&house, &post::Carrier::folder(&folder)).await.unwrap(), 1, "{name}");
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "{name}: it left");
        let done = house.db.read(store::all).await.unwrap();
        assert_eq!((done[0].state, done[0].said.as_str()), (State::Good, ""), "{name}: the address is not kept");
        assert!(ready(&house).await.gateway, "{name}");
        assert_eq!(send(&mut walkers, mine, "c").await.0, 303, "{name}");
        assert_eq!(try_once(&house, &post::Carrier::default()).await.unwrap(), 1, "{name}");
        assert!(!ready(&house).await.gateway, "{name}");
        let failed = page(&mut walkers).await;
        assert!(failed.contains("L’essai par e-mail n’est pas parti"), "{name}: {failed}");
    }
}
