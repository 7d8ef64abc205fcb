//! Passwords: slow on purpose (argon2id), hence worked out before the transaction, few at a time.
use crate::store;
use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::BASE64_NOPAD;
use kernel::{Chance, Moment, PersonId};
use std::{future::Future, pin::Pin, sync::Arc, time::Duration};
use store::guess::Key;
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;
use web::{Error, Form, House, Result};

/// The fewest letters of a password.
pub const SHORTEST: usize = 12;
/// The longest that is looked at.
const LONGEST: usize = 200;

/// The password could not be worked on.
#[derive(Debug, thiserror::Error)]
#[error("argon2 refused: {0}")]
pub struct HashError(argon2::Error);

/// The digest of a password, as argon2id writes it (PHC): 19 MiB, two passes, as OWASP advises.
pub fn hash_password(password: &str, chance: &dyn Chance) -> std::result::Result<String, HashError> {
    let mut salt = [0; 16];
    chance.fill(&mut salt);
    let params = Params::DEFAULT;
    let digest = digest(password, &salt, &params).map_err(HashError)?;
    let (m, t, p) = (params.m_cost(), params.t_cost(), params.p_cost());
    let (salt, digest) = (BASE64_NOPAD.encode(&salt), BASE64_NOPAD.encode(&digest));
    Ok(format!("$argon2id$v=19$m={m},t={t},p={p}${salt}${digest}"))
}

fn digest(password: &str, salt: &[u8], params: &Params) -> std::result::Result<[u8; 32], argon2::Error> {
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone()).hash_password_into(
        password.as_bytes(),
        salt,
        &mut out,
    )?;
    Ok(out)
}

/// Whether this is the password behind `phc`. Without one, the same time goes by and the answer is no.
fn verify(password: &str, phc: Option<&str>) -> bool {
    let known = phc.and_then(parse);
    let (params, salt, wanted) = known.unwrap_or((Params::DEFAULT, vec![0; 16], vec![0; 32]));
    let found = digest(password, &salt, &params);
    let same = found.is_ok_and(|found| found.ct_eq(&wanted).into());
    same && phc.is_some()
}

/// Costs, salt and digest of a PHC string.
fn parse(phc: &str) -> Option<(Params, Vec<u8>, Vec<u8>)> {
    let mut parts = phc.strip_prefix("$argon2id$v=19$")?.split('$');
    let costs = parts.next()?;
    let cost = |name: &str| -> Option<u32> {
        costs.split(',').find_map(|cost| cost.strip_prefix(name)?.strip_prefix('=')?.parse().ok())
    };
    let params = Params::new(cost("m")?, cost("t")?, cost("p")?, None).ok()?;
    let [salt, digest] = [parts.next()?, parts.next()?].map(|part| BASE64_NOPAD.decode(part.as_bytes()).ok());
    Some((params, salt?, digest?))
}

/// A user name as it was meant.
pub fn login(typed: &str) -> String {
    typed.trim().to_lowercase().chars().take(60).collect()
}

/// Why a password cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPassword {
    /// Too short.
    Short,
    /// Too long.
    Long,
    /// Too easily guessed: the user name, one letter again and again.
    Plain,
    /// The two are not the same.
    Differ,
}

impl BadPassword {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "signin-password-short",
            Self::Long => "signin-password-long",
            Self::Plain => "signin-password-plain",
            Self::Differ => "signin-password-differ",
        }
    }
}

/// Whether a password may be chosen.
pub fn choose(password: &str, again: &str, login: &str) -> std::result::Result<(), BadPassword> {
    let letters: std::collections::HashSet<char> = password.chars().collect();
    match password.chars().count() {
        n if n < SHORTEST => Err(BadPassword::Short),
        n if n > LONGEST => Err(BadPassword::Long),
        _ if password != again => Err(BadPassword::Differ),
        _ if letters.len() < 5 || password.to_lowercase().contains(login) => Err(BadPassword::Plain),
        _ => Ok(()),
    }
}

