//! What is found of this slice: pupils and colleagues of one's schools, classes and groups, schools.
use crate::policy::STAFF;
use access::{Actor, Part, Role, live};
use db::{Result, Row, Tx, Value, marks, params};
use kernel::{GroupId, Id, Moment, PersonId, UnitId};
use search::{Ask, Doc, Findable, Found, Place, Sees, Source};

/// The pupils of the schools where one works; each leads to their page.
pub const PUPILS: Findable = Findable {
    source: Source {
        kind: "pupil",
        page: |tx, now, after, most| people(tx, now, ("pupil", &[Role::Pupil]), Which::After(after, most)),
    },
    title: "directory-found-pupils",
    sees: |sees, actor| of_schools(sees, "pupil", actor),
};

/// One's colleagues.
pub const ADULTS: Findable = Findable {
    source: Source {
        kind: "adult",
        page: |tx, now, after, most| people(tx, now, ("adult", STAFF), Which::After(after, most)),
    },
    title: "directory-found-adults",
    sees: |sees, actor| of_schools(sees, "adult", actor),
};

/// The classes and groups of the schools where one works, and those one belongs to.
pub const GROUPS: Findable = Findable {
    source: Source { kind: "group", page: groups },
    title: "directory-found-groups",
    sees: |sees, actor| of_schools(sees, "group", actor).at("group", actor.groups(Part::ALL)),
};

/// Every open school.
pub const SCHOOLS: Findable = Findable {
    source: Source { kind: "school", page: schools },
    title: "directory-found-schools",
    sees: |sees, _| everywhere(sees),
};

/// Schools are found by all, wherever they are.
fn everywhere(sees: Sees) -> Sees {
    sees.at("school", [Place::HOUSE])
}

/// The open schools with every word of what was typed in their name, their commune or their code, whoever asks: `limit` of them,
/// each with its commune as its detail, and how many there are.
pub fn schools_named(tx: &mut Tx<'_>, typed: &str, limit: u32) -> Result<Found> {
    search::find(tx, &everywhere(Sees::nothing()), Ask { text: typed, limit, page: 0 })
}

fn of_schools(sees: Sees, kind: &str, actor: &Actor) -> Sees {
    sees.at(kind, actor.units(STAFF))
}

/// The bytes that ids come after.
fn from(after: Option<Id<()>>) -> Vec<u8> {
    after.map_or(vec![], |id| id.bytes().to_vec())
}

