//! What somebody had typed when their session was over: for them alone, for a day.
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId};

/// Keeps it in the place of what was kept before.
pub fn keep(tx: &mut Tx<'_>, person: PersonId, (path, fields, files): (&str, &str, bool), now: Moment) -> Result<()> {
    let sql = "INSERT INTO web_unsent (person_id, at, path, fields, files) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (person_id) DO UPDATE SET at = excluded.at, path = excluded.path, fields = excluded.fields,
               files = excluded.files";
    tx.execute(sql, &params![person, now, path, fields, files]).map(drop)
}

/// Where it was going, its fields as a form writes them, and whether files may have gone with it.
pub fn find(tx: &mut Tx<'_>, person: PersonId, since: Moment) -> Result<Option<(String, String, bool)>> {
    let sql = "SELECT path, fields, files FROM web_unsent WHERE person_id = ?1 AND at > ?2";
    Ok(tx.first(sql, &params![person, since])?.map(|row| (row.get(0), row.get(1), row.get(2))))
}

/// Forgets it.
pub fn forget(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM web_unsent WHERE person_id = ?1", &params![person]).map(drop)
}

/// What is kept of a person.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<crate::Export> {
    let named = |row: Row| ["at", "path", "fields"].map(str::to_owned).into_iter().zip(row.0).collect();
    let rows = tx.query("SELECT at, path, fields FROM web_unsent WHERE person_id = ?1", &params![person])?;
    Ok(rows.into_iter().map(|row| ("web_unsent".to_owned(), named(row))).collect())
}
