//! One outgoing stream made of several sources: numbers that never jump, whoever speaks.
use std::time::{Duration, Instant};
use str0m::rtp::{Vp8Descriptor, Vp8Patch};

/// Where the outgoing stream is, and how far the present source is from it.
#[derive(Debug, Default)]
pub struct Rewrite {
    sent: Option<Sent>,
    /// The first number of the present source; what is older belongs to the one before.
    first: u64,
    number_shift: i64,
    time_shift: u32,
    picture_shift: u16,
    base_shift: u8,
}

#[derive(Clone, Copy, Debug)]
struct Sent {
    number: u64,
    time: u32,
    at: Instant,
    picture: u16,
    base: u8,
}

/// A packet's place in the outgoing stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its number.
    pub number: u64,
    /// Its instant on the media clock.
    pub time: u32,
    /// What to change in a VP8 payload.
    pub patch: Option<Vp8Patch>,
}

impl Rewrite {
    /// From this packet on, another source speaks; `clock` is the media clock's rate.
    pub fn begin(&mut self, number: u64, time: u32, video: Option<&Vp8Descriptor>, clock: u32, now: Instant) {
        self.first = number;
        let Some(sent) = self.sent else {
            // A receiver starts counting rollovers at nought.
            self.number_shift = signed(number & 0x3fff) - signed(number);
            return;
        };
        self.number_shift = signed(sent.number) + 1 - signed(number);
        let passed = ticks(now.saturating_duration_since(sent.at), clock).max(1);
        self.time_shift = sent.time.wrapping_add(passed).wrapping_sub(time);
        if let Some(video) = video {
            self.picture_shift = sent.picture.wrapping_add(1).wrapping_sub(video.picture_id().unwrap_or(0));
            self.base_shift = sent.base.wrapping_add(1).wrapping_sub(video.tl0_pic_idx().unwrap_or(0));
        }
    }

    /// Where this packet goes. `None` when it comes from before the present source began.
    pub fn place(&mut self, number: u64, time: u32, video: Option<&Vp8Descriptor>, now: Instant) -> Option<Place> {
        if number < self.first {
            return None;
        }
        let place = u64::try_from(signed(number) + self.number_shift).ok()?;
        let time = time.wrapping_add(self.time_shift);
        let picture = video.and_then(Vp8Descriptor::picture_id).map(|id| id.wrapping_add(self.picture_shift) & 0x7fff);
        let base = video.and_then(Vp8Descriptor::tl0_pic_idx).map(|base| base.wrapping_add(self.base_shift));
        let patch = video.and_then(|video| {
            let mut patch = video.patch();
            if let Some(picture) = picture {
                patch = patch.picture_id(picture);
            }
            if let Some(base) = base {
                patch = patch.tl0_pic_idx(base);
            }
            patch.build().ok()
        });
        if self.sent.is_none_or(|sent| place > sent.number) {
            let before = self.sent.map_or((0, 0), |sent| (sent.picture, sent.base));
            let (picture, base) = (picture.unwrap_or(before.0), base.unwrap_or(before.1));
            self.sent = Some(Sent { number: place, time, at: now, picture, base });
        }
        Some(Place { number: place, time, patch })
    }
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A duration in ticks of a media clock.
fn ticks(passed: Duration, clock: u32) -> u32 {
    let ticks = passed.as_micros() * u128::from(clock) / 1_000_000;
    u32::try_from(ticks & u128::from(u32::MAX)).unwrap_or(0)
}
