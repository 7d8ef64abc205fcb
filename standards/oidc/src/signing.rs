//! A key of ours, to say who we are to a portal.
use crate::{KeySet, Refusal};
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{KeyPair, RSA_PKCS1_SHA256, RsaKeyPair, RsaPublicKeyComponents};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value, json};

/// A private RSA key, which signs by RS256. Its name (`kid`) is its thumbprint (RFC 7638), so it needs no other.
pub struct SigningKey {
    pair: RsaKeyPair,
    id: String,
}

impl SigningKey {
    /// Reads a key of 2,048 to 8,192 bits in PEM or DER, as PKCS #8 or PKCS #1.
    pub fn read(key: &[u8]) -> Result<Self, Refusal> {
        let der = if key.starts_with(b"-----") { of_pem(key).ok_or(Refusal::BadKey)? } else { key.to_vec() };
        let pair = RsaKeyPair::from_pkcs8(&der).or_else(|_| RsaKeyPair::from_der(&der)).map_err(|_| Refusal::BadKey)?;
        let (n, e) = components(&pair);
        let id = BASE64URL_NOPAD
            .encode(digest(&SHA256, json!({"e": e, "kty": "RSA", "n": n}).to_string().as_bytes()).as_ref());
        Ok(Self { pair, id })
    }

    /// The key's name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// A token that says this, signed.
    pub fn sign(&self, claims: &Value) -> Result<String, Refusal> {
        let header = json!({"alg": "RS256", "typ": "JWT", "kid": self.id});
        let encoded = |part: &Value| BASE64URL_NOPAD.encode(part.to_string().as_bytes());
        let message = format!("{}.{}", encoded(&header), encoded(claims));
        let mut signature = vec![0; self.pair.public_modulus_len()];
        // This kind of signature takes no chance: the argument is not used.
        self.pair
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message.as_bytes(), &mut signature)
            .map_err(|_| Refusal::BadKey)?;
        Ok(format!("{message}.{}", BASE64URL_NOPAD.encode(&signature)))
    }

    /// Who we are, said to this audience, for two minutes (RFC 7523). `unique` is random and never used twice.
    pub fn assertion(&self, client: &str, audience: &str, unique: &str, now: i64) -> Result<String, Refusal> {
        let until = now.saturating_add(120);
        self.sign(&json!({"iss": client, "sub": client, "aud": audience, "jti": unique, "iat": now, "exp": until}))
    }

    /// The public half, as a JWK.
    pub fn public(&self) -> Value {
        let (n, e) = components(&self.pair);
        json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.id, "n": n, "e": e})
    }
}

impl KeySet {
    /// The document by which others know our keys: the one in use, and those still to come or hardly gone.
    pub fn published(keys: &[&SigningKey]) -> Value {
        json!({"keys": keys.iter().map(|key| key.public()).collect::<Vec<_>>()})
    }
}

fn components(pair: &RsaKeyPair) -> (String, String) {
    let public = RsaPublicKeyComponents::<Vec<u8>>::from(pair.public_key());
    (BASE64URL_NOPAD.encode(&public.n), BASE64URL_NOPAD.encode(&public.e))
}

/// The key between `BEGIN` and `END`. One under a password says so in its first line, and is no key to us.
fn of_pem(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?.trim();
    ["PRIVATE KEY", "RSA PRIVATE KEY"].into_iter().find_map(|kind| {
        let body =
            text.strip_prefix(&format!("-----BEGIN {kind}-----"))?.strip_suffix(&format!("-----END {kind}-----"))?;
        BASE64.decode(body.split_ascii_whitespace().collect::<String>().as_bytes()).ok()
    })
}
