//! Who holds what, from which day to which.
use crate::Role;
use db::{Result, Tx, params};
use kernel::{Moment, PersonId, UnitId};

/// Says in SQL that the row `alias` counts at the instant bound to `?at`: it has begun and has not ended. Whoever reads
/// `membership`, `guardianship` or `group_member` says it.
pub fn live(alias: &str, at: usize) -> String {
    format!("({alias}.since <= ?{at} AND ({alias}.until IS NULL OR {alias}.until > ?{at}))")
}

/// What a row given anew does to the one that was there: it goes on from its old beginning, unless there was a gap since.
pub(super) fn renewed(table: &str) -> String {
    format!(
        "since = CASE WHEN {table}.until < excluded.since OR {table}.since > excluded.since
           THEN excluded.since ELSE {table}.since END, until = excluded.until"
    )
}

/// Gives `person` a role on a unit, from `since`, until `until` if given. Given again, it is renewed: it began when it first
/// did, unless it had ended meanwhile.
pub fn grant(
    tx: &mut Tx<'_>,
    person: PersonId,
    role: Role,
    unit: UnitId,
    since: Moment,
    until: Option<Moment>,
) -> Result<()> {
    give(tx, person, (role, unit), (since, until), None)
}

/// The same, by somebody of the house.
pub fn give(
    tx: &mut Tx<'_>,
    person: PersonId,
    (role, unit): (Role, UnitId),
    (since, until): (Moment, Option<Moment>),
    by: Option<PersonId>,
) -> Result<()> {
    let sql = format!(
        "INSERT INTO membership (person_id, unit_id, role, since, until, given_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (person_id, unit_id, role) DO UPDATE SET given_by = excluded.given_by, {}",
        renewed("membership")
    );
    tx.execute(&sql, &params![person, unit, role.word(), since, until, by]).map(drop)
}

/// Ends a role at `at`, if it lasts longer. Says whether it did.
pub fn end_grant(tx: &mut Tx<'_>, person: PersonId, role: Role, unit: UnitId, at: Moment) -> Result<bool> {
    let sql = "UPDATE membership SET until = ?4 WHERE person_id = ?1 AND unit_id = ?2 AND role = ?3
               AND (until IS NULL OR until > ?4)";
    Ok(tx.execute(sql, &params![person, unit, role.word(), at])? > 0)
}

/// Ends at `at` the same role of many on one unit, of those for whom it lasts longer.
pub fn end_grants(tx: &mut Tx<'_>, people: &[PersonId], role: Role, unit: UnitId, at: Moment) -> Result<()> {
    for people in people.chunks(500) {
        let sql = format!(
            "UPDATE membership SET until = ?1 WHERE unit_id = ?2 AND role = ?3 AND (until IS NULL OR until > ?1)
             AND person_id IN ({})",
            db::marks(4, people.len())
        );
        tx.execute(&sql, &db::with_ids(&params![at, unit, role.word()], people))?;
    }
    Ok(())
}

/// What these people hold now but as pupils: who, which role, and where.
pub fn working(tx: &mut Tx<'_>, people: &[PersonId], now: Moment) -> Result<Vec<(PersonId, Role, UnitId)>> {
    let mut found = vec![];
    for people in people.chunks(500) {
        let sql = format!(
            "SELECT m.person_id, m.role, m.unit_id FROM membership m WHERE m.role <> 'pupil' AND {} AND m.person_id IN ({})",
            live("m", 1),
            db::marks(2, people.len())
        );
        let rows = tx.query(&sql, &db::with_ids(&params![now], people))?;
        found.extend(rows.iter().filter_map(|row| Some((row.get(0), Role::from_word(row.text(1))?, row.get(2)))));
    }
    Ok(found)
}

/// Says that what binds a guardian to a child, or does so no more, was said by somebody and not by a list: no list changes it.
pub fn say_by_hand(tx: &mut Tx<'_>, guardian: PersonId, child: PersonId) -> Result<()> {
    let sql = "UPDATE guardianship SET by_hand = 1 WHERE guardian_id = ?1 AND child_id = ?2";
    tx.execute(sql, &params![guardian, child]).map(drop)
}

/// Ends at `at` what binds a guardian to a child, if it lasts longer. Says whether it did.
pub fn end_guardian(tx: &mut Tx<'_>, guardian: PersonId, child: PersonId, at: Moment) -> Result<bool> {
    let sql = "UPDATE guardianship SET until = ?3 WHERE guardian_id = ?1 AND child_id = ?2
               AND (until IS NULL OR until > ?3)";
    Ok(tx.execute(sql, &params![guardian, child, at])? > 0)
}

/// Says that `guardian` answers for `child` from `since`, with or without parental authority.
pub fn set_guardian(
    tx: &mut Tx<'_>,
    guardian: PersonId,
    child: PersonId,
    authority: bool,
    since: Moment,
) -> Result<()> {
    tie(tx, (guardian, child), authority, since, None)
}

