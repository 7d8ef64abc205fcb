//! The configuration: one TOML file and the environment, read into one type. Wrong keys and values are said in plain words.
mod address;
#[cfg(test)]
mod tests;
mod variables;

use crate::{Result, Trouble, terminal};
use address::{first, is_address, is_here, is_postgres, local, speaks_tls, without_key};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use toml::Table;

/// What an operator may choose. `docs/operate.md` describes each key.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where it was read, if there was a file.
    #[serde(skip)]
    pub file: Option<PathBuf>,
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
    /// What opens `/metrics` to another machine (`Authorization: Bearer …`); empty for none.
    pub metrics_token: String,
    /// How many transactions PostgreSQL may be asked for at once.
    pub seats: usize,
    /// The media of video rooms.
    pub rooms: crate::rooms::Rooms,
    /// By which servers e-mail and SMS leave; none leave without it.
    pub post: post::Config,
    /// Where addresses typed in pages may lead.
    pub outgoing: outgoing::Config,
    /// The portals by which people come in, besides those that pages add.
    pub portals: Vec<signin::portal::Config>,
    /// Where files of feeds are dropped.
    pub feeds: Feeds,
}

/// Where files of feeds are dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Feeds {
    /// The folder with one folder for each feed; empty for none.
    pub folder: PathBuf,
}

impl Feeds {
    /// The folder, if there is one.
    pub fn folder(&self) -> Option<feed::Folder> {
        (!self.folder.as_os_str().is_empty()).then(|| feed::Folder(self.folder.clone()))
    }
}

/// Where files are kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "a folder, or a table of endpoint, bucket, region, key and secret")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Log {
    /// For a person.
    Human,
    /// One object a line.
    Json,
}

impl std::fmt::Debug for Config {
    /// Nothing of it: it holds secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Config")
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            file: None,
            listen: "127.0.0.1:8080".into(),
            public_url: String::new(),
            data: "var".into(),
            database: String::new(),
            files: FilesAt::Folder(PathBuf::new()),
            secret_file: PathBuf::new(),
            log: Log::Human,
            behind_proxy: false,
            metrics_token: String::new(),
            seats: 16,
            rooms: crate::rooms::Rooms::default(),
            post: post::Config::default(),
            outgoing: outgoing::Config::default(),
            portals: vec![],
            feeds: Feeds::default(),
        }
    }
}

/// Where the configuration is looked for when no file is named, in this order: the working folder, then the machine's.
pub const PLACES: [&str; 2] = ["preau.toml", "/etc/preau/preau.toml"];

impl Config {
    /// The file named; without one, the first of [`PLACES`] that there is, and it is said which house that is.
    pub fn found(file: Option<&Path>) -> Result<Self> {
        if let Some(file) = file {
            return Self::read(Some(file));
        }
        let found = first(&PLACES.map(Path::new));
        let config = Self::read(found)?;
        let (house, nowhere) = (config.house(), PLACES.join(" nor "));
        match found {
            Some(file) => terminal::aside(format!("preau: the house of {}: {house}", file.display())),
            None => terminal::aside(format!("preau: there is neither {nowhere}; the house of this folder: {house}")),
        }
        Ok(config)
    }

