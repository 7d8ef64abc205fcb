//! Us: what a portal knows of us, what we send with, what we expect.
use crate::{
    PrivateKey, Provider, Refusal,
    refusal::cut,
    xml::{ASSERTION, PROTOCOL, attribute, escaped, optional, text},
};
use data_encoding::BASE64;
use roxmltree::Node;

/// By how many milliseconds a portal's clock and ours may differ.
pub const SKEW: i64 = 180_000;

/// We, as a portal knows us.
#[derive(Clone, Copy, Debug)]
pub struct Service<'a> {
    /// Our name, an address, compared to the letter.
    pub entity: &'a str,
    /// Where assertions are posted.
    pub consumer: &'a str,
    /// Where the portal says that somebody left, or that it has done what we asked.
    pub logout: &'a str,
}

/// What is needed to send something.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    /// We.
    pub service: &'a Service<'a>,
    /// The key that signs.
    pub key: &'a PrivateKey,
    /// The instant.
    pub now: i64,
}

/// What a message must fit to be believed.
#[derive(Clone, Copy, Debug)]
pub struct Expectation<'a> {
    /// The portal that must have sent it.
    pub provider: &'a Provider,
    /// We, for whom it must be.
    pub service: &'a Service<'a>,
    /// The keys that open what was sealed for us; none if nothing is.
    pub keys: &'a [PrivateKey],
    /// The instant.
    pub now: i64,
}

impl Service<'_> {
    /// Our metadata, to be given to the portal's operator: two keys of each use overlap while one replaces the other.
    /// Certificates are in DER.
    pub fn metadata(&self, signing: &[&[u8]], sealing: &[&[u8]]) -> String {
        let key = |usage: &str, certificate: &[u8], methods: &str| {
            format!(
                "<md:KeyDescriptor use=\"{usage}\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate>\
                 </ds:X509Data></ds:KeyInfo>{methods}</md:KeyDescriptor>",
                BASE64.encode(certificate)
            )
        };
        // Said aloud, since many portals would seal by AES-CBC if it were not.
        let methods: String = [
            "http://www.w3.org/2009/xmlenc11#aes256-gcm",
            "http://www.w3.org/2009/xmlenc11#aes128-gcm",
            "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
        ]
        .map(|name| format!("<md:EncryptionMethod Algorithm=\"{name}\"/>"))
        .concat();
        let signing: String = signing.iter().map(|certificate| key("signing", certificate, "")).collect();
        let sealing: String = sealing.iter().map(|certificate| key("encryption", certificate, &methods)).collect();
        format!(
            "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" \
             xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"{}\"><md:SPSSODescriptor \
             AuthnRequestsSigned=\"true\" WantAssertionsSigned=\"true\" protocolSupportEnumeration=\"{PROTOCOL}\">\
             {signing}{sealing}<md:SingleLogoutService Binding=\"{REDIRECT}\" Location=\"{}\"/>\
             <md:AssertionConsumerService Binding=\"{POST}\" Location=\"{}\" index=\"0\" isDefault=\"true\"/>\
             </md:SPSSODescriptor></md:EntityDescriptor>",
            escaped(self.entity),
            escaped(self.logout),
            escaped(self.consumer)
        )
    }
}

/// The two bindings that are spoken.
pub(crate) const REDIRECT: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
pub(crate) const POST: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

impl Expectation<'_> {
    /// Whether the element says that the portal issued it.
    pub(crate) fn issued(&self, element: Node<'_, '_>) -> Result<(), Refusal> {
        let issuer = optional(element, ASSERTION, "Issuer")?.map(text).ok_or(Refusal::Missing("Issuer"))?;
        if issuer == self.provider.entity { Ok(()) } else { Err(Refusal::OtherIssuer(cut(&issuer))) }
    }

    /// Whether an instant from which on something is good has come, give or take what clocks differ.
    pub(crate) fn begun(&self, from: Option<i64>) -> Result<(), Refusal> {
        match from.map(|from| from.saturating_sub(self.now)) {
            Some(wait) if wait >= SKEW => Err(Refusal::TooEarly(wait)),
            _ => Ok(()),
        }
    }

    /// Whether an instant from which on something is no more good is still to come, give or take what clocks differ.
    pub(crate) fn lasts(&self, until: Option<i64>) -> Result<(), Refusal> {
        match until.map(|until| self.now.saturating_sub(until)) {
            Some(late) if late >= SKEW => Err(Refusal::Expired(late)),
            _ => Ok(()),
        }
    }
}

/// The element's version, which is that of all we know.
pub(crate) fn version(element: Node<'_, '_>) -> Result<(), Refusal> {
    if attribute(element, "Version") == Some("2.0") { Ok(()) } else { Err(Refusal::Version) }
}
