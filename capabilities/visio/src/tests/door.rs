use super::town::{Evening, led, opened, room, seated, whole};
use crate::RoomId;
use serde_json::Value;
use sfu::testing::{Client, Manner};
use web::testing::Browser;

/// Asks the door; what it says.
async fn ask(browser: &mut Browser, room: RoomId, what: &str, fields: &[(&str, &str)]) -> Value {
    browser.get(&format!("/visio/{room}")).await;
    browser.post(&format!("/visio/{room}/{what}"), &[fields, &[("once", "")]].concat()).await;
    assert_eq!(browser.status, 200, "{browser:?}");
    serde_json::from_str(&browser.text).unwrap()
}

fn refused(said: &Value) -> &str {
    said["refused"].as_str().unwrap_or_else(|| panic!("{said}"))
}

fn offer(evening: &Evening) -> String {
    let server = evening.house.engine::<sfu::Handle>().unwrap().addresses()[0];
    Client::new(Manner::VOICE, server).unwrap().offer()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_in_before_the_adult() {
    for evening in Evening::both().await {
        let room = room(&evening, false).await;
        let mut ines = evening.of(evening.town.pupils[0]);
        let said = ask(&mut ines, room, "place", &[]).await;
        assert_eq!(refused(&said), "waiting", "{}", evening.name);
        assert!(said["say"].as_str().unwrap().contains("dès que l’adulte y est"));
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get(&format!("/visio/{room}")).await;
        assert!(claire.text.contains("Inès Nouvel"), "the host sees who is at the door: {claire:?}");
        claire.post(&format!("/visio/{room}/ouverture"), &[]).await;
        led(&claire);
        // Open, but the adult is not in it yet.
        let said = ask(&mut ines, room, "place", &[]).await;
        assert_eq!(refused(&said), "waiting", "{}", evening.name);
        let sdp = offer(&evening);
        assert_eq!(refused(&ask(&mut ines, room, "media", &[("jeton", "x"), ("sdp", &sdp)]).await), "waiting");
        let token = ask(&mut claire, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
        assert!(ask(&mut claire, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await["sdp"].is_string());
        let said = ask(&mut ines, room, "place", &[]).await;
        assert_eq!(said["token"].as_str().map(str::len), Some(32), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_used_once_by_the_person_it_was_made_for() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let (mut ines, mut noe) = (evening.of(evening.town.pupils[0]), evening.of(evening.town.pupils[1]));
        let token = ask(&mut ines, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
        ask(&mut noe, room, "place", &[]).await;
        let sdp = offer(&evening);
        let stolen = ask(&mut noe, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await;
        assert_eq!(refused(&stolen), "token", "{}", evening.name);
        let taken = ask(&mut ines, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await;
        assert!(taken["sdp"].as_str().is_some_and(|sdp| sdp.starts_with("v=0")), "{taken}");
        let again = ask(&mut ines, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await;
        assert_eq!(refused(&again), "token");
        let late = ask(&mut ines, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
        evening.later(3);
        assert_eq!(refused(&ask(&mut ines, room, "media", &[("jeton", &late), ("sdp", &sdp)]).await), "token");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_with_the_link_finds_nothing() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let town = &evening.town;
        for person in
            [town.other.pupils[0], town.teachers[1], town.other.teachers[0], town.head, town.pilot, town.guardian]
        {
            let mut browser = evening.of(person);
            browser.get("/visio").await;
            browser.get(&format!("/visio/{room}")).await;
            assert_eq!(browser.status, 404, "{}: {browser:?}", evening.name);
            for what in ["place", "media", "reprise", "sortie", "main", "message", "cloture", "personne"] {
                browser.post(&format!("/visio/{room}/{what}"), &[("texte", "x")]).await;
                assert_eq!(browser.status, 404, "{what}: {browser:?}");
            }
            browser.get(&format!("/visio/{room}/flux")).await;
            assert_eq!(browser.status, 404);
        }
        let mut nobody = evening.nobody();
        nobody.get(&format!("/visio/{room}")).await;
        assert!(led(&nobody).starts_with("/entrer"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_lobby_each_waits_to_be_let_in_and_comes_back_without_asking() {
    for evening in Evening::both().await {
        let room = opened(&evening, true).await;
        let mut ines = evening.of(evening.town.pupils[0]);
        assert_eq!(refused(&ask(&mut ines, room, "place", &[]).await), "lobby");
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get(&format!("/visio/{room}")).await;
        claire.post(&format!("/visio/{room}/personne"), &[("fait", "entrer")]).await;
        led(&claire);
        let token = ask(&mut ines, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
        let sdp = offer(&evening);
        assert!(ask(&mut ines, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await["sdp"].is_string());
        ines.post(&format!("/visio/{room}/sortie"), &[]).await;
        assert!(ask(&mut ines, room, "place", &[]).await["token"].is_string(), "let in once is let in");
        let seat = evening.write(move |tx, town| seated(tx, room, town.pupils[0])).await.seat.id.to_string();
        claire.post(&format!("/visio/{room}/personne"), &[("fait", "sortir"), ("place", &seat)]).await;
        led(&claire);
        assert_eq!(refused(&ask(&mut ines, room, "place", &[]).await), "removed");
        claire.post(&format!("/visio/{room}/personne"), &[("fait", "retour"), ("place", &seat)]).await;
        let again = ask(&mut ines, room, "place", &[]).await;
        assert!(again["token"].is_string(), "called back in, nobody is let in a second time: {again}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_holds_the_room_opens_it_by_coming_in_and_the_banner_says_what_the_door_says() {
    for evening in Evening::both().await {
        let room = room(&evening, false).await;
        let (mut claire, mut ines) = (evening.of(evening.town.teachers[0]), evening.of(evening.town.pupils[0]));
        let door = format!("/visio/{room}");
        ines.get(&door).await;
        assert!(whole(&ines).contains("Claire Auvray arrive"), "{}: {ines:?}", evening.name);
        claire.get(&door).await;
        claire.post(&format!("{door}/ouverture"), &[]).await;
        let banner = ines.clone().part("/visio/ouvertes").await.text.clone();
        assert!(banner.contains("va s’ouvrir") && !banner.contains("on t’attend"), "nobody is there yet: {banner}");
        ines.get(&door).await;
        assert!(whole(&ines).contains("Claire Auvray arrive"), "{ines:?}");
        assert_eq!(refused(&ask(&mut ines, room, "place", &[]).await), "waiting");
        claire.get(&door).await;
        assert!(
            !whole(&claire).contains("Faire entrer tout le monde"),
            "without a door to keep, nobody is let in: {claire:?}"
        );
        let token = ask(&mut claire, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
        let sdp = offer(&evening);
        assert!(ask(&mut claire, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await["sdp"].is_string());
        let banner = ines.clone().part("/visio/ouvertes").await.text.clone();
        assert!(banner.contains("on t’attend"), "{banner}");
        ines.get(&door).await;
        assert!(whole(&ines).contains("Claire Auvray est dans la salle"), "{ines:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_ends_it_for_all_and_what_is_no_offer_is_said_so() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let mut ines = evening.of(evening.town.pupils[0]);
        let token = ask(&mut ines, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
        let said = ask(&mut ines, room, "media", &[("jeton", &token), ("sdp", "nothing")]).await;
        assert_eq!(refused(&said), "browser");
        assert_eq!(refused(&ask(&mut ines, room, "reprise", &[("sdp", "nothing")]).await), "token");
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get(&format!("/visio/{room}")).await;
        claire.post(&format!("/visio/{room}/cloture"), &[]).await;
        led(&claire);
        assert_eq!(refused(&ask(&mut ines, room, "place", &[]).await), "closed");
        ines.get(&format!("/visio/{room}")).await;
        assert!(ines.text.contains("Cette salle est finie"), "{ines:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_seats_hear_each_other_through_the_pages() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let unit = evening.house.engine::<sfu::Handle>().cloned().unwrap();
        let attending = tokio::spawn(crate::attend(std::sync::Arc::clone(&evening.house), unit.signals()));
        let mut clients = vec![];
        for person in [evening.town.teachers[0], evening.town.pupils[0]] {
            let mut browser = evening.of(person);
            let mut client = Client::new(Manner::VOICE, unit.addresses()[0]).unwrap();
            let token = ask(&mut browser, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
            let sdp = client.offer();
            let said = ask(&mut browser, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await;
            assert!(client.answer(said["sdp"].as_str().unwrap()));
            clients.push(client);
        }
        let heard = tokio::task::spawn_blocking(move || {
            let long = std::time::Duration::from_secs(20);
            let heard = sfu::testing::until(&mut clients, long, |all| all.iter().all(|one| one.packets() > 50));
            (heard, clients)
        });
        let (heard, clients) = heard.await.unwrap();
        assert!(heard, "{}", evening.name);
        evening.later(12);
        drop(clients);
        unit.close(&room.to_string());
        let mut seat = evening.write(move |tx, town| seated(tx, room, town.pupils[0])).await.seat;
        for _ in 0..100 {
            if !seat.is_in() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            seat = evening.write(move |tx, town| seated(tx, room, town.pupils[0])).await.seat;
        }
        assert_eq!((seat.state, seat.minutes(evening.house.clock.now())), (crate::SeatState::Out, 12));
        attending.abort();
    }
}
