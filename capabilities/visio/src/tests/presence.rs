use super::town::{Evening, NOW, opened, room, seated};
use crate::{
    Kind, SeatState, State,
    store::{self, Wanted},
};
use kernel::Id;

#[tokio::test]
async fn a_room_for_the_same_ticket_is_made_once_and_takes_newcomers() {
    for evening in Evening::both().await {
        let (first, second) = evening
            .write(|tx, town| {
                let source = Some(Id::new(NOW, &kernel::Seeded::new(5)));
                let wanted = |expected| Wanted {
                    kind: Kind::Ticket,
                    source,
                    school: town.school,
                    host: town.teachers[0],
                    title: "",
                    expected,
                    lobby: false,
                };
                let first = store::open_for(tx, &town.chance, &wanted(&town.pupils[..1]), NOW)?;
                let second = store::open_for(tx, &town.chance, &wanted(&town.pupils[..2]), NOW)?;
                Ok((first, (second, store::seats(tx, first)?.len())))
            })
            .await;
        assert_eq!((first, 3), second, "{}", evening.name);
    }
}

#[tokio::test]
async fn presence_is_added_up_over_cuts() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let seat = evening
            .write(move |tx, town| {
                let seat = seated(tx, room, town.pupils[0])?.seat.id;
                store::arrived(tx, room, seat, NOW)?;
                store::arrived(tx, room, seat, NOW.plus_minutes(1))?;
                store::gone(tx, room, seat, NOW.plus_minutes(10))?;
                store::gone(tx, room, seat, NOW.plus_minutes(11))?;
                store::arrived(tx, room, seat, NOW.plus_minutes(20))?;
                Ok(seated(tx, room, town.pupils[0])?.seat)
            })
            .await;
        assert_eq!((seat.minutes(NOW.plus_minutes(25)), seat.joined_at), (15, Some(NOW)), "{}", evening.name);
    }
}

#[tokio::test]
async fn pupils_do_not_stay_without_an_adult() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        evening
            .write(move |tx, town| {
                let (claire, ines) = (seated(tx, room, town.teachers[0])?, seated(tx, room, town.pupils[0])?);
                store::arrived(tx, room, claire.seat.id, NOW)?;
                store::arrived(tx, room, ines.seat.id, NOW)?;
                assert!(store::abandoned(tx, NOW.plus_minutes(30))?.is_empty());
                store::gone(tx, room, claire.seat.id, NOW.plus_minutes(30))?;
                assert!(store::abandoned(tx, NOW.plus_minutes(31))?.is_empty(), "a cut is forgiven");
                assert_eq!(store::abandoned(tx, NOW.plus_minutes(33))?, [room]);
                let ines = seated(tx, room, town.pupils[0])?;
                assert_eq!((ines.room.state, ines.seat.state), (State::Waiting, SeatState::Out));
                Ok(())
            })
            .await;
    }
}

#[tokio::test]
async fn what_nobody_closed_closes_itself() {
    for evening in Evening::both().await {
        let (room, unopened) = (opened(&evening, false).await, room(&evening, false).await);
        evening
            .write(move |tx, town| {
                let claire = seated(tx, room, town.teachers[0])?.seat.id;
                store::arrived(tx, room, claire, NOW)?;
                assert_eq!(store::close_forgotten(tx, NOW.plus_minutes(300))?, 0);
                store::gone(tx, room, claire, NOW.plus_minutes(300))?;
                assert_eq!(store::close_forgotten(tx, NOW.plus_minutes(320))?, 0);
                assert_eq!(store::close_forgotten(tx, NOW.plus_minutes(331))?, 1);
                assert_eq!(store::close_forgotten(tx, NOW.plus_days(2))?, 1);
                let states = (town.held(tx, room)?.state, town.held(tx, unopened)?.state);
                assert_eq!(states, (State::Closed, State::Closed));
                Ok(())
            })
            .await;
    }
}

#[tokio::test]
async fn the_demonstration_remembers_rooms_that_are_over() {
    for evening in Evening::both().await {
        evening
            .write(|tx, town| {
                crate::demo::weeks(tx, &town.chance, town.school, town.teachers[0], &town.pupils, NOW)?;
                let claire = access::Actor::load(tx, town.teachers[0], NOW)?;
                assert!(
                    store::mine(tx, &claire, web::Pager::whole(), NOW)?
                        .iter()
                        .all(|one| one.room.state == State::Closed),
                    "they are over"
                );
                let past = Vec::from(store::mine(tx, &claire, web::Pager::whole(), NOW.plus_days(-30))?);
                assert_eq!(past.len(), 7);
                for one in past {
                    let seats = store::seats(tx, one.room.id)?;
                    assert!(seats.iter().any(|one| one.seat.minutes(NOW) >= 15), "{seats:?}");
                    assert!(seats.iter().all(|one| !one.seat.is_in()));
                }
                Ok(())
            })
            .await;
    }
}
