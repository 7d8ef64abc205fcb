//! A portal for tests: it makes answers, signs them as asked, well or badly, and is believed by its metadata.
//!
//! The keys beside this file were made for these tests alone, and open nothing.
use crate::{
    Assertion, Expectation, Key, PrivateKey, Provider, Refusal, Service,
    algorithm::{ENVELOPED, EXCLUSIVE},
    c14n,
};
use aws_lc_rs::{
    digest::{SHA256, SHA384, SHA512, digest},
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, RSA_PKCS1_SHA256,
        RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RSA_PSS_SHA256, RsaEncoding, RsaKeyPair,
    },
};
use data_encoding::BASE64;
use roxmltree::Document;
use std::sync::LazyLock;

pub const RSA: &[u8] = include_bytes!("keys/portal-rsa.cert.der");
pub const P256: &[u8] = include_bytes!("keys/portal-p256.cert.der");
pub const P384: &[u8] = include_bytes!("keys/portal-p384.cert.der");
pub const OURS: &[u8] = include_bytes!("keys/service.cert.der");
pub const OUR_KEY: &[u8] = include_bytes!("keys/service.key.der");
const RSA_KEY: &[u8] = include_bytes!("keys/portal-rsa.key.der");
const P256_KEY: &[u8] = include_bytes!("keys/portal-p256.key.der");
const P384_KEY: &[u8] = include_bytes!("keys/portal-p384.key.der");

pub const PORTAL: &str = "https://portail.invalid/idp";
pub const SERVICE: Service<'_> = Service {
    entity: "https://service.invalid/saml",
    consumer: "https://service.invalid/saml/retour",
    logout: "https://service.invalid/saml/sortie",
};
/// 2026-11-28T08:30:00Z.
pub const NOW: i64 = 1_795_854_600_000;
/// The request that all answers answer.
pub const ASKED: &str = "_question-1";

/// The portal, with all its keys.
pub static PROVIDER: LazyLock<Provider> = LazyLock::new(|| Provider {
    entity: PORTAL.into(),
    sign_in: "https://portail.invalid/sso".into(),
    sign_in_post: None,
    logout: Some("https://portail.invalid/slo?de=service".into()),
    logout_answer: Some("https://portail.invalid/slo-fin".into()),
    keys: [RSA, P256, P384].map(|der| Key::from_certificate(der).unwrap()).to_vec(),
    unusable: vec![],
    valid_until: None,
});
pub static KEYS: LazyLock<[PrivateKey; 1]> = LazyLock::new(|| [PrivateKey::from_pkcs8(OUR_KEY).unwrap()]);

/// What is expected of the portal at this instant.
pub fn expectation(now: i64) -> Expectation<'static> {
    Expectation { provider: &PROVIDER, service: &SERVICE, keys: &KEYS[..], now }
}

/// Checks an answer, now.
pub fn check(xml: &str) -> Result<Assertion, Refusal> {
    expectation(NOW).response(xml, ASKED)
}

/// An assertion about Zoé Dùpônt, as a portal makes it.
pub fn assertion() -> String {
    r#"<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion-1" Version="2.0"
 IssueInstant="2026-11-28T08:29:58.500Z"><saml:Issuer>https://portail.invalid/idp</saml:Issuer><saml:Subject>
<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" NameQualifier="https://portail.invalid/idp"
 SPNameQualifier="https://service.invalid/saml">zoe-1</saml:NameID>
<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData
 InResponseTo="_question-1" Recipient="https://service.invalid/saml/retour" NotOnOrAfter="2026-11-28T08:35:00Z"/>
</saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="2026-11-28T08:29:00Z" NotOnOrAfter="2026-11-28T08:34:00Z"><saml:AudienceRestriction>
<saml:Audience>https://service.invalid/saml</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="2026-11-28T08:00:00Z" SessionIndex="_session-1"><saml:AuthnContext>
<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef>
</saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>
<saml:Attribute Name="urn:oid:2.5.4.4" FriendlyName="sn"><saml:AttributeValue>Dùpônt &amp; fils</saml:AttributeValue>
</saml:Attribute></saml:AttributeStatement></saml:Assertion>"#
        .into()
}

/// An answer that says this.
pub fn response(content: &str) -> String {
    format!(
        r#"<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" ID="_response-1" Version="2.0"
 IssueInstant="2026-11-28T08:29:59Z" InResponseTo="_question-1"
 Destination="https://service.invalid/saml/retour"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
>https://portail.invalid/idp</saml:Issuer><samlp:Status><samlp:StatusCode
 Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>{content}</samlp:Response>"#
    )
}

/// By what a signature is made.
#[derive(Clone, Copy)]
pub enum By {
    Rsa256,
    Rsa384,
    Rsa512,
    Pss,
    P256,
    P384,
    /// Somebody else's RSA key.
    Stranger,
}

