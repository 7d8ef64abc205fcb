//! What a node is, as its configuration says, and what it says of itself once a minute.
use super::{
    certificate,
    store::{self, Node},
};
use crate::config::{Config, FilesAt};
use kernel::{Moment, causes};
use std::{path::PathBuf, sync::Arc, time::Duration};
use web::House;

/// Where a package puts the configuration.
const CONFIG: &str = "/etc/preau/preau.toml";
/// Where it puts what a house keeps.
const DATA: &str = "/var/lib/preau";
/// Between two words of a node.
const BEAT: Duration = Duration::from_mins(1);
/// After how many of them the certificate is looked at again.
const SELDOM: u32 = 60;

/// What this node is: given to the pages as an engine.
#[derive(Clone, Debug)]
pub struct Machine {
    /// The name of the machine, and where it listens.
    pub node: String,
    /// Which database.
    pub database: String,
    /// Where files are.
    pub files: String,
    /// How the log is written, and how much.
    pub log: String,
    /// Whether a way out is named for e-mail, and for SMS.
    pub ways: (bool, bool),
    /// The folder beside which space is looked for.
    pub data: PathBuf,
    /// The file of its configuration, and that of its secret.
    pub kept: (PathBuf, PathBuf),
}

impl Machine {
    /// The one of this configuration.
    pub fn of(config: &Config) -> Self {
        let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
        let name = if name.trim().is_empty() { "preau" } else { name.trim() };
        let files = match &config.files {
            FilesAt::S3 { endpoint, bucket, .. } => format!("S3, {endpoint}, {bucket}"),
            FilesAt::Folder(_) => match config.files() {
                files::Place::Folder(folder) => folder.display().to_string(),
                files::Place::S3 { .. } => String::new(),
            },
        };
        let ways = (config.post.email != post::Email::None, config.post.sms != post::Sms::None);
        let log = format!("{:?}, {}", config.log, crate::node::level().unwrap_or_else(|| "info".to_owned()));
        Self {
            node: format!("{name} {}", config.listen),
            database: config.house(),
            files,
            log: log.to_lowercase(),
            ways,
            data: config.data.clone(),
            kept: (config.file.clone().unwrap_or_else(|| CONFIG.into()), config.secret()),
        }
    }

    /// Lines to paste, as they are shipped for a house in the places of the package, for this one.
    pub fn lines(&self, shipped: &str) -> String {
        let (config, secret) = (self.kept.0.display().to_string(), self.kept.1.display().to_string());
        let own = shipped.replace("/var/lib/preau/secret", &secret);
        let own = own.replace(DATA, &self.data.display().to_string()).replace(CONFIG, &config);
        let line = |line: &str| {
            let asked = line.starts_with("sudo -u preau preau ") && !line.contains("--config");
            if asked && config != CONFIG { format!("{line} --config {config}") } else { line.to_owned() }
        };
        own.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Bytes left beside its data, and in all.
    fn space(&self) -> Option<(i64, i64)> {
        let found = rustix::fs::statvfs(&self.data).ok()?;
        let bytes = |blocks: u64| i64::try_from(blocks.saturating_mul(found.f_frsize)).ok();
        bytes(found.f_bavail).zip(bytes(found.f_blocks))
    }
}

/// Says once a minute that this node lives, and how it does. What cannot be said now is said a minute later: what keeps it from
/// writing is told by the probe.
pub async fn run_forever(house: Arc<House>) {
    let Some(machine) = house.engines.get::<Machine>().cloned() else { return };
    let machine = Arc::new(machine);
    let mut said = Node {
        name: machine.node.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        since: house.clock.now(),
        log: machine.log.clone(),
        ..Node::default()
    };
    for beat in 0_u32.. {
        if beat.is_multiple_of(SELDOM) && house.settings.tls() {
            (said.certificate, said.trouble) = shown(house.settings.public_url.clone()).await;
        }
        let here = Arc::clone(&machine);
        said.space = tokio::task::spawn_blocking(move || here.space()).await.ok().flatten();
        said.seen_at = house.clock.now();
        let node = said.clone();
        let told = house.db.write(move |tx| {
            let size = store::size(tx)?;
            store::say(tx, &Node { size, ..node.clone() })
        });
        if let Err(error) = told.await {
            tracing::debug!(error = causes(&error), "this node cannot say that it lives");
        }
        tokio::time::sleep(BEAT).await;
    }
}

/// Until when the certificate of this address holds, or why that is not known.
async fn shown(url: String) -> (Option<Moment>, String) {
    let asked = tokio::task::spawn_blocking(move || certificate::until(&url)).await;
    match asked.map_err(std::io::Error::other).and_then(std::convert::identity) {
        Ok(until) => (Some(until), String::new()),
        Err(error) => (None, causes(&error)),
    }
}
