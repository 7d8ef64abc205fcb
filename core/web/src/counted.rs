//! Sums over more rows than a page may read each time it is looked at: counted once, then shown for ten minutes, with when.
use crate::{Result, Visit};
use kernel::Moment;
use std::{
    any::Any,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

/// How long what was counted is shown, in minutes.
const SHOWN: i64 = 10;
/// How many counts are kept at once; the one counted longest ago makes room.
const KEPT: usize = 32;

/// What was counted under a key, and when.
type Kept = (String, Moment, Arc<dyn Any + Send + Sync>);

/// What was last counted on this node. Counts alone: no name, no word of anybody is kept here.
#[derive(Default)]
pub struct Counted(Mutex<Vec<Kept>>);

impl fmt::Debug for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Counted")
    }
}

impl Counted {
    fn known<T: Any + Send + Sync>(&self, key: &str, now: Moment) -> Option<(Arc<T>, Moment)> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = |at: Moment| at <= now && now < at.plus_minutes(SHOWN);
        let (_, at, told) = kept.iter().find(|(other, at, _)| other == key && fresh(*at))?;
        Some((Arc::clone(told).downcast().ok()?, *at))
    }

    fn keep<T: Any + Send + Sync>(&self, key: String, told: Arc<T>, now: Moment) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(other, ..)| *other != key);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((key, now, told));
    }
}

impl Visit<'_, '_> {
    /// What `count` gives, counted at most once in ten minutes for this person, and when it was. All that a page shows of one thing
    /// is counted together, so that its rows and their sum agree. `name` says what, with all that it depends on.
    pub fn counted<T: Any + Send + Sync>(
        &mut self,
        name: &str,
        count: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<(Arc<T>, Moment)> {
        let key = format!("{name} {}", self.actor()?.person);
        let house = Arc::clone(self.house);
        if let Some(known) = house.counted.known(&key, self.now) {
            return Ok(known);
        }
        let told = Arc::new(count(self)?);
        house.counted.keep(key, Arc::clone(&told), self.now);
        Ok((told, self.now))
    }
}

#[cfg(test)]
mod tests {
    use super::{Counted, KEPT, SHOWN};
    use kernel::Moment;
    use std::sync::Arc;

    #[test]
    fn a_count_is_shown_for_ten_minutes_and_the_oldest_makes_room() {
        let (counted, begun) = (Counted::default(), Moment(1_795_514_400_000));
        counted.keep("hours".into(), Arc::new(7_i64), begun);
        let known = |minutes| counted.known::<i64>("hours", begun.plus_minutes(minutes)).map(|(n, at)| (*n, at));
        assert_eq!(known(SHOWN - 1), Some((7, begun)));
        assert_eq!((known(SHOWN), known(-1)), (None, None), "too old, and of a clock that was set back");
        assert!(counted.known::<i64>("days", begun).is_none() && counted.known::<String>("hours", begun).is_none());
        for n in 0..KEPT {
            counted.keep(format!("another {n}"), Arc::new(1_i64), begun);
        }
        assert_eq!(known(0), None);
    }
}
