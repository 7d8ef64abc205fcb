//! What a portal publishes of itself (OIDC Discovery 1.0).
use crate::{Algorithm, Claims, Refusal};
use url::{Host, Url};

/// A portal, as its discovery document describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Its name, an address, compared to the letter everywhere.
    pub issuer: String,
    /// Where a browser is sent to sign in.
    pub authorization: Url,
    /// Where a code is exchanged.
    pub token: Url,
    /// Where more is known of the person.
    pub userinfo: Option<Url>,
    /// Where its keys are.
    pub jwks: Url,
    /// Where a browser is sent to sign out of the portal too.
    pub end_session: Option<Url>,
    /// Whether each of its answers names it (RFC 9207), so that one that does not is refused. Set it to false for a
    /// portal that announces it and forgets it (`AgentConnect` did); a `redirect_uri` of its own then protects from a
    /// mix-up.
    pub names_itself: bool,
    /// The algorithms by which it signs an `id_token`, among those that we accept.
    pub algorithms: Vec<Algorithm>,
    /// Whether it tells us, server to server, that a session is closed.
    pub backchannel_logout: bool,
}

/// Where the discovery document of this issuer is.
pub fn discovery(issuer: &str) -> Result<Url, Refusal> {
    address("issuer", &format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/')))
}

impl Provider {
    /// Reads the discovery document, which must be that of this very issuer.
    pub fn read(document: &[u8], issuer: &str) -> Result<Self, Refusal> {
        let document = Claims::read(document)?;
        document.issued_by_field("issuer", issuer)?;
        address("issuer", issuer)?;
        let endpoint = |name| document.has(name).then(|| address(name, document.required(name)?)).transpose();
        let required = |name| endpoint(name)?.ok_or(Refusal::Missing(name));
        Ok(Self {
            issuer: issuer.to_owned(),
            authorization: required("authorization_endpoint")?,
            token: required("token_endpoint")?,
            userinfo: endpoint("userinfo_endpoint")?,
            jwks: required("jwks_uri")?,
            end_session: endpoint("end_session_endpoint")?,
            names_itself: document.flag(&["authorization_response_iss_parameter_supported"]).unwrap_or(false),
            algorithms: algorithms(&document)?,
            backchannel_logout: document.flag(&["backchannel_logout_supported"]).unwrap_or(false),
        })
    }
}

/// RS256 is what every provider must speak, so it is what one that says nothing speaks.
fn algorithms(document: &Claims) -> Result<Vec<Algorithm>, Refusal> {
    const NAME: &str = "id_token_signing_alg_values_supported";
    if !document.has(NAME) {
        return Ok(vec![Algorithm::Rs256]);
    }
    let named = document.texts(&[NAME]);
    let common: Vec<_> = Algorithm::ALL.into_iter().filter(|algorithm| named.contains(&algorithm.name())).collect();
    if common.is_empty() { Err(Refusal::NoCommonAlgorithm) } else { Ok(common) }
}

/// An address to which a person or a secret may be sent: https, or http on this very machine.
pub fn address(name: &'static str, text: &str) -> Result<Url, Refusal> {
    let url = Url::parse(text).map_err(|_| Refusal::Address(name))?;
    let safe = match url.scheme() {
        "https" => url.host().is_some(),
        "http" => match url.host() {
            Some(Host::Domain(domain)) => domain == "localhost",
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            None => false,
        },
        _ => false,
    };
    let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    if safe && plain { Ok(url) } else { Err(Refusal::Address(name)) }
}
