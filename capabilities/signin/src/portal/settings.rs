//! What is said of a portal: its address, what it calls people, by which keys they are known.
use super::Source;
use serde::{Deserialize, Serialize};

/// What is said of a portal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// CAS: the address below which `login` and `serviceValidate` are. OpenID Connect, LTI: the issuer. SAML: where the metadata is.
    pub address: String,
    /// SAML: the metadata itself, where it was given and not an address.
    pub metadata: String,
    /// SAML: which entity of the metadata; empty where there is one.
    pub entity: String,
    /// OpenID Connect, LTI: what this house is called there.
    pub client: String,
    /// OpenID Connect: what is asked for besides `openid`.
    pub scopes: String,
    /// OpenID Connect, SAML: how surely the portal is to know them (`acr_values`, `RequestedAuthnContext`).
    pub level: String,
    /// CAS: whether `p3/serviceValidate` is asked.
    pub p3: bool,
    /// OpenID Connect: whether what is said of somebody must be signed.
    pub signed: bool,
    /// OpenID Connect: whether the answer may leave out who it is from, although the portal says that it never does (ProConnect).
    pub nameless: bool,
    /// LTI: the deployments, with spaces between.
    pub deployments: String,
    /// LTI: where a launch is asked for.
    pub auth: String,
    /// LTI: where a token for its services is asked for.
    pub token: String,
    /// LTI: where its keys are.
    pub jwks: String,
    /// Which attribute is the portal's opaque name of somebody; empty for the protocol's own.
    pub subject: String,
    /// By which keys people are known: `attribute = key`, a line each.
    pub keys: String,
}

/// A line that says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the line « {0} » is not « attribute = key »")]
pub struct Unclear(pub String);

/// The most lines.
const MOST: usize = 30;

impl Settings {
    /// By which attribute which keys are known.
    pub fn sources(&self) -> Result<Vec<(String, Source)>, Unclear> {
        let lines = self.keys.lines().map(str::trim).filter(|line| !line.is_empty()).take(MOST);
        lines.map(|line| read(line).ok_or_else(|| Unclear(line.chars().take(80).collect()))).collect()
    }
}

fn read(line: &str) -> Option<(String, Source)> {
    let (attribute, key) = line.split_once('=')?;
    let attribute = attribute.trim();
    (!attribute.is_empty() && attribute.len() <= 120).then_some((attribute.to_owned(), key.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_says_which_key_an_attribute_is() {
        let said = |keys: &str| Settings { keys: keys.to_owned(), ..Settings::default() }.sources();
        let read = said("ENTPersonJointure = aaf:70\n\n FrEduCtRefId=educonnect ").unwrap_or_default();
        assert_eq!(read[0], ("ENTPersonJointure".to_owned(), Source::Directory("aaf:70".to_owned())));
        assert_eq!(read[1], ("FrEduCtRefId".to_owned(), Source::EduConnect));
        for unclear in ["mail", "= ine", "mail = ", "mail = nimporte"] {
            assert_eq!(said(unclear), Err(Unclear(unclear.trim().to_owned())));
        }
    }
}
