//! From a ticket to a room in one tap, for both; one room for a group.
use super::town::{Evening, NOW, led, serve_rooms, whole};
use crate::{
    Mode, Outcome, State, Subject, TicketId,
    policy::Help,
    store::{self},
};
use access::Actor;
use visio::{Kind, Room};

/// The rooms of a ticket that are not over.
async fn rooms(evening: &Evening, ticket: TicketId) -> Vec<Room> {
    evening.write(move |tx, _| visio::store::live_of(tx, Kind::Ticket, &[ticket.cast()])).await
}

/// Claire helps the first pupil, and opens a room for them; its address.
async fn opened(evening: &Evening) -> (TicketId, String) {
    serve_rooms(&evening).await;
    let ticket = evening
        .write(|tx, town| {
            town.open(tx)?;
            let ticket = town.ask(tx, 0, -5)?;
            town.claim(tx, 0, ticket, 0)?;
            Ok(ticket)
        })
        .await;
    let mut teacher = evening.of(evening.town.teachers[0]);
    let page = format!("/bar/demande/{ticket}");
    assert!(whole(teacher.get(&page).await).contains("Parler en visio"), "{}", evening.name);
    (ticket, led(teacher.post(&format!("{page}/salle"), &[]).await))
}

#[tokio::test]
async fn a_room_is_one_tap_away_for_both_and_for_nobody_else() {
    for evening in Evening::both().await {
        let name = evening.name;
        let (ticket, room) = opened(&evening).await;
        let kept = rooms(&evening, ticket).await;
        assert_eq!((kept.len(), kept[0].title.as_str(), kept[0].address()), (1, "Maths", room.clone()), "{name}");

        // The pupil: on the ticket's page and as the part that lives; another one sees and finds nothing.
        let mut pupil = evening.of(evening.town.pupils[0]);
        let link = format!("href=\"{room}\"");
        let page = whole(pupil.get("/bar/moi").await);
        assert!(page.contains("Ton professeur t’attend dans la salle") && page.contains(&link), "{name}: {page}");
        assert!(pupil.part("/visio/ouvertes").await.text.contains(&link), "{name}");
        assert_eq!(pupil.get(&room).await.status, 200, "{name}");
        for other in [evening.town.pupils[1], evening.town.other.pupils[0], evening.town.teachers[1]] {
            let mut other = evening.of(other);
            assert!(!other.part("/visio/ouvertes").await.text.contains("/visio/"), "{name}");
            assert_eq!(other.get(&room).await.status, 404, "{name}");
        }

        // The teacher finds it again, does not make another, and is told where it is.
        let mut teacher = evening.of(evening.town.teachers[0]);
        let page = format!("/bar/demande/{ticket}");
        let text = whole(teacher.get(&page).await).to_owned();
        assert!(text.contains(&link) && !text.contains("Parler en visio"), "{name}: {text}");
        assert!(teacher.part(&format!("{page}?etat=claimed&morceau=joindre")).await.text.contains(&link), "{name}");
        assert_eq!(led(teacher.post(&format!("{page}/salle"), &[]).await), room, "{name}");
        let mut english = evening.of(evening.town.teachers[0]).with("lang", "en");
        assert!(whole(english.get(&page).await).contains("Enter the room"), "{name}");
    }
}

#[tokio::test]
async fn the_room_is_over_with_the_ticket_however_it_ends() {
    for evening in Evening::both().await {
        let name = evening.name;
        let (ticket, room) = opened(&evening).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        pupil.get("/bar/moi").await;
        led(pupil.post("/bar/moi/compris", &[]).await);
        assert!(rooms(&evening, ticket).await.is_empty(), "{name}: understood");
        assert!(!whole(pupil.get("/bar/moi").await).contains(&room), "{name}");
        evening
            .write(|tx, town| {
                let claire = Actor::load(tx, town.teachers[0], NOW)?;
                for n in 0..4 {
                    let ticket = town.ask(tx, n % 3 + 1, i64::try_from(n).unwrap())?;
                    town.claim(tx, 0, ticket, 1)?;
                    let wanted = visio::store::Wanted {
                        kind: Kind::Ticket,
                        source: Some(ticket.cast()),
                        school: town.school,
                        host: town.teachers[0],
                        title: "Maths",
                        expected: &[],
                        lobby: false,
                    };
                    visio::store::open_for(tx, &town.chance, &wanted, NOW)?;
                    let helped = store::find::<Help>(tx, &claire, ticket)?.unwrap();
                    let live = |tx: &mut db::Tx<'_>| visio::store::live_of(tx, Kind::Ticket, &[ticket.cast()]);
                    assert_eq!(live(tx)?.len(), 1);
                    match n {
                        0 => store::give_back(tx, &helped, NOW)?.unwrap(),
                        1 => store::hand_over(tx, &helped, town.teachers[1], NOW)?.unwrap(),
                        2 => store::end(tx, &helped, Outcome::Gone, None, NOW)?.unwrap(),
                        _ => assert!(store::close_evening(tx, NOW.plus_minutes(300))? > 0),
                    }
                    assert!(live(tx)?.is_empty(), "{n}");
                    // What is left of it ends, so that the pupil may ask again.
                    store::close_evening(tx, NOW.plus_minutes(300))?;
                }
                Ok(())
            })
            .await;
    }
}

