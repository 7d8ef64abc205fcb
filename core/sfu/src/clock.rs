//! The only place of this room that asks for the time: media is all durations.
use std::time::Instant;

/// This instant, for measuring.
#[expect(clippy::disallowed_methods, reason = "timers and rates of media are durations")]
pub fn now() -> Instant {
    Instant::now()
}
