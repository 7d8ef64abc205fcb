//! By which way each person is reached.
use super::{marks, with_ids};
use crate::model::{Channel, Way};
use access::{Audience, Role};
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId};
use std::collections::{HashMap, HashSet};

/// How many people one statement asks about.
const BATCH: usize = 400;

fn channel(row: &Row, at: usize) -> Channel {
    let way = Way::from_word(row.text(at)).unwrap_or(Way::Paper);
    Channel { way, address: row.get::<Option<String>>(at + 1).map(|kept| spelt(way, kept)) }
}

/// An address in its one spelling: a number of before there was one is brought to it here.
pub(super) fn spelt(way: Way, kept: String) -> String {
    let phone = (way == Way::Sms).then(|| kept.parse::<telephone::Phone>().ok()).flatten();
    phone.map_or(kept, |phone| phone.e164().to_owned())
}

/// What the person chose behind their password, if they did: what was chosen on entering by a card, which colleagues can print, is no
/// way to a new password.
pub fn guarded(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Channel>> {
    let sql = "SELECT kind, address FROM notice_channel WHERE person_id = ?1 AND guarded = 1";
    Ok(tx.first(sql, &params![person])?.map(|row| channel(&row, 0)))
}

/// Keeps what the person chose, behind their password or not; it holds for what is written from now on.
pub fn choose(tx: &mut Tx<'_>, person: PersonId, (channel, guarded): (&Channel, bool), now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO notice_channel (person_id, kind, address, chosen_at, guarded) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, address = excluded.address,
         chosen_at = excluded.chosen_at, guarded = excluded.guarded",
        &params![person, channel.way.word(), channel.address.clone(), now, guarded],
    )
    .map(drop)
}

/// The channel of each of these people: what they chose; else the platform for who has come in or works here; else paper.
pub fn channels(tx: &mut Tx<'_>, people: &[PersonId], now: Moment) -> Result<HashMap<PersonId, Channel>> {
    let mut all = HashMap::with_capacity(people.len());
    for people in people.chunks(BATCH) {
        let sql = format!(
            "SELECT person_id, kind, address FROM notice_channel WHERE person_id
             IN ({})",
            marks(1, people.len())
        );
        all.extend(tx.query(&sql, &with_ids(&[], people))?.iter().map(|row| (row.get(0), channel(row, 1))));
        let without: Vec<PersonId> = people.iter().copied().filter(|person| !all.contains_key(person)).collect();
        let here = arrived(tx, &without, now)?;
        all.extend(without.into_iter().map(|person| {
            let way = if here.contains(&person) { Way::Platform } else { Way::Paper };
            (person, Channel::bare(way))
        }));
    }
    Ok(all)
}

/// Those of these people who have come in with their card, or who work here.
fn arrived(tx: &mut Tx<'_>, people: &[PersonId], now: Moment) -> Result<HashSet<PersonId>> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let cards = signin::store::card::of_people(tx, people)?;
    let mut here: HashSet<PersonId> =
        cards.into_iter().filter(|(_, card)| card.used_at.is_some()).map(|(person, _)| person).collect();
    let sql = format!(
        "SELECT m.person_id FROM membership m WHERE {} AND m.role IN ({}) AND m.person_id IN ({})",
        access::live("m", 1),
        access::words(Role::of(Audience::STAFF)),
        marks(2, people.len())
    );
    let values = with_ids(&[now.into()], people);
    here.extend(tx.query(&sql, &values)?.iter().map(|row| row.get::<PersonId>(0)));
    Ok(here)
}
