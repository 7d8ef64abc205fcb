//! Cards, passwords and sessions made without a page: for a demonstration, the bench and tests.
use crate::{Device, Opening, store};
use db::{Result, Tx};
use directory::demo::{Part, Stage, Thing};
use kernel::{Chance, Moment, PersonId};
use web::Secret;

/// This slice's part of a demonstration: it leaves nothing, and names somebody whose account is looked after.
pub const PART: Part = Part { fill: |_, _| Ok(()), things: |_, stage| Ok(things(stage)) };

fn things(stage: &Stage<'_>) -> Vec<Thing> {
    let teacher = stage.demo.teachers.last().map(|(teacher, _)| teacher.id);
    teacher.map(|teacher| Thing::new("person", teacher).under("/acces")).into_iter().collect()
}

/// A card, as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The last part of its link, `/c/{token}`.
    pub token: String,
    /// The code one types.
    pub code: String,
}

/// A new card for a person, with a PIN or none yet.
pub fn card(
    tx: &mut Tx<'_>,
    secret: &Secret,
    chance: &dyn Chance,
    person: PersonId,
    pin: Option<&str>,
    now: Moment,
) -> Result<Card> {
    let made = cards_for(tx, secret, chance, &[person], pin, now)?;
    made.into_iter().next().ok_or_else(|| db::Error::Open("no short code is left".to_owned()))
}

/// New cards for many people at once, in their order.
pub fn cards_for(
    tx: &mut Tx<'_>,
    secret: &Secret,
    chance: &dyn Chance,
    people: &[PersonId],
    pin: Option<&str>,
    now: Moment,
) -> Result<Vec<Card>> {
    let made = store::card::issue(tx, secret, chance, people, pin, now)?;
    Ok(made.into_iter().map(|made| Card { token: made.token, code: made.code }).collect())
}

/// A user name and the digest of a password (see [`crate::hash_password`]).
pub fn password(tx: &mut Tx<'_>, person: PersonId, user: &str, hash: &str, now: Moment) -> Result<()> {
    store::password::put(tx, person, &crate::password::login(user), hash, now)
}

/// The same with a password that somebody hands over: its owner chooses another at the first entry.
pub fn first_password(tx: &mut Tx<'_>, person: PersonId, user: &str, hash: &str, now: Moment) -> Result<()> {
    store::password::give(tx, person, &crate::password::login(user), hash, now)
}

/// A session on the person's own device, as if opened by password; gives back the cookie's value.
pub fn session(tx: &mut Tx<'_>, chance: &dyn Chance, person: PersonId, now: Moment) -> Result<String> {
    let opening = Opening { person, card: None, device: Device::Own, agent: "" };
    Ok(store::session::open(tx, chance, &opening, now)?.1)
}

/// A second step for a person, so that an administrator of a demonstration goes in; gives back the secret shared with the
/// application, in letters.
pub fn second_step(
    tx: &mut Tx<'_>,
    secret: &Secret,
    chance: &dyn Chance,
    person: PersonId,
    now: Moment,
) -> Result<String> {
    let mut salt = [0; 16];
    chance.fill(&mut salt);
    store::second::put(tx, person, &salt, 0, now)?;
    Ok(crate::second::letters(&crate::second::shared(secret, person, &salt)))
}

/// The code that an application with this secret (in letters) shows at `now`.
pub fn code(letters: &str, now: Moment) -> Option<String> {
    let plain: String = letters.chars().filter(|c| !c.is_whitespace()).collect();
    let shared = data_encoding::BASE32_NOPAD.decode(plain.as_bytes()).ok()?;
    Some(crate::second::code_at(shared, now))
}
