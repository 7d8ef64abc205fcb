//! Synthetic browsers: they offer, send made-up voices and pictures, and count what reaches them. For tests and the bench.
mod media;
mod run;
mod wire;

pub use run::{run, until};

use crate::{Kind, clock};
use media::Camera;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Instant,
};
use str0m::{
    Rtc,
    bwe::Bitrate,
    change::{SdpAnswer, SdpOffer, SdpPendingOffer},
    channel::ChannelId,
    crypto::from_feature_flags,
    media::{Direction, MediaKind, Mid, Simulcast, SimulcastLayer},
};
use wire::Wire;

/// How a synthetic browser comes, and what it brings.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a plain choice")]
pub struct Manner {
    /// Over TCP rather than UDP.
    pub tcp: bool,
    /// Sends a voice.
    pub mic: bool,
    /// Sends a camera in two sizes.
    pub camera: bool,
    /// Shows a screen.
    pub screen: bool,
    /// Places it has for voices and for cameras.
    pub places: (usize, usize),
    /// What its line carries towards it, in kilobits a second; the rest is lost.
    pub line: Option<u32>,
}

impl Manner {
    /// A voice and a camera, six places for each.
    pub const BOTH: Self = Self { tcp: false, mic: true, camera: true, screen: false, places: (6, 6), line: None };
    /// A voice, and no place for cameras.
    pub const VOICE: Self = Self { camera: false, places: (6, 0), ..Self::BOTH };
    /// Sends nothing, sees all.
    pub const SILENT: Self = Self { mic: false, camera: false, ..Self::BOTH };
}

/// What reached a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Got {
    /// Packets.
    pub packets: u64,
    /// Bytes.
    pub bytes: u64,
    /// Packets whose number did not follow.
    pub gaps: u64,
    /// Pictures whose number did not follow.
    pub picture_gaps: u64,
    /// Whole pictures.
    pub keyframes: u64,
    /// The size of the last packet.
    pub last_size: usize,
    last: Option<u64>,
    picture: Option<u16>,
}

/// Somebody shown in a place.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Place {
    /// The line of the offer.
    pub mid: String,
    /// The seat.
    pub seat: String,
    /// What is shown.
    pub kind: Kind,
    /// Whether it flows.
    pub flows: bool,
}

/// What the control channel says.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "t", rename_all = "lowercase")]
enum Said {
    Places { places: Vec<Place> },
    Speaking { seats: Vec<String> },
    May { may: BTreeMap<String, bool> },
    Line { kilobits: u32, audio_only: bool },
    Parting,
}

/// What a browser was told last.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// Who is where.
    pub places: Vec<Place>,
    /// Who speaks.
    pub speaking: Vec<String>,
    /// What it may send.
    pub may: BTreeMap<String, bool>,
    /// What the line carries, and whether pictures were given up.
    pub line: Option<(u32, bool)>,
    /// Whether the unit said that it stops.
    pub parting: bool,
}

/// One synthetic browser.
pub struct Client {
    rtc: Rtc,
    wire: Wire,
    manner: Manner,
    mids: [Option<Mid>; 3],
    channel: Option<ChannelId>,
    pending: Option<SdpPendingOffer>,
    voice: (u64, Instant),
    cameras: [Camera; 3],
    waiting: Option<String>,
    /// Whether media may flow.
    pub connected: bool,
    /// Whether the other side said goodbye.
    pub closed: bool,
    /// What reached each place, by the line of the offer.
    pub got: BTreeMap<String, Got>,
    /// What it was told.
    pub heard: Heard,
}

impl Client {
    /// A browser that will come to `server`.
    pub fn new(manner: Manner, server: SocketAddr) -> io::Result<Self> {
        Self::at(IpAddr::V4(Ipv4Addr::LOCALHOST), manner, server)
    }

    /// The same, that says it is at this address of this machine.
    pub fn at(own: IpAddr, manner: Manner, server: SocketAddr) -> io::Result<Self> {
        let now = clock::now();
        let wire = Wire::open(manner.tcp, own, server, manner.line)?;
        let mut rtc = Rtc::builder()
            .set_crypto_provider(Arc::new(from_feature_flags()))
            .set_rtp_mode(true)
            .clear_codecs()
            .enable_opus(true, false)
            .enable_vp8(true)
            .enable_bwe(Some(Bitrate::mbps(2)))
            .build(now);
        rtc.add_local_candidate(wire.candidate()?);
        Ok(Self {
            rtc,
            wire,
            manner,
            mids: [None; 3],
            channel: None,
            pending: None,
            voice: (0, now),
            cameras: [Camera::new(now, 500, 1), Camera::new(now, 1_000, 3), Camera::new(now, 900, 2)],
            waiting: None,
            connected: false,
            closed: false,
            got: BTreeMap::new(),
            heard: Heard::default(),
        })
    }

