//! What the house orders: sit down, go on, leave, be silent, end.
use super::{Command, Engine};
use crate::{Caps, Refusal, Why, peer::Peer, room::Room};
use std::{
    collections::{HashMap, VecDeque},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::{Duration, Instant},
};
use str0m::{Rtc, change::SdpOffer};

/// How long the last word has to arrive.
const LAST_WORD: Duration = Duration::from_millis(500);

impl Engine {
    pub(super) fn obey(&mut self, command: Command, now: Instant) {
        // Whoever asked may have stopped waiting for the answer.
        match command {
            Command::Join { room, seat, caps, rtc, ufrag, reply } => {
                let _ = reply.send(self.join(&room, &seat, caps, *rtc, ufrag, now));
            }
            Command::Restart { room, seat, offer, reply } => {
                drop(reply.send(self.restart(&room, &seat, *offer, now)));
            }
            Command::Leave { room, seat } => {
                if let Some(id) = self.seated(&room, &seat) {
                    self.remove(id, Some(Why::Left), now);
                }
            }
            Command::Allow { room, seat, kind, allowed } => {
                if let Some(id) = self.seated(&room, &seat)
                    && let Some(peer) = self.peers.get_mut(&id)
                {
                    peer.caps.may = peer.caps.may.with(kind, allowed);
                    self.changed(id, now);
                }
            }
            Command::Change { room, seat, caps } => {
                if let Some(id) = self.seated(&room, &seat)
                    && let Some(peer) = self.peers.get_mut(&id)
                {
                    peer.caps = caps;
                    self.changed(id, now);
                }
            }
            Command::Close { room } => {
                let room = self.names.get(&*room).copied();
                let seats = room.and_then(|room| self.rooms.get(&room)).map(|room| room.seats.values().copied());
                for id in seats.map(Iterator::collect::<Vec<_>>).unwrap_or_default() {
                    self.remove(id, Some(Why::Left), now);
                }
            }
            #[cfg(any(test, feature = "testing"))]
            Command::Fault { room, seat } => {
                if let Some(id) = self.seated(&room, &seat) {
                    self.with(id, now, |peer| assert!(!peer.connected, "a fault, as ordered"));
                }
            }
            Command::Seated { reply } => drop(reply.send(self.names_of_seated())),
            Command::Part => self.part(now),
            Command::Figures { reply } => drop(reply.send(self.count())),
        }
    }

    fn changed(&mut self, id: u64, now: Instant) {
        self.with(id, now, Peer::tell_may);
        self.mark(id);
        self.stir(id);
    }

    fn seated(&self, room: &str, seat: &str) -> Option<u64> {
        self.rooms.get(self.names.get(room)?)?.seats.get(seat).copied()
    }

    fn join(
        &mut self,
        name: &str,
        seat: &str,
        caps: Caps,
        rtc: Rtc,
        ufrag: String,
        now: Instant,
    ) -> Result<(), Refusal> {
        if self.parting.is_some() {
            return Err(Refusal::Parting);
        }
        let limits = self.config.limits;
        let known = self.names.get(name).copied();
        let taken = known.and_then(|room| self.rooms.get(&room)).map_or(0, |room| room.seats.len());
        let before = self.seated(name, seat);
        if known.is_none() && self.rooms.len() >= limits.rooms {
            return Err(Refusal::TooManyRooms);
        }
        if before.is_none() && taken >= limits.seats {
            return Err(Refusal::RoomFull);
        }
        let room = known.unwrap_or_else(|| self.open_room(name));
        self.next += 1;
        let (id, seat) = (self.next, Arc::<str>::from(seat));
        self.demux.name(id, ufrag.clone());
        self.peers.insert(id, Peer::new(room, Arc::clone(&seat), caps, rtc, ufrag, now));
        if let Some(room) = self.rooms.get_mut(&room) {
            room.seats.insert(seat, id);
        }
        // The seat has its new peer before the old one goes: nobody is told that it was left.
        if let Some(before) = before {
            self.remove(before, None, now);
        }
        self.mark(id);
        Ok(())
    }

    fn names_of_seated(&self) -> Vec<(String, String)> {
        let of_room = |room: &Room| room.seats.keys().map(|seat| (room.name.to_string(), seat.to_string())).collect();
        self.rooms.values().flat_map::<Vec<_>, _>(of_room).collect()
    }

    /// A last word to everybody; their connections end when it has had time to arrive.
    fn part(&mut self, now: Instant) {
        self.parting = Some(now + LAST_WORD);
        for id in self.peers.keys().copied().collect::<Vec<_>>() {
            self.with(id, now, Peer::tell_parting);
            self.mark(id);
        }
    }

    fn open_room(&mut self, name: &str) -> u64 {
        self.next += 1;
        let name = Arc::<str>::from(name);
        self.names.insert(Arc::clone(&name), self.next);
        self.rooms.insert(self.next, Room { name, seats: HashMap::new() });
        self.next
    }

    fn restart(&mut self, room: &str, seat: &str, offer: SdpOffer, now: Instant) -> Result<String, Refusal> {
        let id = self.seated(room, seat).ok_or(Refusal::Absent)?;
        let answered = self.with(id, now, |peer| {
            let answer = peer.rtc.sdp_api().accept_offer(offer).map_err(|_| Refusal::BadOffer)?;
            Ok((answer.to_sdp_string(), peer.rtc.direct_api().local_ice_credentials().ufrag))
        });
        let (answer, ufrag) = answered.unwrap_or(Err(Refusal::Absent))?;
        if let Some(peer) = self.peers.get_mut(&id)
            && !peer.ufrags.contains(&ufrag)
        {
            peer.ufrags.push(ufrag.clone());
            peer.heard = now;
            self.demux.name(id, ufrag);
        }
        self.mark(id);
        Ok(answer)
    }

    /// The peer is gone; `why` is told unless somebody else already sits there.
    pub(super) fn remove(&mut self, id: u64, why: Option<Why>, now: Instant) {
        let Some(mut peer) = self.peers.remove(&id) else { return };
        self.demux.leave(id, &peer);
        if let Some(at) = peer.scheduled {
            self.timers.remove(&(at, id));
        }
        let (sockets, mut ignored) = (&mut self.sockets, VecDeque::new());
        // A last word, so that the browser need not wait to notice; a fault in it harms nobody any more.
        drop(catch_unwind(AssertUnwindSafe(|| {
            if peer.rtc.close().is_ok() {
                drop(peer.step(None, now, sockets, &mut ignored));
            }
        })));
        let Some(room) = self.rooms.get_mut(&peer.room) else { return };
        let was_there = room.seats.get(&peer.seat) == Some(&id);
        if was_there {
            room.seats.remove(&peer.seat);
        }
        self.stirred.insert(peer.room);
        if let (Some(why), true) = (why, was_there) {
            self.signal(peer.room, &peer.seat, why);
        }
        if let Some(room) = self.rooms.get(&peer.room).filter(|room| room.seats.is_empty()) {
            self.names.remove(&room.name);
            self.rooms.remove(&peer.room);
            self.stirred.remove(&peer.room);
        }
    }
}
