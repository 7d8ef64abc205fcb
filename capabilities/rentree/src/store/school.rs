//! What a turn does at each school: figures, and lines.
use crate::{At, State, Told, TurnId};
use access::{Unit, UnitKind};
use db::{Result, Row, Tx, Value, marks, params};
use directory::people_import::{Fate, Fault, Kind, Line, Plan};
use kernel::{Id, PersonId, UnitId};
use std::{
    collections::{BTreeSet, HashMap},
    fmt::Write as _,
};
use undo::DeedId;
use web::{List, Paged, Pager};

/// How many lines one statement adds.
const LOT: usize = 100;
/// The columns of a line.
const WIDTH: usize = 10;

/// Keeps what a plan would do at a school, in place of what was kept before.
pub fn put_school(tx: &mut Tx<'_>, turn: TurnId, school: UnitId, plan: &Plan) -> Result<()> {
    forget_school(tx, turn, school)?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    tx.execute(
        "INSERT INTO rentree_school (turn_id, unit_id, state, added, changed, same, listed, leaving)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        &params![
            turn,
            school,
            State::Ready.word(),
            count(plan.fated(Fate::Added)),
            count(plan.fated(Fate::Changed)),
            count(plan.fated(Fate::Same)),
            count(plan.listed),
            count(plan.leaving)
        ],
    )?;
    let mut values: Vec<Value> = Vec::with_capacity(plan.lines.len() * WIDTH);
    for (number, line) in plan.lines.iter().enumerate() {
        let at = line.at.as_ref();
        let other = at.map(|(_, _, doubt)| doubt.other());
        values.extend(params![
            turn,
            school,
            count(number),
            line.kind.word(),
            line.person,
            &line.said,
            other.unwrap_or_else(|| line.detail.clone()),
            at.map(|(row, _, _)| i64::try_from(*row).unwrap_or(0)),
            at.map(|(_, column, _)| *column),
            at.map(|(_, _, doubt)| doubt.key())
        ]);
    }
    insert(tx, &values)
}

/// The word of the lines that say what is wrong.
const FAULT: &str = "fault";

/// Keeps what is wrong with the file beside what is known: under the unit for which it was sent.
pub(crate) fn put_faults(tx: &mut Tx<'_>, turn: TurnId, unit: UnitId, faults: &[Fault]) -> Result<()> {
    let mut values: Vec<Value> = Vec::with_capacity(faults.len() * WIDTH);
    for (number, fault) in faults.iter().enumerate() {
        let (known, said) = fault.reason.names();
        values.extend(params![
            turn,
            unit,
            i64::try_from(number).unwrap_or(i64::MAX),
            FAULT,
            None::<UnitId>,
            if said.is_empty() { fault.value.clone() } else { said },
            known,
            i64::try_from(fault.line).unwrap_or(0),
            &fault.column,
            fault.reason.key()
        ]);
    }
    insert(tx, &values)
}

/// Keeps what cannot be at one school, while the others go on.
pub(crate) fn put_refused(tx: &mut Tx<'_>, turn: TurnId, school: UnitId, faults: &[Fault]) -> Result<()> {
    forget_school(tx, turn, school)?;
    let sql = "INSERT INTO rentree_school (turn_id, unit_id, state, added, changed, same, listed, leaving)
               VALUES (?1, ?2, ?3, 0, 0, 0, 0, 0)";
    tx.execute(sql, &params![turn, school, State::Faulty.word()])?;
    put_faults(tx, turn, school, faults)
}

fn insert(tx: &mut Tx<'_>, values: &[Value]) -> Result<()> {
    for values in values.chunks(LOT * WIDTH) {
        let mut sql = "INSERT INTO rentree_line (turn_id, unit_id, number, kind, person_id, said, detail, row_number, column_name,
             doubt) VALUES "
            .to_owned();
        for row in 0..values.len() / WIDTH {
            let comma = if row == 0 { "" } else { "," };
            let _ = write!(sql, "{comma}({})", marks(row * WIDTH + 1, WIDTH));
        }
        tx.execute(&sql, values)?;
    }
    Ok(())
}

