//! Which server serves the rooms of a school: its own choice, else the one of a unit above it.
use crate::{model::ServerId, policy::DECIDERS};
use access::Actor;
use db::{Result, Row, Tx, marks, params, with_ids};
use kernel::{Moment, UnitId};

/// A server as it was chosen.
#[derive(Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Its id.
    pub id: ServerId,
    /// For which unit it was chosen.
    pub unit: UnitId,
    /// For which purpose; empty for all.
    pub purpose: String,
    /// Its kind.
    pub kind: String,
    /// Its address.
    pub url: String,
    /// What it calls us.
    pub audience: String,
    /// What it shares with us, sealed.
    pub sealed: Option<Vec<u8>>,
}

impl std::fmt::Debug for Chosen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Chosen").field("kind", &self.kind).finish_non_exhaustive()
    }
}

pub(super) fn to_chosen(row: &Row) -> Chosen {
    Chosen {
        id: row.get(0),
        unit: row.get(1),
        purpose: row.get(2),
        kind: row.get(3),
        url: row.get(4),
        audience: row.get(5),
        sealed: row.get(6),
    }
}

/// The columns of a choice, for a row read by [`to_chosen`].
pub(super) const CHOSEN: &str = "v.id, v.unit_id, v.purpose, v.kind, v.url, v.audience, v.sealed";

/// The kind of the nearest choice for the school ?1 and the purpose ?2, as [`chosen`] finds it.
pub(super) const NEAREST: &str = "SELECT v.kind FROM visio_server v JOIN unit_closure c ON c.ancestor = v.unit_id
    AND c.descendant = ?1 WHERE v.purpose IN ('', ?2)
    ORDER BY (SELECT COUNT(*) FROM unit_closure up WHERE up.descendant = v.unit_id) DESC, v.purpose DESC LIMIT 1";

/// The nearest choice for this school and purpose: of one unit, the choice for the purpose before the one for all. None
/// when the embedded server was chosen, or nothing.
pub fn chosen(tx: &mut Tx<'_>, school: UnitId, purpose: &str) -> Result<Option<Chosen>> {
    let sql = format!(
        "SELECT {CHOSEN} FROM visio_server v JOIN unit_closure c ON c.ancestor = v.unit_id AND c.descendant = ?1
               WHERE v.purpose IN ('', ?2)
               ORDER BY (SELECT COUNT(*) FROM unit_closure up WHERE up.descendant = v.unit_id) DESC,
                 v.purpose DESC LIMIT 1"
    );
    let chosen = tx.first(&sql, &params![school, purpose])?.as_ref().map(to_chosen);
    Ok(chosen.filter(|chosen| chosen.kind != "embedded"))
}

/// A unit somebody decides for, with what is chosen there.
#[derive(Clone, Debug)]
pub struct Deciding {
    /// The unit.
    pub unit: UnitId,
    /// What it is called.
    pub name: String,
    /// What is chosen there, by purpose.
    pub chosen: Vec<Chosen>,
}

/// The units this person decides for.
pub fn deciding(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Deciding>> {
    let units = actor.units(DECIDERS);
    if units.is_empty() {
        return Ok(vec![]);
    }
    let values = with_ids(&[], &units);
    let sql = format!(
        "SELECT v.id, u.id, v.purpose, v.kind, v.url, v.audience, v.sealed, u.name FROM unit u
         LEFT JOIN visio_server v ON v.unit_id = u.id WHERE u.id IN ({}) ORDER BY u.sort, u.id, v.purpose",
        marks(1, units.len())
    );
    let mut all: Vec<Deciding> = vec![];
    for row in tx.query(&sql, &values)? {
        let unit: UnitId = row.get(1);
        if all.last().is_none_or(|last| last.unit != unit) {
            all.push(Deciding { unit, name: row.get(7), chosen: vec![] });
        }
        if let (Some(last), Some(_)) = (all.last_mut(), row.get::<Option<ServerId>>(0)) {
            last.chosen.push(to_chosen(&row));
        }
    }
    Ok(all)
}

/// Whether this person decides for the unit.
pub fn decides(actor: &Actor, unit: UnitId) -> bool {
    actor.units(DECIDERS).contains(&unit)
}

/// What is chosen for this very unit and purpose.
pub fn choice(tx: &mut Tx<'_>, unit: UnitId, purpose: &str) -> Result<Option<Chosen>> {
    let sql = format!("SELECT {CHOSEN} FROM visio_server v WHERE v.unit_id = ?1 AND v.purpose = ?2");
    Ok(tx.first(&sql, &params![unit, purpose])?.as_ref().map(to_chosen))
}

/// Chooses, for a unit one decides for; says whether one does.
pub fn set_server(tx: &mut Tx<'_>, actor: &Actor, chosen: &Chosen, now: Moment) -> Result<bool> {
    if !decides(actor, chosen.unit) {
        return Ok(false);
    }
    tx.execute(
        "INSERT INTO visio_server (id, unit_id, purpose, kind, url, secret, audience, at, sealed)
         VALUES (?1, ?2, ?3, ?4, ?5, '', ?6, ?7, ?8) ON CONFLICT (unit_id, purpose) DO UPDATE SET
           kind = excluded.kind, url = excluded.url, secret = '', audience = excluded.audience, at = excluded.at,
           sealed = excluded.sealed",
        &params![
            chosen.id,
            chosen.unit,
            &chosen.purpose,
            &chosen.kind,
            &chosen.url,
            &chosen.audience,
            now,
            chosen.sealed.clone()
        ],
    )?;
    Ok(true)
}

/// The choices whose secret lies open, as an earlier version kept it, with that secret.
pub(crate) fn unsealed(tx: &mut Tx<'_>) -> Result<Vec<(Chosen, String)>> {
    let sql = format!("SELECT {CHOSEN}, v.secret FROM visio_server v WHERE v.secret <> ''");
    Ok(tx.query(&sql, &[])?.iter().map(|row| (to_chosen(row), row.get(7))).collect())
}

/// Keeps the sealed secret of a choice, and no open one.
pub(crate) fn set_sealed(tx: &mut Tx<'_>, chosen: &Chosen) -> Result<()> {
    let sql = "UPDATE visio_server SET sealed = ?2, secret = '' WHERE id = ?1";
    tx.execute(sql, &params![chosen.id, chosen.sealed.clone()]).map(drop)
}
