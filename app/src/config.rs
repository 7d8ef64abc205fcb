//! The configuration: one TOML file and the environment, read into one type. Wrong keys and values are said in plain words.
use crate::{Result, Trouble};
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What an operator may choose. `docs/operate.md` describes each key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The address and port to answer on.
    pub listen: String,
    /// What people type; empty for `http://` and `listen`.
    pub public_url: String,
    /// The folder of all that is not named apart.
    pub data: PathBuf,
    /// A path (SQLite) or `postgres://…`; empty for `preau.db` in `data`.
    pub database: String,
    /// Where files are; empty for `files` in `data`.
    pub files: FilesAt,
    /// The server's secret; empty for `secret` in `data`.
    pub secret_file: PathBuf,
    /// How the log is written.
    pub log: Log,
    /// Whether the nearest peer is a proxy whose `X-Forwarded-For` counts.
    pub behind_proxy: bool,
    /// How many transactions PostgreSQL may be asked for at once.
    pub seats: usize,
    /// The media of video rooms.
    pub rooms: crate::rooms::Rooms,
    /// By which servers e-mail and SMS leave; none leave without it.
    #[serde(skip_serializing)]
    pub post: post::Config,
}

/// Where files are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FilesAt {
    /// A folder.
    Folder(PathBuf),
    /// A bucket of an S3 server.
    S3 {
        /// The server's address.
        endpoint: String,
        /// The bucket.
        bucket: String,
        /// The region, as the server names it.
        region: String,
        /// The access key.
        key: String,
        /// The secret key.
        secret: String,
    },
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Log {
    /// For a person.
    Human,
    /// One object a line.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".into(),
            public_url: String::new(),
            data: "var".into(),
            database: String::new(),
            files: FilesAt::Folder(PathBuf::new()),
            secret_file: PathBuf::new(),
            log: Log::Human,
            behind_proxy: false,
            seats: 16,
            rooms: crate::rooms::Rooms::default(),
            post: post::Config::default(),
        }
    }
}

impl Config {
    /// The file named, or `preau.toml` if there is one; then `PREAU_*`, which wins.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        if let Some(file) = file.filter(|file| !file.is_file()) {
            return Err(Trouble::of(format!("the configuration {} is not there", file.display())));
        }
        let file = file.unwrap_or(Path::new("preau.toml"));
        Self::of(&Figment::from(Serialized::defaults(Self::default())).merge(Toml::file(file)).merge(
            // `PREAU_LOG`, `PREAU_FILES__ENDPOINT`; the tests' own variable is no key.
            Env::prefixed("PREAU_").ignore(&["bin"]).split("__"),
        ))
    }

    fn of(figment: &Figment) -> Result<Self> {
        figment.extract().map_err(|error| {
            let said: Vec<_> = error.into_iter().map(|fault| plain(&fault)).collect();
            Trouble::of(format!("the configuration cannot be used:\n  {}", said.join("\n  ")))
        })
    }

    /// The address of the database.
    pub fn place(&self) -> db::Place {
        match self.database.as_str() {
            "" => db::Place::Sqlite(self.data.join("preau.db")),
            url if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                db::Place::Postgres(url.into())
            }
            path => db::Place::Sqlite(path.into()),
        }
    }

    /// Where files are.
    pub fn files(&self) -> files::Place {
        match &self.files {
            FilesAt::Folder(folder) if folder.as_os_str().is_empty() => files::Place::Folder(self.data.join("files")),
            FilesAt::Folder(folder) => files::Place::Folder(folder.clone()),
            FilesAt::S3 { endpoint, bucket, region, key, secret } => files::Place::S3 {
                endpoint: endpoint.clone(),
                bucket: bucket.clone(),
                region: region.clone(),
                key: key.clone(),
                secret: secret.clone(),
            },
        }
    }

    /// The file of the server's secret.
    pub fn secret(&self) -> PathBuf {
        if self.secret_file.as_os_str().is_empty() { self.data.join("secret") } else { self.secret_file.clone() }
    }

    /// What people type, without a slash at its end.
    pub fn url(&self) -> String {
        if self.public_url.is_empty() {
            format!("http://{}", self.listen)
        } else {
            self.public_url.trim_end_matches('/').into()
        }
    }

    /// What is suspicious though it can be used, a sentence each.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = vec![];
        let url = self.url();
        if !url.starts_with("http://") && !url.starts_with("https://") {
            remarks.push(format!("public_url is \"{url}\": it must begin with https:// (or http:// on one machine)"));
        }
        let local = ["http://127.", "http://localhost", "http://[::1]"].iter().any(|start| url.starts_with(start));
        if url.starts_with("http://") && !local {
            remarks.push(format!("public_url is \"{url}\": without https, cookies and PINs travel in the clear"));
        }
        if url.starts_with("https://") && !self.behind_proxy {
            remarks.push(
                "public_url is https but behind_proxy is false: all guesses will seem to come from the proxy".into(),
            );
        }
        remarks
    }
}

/// A fault of the configuration as an operator understands it.
fn plain(fault: &figment::Error) -> String {
    let key = fault.path.join(".");
    let from = fault.metadata.as_ref().map_or_else(String::new, |metadata| match &metadata.source {
        Some(source) => format!(" (in {source})"),
        None => format!(" (from {})", metadata.name),
    });
    format!("{key}: {}{from}", fault.kind)
}

#[cfg(test)]
mod tests {
    use super::{Config, FilesAt};
    use figment::{
        Figment,
        providers::{Format, Serialized, Toml},
    };

    fn read(toml: &str) -> crate::Result<Config> {
        Config::of(&Figment::from(Serialized::defaults(Config::default())).merge(Toml::string(toml)))
    }

    #[test]
    fn a_wrong_key_or_value_is_named() {
        let told = |toml: &str| read(toml).err().map(|trouble| trouble.to_string()).unwrap_or_default();
        assert!(told("lisen = \"1\"").contains("lisen"), "{}", told("lisen = \"1\""));
        assert!(told("seats = \"many\"").contains("seats"), "{}", told("seats = \"many\""));
        assert!(told("log = \"loud\"").contains("log"), "{}", told("log = \"loud\""));
    }

    #[test]
    fn what_is_not_said_follows_the_data_folder() {
        let config = read("data = \"/srv/preau\"\nlisten = \"127.0.0.1:9\"").unwrap_or_default();
        assert_eq!(config.place(), db::Place::Sqlite("/srv/preau/preau.db".into()));
        assert_eq!(config.secret(), std::path::PathBuf::from("/srv/preau/secret"));
        assert_eq!(config.url(), "http://127.0.0.1:9");
        let s3 = read("[files]\nendpoint = \"e\"\nbucket = \"b\"\nregion = \"r\"\nkey = \"k\"\nsecret = \"s\"");
        assert!(matches!(s3.map(|config| config.files), Ok(FilesAt::S3 { .. })));
    }
}
