//! What is remembered of a form that was answered: where it led.
use crate::House;
use data_encoding::BASE64URL_NOPAD;

/// Where a form led, as it is remembered: sealed, since an address may itself open something (a family's letter).
pub fn remembered(house: &House, key: &[u8; 32], location: &str) -> String {
    let sealed = house.secret.seal("once", &[key], location.as_bytes(), &*house.chance);
    BASE64URL_NOPAD.encode(&sealed)
}

/// Where the first sending of a form led. What an earlier version remembered is not sealed: it begins with a slash.
pub fn led(house: &House, key: &[u8; 32], kept: String) -> String {
    let sealed = BASE64URL_NOPAD.decode(kept.as_bytes()).ok();
    let opened = sealed.and_then(|sealed| house.secret.open("once", &[key], &sealed));
    opened.and_then(|location| String::from_utf8(location).ok()).unwrap_or(kept)
}
