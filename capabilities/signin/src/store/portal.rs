//! Portals: what is said of them, and what was read of them.
use crate::{
    policy::Keep,
    portal::{Kind, Learnt, Portal, PortalId},
};
use access::{Actor, Allowed, Unit, UnitKind};
use db::{Result, Row, Tx, params};
use kernel::{Moment, UnitId};
use web::{List, Paged, Pager};

const PORTAL: &str =
    "p.id, p.key, p.name, p.kind, u.id, u.kind, u.code, u.name, u.closed_at, p.staff, p.settings, p.secret, p.written,
    p.learnt, p.learnt_at, p.ends_at, p.drift, p.trouble, p.trouble_at, p.closed_at";
const FROM: &str = "signin_portal p JOIN unit u ON u.id = p.unit_id";

fn portal(row: &Row) -> Portal {
    let unit = Unit {
        id: row.get(4),
        kind: UnitKind::from_word(row.text(5)).unwrap_or(UnitKind::Etablissement),
        code: row.get(6),
        name: row.get(7),
        closed: row.get::<Option<i64>>(8).is_some(),
    };
    let at: Moment = row.get(14);
    let learnt: Learnt = serde_json::from_str(row.text(13)).unwrap_or_default();
    Portal {
        id: row.get(0),
        key: row.get(1),
        name: row.get(2),
        kind: Kind::from_word(row.text(3)).unwrap_or(Kind::Cas),
        unit,
        staff: row.get(9),
        settings: serde_json::from_str(row.text(10)).unwrap_or_default(),
        sealed: row.get(11),
        written: row.get(12),
        learnt: Learnt { at: (at.0 > 0).then_some(at), ..learnt },
        ends_at: row.get(15),
        drift: row.get(16),
        trouble: row.get::<Option<Moment>>(18).map(|at| (row.get(17), at)),
        closed_at: row.get(19),
        lineage: vec![],
    }
}

fn placed(tx: &mut Tx<'_>, row: Option<&Row>) -> Result<Option<Portal>> {
    let Some(mut portal) = row.map(portal) else { return Ok(None) };
    portal.lineage = access::store::lineage(tx, portal.unit.id)?;
    Ok(Some(portal))
}

/// The portal of this name in addresses, whoever asks: it is a door, open or not.
pub fn by_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<Portal>> {
    let row = tx.first(&format!("SELECT {PORTAL} FROM {FROM} WHERE p.key = ?1"), &params![key])?;
    placed(tx, row.as_ref())
}

/// Keeps what it shares with this house.
pub fn set_sealed(tx: &mut Tx<'_>, portal: &Portal) -> Result<()> {
    let sql = "UPDATE signin_portal SET secret = ?2 WHERE id = ?1";
    tx.execute(sql, &params![portal.id, portal.sealed.clone()]).map(drop)
}

/// The portal of this id, open or not.
pub fn by_id(tx: &mut Tx<'_>, id: PortalId) -> Result<Option<Portal>> {
    let row = tx.first(&format!("SELECT {PORTAL} FROM {FROM} WHERE p.id = ?1"), &params![id])?;
    placed(tx, row.as_ref())
}

/// The portal, if this person may change it.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, id: PortalId) -> Result<Option<Allowed<Keep, Portal>>> {
    Ok(by_id(tx, id)?.and_then(|portal| access::check(actor, portal).ok()))
}

/// The portals that this person may change, open ones first.
pub fn kept(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Portal>> {
    let seen = access::visible::<Keep, Portal>(actor, 1);
    let from = format!("{FROM} WHERE {}", seen.sql);
    let order = "CASE WHEN p.closed_at IS NULL THEN 0 ELSE 1 END, p.name, p.id";
    pager.read(tx, List { columns: PORTAL, from: &from, order, params: &seen.params }, portal)
}

/// A door that leads out to a portal, as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    /// Its name in addresses.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// Whether it does not answer at this moment, as far as is known.
    pub away: bool,
}

/// The most doors that one school has.
const DOORS: usize = 12;
/// For how many minutes a portal that did not answer is said to be away.
const AWAY: i64 = 5;

/// The doors of a school (a platform of courses is none: one comes from there): its own first, then those of all that it is part of. With none, those of the whole house.
pub fn doors(tx: &mut Tx<'_>, school: Option<UnitId>, now: Moment) -> Result<Vec<Out>> {
    let columns = "SELECT p.key, p.name, p.trouble, p.trouble_at FROM signin_portal p JOIN unit u ON u.id = p.unit_id";
    let order = "ORDER BY CASE u.kind WHEN 'etablissement' THEN 0 ELSE 1 END, p.name, p.id";
    let rows = match school {
        Some(school) => {
            let of = "JOIN unit_closure c ON c.ancestor = p.unit_id AND c.descendant = ?1";
            tx.query(
                &format!("{columns} {of} WHERE p.closed_at IS NULL AND p.kind <> 'lti' {order}"),
                &params![school],
            )?
        }
        None => tx.query(
            &format!("{columns} WHERE p.closed_at IS NULL AND p.kind <> 'lti' AND u.kind = 'academie' {order}"),
            &[],
        )?,
    };
    Ok(rows.iter().take(DOORS).map(|row| door(row, now)).collect())
}