    /// This file, or none; then `PREAU_*`, which wins.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        let path = file.unwrap_or(Path::new("no file"));
        let text = match file.map(std::fs::read_to_string) {
            None => String::new(),
            Some(Ok(text)) => text,
            Some(Err(error)) => {
                let (path, who) = (path.display(), "the user who serves gives commands (`sudo -u preau preau …`)");
                return Err(Trouble::while_(&format!("the configuration {path} cannot be read; {who}"))(error));
            }
        };
        let read = Self::of(
            &text,
            &path.display().to_string(),
            std::env::vars_os().filter_map(|(name, value)| {
                // What is not text cannot be one of ours.
                Some((name.into_string().ok()?, value.into_string().ok()?))
            }),
        )?;
        Ok(Self { file: file.map(Path::to_owned), ..read })
    }

    /// The configuration of this text, and of these variables, which win. `name` is what an operator knows the text by.
    fn of(text: &str, name: &str, variables: impl Iterator<Item = (String, String)>) -> Result<Self> {
        let trouble = |why: &toml::de::Error, from: &str| {
            let why = why.to_string();
            Trouble::of(format!(
                "the configuration cannot be used ({from}):\n  {}",
                why.trim_end().replace('\n', "\n  ")
            ))
        };
        let mut table: Table = text.parse().map_err(|why| trouble(&why, name))?;
        variables::add(&mut table, variables);
        let config: Self = table.try_into().map_err(|why| match toml::from_str::<Self>(text) {
            // The file's own fault is told with its line.
            Err(why) => trouble(&why, name),
            Ok(_) => trouble(&why, "from a variable PREAU_*"),
        })?;
        let impossible = config.impossible();
        if impossible.is_empty() {
            return Ok(config);
        }
        Err(Trouble::of(format!("the configuration cannot be used ({name}):\n  {}", impossible.join("\n  "))))
    }

    /// What can only be a mistake, a sentence each.
    fn impossible(&self) -> Vec<String> {
        let mut wrong = vec![];
        // An address is not repeated: it may hold a password.
        if let Some((scheme, _)) = self.database.split_once(':').filter(|_| !is_postgres(&self.database))
            && scheme.len() > 1
            && !scheme.contains(['/', '.'])
        {
            wrong.push(format!("database begins with \"{scheme}:\": it is a path (SQLite) or postgres://…"));
        }
        if !is_address(&self.listen) {
            wrong.push(format!("listen is \"{}\": say an address and a port, as 127.0.0.1:8080", self.listen));
        }
        let url = self.url();
        let rest = url.split_once("://").map_or("", |(_, rest)| rest);
        if rest.contains(['/', '?', '#', '@']) {
            wrong.push(format!(
                "public_url is \"{url}\": Préau stands at the root of a name, without a path behind it \
                 (https://preau.example.fr): links would lead elsewhere"
            ));
        }
        wrong
    }

    /// The address of the database.
    pub fn place(&self) -> db::Place {
        match self.database.as_str() {
            "" => db::Place::Sqlite(self.data.join("preau.db")),
            url if is_postgres(url) => db::Place::Postgres(url.into()),
            path => db::Place::Sqlite(path.into()),
        }
    }

    /// Which database that is, without what opens it.
    pub fn house(&self) -> String {
        match self.place() {
            db::Place::Sqlite(path) => path.display().to_string(),
            db::Place::Postgres(url) => format!("PostgreSQL, {}", without_key(&url)),
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
        let local = url.strip_prefix("http://").is_some_and(local);
        if url.starts_with("http://") && !local {
            remarks.push(format!("public_url is \"{url}\": without https, cookies and PINs travel in the clear"));
        }
        if self.public_url.is_empty() && self.behind_proxy {
            remarks.push(
                "behind_proxy is true and public_url is not said: under the name that people type, every form is refused".into(),
            );
        }
        if url.starts_with("https://") && !self.behind_proxy {
            remarks.push(
                "public_url is https but behind_proxy is false: all guesses will seem to come from the proxy".into(),
            );
        }
        if is_postgres(&self.database) && !is_here(&self.database) && !speaks_tls(&self.database) {
            remarks.push(
                "database is on another machine without sslmode=require: what it holds travels in the clear".into(),
            );
        }
        if let FilesAt::S3 { endpoint, .. } = &self.files
            && endpoint.starts_with("http://")
            && !is_here(endpoint)
        {
            remarks.push(format!("files are at {endpoint}: without https, photos and the key travel in the clear"));
        }
        remarks.extend(self.post.in_the_clear());
        remarks
    }
}
