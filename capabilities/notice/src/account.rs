//! What somebody else has changed of what a person enters with: they are told by their own channel, since they may not have asked for it.
use crate::{Sending, store};
use jobs::Work;
use kernel::{PersonId, UnitId};
use signin::Told;
use web::{Lang, Words};

/// Writes to the person.
pub fn told(work: &mut Work<'_, '_>) -> db::Result<()> {
    let unread = || db::Error::Panicked("what was told of an account cannot be read".to_owned());
    let (to, school, by, what) = read(&work.payload).ok_or_else(unread)?;
    let Some(person) = directory::store::person(work.tx, to)? else { return Ok(()) };
    let words = Words::read(&[crate::SLICE.sentences]).map_err(|bad| db::Error::Panicked(bad.to_string()))?;
    let lang = person.lang.as_deref().and_then(Lang::from_tags).unwrap_or_default();
    let pupil = access::Actor::load(work.tx, to, work.now)?.is_pupil();
    let who = if pupil { "pupil" } else { "adult" };
    let mut said = words.say(lang, format!("notice-account-{}-{who}", what.word()));
    let login = if what == Told::Renamed { signin::store::password::login_of(work.tx, to)? } else { None };
    if let Some(login) = &login {
        said = said.text("login", login);
    }
    // What the house did itself, or they themselves, has no author but the school.
    let author = Some(by).filter(|by| *by != to);
    let sending = Sending { school, author, to, text: said.to_string(), link: None, sealed: None };
    store::notify(work.tx, work.chance, &sending, work.now).map(drop)
}

/// The person, where it was done, by whom, and what.
fn read(payload: &str) -> Option<(PersonId, UnitId, PersonId, Told)> {
    let mut parts = payload.split(' ');
    let (to, at, by) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((to, at, by, Told::from_word(parts.next()?)?))
}
