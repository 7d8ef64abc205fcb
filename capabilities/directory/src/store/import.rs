//! What an import must know of a school before it compares, in lots; and what it writes.
use super::{PERSON, add_many, to_person, values};
use crate::Person;
use access::{Group, Part, Role, store::group::GROUP};
use db::{Result, Tx, Value, marks, params, with_ids};
use kernel::{GroupId, Moment, PersonId, UnitId};

/// How many keys one statement asks for.
const LOT: usize = 500;

/// Whom these keys of a source name.
pub fn by_keys(tx: &mut Tx<'_>, source: &str, keys: &[&str]) -> Result<Vec<(String, PersonId)>> {
    let mut found = vec![];
    for keys in keys.chunks(LOT) {
        let sql = format!(
            "SELECT key, person_id FROM directory_person_key WHERE source = ?1 AND key IN ({})",
            marks(2, keys.len())
        );
        let values: Vec<Value> = std::iter::once(source).chain(keys.iter().copied()).map(Value::from).collect();
        found.extend(tx.query(&sql, &values)?.iter().map(|row| (row.get(0), row.get(1))));
    }
    Ok(found)
}

/// These people, those who were erased left out.
pub fn people(tx: &mut Tx<'_>, ids: &[PersonId]) -> Result<Vec<Person>> {
    let mut found = vec![];
    for ids in ids.chunks(LOT) {
        let sql =
            format!("SELECT {PERSON} FROM directory_person p WHERE p.id IN ({}) AND p.erased = 0", marks(1, ids.len()));
        found.extend(tx.query(&sql, &with_ids(&[], ids))?.iter().map(to_person));
    }
    Ok(found)
}

/// People of the whole house who bear one of these names, as [`kernel::order`] writes them, and whose day of birth is known.
pub fn namesakes(tx: &mut Tx<'_>, names: &[Vec<u8>]) -> Result<Vec<Person>> {
    let mut found = vec![];
    for names in names.chunks(LOT) {
        let sql = format!(
            "SELECT {PERSON} FROM directory_person p WHERE p.sort IN ({}) AND p.born IS NOT NULL AND p.erased = 0 ORDER BY p.id",
            marks(1, names.len())
        );
        let values: Vec<Value> = names.iter().map(|name| Value::from(name.clone())).collect();
        found.extend(tx.query(&sql, &values)?.iter().map(to_person));
    }
    Ok(found)
}

/// People of the whole house of this family name who were born on this day (`2014-05-31`).
pub fn siblings(tx: &mut Tx<'_>, family: &str, born: &str) -> Result<Vec<Person>> {
    let begins = |end: &str| format!("{}{end}", kernel::fold(family)).into_bytes();
    let sql = format!(
        "SELECT {PERSON} FROM directory_person p WHERE p.sort >= ?1 AND p.sort < ?2 AND p.born = ?3 AND p.erased = 0 ORDER BY p.id"
    );
    Ok(tx.query(&sql, &params![begins("\u{1}"), begins("\u{2}"), born])?.iter().map(to_person).collect())
}

/// A role that somebody holds or held at a school or in one of its classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who.
    pub person: PersonId,
    /// The school, or the class.
    pub unit: UnitId,
    /// What.
    pub role: Role,
    /// From when.
    pub since: Moment,
    /// Until when.
    pub until: Option<Moment>,
}

/// All that is or was held at a school and in its classes.
pub fn holdings(tx: &mut Tx<'_>, school: UnitId) -> Result<Vec<Holding>> {
    let sql = "SELECT m.person_id, m.unit_id, m.role, m.since, m.until FROM unit_closure c
               JOIN membership m ON m.unit_id = c.descendant WHERE c.ancestor = ?1
               ORDER BY m.person_id, m.since, m.unit_id";
    let rows = tx.query(sql, &params![school])?;
    let held = rows.iter().filter_map(|row| {
        let role = Role::from_word(row.text(2))?;
        Some(Holding { person: row.get(0), unit: row.get(1), role, since: row.get(3), until: row.get(4) })
    });
    Ok(held.collect())
}

/// What binds a guardian to a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who answers.
    pub guardian: PersonId,
    /// For whom.
    pub child: PersonId,
    /// Whether with parental authority.
    pub authority: bool,
    /// From when.
    pub since: Moment,
    /// Until when.
    pub until: Option<Moment>,
    /// Whether somebody said so, and not a list.
    pub by_hand: bool,
}

/// Who answers or answered for these children.
pub fn links_of(tx: &mut Tx<'_>, children: &[PersonId]) -> Result<Vec<Link>> {
    let mut found = vec![];
    for children in children.chunks(LOT) {
        let sql = format!(
            "SELECT guardian_id, child_id, authority, since, until, by_hand FROM guardianship WHERE child_id IN ({})
             ORDER BY child_id, guardian_id",
            marks(1, children.len())
        );
        found.extend(tx.query(&sql, &with_ids(&[], children))?.iter().map(|row| Link {
            guardian: row.get(0),
            child: row.get(1),
            authority: row.get(2),
            since: row.get(3),
            until: row.get(4),
            by_hand: row.get(5),
        }));
    }
    Ok(found)
}

