//! Counts: what a bilan is made from. No name, no text.
use super::marks;
use crate::{Difficulty, Kind, State, policy};
use access::Actor;
use db::{Result, Row, Tx, Value};
use kernel::{Moment, UnitId};
use std::collections::BTreeMap;
use web::{List, Paged, Pager};

/// The families' difficulties of one school and one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The school; none for several together.
    pub school: Option<UnitId>,
    /// About what.
    pub kind: Kind,
    /// How many stand in each state, in the order of [`State::ALL`].
    pub states: [i64; 4],
    /// Hours it took to close each closed one, shortest first.
    pub hours: Vec<i64>,
}

impl Count {
    /// How many came in.
    pub fn opened(&self) -> i64 {
        self.states.iter().sum()
    }

    /// How many are closed.
    pub fn closed(&self) -> i64 {
        self.states[3]
    }

    /// How many are still to be seen to.
    pub fn open(&self) -> i64 {
        self.opened() - self.closed()
    }
}

/// The median hours to close over several counts; `None` when none is closed.
pub fn median<'c>(counts: impl IntoIterator<Item = &'c Count>) -> Option<i64> {
    let mut hours: Vec<i64> = counts.into_iter().flat_map(|count| count.hours.iter().copied()).collect();
    hours.sort_unstable();
    hours.get(hours.len().checked_sub(1)? / 2).copied()
}

/// What came in since an instant in `schools`, by school and kind. Counts only: who may see those of a school is the caller's rule.
pub fn counts(tx: &mut Tx<'_>, schools: &[UnitId], since: Moment) -> Result<Vec<Count>> {
    let mut counted = vec![];
    for schools in schools.chunks(500) {
        let condition = format!("d.school_id IN ({})", marks(2, schools.len()));
        counted.extend(counts_where(
            tx,
            ("d.school_id", &condition),
            schools.iter().map(|id| (*id).into()).collect(),
            since,
        )?);
    }
    Ok(counted)
}

/// The same, of all the schools this person counts together: kind by kind.
pub fn counts_seen(tx: &mut Tx<'_>, actor: &Actor, since: Moment) -> Result<Vec<Count>> {
    let seen = access::visible::<policy::Count, Difficulty>(actor, 2);
    counts_where(tx, ("NULL", &seen.sql), seen.params, since)
}

/// The schools this person counts in which anything came in since an instant, by name.
pub fn schools_seen(tx: &mut Tx<'_>, actor: &Actor, since: Moment, pager: Pager) -> Result<Paged<(UnitId, String)>> {
    let seen = access::visible::<policy::Count, Difficulty>(actor, 2);
    let from = format!(
        "unit u WHERE u.id IN (SELECT d.school_id FROM difficulty d WHERE d.audience = 'family' AND d.opened_at >= ?1
           AND {})",
        seen.sql
    );
    let params: Vec<Value> = std::iter::once(since.into()).chain(seen.params).collect();
    let list = List { columns: "u.id, u.name", from: &from, order: "u.sort, u.id", params: &params };
    pager.read(tx, list, |row| (row.get(0), row.get(1)))
}

/// Whole hours until somebody closed it; one that an erasure closed has none.
const HOURS: &str = "CASE WHEN d.closed_by IS NULL THEN NULL ELSE (d.closed_at - d.opened_at + 1800000) / 3600000 END";

fn counts_where(
    tx: &mut Tx<'_>,
    (school, condition): (&str, &str),
    params: Vec<Value>,
    since: Moment,
) -> Result<Vec<Count>> {
    let by = if school == "NULL" { "" } else { "d.school_id, " };
    let sql = format!(
        "SELECT {school}, d.kind, d.state, {HOURS}, count(*) FROM difficulty d
         WHERE d.audience = 'family' AND d.opened_at >= ?1 AND {condition}
         GROUP BY {by}d.kind, d.state, {HOURS} ORDER BY 4"
    );
    let values: Vec<Value> = std::iter::once(since.into()).chain(params).collect();
    let mut counted: BTreeMap<(Option<UnitId>, Kind), Count> = BTreeMap::new();
    for row in tx.query(&sql, &values)? {
        add(&mut counted, &row);
    }
    Ok(counted.into_values().collect())
}

fn add(counted: &mut BTreeMap<(Option<UnitId>, Kind), Count>, row: &Row) {
    let (school, kind) = (row.get(0), Kind::from_word(row.text(1)).unwrap_or(Kind::Other));
    let many: i64 = row.get(4);
    let empty = Count { school, kind, states: [0; 4], hours: vec![] };
    let count = counted.entry((school, kind)).or_insert(empty);
    let state = State::from_word(row.text(2)).unwrap_or(State::New);
    if let Some(place) = State::ALL.iter().position(|one| *one == state) {
        count.states[place] += many;
    }
    if let (State::Closed, Some(hours)) = (state, row.get::<Option<i64>>(3)) {
        count.hours.extend(std::iter::repeat_n(hours, usize::try_from(many).unwrap_or(0)));
    }
}
