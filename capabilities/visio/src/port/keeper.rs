//! Keeps the rooms of other servers: opens them there, reads who came, ends them. Everything may be asked again.
use super::{Call, Server, Trouble, door};
use crate::store::{self, Remote, Step};
use db::{Result, Tx};
use jobs::Errand;
use kernel::{Moment, causes};
use outgoing::Door;
use web::House;

/// Who asks other servers.
pub struct Keeper<'h> {
    house: &'h House,
    door: Door,
}

/// What another server did.
#[derive(Clone, Debug)]
pub enum Done {
    /// The step it took.
    Stepped(Step),
    /// Who is there, by seat.
    Present(Vec<String>),
    /// It does not tell who is there.
    Untold,
}

impl Errand for Keeper<'_> {
    type Thing = Remote;
    type Outcome = Done;

    fn is_due(tx: &mut Tx<'_>, now: Moment) -> Result<bool> {
        store::is_asked(tx, now)
    }

    fn take(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Remote>> {
        store::elsewhere(tx, now)
    }

    async fn act(&self, room: &Remote, _: Moment) -> Done {
        self.ask(room).await.unwrap_or_else(|error| {
            tracing::warn!(server = room.chosen.kind, error = causes(&error), "a server did not do as asked");
            Done::Stepped(Step::Failed)
        })
    }

    fn settle(tx: &mut Tx<'_>, room: &Remote, done: &Done, now: Moment) -> Result<()> {
        match done {
            Done::Stepped(step) => store::stepped(tx, room.id, *step)?,
            Done::Present(present) => store::were_present(tx, room.id, present, now)?,
            Done::Untold => {}
        }
        store::asked(tx, room.id, now)
    }
}

impl<'h> Keeper<'h> {
    /// Who asks for this house.
    pub fn of(house: &'h House) -> Self {
        Self { house, door: door(house) }
    }

    async fn ask(&self, room: &Remote) -> std::result::Result<Done, Trouble> {
        let server = Server::of(&room.chosen, &self.house.secret).ok_or(Trouble::Unopened)?;
        let (id, seed) = (room.id.to_string(), seed(self.house, room.id));
        let call = Call { id: &id, title: &room.title, seed: &seed };
        Ok(match room.next {
            Step::Open => {
                server.open(&self.door, call).await?;
                Done::Stepped(Step::Ready)
            }
            Step::Over => {
                server.end(&self.door, call).await?;
                Done::Stepped(Step::Over)
            }
            Step::Ready | Step::Failed => server.present(&self.door, call).await?.map_or(Done::Untold, Done::Present),
        })
    }
}

/// What only we know about a room.
pub fn seed(house: &House, room: crate::RoomId) -> [u8; 32] {
    house.secret.sign("visio-room", &[&room.bytes()])
}
