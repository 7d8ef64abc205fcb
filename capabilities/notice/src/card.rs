//! A card that was made anew: its holder is told by their own channel, since whoever asked for it may not be them.
use crate::{Sending, quiet, store};
use jobs::Work;
use kernel::{PersonId, UnitId};
use web::{Lang, Words};

/// Writes to the holder. What the new card signs waits for a day after the message may be read: it may be written on a Friday night.
pub fn told(work: &mut Work<'_, '_>) -> db::Result<()> {
    let unread = || db::Error::Panicked("a card made anew that cannot be read was queued".to_owned());
    let (to, school, by) = read(&work.payload).ok_or_else(unread)?;
    let Some(person) = directory::store::person(work.tx, to)? else { return Ok(()) };
    let words = Words::read(&[crate::SLICE.sentences]).map_err(|bad| db::Error::Panicked(bad.to_string()))?;
    let lang = person.lang.as_deref().and_then(Lang::from_tags).unwrap_or_default();
    let pupil = access::Actor::load(work.tx, to, work.now)?.is_pupil();
    let text = words.say(lang, if pupil { "notice-anew-pupil" } else { "notice-anew-adult" }).to_string();
    let sending = Sending { school, author: Some(by), to, text, link: None, sealed: None };
    store::notify(work.tx, work.chance, &sending, work.now)?;
    let shown = quiet::shown_at(&calendar::Calendar::load(work.tx)?, work.now);
    signin::store::card::sign_later(work.tx, to, shown.plus_days(1))
}

/// The holder, the school, and who made the card.
fn read(payload: &str) -> Option<(PersonId, UnitId, PersonId)> {
    let mut ids = payload.split(' ');
    Some((ids.next()?.parse().ok()?, ids.next()?.parse().ok()?, ids.next()?.parse().ok()?))
}
