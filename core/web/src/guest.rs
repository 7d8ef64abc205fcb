//! Connections behind which nobody is known yet: only these are counted against their address.
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

/// The most connections of one address on which nobody has signed in.
pub const GUESTS: usize = 512;

/// How many such connections each address has. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Guests(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// One such connection, until somebody signed in is seen on it, or it closes.
#[derive(Clone, Debug)]
pub struct Guest(Arc<Counted>);

#[derive(Debug)]
struct Counted {
    guests: Guests,
    address: IpAddr,
    still: AtomicBool,
}

impl Guests {
    /// A connection from this address; none when it has too many already. An IPv6 network of one home counts as one.
    pub fn enter(&self, address: IpAddr) -> Option<Guest> {
        let address = match address.to_canonical() {
            IpAddr::V6(long) => IpAddr::V6((long.to_bits() >> 64 << 64).into()),
            short @ IpAddr::V4(_) => short,
        };
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= GUESTS {
            return None;
        }
        *count += 1;
        Some(Guest(Arc::new(Counted { guests: self.clone(), address, still: AtomicBool::new(true) })))
    }
}

impl Guest {
    /// Somebody signed in is behind it: it counts no more.
    pub(crate) fn known(&self) {
        self.0.leave();
    }
}

impl Counted {
    fn leave(&self) {
        if self.still.swap(false, Ordering::Relaxed) {
            let mut counts = self.guests.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(count) = counts.get_mut(&self.address) {
                *count -= 1;
                if *count == 0 {
                    counts.remove(&self.address);
                }
            }
        }
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.leave();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, Ipv6Addr};

    #[test]
    fn a_connection_counts_until_somebody_is_known() {
        let (guests, school) = (Guests::default(), IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)));
        let mut waiting: Vec<_> = (0..GUESTS).filter_map(|_| guests.enter(school)).collect();
        assert!(guests.enter(school).is_none());
        assert!(guests.enter(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2))).is_some(), "another address");
        waiting[0].known();
        waiting[0].known();
        assert!(guests.enter(school).is_some(), "one of them has signed in");
        waiting.clear();
        assert!(guests.0.lock().is_ok_and(|counts| counts.is_empty()), "nothing is remembered of who has left");
    }

    #[test]
    fn the_addresses_of_one_home_count_together() {
        let guests = Guests::default();
        let home = |n: u16| IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 7, 0, 0, 0, n));
        let waiting: Vec<_> = (0..600).filter_map(|n| guests.enter(home(n))).collect();
        assert_eq!(waiting.len(), GUESTS);
    }
}
