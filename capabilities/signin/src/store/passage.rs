//! Somebody on their way through a portal: begun by a browser, proved by what comes back, used up by opening a session.
use crate::portal::PortalId;
use db::{Result, Row, Tx, params};
use kernel::{Id, Moment};

/// What the id of a passage names.
#[derive(Debug)]
pub enum Named {}
/// The id of a passage.
pub type PassageId = Id<Named>;

/// For how many minutes one may be on the way.
pub const LONG: i64 = 15;

/// A passage as it is kept: what it carries is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its id.
    pub id: PassageId,
    /// Through which portal.
    pub portal: PortalId,
    /// What it carries there and back, sealed.
    pub carried: Vec<u8>,
    /// What came back, sealed.
    pub proof: Option<Vec<u8>>,
    /// When it came back.
    pub proved_at: Option<Moment>,
    /// Whether the very browser that began it has brought it back.
    pub here: bool,
}

fn passage(row: &Row) -> Passage {
    Passage {
        id: row.get(0),
        portal: row.get(1),
        carried: row.get(2),
        proof: row.get(3),
        proved_at: row.get(4),
        here: row.get(5),
    }
}

const PASSAGE: &str = "SELECT id, portal_id, carried, proof, proved_at, here FROM signin_passage";

/// Begins one, and forgets those whose time is over: `state` and `browser` are digests of what goes through the portal and of what the browser keeps.
pub fn begin(tx: &mut Tx<'_>, passage: &Passage, (state, browser): (&[u8], &[u8]), now: Moment) -> Result<()> {
    tx.execute("DELETE FROM signin_passage WHERE until <= ?1", &params![now])?;
    tx.execute(
        "INSERT INTO signin_passage (id, state, browser, portal_id, carried, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![passage.id, state, browser, passage.portal, passage.carried.clone(), now.plus_minutes(LONG)],
    )
    .map(drop)
}

/// The one of this state.
pub fn by_state(tx: &mut Tx<'_>, state: &[u8], now: Moment) -> Result<Option<Passage>> {
    let sql = format!("{PASSAGE} WHERE state = ?1 AND until > ?2");
    Ok(tx.first(&sql, &params![state, now])?.as_ref().map(passage))
}

/// The last one of this browser.
pub fn of_browser(tx: &mut Tx<'_>, browser: &[u8], now: Moment) -> Result<Option<Passage>> {
    let sql = format!("{PASSAGE} WHERE browser = ?1 AND until > ?2 ORDER BY id DESC LIMIT 1");
    Ok(tx.first(&sql, &params![browser, now])?.as_ref().map(passage))
}

/// Whether it is of this browser.
pub fn is_of(tx: &mut Tx<'_>, id: PassageId, browser: &[u8]) -> Result<bool> {
    let sql = "SELECT 1 FROM signin_passage WHERE id = ?1 AND browser = ?2";
    Ok(tx.first(sql, &params![id, browser])?.is_some())
}

/// Something was proved: once. `word` is the digest of what only the browser that brought it is given; none where its cookie has said
/// already that it is the one that began.
pub fn prove(tx: &mut Tx<'_>, id: PassageId, proof: &[u8], word: Option<&[u8]>, now: Moment) -> Result<()> {
    let sql = "UPDATE signin_passage SET proof = ?2, proved_at = ?3, state = coalesce(?4, state), here = ?5
               WHERE id = ?1 AND proved_at IS NULL";
    let (word, here) = (word.map(<[u8]>::to_vec), word.is_none());
    tx.execute(sql, &params![id, proof, now, word, here]).map(drop)
}

/// The browser that began it has the word that was given to the one that brought it: they are one.
pub fn brought(tx: &mut Tx<'_>, id: PassageId, word: &[u8]) -> Result<()> {
    let sql = "UPDATE signin_passage SET here = 1 WHERE id = ?1 AND state = ?2 AND proved_at IS NOT NULL";
    tx.execute(sql, &params![id, word]).map(drop)
}

/// All that a browser began is over.
pub fn end(tx: &mut Tx<'_>, browser: &[u8]) -> Result<()> {
    tx.execute("DELETE FROM signin_passage WHERE browser = ?1", &params![browser]).map(drop)
}

/// Remembers that something came, until an instant; says whether it had not come before.
pub fn first_seen(tx: &mut Tx<'_>, key: &[u8], until: Moment) -> Result<bool> {
    let sql = "INSERT INTO signin_seen (key, until) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    Ok(tx.execute(sql, &params![key, until])? == 1)
}
