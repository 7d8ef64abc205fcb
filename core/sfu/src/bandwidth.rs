//! How much a stream brings, and which layers fit in a line. Pure arithmetic.
use std::time::{Duration, Instant};

/// Bits a second, over the last second or so.
#[derive(Debug)]
pub struct Rate {
    since: Instant,
    bits: u64,
    last: u64,
}

impl Rate {
    /// Nothing yet.
    pub fn new(now: Instant) -> Self {
        Self { since: now, bits: 0, last: 0 }
    }

    /// So many bytes came.
    pub fn add(&mut self, bytes: usize) {
        self.bits += bytes as u64 * 8;
    }

    /// Closes the window when it is half a second old: half of the new, half of the old.
    pub fn turn(&mut self, now: Instant) {
        let passed = now.saturating_duration_since(self.since);
        if passed >= Duration::from_millis(500) {
            let fresh = u64::try_from(u128::from(self.bits) * 1_000 / passed.as_millis().max(1)).unwrap_or(u64::MAX);
            self.last = if self.last == 0 { fresh } else { u64::midpoint(self.last, fresh) };
            (self.since, self.bits) = (now, 0);
        }
    }

    /// Bits in the window that is open.
    pub fn open_bits(&self) -> u64 {
        self.bits
    }

    /// Bits a second.
    pub fn get(&self) -> u64 {
        self.last
    }
}

/// A picture somebody would like to see.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What each of its layers costs, smallest first; a layer that does not come costs nothing and is not had.
    pub costs: Vec<u64>,
    /// The layer had now.
    pub now: Option<usize>,
}

/// The layer of each wish within `budget`: first a picture for each, in their order, then better ones, in their order. A
/// layer better than the present one must fit with a quarter to spare, so that a line at its edge does not flicker.
pub fn allot(budget: u64, wishes: &[Wish]) -> Vec<Option<usize>> {
    let mut left = budget;
    let mut chosen: Vec<Option<usize>> = wishes
        .iter()
        .map(|wish| {
            let (layer, cost) = wish.costs.iter().enumerate().find(|(_, cost)| **cost > 0)?;
            let asked = if wish.now.is_some() { *cost } else { cost + cost / 4 };
            (asked <= left).then(|| {
                left -= (*cost).min(left);
                layer
            })
        })
        .collect();
    for (wish, choice) in wishes.iter().zip(&mut chosen) {
        let Some(base) = *choice else { continue };
        for (layer, cost) in wish.costs.iter().enumerate().skip(base + 1).filter(|(_, cost)| **cost > 0).rev() {
            let more = cost.saturating_sub(wish.costs[base]);
            let asked = if wish.now.is_some_and(|now| now >= layer) { more } else { more + cost / 4 };
            if asked <= left {
                left -= more.min(left);
                *choice = Some(layer);
                break;
            }
        }
    }
    chosen
}
