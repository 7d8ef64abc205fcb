//! Family by family, for the team of the school.
use super::told::{FROM, TOLD, to_told};
use crate::{
    model::{Announcement, Source, Told, ToldId, Word},
    policy::Follow,
};
use access::Allowed;
use db::{Result, Tx, params};
use kernel::{Moment, UnitId};
use notice::NoticeId;
use programme::ProtocolId;

/// A family of a class: what it was told, and what it answered last.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it was told.
    pub told: Told,
    /// Its last answer, how it came, and when.
    pub answer: Option<(Word, Source, Moment)>,
}

/// The families of a class, by the child's name. The class must be of the announcement's school: others are empty.
pub fn of_class(
    tx: &mut Tx<'_>,
    announcement: &Allowed<Follow, Announcement>,
    class: UnitId,
    now: Moment,
) -> Result<Vec<Row>> {
    let sql = format!(
        "SELECT {TOLD}, a.word, a.source, a.at FROM {FROM}
         JOIN membership m ON m.person_id = t.child_id AND m.unit_id = ?3 AND m.role = 'pupil'
           AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1)
         JOIN unit_closure up ON up.descendant = m.unit_id AND up.ancestor = t.school_id
         LEFT JOIN agreement_answer a ON a.dispositif_id = t.dispositif_id AND a.guardian_id = t.guardian_id
           AND a.child_id = t.child_id AND a.current = 1
         WHERE t.protocol_id = ?2 ORDER BY c.sort, c.id, p.sort, t.id"
    );
    let rows = tx.query(&sql, &params![now, announcement.protocol, class])?;
    let row = |row: &db::Row| {
        let (word, source, at): (Option<String>, Option<String>, Option<Moment>) =
            (row.get(21), row.get(22), row.get(23));
        let answer = word
            .zip(source)
            .zip(at)
            .and_then(|((word, source), at)| Some((Word::from_word(&word)?, Source::from_word(&source)?, at)));
        Row { told: to_told(row), answer }
    };
    Ok(rows.iter().map(row).collect())
}

/// The printed sheets of these families were handed out.
pub fn handed(tx: &mut Tx<'_>, _: &Allowed<Follow, Announcement>, told: &[Told], now: Moment) -> Result<()> {
    let ids: Vec<ToldId> = told.iter().map(|told| told.id).collect();
    let notices: Vec<NoticeId> = told.iter().map(|told| told.notice).collect();
    super::mark_received(tx, &ids, now)?;
    notice::store::handed(tx, &notices, now)
}

/// Every sheet of a protocol was handed out, for a demonstration.
pub(crate) fn handed_by_school(tx: &mut Tx<'_>, protocol: ProtocolId, at: Moment) -> Result<()> {
    let sql =
        "UPDATE agreement_told SET informed_at = COALESCE(informed_at, ?2), received_at = COALESCE(received_at, ?2)
               WHERE protocol_id = ?1 AND way = 'paper' RETURNING notice_id";
    let mut notices: Vec<NoticeId> = tx.query(sql, &params![protocol, at])?.iter().map(|row| row.get(0)).collect();
    notices.sort_unstable();
    notices.dedup();
    notice::store::handed(tx, &notices, at)
}
