//! Who is listening. A topic rings; whoever listens to it wakes and asks again what they may see. Nothing is carried.
//!
//! Invariants: ringing never waits for a listener; many rings before one wakes are one; a dropped listener leaves nothing.
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::Notify;

/// Rung by the database when it may have missed something: everyone looks again.
pub const EVERY_TOPIC: &str = "*";

/// The bells of one node. Cheap to clone. Between nodes, the database carries the rings (`Tx::ring`).
#[derive(Clone, Default)]
pub struct Bus(Arc<Mutex<Bells>>, Arc<AtomicU64>);

/// Who listens to each topic: a number, and what wakes them.
type Bells = HashMap<String, Vec<(u64, Arc<Notify>)>>;

/// Somebody listening to some topics.
pub struct Listener {
    bus: Bus,
    number: u64,
    topics: Vec<String>,
    woken: Arc<Notify>,
}

impl Bus {
    /// Rings a topic, or [`EVERY_TOPIC`]: everyone listening to it wakes once.
    pub fn ring(&self, topic: &str) {
        let bells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let wake = |listeners: &Vec<(u64, Arc<Notify>)>| listeners.iter().for_each(|(_, woken)| woken.notify_one());
        if topic == EVERY_TOPIC { bells.values().for_each(wake) } else { bells.get(topic).into_iter().for_each(wake) }
    }

    /// Listens to `topics` from now on.
    pub fn listen(&self, topics: Vec<String>) -> Listener {
        let number = self.1.fetch_add(1, Ordering::Relaxed);
        let woken = Arc::new(Notify::new());
        let mut bells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for topic in &topics {
            bells.entry(topic.clone()).or_default().push((number, Arc::clone(&woken)));
        }
        drop(bells);
        Listener { bus: self.clone(), number, topics, woken }
    }

    /// How many are listening, to whatever: one figure of `/metrics`.
    pub fn watchers(&self) -> usize {
        let bells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        bells.values().map(Vec::len).max().unwrap_or(0)
    }
}

impl std::fmt::Debug for Bus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bus")
    }
}

impl Listener {
    /// Waits until one of the topics has rung since last time.
    pub async fn rung(&mut self) {
        self.woken.notified().await;
    }
}

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listener").field("topics", &self.topics).finish_non_exhaustive()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut bells = self.bus.0.lock().unwrap_or_else(PoisonError::into_inner);
        for topic in &self.topics {
            if let Some(listeners) = bells.get_mut(topic) {
                listeners.retain(|(number, _)| *number != self.number);
                if listeners.is_empty() {
                    bells.remove(topic);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
