//! The schools of a dispositif.
use super::pilot;
use crate::{Dispositif, DispositifId, Engagement, Refusal, Seat, Stand, Standing, State, policy::Steer};
use access::{Actor, Allowed, Permission, Unit, UnitKind};
use db::{Result, Row, Tx, Value, marks, params, with_ids};
use kernel::{Moment, UnitId, fold, order, sort_by_name};
use std::collections::HashMap;
use web::{List, Paged, Pager};

fn unit(row: &Row, at: usize, kind: UnitKind) -> Unit {
    let closed = row.get::<Option<i64>>(at + 3).is_some();
    Unit { id: row.get(at), kind, code: row.get(at + 1), name: row.get(at + 2), closed }
}

fn percent(row: &Row, at: usize) -> Option<u32> {
    row.get::<Option<i64>>(at).and_then(|n| n.try_into().ok())
}

/// The schools engaged in a dispositif.
pub fn engaged(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Vec<UnitId>> {
    let sql = "SELECT unit_id FROM programme_engagement WHERE dispositif_id = ?1 AND state = 'engaged'
               ORDER BY unit_id";
    Ok(tx.query(sql, &params![dispositif])?.iter().map(|row| row.get(0)).collect())
}

/// Which of these schools are engaged in which of these dispositifs.
pub fn engaged_among(
    tx: &mut Tx<'_>,
    dispositifs: &[DispositifId],
    schools: &[UnitId],
) -> Result<Vec<(DispositifId, UnitId)>> {
    if dispositifs.is_empty() || schools.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT dispositif_id, unit_id FROM programme_engagement WHERE state = 'engaged' AND dispositif_id IN ({})
         AND unit_id IN ({}) ORDER BY dispositif_id, unit_id",
        marks(1, dispositifs.len()),
        marks(1 + dispositifs.len(), schools.len())
    );
    let rows = tx.query(&sql, &with_ids(&with_ids(&[], dispositifs), schools))?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// The columns of a place with its school and protocol, for a row read by [`to_engagement`].
pub(super) const PLACE: &str = "s.id, s.code, s.name, s.closed_at, e.state, e.bus, e.word, e.moved_at, p.number,
    d.id, d.code, d.name, d.closed_at";
pub(super) const PLACES: &str = "programme_engagement e JOIN unit s ON s.id = e.unit_id
    LEFT JOIN unit d ON d.id = e.departement_id
    LEFT JOIN programme_protocol p ON p.dispositif_id = e.dispositif_id AND p.unit_id = e.unit_id
      AND p.stage = 'published'";

pub(super) fn to_engagement(row: &Row) -> Engagement {
    Engagement {
        school: unit(row, 0, UnitKind::Etablissement),
        departement: row.get::<Option<UnitId>>(9).map(|_| unit(row, 9, UnitKind::Departement)),
        state: State::from_word(row.text(4)).unwrap_or(State::Left),
        bus: percent(row, 5),
        word: row.get(6),
        moved_at: row.get(7),
        protocol: row.get(8),
    }
}

/// In which order places are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// All, by the school's name.
    Name,
    /// All, those first that ask for something.
    State,
    /// Those that take part, by département, then by name.
    Departement,
}

impl By {
    const fn order(self) -> &'static str {
        match self {
            Self::Name => "s.sort, s.code, s.id",
            Self::State => {
                "CASE e.state WHEN 'applied' THEN 0 WHEN 'proposed' THEN 1 WHEN 'engaged' THEN 2 WHEN 'declined' THEN 3
                 ELSE 4 END, s.sort, s.code, s.id"
            }
            Self::Departement => "COALESCE(d.sort, ''), s.sort, s.code, s.id",
        }
    }
}

/// The schools that have a place in a dispositif, each with its département.
pub fn engagements(tx: &mut Tx<'_>, dispositif: DispositifId, by: By, pager: Pager) -> Result<Paged<Engagement>> {
    let only = if by == By::Departement { "AND e.state = 'engaged'" } else { "" };
    let from = format!("{PLACES} WHERE e.dispositif_id = ?1 {only}");
    let params = params![dispositif];
    pager.read(tx, List { columns: PLACE, from: &from, order: by.order(), params: &params }, to_engagement)
}

/// Whether this school has a place, whatever its state.
pub fn has_place(tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId) -> Result<bool> {
    let sql = "SELECT 1 FROM programme_engagement WHERE dispositif_id = ?1 AND unit_id = ?2";
    Ok(tx.first(sql, &params![dispositif, school])?.is_some())
}