/// The word of the lines that say how a column was understood.
const COLUMN: &str = "column";

/// Keeps how the columns of the file were understood: under the unit for which it was sent.
pub fn put_columns(tx: &mut Tx<'_>, turn: TurnId, unit: UnitId, columns: &[(String, String)]) -> Result<()> {
    let mut values: Vec<Value> = Vec::with_capacity(columns.len() * WIDTH);
    for (number, (heading, taken)) in columns.iter().enumerate() {
        let number = 20_000_000 + i64::try_from(number).unwrap_or(0);
        let nothing = None::<String>;
        values.extend(params![
            turn,
            unit,
            number,
            COLUMN,
            None::<UnitId>,
            heading,
            taken,
            None::<i64>,
            nothing.clone(),
            nothing
        ]);
    }
    insert(tx, &values)
}

/// Forgets what a turn would have done at a unit, or what was wrong there.
pub(crate) fn forget_school(tx: &mut Tx<'_>, turn: TurnId, unit: UnitId) -> Result<()> {
    let sql = "DELETE FROM rentree_line WHERE turn_id = ?1 AND unit_id = ?2 AND kind <> 'column'";
    tx.execute(sql, &params![turn, unit])?;
    tx.execute("DELETE FROM rentree_school WHERE turn_id = ?1 AND unit_id = ?2", &params![turn, unit]).map(drop)
}

/// A school was written, or taken back.
pub fn set_deed(tx: &mut Tx<'_>, turn: TurnId, school: UnitId, state: State, deed: Option<DeedId>) -> Result<()> {
    let sql = "UPDATE rentree_school SET state = ?3, deed_id = ?4 WHERE turn_id = ?1 AND unit_id = ?2";
    tx.execute(sql, &params![turn, school, state.word(), deed]).map(drop)
}

/// The columns of a school, for a row read by [`at`].
const AT: &str =
    "u.id, u.code, u.name, u.closed_at, s.state, s.added, s.changed, s.same, s.listed, s.leaving, s.deed_id";

fn at(row: &Row) -> At {
    At {
        school: Unit {
            id: row.get(0),
            kind: UnitKind::Etablissement,
            code: row.get(1),
            name: row.get(2),
            closed: row.get::<Option<i64>>(3).is_some(),
        },
        state: State::from_word(row.text(4)).unwrap_or(State::Ready),
        added: row.get(5),
        changed: row.get(6),
        same: row.get(7),
        listed: row.get(8),
        leaving: row.get(9),
        deed: row.get(10),
        counts: vec![],
        opened: vec![],
    }
}

/// The schools of a turn, by name.
pub fn schools(tx: &mut Tx<'_>, turn: TurnId, pager: Pager) -> Result<Paged<At>> {
    let from = "rentree_school s JOIN unit u ON u.id = s.unit_id WHERE s.turn_id = ?1";
    pager.read(tx, List { columns: AT, from, order: "u.sort, u.code", params: &params![turn] }, at)
}

/// One school of a turn.
pub fn school(tx: &mut Tx<'_>, turn: TurnId, school: UnitId) -> Result<Option<At>> {
    let sql = format!(
        "SELECT {AT} FROM rentree_school s JOIN unit u ON u.id = s.unit_id WHERE s.turn_id = ?1 AND s.unit_id = ?2"
    );
    Ok(tx.first(&sql, &params![turn, school])?.as_ref().map(at))
}

/// Whether all that a plan says was shown. It may say less: what somebody of two schools is was written with the first of them.
pub fn is_shown(tx: &mut Tx<'_>, turn: TurnId, school: UnitId, plan: &Plan) -> Result<bool> {
    let sql = "SELECT kind, said, detail FROM rentree_line WHERE turn_id = ?1 AND unit_id = ?2 AND kind NOT IN ('kept', 'column')
               ORDER BY number";
    let rows = tx.query(sql, &params![turn, school])?;
    let told = |kind: &str, said: &str, detail: &str| [kind, said, detail].join("\n");
    let mut shown: HashMap<String, usize> = HashMap::new();
    for row in &rows {
        *shown.entry(told(row.text(0), row.text(1), row.text(2))).or_default() += 1;
    }
    let was_shown = |line: &Line| {
        let detail = line.at.as_ref().map_or_else(|| line.detail.clone(), |(_, _, doubt)| doubt.other());
        let left = shown.get_mut(&told(line.kind.word(), &line.said, &detail)).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    };
    Ok(plan.lines.iter().all(was_shown))
}