#[tokio::test]
async fn who_was_spoken_to_in_the_room_was_answered() {
    for evening in Evening::both().await {
        let (ticket, _) = opened(&evening).await;
        let alone = evening
            .write(|tx, town| {
                let alone = town.ask(tx, 1, -4)?;
                town.claim(tx, 0, alone, 0)?;
                Ok(alone)
            })
            .await;
        let states = evening
            .write(move |tx, town| {
                let room = visio::store::live_of(tx, Kind::Ticket, &[ticket.cast()])?.remove(0);
                let ines = Actor::load(tx, town.pupils[0], NOW)?;
                let seat = visio::store::sit(tx, &ines, room.id)?.unwrap().seat.id;
                visio::store::arrived(tx, room.id, seat, NOW)?;
                store::close_evening(tx, NOW.plus_minutes(300))?;
                Ok((super::town::kept(tx, ticket)?.state, super::town::kept(tx, alone)?.state))
            })
            .await;
        assert_eq!(states, (State::Done, State::FollowUp), "{}", evening.name);
        assert!(rooms(&evening, ticket).await.is_empty(), "{}", evening.name);
    }
}

#[tokio::test]
async fn one_room_for_a_group_until_the_last_of_them_ends() {
    for evening in Evening::both().await {
        let name = evening.name;
        serve_rooms(&evening).await;
        let tickets = evening.write(|tx, town| town.three_wait(tx)).await;
        let town = &evening.town;
        let mut teacher = evening.of(town.teachers[0]);
        let board = format!("/bar/bureau/{}", town.desk);
        teacher.get(&board).await;
        let ticked: Vec<_> = tickets.iter().take(2).map(ToString::to_string).collect();
        let ticked: Vec<_> = ticked.iter().map(|id| ("demande", id.as_str())).collect();
        let group = led(teacher.post(&format!("{board}/grouper"), &ticked).await);
        assert!(whole(teacher.get(&group).await).contains("Parler à tous en visio"), "{name}");
        let room = led(teacher.post(&group, &[("faire", "visio")]).await);
        assert!(room.starts_with("/visio/"), "{name}: {room}");
        let link = format!("href=\"{room}\"");
        assert!(whole(teacher.get(&group).await).contains(&link), "{name}");
        // From the page of one of them: the same room.
        let one = format!("/bar/demande/{}", tickets[0]);
        assert!(whole(teacher.get(&one).await).contains(&link), "{name}");
        assert_eq!(led(teacher.post(&format!("{one}/salle"), &[]).await), room, "{name}");
        for (n, told) in [(0, true), (1, true), (2, false)] {
            let mut pupil = evening.of(town.pupils[n]);
            assert_eq!(whole(pupil.get("/bar/moi").await).contains(&link), told, "{name}: {n}");
            assert_eq!(pupil.get(&room).await.status, if told { 200 } else { 404 }, "{name}: {n}");
        }
        // The first has understood: the other goes on.
        let mut first = evening.of(town.pupils[0]);
        first.get("/bar/moi").await;
        led(first.post("/bar/moi/compris", &[]).await);
        assert!(whole(evening.of(town.pupils[1]).get("/bar/moi").await).contains(&link), "{name}");
        teacher.get(&group).await;
        led(teacher.post(&group, &[("faire", "clore"), ("issue", "compris")]).await);
        assert!(!whole(evening.of(town.pupils[1]).get("/bar/moi").await).contains(&link), "{name}");
        assert!(evening.of(town.pupils[1]).get(&room).await.text.contains("Cette salle est finie"), "{name}");
    }
}

#[tokio::test]
async fn without_rooms_there_is_no_button_and_the_link_stays() {
    for evening in Evening::both().await {
        let name = evening.name;
        let ticket = evening
            .write(|tx, town| {
                town.open(tx)?;
                let ticket = town.ask_for(tx, 0, -5, Subject::Maths, Mode::Room)?;
                town.claim(tx, 0, ticket, 0)?;
                Ok(ticket)
            })
            .await;
        let mut teacher = evening.of(evening.town.teachers[0]);
        let page = format!("/bar/demande/{ticket}");
        let text = whole(teacher.get(&page).await).to_owned();
        assert!(!text.contains("Parler en visio") && text.contains("https://visio.example.org/salle"), "{name}");
        assert_eq!(teacher.post(&format!("{page}/salle"), &[]).await.status, 404, "{name}");
        let mut pupil = evening.of(evening.town.pupils[0]);
        assert!(whole(pupil.get("/bar/moi").await).contains("href=\"https://visio.example.org/salle\""), "{name}");
        // With them the room of the house comes first, once it is open.
        serve_rooms(&evening).await;
        teacher.get(&page).await;
        led(teacher.post(&format!("{page}/salle"), &[]).await);
        let text = whole(pupil.get("/bar/moi").await);
        assert!(text.contains("t’attend dans la salle") && !text.contains("visio.example.org/salle"), "{name}");
        // A colleague does not open one for whom they do not help.
        let mut colleague = evening.of(evening.town.teachers[1]);
        colleague.get(&page).await;
        assert_eq!(colleague.post(&format!("{page}/salle"), &[]).await.status, 422, "{name}");
        assert_eq!(evening.of(evening.town.other.teachers[0]).get(&page).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn whom_the_line_lets_down_is_called() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        let call = "value=\"appel\" checked";
        assert!(!whole(pupil.get("/bar/demande").await).contains(call), "{name}");
        assert!(whole(pupil.get("/bar/demande?mode=appel").await).contains(call), "{name}");
        let ticket = evening.write(|tx, town| town.ask(tx, 0, -5)).await;
        assert_eq!(led(pupil.get("/bar/demande?mode=appel").await), "/bar/moi?mode=appel", "{name}");
        assert!(whole(pupil.get("/bar/moi?mode=appel").await).contains("id=\"appel\" open"), "{name}");
        led(pupil.post("/bar/moi/numero", &[("telephone", "06 39 98 00 02")]).await);
        let kept = evening.write(move |tx, _| super::town::kept(tx, ticket)).await;
        assert_eq!((kept.mode, kept.phone.as_deref()), (Mode::Call, Some("06 39 98 00 02")), "{name}");
    }
}
