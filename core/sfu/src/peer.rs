//! One browser in one seat.
use crate::{
    bandwidth::Rate,
    control::Told,
    model::{Caps, Kind},
    slot::{Passing, Slot},
    sockets::Sockets,
    track::{Track, Voice},
};
use std::{
    collections::{HashMap, VecDeque},
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use str0m::{
    Event, Input, Output, Rtc, RtcError,
    channel::ChannelId,
    format::Codec,
    media::{KeyframeRequestKind, MediaAdded, MediaKind, Mid, Pt, Rid},
    net::Protocol,
    rtp::Ssrc,
};

/// How often one step may go round before it is thought to be stuck.
const ROUNDS: usize = 10_000;

/// What is due so soon is done at once: the pacer wants its clock to move by a microsecond between two packets, and to wait
/// for that would cost a turn of the loop, and most of a millisecond, for each.
const SOON: Duration = Duration::from_micros(200);

/// One connection to one seat.
#[expect(clippy::struct_excessive_bools, reason = "each is a plain fact about the connection")]
pub struct Peer {
    /// The room, by its number.
    pub room: u64,
    /// The seat, as it was named.
    pub seat: Arc<str>,
    /// How it sits.
    pub caps: Caps,
    /// The connection.
    pub rtc: Rtc,
    /// What it sends, by kind.
    pub tracks: [Option<Track>; 3],
    /// Where others are shown to it.
    pub slots: Vec<Slot>,
    /// Whether it speaks.
    pub voice: Voice,
    /// Its control channel, once open.
    pub channel: Option<ChannelId>,
    /// What it asked for.
    pub wants: Wants,
    /// What it was told last.
    pub told: Told,
    /// Whether media may flow.
    pub connected: bool,
    /// When it came.
    pub born: Instant,
    /// When anything was last received.
    pub heard: Instant,
    /// When it wants to be woken.
    pub deadline: Instant,
    /// The one entry of the timers that names it.
    pub scheduled: Option<Instant>,
    /// What the line carries towards it, in bits a second.
    pub estimate: u64,
    /// When its packets were last known to arrive, none lost and none late.
    pub fine: Option<Instant>,
    /// What it would take if the line were wide.
    pub wanted: u64,
    /// Since when no picture fits in its line.
    pub starved: Option<Instant>,
    /// Whether pictures were given up.
    pub audio_only: bool,
    /// Whether it was said to speak.
    pub spoke_last: bool,
    /// Whether its pictures were said to be given up.
    pub audio_only_last: bool,
    /// What it sends.
    pub incoming: Rate,
    /// What it is sent.
    pub outgoing: Rate,
    /// Where it was seen.
    pub addresses: Vec<(Protocol, SocketAddr)>,
    /// The names by which it may be asked for.
    pub ufrags: Vec<String>,
    /// Whether it waits for its turn to be drained.
    pub dirty: bool,
    places: HashMap<Ssrc, (usize, usize)>,
    pts: [Option<Pt>; 3],
}

/// What a browser asked for.
#[derive(Clone, Debug)]
pub struct Wants {
    /// Whether it wants pictures at all.
    pub video: bool,
    /// Whom it wants to see large.
    pub pin: Option<String>,
    /// How many cameras it shows.
    pub cameras: usize,
}

impl Peer {
    /// A browser whose offer was answered.
    pub fn new(room: u64, seat: Arc<str>, caps: Caps, rtc: Rtc, ufrag: String, now: Instant) -> Self {
        Self {
            room,
            seat,
            caps,
            rtc,
            tracks: [None, None, None],
            slots: vec![],
            voice: Voice::default(),
            channel: None,
            wants: Wants { video: true, pin: None, cameras: usize::MAX },
            told: Told::default(),
            connected: false,
            born: now,
            heard: now,
            deadline: now,
            scheduled: None,
            estimate: 1_000_000,
            fine: None,
            wanted: 0,
            starved: None,
            audio_only: false,
            spoke_last: false,
            audio_only_last: false,
            incoming: Rate::new(now),
            outgoing: Rate::new(now),
            addresses: vec![],
            ufrags: vec![ufrag],
            dirty: false,
            places: HashMap::new(),
            pts: [None; 3],
        }
    }

    /// Takes an input, sends what is to be sent, notes what happened, and says when to come back.
    pub fn step(
        &mut self,
        input: Option<Input<'_>>,
        now: Instant,
        out: &mut Sockets,
        happened: &mut VecDeque<Event>,
    ) -> Result<Instant, RtcError> {
        if let Some(input) = input {
            self.rtc.handle_input(input)?;
        }
        for _ in 0..ROUNDS {
            match self.rtc.poll_output()? {
                Output::Timeout(at) if at <= now + SOON => self.rtc.handle_input(Input::Timeout(at.max(now)))?,
                Output::Timeout(at) => return Ok(at),
                Output::Transmit(packet) => {
                    self.outgoing.add(packet.contents.len());
                    out.send(packet.proto, packet.destination, &packet.contents);
                }
                Output::Event(event) => happened.push_back(event),
            }
        }
        Ok(now + Duration::from_millis(5))
    }

    /// A line of the offer: the first three it sends are voice, camera and screen; the others are places for others.
    pub fn media_added(&mut self, added: &MediaAdded, now: Instant) {
        let known = self.slots.iter().any(|slot| slot.mid == added.mid)
            || self.tracks.iter().flatten().any(|track| track.mid == added.mid);
        if known {
            return;
        }
        self.learn_pts();
        if added.direction.is_receiving() {
            let kind = match added.kind {
                MediaKind::Audio => Kind::Mic,
                MediaKind::Video if self.tracks[1].is_none() => Kind::Camera,
                MediaKind::Video => Kind::Screen,
            };
            let rids: Vec<Rid> =
                added.simulcast.iter().flat_map(|simulcast| &simulcast.recv).map(|layer| layer.rid).collect();
            let place = &mut self.tracks[kind.index()];
            if place.is_none() {
                *place = Some(Track::new(added.mid, kind, &rids, now));
            }
        } else {
            let screens = self.slots.iter().any(|slot| slot.kind == Kind::Screen);
            let kind = match added.kind {
                MediaKind::Audio => Kind::Mic,
                MediaKind::Video if !screens => Kind::Screen,
                MediaKind::Video => Kind::Camera,
            };
            // What comes was paced by who sends it; a second pacer would let voices starve pictures.
            if let Some(stream) = self.rtc.direct_api().stream_tx_by_mid(added.mid, None) {
                stream.set_unpaced(true);
            }
            self.slots.push(Slot::new(added.mid, kind));
        }
    }

    fn learn_pts(&mut self) {
        let params = self.rtc.codec_config().params();
        let of = |codec| params.iter().find(|p| p.spec().codec == codec).map(str0m::format::PayloadParams::pt);
        self.pts = [of(Codec::Opus), of(Codec::Vp8), of(Codec::Vp8)];
    }

    /// The kind and layer of a stream, by its number; learnt once.
    pub fn place_of(&mut self, ssrc: Ssrc) -> Option<(usize, usize)> {
        if let Some(place) = self.places.get(&ssrc) {
            return Some(*place);
        }
        let mut api = self.rtc.direct_api();
        let stream = api.stream_rx(&ssrc)?;
        let (mid, rid) = (stream.mid(), stream.rid());
        let kind = self.tracks.iter().position(|track| track.as_ref().is_some_and(|track| track.mid == mid))?;
        let layers = &self.tracks[kind].as_ref()?.layers;
        let layer = layers.iter().position(|layer| layer.rid == rid)?;
        self.places.insert(ssrc, (kind, layer));
        Some((kind, layer))
    }

    /// The payload type of a kind, as this browser numbers it.
    pub fn pt(&self, kind: usize) -> Option<Pt> {
        self.pts.get(kind).copied().flatten()
    }

    /// Passes somebody's packet on to this browser.
    pub fn pass(&mut self, slot: usize, passing: Passing<'_>, now: Instant) {
        let Some(slot) = self.slots.get_mut(slot) else { return };
        let Some(pt) = self.pts[slot.kind.index()] else { return };
        slot.pass(&mut self.rtc, pt, passing, now);
    }

    /// Asks this browser for a whole picture.
    pub fn ask_picture(&mut self, kind: Kind, layer: usize, now: Instant) -> bool {
        let Some(track) = &mut self.tracks[kind.index()] else { return false };
        let mid = track.mid;
        let Some(layer) = track.layers.get_mut(layer).filter(|layer| layer.is_live(now)) else { return false };
        if !layer.may_ask(now) {
            return false;
        }
        let rid = layer.rid;
        let mut api = self.rtc.direct_api();
        let Some(stream) = api.stream_rx_by_mid(mid, rid) else { return false };
        stream.request_keyframe(KeyframeRequestKind::Pli);
        true
    }

    /// Who is in the slot of this line, and the layer wanted there.
    pub fn shown_at(&self, mid: Mid) -> Option<(u64, Kind, usize)> {
        let slot = self.slots.iter().find(|slot| slot.mid == mid)?;
        Some((slot.source?, slot.kind, slot.target?))
    }

    /// Whether it may send this, and does.
    pub fn sends(&self, kind: Kind, now: Instant) -> bool {
        let track = self.tracks[kind.index()].as_ref();
        self.connected && self.caps.may.send(kind) && track.is_some_and(|track| track.is_live(now))
    }
}
