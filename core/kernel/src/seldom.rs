//! What may come a thousand times a second, and is said once a minute.
use std::time::{Duration, Instant};

/// How long what was said stays said.
const SAID: Duration = Duration::from_mins(1);

/// Something that comes again and again: said when it comes first, then once a minute with how often it came since.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seldom {
    said: Option<Instant>,
    more: u32,
}

impl Seldom {
    /// It came. How often it had come since it was last said, if it is to be said now.
    pub fn came(&mut self) -> Option<u32> {
        #[expect(clippy::disallowed_methods, reason = "a minute of the log is measured by the monotonic clock")]
        self.came_at(Instant::now())
    }

    fn came_at(&mut self, now: Instant) -> Option<u32> {
        if self.said.is_some_and(|said| now.duration_since(said) < SAID) {
            self.more = self.more.saturating_add(1);
            return None;
        }
        let more = self.more;
        *self = Self { said: Some(now), more: 0 };
        Some(more)
    }
}

#[cfg(test)]
mod tests {
    use super::{SAID, Seldom};
    use std::time::{Duration, Instant};

    #[test]
    #[expect(clippy::disallowed_methods, reason = "any instant will do")]
    fn what_comes_a_thousand_times_is_said_once_a_minute_and_counted() {
        let (begun, mut full_disk) = (Instant::now(), Seldom::default());
        let said: Vec<_> = (0..1_000).filter_map(|n| full_disk.came_at(begun + Duration::from_millis(n))).collect();
        assert_eq!(said, [0]);
        assert_eq!(full_disk.came_at(begun + SAID), Some(999));
        assert_eq!(full_disk.came_at(begun + SAID * 3), Some(0), "quiet since");
    }
}
