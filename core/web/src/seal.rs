//! Secrets that must be read back (another server's shared secret), as they are kept: sealed, so that whoever has the database
//! or a backup of it has nothing. What need only be compared is never kept at all: a digest is ([`Secret::sign`]).
use crate::Secret;
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use kernel::Chance;

/// How a sealed secret begins: which way it was sealed.
const FIRST_WAY: u8 = 1;

impl Secret {
    /// Seals a secret for one `purpose` and for what it belongs to (`bound`: a host, a row). It is opened by the same server's secret,
    /// purpose and `bound` alone: what is moved to another row or host opens there no more. AES-256-GCM, a fresh nonce each time.
    pub fn seal(&self, purpose: &str, bound: &[&[u8]], plain: &[u8], chance: &dyn Chance) -> Vec<u8> {
        let mut nonce = [0; NONCE_LEN];
        chance.fill(&mut nonce);
        let mut text = plain.to_vec();
        let aad = self.sign("seal-bound", bound);
        let sealed = self.sealing(purpose).seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(aad),
            &mut text,
        );
        sealed.unwrap_or_else(|_| unreachable!("a short text is always sealed"));
        [&[FIRST_WAY][..], &nonce, &text].concat()
    }

    /// What was sealed; nothing when it was sealed by another secret, for something else, or was changed since.
    pub fn open(&self, purpose: &str, bound: &[&[u8]], sealed: &[u8]) -> Option<Vec<u8>> {
        let (way, rest) = sealed.split_first()?;
        let (nonce, text) = rest.split_at_checked(NONCE_LEN)?;
        if *way != FIRST_WAY {
            return None;
        }
        let (nonce, aad) = (Nonce::try_assume_unique_for_key(nonce).ok()?, self.sign("seal-bound", bound));
        let mut text = text.to_vec();
        let plain = self.sealing(purpose).open_in_place(nonce, Aad::from(aad), &mut text).ok()?;
        Some(plain.to_vec())
    }

    /// The key of one purpose.
    fn sealing(&self, purpose: &str) -> LessSafeKey {
        let key = self.sign("seal", &[purpose.as_bytes()]);
        let key = UnboundKey::new(&AES_256_GCM, &key).unwrap_or_else(|_| unreachable!("the key has 32 bytes"));
        LessSafeKey::new(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Seeded;

    #[test]
    fn a_sealed_secret_is_opened_for_what_it_belongs_to_and_nothing_else() {
        let (secret, chance) = (Secret::new([7; 32]), Seeded::new(1));
        let sealed = secret.seal("visio", &[b"https://a.example"], b"s3cret", &chance);
        assert!(!sealed.windows(6).any(|some| some == b"s3cret"));
        let open =
            |secret: &Secret, purpose, bound: &str, sealed: &[u8]| secret.open(purpose, &[bound.as_bytes()], sealed);
        assert_eq!(open(&secret, "visio", "https://a.example", &sealed).as_deref(), Some(&b"s3cret"[..]));
        assert_eq!(open(&secret, "visio", "https://b.example", &sealed), None, "another host");
        assert_eq!(open(&secret, "feed", "https://a.example", &sealed), None, "another purpose");
        assert_eq!(open(&Secret::new([8; 32]), "visio", "https://a.example", &sealed), None, "another server");
        for at in 0..sealed.len() {
            let mut bent = sealed.clone();
            bent[at] ^= 1;
            assert_eq!(open(&secret, "visio", "https://a.example", &bent), None, "byte {at}");
        }
        assert_eq!(open(&secret, "visio", "https://a.example", b""), None);
        assert_ne!(secret.seal("visio", &[b"https://a.example"], b"s3cret", &chance), sealed, "never the same twice");
    }
}
