//! The schools of a dispositif as its académie's pilots look at them: on the map, in the table, week after week.
use super::engagement::{PLACE, PLACES, to_engagement};
use crate::{
    Dispositif, DispositifId, Numbers, Site, Weekly, Weeks,
    policy::{Open, Steer},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, marks, params, with_ids};
use jiff::civil::Date;
use kernel::UnitId;
use std::collections::HashMap;

/// Every school that takes part in a dispositif or may soon, by name; what is counted of it is not there yet.
pub fn sites(tx: &mut Tx<'_>, dispositif: &Allowed<Open, Dispositif>) -> Result<Vec<Site>> {
    let sql = format!(
        "SELECT {PLACE}, k.commune, k.latitude, k.longitude FROM {PLACES}
         LEFT JOIN directory_school k ON k.unit_id = e.unit_id
         WHERE e.dispositif_id = ?1 AND e.state IN ('proposed', 'applied', 'engaged') ORDER BY s.sort, s.code"
    );
    let site = |row: &Row| Site {
        place: to_engagement(row),
        commune: row.get::<Option<String>>(13).unwrap_or_default(),
        at: row.get::<Option<i64>>(14).zip(row.get(15)),
        numbers: Numbers::default(),
        findings: vec![],
    };
    Ok(tx.query(&sql, &params![dispositif.id])?.iter().map(site).collect())
}

/// The dispositifs that this person steers and that are not over on a day, the one with the most schools first.
pub fn steering(tx: &mut Tx<'_>, actor: &Actor, day: Date) -> Result<Vec<(DispositifId, String)>> {
    let seen = access::visible::<Steer, Dispositif>(actor, 2);
    let sql = format!(
        "SELECT d.id, d.name FROM programme_dispositif d WHERE d.ends_on >= ?1 AND d.decision IS NULL AND {}
         ORDER BY (SELECT count(*) FROM programme_engagement e WHERE e.dispositif_id = d.id AND e.state = 'engaged') DESC, d.id",
        seen.sql
    );
    let values: Vec<Value> = params![day.to_string()].into_iter().chain(seen.params).collect();
    Ok(tx.query(&sql, &values)?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// The département of each engaged school.
pub fn departements(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<HashMap<UnitId, UnitId>> {
    let sql = "SELECT unit_id, departement_id FROM programme_engagement
               WHERE dispositif_id = ?1 AND state = 'engaged' AND departement_id IS NOT NULL";
    Ok(tx.query(sql, &params![dispositif])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// What was counted week after week, of these units in these dispositifs.
pub fn weeks(tx: &mut Tx<'_>, weekly: &Weekly, dispositifs: &[DispositifId], units: &[UnitId]) -> Result<Weeks> {
    let mut all = Weeks::new();
    if dispositifs.is_empty() || units.is_empty() {
        return Ok(all);
    }
    let sql = format!(
        "SELECT dispositif_id, unit_id, key, value FROM programme_measure WHERE dispositif_id IN ({}) AND unit_id IN ({})
         AND key >= ?1 AND key < ?2 ORDER BY dispositif_id, unit_id, key",
        marks(3, dispositifs.len()),
        marks(3 + dispositifs.len(), units.len())
    );
    let ends = params![format!("{}:", weekly.key), format!("{};", weekly.key)];
    for row in tx.query(&sql, &with_ids(&with_ids(&ends, dispositifs), units))? {
        let Some(week) = row.text(2).rsplit(':').next().and_then(|week| week.parse::<usize>().ok()) else { continue };
        let line = all.entry((row.get(0), row.get(1))).or_default();
        line.resize(line.len().max(week.min(60) + 1), 0);
        if let Some(place) = line.get_mut(week) {
            *place = row.get(3);
        }
    }
    Ok(all)
}
