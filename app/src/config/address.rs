//! What an address says: of which machine it is, and how one comes there.
use std::path::Path;

/// The first of these files that there is; one that cannot be looked at is there.
pub fn first<'p>(places: &[&'p Path]) -> Option<&'p Path> {
    let absent = |path: &Path| path.try_exists().is_ok_and(|there| !there);
    places.iter().find(|path| !absent(path)).copied()
}

/// Whether this is a name or an address, and a port behind it.
pub fn is_address(listen: &str) -> bool {
    listen.rsplit_once(':').is_some_and(|(host, port)| {
        let whole = !host.is_empty() && (!host.contains(':') || (host.starts_with('[') && host.ends_with(']')));
        whole && port.parse::<u16>().is_ok()
    })
}

/// How hosts of this very machine begin.
const HERE: [&str; 3] = ["127.", "localhost", "[::1]"];

/// Whether this host, with what follows it, is this very machine.
pub fn local(host: &str) -> bool {
    HERE.iter().any(|start| host.starts_with(start))
}

/// Whether the address is of this very machine; a socket of the file system has no host.
pub fn is_here(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let base = rest.split(['/', '?']).next().unwrap_or_default();
    let host = base.rsplit('@').next().unwrap_or_default();
    host.is_empty() || host.starts_with("%2F") || local(host)
}

/// Whether this address of PostgreSQL asks for TLS.
pub fn speaks_tls(url: &str) -> bool {
    ["sslmode=require", "sslmode=verify-ca", "sslmode=verify-full"].iter().any(|mode| url.contains(mode))
}

/// Whether this is an address of PostgreSQL.
pub fn is_postgres(database: &str) -> bool {
    database.starts_with("postgres://") || database.starts_with("postgresql://")
}

/// Which base of which server an address means, without who opens it and by which word.
pub fn without_key(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest).split('?').next().unwrap_or_default();
    rest.rsplit('@').next().unwrap_or_default()
}
