//! When work comes by itself.
use kernel::Moment;

/// When a task runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Only when queued.
    Queued,
    /// By itself, so many minutes after it ran last.
    Every {
        /// Minutes between two runs.
        minutes: i64,
    },
    /// Once a night, from three o’clock in Paris.
    Nightly,
}

/// The hour of the night's work in Paris, when nobody waits for a page.
const NIGHT: i8 = 3;
/// After how many minutes at most a run that failed, or whose node died, is tried again.
const AGAIN: i64 = 60;

impl When {
    /// When it runs next, if it runs now.
    pub(crate) fn next(self, now: Moment) -> Moment {
        match self {
            Self::Queued => Moment(i64::MAX),
            Self::Every { minutes } => now.plus_minutes(minutes),
            Self::Nightly => {
                let today = now.paris().date();
                let night = Moment::at_paris(today, NIGHT, 0);
                if night > now {
                    night
                } else {
                    today.tomorrow().map_or(night, |date| Moment::at_paris(date, NIGHT, 0))
                }
            }
        }
    }

    /// When it is tried again, if it is not done by then.
    pub(crate) fn again(self, now: Moment) -> Moment {
        let soon = now.plus_minutes(AGAIN);
        if self.next(now) < soon { self.next(now) } else { soon }
    }
}
