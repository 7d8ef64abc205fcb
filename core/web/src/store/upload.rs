//! Files on their way, in pieces: how far each has come, and what stays of it once its form came (ADR 0012).
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId};

/// How many files of one person may be on their way; the oldest beyond them begin again.
const OPEN: i64 = 6;

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// Its bytes in all.
    pub length: i64,
    /// The bytes that are here.
    pub received: i64,
    /// When its first piece came: its pieces go by that instant.
    pub begun: Moment,
    /// Once its form came: its size and media type as kept. Its pieces are gone.
    pub spent: Option<(i64, String)>,
}

impl Coming {
    /// Whether all of it came.
    pub fn whole(&self) -> bool {
        self.received == self.length
    }
}

/// How far a person's file has come.
pub fn find(tx: &mut Tx<'_>, person: PersonId, token: &str) -> Result<Option<Coming>> {
    let sql = "SELECT u.length, (SELECT max(ends) FROM web_upload_piece e WHERE e.person_id = u.person_id
         AND e.token = u.token),
                 u.at, u.size, u.media FROM web_upload u WHERE u.person_id = ?1 AND u.token = ?2";
    let coming = |row: &Row| {
        let length: i64 = row.get(0);
        let spent = row.get::<Option<i64>>(3).zip(row.get::<Option<String>>(4));
        let here = row.get::<Option<i64>>(1).unwrap_or(0);
        Coming { length, received: if spent.is_some() { length } else { here }, begun: row.get(2), spent }
    };
    Ok(tx.first(sql, &params![person, token])?.as_ref().map(coming))
}

/// Begins a file of `length` bytes.
pub fn begin(tx: &mut Tx<'_>, person: PersonId, token: &str, length: i64, now: Moment) -> Result<Coming> {
    let sql = "INSERT INTO web_upload (person_id, token, length, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    tx.execute(sql, &params![person, token, length, now])?;
    let old = "SELECT token FROM web_upload WHERE person_id = ?1 AND size IS NULL ORDER BY at DESC, token
         LIMIT 100 OFFSET ?2";
    for row in tx.query(old, &params![person, OPEN])? {
        for table in ["web_upload_piece", "web_upload"] {
            let sql = format!("DELETE FROM {table} WHERE person_id = ?1 AND token = ?2");
            tx.execute(&sql, &params![person, row.text(0)])?;
        }
    }
    Ok(Coming { length, received: 0, begun: now, spent: None })
}

/// Adds a piece after what is here; `false` when another one came there first.
pub fn add(tx: &mut Tx<'_>, person: PersonId, token: &str, coming: &Coming, bytes: &[u8]) -> Result<bool> {
    let ends = coming.received + i64::try_from(bytes.len()).unwrap_or(i64::MAX - coming.received);
    let sql = "INSERT INTO web_upload_piece (person_id, token, starts, ends, bytes, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
               ON CONFLICT DO NOTHING";
    Ok(tx.execute(sql, &params![person, token, coming.received, ends, bytes, coming.begun])? == 1)
}

/// All its bytes, in order.
pub fn bytes(tx: &mut Tx<'_>, person: PersonId, token: &str) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM web_upload_piece WHERE person_id = ?1 AND token = ?2 ORDER BY starts";
    let pieces = tx.query(sql, &params![person, token])?;
    Ok(pieces.iter().flat_map(|row| row.get::<Vec<u8>>(0)).collect())
}

/// Its form came: its pieces go, its size stays, so that the form sent again is known for the same.
pub fn spend(tx: &mut Tx<'_>, person: PersonId, token: &str, size: i64, media: &str) -> Result<()> {
    let sql = "UPDATE web_upload SET size = ?3, media = ?4 WHERE person_id = ?1 AND token = ?2";
    tx.execute(sql, &params![person, token, size, media])?;
    let sql = "DELETE FROM web_upload_piece WHERE person_id = ?1 AND token = ?2";
    tx.execute(sql, &params![person, token]).map(drop)
}

/// What a person has on its way.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<crate::Export> {
    let sql = "SELECT at, length, size, media FROM web_upload WHERE person_id = ?1 ORDER BY at, token";
    let named = |row: Row| ["at", "length", "size", "media"].map(str::to_owned).into_iter().zip(row.0).collect();
    let rows = tx.query(sql, &params![person])?.into_iter();
    Ok(rows.map(|row| ("web_upload".to_owned(), named(row))).collect())
}

/// Forgets it.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM web_upload_piece WHERE person_id = ?1", &params![person])?;
    tx.execute("DELETE FROM web_upload WHERE person_id = ?1", &params![person]).map(drop)
}
