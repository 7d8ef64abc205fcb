//! Rows of before: the place of a name among others, and the one spelling of a number.
use db::{Result, Tx, params};
use kernel::{PersonId, order};
use telephone::Phone;

/// Gives their place to people who have none, and their number its one spelling, `most` at most. Says how many. A number that is
/// none stays as it is, for somebody to mend.
pub fn sort_people(tx: &mut Tx<'_>, most: usize) -> Result<usize> {
    let sql = format!("SELECT id, family, given, phone FROM directory_person WHERE sort IS NULL LIMIT {most}");
    let rows = tx.query(&sql, &[])?;
    for row in &rows {
        let kept: Option<String> = row.get(3);
        let spelt = kept.as_deref().and_then(|kept| kept.parse().ok()).map(|phone: Phone| phone.e164().to_owned());
        let sql = "UPDATE directory_person SET sort = ?2, phone = ?3 WHERE id = ?1";
        let place = params![row.get::<PersonId>(0), order(&[row.text(1), row.text(2)]), spelt.or(kept)];
        tx.execute(sql, &place)?;
    }
    Ok(rows.len())
}
