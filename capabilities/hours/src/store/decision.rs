//! What the head decides of a line, and takes back while it was not sent.
use crate::{
    model::{Hour, HourId, Place, Refusal, State},
    policy::{Approve, Keep},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Row, Tx, Value, params};
use kernel::{Chance, Id, Moment, PersonId};

/// What became of it.
type Done = Result<std::result::Result<(), Refusal>>;

/// A decision, signed and dated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Who decided.
    pub by: PersonId,
    /// Their names.
    pub name: (String, String),
    /// When.
    pub at: Moment,
    /// Approved, or refused.
    pub approved: bool,
    /// Whether it took back the decision before it, and is none itself.
    pub back: bool,
    /// The minutes that were due.
    pub due: i64,
    /// The word of a refusal.
    pub word: String,
}

/// The head approves the line as it was read.
pub fn approve(tx: &mut Tx<'_>, hour: &Allowed<Approve, Hour>, by: &Actor, id: Id<Decision>, now: Moment) -> Done {
    decide(tx, hour, by, (id, true, ""), now)
}

/// The head refuses the line with a word.
pub fn refuse(
    tx: &mut Tx<'_>,
    hour: &Allowed<Approve, Hour>,
    by: &Actor,
    (id, word): (Id<Decision>, &str),
    now: Moment,
) -> Done {
    decide(tx, hour, by, (id, false, word), now)
}

fn decide(
    tx: &mut Tx<'_>,
    hour: &Allowed<Approve, Hour>,
    by: &Actor,
    (id, approved, word): (Id<Decision>, bool, &str),
    now: Moment,
) -> Done {
    if approved && hour.teacher == by.person {
        return Ok(Err(Refusal::Own));
    }
    let state = if approved { State::Approved } else { State::Refused };
    let rows = tx.execute(
        "UPDATE hours_entry SET state = ?2 WHERE id = ?1 AND state IN ('proposed', 'confirmed') AND minutes = ?3
         AND came = ?4 AND state = ?5",
        &params![hour.id, state.word(), hour.minutes, hour.came, hour.state.word()],
    )?;
    if rows == 0 {
        return Ok(Err(Refusal::Meanwhile));
    }
    tx.execute(
        "INSERT INTO hours_decision (id, hour_id, by_id, at, approved, due, word, was, back)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)",
        &params![id, hour.id, by.person, now, approved, hour.due, word, hour.state.word()],
    )?;
    Ok(Ok(()))
}

/// Whether the decision `d` of the line `h` may be taken back: nothing was done to the line since, nor was it sent.
pub(super) const STANDS: &str = "d.back = 0 AND h.state = CASE WHEN d.approved = 1 THEN 'approved' ELSE 'refused' END
    AND NOT EXISTS (SELECT 1 FROM hours_decision o WHERE o.hour_id = d.hour_id AND o.at > d.at)
    AND NOT EXISTS (SELECT 1 FROM hours_correction c WHERE c.hour_id = d.hour_id AND c.at > d.at)
    AND NOT EXISTS (SELECT 1 FROM hours_batch_line l JOIN hours_batch b ON b.id = l.batch_id
      WHERE l.hour_id = d.hour_id AND b.at >= d.at)";

/// The lines whose decision may be taken back, with what each was before, under a condition on both.
fn standing(tx: &mut Tx<'_>, condition: &str, values: &[Value]) -> Result<Vec<(HourId, String)>> {
    let sql = format!(
        "SELECT h.id, d.was FROM hours_decision d JOIN hours_entry h ON h.id = d.hour_id
         WHERE {condition} AND {STANDS} ORDER BY h.id"
    );
    Ok(tx.query(&sql, values)?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// Whether what was decided of the line may still be taken back.
pub fn can_take_back<P: Permission<Hour>>(tx: &mut Tx<'_>, hour: &Allowed<P, Hour>) -> Result<bool> {
    Ok(!standing(tx, "h.id = ?1", &params![hour.id])?.is_empty())
}

/// Takes back what was decided of a line: it is again as it was before.
pub fn take_back(
    tx: &mut Tx<'_>,
    hour: &Allowed<Approve, Hour>,
    by: &Actor,
    (chance, now): (&dyn Chance, Moment),
) -> Done {
    let lines = standing(tx, "h.id = ?1", &params![hour.id])?;
    let done = undo(tx, lines, by, (chance, now))?;
    Ok(if done > 0 { Ok(()) } else { Err(Refusal::Sent) })
}

/// Takes back all that this person decided at one instant in a school. Says how many lines.
pub fn take_back_all(
    tx: &mut Tx<'_>,
    place: &Allowed<Keep, Place>,
    by: &Actor,
    at: Moment,
    (chance, now): (&dyn Chance, Moment),
) -> Result<usize> {
    let lines = standing(tx, "d.by_id = ?1 AND d.at = ?2 AND h.unit_id = ?3", &params![by.person, at, place.unit])?;
    undo(tx, lines, by, (chance, now))
}

fn undo(
    tx: &mut Tx<'_>,
    lines: Vec<(HourId, String)>,
    by: &Actor,
    (chance, now): (&dyn Chance, Moment),
) -> Result<usize> {
    let mut done = 0;
    for (hour, was) in lines {
        // A line decided twice in the same instant stands there twice.
        if tx.first("SELECT 1 FROM hours_entry WHERE id = ?1 AND state = ?2", &params![hour, &was])?.is_some() {
            continue;
        }
        tx.execute("UPDATE hours_entry SET state = ?2 WHERE id = ?1", &params![hour, &was])?;
        done += 1;
        tx.execute(
            "INSERT INTO hours_decision (id, hour_id, by_id, at, approved, due, word, was, back)
             VALUES (?1, ?2, ?3, ?4, 0, 0, '', ?5, 1)",
            &params![Id::<Decision>::new(now, chance), hour, by.person, now, &was],
        )?;
    }
    Ok(done)
}

/// What was decided of the line, oldest first.
pub(super) fn decisions(tx: &mut Tx<'_>, hour: HourId) -> Result<Vec<Decision>> {
    let sql = "SELECT d.by_id, p.given, p.family, d.at, d.approved, d.due, d.word, d.back FROM hours_decision d
               JOIN directory_person p ON p.id = d.by_id WHERE d.hour_id = ?1 ORDER BY d.at, d.id";
    let decision = |row: &Row| Decision {
        by: row.get(0),
        name: (row.get(1), row.get(2)),
        at: row.get(3),
        approved: row.get(4),
        due: row.get(5),
        word: row.get(6),
        back: row.get(7),
    };
    Ok(tx.query(sql, &params![hour])?.iter().map(decision).collect())
}
