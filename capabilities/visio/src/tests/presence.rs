use super::town::{Evening, NOW, Town, opened, room, seated};
use crate::{
    Kind, RoomId, Seat, SeatState, State,
    store::{self, Wanted},
};
use kernel::{Chance as _, Id, Moment, Seeded};

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

#[tokio::test]
async fn presence_never_exceeds_the_room_nor_what_was_heard() {
    for evening in Evening::both().await {
        for round in 0..20 {
            let room = opened(&evening, false).await;
            let walk = evening.write(move |tx, town| walked(tx, town, room, &Seeded::new(round)));
            let walk = walk.await;
            for (at, seat, most) in &walk {
                assert!(seat.minutes(*at) <= *most, "{}, round {round}, {at:?}: {seat:?}, {walk:?}", evening.name);
            }
        }
    }
}

/// Words about one seat, in an order drawn by chance, with pauses in which the node may be dead: after each, the seat, and the most
/// minutes that may count.
fn walked(tx: &mut db::Tx<'_>, town: &Town, room: RoomId, chance: &Seeded) -> db::Result<Vec<(Moment, Seat, i64)>> {
    let seat = seated(tx, room, town.pupils[0])?.seat.id;
    let minutes = |millis: i64| (millis + 30_000) / 60_000;
    let (mut now, mut first, mut last, mut over) = (NOW, None, NOW, None);
    let mut all = vec![];
    for _ in 0..12 {
        // Most words come within seconds; now and then a node dies for a day.
        now = Moment(now.0 + [5_000, 20_000, 200_000, 86_400_000][chance.below(4) as usize]);
        match chance.below(8) {
            // Whoever looks says first who is lost.
            0..3 => {
                store::lost(tx, now)?;
                store::arrived(tx, room, seat, now)?;
                if over.is_none() {
                    (first, last) = (first.or(Some(now)), now);
                }
            }
            3 | 4 if now.0 - last.0 <= 30_000 => {
                store::heard(tx, &[seat], now)?;
                if over.is_none() && seated(tx, room, town.pupils[0])?.seat.is_in() {
                    last = now;
                }
            }
            5 => store::gone(tx, room, seat, last)?,
            6 => drop(store::lost(tx, now)?),
            7 if over.is_none() => {
                let held = town.held(tx, room)?;
                store::close(tx, &held, now)?;
                over = Some(now);
            }
            _ => {}
        }
        // Until it is known to be lost, a seat counts for the five minutes in which nobody says so.
        let heard = first.map_or(0, |first: Moment| last.0 - first.0 + 300_000);
        let lasted = over.unwrap_or(now).0 - NOW.0;
        all.push((now, seated(tx, room, town.pupils[0])?.seat, minutes(heard.min(lasted))));
    }
    Ok(all)
}
