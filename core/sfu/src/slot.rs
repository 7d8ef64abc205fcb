//! A place a browser offered once, and in which others are shown in turn.
use crate::{model::Kind, rewrite::Rewrite};
use std::time::Instant;
use str0m::{
    Rtc,
    media::{Mid, Pt},
    rtp::{ExtensionValues, RtpPacket, RtpWrite, Vp8Descriptor},
};

/// One outgoing place.
#[derive(Debug)]
pub struct Slot {
    /// Its line in the offer.
    pub mid: Mid,
    /// What it takes.
    pub kind: Kind,
    /// Who is in it.
    pub source: Option<u64>,
    /// The layer that flows.
    pub layer: Option<usize>,
    /// The layer wanted; it flows from its next whole picture on.
    pub target: Option<usize>,
    rewrite: Rewrite,
}

/// A packet on its way to others.
#[derive(Clone, Copy, Debug)]
pub struct Passing<'p> {
    /// The packet.
    pub packet: &'p RtpPacket,
    /// Which layer of its track it belongs to.
    pub layer: usize,
    /// Its VP8 descriptor, for a picture.
    pub video: Option<&'p Vp8Descriptor>,
}

impl Slot {
    /// An empty place.
    pub fn new(mid: Mid, kind: Kind) -> Self {
        Self { mid, kind, source: None, layer: None, target: None, rewrite: Rewrite::default() }
    }

    /// Somebody else sits here from now on, or nobody.
    pub fn seat(&mut self, source: Option<u64>) {
        if self.source != source {
            (self.source, self.layer, self.target) = (source, None, None);
        }
        if self.kind == Kind::Mic && source.is_some() {
            self.target = Some(0);
        }
    }

    /// Whether a whole picture is awaited.
    pub fn awaits(&self) -> bool {
        self.kind != Kind::Mic && self.target.is_some() && self.target != self.layer
    }

    /// Passes a packet on if it belongs here; the number of bytes passed.
    pub fn pass(&mut self, rtc: &mut Rtc, pt: Pt, passing: Passing<'_>, now: Instant) -> usize {
        let Passing { packet, layer, video } = passing;
        let number = *packet.seq_no;
        let time = packet.header.timestamp;
        if self.target == Some(layer) && self.layer != Some(layer) {
            let begins = match self.kind {
                Kind::Mic => true,
                Kind::Camera | Kind::Screen => video.is_some_and(|video| video.starts_keyframe(&packet.payload)),
            };
            if begins {
                let clock = if self.kind == Kind::Mic { 48_000 } else { 90_000 };
                self.rewrite.begin(number, time, video, clock, now);
                self.layer = Some(layer);
            }
        }
        if self.layer != Some(layer) {
            return 0;
        }
        let Some(place) = self.rewrite.place(number, time, video, now) else { return 0 };
        let mut api = rtc.direct_api();
        let Some(stream) = api.stream_tx_by_mid(self.mid, None) else { return 0 };
        let said = &packet.header.ext_vals;
        let extensions = ExtensionValues {
            audio_level: said.audio_level,
            voice_activity: said.voice_activity,
            video_orientation: said.video_orientation,
            ..ExtensionValues::default()
        };
        let payload = std::sync::Arc::clone(&packet.payload);
        let mut write = RtpWrite::new(pt, place.number.into(), place.time, packet.timestamp, payload)
            .marker(packet.header.marker)
            .nackable(self.kind != Kind::Mic)
            .ext_vals(extensions);
        if let Some(patch) = place.patch {
            write = write.vp8_patch(patch);
        }
        stream.write_rtp(write);
        packet.payload.len()
    }
}
