//! The register of people: who is found in it, by whom, and what is known of one.
use super::{PERSON, someone::held, to_person};
use crate::{Gathering, Guardian, Held, Person, policy::Meet};
use access::{Actor, Place, Role, Unit, UnitKind, live, roles, store::group::GROUP};
use db::{Result, Row, Tx, Value, marks, params, with_ids};
use kernel::{GroupId, Id, Moment, PersonId, UnitId, fold, order};
use std::{collections::HashMap, fmt::Write as _};
use web::{List, Paged, Pager};

/// Whom a keeper of the register looks for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sought<'s> {
    /// How the name begins: the family name, or both in either order.
    pub said: &'s str,
    /// At this school alone.
    pub school: Option<UnitId>,
    /// Those who hold this role.
    pub role: Option<Role>,
    /// Those who answer for a pupil.
    pub families: bool,
    /// Those who hold nothing any more.
    pub gone: bool,
    /// Those who do and those who do not.
    pub either: bool,
}

impl Sought<'_> {
    /// Whether a whole académie may be asked for it: by a name, or in one school.
    pub fn is_near(&self) -> bool {
        self.school.is_some() || !fold(self.said).is_empty()
    }
}

/// How many words of a name count.
const WORDS: usize = 6;

/// Says that a name begins so: the family name, or both in either order. What it binds is added to `values`.
fn begins(said: &str, values: &mut Vec<Value>) -> String {
    let words = fold(said);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).take(WORDS).collect();
    let mut keys = vec![words.join(" ").into_bytes()];
    for at in 1..words.len() {
        let (first, last) = words.split_at(at);
        let (first, last) = (first.join(" "), last.join(" "));
        keys.extend([order(&[&first, &last]), order(&[&last, &first])]);
    }
    let each = keys.into_iter().filter(|key| !key.is_empty()).map(|key| {
        // No spelling holds this byte: what begins so comes before.
        let end: Vec<u8> = key.iter().copied().chain([u8::MAX]).collect();
        values.extend(params![key, end]);
        format!("(p.sort >= ?{} AND p.sort < ?{})", values.len() - 1, values.len())
    });
    each.collect::<Vec<_>>().join(" OR ")
}

/// Says that the row `alias` has not ended at `?1`.
fn lasts(alias: &str) -> String {
    format!("({alias}.until IS NULL OR {alias}.until > ?1)")
}

/// The two ways in which somebody counts in units: by a role there, and by a child who is there. Each is a condition on `m`, and on
/// `g` for the second.
fn counts(sought: &Sought<'_>, values: &mut Vec<Value>) -> (Option<String>, Option<String>) {
    let (held, tied) = if sought.gone || sought.either {
        ("TRUE".to_owned(), "m.role = 'pupil'".to_owned())
    } else {
        (lasts("m"), format!("m.role = 'pupil' AND {} AND {}", lasts("m"), lasts("g")))
    };
    match sought.role {
        _ if sought.families => (None, Some(tied)),
        None => (Some(held), Some(tied)),
        Some(role) => {
            values.push(role.word().into());
            (Some(format!("m.role = ?{} AND {held}", values.len())), None)
        }
    }
}

