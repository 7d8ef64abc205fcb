//! Batches sent to be paid: what is approved and was not sent yet, and what a correction changed since it was.
use super::{HOUR, HOUR_COLUMNS, to_hour};
use crate::{
    model::{BatchId, Hour, Month, Place},
    policy::Keep,
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, params};
use kernel::Moment;
use web::{List, Paged, Pager};

/// A batch, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// The last month it holds.
    pub until: Month,
    /// When it was made.
    pub at: Moment,
    /// By whom: given and family name.
    pub by: (String, String),
    /// How many lines it holds.
    pub lines: i64,
    /// The minutes to pay.
    pub minutes: i64,
}

/// A line of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The line of the ledger, as it stands now.
    pub hour: Hour,
    /// Its teacher: given and family name.
    pub teacher: (String, String),
    /// The minutes due when the batch was made.
    pub minutes: i64,
    /// What batches before had sent of it.
    pub before: i64,
}

impl Sent {
    /// What this batch pays; less than nothing where too much was sent.
    pub fn to_pay(&self) -> i64 {
        self.minutes - self.before
    }
}

/// What is due of a line, once decided; a line on its way to a decision says nothing.
pub(super) const OWED: &str = "CASE WHEN h.state = 'approved' THEN h.due ELSE 0 END";
/// What batches have sent of a line.
pub(super) const SENT: &str = "COALESCE((SELECT sum(l.minutes - l.sent_before) FROM hours_batch_line l
                    WHERE l.hour_id = h.id), 0)";

/// Makes a batch of all that is owed to the end of a month and not sent. None when nothing is. Help given on site is paid
/// by its own way and stays out.
pub fn make_batch(
    tx: &mut Tx<'_>,
    place: &Allowed<Keep, Place>,
    by: &Actor,
    (id, until): (BatchId, Month),
    now: Moment,
) -> Result<bool> {
    let sql = format!(
        "INSERT INTO hours_batch_line (batch_id, hour_id, minutes, sent_before)
         SELECT ?1, h.id, {OWED}, CAST({SENT} AS BIGINT) FROM hours_entry h
         WHERE h.unit_id = ?2 AND h.month <= ?3 AND h.on_site = 0 AND h.state IN ('approved', 'refused')
           AND {OWED} <> {SENT}"
    );
    if tx.execute(&sql, &params![id, place.unit, until.to_string()])? == 0 {
        return Ok(false);
    }
    let sql = "INSERT INTO hours_batch (id, unit_id, until_month, by_id, at) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, &params![id, place.unit, until.to_string(), by.person, now])?;
    Ok(true)
}

/// The columns of a batch, for a row read by [`to_batch`].
const BATCH: &str = "b.id, b.until_month, b.at, p.given, p.family, count(l.hour_id),
    CAST(COALESCE(sum(l.minutes - l.sent_before), 0) AS BIGINT)";
const FROM: &str = "hours_batch b JOIN directory_person p ON p.id = b.by_id
    LEFT JOIN hours_batch_line l ON l.batch_id = b.id WHERE b.unit_id = ?1";
const GROUP: &str = "GROUP BY b.id, b.until_month, b.at, p.given, p.family";

fn to_batch(row: &Row) -> Batch {
    let at: Moment = row.get(2);
    Batch {
        id: row.get(0),
        until: row.text(1).parse().unwrap_or_else(|_| Month::of(at)),
        at,
        by: (row.get(3), row.get(4)),
        lines: row.get(5),
        minutes: row.get(6),
    }
}

/// The batches of a school, newest first.
pub fn batches(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, pager: Pager) -> Result<Paged<Batch>> {
    let from = format!("{FROM} {GROUP}");
    let params = params![place.unit];
    pager.read(tx, List { columns: BATCH, from: &from, order: "b.at DESC, b.id DESC", params: &params }, to_batch)
}

/// One batch of a school.
pub fn batch(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, id: BatchId) -> Result<Option<Batch>> {
    let sql = format!("SELECT {BATCH} FROM {FROM} AND b.id = ?2 {GROUP}");
    Ok(tx.first(&sql, &params![place.unit, id])?.as_ref().map(to_batch))
}

/// The lines of a batch, teacher by teacher.
pub fn sent(tx: &mut Tx<'_>, place: &Allowed<Keep, Place>, id: BatchId) -> Result<Vec<Sent>> {
    let sql = format!(
        "SELECT {HOUR}, p.given, p.family, l.minutes, l.sent_before
         FROM hours_batch_line l JOIN hours_entry h ON h.id = l.hour_id JOIN directory_person p ON p.id = h.teacher_id
         WHERE l.batch_id = ?1 AND h.unit_id = ?2 ORDER BY p.sort, p.id, h.starts_at, h.id"
    );
    let sent = |row: &Row| Sent {
        hour: to_hour(row),
        teacher: (row.get(HOUR_COLUMNS), row.get(HOUR_COLUMNS + 1)),
        minutes: row.get(HOUR_COLUMNS + 2),
        before: row.get(HOUR_COLUMNS + 3),
    };
    Ok(tx.query(&sql, &params![id, place.unit])?.iter().map(sent).collect())
}
