//! The register: what the media unit says of seats is written as presence, and no pupil stays without an adult.
use crate::{
    model::{RoomId, SeatId},
    port::keeper,
    store,
};
use sfu::{Signal, Signals, Why};
use std::{sync::Arc, time::Duration};
use web::House;

/// How often rooms without an adult are looked for, and other servers asked.
const ROUND: Duration = Duration::from_secs(5);
/// For how many minutes after its end a room is made to be silent.
const ENDED: i64 = 1;

/// Keeps the register for as long as the unit lives, or, where the rooms are other servers', for as long as the house. The binary
/// runs it beside the server.
pub async fn attend(house: Arc<House>, mut signals: Option<Signals>) {
    let mut round = tokio::time::interval(ROUND);
    loop {
        tokio::select! {
            signal = heard(signals.as_mut()) => match signal {
                Some(signal) => write(&house, &signal).await,
                None => return,
            },
            _ = round.tick() => {
                look(&house).await;
                keeper::pass(&house).await;
            }
        }
    }
}

async fn heard(signals: Option<&mut Signals>) -> Option<Signal> {
    match signals {
        Some(signals) => signals.recv().await,
        None => std::future::pending().await,
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
        tracing::error!(%error, "a presence could not be written");
    }
}

async fn look(house: &House) {
    let now = house.clock.now();
    let looked = house.db.write(move |tx| {
        let abandoned = store::abandoned(tx, now)?;
        Ok::<_, db::Error>((abandoned, store::ended(tx, now.plus_minutes(-ENDED))?))
    });
    match looked.await {
        Ok((abandoned, ended)) => {
            for _ in &abandoned {
                tracing::info!(why = "no adult", "a room was emptied");
            }
            // A room may end with what it was made for, by a job, or on another node: its media stops here too.
            for room in abandoned.iter().chain(&ended) {
                if let Some(unit) = house.engine::<sfu::Handle>() {
                    unit.close(&room.to_string());
                }
            }
        }
        Err(error) => tracing::error!(%error, "rooms without an adult could not be looked for"),
    }
}
