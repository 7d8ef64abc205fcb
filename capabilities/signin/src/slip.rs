//! Slips: new first passwords on paper, handed over by who may let these people back in. One page, shown once, for one person or for
//! many.
//!
//! Whoever makes a list of people adds it in two steps: the address as `Routes::slow_form(…, slip::prepare, …)`, whose form names its
//! people in fields `personne`; and, in the page function, [`hand`] with the people found under the right [`Unlock`].
use crate::{
    Given, TOLD, Told,
    password::hashed,
    store::{self, guess::Key},
};
use access::{Allowed, Audience, Guarded, Role};
use directory::{Person, Someone, policy::Unlock};
use kernel::{Chance, Moment, PersonId, UnitId, fold};
use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc};
use web::{Ask, Error, Form, House, Reply, Result, Secret, Visit};

/// The most people of one page of slips: a large school's staff. Each digest is slow.
pub const MOST: usize = 120;
/// The signs of a first password: none that is taken for another, on paper or by ear.
const SIGNS: &[u8; 24] = b"acdefghjkmnpqrtuwxy34679";
/// How many signs it has, in groups of four: fifty-five bits.
const LONG: usize = 12;
/// How many user names are tried for somebody.
const NAMES: usize = 40;

/// What was drawn before the transaction.
#[derive(Debug, Default)]
struct Drawn {
    /// A password and its digest, by person.
    by: HashMap<PersonId, (String, String)>,
    /// Whether too many passwords were worked on at this moment.
    busy: bool,
    /// Whether more people were named than a page holds.
    many: bool,
}

/// Draws and digests new passwords before the transaction, for those people of the form (fields `personne`), or of the address
/// (`{person}`), whom the person asking may let back in. Nothing slow is done for anybody else.
pub fn prepare(house: Arc<House>, ask: Arc<Ask>, form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        let mut form = form;
        form.prepared = Some(Arc::new(draw(&house, &ask, &form).await?));
        Ok(form)
    })
}

async fn draw(house: &Arc<House>, ask: &Ask, form: &Form) -> Result<Drawn> {
    let named = ask.names.iter().find(|(name, _)| name == "person").map(|(_, value)| value.parse());
    let mut people: Vec<PersonId> = match named {
        Some(person) => person.into_iter().collect(),
        None => form.ids("personne")?,
    };
    people.sort_unstable();
    people.dedup();
    if people.len() > MOST {
        return Ok(Drawn { many: true, ..Drawn::default() });
    }
    let Some(token) = ask.token.clone() else { return Ok(Drawn::default()) };
    let (inner, now) = (Arc::clone(house), house.clock.now());
    let theirs = house.db.read(move |tx| {
        let Some(who) = (inner.whoami)(tx, &token, now)? else { return Ok(vec![]) };
        let mut theirs = vec![];
        for person in &people {
            if directory::store::find_unlocked(tx, &who.actor, *person, now)?.is_some() {
                theirs.push(*person);
            }
        }
        Ok::<_, db::Error>(theirs)
    });
    let (theirs, salt) = (theirs.await?, salt(form, &*house.chance));
    let row = (ask.networks().into_iter().next().unwrap_or_default(), true);
    let mut drawn = Drawn::default();
    for person in theirs {
        let password = password(&house.secret, &salt, person);
        let Some(digest) = hashed(house, row.clone(), password.clone()).await? else {
            return Ok(Drawn { busy: true, ..Drawn::default() });
        };
        drawn.by.insert(person, (password, digest));
    }
    Ok(drawn)
}

/// What the passwords of a form are worked out from: sent twice, it shows the same ones, and nothing of them is kept.
fn salt(form: &Form, chance: &dyn Chance) -> Vec<u8> {
    let (once, token) = (form.text("once"), form.text("csrf"));
    if once.is_empty() {
        let mut drawn = [0; 32];
        chance.fill(&mut drawn);
        return drawn.to_vec();
    }
    [once.as_bytes(), b" ", token.as_bytes()].concat()
}

/// `k7rm-3mfx-9tqa`.
fn password(secret: &Secret, salt: &[u8], person: PersonId) -> String {
    let signed = secret.sign("slip", &[salt, &person.bytes()]);
    let mut left = signed.iter().take(8).fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
    let signs: Vec<char> = (0..LONG)
        .map(|_| {
            let at = usize::try_from(left % SIGNS.len() as u64).unwrap_or(0);
            left /= SIGNS.len() as u64;
            SIGNS.get(at).copied().map_or('a', char::from)
        })
        .collect();
    signs.chunks(LONG / 3).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Whether somebody enters by a password: who works for a school or above it. Others have cards.
pub fn enters_by_password(someone: &Someone, now: Moment) -> bool {
    let staff = |role: Role| Audience::STAFF.contains(&role.audience());
    someone.held.iter().any(|held| held.lasts(now) && staff(held.role))
}

/// User names for a person, the plainest first: `m.duchemin`, `m.duchemin2`…
pub fn names(person: &Person) -> Vec<String> {
    let plain = |name: &str| fold(name).chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let (given, family): (String, String) = (plain(&person.given), plain(&person.family));
    let first: String = given.chars().take(1).collect();
    let base: String = match (first.is_empty(), family.is_empty()) {
        (false, false) => format!("{first}.{family}"),
        // A name in letters that we cannot spell in ours.
        _ => format!("{given}{family}"),
    };
    let base: String = if base.is_empty() { "personne".to_owned() } else { base.chars().take(40).collect() };
    std::iter::once(base.clone()).chain((2..=NAMES).map(|n| format!("{base}{n}"))).collect()
}

/// A slip, as it is printed.
#[derive(Clone, Debug)]
pub struct Slip {
    /// « Claire Auvray ».
    pub name: String,
    /// The user name.
    pub login: String,
    /// The new first password.
    pub password: String,
    /// The last day on which it opens.
    pub last_day: Moment,
}

/// Why no slips are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSlips {
    /// More people than a page holds: the key of its sentence takes `n`.
    Many,
    /// Too many passwords are worked on at this moment.
    Busy,
    /// Nobody was named who enters by a password.
    Nobody,
}

