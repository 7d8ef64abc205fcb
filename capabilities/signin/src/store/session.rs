//! Sessions: one device signed in as one person. The cookie is 32 random bytes, of which the database keeps a digest.
use super::{marks, with_ids};
use crate::{Device, Face, Opening, Session, code, model};
use access::{Actor, Role};
use data_encoding::BASE64URL_NOPAD;
use db::{Result, Tx, params};
use kernel::{Chance, Moment, PersonId, SessionId};
use web::{Lang, List, Must, Paged, Pager, SignedIn};

/// Who stands behind this cookie. Two statements; once an hour, where it may write, a third says that they were seen.
pub fn whoami(tx: &mut Tx<'_>, token: &str, now: Moment) -> Result<Option<SignedIn>> {
    let row = tx.first(
        "SELECT s.id, s.person_id, s.card_id IS NOT NULL OR s.limited = 1, s.device, s.seen_at, p.given, p.family, p.lang, t.since,
           c.signs_at, w.given
         FROM signin_session s JOIN directory_person p ON p.id = s.person_id LEFT JOIN signin_second_step t
         ON t.person_id = s.person_id
         LEFT JOIN signin_card c ON c.id = s.card_id LEFT JOIN signin_password w ON w.person_id = s.person_id
         WHERE s.token_hash = ?1 AND s.until > ?2
           AND NOT EXISTS (SELECT 1 FROM signin_block b WHERE b.person_id = s.person_id AND b.ended_at IS NULL)",
        &params![code::digest(token), now],
    )?;
    let Some(row) = row else { return Ok(None) };
    let (session, person): (SessionId, PersonId) = (row.get(0), row.get(1));
    let mut actor = Actor::load(tx, person, now)?;
    let nothing = actor.grants.is_empty() && actor.children.is_empty();
    if nothing && !access::store::belongs(tx, person, now)? {
        return Ok(None);
    }
    // What colleagues can print never opens what a password guards.
    if row.get(2) {
        actor = actor.by_card();
    }
    if now.minutes_since(row.get(4)) >= 60 && tx.may_write() {
        tx.execute("UPDATE signin_session SET seen_at = ?2 WHERE id = ?1", &params![session, now])?;
    }
    let enrol = actor.holds(&[Role::Admin]) && row.get::<Option<Moment>>(8).is_none();
    let choose = !row.get::<bool>(2) && row.get::<Option<bool>>(10).unwrap_or(false);
    let must = choose.then_some(Must::Choose).or(enrol.then_some(Must::Enrol));
    let lang: Option<String> = row.get(7);
    Ok(Some(SignedIn {
        actor: actor.into(),
        session,
        given: row.get(5),
        family: row.get(6),
        lang: lang.as_deref().and_then(Lang::from_tags),
        by_card: row.get(2),
        shared_device: row.text(3) == Device::Shared.word(),
        own_device: row.text(3) == Device::Own.word(),
        must,
        signs_from: row.get::<Option<Moment>>(9).filter(|from| *from > now),
    }))
}

/// Opens a session; gives back its id and the cookie's value.
pub fn open(tx: &mut Tx<'_>, chance: &dyn Chance, opening: &Opening<'_>, now: Moment) -> Result<(SessionId, String)> {
    let (id, token) = (SessionId::new(now, chance), token(chance));
    let Opening { person, card, device, agent, limited } = *opening;
    tx.execute(
        "INSERT INTO signin_session (id, token_hash, person_id, card_id, device, agent, since, seen_at, until, limited)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9)",
        &params![
            id,
            code::digest(&token),
            person,
            card,
            device.word(),
            model::agent(agent),
            now,
            now.plus_minutes(device.minutes()),
            limited
        ],
    )?;
    Ok((id, token))
}

/// Gives a live session a new cookie, and takes the old one's power away.
pub fn renew(tx: &mut Tx<'_>, chance: &dyn Chance, session: SessionId, now: Moment) -> Result<String> {
    let token = token(chance);
    let sql = "UPDATE signin_session SET token_hash = ?2, seen_at = ?3 WHERE id = ?1";
    tx.execute(sql, &params![session, code::digest(&token), now])?;
    Ok(token)
}

fn token(chance: &dyn Chance) -> String {
    let mut token = [0; 32];
    chance.fill(&mut token);
    BASE64URL_NOPAD.encode(&token)
}

/// A person's live sessions, the last seen first.
pub fn of_person(tx: &mut Tx<'_>, person: PersonId, pager: Pager, now: Moment) -> Result<Paged<Session>> {
    let (columns, from) = ("id, agent, since, seen_at", "signin_session WHERE person_id = ?1 AND until > ?2");
    let session = |row: &db::Row| Session { id: row.get(0), agent: row.get(1), since: row.get(2), seen_at: row.get(3) };
    pager.read(tx, List { columns, from, order: "seen_at DESC, id DESC", params: &params![person, now] }, session)
}

/// Since when a session is open.
pub fn since(tx: &mut Tx<'_>, session: SessionId) -> Result<Option<Moment>> {
    Ok(tx.first("SELECT since FROM signin_session WHERE id = ?1", &params![session])?.map(|row| row.get(0)))
}

/// Ends one of a person's sessions.
pub fn end(tx: &mut Tx<'_>, person: PersonId, session: SessionId) -> Result<()> {
    tx.execute("DELETE FROM signin_session WHERE id = ?1 AND person_id = ?2", &params![session, person])?;
    tx.ring(web::sessions_of(person));
    Ok(())
}

/// Ends all of a person's sessions but one.
pub fn end_others(tx: &mut Tx<'_>, person: PersonId, kept: SessionId) -> Result<()> {
    tx.execute("DELETE FROM signin_session WHERE person_id = ?1 AND id <> ?2", &params![person, kept])?;
    tx.ring(web::sessions_of(person));
    Ok(())
}

/// Ends all of a person's sessions.
pub fn end_all(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM signin_session WHERE person_id = ?1", &params![person])?;
    tx.ring(web::sessions_of(person));
    Ok(())
}

/// Those of these sessions that live on a family's device, in the order in which they came.
pub fn faces(tx: &mut Tx<'_>, sessions: &[SessionId], now: Moment) -> Result<Vec<Face>> {
    if sessions.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT s.id, s.person_id, s.card_id, p.given, p.family, s.since FROM signin_session s JOIN directory_person p
         ON p.id = s.person_id
         WHERE s.device = 'shared' AND s.card_id IS NOT NULL AND s.until > ?1 AND s.id IN ({}) ORDER BY s.since, s.id",
        marks(2, sessions.len())
    );
    let face = |row: &db::Row| Face {
        session: row.get(0),
        person: row.get(1),
        card: row.get(2),
        initials: kernel::initials(row.text(3), row.text(4)),
        since: row.get(5),
    };
    Ok(tx.query(&sql, &with_ids(&[now.into()], sessions))?.iter().map(face).collect())
}
