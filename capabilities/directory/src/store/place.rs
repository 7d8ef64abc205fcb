//! Schools and classes as they are opened, named, closed and made one. Each deed is kept so that it can be undone.
use super::gathering::begins;
use crate::{Establishment, policy::Order};
use access::{Actor, Allowed, Permission, Unit, UnitKind, live, roles};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, UnitId};
use undo::{Deed, Watch};
use web::{List, Paged, Pager};

/// Gives a row once a school is there.
pub const LISTED: &str = "SELECT 1 FROM directory_school LIMIT 1";
/// Gives a row once somebody pilots an académie.
pub const PILOTED: &str = "SELECT 1 FROM unit u JOIN membership m ON m.unit_id = u.id AND m.role = 'pilot'
    WHERE u.kind = 'academie' AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1) LIMIT 1";
/// Gives a row once a school has somebody who heads it.
pub const HEADED: &str = "SELECT 1 FROM directory_school k JOIN membership m ON m.unit_id = k.unit_id
    AND m.role IN ('head', 'director') WHERE m.since <= ?1 AND (m.until IS NULL OR m.until > ?1) LIMIT 1";
/// Gives a row once a class has a pupil.
pub const PEOPLED: &str = "SELECT 1 FROM unit u JOIN membership m ON m.unit_id = u.id AND m.role = 'pupil'
    WHERE u.kind = 'classe' AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1) LIMIT 1";

/// A school in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The school.
    pub unit: Unit,
    /// Its commune.
    pub commune: String,
    /// How many head it.
    pub heads: i64,
    /// How many are its referents.
    pub referents: i64,
    /// How many classes are open.
    pub classes: i64,
}

/// Which schools are looked for.
#[derive(Clone, Copy, Debug)]
pub enum Which<'s> {
    /// All of them.
    All,
    /// The one of this code.
    Code(&'s str),
    /// These, and those whose name begins so: a closed one is in no index.
    Among(&'s [UnitId], &'s str),
}

impl Which<'_> {
    /// The condition on `u`; what it binds is added to `params`.
    fn condition(self, params: &mut Vec<Value>) -> String {
        match self {
            Self::All => "TRUE".to_owned(),
            Self::Code(code) => {
                params.push(code.to_uppercase().into());
                format!("u.code = ?{}", params.len())
            }
            Self::Among(found, said) => {
                let begun = begins("u.sort", said, params);
                let marks = db::marks(params.len() + 1, found.len());
                params.extend(found.iter().map(|id| Value::from(*id)));
                if found.is_empty() { begun } else { format!("({begun} OR u.id IN ({marks}))") }
            }
        }
    }
}

/// The schools this person puts in order, by name: those that are looked for.
pub fn establishments(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (pager, which): (Pager, Which<'_>),
    now: Moment,
) -> Result<Paged<Place>> {
    let seen = access::visible::<Order, Establishment>(actor, 1);
    let mut params: Vec<Value> = seen.params;
    let at = params.len() + 1;
    params.push(now.into());
    let count = |of: &[access::Role]| {
        format!(
            "(SELECT count(*) FROM membership m WHERE m.unit_id = u.id AND m.role IN ({}) AND {})",
            access::words(of.iter().copied()),
            live("m", at)
        )
    };
    let columns = format!(
        "u.id, u.kind, u.code, u.name, u.closed_at, COALESCE(k.commune, ''), {}, {},
         (SELECT count(*) FROM unit_closure d JOIN unit c ON c.id = d.descendant AND c.kind = 'classe' AND c.closed_at IS NULL
          WHERE d.ancestor = u.id)",
        count(roles::HEADS),
        count(&[access::Role::Referent])
    );
    let mut from = format!(
        "unit u LEFT JOIN directory_school k ON k.unit_id = u.id WHERE u.kind = 'etablissement' AND {} AND ",
        seen.sql
    );
    from += &which.condition(&mut params);
    let place = |row: &Row| Place {
        unit: unit(row),
        commune: row.get(5),
        heads: row.get(6),
        referents: row.get(7),
        classes: row.get(8),
    };
    pager.read(tx, List { columns: &columns, from: &from, order: "u.sort, u.code", params: &params }, place)
}

fn unit(row: &Row) -> Unit {
    let kind = UnitKind::from_word(row.text(1)).unwrap_or(UnitKind::Etablissement);
    Unit { id: row.get(0), kind, code: row.get(2), name: row.get(3), closed: row.get::<Option<i64>>(4).is_some() }
}

/// The school, under the right `P`. Hidden and absent look the same.
pub fn find_establishment<P: Permission<Establishment>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: UnitId,
) -> Result<Option<Allowed<P, Establishment>>> {
    let Some(unit) = access::store::by_id(tx, id)?.filter(|unit| unit.kind == UnitKind::Etablissement) else {
        return Ok(None);
    };
    let lineage = access::store::lineage(tx, id)?;
    Ok(access::check(actor, Establishment::new(unit, lineage)).ok())
}

