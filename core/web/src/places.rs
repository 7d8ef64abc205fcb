//! Places of which each has a few: with one more, the oldest makes room.
use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

/// Who has which places, the oldest first. Cheap to clone.
#[derive(Debug)]
pub struct Places<K>(Arc<Mutex<HashMap<K, VecDeque<Arc<Notify>>>>>);

/// A place, until it is left or dropped.
#[derive(Debug)]
pub struct Place<K: Clone + Eq + Hash> {
    places: Places<K>,
    of: K,
    taken: Arc<Notify>,
}

impl<K: Clone + Eq + Hash> Places<K> {
    fn all(&self) -> MutexGuard<'_, HashMap<K, VecDeque<Arc<Notify>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One more place of these, which has `most`.
    pub fn enter(&self, of: K, most: usize) -> Place<K> {
        let taken = Arc::new(Notify::new());
        let mut all = self.all();
        let here = all.entry(of.clone()).or_default();
        here.push_back(Arc::clone(&taken));
        if here.len() > most
            && let Some(oldest) = here.pop_front()
        {
            oldest.notify_one();
        }
        Place { places: self.clone(), of, taken }
    }

    /// How many are taken.
    pub fn taken(&self, of: &K) -> usize {
        self.all().get(of).map_or(0, VecDeque::len)
    }

    #[cfg(test)]
    pub fn is_empty(&self) -> bool {
        self.all().is_empty()
    }
}

impl<K: Clone + Eq + Hash> Place<K> {
    /// Until a newer one has taken it.
    pub async fn taken(&self) {
        self.taken.notified().await;
    }

    /// It counts no more.
    pub fn leave(&self) {
        let mut all = self.places.all();
        if let Some(here) = all.get_mut(&self.of) {
            here.retain(|place| !Arc::ptr_eq(place, &self.taken));
            if here.is_empty() {
                all.remove(&self.of);
            }
        }
    }
}

impl<K: Clone + Eq + Hash> Drop for Place<K> {
    fn drop(&mut self) {
        self.leave();
    }
}

impl<K> Clone for Places<K> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K> Default for Places<K> {
    fn default() -> Self {
        Self(Arc::default())
    }
}