    /// What it offers: voice, camera, screen, then its empty places, a screen's first.
    pub fn offer(&mut self) -> String {
        let mut change = self.rtc.sdp_api();
        let sends = Direction::SendOnly;
        self.mids[0] = Some(change.add_media(MediaKind::Audio, sends, None, None, None));
        self.mids[1] = Some(change.add_media(MediaKind::Video, sends, None, None, Some(sizes(["l", "h"]))));
        self.mids[2] = Some(change.add_media(MediaKind::Video, sends, None, None, None));
        change.add_media(MediaKind::Video, Direction::RecvOnly, None, None, None);
        for _ in 0..self.manner.places.0 {
            change.add_media(MediaKind::Audio, Direction::RecvOnly, None, None, None);
        }
        for _ in 0..self.manner.places.1 {
            change.add_media(MediaKind::Video, Direction::RecvOnly, None, None, None);
        }
        change.add_channel("room".into());
        let Some((offer, pending)) = change.apply() else { return String::new() };
        self.pending = Some(pending);
        offer.to_sdp_string()
    }

    /// An offer to go on from another address.
    pub fn offer_again(&mut self, server: SocketAddr) -> io::Result<String> {
        self.wire = Wire::open(self.manner.tcp, self.wire.own().ip(), server, self.manner.line)?;
        let mut change = self.rtc.sdp_api();
        change.ice_restart(false);
        let Some((offer, pending)) = change.apply() else { return Ok(String::new()) };
        self.pending = Some(pending);
        Ok(offer.to_sdp_string())
    }

    /// Takes the answer; `false` when it cannot be.
    pub fn answer(&mut self, answer: &str) -> bool {
        let Ok(answer) = SdpAnswer::from_sdp_string(answer) else { return false };
        let taken =
            self.pending.take().is_some_and(|pending| self.rtc.sdp_api().accept_answer(pending, answer).is_ok());
        // A new beginning forgets the candidates of the old one.
        if let Ok(candidate) = self.wire.candidate() {
            self.rtc.add_local_candidate(candidate);
        }
        taken
    }

    /// Asks something of the other side, on the control channel, once it is open.
    pub fn ask(&mut self, text: &str) {
        self.waiting = Some(text.to_owned());
    }

    /// Begins or stops to send.
    pub fn send(&mut self, kind: Kind, on: bool) {
        match kind {
            Kind::Mic => self.manner.mic = on,
            Kind::Camera => self.manner.camera = on,
            Kind::Screen => self.manner.screen = on,
        }
    }

    /// What its line carries from now on, in kilobits a second.
    pub fn narrow(&mut self, line: Option<u32>) {
        self.wire.narrow(line);
    }

    /// What it offers to a server that takes voices and cameras on a connection of their own, as Janus does.
    pub fn publish(&mut self) -> String {
        let mut change = self.rtc.sdp_api();
        let sends = Direction::SendOnly;
        if self.manner.mic {
            self.mids[0] = Some(change.add_media(MediaKind::Audio, sends, None, None, None));
        }
        if self.manner.camera {
            let sizes = sizes(["h", "l"]);
            self.mids[1] = Some(change.add_media(MediaKind::Video, sends, None, None, Some(sizes)));
        }
        let Some((offer, pending)) = change.apply() else { return String::new() };
        self.pending = Some(pending);
        offer.to_sdp_string()
    }

    /// Answers a server that offers others' voices and cameras; nothing when its offer cannot be read.
    pub fn subscribe(&mut self, offer: &str) -> Option<String> {
        let offer = SdpOffer::from_sdp_string(offer).ok()?;
        self.rtc.sdp_api().accept_offer(offer).ok().map(|answer| answer.to_sdp_string())
    }

    /// The line of its offer on which it sends this.
    pub fn line_of(&self, kind: Kind) -> Option<String> {
        self.mids[kind.index()].map(|mid| mid.to_string())
    }

    /// Packets that reached the places where this kind of this seat is shown.
    pub fn seen(&self, seat: &str, kind: Kind) -> Got {
        let here = |place: &&Place| place.seat == seat && place.kind == kind;
        let place = self.heard.places.iter().find(here);
        place.and_then(|place| self.got.get(&place.mid)).cloned().unwrap_or_default()
    }

    /// Every packet that reached it.
    pub fn packets(&self) -> u64 {
        self.got.values().map(|got| got.packets).sum()
    }

    /// Every byte of voices and pictures that reached it.
    pub fn bytes(&self) -> u64 {
        self.got.values().map(|got| got.bytes).sum()
    }
}

/// The two sizes of a camera, in the order in which they are offered: Janus takes the first for the largest.
fn sizes(names: [&str; 2]) -> Simulcast {
    let mut sizes = Simulcast::new();
    for name in names {
        sizes.add_send_layer(SimulcastLayer::new(name));
    }
    sizes
}
