//! Whose line a request comes from: what slows guesses down counts by networks, not by addresses that one changes at will.
use std::net::{IpAddr, Ipv6Addr};

/// The networks around an address, the narrowest first. A whole school may share one address of IPv4; of IPv6 a home has 2⁶⁴ at
/// least, and a hoster gives out /56 and /48. What is no address (none was told) is one network.
pub fn networks(address: &str) -> Vec<String> {
    match address.parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V6(six)) => [64_u8, 56, 48].map(|bits| format!("{}/{bits}", begins(six, bits))).into(),
        Ok(four) => vec![four.to_string()],
        Err(_) => vec![address.to_owned()],
    }
}

/// An address as a home counts: its own, or the network of one home of IPv6.
pub fn home(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => begins(six, 64).into(),
        four @ IpAddr::V4(_) => four,
    }
}

fn begins(six: Ipv6Addr, bits: u8) -> Ipv6Addr {
    Ipv6Addr::from_bits(six.to_bits() & (u128::MAX << (128 - u32::from(bits))))
}

#[cfg(test)]
mod tests {
    use super::networks;

    #[test]
    fn a_home_of_ipv6_is_one_network_and_so_is_a_hoster() {
        assert_eq!(
            networks("2001:db8:1:2ff:ffff:0:1:9"),
            ["2001:db8:1:2ff::/64", "2001:db8:1:200::/56", "2001:db8:1::/48"]
        );
        assert_eq!(networks("203.0.113.7"), ["203.0.113.7"]);
        assert_eq!(networks("::ffff:203.0.113.8"), ["203.0.113.8"], "IPv4 in the clothes of IPv6");
        assert_eq!(networks(""), [""]);
    }
}
