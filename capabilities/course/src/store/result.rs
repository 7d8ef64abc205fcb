//! How far each one is, as the tool said last.
use crate::{Link, LinkId, Outcome};
use access::Actor;
use db::{Result, Row, Tx, Value, marks, params, with_ids};
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{List, Paged, Pager};

/// From five columns that begin at `at`: done, mark, most, said at, at. Nothing where the tool has said nothing.
pub(super) fn outcome_at(row: &Row, at: usize) -> Option<Outcome> {
    let done: Option<bool> = row.get::<Option<i64>>(at).map(|done| done != 0);
    let mark = row.get::<Option<i64>>(at + 1).zip(row.get::<Option<i64>>(at + 2));
    Some(Outcome { done: done?, mark, said_at: row.get(at + 3), at: row.get(at + 4) })
}

const OUTCOME: &str = "r.done, r.mark, r.most, r.said_at, r.at";

/// What became of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It counts.
    Now,
    /// It came before: nothing changes.
    Before,
    /// One that was said later, or another of the same instant, is there already.
    Late,
}

/// Takes what a tool says of somebody, unless it has said something later.
pub fn take(tx: &mut Tx<'_>, link: LinkId, person: PersonId, outcome: &Outcome) -> Result<Taken> {
    let (mark, most) = outcome.mark.unzip();
    let written = tx.execute(
        "INSERT INTO course_result (link_id, person_id, done, mark, most, said_at, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (link_id, person_id) DO UPDATE SET done = excluded.done, mark = excluded.mark, most = excluded.most,
           said_at = excluded.said_at, at = excluded.at WHERE course_result.said_at < excluded.said_at",
        &params![link, person, outcome.done, mark, most, outcome.said_at, outcome.at],
    )?;
    if written == 1 {
        return Ok(Taken::Now);
    }
    let known = of(tx, link, person)?;
    let same = known.is_some_and(|known| Outcome { at: outcome.at, ..known } == *outcome);
    Ok(if same { Taken::Before } else { Taken::Late })
}

/// How far somebody is in an activity.
pub fn of(tx: &mut Tx<'_>, link: LinkId, person: PersonId) -> Result<Option<Outcome>> {
    let sql = format!("SELECT {OUTCOME} FROM course_result r WHERE r.link_id = ?1 AND r.person_id = ?2");
    Ok(tx.first(&sql, &params![link, person])?.and_then(|row| outcome_at(&row, 0)))
}

/// Whether somebody has done an activity, and since when: what a training path asks of a step that is a course elsewhere. What counts as
/// done is the tool's word (`Completed`, `Submitted`), and its last one.
pub fn completed(tx: &mut Tx<'_>, link: LinkId, person: PersonId) -> Result<Option<Moment>> {
    Ok(of(tx, link, person)?.filter(|outcome| outcome.done).map(|outcome| outcome.said_at))
}

/// How far these people are in an activity.
pub fn of_people(tx: &mut Tx<'_>, link: LinkId, people: &[PersonId]) -> Result<HashMap<PersonId, Outcome>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT r.person_id, {OUTCOME} FROM course_result r WHERE r.link_id = ?1 AND r.person_id IN ({})",
        marks(2, people.len())
    );
    let rows = tx.query(&sql, &with_ids(&params![link], people))?;
    Ok(rows.iter().filter_map(|row| Some((row.get(0), outcome_at(row, 1)?))).collect())
}

/// How far everybody is, by id, a page of them: for the tool itself.
pub fn of_all(tx: &mut Tx<'_>, link: &Link, pager: Pager) -> Result<Paged<(PersonId, Option<Outcome>)>> {
    let columns = format!("r.person_id, {OUTCOME}");
    let list = List {
        columns: &columns,
        from: "course_result r WHERE r.link_id = ?1",
        order: "r.person_id",
        params: &params![link.id],
    };
    pager.read(tx, list, |row| (row.get(0), outcome_at(row, 1)))
}

/// What a child did, for who answers for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The child.
    pub child: PersonId,
    /// The title of the activity.
    pub title: String,
    /// Its best mark.
    pub most: Option<i64>,
    /// How far they are.
    pub outcome: Option<Outcome>,
}

/// What this person's children did, the latest first.
pub fn of_children(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Done>> {
    if actor.children.is_empty() {
        return Ok(Paged::default());
    }
    let from = format!(
        "course_result r JOIN course_link k ON k.id = r.link_id WHERE r.person_id IN ({})",
        marks(1, actor.children.len())
    );
    let columns = format!("r.person_id, k.title, k.most, {OUTCOME}");
    let params: Vec<Value> = actor.children.iter().map(|child| (*child).into()).collect();
    let list = List { columns: &columns, from: &from, order: "r.at DESC, r.link_id, r.person_id", params: &params };
    pager.read(tx, list, |row| Done {
        child: row.get(0),
        title: row.get(1),
        most: Some(row.get::<i64>(2)).filter(|most| *most > 0),
        outcome: outcome_at(row, 3),
    })
}
