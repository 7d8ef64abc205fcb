//! Duties as the week of the team shows them.
use super::marks;
use crate::policy::STAFF;
use access::Actor;
use agenda::{Promise, Promised};
use db::{Result, Row, Tx, Value, params};
use kernel::{Id, Moment, PersonId};

/// What the week is given of a desk.
pub const DUTIES: Promised = Promised { key: "desk-week-duty", between: promised };

/// The duties of this person, and of the desks of the schools where they work, that begin between two instants.
fn promised(tx: &mut Tx<'_>, actor: &Actor, (since, until): (Moment, Moment)) -> Result<Vec<Promise>> {
    let units = actor.units(STAFF);
    let mut ways = vec!["SELECT id FROM desk_duty WHERE teacher_id = ?3 AND ends_at > ?1".to_owned()];
    if !units.is_empty() {
        ways.push(format!(
            "SELECT x.id FROM desk_school s JOIN desk_duty x ON x.desk_id = s.desk_id AND x.ends_at > ?1
             WHERE s.accepted = 1 AND s.unit_id IN ({})",
            marks(4, units.len())
        ));
    }
    let sql = format!(
        "SELECT d.id, d.name, u.starts_at, u.ends_at, p.given, p.family, u.teacher_id
         FROM desk_duty u JOIN desk d ON d.id = u.desk_id JOIN directory_person p ON p.id = u.teacher_id
         WHERE u.id IN ({}) AND u.starts_at >= ?1 AND u.starts_at < ?2 ORDER BY u.starts_at, u.id",
        ways.join(" UNION ")
    );
    let mut values: Vec<Value> = params![since, until, actor.person].into();
    values.extend(units.into_iter().map(Value::from));
    let promise = |row: &Row| {
        let own = row.get::<PersonId>(6) == actor.person;
        let href = if own { format!("/bar/bureau/{}", row.get::<Id<()>>(0)) } else { String::new() };
        let (name, who) = (row.get(1), (row.get(4), row.get(5)));
        Promise { href, name, starts_at: row.get(2), ends_at: row.get(3), who, own }
    };
    Ok(tx.query(&sql, &values)?.iter().map(promise).collect())
}
