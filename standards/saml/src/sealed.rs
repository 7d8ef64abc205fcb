//! What was sealed for us (XML Encryption): RSA-OAEP for the key, AES-GCM for the content.
//!
//! AES-CBC and RSA of PKCS#1 1.5 are refused: whoever may try often can read what they seal.
use crate::{
    PrivateKey, Refusal,
    binding::base64,
    refusal::cut,
    xml::{self, ENCRYPTION, MESSAGE, SIGNATURE, attribute, escaped, is, optional, required, said, text},
};
use aws_lc_rs::{
    aead::{AES_128_GCM, AES_256_GCM, Aad, Algorithm, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    rsa::{OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepAlgorithm},
};
use roxmltree::Node;

/// For how many recipients something may be sealed: each key of ours is tried on each.
const MOST_RECIPIENTS: usize = 4;

/// Opens an `EncryptedAssertion` or an `EncryptedID`. What was in it is given within an element `opened`, in which the
/// namespaces are those of the place it came from.
pub(crate) fn opened(sealed: Node<'_, '_>, keys: &[PrivateKey]) -> Result<String, Refusal> {
    let data = required(sealed, ENCRYPTION, "EncryptedData")?;
    let algorithm = match said(required(data, ENCRYPTION, "EncryptionMethod")?, "Algorithm")? {
        "http://www.w3.org/2009/xmlenc11#aes128-gcm" => &AES_128_GCM,
        "http://www.w3.org/2009/xmlenc11#aes256-gcm" => &AES_256_GCM,
        cbc if cbc.ends_with("-cbc") => return Err(Refusal::Cbc),
        other => return Err(Refusal::algorithm(other)),
    };
    let content = content(data)?;
    let recipients = sealed.descendants().filter(|node| is(*node, ENCRYPTION, "EncryptedKey"));
    for recipient in recipients.take(MOST_RECIPIENTS) {
        let (oaep, wrapped) = (oaep(recipient)?, self::content(recipient)?);
        for key in keys {
            let mut room = vec![0; key.opening.min_output_size()];
            let Ok(secret) = key.opening.decrypt(oaep, &wrapped, &mut room, None) else { continue };
            if let Some(plain) = unlocked(algorithm, secret, &content) {
                let piece = str::from_utf8(&plain).map_err(|_| Refusal::NotText)?;
                return Ok(format!("<opened{}>{}</opened>", namespaces(sealed), xml::bounded(piece, MESSAGE)?));
            }
        }
    }
    Err(Refusal::Sealed)
}

/// The bytes of an `EncryptedData` or `EncryptedKey`.
fn content(sealed: Node<'_, '_>) -> Result<Vec<u8>, Refusal> {
    let data = required(sealed, ENCRYPTION, "CipherData")?;
    base64(&text(required(data, ENCRYPTION, "CipherValue")?))
}

/// How a key is wrapped. Both digests of OAEP are the same one, since that is what the library can do; SHA-1 is no
/// weakness there.
fn oaep(recipient: Node<'_, '_>) -> Result<&'static OaepAlgorithm, Refusal> {
    const NAMED: &str = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    const FREE: &str = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
    const FREE_NS: &str = "http://www.w3.org/2009/xmlenc11#";
    let method = required(recipient, ENCRYPTION, "EncryptionMethod")?;
    let digest = optional(method, SIGNATURE, "DigestMethod")?.and_then(|digest| attribute(digest, "Algorithm"));
    let mask = optional(method, FREE_NS, "MGF")?.and_then(|mask| attribute(mask, "Algorithm"));
    let digest = digest.unwrap_or("http://www.w3.org/2000/09/xmldsig#sha1");
    let mask = mask.unwrap_or("http://www.w3.org/2009/xmlenc11#mgf1sha1");
    match (said(method, "Algorithm")?, digest, mask) {
        (NAMED | FREE, "http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2009/xmlenc11#mgf1sha1") => {
            Ok(&OAEP_SHA1_MGF1SHA1)
        }
        (FREE, "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2009/xmlenc11#mgf1sha256") => {
            Ok(&OAEP_SHA256_MGF1SHA256)
        }
        (name, digest, mask) => Err(Refusal::Algorithm(cut(&format!("{name} {digest} {mask}")))),
    }
}

/// What AES-GCM locked: the nonce first, the tag last.
fn unlocked(algorithm: &'static Algorithm, secret: &[u8], content: &[u8]) -> Option<Vec<u8>> {
    let key = LessSafeKey::new(UnboundKey::new(algorithm, secret).ok()?);
    let (nonce, locked) = content.split_at_checked(NONCE_LEN)?;
    let mut room = locked.to_vec();
    let plain = key.open_in_place(Nonce::try_assume_unique_for_key(nonce).ok()?, Aad::empty(), &mut room).ok()?;
    Some(plain.to_vec())
}

/// The declarations in force at this place.
fn namespaces(node: Node<'_, '_>) -> String {
    let declared = node.namespaces().map(|one| match one.name() {
        Some(prefix) => format!(" xmlns:{prefix}=\"{}\"", escaped(one.uri())),
        None => format!(" xmlns=\"{}\"", escaped(one.uri())),
    });
    declared.collect()
}