impl By {
    /// The names of its algorithm and its digest.
    pub fn names(self) -> (&'static str, &'static str) {
        let (sha256, sha384) =
            ("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#sha384");
        match self {
            Self::Rsa256 | Self::Stranger => ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", sha256),
            Self::Rsa384 => ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", sha384),
            Self::Rsa512 => {
                let sha512 = "http://www.w3.org/2001/04/xmlenc#sha512";
                ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", sha512)
            }
            Self::Pss => ("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", sha256),
            Self::P256 => ("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", sha256),
            Self::P384 => ("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", sha384),
        }
    }

    pub fn sign(self, bytes: &[u8]) -> Vec<u8> {
        let rsa = |key: &[u8], encoding: &'static dyn RsaEncoding| {
            let key = RsaKeyPair::from_pkcs8(key).unwrap();
            let mut signature = vec![0; key.public_modulus_len()];
            key.sign(encoding, &SystemRandom::new(), bytes, &mut signature).unwrap();
            signature
        };
        let point = |key, algorithm| {
            let key = EcdsaKeyPair::from_pkcs8(algorithm, key).unwrap();
            key.sign(&SystemRandom::new(), bytes).unwrap().as_ref().to_vec()
        };
        match self {
            Self::Rsa256 => rsa(RSA_KEY, &RSA_PKCS1_SHA256),
            Self::Rsa384 => rsa(RSA_KEY, &RSA_PKCS1_SHA384),
            Self::Rsa512 => rsa(RSA_KEY, &RSA_PKCS1_SHA512),
            Self::Pss => rsa(RSA_KEY, &RSA_PSS_SHA256),
            Self::P256 => point(P256_KEY, &ECDSA_P256_SHA256_FIXED_SIGNING),
            Self::P384 => point(P384_KEY, &ECDSA_P384_SHA384_FIXED_SIGNING),
            Self::Stranger => rsa(OUR_KEY, &RSA_PKCS1_SHA256),
        }
    }

    fn digest(self, bytes: &[u8]) -> String {
        let algorithm = match self {
            Self::Rsa384 | Self::P384 => &SHA384,
            Self::Rsa512 => &SHA512,
            _ => &SHA256,
        };
        BASE64.encode(digest(algorithm, bytes).as_ref())
    }
}

/// Where a signature is to be: just behind the issuer of this element.
fn place(document: &str, id: &str) -> usize {
    let parsed = Document::parse(document).unwrap();
    let element = parsed.descendants().find(|node| node.attribute("ID") == Some(id)).unwrap();
    element.first_element_child().unwrap().range().end
}

/// The document, the element of this identifier signed; with a `PrefixList` of `xs` where it mentions `PrefixList-xs`.
pub fn signed(document: &str, id: &str, by: By) -> String {
    signed_as(document, id, by, |info| info)
}

/// The same, what is signed first made worse.
pub fn signed_as(document: &str, id: &str, by: By, spoil: impl Fn(String) -> String) -> String {
    let parsed = Document::parse(document).unwrap();
    let element = parsed.descendants().find(|node| node.attribute("ID") == Some(id)).unwrap();
    let prefixed = document.contains("PrefixList-xs");
    let digest = by.digest(c14n::of(element, None, if prefixed { &["xs"] } else { &[] }).unwrap().as_bytes());
    let list = format!(r#"<ec:InclusiveNamespaces xmlns:ec="{EXCLUSIVE}" PrefixList="xs"/>"#);
    let (algorithm, digest_name) = by.names();
    let info = spoil(format!(
        r##"<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="{EXCLUSIVE}"/>
<ds:SignatureMethod Algorithm="{algorithm}"/><ds:Reference URI="#{id}">
<ds:Transforms><ds:Transform Algorithm="{ENVELOPED}"/><ds:Transform
 Algorithm="{EXCLUSIVE}">{}</ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="{digest_name}"/>
<ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>"##,
        if prefixed { &list } else { "" },
    ));
    let signature = format!(
        r#"<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">{info}
<ds:SignatureValue>VALUE</ds:SignatureValue>
<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"#,
        BASE64.encode(OURS)
    );
    let at = place(document, id);
    let whole = format!("{}{signature}{}", &document[..at], &document[at..]);
    let parsed = Document::parse(&whole).unwrap();
    let info = parsed
        .descendants()
        .find(|node| node.tag_name().name() == "SignedInfo" && node.parent_element().unwrap().range().start == at);
    let value = by.sign(c14n::of(info.unwrap(), None, &[]).unwrap().as_bytes());
    whole.replace("VALUE", &BASE64.encode(&value))
}

/// The best answer there is: the assertion signed, then all of it.
pub fn good() -> String {
    static GOOD: LazyLock<String> = LazyLock::new(|| signed(&plain(), "_response-1", By::Rsa256));
    GOOD.clone()
}

/// An answer of which the assertion alone is signed.
pub fn plain() -> String {
    static PLAIN: LazyLock<String> = LazyLock::new(|| response(&signed(&assertion(), "_assertion-1", By::Rsa256)));
    PLAIN.clone()
}
