//! Sessions that a portal opened, found again when it says that somebody has left.
use crate::portal::PortalId;
use db::{Result, Tx, params};
use kernel::{Moment, PersonId, SessionId};

/// What is kept of a session that a portal opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Through {
    /// The portal.
    pub portal: PortalId,
    /// The digest of its name for the session there.
    pub sid: Option<Vec<u8>>,
    /// The digest of what it calls the person where it says that they have left.
    pub subject: Vec<u8>,
    /// What it wants to be told when they leave, sealed.
    pub hint: Vec<u8>,
}

/// A portal has opened this session.
pub fn put(tx: &mut Tx<'_>, session: SessionId, through: &Through, until: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO signin_through (session_id, portal_id, sid, subject, hint, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![session, through.portal, through.sid.clone(), through.subject.clone(), through.hint.clone(), until],
    )
    .map(drop)
}

/// Which portal opened this session.
pub fn of_session(tx: &mut Tx<'_>, session: SessionId) -> Result<Option<Through>> {
    let sql = "SELECT portal_id, sid, subject, hint FROM signin_through WHERE session_id = ?1";
    let row = tx.first(sql, &params![session])?;
    Ok(row.map(|row| Through { portal: row.get(0), sid: row.get(1), subject: row.get(2), hint: row.get(3) }))
}

/// Ends the sessions that the portal calls so. Says how many.
pub fn end_sid(tx: &mut Tx<'_>, portal: PortalId, sid: &[u8]) -> Result<usize> {
    end(tx, "portal_id = ?1 AND sid = ?2", &params![portal, sid])
}

/// Ends the sessions of whom the portal calls so.
pub fn end_subject(tx: &mut Tx<'_>, portal: PortalId, subject: &[u8]) -> Result<usize> {
    end(tx, "portal_id = ?1 AND subject = ?2", &params![portal, subject])
}

/// Ends the sessions of a person that a portal opened.
pub fn end_person(tx: &mut Tx<'_>, portal: PortalId, person: PersonId) -> Result<()> {
    let of = "SELECT id FROM signin_session WHERE person_id = ?2";
    end(tx, &format!("portal_id = ?1 AND session_id IN ({of})"), &params![portal, person]).map(drop)
}

/// Ends every session that a portal opened.
pub fn end_portal(tx: &mut Tx<'_>, portal: PortalId) -> Result<()> {
    end(tx, "portal_id = ?1", &params![portal]).map(drop)
}

fn end(tx: &mut Tx<'_>, which: &str, params: &[db::Value]) -> Result<usize> {
    let ended = tx.query(
        &format!(
            "DELETE FROM signin_session WHERE id IN (SELECT session_id FROM signin_through WHERE {which}) RETURNING person_id"
        ),
        params,
    )?;
    tx.execute(&format!("DELETE FROM signin_through WHERE {which}"), params)?;
    for row in &ended {
        tx.ring(web::sessions_of(row.get::<PersonId>(0)));
    }
    Ok(ended.len())
}
