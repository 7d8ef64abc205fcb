//! How long each table keeps a row: written beside the table, listed on a page, done each night.
use db::{Result, Tx, params};
use kernel::Moment;

/// The answer of one table.
#[derive(Clone, Copy, Debug)]
pub struct Keep {
    /// The table.
    pub table: &'static str,
    /// Its answer.
    pub how_long: HowLong,
}

/// How long.
#[derive(Clone, Copy, Debug)]
pub enum HowLong {
    /// For good, and why.
    Forever(&'static str),
    /// So many days after the instant in `column`; a row where it is NULL stays.
    Days {
        /// The column of the instant.
        column: &'static str,
        /// Days of 24 hours.
        days: i64,
        /// Why so long.
        why: &'static str,
    },
    /// As long as the row of this other table it hangs from, and leaves by `sql`, in which `?1` is the present instant.
    Rows {
        /// The condition of the rows to forget.
        condition: &'static str,
        /// Why.
        why: &'static str,
    },
}

/// Forgets what is past its time, table by table; with `dry_run` only counts. Tables that hang from others come first in the list.
pub fn purge(tx: &mut Tx<'_>, keeps: &[Keep], now: Moment, dry_run: bool) -> Result<Vec<(&'static str, u64)>> {
    let mut gone = vec![];
    for keep in keeps {
        let (condition, before) = match keep.how_long {
            HowLong::Forever(_) => continue,
            HowLong::Days { column, days, .. } => (format!("{column} < ?1"), now.plus_days(-days)),
            HowLong::Rows { condition, .. } => (condition.to_owned(), now),
        };
        let count = if dry_run {
            let sql = format!("SELECT count(*) FROM {} WHERE {condition}", keep.table);
            tx.first(&sql, &params![before])?.map_or(0, |row| u64::try_from(row.get::<i64>(0)).unwrap_or(0))
        } else {
            tx.execute(&format!("DELETE FROM {} WHERE {condition}", keep.table), &params![before])?
        };
        gone.push((keep.table, count));
    }
    Ok(gone)
}
