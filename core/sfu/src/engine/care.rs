//! Looking after the rooms: who speaks, who fell silent, who sees whom, and what the operator counts.
use super::Engine;
use crate::{Figures, Kind, RoomFigures, Why, room};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::{Duration, Instant},
};

/// A seat that was never connected is given up after this.
const NEVER: Duration = Duration::from_secs(20);
/// A seat without a packet is given up after this.
const SILENT: Duration = Duration::from_secs(12);

impl Engine {
    /// Four times a second.
    pub(super) fn look_after(&mut self, now: Instant) {
        if self.parting.is_some_and(|end| now >= end) {
            for id in self.peers.keys().copied().collect::<Vec<_>>() {
                self.remove(id, Some(Why::Left), now);
            }
        }
        let gone: Vec<u64> = self.peers.iter().filter(|(_, peer)| is_gone(peer, now)).map(|(id, _)| *id).collect();
        for id in gone {
            self.figures.lost += 1;
            self.remove(id, Some(Why::Lost), now);
        }
        for peer in self.peers.values_mut() {
            peer.incoming.turn(now);
            peer.outgoing.turn(now);
            for layer in peer.tracks.iter_mut().flatten().flat_map(|track| &mut track.layers) {
                layer.rate.turn(now);
            }
        }
        let rooms: Vec<u64> = self.rooms.keys().copied().collect();
        for room in rooms {
            self.arrange(room, now);
            self.tell_room(room, now);
        }
    }

    /// Fills the places of a room anew, and asks for the pictures that are missing.
    pub(super) fn arrange(&mut self, room: u64, now: Instant) {
        let Some(members) = self.members(room) else { return };
        let (peers, limits) = (&mut self.peers, &self.config.limits);
        // A fault here cannot be laid at one seat's door; the next arrangement begins from nothing.
        let asks = catch_unwind(AssertUnwindSafe(|| room::arrange(peers, &members, limits, now))).unwrap_or_default();
        for id in members {
            if self.peers.get(&id).is_some_and(|peer| peer.dirty) && !self.dirty.contains(&id) {
                self.dirty.push(id);
            }
        }
        for ask in asks {
            self.ask_picture(ask, now);
        }
    }

    fn members(&self, room: u64) -> Option<Vec<u64>> {
        let mut members: Vec<u64> = self.rooms.get(&room)?.seats.values().copied().collect();
        members.sort_unstable();
        Some(members)
    }

    /// Says who speaks and what each line carries.
    fn tell_room(&mut self, room: u64, now: Instant) {
        let Some(members) = self.members(room) else { return };
        let mut speaking = vec![];
        let mut changed = vec![];
        for id in &members {
            let Some(peer) = self.peers.get_mut(id) else { continue };
            if !peer.sends(Kind::Mic, now) {
                peer.voice.fall_silent();
            }
            if peer.voice.speaking {
                speaking.push((peer.caps.group, peer.seat.to_string()));
            }
            if peer.spoke_last != peer.voice.speaking {
                peer.spoke_last = peer.voice.speaking;
                changed.push((Arc::clone(&peer.seat), Why::Speaking(peer.voice.speaking)));
            }
            if peer.audio_only != peer.audio_only_last {
                peer.audio_only_last = peer.audio_only;
                let line = Why::Line { kilobits: peer.kilobits(), audio_only: peer.audio_only };
                changed.push((Arc::clone(&peer.seat), line));
            }
        }
        for (seat, what) in changed {
            self.signal(room, &seat, what);
        }
        let line = self.ticks.is_multiple_of(4);
        for id in members {
            let speaking = &speaking;
            let told = self.with(id, now, |peer| {
                let group = peer.caps.group;
                let heard = speaking.iter().filter(|(of, _)| *of == group);
                let seats: Vec<String> = heard.map(|(_, seat)| seat.clone()).collect();
                let news = [peer.tell_speaking(&seats), peer.tell_may(), line && peer.tell_line()];
                news.contains(&true)
            });
            if told == Some(true) {
                self.mark(id);
            }
        }
    }

    /// Counts.
    pub(super) fn count(&self) -> Figures {
        let of_room = |room: &room::Room| {
            let peers = || room.seats.values().filter_map(|id| self.peers.get(id));
            RoomFigures {
                seats: room.seats.len(),
                bits_in: peers().map(|peer| peer.incoming.get()).sum(),
                bits_out: peers().map(|peer| peer.outgoing.get()).sum(),
            }
        };
        Figures {
            rooms: self.rooms.values().map(of_room).collect(),
            peers: self.peers.len(),
            addresses: self.demux.len(),
            connections: self.sockets.connections.len(),
            timers: self.timers.len(),
            packets_out: self.sockets.sent.0,
            bytes_out: self.sockets.sent.1,
            dropped: self.sockets.sent.2,
            ..self.figures.clone()
        }
    }
}

fn is_gone(peer: &crate::peer::Peer, now: Instant) -> bool {
    let (since, most) = if peer.connected { (peer.heard, SILENT) } else { (peer.born, NEVER) };
    now.saturating_duration_since(since) > most
}
