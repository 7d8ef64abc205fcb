//! Which networks are closed to addresses that people type.
use ipnet::IpNet;
use serde::Deserialize;
use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    sync::Arc,
};

/// What the operator allows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Networks of one's own that addresses typed in a page may lead to all the same, as `10.1.0.0/16`. Where the loopback is among
    /// them, plain `http` is allowed there.
    pub networks: Vec<IpNet>,
}

/// Where requests may go.
#[derive(Clone, Debug)]
pub(crate) enum Networks {
    /// Anywhere: the operator wrote the address.
    Any,
    /// To the public internet, and to these.
    Public(Arc<[IpNet]>),
}

impl Networks {
    /// Whether a connection may be made to this address.
    pub fn admit(&self, ip: IpAddr) -> bool {
        match self {
            Self::Any => true,
            Self::Public(open) => {
                let plain = ip.to_canonical();
                open.iter().any(|network| network.contains(&ip) || network.contains(&plain)) || is_public(plain)
            }
        }
    }

    /// Whether plain `http` may be spoken with this address.
    pub fn admit_plain(&self, ip: IpAddr) -> bool {
        match self {
            Self::Any => true,
            Self::Public(_) => ip.to_canonical().is_loopback() && self.admit(ip),
        }
    }
}

/// Whether an address is one of the public internet. What stands for another address inside of it (6to4, Teredo, NAT64) is not.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => !CLOSED_V4.iter().any(|(network, bits)| within_v4(ip, *network, *bits)),
        IpAddr::V6(ip) => {
            within_v6(ip, GLOBAL_V6.0, GLOBAL_V6.1)
                && !CLOSED_V6.iter().any(|(network, bits)| within_v6(ip, *network, *bits))
        }
    }
}

fn within_v4(ip: Ipv4Addr, network: Ipv4Addr, bits: u32) -> bool {
    (ip.to_bits() ^ network.to_bits()).checked_shr(32 - bits).unwrap_or(0) == 0
}

fn within_v6(ip: Ipv6Addr, network: Ipv6Addr, bits: u32) -> bool {
    (ip.to_bits() ^ network.to_bits()).checked_shr(128 - bits).unwrap_or(0) == 0
}

/// What is not public of IPv4 (the special-purpose registry of IANA): this network, private ones, shared by a provider (CGNAT),
/// loopback, link-local, for protocols, documentation and tests, multicast, reserved.
const CLOSED_V4: &[(Ipv4Addr, u32)] = &[
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 3),
];

/// What is public of IPv6 is in here: neither loopback, nor one's own (ULA), link-local or NAT64.
const GLOBAL_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// But these: for protocols (with Teredo), documentation, 6to4.
const CLOSED_V6: &[(Ipv6Addr, u32)] = &[
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];
