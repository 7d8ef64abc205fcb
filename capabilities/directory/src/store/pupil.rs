//! A pupil, their family and their groups.
use super::{PERSON, class::class_row_at, to_person};
use crate::{Person, Pupil, policy::See};
use access::{Actor, Allowed, live};
use db::{Result, Row, Tx, params};
use kernel::{GroupId, Moment, PersonId, UnitId};

/// The pupil, if this person may see them: of two classes, the one entered last that they may see. Hidden and absent look
/// the same.
pub fn find_pupil(tx: &mut Tx<'_>, actor: &Actor, id: PersonId, now: Moment) -> Result<Option<Allowed<See, Pupil>>> {
    let sql = format!(
        "SELECT {PERSON}, c.id, c.code, c.name, c.closed_at, s.id, s.code, s.name, s.closed_at FROM membership m
         JOIN directory_person p ON p.id = m.person_id AND p.erased = 0
         JOIN unit c ON c.id = m.unit_id AND c.kind = 'classe'
         JOIN unit_closure up ON up.descendant = c.id
         JOIN unit s ON s.id = up.ancestor AND s.kind = 'etablissement'
         WHERE m.person_id = ?1 AND m.role = 'pupil' AND {} ORDER BY m.since DESC, c.code",
        live("m", 2)
    );
    let pupil = |row: &Row| {
        let (class, school) = class_row_at(row, 7);
        Pupil { person: to_person(row), class, school }
    };
    Ok(tx.query(&sql, &params![id, now])?.iter().find_map(|row| access::check(actor, pupil(row)).ok()))
}

/// Those who answer for the pupil, each with whether it is with parental authority, by family name.
pub fn family(tx: &mut Tx<'_>, pupil: &Allowed<See, Pupil>, now: Moment) -> Result<Vec<(Person, bool)>> {
    let sql = format!(
        "SELECT {PERSON}, g.authority FROM guardianship g JOIN directory_person p ON p.id = g.guardian_id
         AND p.erased = 0
         WHERE g.child_id = ?1 AND {} ORDER BY p.sort, p.id",
        live("g", 2)
    );
    Ok(tx.query(&sql, &params![pupil.person.id, now])?.iter().map(|row| (to_person(row), row.get(7))).collect())
}

/// Somebody who answers, without parental authority, for a pupil of a school, with the pupil; for a demonstration.
pub(crate) fn without_authority(tx: &mut Tx<'_>, school: UnitId) -> Result<Option<(PersonId, PersonId)>> {
    let sql = "SELECT g.guardian_id, g.child_id FROM guardianship g
               JOIN membership m ON m.person_id = g.child_id AND m.role = 'pupil'
               JOIN unit_closure up ON up.descendant = m.unit_id AND up.ancestor = ?1
               WHERE g.authority = 0 ORDER BY g.guardian_id, g.child_id LIMIT 1";
    Ok(tx.first(sql, &params![school])?.map(|row| (row.get(0), row.get(1))))
}

/// The groups of the pupil that this person may meet, their class left out: id and name, by name.
pub fn groups_of(
    tx: &mut Tx<'_>,
    actor: &Actor,
    pupil: &Allowed<See, Pupil>,
    now: Moment,
) -> Result<Vec<(GroupId, String)>> {
    super::groups_met(tx, actor, pupil.person.id, now)
}
