//! All the SQL of notices.
use crate::{policy::Read, quiet};
use access::{Actor, Guarded};
use db::{Result, Row, Tx, Value, params};
use kernel::{CircleId, Id, Moment, PersonId, UnitId};

/// What the id of a notice names.
#[derive(Debug)]
pub enum Kind {}

/// A message to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: Id<Kind>,
    /// To whom.
    pub person: PersonId,
    /// From which school.
    pub school: UnitId,
    /// Given and family name of who wrote it.
    pub author: (String, String),
    /// What it says.
    pub text: String,
    /// Since when it shows.
    pub shown_at: Moment,
    /// Whether it was opened.
    pub read: bool,
}

impl Guarded for Notice {
    const UNIT: &'static str = "n.school_id";
    const OWNER: &'static str = "n.person_id";
    const CIRCLE: &'static str = "NULL";
    fn unit(&self) -> UnitId {
        self.school
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.person)
    }
    fn circle(&self) -> Option<CircleId> {
        None
    }
}

/// Writes to a person; it shows when hours are not quiet. Says when.
pub fn send(
    tx: &mut Tx<'_>,
    id: Id<Kind>,
    author: PersonId,
    school: UnitId,
    to: PersonId,
    text: &str,
    now: Moment,
) -> Result<Moment> {
    let shown = quiet::shown_at(now);
    tx.execute(
        "INSERT INTO notice (id, person_id, author_id, school_id, text, shown_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![id, to, author, school, text, shown],
    )?;
    tx.ring(format!("person:{to}"));
    Ok(shown)
}

/// The notices of a person, newest first, `most` at most.
pub fn of_person(tx: &mut Tx<'_>, actor: &Actor, now: Moment, most: i64) -> Result<Vec<Notice>> {
    let seen = access::visible::<Read, Notice>(actor, 3);
    let sql = format!(
        "SELECT n.id, n.person_id, n.school_id, p.given, p.family, n.text, n.shown_at, n.read_at
         FROM notice n JOIN person p ON p.id = n.author_id
         WHERE n.shown_at <= ?1 AND {} ORDER BY n.shown_at DESC, n.id DESC LIMIT ?2",
        seen.sql
    );
    let mut values: Vec<Value> = params![now, most].into();
    values.extend(seen.params);
    Ok(tx.query(&sql, &values)?.iter().map(notice).collect())
}

fn notice(row: &Row) -> Notice {
    Notice {
        id: row.get(0),
        person: row.get(1),
        school: row.get(2),
        author: (row.get(3), row.get(4)),
        text: row.get(5),
        shown_at: row.get(6),
        read: row.get::<Option<Moment>>(7).is_some(),
    }
}

/// Marks all that shows as read.
pub fn read_all(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<()> {
    let sql = "UPDATE notice SET read_at = ?2 WHERE person_id = ?1 AND shown_at <= ?2 AND read_at IS NULL";
    tx.execute(sql, &params![actor.person, now]).map(drop)
}

/// What is known of a person here.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let sql = "SELECT shown_at, text, read_at FROM notice WHERE person_id = ?1 ORDER BY shown_at";
    let names = ["shown_at", "text", "read_at"];
    let named = |Row(values): Row| names.iter().map(|name| (*name).to_owned()).zip(values).collect();
    Ok(tx.query(sql, &params![person])?.into_iter().map(|row| ("notice".to_owned(), named(row))).collect())
}

/// Forgets what was written to a person, and empties what they wrote.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM notice WHERE person_id = ?1", &params![person])?;
    tx.execute("UPDATE notice SET text = '' WHERE author_id = ?1", &params![person]).map(drop)
}
