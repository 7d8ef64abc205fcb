//! The algorithms that are believed, by the names that XML Signature gives them. There is no other way to name one.
use crate::Refusal;
use aws_lc_rs::{
    digest::{self, SHA256, SHA384, SHA512},
    signature::{
        ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
        RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256, VerificationAlgorithm,
    },
};

/// What a key is: each algorithm is of one kind, whatever the message would like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Rsa,
    P256,
    P384,
}

/// A signature algorithm, and the kind of key it takes.
pub(crate) type Algorithm = (Kind, &'static dyn VerificationAlgorithm);

/// What our own signatures are made with.
pub(crate) const RSA_SHA256: &str = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
/// The transform that leaves the signature itself out.
pub(crate) const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
/// The only canonicalisation.
pub(crate) const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";

/// The signature algorithm of this name.
pub(crate) fn signature(name: &str) -> Result<Algorithm, Refusal> {
    Ok(match name {
        RSA_SHA256 => (Kind::Rsa, &RSA_PKCS1_2048_8192_SHA256),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => (Kind::Rsa, &RSA_PKCS1_2048_8192_SHA384),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => (Kind::Rsa, &RSA_PKCS1_2048_8192_SHA512),
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1" => (Kind::Rsa, &RSA_PSS_2048_8192_SHA256),
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" => (Kind::P256, &ECDSA_P256_SHA256_FIXED),
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384" => (Kind::P384, &ECDSA_P384_SHA384_FIXED),
        other => return Err(unknown(other)),
    })
}

/// The digest of this name.
pub(crate) fn digest(name: &str) -> Result<&'static digest::Algorithm, Refusal> {
    Ok(match name {
        "http://www.w3.org/2001/04/xmlenc#sha256" => &SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => &SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => &SHA512,
        other => return Err(unknown(other)),
    })
}

/// SHA-1 has a refusal of its own: there are portals that still sign with it, and they can be reached by another
/// protocol.
fn unknown(name: &str) -> Refusal {
    if name.to_ascii_lowercase().contains("sha1") { Refusal::Sha1 } else { Refusal::algorithm(name) }
}
