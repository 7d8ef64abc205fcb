//! Where names stand among others: rows of before there was such a column get their place here.
use db::{Result, Tx, params};
use kernel::{Id, order};

/// Gives their place to units and groups that have none, `most` of each at most. Says how many.
pub fn sort_names(tx: &mut Tx<'_>, most: usize) -> Result<usize> {
    let mut done = 0;
    for table in ["unit", "people_group"] {
        let rows = tx.query(&format!("SELECT id, name FROM {table} WHERE sort IS NULL LIMIT {most}"), &[])?;
        for row in &rows {
            let place = params![row.get::<Id<()>>(0), order(&[row.text(1)])];
            tx.execute(&format!("UPDATE {table} SET sort = ?2 WHERE id = ?1"), &place)?;
        }
        done += rows.len();
    }
    Ok(done)
}
