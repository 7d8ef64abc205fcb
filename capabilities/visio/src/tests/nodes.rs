//! Nodes that serve rooms: one dies, one stops, two are there at once.
use super::town::{Evening, NOW, Town, led, opened, seated};
use crate::{
    Here, RoomId, SeatState, node,
    register::{Unit, look},
    store,
};
use directory::testing::Setting;
use serde_json::Value;
use sfu::testing::{Client, Manner};
use std::sync::Arc;
use web::{Engines, House, testing::Browser};

/// Another node of the same platform, on the same database.
async fn another(evening: &Evening) -> Arc<House> {
    let (db, clock) = (evening.db.clone(), Arc::clone(&evening.clock));
    let mut house = web::testing::house_at(db, Town::SLICES, directory::testing::whoami, clock).await;
    let here = Here("https://b.preau.example".to_owned());
    let unit = crate::tests::town::unit();
    Arc::get_mut(&mut house).unwrap().engines = Engines::default().with(Some(unit)).with(Some(here));
    house
}

fn unit(house: &House) -> sfu::Handle {
    house.engine::<sfu::Handle>().cloned().unwrap()
}

/// Asks a door of the room; what it says.
async fn ask(browser: &mut Browser, room: RoomId, what: &str, fields: &[(&str, &str)]) -> Value {
    browser.get(&format!("/visio/{room}?mene=1")).await;
    browser.post(&format!("/visio/{room}/{what}"), &[fields, &[("once", "")]].concat()).await;
    serde_json::from_str(&browser.text).unwrap_or_else(|_| panic!("{browser:?}"))
}

/// Sits down with a browser of their own.
async fn sits(browser: &mut Browser, house: &House, room: RoomId) -> Client {
    let mut client = Client::new(Manner::VOICE, unit(house).addresses()[0]).unwrap();
    let token = ask(browser, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
    let sdp = client.offer();
    let said = ask(browser, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await;
    assert!(client.answer(said["sdp"].as_str().unwrap()), "{said}");
    client
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sat_there_when_the_process_died_left_when_they_were_last_heard() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let dead = evening
            .write(move |tx, town| {
                // The node heard both for ten minutes, then died.
                assert!(store::claim(tx, room, "192.0.2.9:8090", "", NOW)?);
                let seats = [town.teachers[0], town.pupils[0]].map(|one| seated(tx, room, one).unwrap().seat.id);
                store::arrived(tx, room, seats[1], NOW)?;
                store::heard(tx, &seats, NOW.plus_minutes(10))?;
                Ok(seats)
            })
            .await;
        // Three days later another process begins, and looks.
        evening.later(3 * 24 * 60);
        look(&evening.house, &mut Unit::default()).await;
        let (seat, attended) = evening
            .write(move |tx, town| {
                let seat = seated(tx, room, town.pupils[0])?.seat;
                Ok((seat, store::seats(tx, room)?))
            })
            .await;
        let now = evening.house.clock.now();
        assert_eq!((seat.state, seat.minutes(now), seat.left_at), (SeatState::Out, 10, Some(NOW.plus_minutes(10))));
        let sat: Vec<_> = attended.iter().filter(|one| dead.contains(&one.seat.id)).collect();
        assert!(sat.iter().all(|one| one.seat.minutes(now) == 10), "{}: {sat:?}", evening.name);
    }
}

#[tokio::test]
async fn who_closes_a_room_of_a_dead_node_writes_no_days_of_presence() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let (shown, counted, late) = evening
            .write(move |tx, town| {
                let ines = seated(tx, room, town.pupils[0])?.seat.id;
                store::arrived(tx, room, ines, NOW)?;
                store::heard(tx, &[ines], NOW.plus_minutes(10))?;
                let later = NOW.plus_days(3);
                let shown = seated(tx, room, town.pupils[0])?.seat.minutes(later);
                let held = town.held(tx, room)?;
                store::close(tx, &held, later)?;
                let counted = seated(tx, room, town.pupils[0])?.seat.minutes(later);
                // A word that comes late from the unit seats nobody in a room that is over.
                store::arrived(tx, room, ines, later)?;
                Ok((shown, counted, seated(tx, room, town.pupils[0])?.seat))
            })
            .await;
        assert_eq!((shown, counted, late.came_at), (10, 10, None), "{}", evening.name);
    }
}

