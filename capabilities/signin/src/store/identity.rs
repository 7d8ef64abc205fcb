//! Who somebody is at a portal, and whom a portal vouches for that nobody here knows.
use crate::portal::PortalId;
use db::{Result, Row, Tx, params};
use kernel::{Id, Moment, PersonId, UnitId};
use web::{List, Paged, Pager};

/// What the id of an identity names.
#[derive(Debug)]
pub enum Named {}
/// The id of an identity.
pub type IdentityId = Id<Named>;

kernel::words! {
    /// How it became known that somebody at a portal is somebody here.
    How {
        /// By a key of a school's feed.
        Feed = "feed",
        /// They came in by their card or their password at once after.
        Hand = "hand",
    }
}

/// Somebody's identity at a portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Its id.
    pub id: IdentityId,
    /// Whose.
    pub person: PersonId,
    /// What people call the portal.
    pub portal: String,
    /// How it became known.
    pub how: How,
    /// Since when.
    pub since: Moment,
    /// When they last came by it.
    pub seen_at: Moment,
}

fn identity(row: &Row) -> Identity {
    Identity {
        id: row.get(0),
        person: row.get(1),
        portal: row.get(2),
        how: How::from_word(row.text(3)).unwrap_or(How::Hand),
        since: row.get(4),
        seen_at: row.get(5),
    }
}

const COLUMNS: &str = "i.id, i.person_id, p.name, i.how, i.since, i.seen_at";
const FROM: &str = "signin_identity i JOIN signin_portal p ON p.id = i.portal_id";

/// Who this is at the portal.
pub fn of_subject(tx: &mut Tx<'_>, portal: PortalId, subject: &[u8]) -> Result<Option<Identity>> {
    let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE i.portal_id = ?1 AND i.subject = ?2 AND i.ended_at IS NULL");
    Ok(tx.first(&sql, &params![portal, subject])?.as_ref().map(identity))
}

/// The identities of a person.
pub fn of_person(tx: &mut Tx<'_>, person: PersonId, pager: Pager) -> Result<Paged<Identity>> {
    let from = format!("{FROM} WHERE i.person_id = ?1 AND i.ended_at IS NULL");
    pager.read(tx, List { columns: COLUMNS, from: &from, order: "p.name, i.id", params: &params![person] }, identity)
}

/// This is that person, from now on.
pub fn tie(
    tx: &mut Tx<'_>,
    id: IdentityId,
    (portal, subject): (PortalId, &[u8]),
    (person, how): (PersonId, How),
    now: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO signin_identity (id, portal_id, subject, person_id, how, since, seen_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
         ON CONFLICT (portal_id, subject) WHERE ended_at IS NULL DO NOTHING",
        &params![id, portal, subject, person, how.word(), now],
    )?;
    let sql = "DELETE FROM signin_stranger WHERE portal_id = ?1 AND subject = ?2";
    tx.execute(sql, &params![portal, subject]).map(drop)
}

/// They came by it.
pub fn seen(tx: &mut Tx<'_>, id: IdentityId, now: Moment) -> Result<()> {
    tx.execute("UPDATE signin_identity SET seen_at = ?2 WHERE id = ?1", &params![id, now]).map(drop)
}

/// An identity of this person is theirs no more; whoever came by it is out. Says whether there was one.
pub fn untie(tx: &mut Tx<'_>, (person, id): (PersonId, IdentityId), by: Option<PersonId>, now: Moment) -> Result<bool> {
    let sql =
        "UPDATE signin_identity SET ended_at = ?3, ended_by = ?4 WHERE id = ?1 AND person_id = ?2 AND ended_at IS NULL
               RETURNING portal_id";
    let Some(row) = tx.first(sql, &params![id, person, now, by])? else { return Ok(false) };
    super::through::end_person(tx, row.get(0), person)?;
    Ok(true)
}

/// Nobody is known by a portal's names any more; whoever came by it is out.
pub fn end_portal(tx: &mut Tx<'_>, portal: PortalId, now: Moment) -> Result<()> {
    let sql = "UPDATE signin_identity SET ended_at = ?2 WHERE portal_id = ?1 AND ended_at IS NULL";
    tx.execute(sql, &params![portal, now])?;
    super::through::end_portal(tx, portal)
}

/// Somebody whom a portal vouches for and whom nobody here is known to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranger {
    /// What they read out to be found.
    pub code: String,
    /// What the portal calls them.
    pub said: String,
    /// The word of why they are not known.
    pub why: String,
    /// What people call the portal.
    pub portal: String,
    /// When they last came.
    pub at: Moment,
}

/// Keeps that somebody came whom nobody here is known to be: once, however often they come. Gives the code they read out.
pub fn met(
    tx: &mut Tx<'_>,
    id: Id<()>,
    (portal, subject, unit): (PortalId, &[u8], UnitId),
    (code, said, why): (&str, &str, &str),
    now: Moment,
) -> Result<String> {
    let row = tx.first(
        "INSERT INTO signin_stranger (id, portal_id, subject, unit_id, code, said, why, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (portal_id, subject) DO UPDATE SET unit_id = excluded.unit_id, said = excluded.said, why = excluded.why,
           at = excluded.at
         RETURNING code",
        &params![id, portal, subject, unit, code, said, why, now],
    )?;
    Ok(row.map_or_else(|| code.to_owned(), |row| row.get(0)))
}

/// Those who came to one of these units or what is below, the last first.
pub fn strangers(tx: &mut Tx<'_>, units: &[UnitId], pager: Pager) -> Result<Paged<Stranger>> {
    if units.is_empty() {
        return Ok(Paged::of(&[], pager));
    }
    let from = format!(
        "signin_stranger s JOIN signin_portal p ON p.id = s.portal_id
         WHERE s.unit_id IN (SELECT c.descendant FROM unit_closure c WHERE c.ancestor IN ({}))",
        db::marks(1, units.len())
    );
    let params: Vec<db::Value> = units.iter().map(|unit| (*unit).into()).collect();
    let columns = "s.code, s.said, s.why, p.name, s.at";
    let stranger = |row: &Row| Stranger {
        code: row.get(0),
        said: row.get(1),
        why: row.get(2),
        portal: row.get(3),
        at: row.get(4),
    };
    pager.read(tx, List { columns, from: &from, order: "s.at DESC, s.id DESC", params: &params }, stranger)
}
