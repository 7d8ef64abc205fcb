//! Experience reports and resources: proposed by a team, published by the pilot, read by anybody.
use crate::{
    Dispositif, DispositifId, Kind, Publication, PublicationId, Seat,
    policy::{Draft, Steer},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, UnitId};

const PUBLICATION: &str = "SELECT p.id, d.name, u.name, p.kind, p.title, p.text, p.link, p.proposed_at,
    p.published_at, p.unit_id FROM programme_publication p JOIN programme_dispositif d ON d.id = p.dispositif_id
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
pub fn proposals(tx: &mut Tx<'_>, dispositif: DispositifId, school: Option<UnitId>) -> Result<Vec<Publication>> {
    let of_school = if school.is_some() { "AND p.unit_id = ?2" } else { "" };
    let params: Vec<Value> = std::iter::once(dispositif.into()).chain(school.map(Into::into)).collect();
    let sql = format!(
        "{PUBLICATION} WHERE p.dispositif_id = ?1 {of_school}
         ORDER BY CASE WHEN p.published_at IS NULL THEN 0 ELSE 1 END, p.proposed_at DESC, p.id"
    );
    Ok(tx.query(&sql, &params)?.iter().map(to_publication).collect())
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

/// A page of what is published, the latest first, and how many there are in all.
pub fn experiences(tx: &mut Tx<'_>, page: i64, by: i64) -> Result<(Vec<Publication>, i64)> {
    let sql =
        format!("{PUBLICATION} WHERE p.published_at IS NOT NULL ORDER BY p.published_at DESC, p.id LIMIT ?1 OFFSET ?2");
    let rows = tx.query(&sql, &params![by, (page - 1).max(0) * by])?;
    let all = tx.first("SELECT count(*) FROM programme_publication WHERE published_at IS NOT NULL", &[])?;
    Ok((rows.iter().map(to_publication).collect(), all.map_or(0, |row| row.get(0))))
}

/// One that is published.
pub fn experience(tx: &mut Tx<'_>, id: PublicationId) -> Result<Option<Publication>> {
    let sql = format!("{PUBLICATION} WHERE p.id = ?1 AND p.published_at IS NOT NULL");
    Ok(tx.first(&sql, &params![id])?.as_ref().map(to_publication))
}
