//! Cards, passwords and sessions made without a page: for a demonstration, the bench and tests.
use crate::{
    Device, Opening, code,
    portal::{Kind, Learnt, Portal, Settings},
    store::{self, identity::How},
};
use db::{Result, Tx};
use directory::demo::{Part, Stage, Thing};
use kernel::{Chance, Id, Moment, PersonId, Seeded};
use web::Secret;

/// This slice's part of a demonstration: a portal that is closed, by which nobody comes, and the traces that one leaves.
pub const PART: Part = Part { fill, things };

/// The portal of a demonstration, by its name in addresses.
const PORTAL: &str = "ent";

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let (now, home) = (stage.now, stage.demo.home.clone());
    // Its ids are its own: the dice of the others fall as they did before.
    let chance = Seeded::new(13);
    let portal = Portal {
        id: Id::new(now, &chance),
        key: PORTAL.to_owned(),
        name: "ENT de démonstration".to_owned(),
        kind: Kind::Cas,
        unit: home.clone(),
        staff: true,
        settings: Settings { address: "https://localhost/cas".to_owned(), ..Settings::default() },
        sealed: None,
        written: false,
        learnt: Learnt::default(),
        ends_at: None,
        drift: 0,
        trouble: None,
        closed_at: None,
        lineage: vec![],
    };
    store::portal::put(tx, &portal, now)?;
    if let Some((teacher, _)) = stage.demo.teachers.last() {
        let subject = portal.digest(stage.secret, "subject", "une personne");
        let (id, at) = (Id::new(now, &chance), (portal.id, subject.as_slice()));
        store::identity::tie(tx, id, at, (teacher.id, How::Feed), now)?;
    }
    let subject = portal.digest(stage.secret, "subject", "quelqu’un");
    let (id, at) = (Id::new(now, &chance), (portal.id, subject.as_slice(), home.id));
    store::identity::met(tx, id, at, (&code::short(&chance), "Alix Exemple", "unknown"), now)?;
    store::portal::close(tx, portal.id, now)
}

fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let teacher = stage.demo.teachers.last().map(|(teacher, _)| teacher.id);
    let mut things: Vec<Thing> =
        teacher.map(|teacher| Thing::new("person", teacher).under("/acces")).into_iter().collect();
    if let Some(portal) = store::portal::by_key(tx, PORTAL)? {
        things.push(Thing::new("portal", portal.id).under("/portails/"));
        things.push(Thing::new("portal", PORTAL).under("/portail/"));
    }
    Ok(things)
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
    let opening = Opening { person, card: None, device: Device::Own, agent: "", limited: false };
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