/// Where the schools of a dispositif stand, of which this is a page: counted in SQL where there are others.
pub fn stand_around(tx: &mut Tx<'_>, dispositif: DispositifId, page: &Paged<Engagement>) -> Result<Stand> {
    if page.last() == 1 { Ok(Stand::of(page)) } else { stand(tx, dispositif) }
}

/// Where the schools of a dispositif stand, counted.
pub fn stand(tx: &mut Tx<'_>, dispositif: DispositifId) -> Result<Stand> {
    let sql = "SELECT e.state, COALESCE(d.name, ''), e.places, e.said, e.shares, e.protocols
               FROM (SELECT n.state, n.departement_id, count(*) AS places, count(n.bus) AS said,
                   CAST(COALESCE(sum(n.bus), 0) AS BIGINT) AS shares, count(p.id) AS protocols
                 FROM programme_engagement n LEFT JOIN programme_protocol p ON p.dispositif_id = n.dispositif_id
                   AND p.unit_id = n.unit_id AND p.stage = 'published'
                 WHERE n.dispositif_id = ?1 GROUP BY n.state, n.departement_id) e
               LEFT JOIN unit d ON d.id = e.departement_id";
    let standing = |row: &Row| Standing {
        state: State::from_word(row.text(0)).unwrap_or(State::Left),
        departement: row.get(1),
        count: row.get(2),
        protocols: row.get(5),
        buses: (row.get(3), row.get(4)),
    };
    Ok(Stand { places: tx.query(sql, &params![dispositif])?.iter().map(standing).collect() })
}

/// The département of a school, as SQL: of several, through a bassin that crosses the line, the one that its code says (its
/// UAI: three digits for the département).
const DEPARTEMENT: &str = "(SELECT d.id FROM unit s JOIN unit_closure c ON c.descendant = s.id
    JOIN unit d ON d.id = c.ancestor AND d.kind = 'departement' WHERE s.id = ?2
    ORDER BY CASE WHEN substr(s.code, 1, 3) = substr('000' || d.code, length(d.code) + 1) THEN 0 ELSE 1 END, d.code
    LIMIT 1)";

/// The columns of a school's place, for a row read by [`to_seat`].
const SEAT: &str = "d.id, d.name, d.template, s.id, s.code, s.name, s.closed_at, e.state, e.bus, e.word, e.moved_at";

fn to_seat(row: &Row, lineage: Vec<UnitId>) -> Seat {
    Seat {
        dispositif: row.get(0),
        name: row.get(1),
        template: row.get(2),
        school: unit(row, 3, UnitKind::Etablissement),
        state: row.get::<Option<String>>(7).and_then(|word| State::from_word(&word)),
        bus: percent(row, 8),
        word: row.get::<Option<String>>(9).unwrap_or_default(),
        moved_at: row.get(10),
        lineage,
    }
}

/// The place of a school of the académie in a dispositif, taken or not, under the right `P`.
pub fn seat<P: Permission<Seat>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    dispositif: DispositifId,
    school: UnitId,
) -> Result<Option<Allowed<P, Seat>>> {
    let sql = format!(
        "SELECT {SEAT} FROM programme_dispositif d JOIN unit_closure c ON c.ancestor = d.academie_id
         JOIN unit s ON s.id = c.descendant AND s.kind = 'etablissement'
         LEFT JOIN programme_engagement e ON e.dispositif_id = d.id AND e.unit_id = s.id WHERE d.id = ?1 AND s.id = ?2"
    );
    let Some(row) = tx.first(&sql, &params![dispositif, school])? else { return Ok(None) };
    let lineage = access::store::lineage(tx, school)?;
    Ok(access::check(actor, to_seat(&row, lineage)).ok())
}

/// The places, in these dispositifs, of the schools on which `P` is held.
pub fn seats<P: Permission<Seat>>(tx: &mut Tx<'_>, actor: &Actor, dispositifs: &[DispositifId]) -> Result<Vec<Seat>> {
    let seen = access::visible::<P, Seat>(actor, dispositifs.len() + 1);
    if seen.params.is_empty() || dispositifs.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {SEAT} FROM programme_dispositif d JOIN unit_closure c ON c.ancestor = d.academie_id
         JOIN unit s ON s.id = c.descendant AND s.kind = 'etablissement'
         LEFT JOIN programme_engagement e ON e.dispositif_id = d.id AND e.unit_id = s.id
         WHERE d.id IN ({}) AND {} ORDER BY s.sort, s.code, d.id",
        marks(1, dispositifs.len()),
        seen.sql
    );
    let params: Vec<Value> = dispositifs.iter().map(|id| (*id).into()).chain(seen.params).collect();
    Ok(tx.query(&sql, &params)?.iter().map(|row| to_seat(row, vec![row.get(3)])).collect())
}

