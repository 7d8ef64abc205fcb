//! What somebody had typed when their session was over: for them alone, for a day, one form after another.
use crate::unsent::{DAYS, UnsentId};
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId};

/// The most forms of one person that wait.
const MOST: i64 = 8;

/// A form that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its name.
    pub id: UnsentId,
    /// Where it was going.
    pub path: String,
    /// Its fields, as a form writes them.
    pub fields: String,
    /// Whether files may have gone with it.
    pub files: bool,
}

/// Keeps it behind what waits; the same form is kept once. `false` when as many wait already as are kept: none takes the place of
/// another.
pub fn keep(tx: &mut Tx<'_>, person: PersonId, form: &Waiting, now: Moment) -> Result<bool> {
    let (since, path, fields) = (now.plus_days(-DAYS), form.path.as_str(), form.fields.as_str());
    let same = "UPDATE web_unsent SET at = ?4 WHERE person_id = ?1 AND path = ?2 AND fields = ?3";
    if tx.execute(same, &params![person, path, fields, now])? > 0 {
        return Ok(true);
    }
    let sql = "INSERT INTO web_unsent (id, person_id, at, path, fields, files) SELECT ?1, ?2, ?3, ?4, ?5, ?6
               WHERE (SELECT count(*) FROM web_unsent WHERE person_id = ?2 AND at > ?7) < ?8";
    Ok(tx.execute(sql, &params![form.id, person, now, path, fields, form.files, since, MOST])? > 0)
}

/// The form that has waited longest.
pub fn find(tx: &mut Tx<'_>, person: PersonId, since: Moment) -> Result<Option<Waiting>> {
    let sql = "SELECT id, path, fields, files FROM web_unsent WHERE person_id = ?1 AND at > ?2 ORDER BY at, id LIMIT 1";
    let waiting = |row: Row| Waiting { id: row.get(0), path: row.get(1), fields: row.get(2), files: row.get(3) };
    Ok(tx.first(sql, &params![person, since])?.map(waiting))
}

/// Forgets a form of this person.
pub fn forget(tx: &mut Tx<'_>, person: PersonId, id: UnsentId) -> Result<()> {
    tx.execute("DELETE FROM web_unsent WHERE person_id = ?1 AND id = ?2", &params![person, id]).map(drop)
}

/// Forgets the form of this person that came from the page with this key.
pub fn forget_page(tx: &mut Tx<'_>, person: PersonId, once: &str) -> Result<()> {
    if once.is_empty() || !once.bytes().all(|sign| sign.is_ascii_alphanumeric()) {
        return Ok(());
    }
    let sql = "DELETE FROM web_unsent WHERE person_id = ?1 AND (fields LIKE ?2 OR fields LIKE ?3)";
    tx.execute(sql, &params![person, format!("once={once}&%"), format!("%&once={once}%")]).map(drop)
}

/// Forgets all of a person.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM web_unsent WHERE person_id = ?1", &params![person]).map(drop)
}

/// What is kept of a person.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<crate::Export> {
    let named = |row: Row| ["at", "path", "fields"].map(str::to_owned).into_iter().zip(row.0).collect();
    let rows =
        tx.query("SELECT at, path, fields FROM web_unsent WHERE person_id = ?1 ORDER BY at", &params![person])?;
    Ok(rows.into_iter().map(|row| ("web_unsent".to_owned(), named(row))).collect())
}