/// The school of each of these pupils: where they are enrolled, or were last.
pub fn schools_of(tx: &mut Tx<'_>, pupils: &[PersonId]) -> Result<Vec<(PersonId, UnitId)>> {
    let mut found = vec![];
    for pupils in pupils.chunks(LOT) {
        let sql = format!(
            "SELECT m.person_id, s.id FROM membership m JOIN unit_closure up ON up.descendant = m.unit_id
             JOIN unit s ON s.id = up.ancestor AND s.kind = 'etablissement'
             WHERE m.role = 'pupil' AND m.person_id IN ({}) ORDER BY m.since, s.code",
            marks(1, pupils.len())
        );
        found.extend(tx.query(&sql, &with_ids(&[], pupils))?.iter().map(|row| (row.get(0), row.get(1))));
    }
    Ok(found)
}

/// Those of these people whom some key of a source names.
pub fn named_by(tx: &mut Tx<'_>, source: &str, ids: &[PersonId]) -> Result<Vec<PersonId>> {
    let mut found = vec![];
    for ids in ids.chunks(LOT) {
        // By the people: the index of the keys of a source would read all of it.
        let sql = format!(
            "SELECT DISTINCT person_id FROM directory_person_key WHERE source || '' = ?1 AND person_id IN ({})",
            marks(2, ids.len())
        );
        found.extend(tx.query(&sql, &with_ids(&params![source], ids))?.iter().map(|row| row.get::<PersonId>(0)));
    }
    Ok(found)
}

/// Adds people, many at once.
pub fn add_people(tx: &mut Tx<'_>, people: &[&Person]) -> Result<()> {
    let mut of_all = Vec::with_capacity(people.len() * 8);
    for person in people {
        of_all.extend(values(person));
    }
    let into = "directory_person (id, given, family, born, phone, lang, synthetic, sort)";
    add_many(tx, into, 8, &of_all)
}

/// Names people by keys of sources, many at once.
pub fn set_keys(tx: &mut Tx<'_>, keys: &[(&str, &str, PersonId)]) -> Result<()> {
    let mut of_all = Vec::with_capacity(keys.len() * 3);
    for (source, key, person) in keys {
        of_all.extend(params![*source, *key, *person]);
    }
    add_many(tx, "directory_person_key (source, key, person_id)", 3, &of_all)
}

/// The groups that a source made at a school and that have not ended, by its keys.
pub fn groups_of_source(tx: &mut Tx<'_>, source: &str, school: UnitId, now: Moment) -> Result<Vec<(String, Group)>> {
    let sql = format!(
        "SELECT {GROUP}, k.key FROM group_home h JOIN directory_group_key k ON k.group_id = h.group_id
         JOIN people_group g ON g.id = h.group_id
         WHERE h.unit_id = ?1 AND k.source = ?2 AND (g.until IS NULL OR g.until > ?3) ORDER BY g.id"
    );
    let rows = tx.query(&sql, &params![school, source, now])?;
    Ok(rows.iter().map(|row| (row.get(6), access::store::group::to_group(row))).collect())
}

/// Somebody's part in a group, now or once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub part: Part,
    /// Until when.
    pub until: Option<Moment>,
}

/// Who is or was in these groups.
pub fn members_of(tx: &mut Tx<'_>, groups: &[GroupId]) -> Result<Vec<(GroupId, Membership)>> {
    let mut found = vec![];
    for groups in groups.chunks(LOT) {
        let sql = format!(
            "SELECT group_id, person_id, part, until FROM group_member WHERE group_id IN ({}) ORDER BY group_id, person_id",
            marks(1, groups.len())
        );
        found.extend(tx.query(&sql, &with_ids(&[], groups))?.iter().filter_map(|row| {
            let part = Part::from_word(row.text(2))?;
            Some((row.get(0), Membership { person: row.get(1), part, until: row.get(3) }))
        }));
    }
    Ok(found)
}

/// Says that a key of a source names a group.
pub fn set_group_key(tx: &mut Tx<'_>, source: &str, key: &str, group: GroupId) -> Result<()> {
    let sql = "INSERT INTO directory_group_key (source, key, group_id) VALUES (?1, ?2, ?3)
               ON CONFLICT (source, key) DO UPDATE SET group_id = excluded.group_id";
    tx.execute(sql, &params![source, key, group]).map(drop)
}

/// What each person teaches in these groups, in words.
pub fn subjects_of(tx: &mut Tx<'_>, groups: &[GroupId]) -> Result<Vec<(GroupId, PersonId, String)>> {
    let mut found = vec![];
    for groups in groups.chunks(LOT) {
        let sql = format!(
            "SELECT group_id, person_id, name FROM directory_subject WHERE group_id IN ({}) ORDER BY group_id, person_id",
            marks(1, groups.len())
        );
        found.extend(tx.query(&sql, &with_ids(&[], groups))?.iter().map(|row| (row.get(0), row.get(1), row.get(2))));
    }
    Ok(found)
}

/// Says what somebody teaches in a group; nothing any more where it is empty.
pub fn set_subject(tx: &mut Tx<'_>, group: GroupId, person: PersonId, name: &str) -> Result<()> {
    if name.is_empty() {
        let sql = "DELETE FROM directory_subject WHERE group_id = ?1 AND person_id = ?2";
        return tx.execute(sql, &params![group, person]).map(drop);
    }
    let sql = "INSERT INTO directory_subject (group_id, person_id, name) VALUES (?1, ?2, ?3)
               ON CONFLICT (group_id, person_id) DO UPDATE SET name = excluded.name";
    tx.execute(sql, &params![group, person, name]).map(drop)
}
