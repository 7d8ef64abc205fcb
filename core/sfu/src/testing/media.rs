//! Made-up pictures: what a VP8 encoder's packets look like from outside.
use std::time::{Duration, Instant};

/// The time between two pictures.
const PICTURE: Duration = Duration::from_millis(40);

/// A camera of one size.
#[derive(Debug)]
pub struct Camera {
    next: Instant,
    size: usize,
    packets: usize,
    number: u64,
    picture: u16,
    base: u8,
    whole: bool,
    began: Instant,
}

/// One packet of a picture.
#[derive(Debug)]
pub struct Piece {
    /// Its number.
    pub number: u64,
    /// Its instant on the media clock.
    pub time: u32,
    /// Whether the picture ends with it.
    pub last: bool,
    /// What it holds.
    pub payload: Vec<u8>,
}

impl Camera {
    /// A camera whose pictures are so many packets of this size.
    pub fn new(now: Instant, size: usize, packets: usize) -> Self {
        let number = 1_000 + size as u64;
        let picture = u16::try_from(size).unwrap_or(0) * 7;
        Self { next: now, size, packets, number, picture, base: 9, whole: true, began: now }
    }

    /// The next picture is whole.
    pub fn ask(&mut self) {
        self.whole = true;
    }

    /// The picture that is due, in pieces.
    pub fn due(&mut self, now: Instant) -> Vec<Piece> {
        if now < self.next {
            return vec![];
        }
        self.next = (self.next + PICTURE).max(now);
        let passed = now.saturating_duration_since(self.began).as_millis();
        let time = u32::try_from(passed * 90 % u128::from(u32::MAX)).unwrap_or(0);
        self.picture = self.picture.wrapping_add(1) & 0x7fff;
        self.base = self.base.wrapping_add(1);
        let whole = std::mem::take(&mut self.whole);
        let packets = if whole { self.packets * 2 } else { self.packets };
        let piece = |index: usize| {
            let start = if index == 0 { 0x10 } else { 0 };
            let [high, low] = self.picture.to_be_bytes();
            let mut payload = vec![0x80 | start, 0xe0, high | 0x80, low, self.base, 0];
            if whole && index == 0 {
                // The frame's tag, the start code and 640 × 480: what others look for in a whole picture.
                payload.extend([0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01]);
            } else {
                payload.push(1);
            }
            payload.resize(self.size, 0xab);
            Piece { number: self.number + index as u64, time, last: index + 1 == packets, payload }
        };
        let pieces = (0..packets).map(piece).collect();
        self.number += packets as u64;
        pieces
    }
}