/// The same, by somebody of the house.
pub fn tie(
    tx: &mut Tx<'_>,
    (guardian, child): (PersonId, PersonId),
    authority: bool,
    since: Moment,
    by: Option<PersonId>,
) -> Result<()> {
    let sql = format!(
        "INSERT INTO guardianship (guardian_id, child_id, authority, since, given_by) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (guardian_id, child_id) DO UPDATE
         SET authority = excluded.authority, given_by = excluded.given_by, {}",
        renewed("guardianship")
    );
    tx.execute(&sql, &params![guardian, child, authority, since, by]).map(drop)
}

/// Hands a role over, as it is, to somebody who does not hold it: it was theirs from the beginning. Says whether it did.
pub fn hand_over(tx: &mut Tx<'_>, (from, to): (PersonId, PersonId), role: Role, unit: UnitId) -> Result<bool> {
    let sql = "UPDATE membership SET person_id = ?2 WHERE person_id = ?1 AND unit_id = ?3 AND role = ?4";
    Ok(tx.execute(sql, &params![from, to, unit, role.word()])? > 0)
}

/// The same of a child somebody answers for.
pub fn hand_over_child(tx: &mut Tx<'_>, (from, to): (PersonId, PersonId), child: PersonId) -> Result<bool> {
    let sql = "UPDATE guardianship SET guardian_id = ?2 WHERE guardian_id = ?1 AND child_id = ?3";
    Ok(tx.execute(sql, &params![from, to, child])? > 0)
}

/// Whether somebody but `but` holds this role on a unit at `now`, and still does at `then`.
pub fn is_held_by_another(
    tx: &mut Tx<'_>,
    (role, unit): (Role, UnitId),
    but: PersonId,
    (now, then): (Moment, Moment),
) -> Result<bool> {
    let sql = format!(
        "SELECT 1 FROM membership x WHERE x.unit_id = ?1 AND x.role = ?2 AND x.person_id <> ?3 AND {}
         AND (x.until IS NULL OR x.until > ?5) LIMIT 1",
        live("x", 4)
    );
    Ok(tx.first(&sql, &params![unit, role.word(), but, now, then])?.is_some())
}

/// Who held a role that ended since an instant, each with where.
pub fn ended_since(tx: &mut Tx<'_>, since: Moment, now: Moment) -> Result<Vec<(PersonId, UnitId)>> {
    let sql = "SELECT DISTINCT m.person_id, m.unit_id FROM membership m WHERE m.until > ?1 AND m.until <= ?2
               ORDER BY m.person_id, m.unit_id";
    Ok(tx.query(sql, &params![since, now])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// Whether somebody is of the house at `at`: they hold a role or answer for a child, or never held any role yet. Who held some and
/// holds none any more, or not yet, has left.
pub fn belongs(tx: &mut Tx<'_>, person: PersonId, at: Moment) -> Result<bool> {
    let sql = format!(
        "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM membership x WHERE x.person_id = ?1)
           OR EXISTS (SELECT 1 FROM membership x WHERE x.person_id = ?1 AND {live})
           OR EXISTS (SELECT 1 FROM guardianship x WHERE x.guardian_id = ?1 AND {live})",
        live = live("x", 2)
    );
    Ok(tx.first(&sql, &params![person, at])?.is_some())
}

/// Says in SQL that the part `alias` of a group counts at the instant bound to `?at`: it has begun and has not ended, and whoever has
/// it is still of one of the group's schools, or stands above it; of the house, where the group has no school of its own. A part
/// ends with the role that carried it.
pub fn part_counts(alias: &str, at: usize) -> String {
    format!(
        "({part} AND (EXISTS (SELECT 1 FROM any_group_home h JOIN membership b ON b.person_id = {alias}.person_id AND {role}
             WHERE h.group_id = {alias}.group_id
               AND (EXISTS (SELECT 1 FROM unit_closure c WHERE c.ancestor = h.unit_id AND c.descendant = b.unit_id)
                 OR EXISTS (SELECT 1 FROM unit_closure c WHERE c.ancestor = b.unit_id AND c.descendant = h.unit_id)))
           OR (NOT EXISTS (SELECT 1 FROM any_group_home h WHERE h.group_id = {alias}.group_id)
             AND (EXISTS (SELECT 1 FROM membership b WHERE b.person_id = {alias}.person_id AND {role})
               OR EXISTS (SELECT 1 FROM guardianship b WHERE b.guardian_id = {alias}.person_id AND {role})))))",
        part = live(alias, at),
        role = live("b", at)
    )
}

/// Forgets all that a person held: their part of an erasure.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM membership WHERE person_id = ?1", &params![person])?;
    tx.execute("DELETE FROM guardianship WHERE guardian_id = ?1 OR child_id = ?1", &params![person])?;
    tx.execute("DELETE FROM guardian_sight WHERE guardian_id = ?1 OR child_id = ?1", &params![person])?;
    tx.execute("DELETE FROM group_member WHERE person_id = ?1", &params![person]).map(drop)
}
