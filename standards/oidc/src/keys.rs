//! The keys that a portal publishes (RFC 7517), and which algorithm each may be used with.
use crate::{Claims, Refusal, SKEW, cut};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
    VerificationAlgorithm,
};
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

/// The signature algorithms that are believed. There is no other way to name one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of RFC 7518")]
pub enum Algorithm {
    Rs256,
    Rs384,
    Rs512,
    Ps256,
    Es256,
    Es384,
    EdDsa,
}

impl Algorithm {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Rs256, Self::Rs384, Self::Rs512, Self::Ps256, Self::Es256, Self::Es384, Self::EdDsa];

    /// Its name in a header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::EdDsa => "EdDSA",
        }
    }

    pub(crate) fn named(name: &str) -> Result<Self, Refusal> {
        let known = Self::ALL.into_iter().find(|algorithm| algorithm.name() == name);
        known.ok_or_else(|| match name {
            _ if name.eq_ignore_ascii_case("none") => Refusal::Unsigned,
            "HS256" | "HS384" | "HS512" => Refusal::Symmetric,
            _ => Refusal::UnknownAlgorithm(cut(name, 20)),
        })
    }
}

/// A portal's keys, and when they were read.
#[derive(Clone, Debug, Default)]
pub struct KeySet {
    keys: Vec<Key>,
    /// When the portal was last asked for them, whether or not it answered.
    pub fetched_at: i64,
}

/// The most keys of a set.
const KEYS: usize = 100;
/// How long before a portal is asked for its keys again: any forged token may name a key that nobody knows.
const PATIENCE: i64 = 60;

impl KeySet {
    /// Reads the document at [`Provider::jwks`](crate::Provider). Keys that are not for signing, or of a type that we
    /// do not accept, are left out.
    pub fn read(document: &[u8], fetched_at: i64) -> Result<Self, Refusal> {
        let document = Claims::read(document)?;
        if !document.has("keys") {
            return Err(Refusal::Missing("keys"));
        }
        let keys = document.values(&["keys"]);
        if keys.len() > KEYS {
            return Err(Refusal::TooLarge);
        }
        Ok(Self { keys: keys.into_iter().filter_map(Key::read).collect(), fetched_at })
    }

    /// Whether the portal may be asked for its keys, after [`Refusal::KeyUnknown`]: once a minute.
    pub fn may_fetch(&self, now: i64) -> bool {
        // A clock that went back must not close the door until it has caught up.
        now.saturating_sub(self.fetched_at) >= PATIENCE || self.fetched_at > now.saturating_add(SKEW)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The one key that may have made such a signature.
    pub(crate) fn find(&self, id: Option<&str>, algorithm: Algorithm) -> Result<&Key, Refusal> {
        let named: Vec<_> = self.keys.iter().filter(|key| id.is_none() || key.id.as_deref() == id).collect();
        let fitting: Vec<_> = named.iter().filter(|key| key.fits(algorithm)).collect();
        match (named.as_slice(), fitting.as_slice()) {
            ([], _) => Err(Refusal::KeyUnknown),
            (_, []) => Err(Refusal::KeyOfAnotherType),
            (_, [key]) => Ok(key),
            (_, [_, _, ..]) => Err(Refusal::KeyAmbiguous),
        }
    }
}

/// One public key.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    id: Option<String>,
    /// The only algorithm it is for, when it says so.
    only: Option<String>,
    public: Public,
}

#[derive(Clone, Debug)]
enum Public {
    Rsa(RsaPublicKeyComponents<Vec<u8>>),
    P256(Vec<u8>),
    P384(Vec<u8>),
    Ed25519(Vec<u8>),
}

impl Key {
    fn read(jwk: &Value) -> Option<Self> {
        let text = |name| jwk.get(name).and_then(Value::as_str);
        let bytes = |name| BASE64URL_NOPAD.decode(text(name)?.as_bytes()).ok();
        let sized = |name, size| bytes(name).filter(|bytes| bytes.len() == size);
        let point = |size| Some([vec![4], sized("x", size)?, sized("y", size)?].concat());
        let for_signing = text("use").is_none_or(|purpose| purpose == "sig");
        let verifies =
            jwk.get("key_ops").and_then(Value::as_array).is_none_or(|ops| ops.iter().any(|op| op == "verify"));
        if !(for_signing && verifies) {
            return None;
        }
        let public = match (text("kty")?, text("crv")) {
            ("RSA", _) => Public::Rsa(RsaPublicKeyComponents { n: trimmed(bytes("n")?), e: trimmed(bytes("e")?) }),
            ("EC", Some("P-256")) => Public::P256(point(32)?),
            ("EC", Some("P-384")) => Public::P384(point(48)?),
            ("OKP", Some("Ed25519")) => Public::Ed25519(sized("x", 32)?),
            _ => return None,
        };
        Some(Self { id: text("kid").map(str::to_owned), only: text("alg").map(str::to_owned), public })
    }

    fn fits(&self, algorithm: Algorithm) -> bool {
        self.only.as_deref().is_none_or(|only| only == algorithm.name()) && self.way(algorithm).is_some()
    }

    /// How a signature by this algorithm is verified with this key; none when they do not go together.
    fn way(&self, algorithm: Algorithm) -> Option<Way<'_>> {
        use Algorithm::{EdDsa, Es256, Es384, Ps256, Rs256, Rs384, Rs512};
        match (&self.public, algorithm) {
            (Public::Rsa(key), Rs256) => Some(Way::Rsa(key, &RSA_PKCS1_2048_8192_SHA256)),
            (Public::Rsa(key), Rs384) => Some(Way::Rsa(key, &RSA_PKCS1_2048_8192_SHA384)),
            (Public::Rsa(key), Rs512) => Some(Way::Rsa(key, &RSA_PKCS1_2048_8192_SHA512)),
            (Public::Rsa(key), Ps256) => Some(Way::Rsa(key, &RSA_PSS_2048_8192_SHA256)),
            (Public::P256(point), Es256) => Some(Way::Curve(point, &ECDSA_P256_SHA256_FIXED)),
            (Public::P384(point), Es384) => Some(Way::Curve(point, &ECDSA_P384_SHA384_FIXED)),
            (Public::Ed25519(point), EdDsa) => Some(Way::Curve(point, &ED25519)),
            _ => None,
        }
    }

    pub(crate) fn verify(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> Result<(), Refusal> {
        let held = match self.way(algorithm).ok_or(Refusal::KeyOfAnotherType)? {
            Way::Rsa(key, parameters) => key.verify(parameters, message, signature),
            Way::Curve(point, curve) => UnparsedPublicKey::new(curve, point).verify(message, signature),
        };
        held.map_err(|_| Refusal::Forged)
    }
}

enum Way<'a> {
    Rsa(&'a RsaPublicKeyComponents<Vec<u8>>, &'static RsaParameters),
    Curve(&'a [u8], &'static dyn VerificationAlgorithm),
}

/// Some portals write a number with zeros before it.
fn trimmed(number: Vec<u8>) -> Vec<u8> {
    number.into_iter().skip_while(|byte| *byte == 0).collect()
}