/// What was found out before the transaction.
#[derive(Debug)]
pub struct Checked {
    /// Whose password it was; none when it was nobody's, or was not looked at.
    pub person: Option<PersonId>,
    /// Whether it was looked at.
    pub seen: Seen,
    /// The digest of the password to come, when one was given.
    pub fresh: Option<String>,
}

/// Whether the password was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It was.
    Yes,
    /// Too many enter at this moment.
    Busy,
    /// Too many wrong tries.
    Wait(Moment),
}

/// How many passwords are worked on at the same time: what two cores and forty megabytes allow.
static HANDS: Semaphore = Semaphore::const_new(2);
/// How long one may stand in line for a hand.
const LINE: Duration = Duration::from_secs(6);

/// Looks at `user` and `password`, and makes the digest of `password2` if there is one.
pub fn prepare(house: Arc<House>, form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    let cut = |name: &str| form.text(name).chars().take(LONGEST + 1).collect::<String>();
    let (login, password, fresh) = (login(form.text("user")), cut("password"), cut("password2"));
    Box::pin(async move {
        let checked = check(&house, login, password, fresh).await?;
        let mut form = form;
        form.prepared = Some(Arc::new(checked));
        Ok(form)
    })
}

async fn check(house: &Arc<House>, login: String, password: String, fresh: String) -> Result<Checked> {
    let checked = |person, seen, fresh| Ok(Checked { person, seen, fresh });
    let (key, now) = (Key::login(&house.secret, &login), house.clock.now());
    let known = house.db.read(move |tx| {
        let waiting = store::guess::waiting(tx, key, now)?;
        Ok::<_, db::Error>((waiting, store::password::by_login(tx, &login)?))
    });
    let (waiting, known) = known.await?;
    if let Some(until) = waiting {
        return checked(None, Seen::Wait(until), None);
    }
    let Ok(Ok(hand)) = tokio::time::timeout(LINE, HANDS.acquire()).await else {
        return checked(None, Seen::Busy, None);
    };
    let inner = Arc::clone(house);
    let worked = tokio::task::spawn_blocking(move || {
        let right = verify(&password, known.as_ref().map(|(_, hash)| hash.as_str()));
        let fresh = (right && !fresh.is_empty()).then(|| hash_password(&fresh, &*inner.chance)).transpose();
        (known.filter(|_| right).map(|(person, _)| person), fresh)
    });
    let worked = worked.await;
    drop(hand);
    let (person, fresh) = worked.map_err(|error| Error::Ours(error.to_string()))?;
    checked(person, Seen::Yes, fresh.map_err(|error| Error::Ours(error.to_string()))?)
}

#[cfg(test)]
mod tests {
    use super::{BadPassword, choose, hash_password, parse, verify};
    use kernel::Seeded;

    #[test]
    fn a_password_is_known_again_and_no_other_is() {
        let phc = hash_password("le chat dort au soleil", &Seeded::new(1)).unwrap_or_default();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(verify("le chat dort au soleil", Some(&phc)));
        assert!(!verify("le chat dort au soleil ", Some(&phc)));
        assert!(!verify("", None) && !verify("x", Some("$argon2id$v=19$m=1$a$b")));
        assert!(parse(&phc).is_some());
    }

    #[test]
    fn a_password_is_long_and_no_name() {
        assert_eq!(choose("court", "court", "c.auvray"), Err(BadPassword::Short));
        assert_eq!(choose("c.auvray2026!", "c.auvray2026!", "c.auvray"), Err(BadPassword::Plain));
        assert_eq!(choose("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "c.auvray"), Err(BadPassword::Plain));
        assert_eq!(choose("le chat dort au soleil", "autre", "c.auvray"), Err(BadPassword::Differ));
        assert_eq!(choose("le chat dort au soleil", "le chat dort au soleil", "c.auvray"), Ok(()));
    }
}
