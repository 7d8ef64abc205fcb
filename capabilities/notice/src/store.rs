//! All the SQL of notices. There is one way to write to somebody, [`notify_many`]: a notice never goes without its delivery.
mod channel;
pub(crate) mod code;
mod day;
mod delivery;

pub use channel::{channels, choose};
pub use day::DAYS;
pub use delivery::{
    Due, TRIES, changed_since, failed_since, fates, handed, is_due, left, mark_read, mark_received, notify,
    notify_many, refused, take,
};

use crate::{NoticeId, policy::Read};
use access::{Actor, Guarded, Units};
use db::{Result, Row, Tx, Value, marks, params, with_ids};
use kernel::{Moment, PersonId, UnitId};
use web::{List, Paged, Pager};

/// A message to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// To whom.
    pub person: PersonId,
    /// From which school.
    pub school: UnitId,
    /// Given and family name of who wrote it; the school's name where it is the school itself.
    pub author: (String, String),
    /// What it says.
    pub text: String,
    /// Since when it shows.
    pub shown_at: Moment,
    /// Whether it was opened.
    pub read: bool,
    /// Where it leads.
    pub link: Option<String>,
}

impl Guarded for Notice {
    const UNITS: Units = Units::One("n.school_id");
    const OWNER: &'static str = "n.person_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.school)
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.person)
    }
}

/// The notices of a person, newest first.
pub fn of_person(tx: &mut Tx<'_>, actor: &Actor, pager: Pager, now: Moment) -> Result<Paged<Notice>> {
    let seen = access::visible::<Read, Notice>(actor, 2);
    let from = format!(
        "notice n LEFT JOIN directory_person p ON p.id = n.author_id LEFT JOIN unit u ON u.id = n.school_id
         WHERE n.shown_at <= ?1 AND {}",
        seen.sql
    );
    let columns = "n.id, n.person_id, n.school_id, COALESCE(p.given, u.name, ''), COALESCE(p.family, ''), n.text,
                   n.shown_at, n.read_at, n.link";
    let params: Vec<Value> = params![now].into_iter().chain(seen.params).collect();
    pager.read(tx, List { columns, from: &from, order: "n.shown_at DESC, n.id DESC", params: &params }, notice)
}

/// How many a person has not opened.
pub fn unread(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<i64> {
    let sql = "SELECT count(*) FROM notice WHERE person_id = ?1 AND shown_at <= ?2 AND read_at IS NULL";
    Ok(tx.first(sql, &params![actor.person, now])?.map_or(0, |row| row.get(0)))
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
        link: row.get(8),
    }
}

/// Marks all that shows as read.
pub fn read_all(tx: &mut Tx<'_>, actor: &Actor, now: Moment) -> Result<()> {
    let sql = "UPDATE notice SET read_at = ?2, received_at = COALESCE(received_at, ?2)
               WHERE person_id = ?1 AND shown_at <= ?2 AND read_at IS NULL";
    tx.execute(sql, &params![actor.person, now]).map(drop)
}

/// What is known of a person here.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 3] = [
        (
            "notice",
            "SELECT n.shown_at, n.text, d.kind, d.address, d.sent_at, n.read_at FROM notice n
             LEFT JOIN notice_delivery d ON d.notice_id = n.id WHERE n.person_id = ?1 ORDER BY n.shown_at",
            &["shown_at", "text", "way", "address", "sent_at", "read_at"],
        ),
        (
            "channel",
            "SELECT kind, address, chosen_at FROM notice_channel WHERE person_id = ?1",
            &["way", "address", "chosen_at"],
        ),
        (
            "code",
            "SELECT kind, address, until FROM notice_code WHERE person_id = ?1 ORDER BY until",
            &["way", "address", "until"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets what was written to a person and where they are reached, and empties what they wrote.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    for sql in [
        "DELETE FROM notice_delivery WHERE notice_id IN (SELECT id FROM notice WHERE person_id = ?1)",
        "DELETE FROM notice WHERE person_id = ?1",
        "DELETE FROM notice_channel WHERE person_id = ?1",
        "DELETE FROM notice_code WHERE person_id = ?1",
        "UPDATE notice SET text = '' WHERE author_id = ?1",
    ] {
        tx.execute(sql, &params![person])?;
    }
    Ok(())
}

/// Empties what was written to a person with these words in it: they were about somebody who is forgotten.
pub fn forget_words(tx: &mut Tx<'_>, to: PersonId, words: &str) -> Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    let sql = "UPDATE notice SET text = '' WHERE person_id = ?1 AND length(replace(text, ?2, '')) < length(text)";
    tx.execute(sql, &params![to, words]).map(drop)
}
