//! Duties: who helps, from when to when.
use super::{DUTY, to_duty};
use crate::{
    model::{Desk, DeskId, Duty, DutyId, DutyState},
    policy::Join,
};
use access::{Actor, Allowed, Part};
use db::{Result, Tx, params};
use kernel::Moment;
use web::{List, Paged, Pager};

/// Promises hours: the teacher joins the team of the desk, until a month after their last promise.
pub fn add_duty(tx: &mut Tx<'_>, desk: &Allowed<Join, Desk>, duty: &Duty) -> Result<()> {
    let subjects: Vec<_> = duty.subjects.iter().map(|subject| subject.word()).collect();
    tx.execute(
        "INSERT INTO desk_duty (id, desk_id, teacher_id, subjects, room, starts_at, ends_at, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        &params![
            duty.id,
            desk.id,
            duty.teacher,
            subjects.join(" "),
            duty.room.clone(),
            duty.starts_at,
            duty.ends_at,
            duty.state.word()
        ],
    )?;
    let sql = "SELECT max(ends_at) FROM desk_duty WHERE teacher_id = ?1 AND desk_id = ?2";
    let last = tx.first(sql, &params![duty.teacher, desk.id])?.and_then(|row| row.get(0)).unwrap_or(duty.ends_at);
    let (since, until) = (duty.id.made_at(), Some(last.plus_days(30)));
    access::store::group::join(tx, desk.id.cast(), duty.teacher, Part::Teacher, since, until)?;
    tx.ring(format!("desk:{}", desk.id));
    Ok(())
}

/// The duty, if it is this person's own.
pub fn duty_of(tx: &mut Tx<'_>, actor: &Actor, duty: DutyId) -> Result<Option<Duty>> {
    let sql = format!("SELECT {DUTY} FROM desk_duty u WHERE u.id = ?1 AND u.teacher_id = ?2");
    Ok(tx.first(&sql, &params![duty, actor.person])?.map(|row| to_duty(&row, 0)))
}

/// One's own duties that are not over, soonest first, with the name of the desk.
pub fn own_duties(tx: &mut Tx<'_>, actor: &Actor, now: Moment, pager: Pager) -> Result<Paged<(Duty, String)>> {
    let columns = format!("{DUTY}, d.name");
    let from = "desk_duty u JOIN desk d ON d.id = u.desk_id
         WHERE u.teacher_id = ?1 AND u.ends_at > ?2 AND u.state <> 'closed'";
    let params = params![actor.person, now];
    let list = List { columns: &columns, from, order: "u.starts_at, u.id", params: &params };
    pager.read(tx, list, |row| (to_duty(row, 0), row.get(8)))
}

/// The duties of a desk that end between now and `until`, with given and family name of each.
pub fn duties_of(tx: &mut Tx<'_>, desk: DeskId, now: Moment, until: Moment) -> Result<Vec<(Duty, String, String)>> {
    let sql = format!(
        "SELECT {DUTY}, p.given, p.family FROM desk_duty u JOIN directory_person p ON p.id = u.teacher_id
         WHERE u.desk_id = ?1 AND u.ends_at > ?2 AND u.starts_at < ?3 AND u.state <> 'closed'
         ORDER BY u.starts_at, u.id"
    );
    let rows = tx.query(&sql, &params![desk, now, until])?;
    Ok(rows.iter().map(|row| (to_duty(row, 0), row.get(8), row.get(9))).collect())
}

/// Opens, pauses or closes one's duty; the first opening and the closing are remembered: they are hours.
pub fn set_state(tx: &mut Tx<'_>, duty: &Duty, state: DutyState, now: Moment) -> Result<()> {
    let sql = match state {
        DutyState::Open => "UPDATE desk_duty SET state = ?2, opened_at = COALESCE(opened_at, ?3) WHERE id = ?1",
        DutyState::Closed => "UPDATE desk_duty SET state = ?2, closed_at = ?3 WHERE id = ?1",
        // The instant is bound in every case, so that the three read alike.
        DutyState::Planned | DutyState::Paused => "UPDATE desk_duty SET state = ?2 WHERE id = ?1 AND ends_at > ?3",
    };
    tx.execute(sql, &params![duty.id, state.word(), now])?;
    tx.ring(format!("desk:{}", duty.desk));
    Ok(())
}

/// Takes back a promise that has not begun.
pub fn drop_duty(tx: &mut Tx<'_>, duty: &Duty) -> Result<()> {
    tx.execute("DELETE FROM desk_duty WHERE id = ?1 AND state = 'planned'", &params![duty.id])?;
    tx.ring(format!("desk:{}", duty.desk));
    Ok(())
}
