//! Launches from courses: by which one a session was opened, and which class or group a course is.
use crate::{policy::TieCourse, portal::PortalId};
use access::Allowed;
use db::{Result, Tx, params};
use directory::Gathering;
use kernel::{GroupId, Moment, PersonId, SessionId};

/// The launch of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The platform.
    pub portal: PortalId,
    /// The digest of its name for the course.
    pub course: Vec<u8>,
    /// What the platform lets this house ask, sealed.
    pub sealed: Vec<u8>,
}

/// A session was opened by a launch; another launch of the same session takes its place.
pub fn put(tx: &mut Tx<'_>, session: SessionId, kept: &Kept, until: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO signin_launch (session_id, portal_id, course, sealed, until) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (session_id) DO UPDATE SET portal_id = excluded.portal_id, course = excluded.course,
           sealed = excluded.sealed, until = excluded.until",
        &params![session, kept.portal, kept.course.clone(), kept.sealed.clone(), until],
    )
    .map(drop)
}

/// The launch of this session.
pub fn of_session(tx: &mut Tx<'_>, session: SessionId, now: Moment) -> Result<Option<Kept>> {
    let sql = "SELECT l.portal_id, l.course, l.sealed FROM signin_launch l
               JOIN signin_portal p ON p.id = l.portal_id AND p.closed_at IS NULL WHERE l.session_id = ?1 AND l.until > ?2";
    let row = tx.first(sql, &params![session, now])?;
    Ok(row.map(|row| Kept { portal: row.get(0), course: row.get(1), sealed: row.get(2) }))
}

/// Which class or group a course is, as somebody has said.
pub fn group(tx: &mut Tx<'_>, portal: PortalId, course: &[u8]) -> Result<Option<GroupId>> {
    let sql = "SELECT group_id FROM signin_course WHERE portal_id = ?1 AND course = ?2";
    Ok(tx.first(sql, &params![portal, course])?.map(|row| row.get(0)))
}

/// This course is that class or group, from now on.
pub fn tie(
    tx: &mut Tx<'_>,
    (portal, course): (PortalId, &[u8]),
    gathering: &Allowed<TieCourse, Gathering>,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO signin_course (portal_id, course, group_id, person_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (portal_id, course) DO UPDATE SET group_id = excluded.group_id, person_id = excluded.person_id, at = excluded.at",
        &params![portal, course, gathering.group.id, by, now],
    )
    .map(drop)
}

/// Who of these, as the platform calls them, is who in this class or group.
pub fn known_in(
    tx: &mut Tx<'_>,
    portal: PortalId,
    subjects: &[Vec<u8>],
    group: GroupId,
    now: Moment,
) -> Result<Vec<(Vec<u8>, PersonId)>> {
    let mut known = vec![];
    for some in subjects.chunks(400) {
        let sql = format!(
            "SELECT i.subject, i.person_id FROM signin_identity i WHERE i.portal_id = ?1 AND i.ended_at IS NULL
               AND i.person_id IN (SELECT x.person_id FROM any_group_member x WHERE x.group_id = ?2 AND {})
               AND i.subject IN ({})",
            access::part_counts("x", 3),
            db::marks(4, some.len())
        );
        let fixed: [db::Value; 3] = params![portal, group, now];
        let params: Vec<db::Value> = fixed.into_iter().chain(some.iter().map(|one| one.clone().into())).collect();
        known.extend(tx.query(&sql, &params)?.iter().map(|row| (row.get(0), row.get(1))));
    }
    Ok(known)
}
