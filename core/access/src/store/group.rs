//! Groups: the rows, their home schools, and who is in them from which day to which. What is written goes to the tables; what
//! is read comes from three views in which a class is a group like another, and its pupils are its members.
use super::holding::renewed;
use crate::{Group, GroupKind, Part, Unit};
use db::{Result, Row, Tx, params};
use kernel::{GroupId, Moment, PersonId, UnitId, order};

/// The columns of a group, for a row read by [`to_group`].
pub const GROUP: &str = "g.id, g.kind, g.name, g.shows_roster, g.since, g.until";

/// A group from a row that begins with [`GROUP`].
pub fn to_group(row: &Row) -> Group {
    Group {
        id: row.get(0),
        kind: GroupKind::from_word(row.text(1)).unwrap_or(GroupKind::Team),
        name: row.get(2),
        shows_roster: row.get(3),
        since: row.get(4),
        until: row.get(5),
    }
}

/// Groups, then classes as groups, each as the `g` of a statement: for a list, whose conditions then follow indexes.
pub const EACH: [&str; 2] = [
    "people_group g",
    "(SELECT id, CAST('class' AS TEXT) AS kind, name, CAST(0 AS BIGINT) AS shows_roster, CAST(0 AS BIGINT) AS since,
        closed_at AS until, sort FROM unit WHERE kind = 'classe') g",
];

/// Makes a group of these home schools.
pub fn create(tx: &mut Tx<'_>, group: &Group, homes: &[UnitId]) -> Result<()> {
    tx.execute(
        "INSERT INTO people_group (id, kind, name, shows_roster, since, until, sort) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &params![
            group.id,
            group.kind.word(),
            &group.name,
            group.shows_roster,
            group.since,
            group.until,
            order(&[&group.name])
        ],
    )?;
    homes.iter().try_for_each(|home| add_home(tx, group.id, *home))
}

/// Changes its name, and whether its members see one another.
pub fn change(tx: &mut Tx<'_>, group: GroupId, name: &str, shows_roster: bool) -> Result<()> {
    let sql = "UPDATE people_group SET name = ?2, shows_roster = ?3, sort = ?4 WHERE id = ?1";
    tx.execute(sql, &params![group, name, shows_roster, order(&[name])]).map(drop)
}

/// Ends the group at `at`, and everybody's part in it.
pub fn close(tx: &mut Tx<'_>, group: GroupId, at: Moment) -> Result<()> {
    let open = "(until IS NULL OR until > ?2)";
    tx.execute(&format!("UPDATE people_group SET until = ?2 WHERE id = ?1 AND {open}"), &params![group, at])?;
    let sql = format!("UPDATE group_member SET until = ?2 WHERE group_id = ?1 AND {open}");
    tx.execute(&sql, &params![group, at]).map(drop)
}

/// Makes a school one of the group's homes.
pub fn add_home(tx: &mut Tx<'_>, group: GroupId, school: UnitId) -> Result<()> {
    let sql = "INSERT INTO group_home (group_id, unit_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    tx.execute(sql, &params![group, school]).map(drop)
}

/// The home schools of a group, by name; a class has one, its own.
pub fn homes(tx: &mut Tx<'_>, group: GroupId) -> Result<Vec<Unit>> {
    let sql = "SELECT u.id, u.kind, u.code, u.name, u.closed_at FROM any_group_home h JOIN unit u ON u.id = h.unit_id
               WHERE h.group_id = ?1 ORDER BY u.sort, u.code";
    Ok(tx.query(sql, &params![group])?.iter().map(super::territory::unit).collect())
}

/// The home schools of the group that `group` names in a statement: what a unit's id is `IN`. It follows indexes for each group of a
/// list, where a view would be read as a whole.
pub fn homes_of(group: &str) -> String {
    format!(
        "SELECT unit_id FROM group_home WHERE group_id = {group}
         UNION ALL SELECT c.ancestor FROM unit_closure c JOIN unit s ON s.id = c.ancestor AND s.kind = 'etablissement'
         WHERE c.descendant = {group}"
    )
}

/// The group of this id, or the class.
pub fn by_id(tx: &mut Tx<'_>, id: GroupId) -> Result<Option<Group>> {
    let sql = format!("SELECT {GROUP} FROM any_group g WHERE g.id = ?1");
    Ok(tx.first(&sql, &params![id])?.as_ref().map(to_group))
}

/// Takes `person` into a group as `part` from `since`, until `until` if given. Taken in again, they are so since they first
/// were, unless they had left meanwhile.
pub fn join(
    tx: &mut Tx<'_>,
    group: GroupId,
    person: PersonId,
    part: Part,
    since: Moment,
    until: Option<Moment>,
) -> Result<()> {
    let sql = format!(
        "INSERT INTO group_member (group_id, person_id, part, since, until) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (group_id, person_id) DO UPDATE SET part = excluded.part, {}",
        renewed("group_member")
    );
    tx.execute(&sql, &params![group, person, part.word(), since, until]).map(drop)
}

/// Lets `person` go at `at`, if they were to stay longer. Says whether they were there.
pub fn leave(tx: &mut Tx<'_>, group: GroupId, person: PersonId, at: Moment) -> Result<bool> {
    let sql = "UPDATE group_member SET until = ?3 WHERE group_id = ?1 AND person_id = ?2
               AND (until IS NULL OR until > ?3)";
    Ok(tx.execute(sql, &params![group, person, at])? > 0)
}
