//! The town, its media unit, and a room in it.
pub use directory::testing::{NOW, acting};
pub use web::testing::{led, whole};

use crate::{
    Kind, RoomId, SLICE,
    policy::Hold,
    store::{self, Wanted},
};
use access::Allowed;
use db::{Result, Tx};
use directory::testing::{self, HOME, Roll, Setting};
use kernel::PersonId;
use std::ops::Deref;
use web::{Engines, House, Slice};

pub type Evening = testing::Evening<Town>;

/// A class of three, and the rooms Claire Auvray holds.
pub struct Town(testing::Town);

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.0
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[&directory::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        testing::Town::build(tx, &Roll { pupils: &HOME.pupils[..3], ..HOME }).map(Self)
    }

    fn furnish(house: &mut House) {
        let here = crate::Here("https://a.preau.example".to_owned());
        house.engines = Engines::default().with(Some(unit())).with(Some(here)).with(Some(door()));
    }
}

/// The door of an operator who has other servers on this very machine.
pub fn door() -> outgoing::Door {
    outgoing::Door::typed(&outgoing::Config { networks: vec!["127.0.0.0/8".parse().unwrap()] })
}

/// A media unit on a free port.
pub fn unit() -> sfu::Handle {
    let listen = "127.0.0.1:0".parse().unwrap();
    sfu::Sfu::start(&sfu::Config { listen, ..sfu::Config::default() }).unwrap()
}

impl Town {
    /// Claire's room for the class, nobody in.
    pub fn room(&self, tx: &mut Tx<'_>, lobby: bool) -> Result<RoomId> {
        let wanted = Wanted {
            kind: Kind::Open,
            source: None,
            school: self.school,
            host: self.teachers[0],
            title: "Fractions",
            expected: &self.pupils,
            lobby,
        };
        store::open_for(tx, &self.chance, &wanted, NOW)
    }

    /// The room as its host holds it.
    pub fn held(&self, tx: &mut Tx<'_>, room: RoomId) -> Result<Allowed<Hold, crate::Room>> {
        let host = acting(tx, self.teachers[0])?;
        Ok(store::find::<Hold>(tx, &host, room)?.unwrap())
    }
}

/// The seat of this person in the room, and the room.
pub fn seated(tx: &mut Tx<'_>, room: RoomId, person: PersonId) -> Result<crate::Seated> {
    let actor = acting(tx, person)?;
    Ok(store::sit(tx, &actor, room)?.unwrap().into_inner())
}

/// Claire's room for the class.
pub async fn room(evening: &Evening, lobby: bool) -> RoomId {
    evening.write(move |tx, town| town.room(tx, lobby)).await
}

/// The same, opened, and its host is in it.
pub async fn opened(evening: &Evening, lobby: bool) -> RoomId {
    let room = room(evening, lobby).await;
    let open = evening.write(move |tx, town| {
        let held = town.held(tx, room)?;
        store::open(tx, &held, NOW)?;
        let host = seated(tx, room, town.teachers[0])?.seat.id;
        store::arrived(tx, room, host, NOW)
    });
    open.await;
    room
}
