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

/// The longest address, in bytes.
const LONGEST: usize = 500;

/// Reads an address as it is written: no sign that a browser drops or takes for another, and nobody's name before the `@`, which a
/// reader takes for the host.
fn written(text: &str) -> Result<Url, Refused> {
    let odd = |sign: char| {
        sign.is_control()
            || sign.is_whitespace()
            || matches!(sign, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '\u{ad}' | '\u{feff}')
            || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    let (_, rest) = text.split_once("://").ok_or(Refused::Unreadable)?;
    if text.len() > LONGEST || text.contains(odd) {
        return Err(Refused::Unreadable);
    }
    let url = Url::parse(text).map_err(|_| Refused::Unreadable)?;
    // An empty name is dropped by the parser.
    let named = rest.split(['/', '?', '#']).next().is_some_and(|host| host.contains('@'));
    if named || !url.username().is_empty() || url.password().is_some() {
        return Err(Refused::Named);
    }
    Ok(url)
}

/// Whether this name is this very machine: with the dot of the root behind it, and with any name before it, it is the same.
fn is_here(name: &str) -> bool {
    name.trim_end_matches('.').split('.').next_back() == Some("localhost")
}

/// Whether this is a link to which people may be led: over `https`, to a site of the web by its name, which has a dot.
pub fn is_link(text: &str) -> bool {
    let site = |url: &Url| match url.host() {
        Some(Host::Domain(name)) => name.trim_matches('.').contains('.') && !is_here(name),
        _ => false,
    };
    written(text).is_ok_and(|url| url.scheme() == "https" && site(&url))
}

/// Reads an address. Of one that holds a name instead of a number, where it leads is known only when it is asked.
pub(crate) fn read(text: &str, networks: &Networks) -> Result<Url, Refused> {
    let url = written(text.trim())?;
    let number = match url.host().ok_or(Refused::Unreadable)? {
        Host::Ipv4(ip) => Some(IpAddr::V4(ip)),
        Host::Ipv6(ip) => Some(IpAddr::V6(ip)),
        Host::Domain(name) if is_here(name) => Some(IpAddr::V4(Ipv4Addr::LOCALHOST)),
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
