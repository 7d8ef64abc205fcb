//! Classes: who is in them, and who may see that.
use super::{PERSON, to_person};
use crate::{Class, Person, policy::Read};
use access::{Actor, Allowed, Unit, UnitKind};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};
use web::{List, Paged, Pager};

/// The pupil's class and its school; of two, the one entered last.
pub fn class_and_school(tx: &mut Tx<'_>, pupil: PersonId, now: Moment) -> Result<Option<(Unit, Unit)>> {
    let sql = "SELECT c.id, c.code, c.name, c.closed_at, s.id, s.code, s.name, s.closed_at FROM membership m
               JOIN unit c ON c.id = m.unit_id AND c.kind = 'classe'
               JOIN unit_closure up ON up.descendant = c.id
               JOIN unit s ON s.id = up.ancestor AND s.kind = 'etablissement'
               WHERE m.person_id = ?1 AND m.role = 'pupil' AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
               ORDER BY m.since DESC, c.code LIMIT 1";
    Ok(tx.first(sql, &params![pupil, now])?.map(|row| class_row(&row)))
}

/// The pupil's class; of two, the one entered last.
pub fn class_of(tx: &mut Tx<'_>, pupil: PersonId, now: Moment) -> Result<Option<Unit>> {
    Ok(class_and_school(tx, pupil, now)?.map(|(class, _)| class))
}

/// The school where the person is enrolled or works; of two, the one entered last.
pub fn school_of(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<Option<Unit>> {
    let sql = "SELECT s.id, s.code, s.name, s.closed_at FROM membership m
               JOIN unit_closure up ON up.descendant = m.unit_id
               JOIN unit s ON s.id = up.ancestor AND s.kind = 'etablissement'
               WHERE m.person_id = ?1
                 AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2) ORDER BY m.since DESC, s.code LIMIT 1";
    Ok(tx.first(sql, &params![person, now])?.map(|row| unit(&row, 0, UnitKind::Etablissement)))
}

/// The pupils of a class, by family name.
pub fn pupils_of_class(tx: &mut Tx<'_>, class: UnitId, now: Moment) -> Result<Vec<Person>> {
    let sql = format!(
        "SELECT {PERSON} FROM membership m JOIN directory_person p ON p.id = m.person_id
         WHERE m.unit_id = ?1 AND m.role = 'pupil' AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
         ORDER BY p.sort, p.id"
    );
    Ok(tx.query(&sql, &params![class, now])?.iter().map(to_person).collect())
}

/// The pupils who are or were in a class, by family name: last year's, as long as it is kept who they were.
pub fn were_in(tx: &mut Tx<'_>, class: UnitId, pager: Pager) -> Result<Paged<Person>> {
    let from = "membership m JOIN directory_person p ON p.id = m.person_id AND p.erased = 0
                WHERE m.unit_id = ?1 AND m.role = 'pupil'";
    let list = List { columns: PERSON, from, order: "p.sort, p.id", params: &params![class] };
    pager.read(tx, list, to_person)
}

/// Those who answer for the pupils of a class, each with the child's id, by family name.
pub fn guardians_of_class(tx: &mut Tx<'_>, class: UnitId, now: Moment) -> Result<Vec<(Person, PersonId)>> {
    let sql = format!(
        "SELECT {PERSON}, g.child_id FROM membership m JOIN guardianship g ON g.child_id = m.person_id
         JOIN directory_person p ON p.id = g.guardian_id
         WHERE m.unit_id = ?1 AND m.role = 'pupil' AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
         AND g.since <= ?2 AND (g.until IS NULL OR g.until > ?2) ORDER BY p.sort, p.id"
    );
    Ok(tx.query(&sql, &params![class, now])?.iter().map(|row| (to_person(row), row.get(7))).collect())
}

/// The open classes this person may see, by school and name, each with how many pupils it has.
pub fn classes(tx: &mut Tx<'_>, actor: &Actor, pager: Pager, now: Moment) -> Result<Paged<(Class, i64)>> {
    let seen = access::visible::<Read, Class>(actor, 1);
    let last = seen.params.len() + 1;
    let columns = format!(
        "c.id, c.code, c.name, c.closed_at, s.id, s.code, s.name, s.closed_at,
         (SELECT count(*) FROM membership m WHERE m.unit_id = c.id AND m.role = 'pupil'
            AND m.since <= ?{last} AND (m.until IS NULL OR m.until > ?{last}))"
    );
    // From the schools to their classes: SQLite keeps the order of a CROSS JOIN, PostgreSQL finds it.
    let from = format!(
        "unit s CROSS JOIN unit_closure d CROSS JOIN unit c
         WHERE d.ancestor = s.id AND c.id = d.descendant AND c.kind = 'classe' AND c.closed_at IS NULL
           AND s.kind = 'etablissement' AND {}",
        seen.sql
    );
    let params: Vec<Value> = seen.params.into_iter().chain([now.into()]).collect();
    let order = "s.sort, s.code, c.sort, c.code, c.id";
    pager.read(tx, List { columns: &columns, from: &from, order, params: &params }, |row| {
        let (unit, school) = class_row(row);
        (Class { unit, school }, row.get(8))
    })
}

/// The class, if this person may see it. Hidden and absent look the same.
pub fn find_class(tx: &mut Tx<'_>, actor: &Actor, class: UnitId) -> Result<Option<Allowed<Read, Class>>> {
    let sql = "SELECT c.id, c.code, c.name, c.closed_at, s.id, s.code, s.name, s.closed_at FROM unit c
               JOIN unit_closure up ON up.descendant = c.id
               JOIN unit s ON s.id = up.ancestor AND s.kind = 'etablissement'
               WHERE c.id = ?1 AND c.kind = 'classe' ORDER BY s.code LIMIT 1";
    let Some(row) = tx.first(sql, &params![class])? else { return Ok(None) };
    let (unit, school) = class_row(&row);
    Ok(access::check(actor, Class { unit, school }).ok())
}

fn class_row(row: &Row) -> (Unit, Unit) {
    class_row_at(row, 0)
}

/// A class and its school, from eight columns that begin at `at`.
pub(super) fn class_row_at(row: &Row, at: usize) -> (Unit, Unit) {
    (unit(row, at, UnitKind::Classe), unit(row, at + 4, UnitKind::Etablissement))
}

fn unit(row: &Row, at: usize, kind: UnitKind) -> Unit {
    let closed = row.get::<Option<i64>>(at + 3).is_some();
    Unit { id: row.get(at), kind, code: row.get(at + 1), name: row.get(at + 2), closed }
}