/// Keeps who and what stayed when a school was taken back, because something changed since.
pub fn put_kept(tx: &mut Tx<'_>, turn: TurnId, school: UnitId, kept: &BTreeSet<Id<()>>) -> Result<()> {
    let people: Vec<PersonId> = kept.iter().map(|id| id.cast()).collect();
    let names = directory::store::names(tx, &people)?;
    let units: Vec<UnitId> = kept.iter().map(|id| id.cast()).collect();
    let classes = access::store::names(tx, &units)?;
    let mut values: Vec<Value> = vec![];
    for (number, id) in kept.iter().enumerate() {
        let person = names.get(&id.cast());
        let said = person.map(|(given, family)| format!("{family} {given}"));
        let said = said.or_else(|| classes.get(&id.cast()).cloned()).unwrap_or_default();
        let number = 10_000_000 + i64::try_from(number).unwrap_or(0);
        let person: Option<PersonId> = person.map(|_| id.cast());
        values.extend(params![
            turn,
            school,
            number,
            KEPT,
            person,
            said,
            "",
            None::<i64>,
            None::<String>,
            None::<String>
        ]);
    }
    insert(tx, &values)
}

/// Who and what stayed when a school was taken back.
pub fn kept(tx: &mut Tx<'_>, turn: TurnId, school: UnitId, pager: Pager) -> Result<Paged<Told>> {
    of_word(tx, turn, school, KEPT, pager)
}

/// The word of the lines that say what stayed.
const KEPT: &str = "kept";

const TOLD: &str = "l.kind, l.person_id, l.said, l.detail, l.row_number, l.column_name, l.doubt,
    EXISTS (SELECT 1 FROM rentree_stay y WHERE y.turn_id = l.turn_id AND y.person_id = l.person_id)";

/// A line.
fn told(row: &Row) -> Told {
    Told {
        kind: Kind::from_word(row.text(0)),
        person: row.get(1),
        said: row.get(2),
        detail: row.get(3),
        row: row.get(4),
        column: row.get(5),
        doubt: row.get(6),
        stays: row.get(7),
    }
}

/// The lines of a turn at a unit, of one kind or what is wrong, in the order of the file.
pub fn lines(tx: &mut Tx<'_>, turn: TurnId, unit: UnitId, kind: Option<Kind>, pager: Pager) -> Result<Paged<Told>> {
    of_word(tx, turn, unit, kind.map_or(FAULT, Kind::word), pager)
}

fn of_word(tx: &mut Tx<'_>, turn: TurnId, unit: UnitId, word: &str, pager: Pager) -> Result<Paged<Told>> {
    let from = "rentree_line l WHERE l.turn_id = ?1 AND l.unit_id = ?2 AND l.kind = ?3";
    let list = List { columns: TOLD, from, order: "l.number", params: &params![turn, unit, word] };
    pager.read(tx, list, told)
}

/// Whether a line of a turn at a school is about this person.
pub fn is_line(tx: &mut Tx<'_>, turn: TurnId, school: UnitId, person: PersonId) -> Result<bool> {
    let sql = "SELECT 1 FROM rentree_line WHERE turn_id = ?1 AND unit_id = ?2 AND person_id = ?3 LIMIT 1";
    Ok(tx.first(sql, &params![turn, school, person])?.is_some())
}

/// Forgets what a turn would have done anywhere.
pub fn forget_schools(tx: &mut Tx<'_>, turn: TurnId) -> Result<()> {
    tx.execute("DELETE FROM rentree_line WHERE turn_id = ?1 AND kind <> 'column'", &params![turn])?;
    tx.execute("DELETE FROM rentree_school WHERE turn_id = ?1", &params![turn]).map(drop)
}
