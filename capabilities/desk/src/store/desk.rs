//! Desks and their schools.
use super::{DESK, marks, to_desk};
use crate::{
    model::{Desk, DeskId, Names},
    policy::{Decide, Join, Serve},
};
use access::{Actor, Allowed, Permission, Unit, UnitKind};
use db::{Result, Tx, Value, params};
use kernel::{Moment, UnitId};

/// Adds a desk for a school.
pub fn add_desk(tx: &mut Tx<'_>, desk: DeskId, name: &str, names: Names, school: UnitId) -> Result<()> {
    tx.execute(
        "INSERT INTO desk (id, name, names, announcement, pace) VALUES (?1, ?2, ?3, '', 480)",
        &params![desk, name, names.word()],
    )?;
    tx.execute("INSERT INTO desk_school (desk_id, unit_id, accepted) VALUES (?1, ?2, 1)", &params![desk, school])
        .map(drop)
}

/// The desk, under the right `P`, seen from the first school that opens it. Hidden and absent look the same.
pub fn desk_for<P: Permission<Desk>>(tx: &mut Tx<'_>, actor: &Actor, desk: DeskId) -> Result<Option<Allowed<P, Desk>>> {
    let sql = format!(
        "SELECT {DESK} FROM desk_school s JOIN desk d ON d.id = s.desk_id WHERE s.desk_id = ?1 AND s.accepted = 1
         ORDER BY s.unit_id"
    );
    let rows = tx.query(&sql, &params![desk])?;
    Ok(rows.iter().find_map(|row| access::check(actor, to_desk(row)).ok()))
}

fn desks<P: Permission<Desk>>(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Desk>> {
    let seen = access::visible::<P, Desk>(actor, 1);
    let sql = format!(
        "SELECT {DESK} FROM desk_school s JOIN desk d ON d.id = s.desk_id WHERE s.accepted = 1 AND {}
         ORDER BY d.id, s.unit_id",
        seen.sql
    );
    let mut desks: Vec<Desk> = tx.query(&sql, &seen.params)?.iter().map(to_desk).collect();
    desks.dedup_by_key(|desk| desk.id);
    kernel::sort_by_name(&mut desks, |desk| &desk.name);
    Ok(desks)
}

/// The desks where one may help.
pub fn desks_served(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Desk>> {
    desks::<Serve>(tx, actor)
}

/// The desks where one may promise hours.
pub fn to_join(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Desk>> {
    desks::<Join>(tx, actor)
}

/// The desks one decides for.
pub fn to_decide(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Desk>> {
    desks::<Decide>(tx, actor)
}

/// The schools of a desk, with whether each has accepted.
pub fn schools_of(tx: &mut Tx<'_>, desk: DeskId) -> Result<Vec<(Unit, bool)>> {
    let sql = "SELECT u.id, u.code, u.name, s.accepted FROM desk_school s JOIN unit u ON u.id = s.unit_id
               WHERE s.desk_id = ?1 ORDER BY u.sort, u.code";
    let unit = |row: &db::Row| Unit {
        id: row.get(0),
        kind: UnitKind::Etablissement,
        code: row.get(1),
        name: row.get(2),
        closed: false,
    };
    Ok(tx.query(sql, &params![desk])?.iter().map(|row| (unit(row), row.get(3))).collect())
}

/// Changes the name of a desk and how names are shown.
pub fn change_desk(tx: &mut Tx<'_>, desk: &Allowed<Decide, Desk>, name: &str, names: Names) -> Result<()> {
    tx.execute("UPDATE desk SET name = ?2, names = ?3 WHERE id = ?1", &params![desk.id, name, names.word()]).map(drop)
}

/// Proposes to share a desk with another school; its head or referent accepts.
pub fn invite_school(tx: &mut Tx<'_>, desk: &Allowed<Decide, Desk>, school: UnitId) -> Result<()> {
    let sql = "INSERT INTO desk_school (desk_id, unit_id, accepted) VALUES (?1, ?2, 0) ON CONFLICT DO NOTHING";
    tx.execute(sql, &params![desk.id, school]).map(drop)
}

/// The desks proposed to the schools one decides for: desk, its name, and the school invited.
pub fn invitations(tx: &mut Tx<'_>, schools: &[UnitId]) -> Result<Vec<(DeskId, String, UnitId)>> {
    if schools.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT d.id, d.name, s.unit_id FROM desk_school s JOIN desk d ON d.id = s.desk_id
         WHERE s.accepted = 0 AND s.unit_id IN ({}) ORDER BY d.id",
        marks(1, schools.len())
    );
    let schools: Vec<Value> = schools.iter().map(|id| (*id).into()).collect();
    let mut desks: Vec<_> = tx.query(&sql, &schools)?.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect();
    kernel::sort_by_name(&mut desks, |desk: &(DeskId, String, UnitId)| &desk.1);
    Ok(desks)
}

/// Accepts a desk for one of the schools one decides for. Says whether it was proposed.
pub fn accept_school(tx: &mut Tx<'_>, desk: DeskId, schools: &[UnitId]) -> Result<bool> {
    let sql = format!(
        "UPDATE desk_school SET accepted = 1 WHERE desk_id = ?1 AND accepted = 0 AND unit_id IN ({})",
        marks(2, schools.len().max(1))
    );
    let mut values: Vec<Value> = params![desk].into();
    values.extend(schools.iter().map(|id| Value::from(*id)));
    if schools.is_empty() {
        values.push(Value::Bytes(vec![]));
    }
    Ok(tx.execute(&sql, &values)? > 0)
}

/// Says a line to all who wait; an empty one takes it back.
pub fn announce(tx: &mut Tx<'_>, desk: &Allowed<Serve, Desk>, line: &str, now: Moment) -> Result<()> {
    tx.execute("UPDATE desk SET announcement = ?2, announced_at = ?3 WHERE id = ?1", &params![desk.id, line, now])?;
    tx.ring(format!("desk:{}", desk.id));
    Ok(())
}
