//! All that somebody enters with, in one statement.
use crate::{Account, Blocked, Given};
use access::Allowed;
use db::{Result, Tx, params};
use directory::{Someone, policy::Unlock};
use kernel::{Moment, PersonId};

/// What this person enters with.
pub fn of(tx: &mut Tx<'_>, someone: &Allowed<Unlock, Someone>, now: Moment) -> Result<Account> {
    let sql = "SELECT w.login, w.given, coalesce(w.given_at, w.changed_at), w.given_until, t.since,
           (SELECT count(*) FROM signin_session s WHERE s.person_id = p.id AND s.until > ?2),
           c.id IS NOT NULL, c.pin IS NOT NULL,
           (SELECT max(r.revoked_at) FROM signin_card r WHERE r.person_id = p.id AND r.revoked_at IS NOT NULL),
           b.at, b.by_id, b.reason
         FROM directory_person p LEFT JOIN signin_password w ON w.person_id = p.id
         LEFT JOIN signin_second_step t ON t.person_id = p.id
         LEFT JOIN signin_card c ON c.person_id = p.id AND c.revoked_at IS NULL
         LEFT JOIN signin_block b ON b.person_id = p.id AND b.ended_at IS NULL
         WHERE p.id = ?1";
    let Some(row) = tx.first(sql, &params![someone.person.id, now])? else { return Ok(Account::default()) };
    let given = row.get::<Option<bool>>(1).unwrap_or(false);
    let at: Option<Moment> = row.get(2);
    let blocked: Option<(Moment, PersonId)> = row.get::<Option<Moment>>(9).zip(row.get(10));
    Ok(Account {
        login: row.get(0),
        given: at.filter(|_| given).map(|at| Given::new(at, row.get(3))),
        second: row.get(4),
        sessions: row.get(5),
        card: row.get::<bool>(6).then(|| row.get(7)),
        revoked: row.get(8),
        blocked: blocked.map(|(at, by)| Blocked { at, by, reason: row.get(11) }),
    })
}
