//! Outside keys that say too much to be kept as they are: a national number, an e-mail address.
use data_encoding::HEXLOWER;
use kernel::PersonId;
use web::Secret;

/// The source and the key under which such a word is kept: nobody reads it back, and the same word of a feed and of a portal meet.
/// `kind` is `ine` (of the national number, the SHA-256 of it in capitals of hexadecimal, which is what portals give) or `courriel`.
pub fn sealed_key(secret: &Secret, kind: &str, word: &str) -> (String, String) {
    let sealed = secret.sign("outside-key", &[kind.as_bytes(), word.as_bytes()]);
    (kind.to_owned(), HEXLOWER.encode(&sealed))
}

/// What somebody is called by another program that this house leads to: it lasts, says nothing of them, and is another for each `place`
/// (a tool, a school). Nobody finds the person behind it without the house's secret.
pub fn opaque(secret: &Secret, place: &[&[u8]], person: PersonId) -> String {
    let person = person.bytes();
    let parts: Vec<&[u8]> = place.iter().copied().chain([&person[..]]).collect();
    HEXLOWER.encode(&secret.sign("opaque-name", &parts)[..16])
}