impl NoSlips {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Many => "signin-slips-many",
            Self::Busy => "signin-busy",
            Self::Nobody => "signin-slips-nobody",
        }
    }
}

/// Gives these people new first passwords, drawn by [`prepare`] for this form: their sessions end, each is told by their own channel, and
/// the trail says so. The answer is the page of slips, which is shown once; `back` is where it leads afterwards. Whoever enters by a card
/// alone, and oneself, is left out.
pub fn hand(
    visit: &mut Visit<'_, '_>,
    people: &[Allowed<Unlock, Someone>],
    back: &str,
) -> Result<std::result::Result<Reply, NoSlips>> {
    let drawn = visit.form.prepared.take().and_then(|found| found.downcast::<Drawn>().ok());
    let drawn = drawn.ok_or_else(|| Error::Ours("the slips were not prepared".to_owned()))?;
    if drawn.busy || drawn.many {
        return Ok(Err(if drawn.busy { NoSlips::Busy } else { NoSlips::Many }));
    }
    let (by, now) = (visit.actor()?.person, visit.now);
    let (given, mut slips) = (Given::slip(now), vec![]);
    let mut done = vec![];
    for someone in people.iter().filter(|someone| enters_by_password(someone, now) && someone.person.id != by) {
        let person = someone.person.id;
        let Some((password, digest)) = drawn.by.get(&person) else { continue };
        let login = match store::password::login_of(visit.tx, person)? {
            Some(login) => login,
            None => {
                store::password::free(visit.tx, &names(&someone.person))?.into_iter().next().ok_or(Error::NotFound)?
            }
        };
        // A second click shows what the first has done, unless its password was changed meanwhile.
        if visit.form.again {
            if store::password::given(visit.tx, person)?.is_none() {
                continue;
            }
        } else {
            store::password::hand(visit.tx, person, (&login, digest), given.until, now)?;
            store::session::end_all(visit.tx, person)?;
            store::forgot::spend(visit.tx, person)?;
            // Who has tried ten passwords that were not right must not wait to try this one.
            store::guess::clear(visit.tx, Key::login(&visit.house.secret, &login))?;
            tell(visit, someone, Told::Password)?;
            done.push((person, where_done(visit, someone)?));
        }
        let (name, password) = (someone.person.full(), password.clone());
        slips.push(Slip { name, login, password, last_day: given.last_day() });
    }
    if slips.is_empty() {
        return Ok(Err(NoSlips::Nobody));
    }
    let why = visit.sentence("signin-trail-password");
    let reply = crate::pages::slips(visit, slips, back)?;
    Ok(Ok(done.into_iter().fold(reply, |reply, (person, at)| reply.told_at("password-reset", (by, person), at, &*why))))
}

/// Where a deed on somebody is done: a place of theirs where the person asking has power; else the first of theirs.
pub(crate) fn where_done(visit: &Visit<'_, '_>, someone: &Someone) -> Result<Option<UnitId>> {
    let actor = visit.actor()?;
    let places = || {
        let held = someone.held.iter().filter(|held| held.lasts(visit.now)).map(|held| &held.place);
        held.chain(someone.children.iter().flat_map(|child| &child.places))
            .chain(someone.held.iter().map(|held| &held.place))
    };
    let mine = |unit: &UnitId| actor.grants.iter().any(|(_, at)| at == unit);
    let own = places().flat_map(Guarded::units).find(|unit| mine(unit));
    Ok(own.or_else(|| places().flat_map(Guarded::units).next()).copied())
}

/// Has somebody told by their own channel of what was done to their account.
pub(crate) fn tell(visit: &mut Visit<'_, '_>, someone: &Someone, what: Told) -> Result<()> {
    let (at, by) = (where_done(visit, someone)?, visit.actor()?.person);
    tell_at(visit, someone.person.id, (at, by), what)
}

/// The same of a deed done at a unit, by somebody.
pub(crate) fn tell_at(
    visit: &mut Visit<'_, '_>,
    to: PersonId,
    (at, by): (Option<UnitId>, PersonId),
    what: Told,
) -> Result<()> {
    let Some(at) = at else { return Ok(()) };
    let (now, chance, key) = (visit.now, &*visit.house.chance, format!("{to} {}", what.word()));
    let told = format!("{to} {at} {by} {}", what.word());
    Ok(jobs::queue(visit.tx, chance, now, TOLD, &key, &told, now)?)
}
