//! Connections behind which nobody is known yet: only these are counted against their address.
use crate::places::{Place, Places};
use std::{net::IpAddr, sync::Arc};

/// The most connections of one address on which nobody has signed in: with one more, the oldest is closed. Who only begins to ask keeps
/// nobody out.
pub const GUESTS: usize = 512;

/// Such connections of each address. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Guests(Places<IpAddr>);

/// One such connection, until somebody signed in is seen on it, or it closes. Its clones are one.
#[derive(Clone, Debug)]
pub struct Guest(Arc<Place<IpAddr>>);

impl Guests {
    /// A connection from this address. An IPv6 network of one home counts as one address.
    pub fn enter(&self, address: IpAddr) -> Guest {
        Guest(Arc::new(self.0.enter(kernel::home(address), GUESTS)))
    }
}

impl Guest {
    /// Somebody signed in is behind it: it counts no more.
    pub(crate) fn known(&self) {
        self.0.leave();
    }

    /// Until a newer one has taken its place.
    pub async fn taken(&self) {
        self.0.taken().await;
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
        assert!(guests.0.is_empty(), "nothing is remembered of who has left");
    }

    #[tokio::test]
    async fn the_addresses_of_one_home_count_together() {
        let guests = Guests::default();
        let home = |n: u16| IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 7, 0, 0, 0, n));
        let waiting: Vec<_> = (0..=512).map(|n| guests.enter(home(n))).collect();
        assert!(is_out(&waiting[0]).await && !is_out(&waiting[1]).await);
    }
}