/// The door of this name, open.
pub fn out(tx: &mut Tx<'_>, key: &str, now: Moment) -> Result<Option<Out>> {
    let sql = "SELECT p.key, p.name, p.trouble, p.trouble_at FROM signin_portal p WHERE p.key = ?1 AND p.closed_at IS NULL AND p.kind <> 'lti'";
    Ok(tx.first(sql, &params![key])?.as_ref().map(|row| door(row, now)))
}

fn door(row: &Row, now: Moment) -> Out {
    let at: Option<Moment> = row.get(3);
    let away = row.text(2) == "away" && at.is_some_and(|at| at.plus_minutes(AWAY) > now);
    Out { key: row.get(0), name: row.get(1), away }
}

/// Whether there is any open portal.
pub fn any(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(tx.first("SELECT 1 FROM signin_portal WHERE closed_at IS NULL AND kind <> 'lti' LIMIT 1", &[])?.is_some())
}

/// The open unit of this code, as people write it: a school, or what a portal is for above it.
pub fn unit(tx: &mut Tx<'_>, said: &str) -> Result<Option<Unit>> {
    let (code, name) = (said.trim().to_uppercase(), kernel::fold(said.trim()));
    for kind in [UnitKind::Etablissement, UnitKind::Academie, UnitKind::Departement, UnitKind::Bassin] {
        for code in [&code, &name] {
            if let Some(unit) = access::store::by_code(tx, kind, code)?.filter(|unit| !unit.closed) {
                return Ok(Some(unit));
            }
        }
    }
    Ok(None)
}

/// Whether some portal, open or not, has this name in addresses.
pub fn is_taken(tx: &mut Tx<'_>, key: &str) -> Result<bool> {
    Ok(tx.first("SELECT 1 FROM signin_portal WHERE key = ?1", &params![key])?.is_some())
}

/// Keeps a portal: a new one, or another state of one. What was read of it is read again.
pub fn put(tx: &mut Tx<'_>, portal: &Portal, now: Moment) -> Result<()> {
    let settings = serde_json::to_string(&portal.settings).unwrap_or_default();
    tx.execute(
        "INSERT INTO signin_portal (id, key, name, kind, unit_id, staff, settings, secret, written, learnt, learnt_at, drift, trouble,
           since)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '', 0, 0, '', ?10)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, unit_id = excluded.unit_id,
           staff = excluded.staff, settings = excluded.settings, secret = excluded.secret, written = excluded.written,
           learnt = '', learnt_at = 0, ends_at = NULL, trouble = '', trouble_at = NULL, closed_at = NULL",
        &params![
            portal.id,
            &portal.key,
            &portal.name,
            portal.kind.word(),
            portal.unit.id,
            portal.staff,
            settings,
            portal.sealed.clone(),
            portal.written,
            now
        ],
    )
    .map(drop)
}

/// Closes a portal: nobody comes by it from now on, and who came by it is out.
pub fn close(tx: &mut Tx<'_>, id: PortalId, now: Moment) -> Result<()> {
    tx.execute("UPDATE signin_portal SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL", &params![id, now])?;
    super::through::end_portal(tx, id)
}

/// Opens it again.
pub fn reopen(tx: &mut Tx<'_>, id: PortalId) -> Result<()> {
    tx.execute("UPDATE signin_portal SET closed_at = NULL WHERE id = ?1", &params![id]).map(drop)
}

/// Keeps what was read of a portal, and until when its keys hold.
pub fn learn(tx: &mut Tx<'_>, id: PortalId, learnt: &Learnt, ends: Option<Moment>, now: Moment) -> Result<()> {
    let said = serde_json::to_string(learnt).unwrap_or_default();
    let sql = "UPDATE signin_portal SET learnt = ?2, learnt_at = ?3, ends_at = ?4, trouble = '', trouble_at = NULL WHERE id = ?1";
    tx.execute(sql, &params![id, said, now, ends]).map(drop)
}

/// Says what went wrong with a portal, or that it goes well again.
pub fn set_trouble(tx: &mut Tx<'_>, id: PortalId, trouble: Option<&str>, now: Moment) -> Result<()> {
    let sql = "UPDATE signin_portal SET trouble = ?2, trouble_at = ?3 WHERE id = ?1 AND (trouble <> ?2 OR trouble_at IS NULL OR ?2 <> '')";
    tx.execute(sql, &params![id, trouble.unwrap_or(""), trouble.map(|_| now)]).map(drop)
}

/// By how many seconds its clock is ahead.
pub fn set_drift(tx: &mut Tx<'_>, id: PortalId, drift: i64) -> Result<()> {
    tx.execute("UPDATE signin_portal SET drift = ?2 WHERE id = ?1 AND drift <> ?2", &params![id, drift]).map(drop)
}

/// Every open portal, for what goes on by itself.
pub fn open(tx: &mut Tx<'_>) -> Result<Vec<Portal>> {
    let rows = tx.query(&format!("SELECT {PORTAL} FROM {FROM} WHERE p.closed_at IS NULL ORDER BY p.id"), &[])?;
    Ok(rows.iter().map(portal).collect())
}
