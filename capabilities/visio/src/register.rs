//! The register: whom the media unit hears is written as present, whom it no longer hears as gone, and no pupil stays without an adult.
use crate::{
    model::{RoomId, SeatId},
    node,
    port::keeper::Keeper,
    secret, store,
};
use sfu::{Caps, Handle, Signal, Signals, Why};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};
use web::House;

/// How often the register is compared with the unit, and other servers are asked.
const ROUND: Duration = Duration::from_secs(5);

/// Keeps the register for as long as the house lives. The binary runs it beside the server.
pub async fn attend(house: Arc<House>, signals: Option<Signals>) {
    secret::seal_all(&house).await;
    if let Some(unit) = house.engine::<Handle>() {
        // Who sat here when the process before died is heard no more.
        let node = node::name(unit);
        if let Err(error) = house.db.write(move |tx| store::unserved(tx, &node)).await {
            tracing::error!(
                error = kernel::causes(&error),
                "the presence of those who sat here before could not be ended"
            );
        }
    }
    // Another server that thinks for long keeps nobody's presence waiting.
    let (keeper, clock) = (Keeper::of(&house), &*house.clock);
    tokio::join!(listen(&house, signals), rounds(&house), jobs::errand::run_forever(&keeper, &house.db, clock));
}

/// Writes what the unit says, as it says it. Without a unit, or once it has died, there is nothing to hear.
async fn listen(house: &House, signals: Option<Signals>) {
    if let Some(mut signals) = signals {
        while let Some(signal) = signals.recv().await {
            write(house, &signal).await;
        }
        tracing::error!("the media unit has stopped: no rooms are served here any more");
    }
    std::future::pending::<()>().await;
}

async fn rounds(house: &House) {
    let mut round = tokio::time::interval(ROUND);
    let mut unit = Unit::default();
    loop {
        round.tick().await;
        look(house, &mut unit).await;
    }
}

async fn write(house: &House, signal: &Signal) {
    let (Ok(room), Ok(seat)) = (signal.room.parse::<RoomId>(), signal.seat.parse::<SeatId>()) else { return };
    let (what, now) = (signal.what, house.clock.now());
    let written = house.db.write(move |tx| match what {
        Why::Joined => store::arrived(tx, room, seat, now),
        Why::Left | Why::Lost => store::gone(tx, room, seat, now),
        Why::Speaking(_) | Why::Line { .. } => Ok(()),
    });
    if let Err(error) = written.await {
        tracing::error!(error = kernel::causes(&error), "a presence could not be written");
    }
}

/// What the unit was told, round after round.
#[derive(Debug, Default)]
pub(crate) struct Unit {
    /// How each seat sits, as the unit knows it.
    told: HashMap<SeatId, Caps>,
    /// Seats that it holds and the register does not: they may be on their way in.
    doubted: HashSet<SeatId>,
}

/// One round: whom this node hears is written, in one statement; whoever is heard by no node any more left when they last were; and
/// what was decided meanwhile, by a job or on another node, is told to the unit.
pub(crate) async fn look(house: &House, known: &mut Unit) {
    let (unit, now) = (house.engine::<Handle>(), house.clock.now());
    let (node, seated) = match unit {
        Some(unit) => (node::name(unit), node::seated(unit).await),
        None => (String::new(), vec![]),
    };
    let seats: Vec<SeatId> = seated.iter().map(|(_, seat)| *seat).collect();
    let rooms: HashSet<RoomId> = seated.iter().map(|(room, _)| *room).collect();
    let rooms: Vec<RoomId> = rooms.into_iter().collect();
    let looked = house.db.write(move |tx| {
        store::heard(tx, &seats, now)?;
        let (lost, abandoned) = (store::lost(tx, now)?, store::abandoned(tx, now)?);
        let served = store::served(tx, &node, &seats)?;
        Ok::<_, db::Error>((lost, abandoned.len(), store::shut(tx, &rooms)?, served))
    });
    let (shut, served) = match looked.await {
        Ok((lost, abandoned, shut, served)) => {
            if lost + abandoned > 0 {
                tracing::info!(lost, abandoned, "rooms were emptied: nobody was heard, or no adult was there");
            }
            (shut, served)
        }
        Err(error) => {
            return tracing::error!(error = kernel::causes(&error), "the register could not be compared with the unit");
        }
    };
    let Some(unit) = unit else { return };
    // A room may end with what it was made for, by a job, or on another node: its media stops here too.
    for room in &shut {
        unit.close(&room.to_string());
    }
    let doubted = std::mem::take(&mut known.doubted);
    let mut told = HashMap::new();
    for (room, seat) in seated {
        let (room, name) = (room.to_string(), seat.to_string());
        match served.iter().find(|one| one.seat.id == seat) {
            None if doubted.contains(&seat) => unit.leave(&room, &name),
            None => drop(known.doubted.insert(seat)),
            Some(one) => {
                let caps = one.seat.caps(one.cameras, one.grouped);
                if known.told.get(&seat) != Some(&caps) {
                    unit.change(&room, &name, caps);
                }
                told.insert(seat, caps);
            }
        }
    }
    known.told = told;
}
