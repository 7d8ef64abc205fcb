//! The node that serves a room: people of one room sit on one node, and their browsers are led there.
use crate::{
    model::{RoomId, SeatId, Seated},
    pages, store,
};
use std::time::Duration;
use web::{House, Result, Visit};

/// What an address carries when a browser was led here from another node: it is not led on.
pub(crate) const LED: &str = "mene";

/// How long a node that stops waits for its media to end.
const LAST: Duration = Duration::from_secs(2);

/// Where browsers reach this very node (`https://…`, without a slash at its end), where several serve rooms. One of the house's engines.
#[derive(Clone, Debug)]
pub struct Here(pub String);

/// What a node is called: where its media is announced, which no other node has, and which it has again after a new start.
pub(crate) fn name(unit: &sfu::Handle) -> String {
    unit.addresses().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Where the room is served, when people sit in it on another node; empty when nobody can be led there.
pub(crate) fn elsewhere(visit: &mut Visit<'_, '_>, room: RoomId) -> Result<Option<String>> {
    let here = visit.house.engine::<sfu::Handle>().map(name).unwrap_or_default();
    Ok(store::served_at(visit.tx, room, &here, visit.now)?)
}

/// Takes the room for this node; says whether nobody sits in it on another.
pub(crate) fn claim(visit: &mut Visit<'_, '_>, unit: &sfu::Handle, room: RoomId) -> Result<bool> {
    let url = visit.house.engine::<Here>().map(|here| here.0.clone()).unwrap_or_default();
    Ok(store::claim(visit.tx, room, &name(unit), &url, visit.now)?)
}

/// The media unit does this, once the form is written. Without a unit there is nothing to do.
pub(crate) fn told(visit: &mut Visit<'_, '_>, tell: impl FnOnce(&sfu::Handle) + Send + 'static) {
    if let Some(unit) = visit.house.engine::<sfu::Handle>().cloned() {
        visit.after(async move {
            tell(&unit);
            None
        });
    }
}

/// Somebody left: their media ends.
pub(crate) fn leaves(visit: &mut Visit<'_, '_>, room: RoomId, seat: SeatId) {
    told(visit, move |unit| unit.leave(&room.to_string(), &seat.to_string()));
}

/// Somebody sits otherwise than before.
pub(crate) fn sits(visit: &mut Visit<'_, '_>, seated: &Seated) {
    let caps = seated.seat.caps(seated.room.cameras, seated.room.grouped);
    let (room, seat) = (seated.room.id, seated.seat.id);
    told(visit, move |unit| unit.change(&room.to_string(), &seat.to_string(), caps));
}

/// The room's address on the node that is reached at `url`.
pub(crate) fn address(url: &str, room: RoomId) -> String {
    format!("{url}{}?{LED}=1", pages::address(room))
}

/// The seats that the unit holds. It answers between two packets: it is waited for on a thread of its own. A unit that has stopped
/// holds none.
pub(crate) async fn seated(unit: &sfu::Handle) -> Vec<(RoomId, SeatId)> {
    let unit = unit.clone();
    let names = tokio::task::spawn_blocking(move || unit.seated()).await;
    let names = names.map(std::result::Result::unwrap_or_default).unwrap_or_default();
    names.iter().filter_map(|(room, seat)| Some((room.parse().ok()?, seat.parse().ok()?))).collect()
}

/// This node stops: people are told in their page, their presence ends, and their browsers come back by themselves, here or on
/// another node. Takes two seconds at most, and the time of one write.
pub async fn part(house: &House) {
    let Some(unit) = house.engine::<sfu::Handle>() else { return };
    let seats: Vec<SeatId> = seated(unit).await.into_iter().map(|(_, seat)| seat).collect();
    unit.part();
    let (node, now) = (name(unit), house.clock.now());
    let written = house.db.write(move |tx| {
        store::heard(tx, &seats, now)?;
        store::unserved(tx, &node)
    });
    if let Err(error) = written.await {
        tracing::error!(
            error = kernel::causes(&error),
            "the presence of those who sat here could not be written; it ends when they were last heard"
        );
    }
    let silent = async {
        while !seated(unit).await.is_empty() {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    drop(tokio::time::timeout(LAST, silent).await);
}
