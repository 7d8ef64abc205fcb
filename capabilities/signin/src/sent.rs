//! A code sent to somebody's own channel in the place of a forgotten password: six digits, worked out from an id and the server's
//! secret. Who steals the database, or reads the queue, has no code.
use data_encoding::BASE64URL_NOPAD;
use kernel::{Id, Moment};
use subtle::ConstantTimeEq;
use web::Secret;

/// What the id of a code names.
#[derive(Debug)]
pub enum SentKind {}
/// The id of a code.
pub type SentId = Id<SentKind>;

/// The code: `042718`.
pub fn code(secret: &Secret, id: SentId) -> String {
    let signed = secret.sign("forgot-code", &[&id.bytes()]);
    let drawn = signed.iter().take(8).fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
    format!("{:06}", drawn % 1_000_000)
}

/// Whether this is the code, in the same time whatever it is; spaces do not count.
pub fn is_code(secret: &Secret, id: SentId, typed: &str) -> bool {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    code(secret, id).as_bytes().ct_eq(digits.as_bytes()).into()
}

/// The cookie of a browser that asked for a code: which, until when, and for which user name, as it was typed. It opens nothing.
pub fn ticket(secret: &Secret, id: SentId, login: &str, until: Moment) -> String {
    let said = [&id.bytes()[..], &until.0.to_be_bytes(), login.as_bytes()].concat();
    let seal = secret.sign("forgot", &[&said]);
    format!("{}.{}", BASE64URL_NOPAD.encode(&said), BASE64URL_NOPAD.encode(&seal))
}

/// The code that was asked for with this ticket and the user name that was typed, if it is ours and still good.
pub fn read_ticket(secret: &Secret, ticket: &str, now: Moment) -> Option<(SentId, String)> {
    let (said, seal) = ticket.split_once('.')?;
    let [said, seal] = [said, seal].map(|part| BASE64URL_NOPAD.decode(part.as_bytes()).ok());
    let (said, seal) = (said?, seal?);
    if !bool::from(secret.sign("forgot", &[&said]).ct_eq(&seal)) {
        return None;
    }
    let (id, rest) = said.split_at_checked(16)?;
    let (until, login) = rest.split_at_checked(8)?;
    let until = Moment(i64::from_be_bytes(until.try_into().ok()?));
    let login = String::from_utf8(login.to_vec()).ok()?;
    (until > now).then_some((Id::from_bytes(id)?, login))
}

#[cfg(test)]
mod tests {
    use super::{code, is_code, read_ticket, ticket};
    use kernel::{Id, Moment, Seeded};
    use web::Secret;

    #[test]
    fn a_code_has_six_digits_and_is_of_this_server_alone() {
        let (chance, secret) = (Seeded::new(1), Secret::new([1; 32]));
        for _ in 0..200 {
            let id = Id::new(Moment(0), &chance);
            let said = code(&secret, id);
            assert!(said.len() == 6 && said.bytes().all(|b| b.is_ascii_digit()), "{said}");
            assert!(is_code(&secret, id, &format!("{} {}", &said[..3], &said[3..])) && !is_code(&secret, id, ""));
            assert!(!is_code(&secret, Id::new(Moment(0), &chance), &said) || said == "000000");
        }
    }

    #[test]
    fn a_ticket_says_what_was_asked_until_its_time() {
        let (secret, id) = (Secret::new([1; 32]), Id::new(Moment(0), &Seeded::new(1)));
        let good = ticket(&secret, id, "c.auvray", Moment(600_000));
        assert_eq!(read_ticket(&secret, &good, Moment(599_999)), Some((id, "c.auvray".to_owned())));
        assert_eq!(read_ticket(&secret, &good, Moment(600_000)), None, "past");
        assert_eq!(read_ticket(&Secret::new([2; 32]), &good, Moment(0)), None, "another server's");
        assert_eq!(read_ticket(&secret, &format!("A{good}"), Moment(0)), None, "bent");
        assert_eq!(read_ticket(&secret, ".", Moment(0)), None);
    }
}
