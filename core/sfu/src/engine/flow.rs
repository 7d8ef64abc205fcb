//! Packets: in by address, through the peer, out to the listeners of its track.
use super::Engine;
use crate::{Kind, Why, peer::Peer, slot::Passing};
use std::{
    net::SocketAddr,
    panic::{AssertUnwindSafe, catch_unwind},
    time::Instant,
};
use str0m::{
    Event, Input,
    bwe::BweKind,
    net::{Protocol, Receive},
    rtp::{RtpPacket, Vp8Descriptor},
};

impl Engine {
    /// A packet came from somewhere.
    pub(super) fn packet_in(&mut self, proto: Protocol, from: SocketAddr, packet: &[u8], now: Instant) {
        self.figures.packets_in += 1;
        self.figures.bytes_in += packet.len() as u64;
        // Anybody's bytes: what they may break ends with them.
        let (demux, announced) = (&self.demux, &self.announced);
        let read = catch_unwind(AssertUnwindSafe(|| demux.find(proto, from, packet)));
        let Some((id, fresh)) = read.unwrap_or_default() else {
            self.figures.strangers += 1;
            return;
        };
        let contents = catch_unwind(AssertUnwindSafe(|| packet.try_into()));
        let Ok(Ok(contents)) = contents else { return };
        let destination = announced.iter().find(|to| to.is_ipv4() == from.is_ipv4()).copied();
        let Some(destination) = destination.or_else(|| announced.first().copied()) else { return };
        let input = Input::Receive(now, Receive { proto, source: from, destination, contents });
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if fresh {
            // Only who knows the seat's secret is believed to be there.
            let genuine = catch_unwind(AssertUnwindSafe(|| peer.rtc.accepts(&input))).unwrap_or(false);
            if !genuine {
                self.figures.strangers += 1;
                return;
            }
            self.demux.learn(id, peer, proto, from);
        }
        peer.heard = now;
        peer.incoming.add(packet.len());
        self.step(id, Some(input), now);
    }

    /// One step of one peer. Its fault ends it alone.
    pub(super) fn step(&mut self, id: u64, input: Option<Input<'_>>, now: Instant) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let (sockets, happened) = (&mut self.sockets, &mut self.happened);
        let stepped = catch_unwind(AssertUnwindSafe(|| peer.step(input, now, sockets, happened)));
        match stepped {
            Ok(Ok(deadline)) => {
                peer.deadline = deadline;
                let alive = peer.rtc.is_alive();
                self.schedule(id);
                while let Some(event) = self.happened.pop_front() {
                    self.happen(id, event, now);
                }
                if !alive {
                    self.remove(id, Some(Why::Left), now);
                }
            }
            Ok(Err(error)) => {
                tracing::debug!(?error, "a seat's connection failed");
                self.happened.clear();
                self.remove(id, Some(Why::Lost), now);
            }
            Err(_) => {
                self.happened.clear();
                self.fault(id, now);
            }
        }
    }

    /// Does something with a peer; its fault ends it alone.
    pub(super) fn with<R>(&mut self, id: u64, now: Instant, work: impl FnOnce(&mut Peer) -> R) -> Option<R> {
        let peer = self.peers.get_mut(&id)?;
        if let Ok(done) = catch_unwind(AssertUnwindSafe(|| work(peer))) {
            return Some(done);
        }
        self.fault(id, now);
        None
    }

    /// To be drained at the next settling.
    pub(super) fn mark(&mut self, id: u64) {
        if let Some(peer) = self.peers.get_mut(&id)
            && !peer.dirty
        {
            peer.dirty = true;
            self.dirty.push(id);
        }
    }

    fn fault(&mut self, id: u64, now: Instant) {
        tracing::error!("a seat's connection ended by a fault");
        self.figures.faults += 1;
        self.remove(id, Some(Why::Lost), now);
    }

