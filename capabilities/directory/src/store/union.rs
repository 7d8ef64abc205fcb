//! Two who are one, and who is nowhere any more.
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};
use undo::Watch;

/// Says of somebody that they are one with `kept`: their row stays, for what was said of it at the time.
pub fn set_merged(tx: &mut Tx<'_>, person: PersonId, kept: PersonId) -> Result<()> {
    let sql = "UPDATE directory_person SET erased = 2, merged_into = ?2 WHERE id = ?1";
    tx.execute(sql, &params![person, kept]).map(drop)
}

/// Those who were made one with somebody.
pub fn merged_into(tx: &mut Tx<'_>, kept: PersonId) -> Result<Vec<PersonId>> {
    let sql = "SELECT id FROM directory_person WHERE merged_into = ?1";
    Ok(tx.query(sql, &params![kept])?.iter().map(|row| row.get(0)).collect())
}

/// Says that somebody holds nothing, and nothing of what they held is kept any more: neither role, nor family, nor group.
pub(super) fn nowhere(alias: &str) -> String {
    let none = [
        ("membership", "person_id"),
        ("guardianship", "guardian_id"),
        ("guardianship", "child_id"),
        ("group_member", "person_id"),
    ];
    let none = none.map(|(table, who)| format!("NOT EXISTS (SELECT 1 FROM {table} n WHERE n.{who} = {alias}.id)"));
    none.join(" AND ")
}

/// Those who are nowhere any more, of whoever was here before an instant: `most` at most.
pub fn are_nowhere(tx: &mut Tx<'_>, before: Moment, most: i64) -> Result<Vec<PersonId>> {
    let sql = format!(
        "SELECT p.id FROM directory_person p WHERE p.id < ?1 AND p.erased = 0 AND {} ORDER BY p.id LIMIT ?2",
        nowhere("p")
    );
    let rows = tx.query(&sql, &params![PersonId::first_at(before), most])?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// Watches, before anything is done, who these people are and all that they hold.
pub fn watch(tx: &mut Tx<'_>, watch: &mut Watch, people: &[PersonId]) -> Result<()> {
    let columns = [
        ("directory_person", "id"),
        ("membership", "person_id"),
        ("guardianship", "guardian_id"),
        ("guardianship", "child_id"),
        ("group_member", "person_id"),
    ];
    columns.into_iter().try_for_each(|column| watch.over(tx, column, None, people))
}

/// Of two who are one: what both hold ends with `gone`, and lasts with `kept` as long as it did with either.
pub fn end_doubles(tx: &mut Tx<'_>, (gone, kept): (PersonId, PersonId), now: Moment) -> Result<()> {
    for (table, whose, same) in [
        ("membership", "person_id", "k.unit_id = d.unit_id AND k.role = d.role"),
        ("guardianship", "guardian_id", "k.child_id = d.child_id"),
        ("guardianship", "child_id", "k.guardian_id = d.guardian_id"),
        ("group_member", "person_id", "k.group_id = d.group_id"),
    ] {
        let longer = format!(
            "UPDATE {table} AS k SET until = (SELECT d.until FROM {table} d WHERE d.{whose} = ?1 AND {same})
             WHERE k.{whose} = ?2 AND k.until IS NOT NULL AND EXISTS
               (SELECT 1 FROM {table} d WHERE d.{whose} = ?1 AND {same} AND (d.until IS NULL OR d.until > k.until))"
        );
        tx.execute(&longer, &params![gone, kept])?;
        let ended = format!(
            "UPDATE {table} AS d SET until = ?3 WHERE d.{whose} = ?1 AND (d.until IS NULL OR d.until > ?3)
               AND EXISTS (SELECT 1 FROM {table} k WHERE k.{whose} = ?2 AND {same})"
        );
        tx.execute(&ended, &params![gone, kept, now])?;
    }
    Ok(())
}
