//! Rooms as the desk, the agenda and the evening ask for them.
use super::town::{Evening, NOW, room, seated, whole};
use crate::{
    Kind, State,
    store::{self, Chosen, Wanted},
};
use access::Actor;
use kernel::{Id, Seeded};

#[tokio::test]
async fn who_is_expected_is_called_once_the_adult_opens_and_until_the_end() {
    for evening in Evening::both().await {
        let (name, room) = (evening.name, room(&evening, true).await);
        let link = format!("href=\"/visio/{room}\"");
        let mut ines = evening.of(evening.town.pupils[0]);
        assert!(!ines.part("/visio/ouvertes").await.text.contains(&link), "{name}: nobody is there");
        evening
            .write(move |tx, town| {
                let held = town.held(tx, room)?;
                store::open(tx, &held, NOW)
            })
            .await;
        let text = ines.part("/visio/ouvertes").await.text.clone();
        assert!(text.contains(&link) && text.contains("« Fractions » va s’ouvrir"), "{name}: {text}");
        let host = evening.write(move |tx, town| seated(tx, room, town.teachers[0])).await.seat.id;
        evening.write(move |tx, _| store::arrived(tx, room, host, NOW)).await;
        let text = ines.part("/visio/ouvertes").await.text.clone();
        assert!(text.contains(&link) && text.contains("« Fractions » est ouverte, on t’attend"), "{name}: {text}");
        assert_eq!(ines.get("/visio/ouvertes").await.status, 303, "{name}: a part is no page");
        let mut claire = evening.of(evening.town.teachers[0]);
        let text = claire.part("/visio/ouvertes").await.text.clone();
        assert!(text.contains(&link) && !text.contains("on t’attend"), "{name}: {text}");
        assert!(
            !evening.of(evening.town.other.pupils[0]).part("/visio/ouvertes").await.text.contains("href"),
            "{name}"
        );
        evening
            .write(move |tx, town| {
                let (held, ines) = (town.held(tx, room)?, seated(tx, room, town.pupils[1])?);
                store::remove(tx, &held, ines.seat.id, NOW)?;
                let noe = Actor::load(tx, town.pupils[1], NOW)?;
                assert!(store::ready(tx, &noe, NOW)?.is_empty(), "made to leave: not called again");
                assert!(store::shut(tx, &[room])?.is_empty());
                store::close(tx, &held, NOW)?;
                assert_eq!(store::shut(tx, &[room])?, [room], "its media stops, on whichever node");
                Ok(())
            })
            .await;
        assert!(!ines.part("/visio/ouvertes").await.text.contains(&link), "{name}");
        // Whoever answers for the school finds who was there.
        for (person, finds) in
            [(evening.town.teachers[0], true), (evening.town.head, true), (evening.town.teachers[1], false)]
        {
            let mut one = evening.of(person);
            assert_eq!(whole(one.get("/visio").await).contains(&format!("/visio/{room}/presence")), finds, "{name}");
        }
    }
}

#[tokio::test]
async fn time_is_added_up_over_the_rooms_of_one_thing() {
    for evening in Evening::both().await {
        let attended = evening
            .write(|tx, town| {
                let source: Id<()> = Id::new(NOW, &Seeded::new(5));
                let ines = Actor::load(tx, town.pupils[0], NOW)?;
                for minute in [0, 20] {
                    let wanted = Wanted {
                        kind: Kind::Meeting,
                        source: Some(source),
                        school: town.school,
                        host: town.teachers[0],
                        title: "",
                        expected: &town.pupils,
                        lobby: false,
                    };
                    let room = store::open_for(tx, &town.chance, &wanted, NOW)?;
                    for (person, stay) in [(town.teachers[0], 10), (town.pupils[0], 6)] {
                        let seat = seated(tx, room, person)?.seat.id;
                        store::arrived(tx, room, seat, NOW.plus_minutes(minute))?;
                        store::gone(tx, room, seat, NOW.plus_minutes(minute + stay))?;
                    }
                    if minute == 0 {
                        assert_eq!(store::close_for(tx, Kind::Meeting, source, NOW.plus_minutes(12))?, [room]);
                    } else {
                        let seat = store::sit(tx, &ines, room)?.unwrap().seat.id;
                        store::arrived(tx, room, seat, NOW.plus_minutes(30))?;
                    }
                }
                assert!(store::attended(tx, Kind::Ticket, source, NOW)?.is_empty());
                store::attended(tx, Kind::Meeting, source, NOW.plus_minutes(33))
            })
            .await;
        let town = &evening.town;
        let wanted = store::Attended { person: town.pupils[0], from: NOW, until: None, minutes: 15 };
        assert_eq!(attended, [wanted], "{}: adults and who never came are left out", evening.name);
    }
}

#[tokio::test]
async fn of_a_room_elsewhere_nothing_is_known_and_it_is_not_ended_at_once() {
    for evening in Evening::both().await {
        evening
            .write(|tx, town| {
                let head = Actor::load(tx, town.head, NOW)?;
                let chosen = Chosen {
                    id: town.id(),
                    unit: town.school,
                    purpose: String::new(),
                    kind: "jitsi".to_owned(),
                    url: "https://jitsi.example.org".to_owned(),
                    audience: "preau".to_owned(),
                    sealed: None,
                };
                store::set_server(tx, &head, &chosen, NOW)?;
                let room = town.room(tx, false)?;
                let held = town.held(tx, room)?;
                store::open(tx, &held, NOW)?;
                assert_eq!(store::close_forgotten(tx, NOW.plus_minutes(90))?, 0);
                assert_eq!(store::close_forgotten(tx, NOW.plus_minutes(241))?, 1);
                assert_eq!(town.held(tx, room)?.state, State::Closed);
                Ok(())
            })
            .await;
    }
}
