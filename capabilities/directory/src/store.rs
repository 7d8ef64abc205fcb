//! All the SQL of schools and people.
mod class;
mod erasure;
mod find;
mod gathering;
mod import;
mod place;
mod pupil;
mod register;
mod school;
mod someone;
mod sorted;
mod union;
mod within;

pub use class::{
    class_and_school, class_of, classes, find_class, guardians_of_class, pupils_of_class, school_of, were_in,
};
pub use erasure::{erase, export};
pub use find::{ADULTS, GROUPS, PUPILS, SCHOOLS, group_changed, person_changed, schools_named};
pub use gathering::{
    CHOICES, choices, colleagues, end_guest, find_group, groups, guests, own_schools, roster, sees, takers,
};
pub(crate) use import::{
    Holding, Link, Membership, add_people, by_keys, groups_of_source, holdings, links_of, members_of, named_by,
    namesakes, people, schools_of, set_group_key, set_keys, set_subject, siblings, subjects_of,
};
pub use place::{
    HEADED, LISTED, PEOPLED, PILOTED, Place, Which, classes_of, closed_at, establishments, find_establishment,
    make_one, pupils_in, rename, set_open,
};
pub(crate) use pupil::without_authority;
pub use pupil::{family, find_pupil, groups_of};
pub use register::{
    Sought, children_of, groups_met, guardians, keys_of, move_key, named_alike, named_by_key, open_classes,
    outside_keys, place, places_of, register,
};
pub(crate) use school::Known;
pub use school::{put_school, schools};
pub use someone::{find_someone, find_unlocked, held, someone};
pub use sorted::sort_people;
pub use union::{are_nowhere, end_doubles, merged_into, set_merged, watch};
pub use within::{Leader, class_named, leaders, names_at, reach};

use crate::Person;
use access::Actor;
use db::{Result, Row, Tx, Value, marks, params};
use kernel::{Moment, PersonId, order, sort_by_name};
use std::{collections::HashMap, fmt::Write as _};

/// The columns of a person, for a row read by [`to_person`].
const PERSON: &str = "p.id, p.given, p.family, p.born, p.phone, p.lang, p.synthetic";

fn to_person(row: &Row) -> Person {
    Person {
        id: row.get(0),
        given: row.get(1),
        family: row.get(2),
        born: row.get(3),
        phone: row.get(4),
        lang: row.get(5),
        synthetic: row.get(6),
    }
}

/// The values of a person, in the order of [`PERSON`], then where the name stands among others.
pub(crate) fn values(person: &Person) -> [Value; 8] {
    params![
        person.id,
        &person.given,
        &person.family,
        person.born.clone(),
        person.phone.clone(),
        person.lang.clone(),
        person.synthetic,
        order(&[&person.family, &person.given])
    ]
}

/// Adds a person.
pub fn add_person(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    let sql = "INSERT INTO directory_person (id, given, family, born, phone, lang, synthetic, sort)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    tx.execute(sql, &values(person)).map(drop)
}

/// Changes what is said of a person.
pub fn change_person(tx: &mut Tx<'_>, person: &Person) -> Result<()> {
    tx.execute(
        "UPDATE directory_person SET given = ?2, family = ?3, born = ?4, phone = ?5, lang = ?6, synthetic = ?7, sort = ?8
         WHERE id = ?1",
        &values(person),
    )
    .map(drop)
}

/// The person of this id.
pub fn person(tx: &mut Tx<'_>, id: PersonId) -> Result<Option<Person>> {
    Ok(tx
        .first(
            &format!(
                "SELECT {PERSON} FROM directory_person p
                 WHERE p.id = ?1"
            ),
            &params![id],
        )?
        .as_ref()
        .map(to_person))
}

/// Given and family names of these people; one who is not there is left out.
pub fn names(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<HashMap<PersonId, (String, String)>> {
    let mut names = HashMap::with_capacity(people.len());
    for people in people.chunks(500) {
        let sql = format!("SELECT id, given, family FROM directory_person WHERE id IN ({})", marks(1, people.len()));
        let ids: Vec<Value> = people.iter().map(|id| (*id).into()).collect();
        names.extend(tx.query(&sql, &ids)?.iter().map(|row| (row.get(0), (row.get(1), row.get(2)))));
    }
    Ok(names)
}

/// The children a guardian answers for, by given name.
pub fn children(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Person>> {
    if actor.children.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {PERSON} FROM directory_person p WHERE p.id IN ({}) ORDER BY p.id",
        marks(1, actor.children.len())
    );
    let ids: Vec<Value> = actor.children.iter().map(|id| (*id).into()).collect();
    let mut children: Vec<Person> = tx.query(&sql, &ids)?.iter().map(to_person).collect();
    sort_by_name(&mut children, |child| &child.given);
    Ok(children)
}

/// The person an outside key names. Keys of two sources never meet.
pub fn by_key(tx: &mut Tx<'_>, source: &str, key: &str) -> Result<Option<Person>> {
    let sql = format!(
        "SELECT {PERSON} FROM directory_person_key k JOIN directory_person p ON p.id = k.person_id WHERE k.source = ?1
         AND k.key = ?2"
    );
    Ok(tx.first(&sql, &params![source, key])?.as_ref().map(to_person))
}

/// Names a person by an outside key.
pub fn set_key(tx: &mut Tx<'_>, source: &str, key: &str, person: PersonId) -> Result<()> {
    let sql = "INSERT INTO directory_person_key (source, key, person_id) VALUES (?1, ?2, ?3)";
    tx.execute(sql, &params![source, key, person]).map(drop)
}

/// The children a guardian answers for, each with whether it is with parental authority.
pub fn links(tx: &mut Tx<'_>, guardian: PersonId, now: Moment) -> Result<HashMap<PersonId, bool>> {
    let sql = "SELECT child_id, authority FROM guardianship WHERE guardian_id = ?1
               AND since <= ?2 AND (until IS NULL OR until > ?2)";
    Ok(tx.query(sql, &params![guardian, now])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// Adds many rows at once. `into` is `table (column, column)`; each row gives `width` values, one after the other.
pub(crate) fn add_many(tx: &mut Tx<'_>, into: &str, width: usize, values: &[Value]) -> Result<()> {
    for values in values.chunks(BATCH * width) {
        let mut sql = format!("INSERT INTO {into} VALUES ");
        for row in 0..values.len() / width {
            let comma = if row == 0 { "" } else { "," };
            let _ = write!(sql, "{comma}({})", marks(row * width + 1, width));
        }
        tx.execute(&sql, values)?;
    }
    Ok(())
}

/// How many rows one statement adds: enough that the statement costs nothing, few enough that it is prepared once.
const BATCH: usize = 100;
