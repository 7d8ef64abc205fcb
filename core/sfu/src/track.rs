//! What one seat sends: a voice, a camera in one or more sizes, a screen.
use crate::{bandwidth::Rate, model::Kind};
use std::time::{Duration, Instant};
use str0m::media::{Mid, Rid};

/// A track without a packet for so long is off.
const OFF: Duration = Duration::from_millis(1_800);
/// A picture is asked again from its source no sooner than this.
const ASK_AGAIN: Duration = Duration::from_millis(400);

/// One incoming track.
#[derive(Debug)]
pub struct Track {
    /// Its line in the offer.
    pub mid: Mid,
    /// What it is.
    pub kind: Kind,
    /// Its sizes, smallest first.
    pub layers: Vec<Layer>,
    /// Who is sent it: the peer, and which of its slots.
    pub listeners: Vec<(u64, usize)>,
}

/// One size of a track.
#[derive(Debug)]
pub struct Layer {
    /// Its name in the offer; none when there is one size only.
    pub rid: Option<Rid>,
    /// What it brings.
    pub rate: Rate,
    last: Option<Instant>,
    asked: Option<Instant>,
}

impl Track {
    /// A track that was offered, and has sent nothing yet.
    pub fn new(mid: Mid, kind: Kind, rids: &[Rid], now: Instant) -> Self {
        let layer = |rid| Layer { rid, rate: Rate::new(now), last: None, asked: None };
        let layers =
            if rids.is_empty() { vec![layer(None)] } else { rids.iter().copied().map(Some).map(layer).collect() };
        Self { mid, kind, layers, listeners: vec![] }
    }

    /// Whether anything comes.
    pub fn is_live(&self, now: Instant) -> bool {
        self.layers.iter().any(|layer| layer.is_live(now))
    }

    /// What each layer costs; nothing for one that does not come.
    pub fn costs(&self, now: Instant) -> Vec<u64> {
        let cost = |layer: &Layer| if layer.is_live(now) { layer.rate.get().max(40_000) } else { 0 };
        self.layers.iter().map(cost).collect()
    }
}

impl Layer {
    /// A packet came.
    pub fn came(&mut self, bytes: usize, now: Instant) {
        self.rate.add(bytes);
        self.last = Some(now);
    }

    /// Whether packets come.
    pub fn is_live(&self, now: Instant) -> bool {
        self.last.is_some_and(|last| now.saturating_duration_since(last) < OFF)
    }

    /// Whether a whole picture may be asked for now; notes that it was.
    pub fn may_ask(&mut self, now: Instant) -> bool {
        let due = self.asked.is_none_or(|asked| now.saturating_duration_since(asked) >= ASK_AGAIN);
        if due {
            self.asked = Some(now);
        }
        due
    }
}

/// Whether somebody speaks, from the level each packet says it has.
#[derive(Debug, Default)]
pub struct Voice {
    score: f32,
    /// Whether they speak now.
    pub speaking: bool,
    /// Since when, if they do.
    pub since: Option<Instant>,
    /// When they last did.
    pub spoke: Option<Instant>,
}

impl Voice {
    /// A packet of this level, in decibels below the loudest.
    pub fn hear(&mut self, level: i8, now: Instant) {
        let loud = if level > -45 { 1.0 } else { 0.0 };
        self.score += (loud - self.score) * 0.12;
        self.speaking = if self.speaking { self.score > 0.1 } else { self.score > 0.45 };
        self.since = if self.speaking { self.since.or(Some(now)) } else { None };
        if self.speaking {
            self.spoke = Some(now);
        }
    }

    /// Nobody speaks whose packets no longer come.
    pub fn fall_silent(&mut self) {
        (self.score, self.speaking, self.since) = (0.0, false, None);
    }
}