#[tokio::test]
async fn a_start_ends_what_this_very_node_served_before() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let name = node::name(&unit(&evening.house));
        let seat = evening
            .write(move |tx, town| {
                store::claim(tx, room, &name, "", NOW)?;
                let ines = seated(tx, room, town.pupils[0])?.seat.id;
                store::arrived(tx, room, ines, NOW)?;
                store::heard(tx, &[ines], NOW.plus_minutes(4))?;
                store::unserved(tx, "192.0.2.9:8090")?;
                assert!(seated(tx, room, town.pupils[0])?.seat.is_in(), "another node's end is not its end");
                store::unserved(tx, &name)?;
                Ok(seated(tx, room, town.pupils[0])?.seat)
            })
            .await;
        assert_eq!((seat.state, seat.minutes(NOW), seat.left_at), (SeatState::Out, 4, Some(NOW.plus_minutes(4))));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn people_of_one_room_are_led_to_the_node_that_serves_it() {
    for evening in Evening::both().await {
        let (name, room) = (evening.name, opened(&evening, false).await);
        let other = another(&evening).await;
        let at_other = |person| Browser::new(&other, Town::SLICES).with("preau", person);
        let mut claire = evening.of(evening.town.teachers[0]);
        let _claire = sits(&mut claire, &evening.house, room).await;

        // Without script, and by the door for the script: to the node where Claire is.
        let mut ines = at_other(evening.town.pupils[0]);
        ines.get(&format!("/visio/{room}")).await;
        assert_eq!(led(&ines), format!("https://a.preau.example/visio/{room}?mene=1"), "{name}");
        let said = ask(&mut ines, room, "place", &[]).await;
        assert_eq!(said["refused"], "elsewhere", "{name}: {said}");
        assert_eq!(said["go"], format!("https://a.preau.example/visio/{room}?mene=1"), "{name}");
        assert!(said["say"].as_str().unwrap().contains("un autre serveur"), "{name}: {said}");
        // Led here all the same, one is not led on in a circle: the page is shown, and the door says why.
        ines.get(&format!("/visio/{room}?mene=1")).await;
        assert_eq!(ines.status, 200, "{name}");

        // On the node that serves it she comes in. Its unit follows what another node writes.
        let mut ines = evening.of(evening.town.pupils[0]);
        let _ines = sits(&mut ines, &evening.house, room).await;
        let mut known = Unit::default();
        look(&evening.house, &mut known).await;
        let seat = evening.write(move |tx, town| Ok(seated(tx, room, town.pupils[0])?.seat.id)).await;
        let mut held = at_other(evening.town.teachers[0]);
        held.get(&format!("/visio/{room}?mene=1")).await;
        let fields = [("fait", "sortir"), ("place", &*seat.to_string())];
        led(held.post(&format!("/visio/{room}/personne"), &fields).await);
        for _ in 0..2 {
            look(&evening.house, &mut known).await;
        }
        assert_eq!(node::seated(&unit(&evening.house)).await.len(), 1, "{name}: made to leave on either node");

        // The node is not heard any more: the other takes the room, and the first, if it comes back, serves it no longer.
        evening.later(1);
        look(&other, &mut Unit::default()).await;
        let mut claire = at_other(evening.town.teachers[0]);
        let _claire = sits(&mut claire, &other, room).await;
        for _ in 0..2 {
            look(&evening.house, &mut known).await;
        }
        assert!(node::seated(&unit(&evening.house)).await.is_empty(), "{name}");
        assert_eq!(node::seated(&unit(&other)).await.len(), 1, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn all_who_come_at_once_on_two_nodes_sit_on_one_and_each_once() {
    for evening in Evening::both().await {
        let (name, room, other) = (evening.name, opened(&evening, false).await, another(&evening).await);
        let nodes = [Arc::clone(&evening.house), other];
        let people = std::iter::once(evening.town.teachers[0]).chain(evening.town.pupils.iter().copied());
        let mut ready = vec![];
        for (at, person) in people.enumerate() {
            let house = &nodes[at % 2];
            let mut browser = Browser::new(house, Town::SLICES).with("preau", person);
            let token = ask(&mut browser, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
            let sdp = Client::new(Manner::VOICE, unit(house).addresses()[0]).unwrap().offer();
            ready.push((browser, token, sdp));
        }
        // Each of the four clicks twice, all at once.
        let said = web::testing::race(8, |at| {
            let (mut browser, token, sdp) = ready[at / 2].clone();
            async move {
                let fields = [("jeton", &*token), ("sdp", &*sdp), ("once", ["a", "b"][at % 2])];
                browser.post(&format!("/visio/{room}/media"), &fields).await;
                let said: Value = serde_json::from_str(&browser.text).unwrap_or_else(|_| panic!("{browser:?}"));
                said["refused"].as_str().unwrap_or("in").to_owned()
            }
        });
        let said = said.await;
        let (here, there) = (node::seated(&unit(&nodes[0])).await.len(), node::seated(&unit(&nodes[1])).await.len());
        assert!((here, there) == (2, 0) || (here, there) == (0, 2), "{name}: {here} and {there}: {said:?}");
        assert_eq!(said.iter().filter(|said| *said == "in").count(), 2, "{name}: {said:?}");
        let others = said.iter().filter(|said| *said != "in");
        assert!(others.clone().all(|said| said == "elsewhere" || said == "token"), "{name}: {said:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_nodes_whose_addresses_nobody_gave_the_second_says_why_one_does_not_come_in() {
    for mut evening in Evening::both().await {
        let name = evening.name;
        let mut other = another(&evening).await;
        let nowhere = |unit| Engines::default().with(Some(unit)).with(Some(Here(String::new())));
        let there = unit(&other);
        Arc::get_mut(&mut other).unwrap().engines = nowhere(there);
        let here = unit(&evening.house);
        let mut own = web::testing::house_at(
            evening.db.clone(),
            Town::SLICES,
            directory::testing::whoami,
            Arc::clone(&evening.clock),
        )
        .await;
        Arc::get_mut(&mut own).unwrap().engines = nowhere(here);
        evening.house = own;
        let room = opened(&evening, false).await;
        let mut claire = Browser::new(&evening.house, Town::SLICES).with("preau", evening.town.teachers[0]);
        let _claire = sits(&mut claire, &evening.house, room).await;
        // The page is shown where one asked for it: there is nowhere to lead to. The door says why nobody is heard there.
        let mut ines = Browser::new(&other, Town::SLICES).with("preau", evening.town.pupils[0]);
        ines.get(&format!("/visio/{room}")).await;
        assert_eq!(ines.status, 200, "{name}");
        let said = ask(&mut ines, room, "place", &[]).await;
        assert_eq!((said["refused"].as_str(), said["go"].as_str()), (Some("elsewhere"), None), "{name}: {said}");
        assert!(said["say"].as_str().unwrap().contains("un autre serveur"), "{name}: {said}");
        assert!(said["token"].is_null() && node::seated(&unit(&other)).await.is_empty(), "{name}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_stops_tells_people_and_they_come_back_on_another() {
    for evening in Evening::both().await {
        let (name, room) = (evening.name, opened(&evening, false).await);
        let mut clients = vec![];
        for person in [evening.town.teachers[0], evening.town.pupils[0]] {
            clients.push(sits(&mut evening.of(person), &evening.house, room).await);
        }
        let connected = tokio::task::spawn_blocking(move || {
            let long = std::time::Duration::from_secs(20);
            let all = sfu::testing::until(&mut clients, long, |all| all.iter().all(|one| one.packets() > 10));
            (all, clients)
        });
        let (connected, mut clients) = connected.await.unwrap();
        assert!(connected, "{name}");
        evening.later(7);
        let told = tokio::task::spawn_blocking(move || {
            let long = std::time::Duration::from_secs(5);
            sfu::testing::until(&mut clients, long, |all| all.iter().all(|one| one.heard.parting && one.closed))
        });
        node::part(&evening.house).await;
        assert!(told.await.unwrap(), "{name}: each is told, then the connection ends");
        let seat = evening.write(move |tx, town| Ok(seated(tx, room, town.pupils[0])?.seat)).await;
        assert_eq!((seat.state, seat.minutes(evening.house.clock.now())), (SeatState::Out, 7), "{name}");
        // Nobody sits down any more where the node stops; on another one, without knocking again.
        let mut ines = evening.of(evening.town.pupils[0]);
        let token = ask(&mut ines, room, "place", &[]).await["token"].as_str().unwrap().to_owned();
        let sdp = Client::new(Manner::VOICE, unit(&evening.house).addresses()[0]).unwrap().offer();
        let said = ask(&mut ines, room, "media", &[("jeton", &token), ("sdp", &sdp)]).await;
        assert_eq!(said["refused"], "parting", "{name}: {said}");
        let other = another(&evening).await;
        let mut ines = Browser::new(&other, Town::SLICES).with("preau", evening.town.pupils[0]);
        let _back = sits(&mut ines, &other, room).await;
    }
}

#[tokio::test]
async fn a_server_elsewhere_that_is_silent_for_long_adds_no_presence() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let minutes = evening
            .write(move |tx, town| {
                let ines = seated(tx, room, town.pupils[0])?.seat.id;
                let present = [ines.to_string()];
                store::were_present(tx, room, &present, NOW)?;
                store::were_present(tx, room, &present, NOW.plus_minutes(3))?;
                // The process is down for a day; the meeting ended meanwhile.
                store::were_present(tx, room, &[], NOW.plus_days(1))?;
                Ok(seated(tx, room, town.pupils[0])?.seat.minutes(NOW.plus_days(1)))
            })
            .await;
        assert_eq!(minutes, 3, "{}", evening.name);
    }
}