fn most(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// Adds this row's place to the document before it when both are of one thing, else the document.
fn gathered(docs: &mut Vec<Doc>, doc: Doc) {
    match docs.last_mut() {
        Some(last) if last.id == doc.id => {
            // Whoever finds a person at one school is not told of their class at another.
            if last.owner.is_some() && last.detail != doc.detail {
                last.detail.clear();
            }
            last.places.extend(doc.places);
        }
        _ => docs.push(doc),
    }
}

/// Whom an index is made of.
#[derive(Clone, Copy)]
enum Which {
    /// So many, after this one.
    After(Option<Id<()>>, usize),
    /// One person.
    One(PersonId),
}

/// Somebody's name, or what they hold, has changed: they are found as they are from now on, or no more.
pub fn person_changed(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<()> {
    for (kind, roles) in [("pupil", &[Role::Pupil][..]), ("adult", STAFF)] {
        match people(tx, now, (kind, roles), Which::One(person))?.as_slice() {
            [] => search::remove(tx, kind, person)?,
            docs => search::put(tx, docs)?,
        }
    }
    Ok(())
}

/// Those who hold one of these roles, each at their schools.
fn people(tx: &mut Tx<'_>, now: Moment, (kind, roles): (&'static str, &[Role]), which: Which) -> Result<Vec<Doc>> {
    let (compared, from, page) = match which {
        Which::After(after, page) => (">", from(after), page),
        Which::One(person) => ("=", person.bytes().to_vec(), 1),
    };
    let held = format!("m.role IN ({}) AND {}", marks(4, roles.len()), live("m", 1));
    let sql = format!(
        "SELECT p.id, p.given || ' ' || p.family, s.id, s.name, k.name FROM
           (SELECT DISTINCT m.person_id FROM membership m WHERE m.person_id {compared} ?2 AND {held}
            ORDER BY m.person_id LIMIT ?3) page
         JOIN directory_person p ON p.id = page.person_id AND p.erased = 0
         JOIN membership m ON m.person_id = p.id AND {held} JOIN unit k ON k.id = m.unit_id
         JOIN unit_closure up ON up.descendant = m.unit_id
         JOIN unit s ON s.id = up.ancestor AND s.kind = 'etablissement'
         ORDER BY p.id, m.since DESC, s.code"
    );
    let mut values: Vec<Value> = params![now, from, most(page)].into();
    values.extend(roles.iter().map(|role| Value::from(role.word())));
    let mut docs = vec![];
    for row in tx.query(&sql, &values)? {
        let (id, school, unit): (PersonId, String, String) = (row.get(0), row.get(3), row.get(4));
        let pupil = kind == "pupil";
        let doc = Doc {
            kind,
            id: id.cast(),
            title: row.get(1),
            detail: if pupil { format!("{unit}, {school}") } else { school },
            path: if pupil { format!("/eleve/{id}") } else { String::new() },
            also: String::new(),
            text: String::new(),
            places: vec![row.get::<UnitId>(2).into()],
            owner: Some(id),
        };
        gathered(&mut docs, doc);
    }
    Ok(docs)
}

fn groups(tx: &mut Tx<'_>, now: Moment, after: Option<Id<()>>, page: usize) -> Result<Vec<Doc>> {
    of_groups(tx, "g.id > ?2", &params![now, from(after), most(page)])
}

/// A group was made, changed or ended: it is found so from now on.
pub fn group_changed(tx: &mut Tx<'_>, group: GroupId, now: Moment) -> Result<()> {
    match of_groups(tx, "g.id = ?2", &params![now, group, 1])?.as_slice() {
        [] => search::remove(tx, "group", group),
        docs => search::put(tx, docs),
    }
}

/// The groups of this condition on `g` and `?2`, `?3` at most.
fn of_groups(tx: &mut Tx<'_>, which: &str, values: &[Value]) -> Result<Vec<Doc>> {
    let sql = format!(
        "SELECT g.id, g.kind, g.name FROM any_group g WHERE {which} AND {} ORDER BY g.id LIMIT ?3",
        live("g", 1)
    );
    let groups = tx.query(&sql, values)?;
    let ids: Vec<Id<()>> = groups.iter().map(|row| row.get(0)).collect();
    let sql = format!(
        "SELECT h.group_id, u.id, u.name FROM any_group_home h JOIN unit u ON u.id = h.unit_id
         WHERE h.group_id IN ({}) ORDER BY u.sort",
        db::marks(1, ids.len())
    );
    let homes = if ids.is_empty() { vec![] } else { tx.query(&sql, &db::with_ids(&[], &ids))? };
    let mut docs = vec![];
    for row in groups {
        let id: Id<()> = row.get(0);
        let path = if row.text(1) == "class" { "/ecole/classe/" } else { "/groupes/" };
        let homes: Vec<_> = homes.iter().filter(|home| home.get::<Id<()>>(0) == id).collect();
        let places = homes.iter().map(|home| Place::from(home.get::<UnitId>(1)));
        docs.push(Doc {
            kind: "group",
            id,
            title: row.get(2),
            detail: homes.first().map(|home| home.get(2)).unwrap_or_default(),
            path: format!("{path}{id}"),
            also: String::new(),
            text: String::new(),
            places: std::iter::once(Place::from(id)).chain(places).collect(),
            owner: None,
        });
    }
    Ok(docs)
}

fn schools(tx: &mut Tx<'_>, _: Moment, after: Option<Id<()>>, page: usize) -> Result<Vec<Doc>> {
    let sql = "SELECT u.id, u.name, k.commune, k.uai FROM directory_school k JOIN unit u ON u.id = k.unit_id
               WHERE u.id > ?1 AND u.closed_at IS NULL ORDER BY u.id LIMIT ?2";
    let doc = |row: &Row| Doc {
        kind: "school",
        id: row.get(0),
        title: row.get(1),
        detail: row.get(2),
        path: String::new(),
        also: format!("{} {}", row.text(3), row.text(2)),
        text: String::new(),
        places: vec![Place::HOUSE],
        owner: None,
    };
    Ok(tx.query(sql, &params![from(after), most(page)])?.iter().map(doc).collect())
}
