//! Who is expected, as those who hold the meeting see it; and who is told of what happens.
use crate::{FullName, Mark, Meeting, MeetingId, Seat, Source};
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};

/// A pupil of a meeting, as those who hold it see them.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Who.
    pub pupil: PersonId,
    /// Their name.
    pub name: FullName,
    /// Their place.
    pub seat: Seat,
    /// Since when.
    pub at: Moment,
    /// Minute of the day at which they are home.
    pub bus: Option<i64>,
    /// Whether they are enrolled in another meeting at the same time.
    pub clash: bool,
    /// Whether they were there, once it is said: what, for how many minutes, by which source.
    pub presence: Option<(Mark, i64, Source)>,
}

/// The pupils of a meeting, those with a place first, then the list in its order.
pub fn pupils<P>(tx: &mut Tx<'_>, meeting: &access::Allowed<P, Meeting>) -> Result<Vec<Expected>> {
    let sql = "SELECT e.pupil_id, p.given, p.family, e.state, e.at, b.minute,
                 (SELECT count(*) FROM agenda_enrolment o JOIN agenda_meeting x ON x.id = o.meeting_id
                  WHERE o.pupil_id = e.pupil_id AND o.state = 'enrolled' AND o.meeting_id <> ?1
                  AND o.starts_at < ?3 AND o.starts_at > CAST(?2 AS BIGINT) - 86400000 AND x.ends_at > ?2
                  AND x.state <> 'cancelled'),
                 r.mark, r.minutes, r.source
               FROM agenda_enrolment e JOIN directory_person p ON p.id = e.pupil_id LEFT JOIN agenda_bus b
               ON b.pupil_id = e.pupil_id
               LEFT JOIN agenda_presence r ON r.meeting_id = e.meeting_id AND r.pupil_id = e.pupil_id
               WHERE e.meeting_id = ?1 AND e.state <> 'withdrawn'
               UNION ALL SELECT r.pupil_id, p.given, p.family, 'enrolled', r.at, NULL, 0, r.mark, r.minutes, r.source
               FROM agenda_presence r JOIN directory_person p ON p.id = r.pupil_id
               WHERE r.meeting_id = ?1 AND NOT EXISTS (SELECT 1 FROM agenda_enrolment e WHERE e.meeting_id = ?1
                 AND e.pupil_id = r.pupil_id AND e.state <> 'withdrawn')";
    let mut rows: Vec<Expected> = tx
        .query(sql, &params![meeting.id, meeting.starts_at, meeting.ends_at])?
        .iter()
        .map(|row| Expected {
            pupil: row.get(0),
            name: (row.get(1), row.get(2)),
            seat: Seat::from_word(row.text(3)).unwrap_or(Seat::Enrolled),
            at: row.get(4),
            bus: row.get(5),
            clash: row.get::<i64>(6) > 0,
            presence: row
                .get::<Option<String>>(7)
                .and_then(|mark| Mark::from_word(&mark))
                .map(|mark| (mark, row.get(8), Source::from_word(row.text(9)).unwrap_or(Source::Hand))),
        })
        .collect();
    let order = |row: &Expected| {
        let listed = (row.seat == Seat::Waiting).then_some((row.at, row.pupil));
        (listed, kernel::fold(&row.name.1), kernel::fold(&row.name.0), row.pupil)
    };
    rows.sort_by_key(order);
    Ok(rows)
}

/// Who is to be told of what happens to these pupils: themselves, and those who answer for them.
pub fn recipients(tx: &mut Tx<'_>, pupils: &[PersonId], now: Moment) -> Result<Vec<PersonId>> {
    let mut all = pupils.to_vec();
    for some in pupils.chunks(400) {
        let sql = format!(
            "SELECT DISTINCT guardian_id FROM answering
                  WHERE since <= ?1 AND (until IS NULL OR until > ?1) AND child_id IN ({})",
            super::marks(2, some.len())
        );
        let mut values: Vec<db::Value> = params![now].into();
        values.extend(some.iter().map(|pupil| db::Value::from(*pupil)));
        all.extend(tx.query(&sql, &values)?.iter().map(|row| row.get::<PersonId>(0)));
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The pupils who have a place or wait for one.
pub fn expected(tx: &mut Tx<'_>, meeting: MeetingId) -> Result<Vec<PersonId>> {
    let sql = "SELECT pupil_id FROM agenda_enrolment WHERE meeting_id = ?1 AND state <> 'withdrawn' ORDER BY pupil_id";
    Ok(tx.query(sql, &params![meeting])?.iter().map(|row| row.get(0)).collect())
}

/// The pupils who have a place.
pub fn expected_now(tx: &mut Tx<'_>, meeting: MeetingId) -> Result<Vec<PersonId>> {
    let sql = "SELECT pupil_id FROM agenda_enrolment WHERE meeting_id = ?1 AND state = 'enrolled' ORDER BY pupil_id";
    Ok(tx.query(sql, &params![meeting])?.iter().map(|row| row.get(0)).collect())
}
