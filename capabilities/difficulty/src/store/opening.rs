//! A difficulty opens, and somebody owns it at once.
use super::marks;
use crate::{Audience, DifficultyId, Entered, Kind, policy::CARERS};
use access::Part;
use db::{Result, Tx, Value, params};
use directory::Person;
use kernel::{Moment, PersonId, UnitId};
use std::collections::HashMap;

/// What is written down.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The new difficulty's id.
    pub id: DifficultyId,
    /// Of which school: where `by` has the right to note, or the school of their child, or their own.
    pub school: UnitId,
    /// Who writes.
    pub by: PersonId,
    /// Whose it is.
    pub person: PersonId,
    /// The child it is about.
    pub child: Option<PersonId>,
    /// A family's or a colleague's.
    pub audience: Audience,
    /// About what.
    pub kind: Kind,
    /// In which words.
    pub text: String,
    /// How it came in.
    pub entered: Entered,
}

/// Opens it, owned by the school's referent, else its vie scolaire, else its head; of several, by the one who owns the fewest
/// open ones. A teacher who notes it follows it from then on.
/// Says who owns it.
pub fn open(tx: &mut Tx<'_>, opened: &Opened, now: Moment) -> Result<Option<PersonId>> {
    let keeper = keeper(tx, opened.school, now)?;
    tx.execute(
        "INSERT INTO difficulty (id, school_id, opened_by, person_id, child_id, audience, kind, text, entered, keeper_id,
           state, opened_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'new', ?11)",
        &params![
            opened.id,
            opened.school,
            opened.by,
            opened.person,
            opened.child,
            opened.audience.word(),
            opened.kind.word(),
            &opened.text,
            opened.entered.word(),
            keeper,
            now
        ],
    )?;
    if opened.by != opened.person && Some(opened.by) != keeper {
        access::store::group::join(tx, opened.id.cast(), opened.by, Part::Teacher, now, None)?;
    }
    Ok(keeper)
}

fn keeper(tx: &mut Tx<'_>, school: UnitId, now: Moment) -> Result<Option<PersonId>> {
    let sql = format!(
        "SELECT m.person_id FROM membership m
        WHERE m.unit_id = ?1 AND m.role IN ({})
          AND m.since <= ?2 AND (m.until IS NULL OR m.until > ?2)
        ORDER BY CASE m.role WHEN 'referent' THEN 0 WHEN 'vie-scolaire' THEN 1 ELSE 2 END,
          (SELECT count(*) FROM difficulty d WHERE d.keeper_id = m.person_id
          AND d.state <> 'closed'), m.since, m.person_id
        LIMIT 1",
        access::words(CARERS.iter().copied())
    );
    Ok(tx.first(&sql, &params![school, now])?.map(|row| row.get(0)))
}

/// Whether the very same difficulty is already open.
pub fn is_open(tx: &mut Tx<'_>, opened: &Opened) -> Result<bool> {
    let sql = "SELECT child_id FROM difficulty WHERE person_id = ?1 AND school_id = ?2 AND kind = ?3 AND text = ?4
               AND entered = ?5 AND state <> 'closed'";
    let values = params![opened.person, opened.school, opened.kind.word(), &opened.text, opened.entered.word()];
    let rows = tx.query(sql, &values)?;
    Ok(rows.iter().any(|row| row.get::<Option<PersonId>>(0) == opened.child))
}

/// Where a pupil is at school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The school.
    pub school: UnitId,
    /// Its name.
    pub name: String,
}

/// The schools of these pupils; of two, the one entered last.
pub fn homes(tx: &mut Tx<'_>, pupils: &[PersonId], now: Moment) -> Result<HashMap<PersonId, Home>> {
    if pupils.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "SELECT m.person_id, s.id, s.name FROM membership m JOIN unit_closure up ON up.descendant = m.unit_id
         JOIN unit s ON s.id = up.ancestor AND s.kind = 'etablissement'
         WHERE m.role = 'pupil'
           AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1) AND m.person_id IN ({}) ORDER BY m.since, s.code",
        marks(2, pupils.len())
    );
    let values: Vec<Value> = std::iter::once(now.into()).chain(pupils.iter().map(|id| (*id).into())).collect();
    let rows = tx.query(&sql, &values)?;
    Ok(rows.iter().map(|row| (row.get(0), Home { school: row.get(1), name: row.get(2) })).collect())
}

/// Those who answer for a pupil, with parental authority, by family name.
pub fn guardians(tx: &mut Tx<'_>, pupil: PersonId, now: Moment) -> Result<Vec<Person>> {
    let sql = "SELECT p.id, p.given, p.family, p.born, p.phone, p.lang, p.synthetic FROM answering g
               JOIN directory_person p ON p.id = g.guardian_id WHERE g.child_id = ?1
                 AND g.since <= ?2 AND (g.until IS NULL OR g.until > ?2)
               ORDER BY p.sort, p.id";
    let person = |row: &db::Row| Person {
        id: row.get(0),
        given: row.get(1),
        family: row.get(2),
        born: row.get(3),
        phone: row.get(4),
        lang: row.get(5),
        synthetic: row.get(6),
    };
    Ok(tx.query(sql, &params![pupil, now])?.iter().map(person).collect())
}
