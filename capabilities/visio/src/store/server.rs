//! Which server serves the rooms of a school: its own choice, else the one of a unit above it.
use crate::model::ServerId;
use db::{Result, Tx, params};
use kernel::{Moment, UnitId};

/// A server as it was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// What it shares with us.
    pub secret: String,
    /// What it calls us.
    pub audience: String,
}

/// The nearest choice for this school and purpose: a choice for the purpose before one for all.
pub fn chosen(tx: &mut Tx<'_>, school: UnitId, purpose: &str) -> Result<Option<Chosen>> {
    let sql = "SELECT v.id, v.unit_id, v.purpose, v.kind, v.url, v.secret, v.audience FROM room_server v
               JOIN unit_closure c ON c.ancestor = v.unit_id AND c.descendant = ?1
               WHERE v.purpose IN ('', ?2)
               ORDER BY (SELECT COUNT(*) FROM unit_closure up WHERE up.descendant = v.unit_id) DESC,
                 v.purpose DESC LIMIT 1";
    let chosen = |row: db::Row| Chosen {
        id: row.get(0),
        unit: row.get(1),
        purpose: row.get(2),
        kind: row.get(3),
        url: row.get(4),
        secret: row.get(5),
        audience: row.get(6),
    };
    Ok(tx.first(sql, &params![school, purpose])?.map(chosen).filter(|chosen| chosen.kind != "embedded"))
}

/// Chooses.
pub fn set_server(tx: &mut Tx<'_>, chosen: &Chosen, now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO room_server (id, unit_id, purpose, kind, url, secret, audience, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (unit_id, purpose) DO UPDATE SET
           kind = excluded.kind, url = excluded.url, secret = excluded.secret, audience = excluded.audience,
           at = excluded.at",
        &params![
            chosen.id,
            chosen.unit,
            &chosen.purpose,
            &chosen.kind,
            &chosen.url,
            &chosen.secret,
            &chosen.audience,
            now
        ],
    )
    .map(drop)
}
