//! All the SQL of cards, sessions, passwords and guesses.
pub mod account;
pub mod block;
pub mod card;
mod day;
pub mod forgot;
pub mod guess;
pub mod identity;
pub mod launch;
pub mod passage;
pub mod password;
pub mod portal;
pub mod score;
pub mod second;
pub mod session;
pub mod through;
pub mod whom;

pub use day::TROUBLED;

use db::{Result, Tx, marks, params, with_ids};
use kernel::{Moment, PersonId};

/// When what a person enters with was last taken from them: a card revoked, a password given anew by somebody else, a block. What
/// they had handed out before, the address of a calendar, opens nothing any more.
pub fn taken_back(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Moment>> {
    let sql = "SELECT max(x.at) FROM (SELECT max(revoked_at) AS at FROM signin_card WHERE person_id = ?1
               UNION ALL SELECT max(given_at) AS at FROM signin_password WHERE person_id = ?1
               UNION ALL SELECT max(at) AS at FROM signin_block WHERE person_id = ?1) x";
    Ok(tx.first(sql, &params![person])?.and_then(|row| row.get(0)))
}

/// Whether anything here was made with the server's secret, and is worth nothing without it: a card, a second step.
pub fn needs_secret(tx: &mut Tx<'_>) -> Result<bool> {
    let sql = "SELECT 1 WHERE EXISTS (SELECT 1 FROM signin_card) OR EXISTS (SELECT 1 FROM signin_second_step)";
    Ok(tx.first(sql, &[])?.is_some())
}

/// The server's secret is lost and another has taken its place: no card opens any more, no code of a second step is right. Cards are
/// then seen as taken back, to be made again, and second steps are set up anew. Says how many cards and second steps there were.
pub fn without_secret(tx: &mut Tx<'_>, now: Moment) -> Result<(u64, u64)> {
    let cards =
        tx.execute("UPDATE signin_card SET revoked_at = ?1, pin = NULL WHERE revoked_at IS NULL", &params![now])?;
    // Who somebody is at a portal is known under the secret too: the feeds' keys tell it again.
    for table in [
        "signin_session",
        "signin_through",
        "signin_launch",
        "signin_course",
        "signin_score",
        "signin_passage",
        "signin_identity",
        "signin_recovery",
    ] {
        tx.execute(&format!("DELETE FROM {table}"), &[])?;
    }
    Ok((cards, tx.execute("DELETE FROM signin_second_step", &[])?))
}

/// What is known of a person here: their cards, their sessions, their user name; never a secret.
pub fn export(tx: &mut Tx<'_>, person: PersonId) -> Result<web::Export> {
    let parts: [(&str, &str, &[&str]); 8] = [
        (
            "card",
            "SELECT code, issued_at, used_at, revoked_at FROM signin_card WHERE person_id = ?1 ORDER BY issued_at",
            &["code", "issued_at", "used_at", "revoked_at"],
        ),
        (
            "session",
            "SELECT device, agent, since, seen_at, until FROM signin_session WHERE person_id = ?1 ORDER BY since",
            &["device", "agent", "since", "seen_at", "until"],
        ),
        ("password", "SELECT login, changed_at FROM signin_password WHERE person_id = ?1", &["login", "changed_at"]),
        ("second_step", "SELECT since FROM signin_second_step WHERE person_id = ?1", &["since"]),
        (
            "block",
            "SELECT at, reason, ended_at FROM signin_block WHERE person_id = ?1 ORDER BY at",
            &["at", "reason", "ended_at"],
        ),
        (
            "portal",
            "SELECT p.name, i.how, i.since, i.seen_at, i.ended_at FROM signin_identity i JOIN signin_portal p ON p.id = i.portal_id
             WHERE i.person_id = ?1 ORDER BY i.since",
            &["portal", "how", "since", "seen_at", "ended_at"],
        ),
        (
            "course",
            "SELECT p.name, c.at FROM signin_course c JOIN signin_portal p ON p.id = c.portal_id WHERE c.person_id = ?1 ORDER BY c.at",
            &["portal", "at"],
        ),
        (
            "score",
            "SELECT p.name, s.mark, s.most, s.at, s.sent_at FROM signin_score s JOIN signin_portal p ON p.id = s.portal_id
             WHERE s.person_id = ?1 ORDER BY s.at",
            &["portal", "mark", "most", "at", "sent_at"],
        ),
    ];
    web::told(tx, person, &parts)
}

/// Forgets a person: they enter no more.
pub fn erase(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    for sql in [
        "DELETE FROM signin_card WHERE person_id = ?1",
        "DELETE FROM signin_launch WHERE session_id IN (SELECT id FROM signin_session WHERE person_id = ?1)",
        "UPDATE signin_course SET person_id = NULL WHERE person_id = ?1",
        "DELETE FROM signin_score WHERE person_id = ?1",
        "DELETE FROM signin_through WHERE session_id IN (SELECT id FROM signin_session WHERE person_id = ?1)",
        "DELETE FROM signin_identity WHERE person_id = ?1",
        "DELETE FROM signin_session WHERE person_id = ?1",
        "DELETE FROM signin_password WHERE person_id = ?1",
        "DELETE FROM signin_second_step WHERE person_id = ?1",
        "DELETE FROM signin_recovery WHERE person_id = ?1",
        "DELETE FROM signin_block WHERE person_id = ?1",
        "DELETE FROM signin_forgot WHERE person_id = ?1",
    ] {
        tx.execute(sql, &params![person])?;
    }
    // A user name is made of a name, and a reason may tell one.
    access::audit::forget_reasons(tx, person)?;
    tx.ring(web::sessions_of(person));
    Ok(())
}

/// Gives a row once a card was made.
pub const CARDED: &str = "SELECT 1 FROM signin_card WHERE issued_at <= ?1 LIMIT 1";
