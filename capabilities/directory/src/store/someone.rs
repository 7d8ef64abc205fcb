//! Somebody, with all that they hold.
use super::{PERSON, to_person};
use crate::{Child, Held, Person, Someone, policy::Unlock};
use access::{Actor, Allowed, Permission, Place, Role, Unit, UnitKind};
use db::{Result, Row, Tx, marks, params, with_ids};
use kernel::{Moment, PersonId, UnitId};
use std::collections::{BTreeSet, HashMap};

/// Somebody who is not erased, under the right `P`. Hidden and absent look the same.
pub fn find_someone<P: Permission<Someone>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PersonId,
    now: Moment,
) -> Result<Option<Allowed<P, Someone>>> {
    Ok(someone(tx, id, now)?.and_then(|someone| access::check(actor, someone).ok()))
}

/// Somebody whom `actor` may let back in or shut out.
pub fn find_unlocked(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PersonId,
    now: Moment,
) -> Result<Option<Allowed<Unlock, Someone>>> {
    Ok(find_someone(tx, actor, id, now)?.filter(|someone| someone.is_unlocked_by(actor, now)))
}

/// Somebody, whoever asks: for what the house does by itself.
pub fn someone(tx: &mut Tx<'_>, id: PersonId, now: Moment) -> Result<Option<Someone>> {
    // Themselves first, then their children.
    let sql = format!(
        "SELECT {PERSON}, 0 AS authority, 0 AS since, CAST(NULL AS BIGINT) AS until, 0 AS place, p.sort FROM directory_person p
         WHERE p.id = ?1 AND p.erased = 0
         UNION ALL SELECT {PERSON}, g.authority, g.since, g.until, 1, p.sort FROM guardianship g
         JOIN directory_person p ON p.id = g.child_id
         WHERE g.guardian_id = ?1 AND p.erased = 0 ORDER BY place, sort, id"
    );
    let rows = tx.query(&sql, &params![id])?;
    let Some((first, children)) = rows.split_first().filter(|(first, _)| first.get::<i64>(10) == 0) else {
        return Ok(None);
    };
    let (person, children) = (to_person(first), children.iter());
    let children: Vec<(Person, bool, Moment, Option<Moment>)> =
        children.map(|row| (to_person(row), row.get(7), row.get(8), row.get(9))).collect();
    let ids: Vec<PersonId> = std::iter::once(id).chain(children.iter().map(|child| child.0.id)).collect();
    let mut held = held(tx, &ids)?;
    let mine = held.remove(&id).unwrap_or_default();
    let children = children.into_iter().map(|(person, authority, since, until)| {
        let all = held.remove(&person.id).unwrap_or_default();
        let lasting: Vec<&Held> = all.iter().filter(|held| held.lasts(now)).collect();
        let seen = if lasting.is_empty() { all.iter().collect() } else { lasting };
        let places = seen.into_iter().map(|held| held.place.clone()).collect();
        Child { person, authority, since, until, places }
    });
    let children: Vec<Child> = children.collect();
    let academies: Vec<UnitId> = if mine.is_empty() && children.is_empty() {
        access::store::of_kind(tx, UnitKind::Academie)?.iter().map(|academie| academie.id).collect()
    } else {
        vec![]
    };
    Ok(Some(Someone::new(person, (mine, children), &academies, now)))
}

/// All that these people hold or held, the last first.
pub fn held(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<HashMap<PersonId, Vec<Held>>> {
    let sql = format!(
        "SELECT m.person_id, m.role, u.id, u.kind, u.code, u.name, u.closed_at, m.since, m.until, m.given_by,
           s.id, s.code, s.name, s.closed_at
         FROM membership m JOIN unit u ON u.id = m.unit_id
         LEFT JOIN unit_closure up ON up.descendant = u.id AND u.kind = 'classe'
           AND EXISTS (SELECT 1 FROM unit k WHERE k.id = up.ancestor AND k.kind = 'etablissement')
         LEFT JOIN unit s ON s.id = up.ancestor
         WHERE m.person_id IN ({}) ORDER BY m.since DESC, u.code, m.role",
        marks(1, people.len())
    );
    let rows = tx.query(&sql, &with_ids(&[], people))?;
    let units: BTreeSet<UnitId> = rows.iter().map(|row| row.get(2)).collect();
    let lines = lineages(tx, &units.into_iter().collect::<Vec<_>>())?;
    let mut all: HashMap<PersonId, Vec<Held>> = HashMap::new();
    for row in &rows {
        let Some(role) = Role::from_word(row.text(1)) else { continue };
        let kind = UnitKind::from_word(row.text(3)).unwrap_or(UnitKind::Classe);
        let unit = unit(row, 2, kind);
        let school = row.get::<Option<UnitId>>(10).map(|id| Unit {
            id,
            kind: UnitKind::Etablissement,
            code: row.get(11),
            name: row.get(12),
            closed: row.get::<Option<i64>>(13).is_some(),
        });
        let school = school.or_else(|| (kind == UnitKind::Etablissement).then(|| unit.clone()));
        let lineage = lines.get(&unit.id).cloned().unwrap_or_default();
        let place = Place::new(school.as_ref().map_or(unit.id, |school| school.id), lineage);
        let (since, until, given_by) = (row.get(7), row.get(8), row.get(9));
        all.entry(row.get(0)).or_default().push(Held { role, unit, school, since, until, given_by, place });
    }
    Ok(all)
}

fn unit(row: &Row, at: usize, kind: UnitKind) -> Unit {
    let closed = row.get::<Option<i64>>(at + 4).is_some();
    Unit { id: row.get(at), kind, code: row.get(at + 2), name: row.get(at + 3), closed }
}

/// Each of these units with itself and all above it.
fn lineages(tx: &mut Tx<'_>, units: &[UnitId]) -> Result<HashMap<UnitId, Vec<UnitId>>> {
    let mut lines: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    for units in units.chunks(500) {
        let sql =
            format!("SELECT descendant, ancestor FROM unit_closure WHERE descendant IN ({})", marks(1, units.len()));
        for row in tx.query(&sql, &with_ids(&[], units))? {
            lines.entry(row.get(0)).or_default().push(row.get(1));
        }
    }
    Ok(lines)
}