/// Those of one's schools or one's académie who are found so, by name: everybody whose page opens to `actor`. Of a whole académie
/// nobody is found but by a name.
pub fn register(
    tx: &mut Tx<'_>,
    actor: &Actor,
    sought: &Sought<'_>,
    pager: Pager,
    now: Moment,
) -> Result<Paged<Person>> {
    let (near, far) = match sought.school {
        Some(school) => (vec![school], vec![]),
        None => (actor.units(roles::DECIDERS), actor.units(&[Role::Admin])),
    };
    let units: Vec<UnitId> = near.iter().chain(&far).copied().collect();
    if units.is_empty() || (!far.is_empty() && !sought.is_near()) {
        return Ok(Paged::default());
    }
    // Where both count it is not asked who has left.
    let mut values: Vec<Value> = if sought.either { vec![] } else { params![now].into() };
    let above = marks(values.len() + 1, units.len());
    values.extend(units.iter().map(|unit| Value::from(*unit)));
    let (held, tied) = counts(sought, &mut values);
    let mut from = "directory_person p WHERE p.erased = 0".to_owned();
    let ways = match (far.is_empty(), (sought.gone || sought.either) && sought.school.is_none()) {
        (true, _) => within(&above, held, tied),
        (false, false) => one_by_one(&above, held, tied),
        // Whoever keeps an académie finds those too of whom no place is known any more.
        (false, true) => format!("({} OR ({}))", one_by_one(&above, held, tied), super::union::nowhere("p")),
    };
    let _ = write!(from, " AND {ways}");
    if sought.gone {
        let _ = write!(
            from,
            " AND NOT EXISTS (SELECT 1 FROM membership l WHERE l.person_id = p.id AND {})
             AND NOT EXISTS (SELECT 1 FROM guardianship l JOIN membership k ON k.person_id = l.child_id
               WHERE l.guardian_id = p.id AND {} AND {})",
            lasts("l"),
            lasts("l"),
            lasts("k")
        );
    }
    if !fold(sought.said).is_empty() {
        let begins = begins(sought.said, &mut values);
        let _ = write!(from, " AND ({begins})");
    }
    pager.read(tx, List { columns: PERSON, from: &from, order: "p.sort, p.id", params: &values }, to_person)
}

/// From a few schools to their people.
fn within(above: &str, held: Option<String>, tied: Option<String>) -> String {
    let of = "FROM unit_closure c JOIN membership m ON m.unit_id = c.descendant";
    let held = held.map(|held| format!("SELECT m.person_id {of} WHERE c.ancestor IN ({above}) AND {held}"));
    let tied = tied.map(|tied| {
        format!(
            "SELECT g.guardian_id {of} JOIN guardianship g ON g.child_id = m.person_id
             WHERE c.ancestor IN ({above}) AND {tied}"
        )
    });
    format!("p.id IN ({})", held.into_iter().chain(tied).collect::<Vec<_>>().join(" UNION "))
}

/// From each person to where they stand: below an académie there are too many to be listed.
fn one_by_one(above: &str, held: Option<String>, tied: Option<String>) -> String {
    let of = "JOIN unit_closure c ON c.descendant = m.unit_id";
    let held = held.map(|held| {
        format!(
            "(SELECT 1 FROM membership m {of} WHERE m.person_id = p.id AND c.ancestor IN ({above}) AND {held} LIMIT 1) = 1"
        )
    });
    let tied = tied.map(|tied| {
        format!(
            "(SELECT 1 FROM guardianship g JOIN membership m ON m.person_id = g.child_id {of}
             WHERE g.guardian_id = p.id AND c.ancestor IN ({above}) AND {tied} LIMIT 1) = 1"
        )
    });
    format!("({})", held.into_iter().chain(tied).collect::<Vec<_>>().join(" OR "))
}

/// Whom this key names, whatever its source: a few at most.
pub fn named_by_key(tx: &mut Tx<'_>, key: &str) -> Result<Vec<PersonId>> {
    let sql = "SELECT DISTINCT person_id FROM directory_person_key WHERE key = ?1 ORDER BY person_id";
    Ok(tx.query(sql, &params![key])?.iter().map(|row| row.get(0)).collect())
}

/// Those who bear this very name, however it is spelt.
pub fn named_alike(tx: &mut Tx<'_>, given: &str, family: &str) -> Result<Vec<Person>> {
    let sql = format!("SELECT {PERSON} FROM directory_person p WHERE p.sort = ?1 AND p.erased = 0 ORDER BY p.id");
    Ok(tx.query(&sql, &params![order(&[family, given])])?.iter().map(to_person).collect())
}

/// Who answers, or answered, for a child, by name.
pub fn guardians(tx: &mut Tx<'_>, child: PersonId) -> Result<Vec<Guardian>> {
    let sql = format!(
        "SELECT {PERSON}, g.authority, g.since, g.until, g.given_by FROM guardianship g
         JOIN directory_person p ON p.id = g.guardian_id AND p.erased = 0
         WHERE g.child_id = ?1 ORDER BY p.sort, p.id"
    );
    let guardian = |row: &Row| Guardian {
        person: to_person(row),
        authority: row.get(7),
        since: row.get(8),
        until: row.get(9),
        given_by: row.get(10),
    };
    Ok(tx.query(&sql, &params![child])?.iter().map(guardian).collect())
}

