//! The SQL of this slice: the trail, as those read it who answer for where it was done, and those whom it is about.
use crate::policy::{Line, Read};
use access::{
    Actor,
    audit::{DEED, Deed, deed},
};
use db::{Result, Tx, Value, params};
use kernel::{Moment, PersonId};
use web::{Asking, List, Paged, Pager};

/// The lines of the trail that this person reads, from an instant to another, of one person or of all: what they did, and what was
/// done to them. The last first.
pub fn trail(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (from, to): (Moment, Moment),
    person: Option<PersonId>,
    pager: Pager,
) -> Result<Paged<Deed>> {
    let mut values: Vec<Value> = params![from, to].into();
    let whose = match person {
        Some(person) => {
            values.push(person.into());
            " AND (a.person_id = ?3 OR a.thing = ?3)"
        }
        None => "",
    };
    let seen = access::visible::<Read, Line>(actor, values.len() + 1);
    values.extend(seen.params);
    let within = format!("audit a WHERE a.at >= ?1 AND a.at < ?2{whose} AND {}", seen.sql);
    pager.read(tx, List { columns: DEED, from: &within, order: "a.at DESC, a.id DESC", params: &values }, deed)
}

/// What others did about this person, and what they did about themself, the last first.
pub fn about(tx: &mut Tx<'_>, person: PersonId, pager: Pager) -> Result<Paged<Deed>> {
    let list =
        List { columns: DEED, from: "audit WHERE thing = ?1", order: "at DESC, id DESC", params: &params![person] };
    pager.read(tx, list, deed)
}

/// For how many days it is told that somebody has left who had promised something.
const TOLD: i64 = 4;

/// Those who have left these days of the schools one keeps, and what they had promised was taken back: how many.
pub fn left(asking: &mut Asking<'_>) -> String {
    let schools = asking.actor.units(access::roles::DECIDERS);
    let (ids, since) = (asking.ids(schools), asking.bind(asking.now.plus_days(-TOLD)));
    format!(
        "SELECT 'secretariat-card-left', NULL, NULL, '', count(DISTINCT a.thing), max(a.at), NULL FROM audit a
         WHERE a.unit_id IN ({ids}) AND a.at > {since} AND a.deed = 'person/released' HAVING count(*) > 0"
    )
}

/// Somebody whom a demonstration shows: a pupil of a school, with who answers for them.
pub(crate) const SOMEBODY: &str = "SELECT m.person_id FROM unit_closure c JOIN membership m ON m.unit_id = c.descendant
    AND m.role = 'pupil' WHERE c.ancestor = ?1 ORDER BY m.person_id DESC LIMIT 1";
