//! How the operator says by which servers letters leave.
use serde::Deserialize;
use std::{collections::BTreeMap, fmt, path::PathBuf};

/// The ways out. Without any, nothing leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// How e-mail leaves.
    pub email: Email,
    /// How SMS leave.
    pub sms: Sms,
}

impl Config {
    /// What travels in the clear by these ways out, in words for the operator.
    pub fn in_the_clear(&self) -> Vec<String> {
        let here = |host: &str| ["127.", "localhost", "[::1]", "::1"].iter().any(|start| host.starts_with(start));
        let mut said = vec![];
        if let Email::Smtp(Smtp { host, tls: Tls::None, .. }) = &self.email
            && !here(host)
        {
            said.push(format!("letters leave by {host} with tls = \"none\": what they say travels in the clear"));
        }
        if let Sms::Gateway(Gateway { url, .. }) = &self.sms
            && let Some(rest) = url.strip_prefix("http://")
            && !here(rest)
        {
            said.push("SMS leave by a gateway without https: numbers and the key travel in the clear".to_owned());
        }
        said
    }
}

/// How e-mail leaves: `by = "smtp"`, `"folder"` or `"none"`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(tag = "by", rename_all = "lowercase")]
pub enum Email {
    /// It does not.
    #[default]
    None,
    /// One file a letter, in this folder.
    Folder {
        /// The folder, made if absent.
        path: PathBuf,
    },
    /// By a mail server.
    Smtp(Smtp),
}

/// A mail server.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Smtp {
    /// Its name.
    pub host: String,
    /// Its port; by default 587, 465 or 25, as TLS goes.
    pub port: Option<u16>,
    /// How the line is kept private.
    #[serde(default)]
    pub tls: Tls,
    /// Who we are there, where the server asks.
    pub user: Option<String>,
    /// And its password.
    pub password: Option<Hidden>,
    /// From whom letters come: `Préau <ne-pas-repondre@ac-normandie.example>`.
    pub from: String,
}

/// How the line to a mail server is kept private.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// It begins in the open and must turn private (port 587).
    #[default]
    Starttls,
    /// It is private from the start (port 465).
    Implicit,
    /// It is not: for a server on the same machine (port 25).
    None,
}

/// How SMS leave: `by = "gateway"`, `"folder"` or `"none"`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(tag = "by", rename_all = "lowercase")]
pub enum Sms {
    /// They do not.
    #[default]
    None,
    /// One file a message, in this folder.
    Folder {
        /// The folder, made if absent.
        path: PathBuf,
    },
    /// By the académie's gateway.
    Gateway(Gateway),
}

/// An SMS gateway: what it is sent is a template, since no two are alike.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Gateway {
    /// Where messages are posted.
    pub url: String,
    /// Whether the body is JSON or a form.
    #[serde(default)]
    pub shape: Shape,
    /// The body, with `{to}` (in the international form, `+33639980001`), `{text}` and `{key}` in their places.
    #[serde(default = "Gateway::usual")]
    pub body: String,
    /// Headers, such as the gateway's key: `Authorization = "Bearer …"`.
    #[serde(default)]
    pub headers: BTreeMap<String, Hidden>,
}

impl Gateway {
    fn usual() -> String {
        r#"{"to":"{to}","text":"{text}","key":"{key}"}"#.to_owned()
    }
}

/// What a gateway reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// `application/json`.
    #[default]
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
}

/// A word that is never printed: a password, a gateway's key.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Hidden(pub(crate) String);

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hidden")
    }
}

/// What the operator wrote cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{what}: {why}")]
pub struct BadConfig {
    what: &'static str,
    why: String,
}

impl BadConfig {
    pub(crate) fn new(what: &'static str, why: &dyn ToString) -> Self {
        Self { what, why: why.to_string() }
    }
}
