//! All the SQL of turns.
mod day;
mod fate;
mod school;
mod work;

pub use day::EMPTY;
pub use fate::{Fates, Said, counts, fates, said};
pub(crate) use school::{forget_school, put_faults, put_refused};
pub use school::{
    forget_schools, is_line, is_shown, kept, lines, put_columns, put_kept, put_school, school, schools, set_deed,
};
pub use work::{begin, is_due, progress, settle, supersede, take, topic};

use crate::{State, Turn, TurnId, policy::Send};
use access::{Actor, Allowed, Unit, UnitKind};
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId};
use std::collections::BTreeSet;
use web::{List, Paged, Pager};

/// The rows that hang from a turn whose time is over.
pub const PAST: &str = "turn_id IN (SELECT id FROM rentree_turn WHERE at < ?1 - 3024000000)";

/// The first turn of a demonstration.
pub const FIRST: &str = "SELECT id FROM rentree_turn ORDER BY id LIMIT 1";

/// The columns of a turn, for a row read by [`turn`].
const TURN: &str =
    "t.id, t.at, t.person_id, u.id, u.kind, u.code, u.name, u.closed_at, t.source, t.complete, t.turns, t.leaves_at,
    t.file, t.state, t.done, t.total, t.whose, t.confirmed_by";

fn turn(row: &Row) -> Turn {
    let unit = Unit {
        id: row.get(3),
        kind: UnitKind::from_word(row.text(4)).unwrap_or(UnitKind::Etablissement),
        code: row.get(5),
        name: row.get(6),
        closed: row.get::<Option<i64>>(7).is_some(),
    };
    Turn {
        id: row.get(0),
        at: row.get(1),
        by: row.get(2),
        unit,
        source: row.get(8),
        complete: row.get(9),
        turns: row.get(10),
        leaves: row.get(11),
        file: row.get(12),
        state: State::from_word(row.text(13)).unwrap_or(State::Faulty),
        done: row.get(14),
        total: row.get(15),
        whose: row.get(16),
        confirmed: row.get::<Option<PersonId>>(17).is_some(),
        lineage: vec![],
    }
}

/// Keeps a list that was sent: it is compared next.
pub fn add(tx: &mut Tx<'_>, turn: &Turn) -> Result<()> {
    tx.execute(
        "INSERT INTO rentree_turn (id, at, person_id, unit_id, source, whose, complete, turns, leaves_at, file, state, lease_at, done,
           total)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, 0, 0)",
        &params![
            turn.id,
            turn.at,
            turn.by,
            turn.unit.id,
            &turn.source,
            &turn.whose,
            turn.complete,
            turn.turns,
            turn.leaves,
            &turn.file,
            State::Reading.word()
        ],
    )
    .map(drop)
}

/// The turn of this id, whoever asks: for the work that goes on by itself.
pub fn by_id(tx: &mut Tx<'_>, id: TurnId) -> Result<Option<Turn>> {
    let sql = format!("SELECT {TURN} FROM rentree_turn t JOIN unit u ON u.id = t.unit_id WHERE t.id = ?1");
    let Some(mut turn) = tx.first(&sql, &params![id])?.as_ref().map(turn) else { return Ok(None) };
    turn.lineage = access::store::lineage(tx, turn.unit.id)?;
    Ok(Some(turn))
}

/// The turn, if this person may send lists there. Hidden and absent look the same.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, id: TurnId) -> Result<Option<Allowed<Send, Turn>>> {
    Ok(by_id(tx, id)?.and_then(|turn| access::check(actor, turn).ok()))
}

/// The turns this person may see, the last first.
pub fn all(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Turn>> {
    let seen = access::visible::<Send, Turn>(actor, 1);
    let from = format!("rentree_turn t JOIN unit u ON u.id = t.unit_id WHERE {}", seen.sql);
    pager.read(tx, List { columns: TURN, from: &from, order: "t.at DESC, t.id DESC", params: &seen.params }, turn)
}

/// Those who stay although they are no longer listed.
pub fn staying(tx: &mut Tx<'_>, turn: TurnId) -> Result<BTreeSet<PersonId>> {
    let rows = tx.query("SELECT person_id FROM rentree_stay WHERE turn_id = ?1", &params![turn])?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// Says whether somebody stays.
pub fn set_staying(tx: &mut Tx<'_>, turn: TurnId, person: PersonId, stays: bool) -> Result<()> {
    let sql = if stays {
        "INSERT INTO rentree_stay (turn_id, person_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM rentree_stay WHERE turn_id = ?1 AND person_id = ?2"
    };
    tx.execute(sql, &params![turn, person]).map(drop)
}

/// Another day on which those leave who are no longer listed.
pub fn set_leaves(tx: &mut Tx<'_>, turn: TurnId, leaves: Moment) -> Result<()> {
    tx.execute("UPDATE rentree_turn SET leaves_at = ?2 WHERE id = ?1", &params![turn, leaves]).map(drop)
}

/// Who confirmed it.
pub fn set_confirmed(tx: &mut Tx<'_>, turn: TurnId, by: PersonId) -> Result<()> {
    tx.execute("UPDATE rentree_turn SET confirmed_by = ?2 WHERE id = ?1", &params![turn, by]).map(drop)
}

/// Forgets a list of which nothing was applied; its file is swept away, since nothing names it any more.
pub fn forget(tx: &mut Tx<'_>, turn: TurnId) -> Result<()> {
    for table in ["rentree_line", "rentree_stay", "rentree_school"] {
        tx.execute(&format!("DELETE FROM {table} WHERE turn_id = ?1"), &params![turn])?;
    }
    tx.execute("DELETE FROM rentree_turn WHERE id = ?1", &params![turn]).map(drop)
}

/// The files of turns that are kept.
pub fn files(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    Ok(tx.query("SELECT file FROM rentree_turn WHERE file <> ''", &[])?.iter().map(|row| row.get(0)).collect())
}

/// What is known of a person here: the lists they sent, and the lines about them.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    web::told(
        tx,
        person,
        &[
            ("sent", "SELECT at, state FROM rentree_turn WHERE person_id = ?1 ORDER BY at", &["at", "state"]),
            (
                "line",
                "SELECT kind, said, detail FROM rentree_line WHERE person_id = ?1 ORDER BY turn_id, number",
                &["kind", "said", "detail"],
            ),
            ("stay", "SELECT turn_id FROM rentree_stay WHERE person_id = ?1", &["turn"]),
        ],
    )
}

/// Forgets a person: no line names them; that a list was sent stays, as long as it can be undone. The file of a turn that names them
/// goes with it.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    let sql = "UPDATE rentree_turn SET file = '' WHERE id IN (SELECT turn_id FROM rentree_line WHERE person_id = ?1)";
    tx.execute(sql, &params![person])?;
    tx.execute("DELETE FROM rentree_line WHERE person_id = ?1", &params![person])?;
    tx.execute("DELETE FROM rentree_stay WHERE person_id = ?1", &params![person]).map(drop)
}
