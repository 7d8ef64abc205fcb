//! Connections behind which nobody is known yet: only these are counted against their address.
use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

/// The most connections of one address on which nobody has signed in: with one more, the oldest is closed. Who only begins to ask keeps
/// nobody out.
pub const GUESTS: usize = 512;

/// Such connections of each address, the oldest first. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Guests(Arc<Mutex<HashMap<IpAddr, VecDeque<Arc<Place>>>>>);

/// One such connection, until somebody signed in is seen on it, or it closes. Its clones are one.
#[derive(Clone, Debug)]
pub struct Guest(Arc<Held>);

#[derive(Debug)]
struct Held {
    guests: Guests,
    address: IpAddr,
    place: Arc<Place>,
}

#[derive(Debug, Default)]
struct Place {
    taken: Notify,
}

impl Guests {
    fn places(&self) -> MutexGuard<'_, HashMap<IpAddr, VecDeque<Arc<Place>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection from this address. An IPv6 network of one home counts as one address.
    pub fn enter(&self, address: IpAddr) -> Guest {
        let address = match address.to_canonical() {
            IpAddr::V6(long) => IpAddr::V6((long.to_bits() >> 64 << 64).into()),
            short @ IpAddr::V4(_) => short,
        };
        let place = Arc::<Place>::default();
        let mut places = self.places();
        let here = places.entry(address).or_default();
        here.push_back(Arc::clone(&place));
        if here.len() > GUESTS
            && let Some(oldest) = here.pop_front()
        {
            oldest.taken.notify_one();
        }
        Guest(Arc::new(Held { guests: self.clone(), address, place }))
    }
}

impl Guest {
    /// Somebody signed in is behind it: it counts no more.
    pub(crate) fn known(&self) {
        self.0.leave();
    }

    /// Until a newer one has taken its place.
    pub async fn taken(&self) {
        self.0.place.taken.notified().await;
    }
}

impl Held {
    fn leave(&self) {
        let mut places = self.guests.places();
        if let Some(here) = places.get_mut(&self.address) {
            here.retain(|place| !Arc::ptr_eq(place, &self.place));
            if here.is_empty() {
                places.remove(&self.address);
            }
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.leave();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        net::{Ipv4Addr, Ipv6Addr},
        time::Duration,
    };

    /// Whether a newer one has taken its place.
    async fn is_out(guest: &Guest) -> bool {
        tokio::time::timeout(Duration::from_millis(1), guest.taken()).await.is_ok()
    }

    #[tokio::test]
    async fn the_oldest_connection_behind_which_nobody_is_known_makes_room() {
        let (guests, school) = (Guests::default(), IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)));
        let mut waiting: Vec<_> = (0..GUESTS).map(|_| guests.enter(school)).collect();
        waiting[0].known();
        waiting[0].known();
        waiting.push(guests.enter(school));
        waiting.push(guests.enter(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2))));
        assert!(!is_out(&waiting[1]).await, "there was room: one of them has signed in, one is of another address");
        waiting.push(guests.enter(school));
        assert!(is_out(&waiting[1]).await && !is_out(&waiting[0]).await && !is_out(&waiting[2]).await);
        waiting.clear();
        assert!(guests.places().is_empty(), "nothing is remembered of who has left");
    }

    #[tokio::test]
    async fn the_addresses_of_one_home_count_together() {
        let guests = Guests::default();
        let home = |n: u16| IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 7, 0, 0, 0, n));
        let waiting: Vec<_> = (0..=512).map(|n| guests.enter(home(n))).collect();
        assert!(is_out(&waiting[0]).await && !is_out(&waiting[1]).await);
    }
}
