//! Chance: where random bytes come from.
use rand_chacha::{
    ChaCha8Rng,
    rand_core::{Rng, SeedableRng},
};
use std::sync::{Mutex, PoisonError};

/// Who throws the dice.
pub trait Chance: Send + Sync {
    /// Fills `out` with random bytes.
    fn fill(&self, out: &mut [u8]);

    /// A whole number below `end` (0 when `end` is 0). The bias is below 2⁻³² for every `end` we use.
    fn below(&self, end: u32) -> u32 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        #[expect(clippy::cast_possible_truncation, reason = "the remainder is below `end`, a u32")]
        let drawn = (u64::from_le_bytes(bytes) % u64::from(end.max(1))) as u32;
        drawn
    }
}

/// The machine's secure randomness: for tokens, codes and keys.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, out: &mut [u8]) {
        #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for randomness")]
        let drawn = getrandom::fill(out);
        assert!(drawn.is_ok(), "the machine has no randomness to give: no token would be safe");
    }
}

/// Chance that repeats itself for a seed: for tests and for demo people.
#[derive(Debug)]
pub struct Seeded(Mutex<ChaCha8Rng>);

impl Seeded {
    /// The dice of this seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha8Rng::seed_from_u64(seed)))
    }
}

impl Chance for Seeded {
    fn fill(&self, out: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(out);
    }
}
