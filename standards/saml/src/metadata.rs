//! What a portal publishes of itself: an `EntityDescriptor`, alone or among others.
use crate::{
    Key, Refusal,
    binding::base64,
    service::{POST, REDIRECT},
    xml::{self, METADATA, METADATA_NS, PROTOCOL, SIGNATURE, attribute, children, instant, is, optional, said, text},
};
use roxmltree::Node;
use url::{Host, Url};

/// A portal has one key or two; while they change, three.
const MOST_KEYS: usize = 16;

/// A portal, as its metadata describes it. Metadata is pinned: an operator says which file or address is believed, so
/// that no signature of it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Its name, an address, compared to the letter everywhere.
    pub entity: String,
    /// Where a browser is sent to sign in, by HTTP-Redirect.
    pub sign_in: String,
    /// The same by HTTP-POST.
    pub sign_in_post: Option<String>,
    /// Where a browser is sent to leave the portal, by HTTP-Redirect.
    pub logout: Option<String>,
    /// Where the answer to the portal's own logout request goes: the same, unless it says otherwise.
    pub logout_answer: Option<String>,
    /// The keys that it signs with.
    pub keys: Vec<Key>,
    /// Why some of its keys cannot be used; most often there are none.
    pub unusable: Vec<Refusal>,
    /// From when on this metadata is no more good.
    pub valid_until: Option<i64>,
}

impl Provider {
    /// Reads metadata. Of several entities, the one of this name is read; if there is but one, its name must be this,
    /// if one is given.
    pub fn read(metadata: &str, entity: Option<&str>) -> Result<Self, Refusal> {
        let metadata = xml::bounded(metadata, METADATA)?;
        let document = xml::read(&metadata, METADATA)?;
        let root = document.root_element();
        let described = described(root, entity)?;
        let role = role(described)?;
        let mut keys = vec![];
        let mut unusable = vec![];
        for descriptor in children(role, METADATA_NS, "KeyDescriptor") {
            if attribute(descriptor, "use") == Some("encryption") {
                continue;
            }
            match key(descriptor) {
                Ok(key) if !keys.contains(&key) => keys.push(key),
                Ok(_) => {}
                Err(why) => unusable.push(why),
            }
            if keys.len() + unusable.len() > MOST_KEYS {
                return Err(Refusal::TooDense);
            }
        }
        if keys.is_empty() {
            return Err(Refusal::NoKey);
        }
        let logout = endpoint(role, "SingleLogoutService", REDIRECT, "Location")?;
        let logout_answer = endpoint(role, "SingleLogoutService", REDIRECT, "ResponseLocation")?;
        let ends = described.ancestors().map(|one| instant(one, "validUntil")).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            entity: said(described, "entityID")?.to_owned(),
            sign_in: endpoint(role, "SingleSignOnService", REDIRECT, "Location")?.ok_or(Refusal::NoAddress)?,
            sign_in_post: endpoint(role, "SingleSignOnService", POST, "Location")?,
            logout_answer: logout_answer.or_else(|| logout.clone()),
            logout,
            keys,
            unusable,
            valid_until: ends.into_iter().flatten().min(),
        })
    }

    /// When the first of its certificates ends: a month before, an operator is told to look for new metadata.
    pub fn first_end(&self) -> i64 {
        self.keys.iter().map(|key| key.not_after).min().unwrap_or(i64::MAX)
    }
}

/// The entity wanted.
fn described<'a, 'i>(root: Node<'a, 'i>, entity: Option<&str>) -> Result<Node<'a, 'i>, Refusal> {
    let within = root.descendants().filter(|node| is(*node, METADATA_NS, "EntityDescriptor"));
    let mut found = within.filter(|node| entity.is_none_or(|wanted| attribute(*node, "entityID") == Some(wanted)));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(Refusal::Twice("EntityDescriptor")),
        (None, _) => Err(Refusal::OtherEntity),
    }
}

/// What the entity is as a portal that speaks SAML 2.0.
fn role<'a, 'i>(described: Node<'a, 'i>) -> Result<Node<'a, 'i>, Refusal> {
    let roles = children(described, METADATA_NS, "IDPSSODescriptor");
    let speaks = |role: &Node<'_, '_>| {
        let protocols = attribute(*role, "protocolSupportEnumeration").unwrap_or_default();
        protocols.split_ascii_whitespace().any(|protocol| protocol == PROTOCOL)
    };
    let mut roles = roles.filter(speaks);
    let first = roles.next().ok_or(Refusal::Missing("IDPSSODescriptor"))?;
    if roles.next().is_some() { Err(Refusal::Twice("IDPSSODescriptor")) } else { Ok(first) }
}

/// The first certificate of a descriptor: those behind it, if any, are of authorities.
fn key(descriptor: Node<'_, '_>) -> Result<Key, Refusal> {
    let info = optional(descriptor, SIGNATURE, "KeyInfo")?.ok_or(Refusal::Missing("KeyInfo"))?;
    let mut certificates = info.descendants().filter(|node| is(*node, SIGNATURE, "X509Certificate"));
    let first = certificates.next().ok_or(Refusal::Missing("X509Certificate"))?;
    Key::from_certificate(&base64(&text(first))?)
}

/// The first address of this service by this binding.
fn endpoint(
    role: Node<'_, '_>,
    service: &'static str,
    binding: &str,
    name: &'static str,
) -> Result<Option<String>, Refusal> {
    let mut bound = children(role, METADATA_NS, service).filter(|one| attribute(*one, "Binding") == Some(binding));
    let Some(location) = bound.next().and_then(|one| attribute(one, name)) else { return Ok(None) };
    if is_safe(location) { Ok(Some(location.to_owned())) } else { Err(Refusal::Address(service)) }
}

/// Whether a browser may be sent there: https, or http on this very machine, written as it is meant, and no fragment,
/// behind which a query would be lost.
fn is_safe(location: &str) -> bool {
    let plain = location.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let Ok(url) = Url::parse(location) else { return false };
    let here = match url.host() {
        Some(Host::Domain(domain)) => domain == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => return false,
    };
    let scheme = location.starts_with("https://") || here && location.starts_with("http://");
    plain && scheme && url.username().is_empty() && url.password().is_none() && url.fragment().is_none()
}
