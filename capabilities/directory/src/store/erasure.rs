//! What is known of a person here, and how it is forgotten.
use super::PERSON;
use db::{Result, Tx, params};
use kernel::PersonId;

/// What is known of a person here: who they are, the keys that name them, what they hold, whom they answer for.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let of_person = format!("SELECT {PERSON} FROM directory_person p WHERE p.id = ?1");
    let parts: [(&str, &str, &[&str]); 7] = [
        ("person", &of_person, &["id", "given", "family", "born", "phone", "lang", "synthetic"]),
        ("person_key", "SELECT source, key FROM directory_person_key WHERE person_id = ?1", &["source", "key"]),
        (
            "membership",
            "SELECT m.role, u.code, u.name, m.since, m.until FROM membership m JOIN unit u ON u.id = m.unit_id
             WHERE m.person_id = ?1 ORDER BY m.since, u.code",
            &["role", "code", "name", "since", "until"],
        ),
        (
            "guardianship",
            "SELECT guardian_id, child_id, authority, since, until FROM guardianship
             WHERE guardian_id = ?1 OR child_id = ?1",
            &["guardian", "child", "authority", "since", "until"],
        ),
        (
            "guardian_sight",
            "SELECT guardian_id, child_id, since, until, reason FROM guardian_sight
             WHERE guardian_id = ?1 OR child_id = ?1 ORDER BY since",
            &["guardian", "child", "since", "until", "reason"],
        ),
        (
            "group_member",
            "SELECT g.kind, g.name, x.part, x.since, x.until FROM group_member x JOIN people_group g
             ON g.id = x.group_id
             WHERE x.person_id = ?1 ORDER BY x.since, g.name",
            &["kind", "name", "part", "since", "until"],
        ),
        (
            "subject",
            "SELECT g.name AS of_group, s.name FROM directory_subject s JOIN people_group g ON g.id = s.group_id
             WHERE s.person_id = ?1 ORDER BY g.name",
            &["group", "subject"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets a person: the row stays, without a name, so that counts stay right.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    let sql =
        "UPDATE directory_person SET given = '', family = '', born = NULL, phone = NULL, lang = NULL, sort = NULL,
         erased = 1 WHERE id = ?1";
    tx.execute(sql, &params![person])?;
    tx.execute("DELETE FROM directory_person_key WHERE person_id = ?1", &params![person])?;
    tx.execute("DELETE FROM directory_subject WHERE person_id = ?1", &params![person])?;
    access::store::erase(tx, person)
}
