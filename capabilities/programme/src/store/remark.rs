//! What the teams remark for the bilan.
use crate::{DispositifId, Remark, RemarkId, Seat, policy::Draft};
use access::{Actor, Allowed};
use db::{Result, Tx, Value, params};
use kernel::{Moment, UnitId};
use web::{List, Paged, Pager};

/// Adds a remark.
pub fn add_remark(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seat: &Allowed<Draft, Seat>,
    id: RemarkId,
    text: &str,
    now: Moment,
) -> Result<()> {
    let sql = "INSERT INTO programme_remark (id, dispositif_id, unit_id, author_id, text, at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    tx.execute(sql, &params![id, seat.dispositif, seat.school.id, actor.person, text, now]).map(drop)
}

/// Takes one's own remark back.
pub fn drop_remark(tx: &mut Tx<'_>, actor: &Actor, seat: &Allowed<Draft, Seat>, id: RemarkId) -> Result<()> {
    let sql = "DELETE FROM programme_remark WHERE id = ?1 AND author_id = ?2 AND dispositif_id = ?3 AND unit_id = ?4";
    tx.execute(sql, &params![id, actor.person, seat.dispositif, seat.school.id]).map(drop)
}

/// The remarks of a dispositif, or of one of its schools, by school and age, each with its id. Those of somebody forgotten are gone.
pub fn remarks(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    school: Option<UnitId>,
    pager: Pager,
) -> Result<Paged<(RemarkId, Remark)>> {
    let of_school = if school.is_some() { "AND r.unit_id = ?2" } else { "" };
    let from = format!(
        "programme_remark r JOIN unit u ON u.id = r.unit_id
         WHERE r.dispositif_id = ?1 {of_school} AND r.text <> ''"
    );
    let params: Vec<Value> = std::iter::once(dispositif.into()).chain(school.map(Into::into)).collect();
    let columns = "r.id, r.unit_id, u.name, r.author_id, r.text, r.at";
    let list = List { columns, from: &from, order: "u.sort, r.unit_id, r.at, r.id", params: &params };
    pager.read(tx, list, |row| {
        let remark = Remark {
            school: row.get(1),
            school_name: row.get(2),
            author: row.get(3),
            text: row.get(4),
            at: row.get(5),
        };
        (row.get(0), remark)
    })
}
