//! The second step: six digits of an application (TOTP, RFC 6238), or a recovery code. The secret is worked out from a salt and
//! the server's secret: who steals the database has no code.
use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use kernel::{Id, Moment, PersonId};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use totp_rs::{Builder, Totp};
use web::Secret;

/// How many recovery codes one gets.
const RECOVERY: u8 = 8;
/// How long one may take between the password and the code, in minutes.
const STEP: i64 = 5;

/// The secret shared with the application.
pub fn shared(secret: &Secret, person: PersonId, salt: &[u8]) -> Vec<u8> {
    secret.sign("totp", &[&person.bytes(), salt])[..20].to_vec()
}

fn totp(shared: Vec<u8>) -> Totp {
    Builder::new().with_secret(shared).build_noncompliant()
}

/// The secret in letters, by fours, for those who type it.
pub fn letters(shared: &[u8]) -> String {
    let text = BASE32_NOPAD.encode(shared);
    text.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

/// What the QR code says to the application.
pub fn address(shared: &[u8], login: &str) -> String {
    let login: String = login.chars().filter(|c| c.is_ascii_alphanumeric() || ".-_@".contains(*c)).collect();
    format!("otpauth://totp/Preau:{login}?secret={}&issuer=Preau", BASE32_NOPAD.encode(shared))
}

/// The step whose code this is, now or one step away; each is to be used once.
pub fn step(shared: Vec<u8>, code: &str, now: Moment) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let seconds = u64::try_from(now.0 / 1_000).unwrap_or(0);
    totp(shared).check(&digits, seconds).and_then(|step| i64::try_from(step).ok())
}

/// The code of this instant.
pub fn code_at(shared: Vec<u8>, now: Moment) -> String {
    totp(shared).generate(u64::try_from(now.0 / 1_000).unwrap_or(0)).to_string()
}

/// Recovery codes out of this chance, `mfrk-2q7a`: forty bits each, tried one by one and slowly.
pub fn recovery(secret: &[u8; 32]) -> Vec<String> {
    let code = |n: u8| {
        let text = BASE32_NOPAD.encode(&Sha256::digest([&secret[..], &[n]].concat())[..5]).to_lowercase();
        format!("{}-{}", &text[..4], &text[4..])
    };
    (0..RECOVERY).map(code).collect()
}

/// What the database keeps of a recovery code.
pub fn recovery_digest(secret: &Secret, person: PersonId, code: &str) -> [u8; 32] {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    secret.sign("recovery", &[&person.bytes(), plain.as_bytes()])
}

/// The cookie of one whose password was right: who, until when, and whether the device is their own. It opens nothing by itself.
pub fn ticket(secret: &Secret, person: PersonId, own: bool, now: Moment) -> String {
    let mut said = person.bytes().to_vec();
    said.extend(now.plus_minutes(STEP).0.to_be_bytes());
    said.push(u8::from(own));
    let seal = secret.sign("step", &[&said]);
    format!("{}.{}", BASE64URL_NOPAD.encode(&said), BASE64URL_NOPAD.encode(&seal))
}

/// Whose ticket this is, if it is ours and still good; and whether the device is their own.
pub fn read_ticket(secret: &Secret, ticket: &str, now: Moment) -> Option<(PersonId, bool)> {
    let (said, seal) = ticket.split_once('.')?;
    let [said, seal] = [said, seal].map(|part| BASE64URL_NOPAD.decode(part.as_bytes()).ok());
    let (said, seal) = (said?, seal?);
    if !bool::from(secret.sign("step", &[&said]).ct_eq(&seal)) || said.len() != 25 {
        return None;
    }
    let until = Moment(i64::from_be_bytes(said[16..24].try_into().ok()?));
    (until > now).then_some((Id::from_bytes(&said[..16])?, said[24] == 1))
}

#[cfg(test)]
mod tests {
    use super::{code_at, read_ticket, step, ticket};
    use kernel::{Id, Moment, Seeded};
    use web::Secret;

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: the secret "12345678901234567890" at 59 s.
        let shared = b"12345678901234567890".to_vec();
        assert_eq!(code_at(shared.clone(), Moment(59_000)), "287082");
        assert_eq!(step(shared.clone(), "287 082", Moment(59_000)), Some(1));
        assert_eq!(step(shared.clone(), "287082", Moment(89_000)), Some(1), "one step late");
        assert_eq!(step(shared, "287082", Moment(129_000)), None, "too late");
    }

    #[test]
    fn a_ticket_is_ours_and_short_lived() {
        let (secret, person) = (Secret::new([1; 32]), Id::new(Moment(0), &Seeded::new(1)));
        let good = ticket(&secret, person, true, Moment(0));
        assert_eq!(read_ticket(&secret, &good, Moment(299_999)), Some((person, true)));
        assert_eq!(read_ticket(&secret, &good, Moment(300_000)), None);
        assert_eq!(read_ticket(&Secret::new([2; 32]), &good, Moment(0)), None);
        assert_eq!(read_ticket(&secret, &good.replace('A', "B"), Moment(0)), None);
    }
}
