//! What the Ministry's directory says of each school.
use db::{Result, Row, Tx, params};
use kernel::UnitId;
use std::collections::HashMap;

/// What was known of a school before an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its unit.
    pub unit: UnitId,
    /// All that its row said.
    pub content: String,
    /// The word of its kind.
    pub kind: String,
    /// Its académie.
    pub academie: UnitId,
    /// Whether it is closed.
    pub closed: bool,
}

/// What is known of each school, by its UAI.
pub fn schools(tx: &mut Tx<'_>) -> Result<HashMap<String, Known>> {
    let sql = "SELECT s.uai, s.unit_id, s.content, s.kind, s.academie_id, u.closed_at
               FROM directory_school s JOIN unit u ON u.id = s.unit_id";
    let known = |row: &Row| {
        let closed = row.get::<Option<i64>>(5).is_some();
        (row.get(0), Known { unit: row.get(1), content: row.get(2), kind: row.get(3), academie: row.get(4), closed })
    };
    Ok(tx.query(sql, &[])?.iter().map(known).collect())
}

/// Keeps what the directory says of a school; `content` is all that its row says, to know later whether it changed.
pub fn put_school(
    tx: &mut Tx<'_>,
    unit: UnitId,
    academie: UnitId,
    school: &annuaire::School,
    content: &str,
) -> Result<()> {
    tx.execute(
        "INSERT INTO directory_school (unit_id, uai, kind, academie_id, commune, latitude, longitude, pupils, content)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (uai) DO UPDATE SET kind = excluded.kind, academie_id = excluded.academie_id,
         commune = excluded.commune, latitude = excluded.latitude, longitude = excluded.longitude,
         pupils = excluded.pupils, content = excluded.content",
        &params![
            unit,
            school.uai.as_str(),
            school.kind.word(),
            academie,
            &school.commune,
            school.latitude,
            school.longitude,
            school.pupils,
            content
        ],
    )
    .map(drop)
}