/// The classes of a school, those that are open first, each with how many pupils it has now.
pub fn classes_of(tx: &mut Tx<'_>, school: UnitId, pager: Pager, now: Moment) -> Result<Paged<(Unit, i64)>> {
    let columns = format!(
        "c.id, c.kind, c.code, c.name, c.closed_at,
         (SELECT count(*) FROM membership m WHERE m.unit_id = c.id AND m.role = 'pupil' AND {})",
        live("m", 2)
    );
    let from = "unit_closure d JOIN unit c ON c.id = d.descendant AND c.kind = 'classe' WHERE d.ancestor = ?1";
    let order = "CASE WHEN c.closed_at IS NULL THEN 0 ELSE 1 END, c.closed_at DESC, c.sort, c.code, c.id";
    let list = List { columns: &columns, from, order, params: &params![school, now] };
    pager.read(tx, list, |row| (unit(row), row.get(5)))
}

/// How many pupils a class has now.
pub fn pupils_in(tx: &mut Tx<'_>, class: UnitId, now: Moment) -> Result<i64> {
    let sql =
        format!("SELECT count(*) FROM membership m WHERE m.unit_id = ?1 AND m.role = 'pupil' AND {}", live("m", 2));
    Ok(tx.first(&sql, &params![class, now])?.map_or(0, |row| row.get(0)))
}

/// When a unit closed, if it did.
pub fn closed_at(tx: &mut Tx<'_>, unit: UnitId) -> Result<Option<Moment>> {
    Ok(tx.first("SELECT closed_at FROM unit WHERE id = ?1", &params![unit])?.and_then(|row| row.get(0)))
}

/// Changes the name of a unit; a class's code follows, so that a list finds it again.
pub fn rename(tx: &mut Tx<'_>, deed: &Deed<'_>, unit: &Unit, name: &str, code: &str) -> Result<()> {
    let mut watch = Watch::default();
    watch.over(tx, ("unit", "id"), None, &[unit.id])?;
    let sql = "UPDATE unit SET name = ?2, sort = ?3, code = ?4 WHERE id = ?1";
    tx.execute(sql, &params![unit.id, name, kernel::order(&[name]), code])?;
    watch.close(tx, deed).map(drop)
}

/// Opens a unit again, or closes it with all that is under it and every role there.
pub fn set_open(tx: &mut Tx<'_>, deed: &Deed<'_>, unit: UnitId, open: bool, now: Moment) -> Result<()> {
    let mut watch = Watch::default();
    let under = "SELECT descendant FROM unit_closure WHERE ancestor = ?1";
    let units: Vec<UnitId> = tx.query(under, &params![unit])?.iter().map(|row| row.get(0)).collect();
    watch.over(tx, ("unit", "id"), None, &units)?;
    watch.over(tx, ("membership", "unit_id"), None, &units)?;
    if open {
        access::store::set_closed(tx, unit, None)?;
    } else {
        let sql = format!("UPDATE unit SET closed_at = ?2 WHERE closed_at IS NULL AND id IN ({under})");
        tx.execute(&sql, &params![unit, now])?;
        let sql =
            format!("UPDATE membership SET until = ?2 WHERE (until IS NULL OR until > ?2) AND unit_id IN ({under})");
        tx.execute(&sql, &params![unit, now])?;
    }
    watch.close(tx, deed).map(drop)
}

/// Makes one of two: whatever names `gone` names `kept`, and `gone` is closed. Says how many rows follow.
pub fn make_one(tx: &mut Tx<'_>, deed: &Deed<'_>, gone: UnitId, kept: UnitId, now: Moment) -> Result<usize> {
    let mut watch = Watch::default();
    watch.over(tx, ("unit", "id"), None, &[gone])?;
    watch.over(tx, ("membership", "unit_id"), None, &[gone])?;
    access::store::set_closed(tx, gone, Some(now))?;
    // Who is in both already stays in the one that is kept.
    tx.execute(
        "UPDATE membership SET until = ?3 WHERE unit_id = ?1 AND (until IS NULL OR until > ?3) AND EXISTS (
           SELECT 1 FROM membership k WHERE k.unit_id = ?2 AND k.person_id = membership.person_id AND k.role = membership.role)",
        &params![gone, kept, now],
    )?;
    let moved = undo::merge(tx, watch, deed, gone, kept)?;
    // What stood under the one stands under the other, and under all that is above it.
    access::store::redraw(tx, kept)?;
    Ok(moved)
}
