//! Addresses, as far as they can be judged before anything is asked.
use crate::network::Networks;
use std::net::{IpAddr, Ipv4Addr};
use url::{Host, Url};

/// Why an address is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is no address of the web.
    #[error("it is no address of the web")]
    Unreadable,
    /// It does not begin with `https://`.
    #[error("it does not begin with https://")]
    Plain,
    /// It holds a user's name or a password.
    #[error("it holds a user's name or a password")]
    Named,
    /// It leads to a network that is closed.
    #[error("it leads to a private network that the configuration does not list")]
    Closed,
}

/// Reads an address. Of one that holds a name instead of a number, where it leads is known only when it is asked.
pub(crate) fn read(text: &str, networks: &Networks) -> Result<Url, Refused> {
    let url = Url::parse(text.trim()).map_err(|_| Refused::Unreadable)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refused::Named);
    }
    let number = match url.host().ok_or(Refused::Unreadable)? {
        Host::Ipv4(ip) => Some(IpAddr::V4(ip)),
        Host::Ipv6(ip) => Some(IpAddr::V6(ip)),
        Host::Domain("localhost") => Some(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        Host::Domain(_) => None,
    };
    if number.is_some_and(|ip| !networks.admit(ip)) {
        return Err(Refused::Closed);
    }
    let plain = match number {
        Some(ip) => networks.admit_plain(ip),
        None => matches!(networks, Networks::Any),
    };
    match url.scheme() {
        "https" => Ok(url),
        "http" if plain => Ok(url),
        _ => Err(Refused::Plain),
    }
}

/// A name or a number of a machine, for what is spoken with in another way than HTTP (a mail server).
pub fn host(text: &str) -> Result<(), Refused> {
    Host::parse(text).map(drop).map_err(|_| Refused::Unreadable)
}
