//! The line to PostgreSQL: plain, or TLS when its address asks for it.
use super::link::Link;
use crate::{Error, Result};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, pem::PemObject},
};
use std::{sync::Arc, time::Duration};
use tokio_postgres::{Config, config::SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

/// The longest a statement of a page may run.
pub const STATEMENT: Duration = Duration::from_secs(30);
/// The longest it may wait for what another transaction holds.
const LOCK: Duration = Duration::from_secs(10);
/// The longest a transaction may be open with nothing asked of it.
const IDLE: Duration = Duration::from_mins(1);
/// The longest a server may leave what was sent to it unacknowledged: a cable cut, a machine gone.
const UNHEARD: Duration = Duration::from_secs(10);

/// An address read once: connecting asks nothing more of it.
pub struct Line {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

impl Line {
    /// Reads `postgres://user:password@host/base?…`. `sslmode=require` (or `verify-ca`, `verify-full`: all the same here)
    /// means TLS with the server's certificate verified, by the system's authorities or by those of the file `sslrootcert`.
    pub fn read(url: &str) -> Result<Self> {
        let (base, query) = url.split_once('?').unwrap_or((url, ""));
        let (mut wanted, mut authorities, mut kept) = (false, None, vec![]);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some(("sslmode", "require" | "verify-ca" | "verify-full")) => wanted = true,
                Some(("sslmode", "disable" | "allow" | "prefer")) => wanted = false,
                Some(("sslrootcert", file)) => authorities = Some(file),
                _ => kept.push(pair),
            }
        }
        let url = if kept.is_empty() { base.to_owned() } else { format!("{base}?{}", kept.join("&")) };
        let mut config: Config = url.parse()?;
        config.ssl_mode(if wanted { SslMode::Require } else { SslMode::Disable });
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(5));
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(UNHEARD);
        }
        config.keepalives_idle(UNHEARD).keepalives_interval(Duration::from_secs(5)).keepalives_retries(3);
        let tls = if wanted { Some(MakeRustlsConnect::new(client(authorities)?)) } else { None };
        Ok(Self { config, tls })
    }

    /// A new connection, with the limits of everything asked there, and one plan for each statement whatever its values: our
    /// statements are read for both databases, and SQLite knows no values when it plans.
    pub fn connect(&self) -> Result<Link> {
        let mut link = Link::open(&self.config, self.tls.clone())?;
        let limits = format!(
            "SET statement_timeout = {}; SET lock_timeout = {}; SET idle_in_transaction_session_timeout = {};
             SET plan_cache_mode = force_generic_plan; SET jit = off; SET random_page_cost = 1.1",
            STATEMENT.as_millis(),
            LOCK.as_millis(),
            IDLE.as_millis(),
        );
        link.run(STATEMENT, async |client| client.batch_execute(&limits).await)?;
        Ok(link)
    }
}

fn client(authorities: Option<&str>) -> Result<ClientConfig> {
    let unusable = |error: &dyn std::fmt::Display| Error::Open(format!("TLS to PostgreSQL: {error}"));
    let mut roots = RootCertStore::empty();
    match authorities {
        Some(file) => {
            for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unusable(&error))? {
                let certificate = certificate.map_err(|error| unusable(&error))?;
                roots.add(certificate).map_err(|error| unusable(&error))?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    if roots.is_empty() {
        return Err(Error::Open("TLS to PostgreSQL: no authority is known here to verify its certificate".into()));
    }
    let client = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| unusable(&error))?;
    Ok(client.with_root_certificates(roots).with_no_client_auth())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]
    use super::*;

    #[test]
    fn an_address_says_how_to_connect() {
        assert!(Line::read("postgres://u@h/b").unwrap().tls.is_none());
        assert!(Line::read("postgres://u@h/b?sslmode=prefer").unwrap().tls.is_none());
        assert!(Line::read("postgres://u@h/b?sslmode=require&application_name=x").unwrap().tls.is_some());
        assert!(Line::read("postgres://u@h/b?sslmode=verify-full").unwrap().tls.is_some());
        assert!(Line::read("postgres://u@h/b?sslmode=require&sslrootcert=/no/such/file").is_err());
        assert!(Line::read("postgres://u@h/b?nonsense=1").is_err());
    }

    /// `TEST_POSTGRES_TLS` is the address of a server with TLS, with `sslmode` and `sslrootcert`.
    #[expect(clippy::disallowed_methods, reason = "a test is told of a server by the environment")]
    #[test]
    fn a_server_is_spoken_to_over_tls_once_its_certificate_is_verified() {
        let Ok(url) = std::env::var("TEST_POSTGRES_TLS") else { return };
        let mut link = Line::read(&url).unwrap().connect().unwrap();
        let asked = link.run(STATEMENT, async |client| {
            client.query_one("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", &[]).await
        });
        assert!(asked.unwrap().get::<_, bool>(0));
        let (strangers, _) = url.split_once("&sslrootcert").unwrap();
        assert!(Line::read(strangers).unwrap().connect().is_err(), "signed by nobody known");
    }

    #[test]
    fn a_server_that_is_gone_is_noticed_by_the_line_itself() {
        let line = Line::read("postgres://preau@db.example/preau").unwrap();
        assert_eq!(line.config.get_tcp_user_timeout(), Some(&UNHEARD));
        assert_eq!(line.config.get_connect_timeout(), Some(&Duration::from_secs(5)));
        assert!(line.config.get_keepalives() && line.config.get_keepalives_idle() == UNHEARD);
        let silent = line.config.get_keepalives_interval().zip(line.config.get_keepalives_retries());
        assert!(silent.is_some_and(|(each, times)| UNHEARD + each * times <= Duration::from_secs(30)));
    }
}
