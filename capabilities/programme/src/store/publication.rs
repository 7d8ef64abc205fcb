//! Experience reports and resources: proposed by a team, published by the pilot, read by anybody.
use crate::{
    Dispositif, DispositifId, Kind, Publication, PublicationId, Seat,
    policy::{Draft, Steer},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, UnitId};
use web::{List, Paged, Pager};

/// The columns of a publication, for a row read by [`to_publication`].
const COLUMNS: &str = "p.id, d.name, u.name, p.kind, p.title, p.text, p.link, p.proposed_at, p.published_at, p.unit_id";
const FROM: &str = "programme_publication p JOIN programme_dispositif d ON d.id = p.dispositif_id
    JOIN unit u ON u.id = p.unit_id";

fn to_publication(row: &Row) -> Publication {
    Publication {
        id: row.get(0),
        dispositif: row.get(1),
        school: row.get(2),
        kind: Kind::from_word(row.text(3)).unwrap_or(Kind::Report),
        title: row.get(4),
        text: row.get(5),
        link: row.get(6),
        proposed_at: row.get(7),
        published_at: row.get(8),
        unit: row.get(9),
    }
}

/// What a team proposes.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// Its id.
    pub id: PublicationId,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Where more is found; empty for nowhere.
    pub link: String,
}

/// Proposes to publish. The caller has looked for names in it.
pub fn propose(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seat: &Allowed<Draft, Seat>,
    what: &Proposed,
    now: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO programme_publication (id, dispositif_id, unit_id, author_id, kind, title, text, link, proposed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        &params![
            what.id,
            seat.dispositif,
            seat.school.id,
            actor.person,
            what.kind.word(),
            &what.title,
            &what.text,
            &what.link,
            now
        ],
    )
    .map(drop)
}

/// What was proposed and published in a dispositif, or by one of its schools: what waits first.
pub fn proposals(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    school: Option<UnitId>,
    pager: Pager,
) -> Result<Paged<Publication>> {
    let of_school = if school.is_some() { "AND p.unit_id = ?2" } else { "" };
    let params: Vec<Value> = std::iter::once(dispositif.into()).chain(school.map(Into::into)).collect();
    let from = format!("{FROM} WHERE p.dispositif_id = ?1 {of_school}");
    let order = "CASE WHEN p.published_at IS NULL THEN 0 ELSE 1 END, p.proposed_at DESC, p.id";
    pager.read(tx, List { columns: COLUMNS, from: &from, order, params: &params }, to_publication)
}

/// One of them.
pub fn proposal(
    tx: &mut Tx<'_>,
    dispositif: &Allowed<Steer, Dispositif>,
    id: PublicationId,
) -> Result<Option<Publication>> {
    let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE p.id = ?1 AND p.dispositif_id = ?2");
    Ok(tx.first(&sql, &params![id, dispositif.id])?.as_ref().map(to_publication))
}

/// Publishes one that was proposed in this dispositif. Says whether it was waiting.
pub fn publish(
    tx: &mut Tx<'_>,
    dispositif: &Allowed<Steer, Dispositif>,
    id: PublicationId,
    now: Moment,
) -> Result<bool> {
    let sql = "UPDATE programme_publication SET published_at = ?3 WHERE id = ?1 AND dispositif_id = ?2
               AND published_at IS NULL";
    Ok(tx.execute(sql, &params![id, dispositif.id, now])? > 0)
}

/// Takes one from the public pages; it is proposed again.
pub fn withdraw(tx: &mut Tx<'_>, dispositif: &Allowed<Steer, Dispositif>, id: PublicationId) -> Result<()> {
    let sql = "UPDATE programme_publication SET published_at = NULL WHERE id = ?1 AND dispositif_id = ?2";
    tx.execute(sql, &params![id, dispositif.id]).map(drop)
}

/// What is published, the latest first.
pub fn experiences(tx: &mut Tx<'_>, pager: Pager) -> Result<Paged<Publication>> {
    let from = format!("{FROM} WHERE p.published_at IS NOT NULL");
    let list = List { columns: COLUMNS, from: &from, order: "p.published_at DESC, p.id", params: &[] };
    pager.read(tx, list, to_publication)
}

/// One that is published.
pub fn experience(tx: &mut Tx<'_>, id: PublicationId) -> Result<Option<Publication>> {
    let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE p.id = ?1 AND p.published_at IS NOT NULL");
    Ok(tx.first(&sql, &params![id])?.as_ref().map(to_publication))
}