    fn happen(&mut self, id: u64, event: Event, now: Instant) {
        match event {
            Event::RtpPacket(packet) => self.forward(id, &packet, now),
            Event::Connected => self.connected(id),
            Event::MediaAdded(added) => drop(self.with(id, now, |peer| peer.media_added(&added, now))),
            Event::ChannelOpen(channel, _) => {
                self.with(id, now, |peer| {
                    peer.channel = Some(channel);
                    peer.told = crate::control::Told::default();
                    peer.tell_may();
                    peer.tell_line();
                });
                self.mark(id);
                self.stir(id);
            }
            Event::ChannelData(data) => {
                self.with(id, now, |peer| peer.asked(&data.data));
                self.stir(id);
            }
            Event::EgressBitrateEstimate(BweKind::Twcc { estimate, .. }) => {
                if let Some(peer) = self.peers.get_mut(&id) {
                    peer.estimate = estimate.as_u64();
                }
            }
            Event::PeerStats(stats) => {
                if let Some(peer) = self.peers.get_mut(&id) {
                    let whole = stats.egress_loss_fraction.is_some_and(|loss| loss < 0.03);
                    let soon = stats.rtt.is_none_or(|rtt| rtt < std::time::Duration::from_millis(300));
                    peer.fine = (whole && soon).then_some(now);
                }
            }
            Event::KeyframeRequest(asked) => {
                let shown = self.peers.get(&id).and_then(|peer| peer.shown_at(asked.mid));
                if let Some((source, kind, layer)) = shown {
                    self.ask_picture((source, kind, layer), now);
                }
            }
            Event::Closed => self.remove(id, Some(Why::Left), now),
            _ => {}
        }
    }

    fn connected(&mut self, id: u64) {
        let Some(peer) = self.peers.get_mut(&id) else { return };
        if peer.connected {
            return;
        }
        peer.connected = true;
        let (room, seat) = (peer.room, std::sync::Arc::clone(&peer.seat));
        self.figures.joined += 1;
        self.signal(room, &seat, Why::Joined);
        self.stirred.insert(room);
    }

    /// The room of this peer is to be arranged anew.
    pub(super) fn stir(&mut self, id: u64) {
        self.stirred.extend(self.peers.get(&id).map(|peer| peer.room));
    }

    /// Asks the source for a whole picture.
    pub(super) fn ask_picture(&mut self, (source, kind, layer): crate::room::Ask, now: Instant) {
        if self.with(source, now, |peer| peer.ask_picture(kind, layer, now)) == Some(true) {
            self.mark(source);
        }
    }

    fn forward(&mut self, id: u64, packet: &RtpPacket, now: Instant) {
        let most = u64::from(self.config.limits.kilobits_in) * 1_000;
        let Some(peer) = self.peers.get_mut(&id) else { return };
        let Some((kind, layer)) = peer.place_of(packet.header.ssrc) else { return };
        if peer.pt(kind) != Some(packet.header.payload_type) || !peer.caps.may.send(Kind::ALL[kind]) {
            return;
        }
        // Half a second's window, and half as much again for a picture's burst.
        if kind > 0 && peer.incoming.open_bits() > most / 4 * 3 {
            return;
        }
        if let (0, Some(level)) = (kind, packet.header.ext_vals.audio_level) {
            peer.voice.hear(level, now);
        }
        let room = peer.room;
        let Some(track) = &mut peer.tracks[kind] else { return };
        if let Some(layer) = track.layers.get_mut(layer) {
            if !layer.is_live(now) {
                self.stirred.insert(room);
            }
            layer.came(packet.payload.len(), now);
        }
        let listeners = std::mem::take(&mut track.listeners);
        let video = if kind > 0 { Vp8Descriptor::parse(&packet.payload).ok() } else { None };
        let passing = Passing { packet, layer, video: video.as_ref() };
        for (to, slot) in &listeners {
            self.with(*to, now, |peer| peer.pass(*slot, passing, now));
            self.mark(*to);
        }
        if let Some(track) = self.peers.get_mut(&id).and_then(|peer| peer.tracks[kind].as_mut()) {
            track.listeners = listeners;
        }
    }
}
