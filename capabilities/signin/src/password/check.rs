//! What is found out about a password before the transaction, few at a time.
use super::{
    LONGEST,
    hash::{hash_in, verify_in},
    line::{Line, Row},
    login,
};
use crate::{
    device,
    store::{
        self,
        guess::{Key, What, Whence},
    },
};
use kernel::{Moment, PersonId};
use std::{future::Future, pin::Pin, sync::Arc, time::Duration};
use web::{Ask, Error, Form, House, Result};

/// What was found out before the transaction.
#[derive(Debug)]
pub struct Checked {
    /// Whose user name it is, the password being right or not.
    pub named: Option<PersonId>,
    /// Whose password it was; none when it was nobody's, or was not looked at.
    pub person: Option<PersonId>,
    /// Whether it was looked at.
    pub seen: Seen,
    /// The digest of the password to come, when one was given.
    pub fresh: Option<String>,
    /// The account that was tried.
    pub account: Key,
    /// Under which name its tries are counted: the account's, or that of this device which has opened it before.
    pub counted: Key,
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

/// Where passwords wait.
static LINE: Line = Line::new();
/// How long one may stand in it.
const LONG: Duration = Duration::from_secs(6);

/// The digest of a password to come, worked out when it is this row's turn; nothing where too many wait.
pub async fn hashed(house: &Arc<House>, row: Row, password: String) -> Result<Option<String>> {
    let Ok(line) = LINE.wait(row) else { return Ok(None) };
    let Ok(Ok(mut hand)) = tokio::time::timeout(LONG, line).await else { return Ok(None) };
    let inner = Arc::clone(house);
    let worked = tokio::task::spawn_blocking(move || hash_in(&mut hand.memory, &password, &*inner.chance));
    let worked = worked.await.map_err(|error| Error::Ours(error.to_string()))?;
    worked.map(Some).map_err(|error| Error::Ours(error.to_string()))
}

/// What is to be found out.
struct Tried {
    login: String,
    password: String,
    fresh: String,
}

/// Looks at `user` and `password`, and makes the digest of `password2` if there is one.
pub fn prepare(house: Arc<House>, ask: Arc<Ask>, form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    let cut = |name: &str| form.text(name).chars().take(LONGEST + 1).collect::<String>();
    let tried = Tried { login: login(form.text("user")), password: cut("password"), fresh: cut("password2") };
    Box::pin(async move {
        let checked = check(&house, &ask, tried).await?;
        let mut form = form;
        form.prepared = Some(Arc::new(checked));
        Ok(form)
    })
}

async fn check(house: &Arc<House>, ask: &Ask, tried: Tried) -> Result<Checked> {
    let now = house.clock.now();
    let account = Key::login(&house.secret, &tried.login);
    let device = device::known(ask, &house.secret, account);
    let counted = device.unwrap_or(account);
    let networks = ask.networks();
    let whence = Whence::new(&house.secret, &*house.chance, What::Password, &networks);
    let Tried { login, password, fresh } = tried;
    let known = house.db.read(move |tx| {
        let mut waiting = store::guess::waiting(tx, counted, now)?;
        if waiting.is_none() && device.is_none() {
            waiting = store::guess::dear(tx, &whence, now)?;
        }
        Ok::<_, db::Error>((waiting, store::password::by_login(tx, &login)?))
    });
    let (waiting, known) = known.await?;
    let named = known.as_ref().map(|(person, _)| *person);
    let checked = |person, seen, fresh| Ok(Checked { named, person, seen, fresh, account, counted });
    if let Some(until) = waiting {
        return checked(None, Seen::Wait(until), None);
    }
    let row = (networks.into_iter().next().unwrap_or_default(), device.is_some());
    let Ok(line) = LINE.wait(row) else { return checked(None, Seen::Busy, None) };
    let Ok(Ok(mut hand)) = tokio::time::timeout(LONG, line).await else { return checked(None, Seen::Busy, None) };
    let inner = Arc::clone(house);
    let worked = tokio::task::spawn_blocking(move || {
        let right = verify_in(&mut hand.memory, &password, known.as_ref().map(|(_, hash)| hash.as_str()));
        let wanted = right && !fresh.is_empty();
        let fresh = wanted.then(|| hash_in(&mut hand.memory, &fresh, &*inner.chance)).transpose();
        (known.filter(|_| right).map(|(person, _)| person), fresh)
    });
    let (person, fresh) = worked.await.map_err(|error| Error::Ours(error.to_string()))?;
    checked(person, Seen::Yes, fresh.map_err(|error| Error::Ours(error.to_string()))?)
}