/// Puts a school's place in another state, with a word; `bus` is the share of pupils on buses when it was said. `next` is
/// decided from the state as it is by now.
pub fn take(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (dispositif, school): (DispositifId, UnitId),
    next: impl FnOnce(Option<State>) -> Option<State>,
    (bus, word): (Option<u32>, &str),
    now: Moment,
) -> Result<std::result::Result<State, Refusal>> {
    if !pilot::hold(tx, dispositif)? {
        return Ok(Err(Refusal::Moved));
    }
    let sql = "SELECT state FROM programme_engagement WHERE dispositif_id = ?1 AND unit_id = ?2";
    let from = tx.first(sql, &params![dispositif, school])?.and_then(|row| State::from_word(row.text(0)));
    let Some(state) = next(from) else { return Ok(Err(Refusal::Moved)) };
    let sql = format!(
        "INSERT INTO programme_engagement (dispositif_id, unit_id, state, bus, word, moved_by, moved_at, departement_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, {DEPARTEMENT})
         ON CONFLICT (dispositif_id, unit_id) DO UPDATE SET state = excluded.state,
         bus = coalesce(excluded.bus, programme_engagement.bus), word = excluded.word, moved_by = excluded.moved_by,
         moved_at = excluded.moved_at"
    );
    tx.execute(&sql, &params![dispositif, school, state.word(), bus, word, actor.person, now])?;
    Ok(Ok(state))
}

/// The school of this UAI, if it is open and in the académie of the dispositif.
pub fn school_by_uai(tx: &mut Tx<'_>, dispositif: &Allowed<Steer, Dispositif>, uai: &str) -> Result<Option<Unit>> {
    let sql = "SELECT s.id, s.code, s.name, s.closed_at FROM unit s JOIN unit_closure c ON c.descendant = s.id
               WHERE c.ancestor = ?1 AND s.kind = 'etablissement' AND s.code = ?2 AND s.closed_at IS NULL";
    let row = tx.first(sql, &params![dispositif.academie, uai])?;
    Ok(row.map(|row| unit(&row, 0, UnitKind::Etablissement)))
}

/// Open schools of the académie, not engaged yet, whose name, commune or code hold each word of `said`, écoles last: the first twenty, and how many there are. Accents
/// and capitals do not count, which no SQL of both databases says: the two thousand names are compared here.
pub fn schools_to_engage(
    tx: &mut Tx<'_>,
    dispositif: &Allowed<Steer, Dispositif>,
    said: &str,
) -> Result<(Vec<(Unit, String)>, usize)> {
    let sql = "SELECT s.id, s.code, s.name, s.closed_at, k.commune, k.kind FROM unit s
               JOIN unit_closure c ON c.descendant = s.id JOIN directory_school k ON k.unit_id = s.id
               WHERE c.ancestor = ?1 AND s.kind = 'etablissement' AND s.closed_at IS NULL
               AND s.id NOT IN (SELECT unit_id FROM programme_engagement WHERE dispositif_id = ?2 AND state = 'engaged')
               ORDER BY CASE WHEN k.kind = 'ecole' THEN 1 ELSE 0 END, s.sort, s.code";
    let said = fold(said);
    let holds = |row: &Row| {
        let all = fold(&format!("{} {} {}", row.text(2), row.text(4), row.text(1)));
        said.split(' ').all(|word| all.contains(word))
    };
    let rows = tx.query(sql, &params![dispositif.academie, dispositif.id])?;
    let mut found: Vec<&Row> = rows.iter().filter(|row| holds(row)).collect();
    found.sort_by_cached_key(|row| (row.text(5) == "ecole", order(&[row.text(4)])));
    let all = found.len();
    Ok((found.into_iter().take(20).map(|row| (unit(row, 0, UnitKind::Etablissement), row.get(4))).collect(), all))
}

/// The académies a person steers, by name.
pub fn academie_names(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<(UnitId, String)>> {
    let units = actor.units(crate::policy::PILOTS);
    let names: HashMap<UnitId, String> = access::store::names(tx, &units)?;
    let mut academies = vec![];
    for id in units {
        let known = access::store::by_id(tx, id)?.is_some_and(|unit| unit.kind == UnitKind::Academie);
        academies.extend(names.get(&id).filter(|_| known).map(|name| (id, name.clone())));
    }
    sort_by_name(&mut academies, |academie: &(UnitId, String)| &academie.1);
    Ok(academies)
}