/// For whom these people answer, each with the child's given name.
pub fn children_of(tx: &mut Tx<'_>, people: &[PersonId], now: Moment) -> Result<Vec<(PersonId, String)>> {
    if people.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT g.guardian_id, p.given || ' ' || p.family FROM guardianship g
         JOIN directory_person p ON p.id = g.child_id AND p.erased = 0
         WHERE {} AND g.guardian_id IN ({}) ORDER BY p.sort, p.id",
        live("g", 1),
        marks(2, people.len())
    );
    Ok(tx.query(&sql, &with_ids(&params![now], people))?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// The sources whose keys are kept as digests alone: nobody reads them.
const SEALED: &str = "'ine', 'courriel'";

/// The keys that name a person and can be read: source and key.
pub fn keys_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(String, String)>> {
    let sql = format!(
        "SELECT source, key FROM directory_person_key WHERE person_id = ?1 AND source NOT IN ({SEALED}) ORDER BY source, key"
    );
    Ok(tx.query(&sql, &params![person])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// What outside lists call each of these people, where they call them something: keys made here of a name are left out.
pub fn outside_keys(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    let mut keys = HashMap::new();
    for people in people.chunks(500) {
        let sql = format!(
            "SELECT person_id, min(key) FROM directory_person_key
             WHERE key NOT LIKE 'nom:%' AND source NOT IN ({SEALED}) AND person_id IN ({}) GROUP BY person_id",
            marks(1, people.len())
        );
        let ids: Vec<Value> = people.iter().map(|person| Value::from(*person)).collect();
        keys.extend(tx.query(&sql, &ids)?.iter().map(|row| (row.get(0), row.get(1))));
    }
    Ok(keys)
}

/// Makes a key of one person name another. Says whether it was theirs.
pub fn move_key(tx: &mut Tx<'_>, (from, to): (PersonId, PersonId), source: &str, key: &str) -> Result<bool> {
    let sql = "UPDATE directory_person_key SET person_id = ?2 WHERE person_id = ?1 AND source = ?3 AND key = ?4";
    Ok(tx.execute(sql, &params![from, to, source, key])? > 0)
}

/// The groups somebody is in that `actor` may meet, by name.
pub fn groups_met(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, now: Moment) -> Result<Vec<(GroupId, String)>> {
    let seen = access::visible::<Meet, Gathering>(actor, 3);
    let sql = format!(
        "SELECT {GROUP} FROM group_member x JOIN people_group g ON g.id = x.group_id
         WHERE x.person_id = ?1 AND {} AND {} AND {} ORDER BY g.sort, g.id",
        live("x", 2),
        live("g", 2),
        seen.sql
    );
    let values: Vec<Value> = params![person, now].into_iter().chain(seen.params).collect();
    Ok(tx.query(&sql, &values)?.iter().map(|row| (row.get(0), row.get(2))).collect())
}

/// The open classes of a school, by name.
pub fn open_classes(tx: &mut Tx<'_>, school: UnitId) -> Result<Vec<Unit>> {
    let classes = access::store::under(tx, school, UnitKind::Classe)?;
    Ok(classes.into_iter().filter(|class| !class.closed).collect())
}

/// What each of these people holds or held, and where, the last first.
pub fn places_of(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<Vec<(PersonId, Vec<Held>)>> {
    if people.is_empty() {
        return Ok(vec![]);
    }
    Ok(held(tx, people)?.into_iter().collect())
}

/// The place that a unit is, for whoever gives something there: the school of a class, the unit itself elsewhere.
pub fn place(tx: &mut Tx<'_>, unit: &Unit) -> Result<(Place, Option<Unit>)> {
    let lineage = access::store::lineage(tx, unit.id)?;
    let school = match unit.kind {
        UnitKind::Classe => access::store::above(tx, unit.id, UnitKind::Etablissement)?,
        UnitKind::Etablissement => Some(unit.clone()),
        _ => None,
    };
    let at: Id<_> = school.as_ref().map_or(unit.id, |school| school.id);
    Ok((Place::new(at, lineage), school))
}
