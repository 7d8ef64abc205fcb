//! Counts without names: months of a school, schools of an académie, and what a bilan says.
use super::marks;
use crate::{
    model::{Month, Place},
    policy::{Count, Keep},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};
use programme::DispositifId;
use std::collections::HashMap;
use web::{List, Paged, Pager};

const FIGURES: &str =
    "CAST(COALESCE(sum(CASE WHEN h.on_site = 0 AND h.state = 'approved' THEN h.due END), 0) AS BIGINT),
   CAST(COALESCE(sum(CASE WHEN h.on_site = 0 AND h.state IN ('proposed', 'confirmed') THEN h.due END), 0) AS BIGINT),
   CAST(COALESCE(sum(CASE WHEN h.on_site = 1 AND h.state <> 'refused' THEN h.minutes END), 0) AS BIGINT),
   count(DISTINCT CASE WHEN h.on_site = 0 AND h.state <> 'refused' THEN h.teacher_id END)";

/// What a school gave, without a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Minutes at a distance, approved.
    pub approved: i64,
    /// Minutes at a distance that wait for the head.
    pub proposed: i64,
    /// Minutes on site.
    pub on_site: i64,
    /// How many people gave hours at a distance.
    pub teachers: i64,
}

fn figures(row: &Row, at: usize) -> Counted {
    Counted { approved: row.get(at), proposed: row.get(at + 1), on_site: row.get(at + 2), teachers: row.get(at + 3) }
}

/// What these schools gave for a dispositif in `since..until`, for its bilan; a school that gave nothing is left out.
pub fn counts(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    schools: &[UnitId],
    since: Moment,
    until: Moment,
) -> Result<HashMap<UnitId, Counted>> {
    let mut counts = HashMap::with_capacity(schools.len());
    for schools in schools.chunks(500) {
        // Help on site belongs to no dispositif and is counted beside it.
        let sql = format!(
            "SELECT h.unit_id, {FIGURES} FROM hours_entry h WHERE (h.dispositif_id = ?1 OR h.on_site = 1)
             AND h.starts_at >= ?2 AND h.starts_at < ?3 AND h.unit_id IN ({}) GROUP BY h.unit_id",
            marks(4, schools.len())
        );
        let mut values: Vec<Value> = params![dispositif, since, until].into();
        values.extend(schools.iter().map(|id| Value::from(*id)));
        counts.extend(tx.query(&sql, &values)?.iter().map(|row| (row.get(0), figures(row, 1))));
    }
    Ok(counts)
}

/// One month of a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCount {
    /// The month.
    pub month: Month,
    /// What was given.
    pub counted: Counted,
}

/// The months of a school that have hours, and the minutes on site that were entered by hand for those before Préau came.
pub fn months(
    tx: &mut Tx<'_>,
    place: &Allowed<Keep, Place>,
    from: Month,
    to: Month,
) -> Result<(Vec<MonthCount>, HashMap<Month, i64>)> {
    let sql = format!(
        "SELECT h.month, {FIGURES}, CAST(NULL AS BIGINT) FROM hours_entry h
         WHERE h.unit_id = ?1 AND h.month BETWEEN ?2 AND ?3 GROUP BY h.month
         UNION ALL SELECT month, 0, 0, 0, 0, minutes FROM hours_before WHERE unit_id = ?1 AND month BETWEEN ?2 AND ?3"
    );
    let (mut counts, mut entered) = (vec![], HashMap::new());
    for row in tx.query(&sql, &params![place.unit, from.to_string(), to.to_string()])? {
        let Ok(month) = row.text(0).parse() else { continue };
        match row.get::<Option<i64>>(5) {
            Some(minutes) => drop(entered.insert(month, minutes)),
            None => counts.push(MonthCount { month, counted: figures(&row, 1) }),
        }
    }
    Ok((counts, entered))
}

/// One's own months, oldest first.
pub fn months_of(tx: &mut Tx<'_>, person: PersonId, from: Month, to: Month) -> Result<Vec<MonthCount>> {
    let sql = format!(
        "SELECT h.month, {FIGURES} FROM hours_entry h WHERE h.teacher_id = ?1 AND h.month BETWEEN ?2 AND ?3
         GROUP BY h.month ORDER BY h.month"
    );
    let month = |row: &Row| Some(MonthCount { month: row.text(0).parse().ok()?, counted: figures(row, 1) });
    let rows = tx.query(&sql, &params![person, from.to_string(), to.to_string()])?;
    Ok(rows.iter().filter_map(month).collect())
}

/// A school of an académie, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    /// The school's code and name.
    pub school: (String, String),
    /// What it gave.
    pub counted: Counted,
}

/// The schools one may count, with what each gave in these months; one that gave nothing is left out.
pub fn territory(tx: &mut Tx<'_>, actor: &Actor, (from, to): (Month, Month), pager: Pager) -> Result<Paged<Territory>> {
    let (of, params) = counted(actor, from, to);
    let columns = format!("u.code, u.name, {FIGURES}");
    let of = format!("{of} GROUP BY u.id, u.code, u.name, u.sort");
    let list = List { columns: &columns, from: &of, order: "u.sort, u.code, u.id", params: &params };
    pager.read(tx, list, |row| Territory { school: (row.get(0), row.get(1)), counted: figures(row, 2) })
}

/// The same month by month, for a file.
pub fn territory_by_month(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (from, to): (Month, Month),
) -> Result<Vec<(Month, Territory)>> {
    let (of, params) = counted(actor, from, to);
    let sql = format!(
        "SELECT u.code, u.name, {FIGURES}, h.month FROM {of} GROUP BY u.id, u.code, u.name, u.sort, h.month
         ORDER BY u.sort, u.code, u.id, h.month"
    );
    let row = |row: &Row| {
        let school = Territory { school: (row.get(0), row.get(1)), counted: figures(row, 2) };
        Some((row.text(6).parse().ok()?, school))
    };
    Ok(tx.query(&sql, &params)?.iter().filter_map(row).collect())
}

/// What all of them gave together.
pub fn territory_together(tx: &mut Tx<'_>, actor: &Actor, from: Month, to: Month) -> Result<Counted> {
    let (of, params) = counted(actor, from, to);
    let row = tx.first(&format!("SELECT {FIGURES} FROM {of}"), &params)?;
    Ok(row.map(|row| figures(&row, 0)).unwrap_or_default())
}

fn counted(actor: &Actor, from: Month, to: Month) -> (String, Vec<Value>) {
    let seen = access::visible::<Count, Place>(actor, 3);
    let of = format!("hours_entry h JOIN unit u ON u.id = h.unit_id WHERE h.month BETWEEN ?1 AND ?2 AND {}", seen.sql);
    (of, params![from.to_string(), to.to_string()].into_iter().chain(seen.params).collect())
}
