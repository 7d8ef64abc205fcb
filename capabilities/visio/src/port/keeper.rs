//! Keeps the rooms of other servers: opens them there, reads who came, ends them. Everything may be asked again.
use super::{Call, Server, Trouble, door};
use crate::store::{self, Remote, Step};
use outgoing::Door;
use web::House;

/// One pass over the rooms that live elsewhere.
pub async fn pass(house: &House) {
    let now = house.clock.now();
    let rooms = match house.db.read(move |tx| store::elsewhere(tx, now)).await {
        Ok(rooms) => rooms,
        Err(error) => return tracing::error!(%error, "rooms of other servers could not be read"),
    };
    if rooms.is_empty() {
        return;
    }
    let door = door(house);
    for room in rooms {
        if let Err(error) = keep(house, &door, &room).await {
            tracing::warn!(server = room.chosen.kind, %error, "a server did not do as asked");
            write(house, move |tx| store::stepped(tx, room.id, Step::Failed)).await;
        }
    }
}

async fn keep(house: &House, door: &Door, room: &Remote) -> Result<(), Trouble> {
    let server = Server::of(&room.chosen, &house.secret).ok_or(Trouble::Unopened)?;
    let (id, seed) = (room.id.to_string(), seed(house, room.id));
    let call = Call { id: &id, title: &room.title, seed: &seed };
    let (room, now) = (room.clone(), house.clock.now());
    match room.next {
        Step::Open => {
            server.open(door, call).await?;
            write(house, move |tx| store::stepped(tx, room.id, Step::Ready)).await;
        }
        Step::Over => {
            server.end(door, call).await?;
            write(house, move |tx| store::stepped(tx, room.id, Step::Over)).await;
        }
        Step::Ready | Step::Failed => {
            if let Some(present) = server.present(door, call).await? {
                write(house, move |tx| store::were_present(tx, room.id, &present, now)).await;
            }
        }
    }
    Ok(())
}

/// What only we know about a room.
pub fn seed(house: &House, room: crate::RoomId) -> [u8; 32] {
    house.secret.sign("visio-room", &[&room.bytes()])
}

async fn write(house: &House, work: impl Fn(&mut db::Tx<'_>) -> db::Result<()> + Send + 'static) {
    if let Err(error) = house.db.write(work).await {
        tracing::error!(%error, "what another server did could not be written");
    }
}
