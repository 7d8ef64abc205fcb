//! Keys: those of a portal, by which it is believed, and our own.
use crate::{
    Refusal,
    algorithm::{Algorithm, Kind},
};
use aws_lc_rs::{
    rand::SystemRandom,
    rsa::{OaepPrivateDecryptingKey, PrivateDecryptingKey, PublicEncryptingKey},
    signature::{
        ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey,
        VerificationAlgorithm,
    },
};
use x509_cert::{
    Certificate,
    der::{Decode, Encode},
};

/// A portal's public key, out of a certificate that an operator pinned by its metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    kind: Kind,
    /// `SubjectPublicKeyInfo`.
    spki: Vec<u8>,
    /// Until when the certificate says that it is good. The key is believed beyond: it is pinned, and no authority
    /// stands behind it; but this tells when the portal will change it.
    pub not_after: i64,
}

impl Key {
    /// The key of a certificate in DER: RSA of 2048 bits or more, or a point of P-256 or P-384.
    pub fn from_certificate(der: &[u8]) -> Result<Self, Refusal> {
        let certificate = Certificate::from_der(der).map_err(|_| Refusal::NotACertificate)?;
        let certificate = certificate.tbs_certificate();
        let spki = certificate.subject_public_key_info().to_der().map_err(|_| Refusal::NotACertificate)?;
        let kind = kind(&spki).ok_or(Refusal::WeakKey)?;
        let not_after = certificate.validity().not_after.to_unix_duration().as_millis();
        Ok(Self { kind, spki, not_after: i64::try_from(not_after).unwrap_or(i64::MAX) })
    }

    /// Whether this key made the signature.
    pub(crate) fn made(&self, signature: &[u8], signed: &str, (kind, algorithm): Algorithm) -> bool {
        let key = UnparsedPublicKey::new(algorithm, &self.spki);
        kind == self.kind && key.verify(signed.as_bytes(), signature).is_ok()
    }
}

fn kind(spki: &[u8]) -> Option<Kind> {
    let is_on = |curve: &'static dyn VerificationAlgorithm| UnparsedPublicKey::new(curve, spki).parse().is_ok();
    if is_on(&ECDSA_P256_SHA256_FIXED) {
        return Some(Kind::P256);
    }
    if is_on(&ECDSA_P384_SHA384_FIXED) {
        return Some(Kind::P384);
    }
    let bits = PublicEncryptingKey::from_der(spki).ok()?.key_size_bits();
    (2048..=8192).contains(&bits).then_some(Kind::Rsa)
}

/// Our own RSA key: it signs what we send, and opens what was sealed for us. One may do both, or there is one for each.
#[derive(Debug)]
pub struct PrivateKey {
    signing: RsaKeyPair,
    pub(crate) opening: OaepPrivateDecryptingKey,
}

impl PrivateKey {
    /// A key of 2048 bits or more, in DER (PKCS#8).
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, Refusal> {
        let signing = RsaKeyPair::from_pkcs8(der).map_err(|_| Refusal::WeakKey)?;
        let opening = PrivateDecryptingKey::from_pkcs8(der).and_then(|key| Ok(OaepPrivateDecryptingKey::new(key)?));
        Ok(Self { signing, opening: opening.map_err(|_| Refusal::WeakKey)? })
    }

    /// A signature by RSA-SHA256. This scheme takes nothing from chance.
    pub(crate) fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
        let mut signature = vec![0; self.signing.public_modulus_len()];
        let signed = self.signing.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), bytes, &mut signature);
        signed.map(|()| signature).map_err(|_| Refusal::NotSigned)
    }
}
