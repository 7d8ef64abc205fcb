//! The media of video rooms: what an operator chooses, and how the unit is started.
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};

/// The media of video rooms.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rooms {
    /// The address and port of both UDP and TCP; empty where this node serves no rooms.
    pub listen: String,
    /// Where browsers reach this very node, `https://…`, where several serve rooms: they are led there. Empty for one node.
    pub address: String,
    /// What browsers are told instead, behind NAT; empty finds out.
    pub announced: Vec<IpAddr>,
    /// Whether UDP is offered.
    pub udp: bool,
    /// Whether TCP is offered, for schools whose firewall stops UDP.
    pub tcp: bool,
    /// The addresses of a relay (TURN); none for no relay.
    pub relays: Vec<String>,
    /// What the relay shares with us.
    pub relay_secret: String,
    /// Rooms at once.
    pub most: usize,
    /// Seats in one room.
    pub seats: usize,
}

impl Default for Rooms {
    fn default() -> Self {
        let limits = sfu::Limits::default();
        Self {
            listen: "0.0.0.0:8090".into(),
            address: String::new(),
            announced: vec![],
            udp: true,
            tcp: true,
            relays: vec![],
            relay_secret: String::new(),
            most: limits.rooms,
            seats: limits.seats,
        }
    }
}

impl Rooms {
    /// Any free port beside this address, for a demonstration.
    pub fn beside(address: SocketAddr, udp: bool) -> Self {
        Self { listen: SocketAddr::new(address.ip(), 0).to_string(), udp, ..Self::default() }
    }

    /// Where browsers reach this very node; none where there is one node.
    pub fn here(&self) -> Option<visio::Here> {
        let address = self.address.trim_end_matches('/');
        (!address.is_empty()).then(|| visio::Here(address.to_owned()))
    }

    /// Starts the unit. Where its port cannot be had, the house lives without rooms, and says so.
    pub fn start(&self) -> Option<sfu::Handle> {
        if self.listen.is_empty() {
            return None;
        }
        let started = self.unit().and_then(|config| sfu::Sfu::start(&config));
        match started {
            Ok(handle) => {
                tracing::info!(addresses = ?handle.addresses(), "serving rooms");
                Some(handle)
            }
            Err(error) => {
                tracing::error!(listen = %self.listen, error = kernel::causes(&error), "no rooms are served: see `rooms` in the configuration");
                None
            }
        }
    }

    fn unit(&self) -> std::io::Result<sfu::Config> {
        let relay = sfu::Relay { urls: self.relays.clone(), secret: self.relay_secret.clone() };
        Ok(sfu::Config {
            listen: self.listen.parse().map_err(std::io::Error::other)?,
            announced: self.announced.clone(),
            udp: self.udp,
            tcp: self.tcp,
            relay: (!self.relays.is_empty()).then_some(relay),
            limits: sfu::Limits { rooms: self.most, seats: self.seats, ..sfu::Limits::default() },
        })
    }
}

/// What the unit does, for the operator: counts and sums, no room and nobody by name.
pub fn tell(unit: &sfu::Handle) {
    let Ok(figures) = unit.figures() else { return };
    let total = |name: &'static str, count: u64| metrics::counter!(name).absolute(count);
    total("preau_rooms_packets_in_total", figures.packets_in);
    total("preau_rooms_packets_out_total", figures.packets_out);
    total("preau_rooms_bytes_in_total", figures.bytes_in);
    total("preau_rooms_bytes_out_total", figures.bytes_out);
    total("preau_rooms_dropped_total", figures.dropped);
    total("preau_rooms_strangers_total", figures.strangers);
    total("preau_rooms_faults_total", figures.faults);
    total("preau_rooms_lost_total", figures.lost);
    total("preau_rooms_joined_total", figures.joined);
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    let level = |name: &'static str, count: u64| metrics::gauge!(name).set(count as f64);
    let sum = |of: fn(&sfu::RoomFigures) -> u64| figures.rooms.iter().map(of).sum();
    let most = figures.rooms.iter().map(|room| room.seats).max().unwrap_or(0);
    level("preau_rooms", figures.rooms.len() as u64);
    level("preau_rooms_seats", figures.peers as u64);
    level("preau_rooms_seats_most", most as u64);
    level("preau_rooms_tcp", figures.connections as u64);
    level("preau_rooms_bits_in", sum(|room| room.bits_in));
    level("preau_rooms_bits_out", sum(|room| room.bits_out));
}
