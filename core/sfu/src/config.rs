//! What an operator chooses.
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Where to listen, what to announce, how much to accept.
#[derive(Clone, Debug)]
pub struct Config {
    /// The address and port of both UDP and TCP; port 0 takes any.
    pub listen: SocketAddr,
    /// The addresses browsers are told, when they are not the ones listened on (behind NAT); empty finds out.
    pub announced: Vec<IpAddr>,
    /// Whether UDP is offered.
    pub udp: bool,
    /// Whether TCP is offered, for schools whose firewall stops UDP.
    pub tcp: bool,
    /// A server that passes packets on for browsers no open port is left to (TURN).
    pub relay: Option<Relay>,
    /// How much is accepted.
    pub limits: Limits,
}

/// A TURN server that shares a secret with us.
#[derive(Clone, PartialEq, Eq)]
pub struct Relay {
    /// Its addresses, `turn:…` or `turns:…`.
    pub urls: Vec<String>,
    /// The shared secret (`static-auth-secret` of coturn).
    pub secret: String,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Relay").field("urls", &self.urls).finish_non_exhaustive()
    }
}

/// How much is accepted before a refusal.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Rooms at once.
    pub rooms: usize,
    /// Seats in one room.
    pub seats: usize,
    /// Connections over TCP at once.
    pub connections: usize,
    /// What one seat may send, in kilobits a second; video beyond it is dropped.
    pub kilobits_in: u32,
    /// What one seat is sent at most, in kilobits a second.
    pub kilobits_out: u32,
    /// Voices one seat hears at once.
    pub voices: usize,
    /// Cameras one seat sees at once.
    pub cameras: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            rooms: 200,
            seats: 40,
            connections: 2_000,
            kilobits_in: 3_500,
            kilobits_out: 6_000,
            voices: 6,
            cameras: 9,
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        let listen = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0);
        Self { listen, announced: vec![], udp: true, tcp: true, relay: None, limits: Limits::default() }
    }
}

impl Config {
    /// The addresses to announce for a socket bound to `bound`.
    pub(crate) fn addresses(&self, bound: SocketAddr) -> Vec<SocketAddr> {
        let ips = if !self.announced.is_empty() {
            self.announced.clone()
        } else if !bound.ip().is_unspecified() {
            vec![bound.ip()]
        } else {
            // No packet leaves: connecting a datagram socket only asks the routing table.
            let own = |any: &str, far: &str| {
                let socket = std::net::UdpSocket::bind(any).ok()?;
                socket.connect(far).ok()?;
                socket.local_addr().ok().map(|address| address.ip())
            };
            let v4 = own("0.0.0.0:0", "192.0.2.1:9").or(Some(IpAddr::V4(Ipv4Addr::LOCALHOST)));
            let v6 = if bound.is_ipv6() { own("[::]:0", "[2001:db8::1]:9") } else { None };
            v4.into_iter().chain(v6).collect()
        };
        ips.into_iter().map(|ip| SocketAddr::new(ip, bound.port())).collect()
    }
}
