//! Places: who has one, who waits for one, who moves up.
use crate::{Meeting, Refusal, Seat};
use agreement::Standing;
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};
use programme::DispositifId;

/// What the family's agreement allows: enrolment in what belongs to no dispositif needs none.
fn agreed(
    tx: &mut Tx<'_>,
    dispositif: Option<DispositifId>,
    pupil: PersonId,
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    let Some(dispositif) = dispositif else { return Ok(Ok(())) };
    Ok(match agreement::store::standing_at(tx, dispositif, pupil, now)? {
        Standing::Agreed => Ok(()),
        Standing::Refused => Err(Refusal::Refused),
        Standing::Silent => Err(Refusal::Silent),
    })
}

/// Enrols a pupil of the school, or puts them on the waiting list when all places are taken.
pub fn enrol(
    tx: &mut Tx<'_>,
    meeting: &Meeting,
    pupil: PersonId,
    by: PersonId,
    now: Moment,
) -> Result<std::result::Result<Seat, Refusal>> {
    if !meeting.ahead(now) {
        return Ok(Err(Refusal::Over));
    }
    let sql = "SELECT 1 FROM membership m JOIN unit_closure up ON up.descendant = m.unit_id
               WHERE m.person_id = ?1 AND m.role = 'pupil'
                 AND m.since <= ?3 AND (m.until IS NULL OR m.until > ?3) AND up.ancestor = ?2";
    if tx.first(sql, &params![pupil, meeting.what.school, now])?.is_none() {
        return Ok(Err(Refusal::Elsewhere));
    }
    if let Err(refusal) = agreed(tx, meeting.what.dispositif, pupil, now)? {
        return Ok(Err(refusal));
    }
    Ok(Ok(put(tx, meeting, pupil, by, now)?))
}

/// Gives the last free place, or the last on the list. The row of the meeting is held meanwhile, so that two never get one place.
fn put(tx: &mut Tx<'_>, meeting: &Meeting, pupil: PersonId, by: PersonId, now: Moment) -> Result<Seat> {
    tx.execute("UPDATE agenda_meeting SET places = places WHERE id = ?1", &params![meeting.id])?;
    tx.execute(
        "INSERT INTO agenda_enrolment (meeting_id, pupil_id, state, starts_at, at, by_id)
         SELECT m.id, ?2, CASE WHEN (SELECT count(*) FROM agenda_enrolment e WHERE e.meeting_id = m.id
             AND e.state IN ('enrolled', 'waiting')) < m.places THEN 'enrolled' ELSE 'waiting' END, m.starts_at, ?3, ?4
         FROM agenda_meeting m WHERE m.id = ?1
         ON CONFLICT (meeting_id, pupil_id) DO UPDATE
         SET state = excluded.state, at = excluded.at, by_id = excluded.by_id,
           sequence = agenda_enrolment.sequence + CASE WHEN agenda_enrolment.sequence > 0 THEN 1 ELSE 0 END
         WHERE agenda_enrolment.state = 'withdrawn'",
        &params![meeting.id, pupil, now, by],
    )?;
    tx.ring(format!("meeting:{}", meeting.id));
    let sql = "SELECT state FROM agenda_enrolment WHERE meeting_id = ?1 AND pupil_id = ?2";
    let row = tx.first(sql, &params![meeting.id, pupil])?;
    Ok(row.and_then(|row| Seat::from_word(row.text(0))).unwrap_or(Seat::Waiting))
}

/// Takes a pupil off, and gives the place to the first on the list. Says who moved up.
pub fn withdraw(
    tx: &mut Tx<'_>,
    meeting: &Meeting,
    pupil: PersonId,
    by: PersonId,
    now: Moment,
) -> Result<Vec<PersonId>> {
    tx.execute(
        "UPDATE agenda_enrolment SET state = 'withdrawn', at = ?3, by_id = ?4,
           sequence = sequence + CASE WHEN state = 'enrolled' THEN 1 ELSE 0 END
         WHERE meeting_id = ?1 AND pupil_id = ?2 AND state <> 'withdrawn'",
        &params![meeting.id, pupil, now, by],
    )?;
    move_up(tx, meeting, now)
}

/// Gives free places to the first on the list whose family still agrees. Says who moved up.
pub fn move_up(tx: &mut Tx<'_>, meeting: &Meeting, now: Moment) -> Result<Vec<PersonId>> {
    tx.ring(format!("meeting:{}", meeting.id));
    if !meeting.ahead(now) {
        return Ok(vec![]);
    }
    tx.execute("UPDATE agenda_meeting SET places = places WHERE id = ?1", &params![meeting.id])?;
    let sql = "SELECT e.pupil_id, m.places - (SELECT count(*) FROM agenda_enrolment x WHERE x.meeting_id = m.id
                 AND x.state = 'enrolled')
               FROM agenda_enrolment e JOIN agenda_meeting m ON m.id = e.meeting_id
               WHERE m.id = ?1 AND e.state = 'waiting' ORDER BY e.at, e.pupil_id";
    let waiting = tx.query(sql, &params![meeting.id])?;
    let mut free = waiting.first().map_or(0, |row| row.get::<i64>(1));
    let mut moved = vec![];
    for row in &waiting {
        if free <= 0 {
            break;
        }
        let pupil: PersonId = row.get(0);
        if agreed(tx, meeting.what.dispositif, pupil, now)?.is_err() {
            continue;
        }
        let sql = "UPDATE agenda_enrolment SET state = 'enrolled' WHERE meeting_id = ?1 AND pupil_id = ?2";
        tx.execute(sql, &params![meeting.id, pupil])?;
        free -= 1;
        moved.push(pupil);
    }
    Ok(moved)
}

/// Notes that a pupil comes to every meeting of the slot, and enrols them in those to come. Refused by the first refusal.
pub fn enrol_in_slot(
    tx: &mut Tx<'_>,
    meeting: &Meeting,
    pupil: PersonId,
    by: PersonId,
    now: Moment,
) -> Result<std::result::Result<Seat, Refusal>> {
    let first = enrol(tx, meeting, pupil, by, now)?;
    let (Ok(_), Some(slot)) = (first, meeting.slot) else { return Ok(first) };
    let sql = "INSERT INTO agenda_slot_pupil (slot_id, pupil_id, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    tx.execute(sql, &params![slot, pupil, now])?;
    for other in later(tx, meeting)? {
        put(tx, &other, pupil, by, now)?;
    }
    Ok(first)
}

/// Takes a pupil off every meeting of the slot from this one on. Says who moved up, with the meeting.
pub fn withdraw_from_slot(
    tx: &mut Tx<'_>,
    meeting: &Meeting,
    pupil: PersonId,
    by: PersonId,
    now: Moment,
) -> Result<Vec<(Meeting, PersonId)>> {
    if let Some(slot) = meeting.slot {
        tx.execute("DELETE FROM agenda_slot_pupil WHERE slot_id = ?1 AND pupil_id = ?2", &params![slot, pupil])?;
    }
    let mut moved = vec![];
    let these = std::iter::once(meeting.clone()).chain(later(tx, meeting)?).collect::<Vec<_>>();
    for one in these {
        moved.extend(withdraw(tx, &one, pupil, by, now)?.into_iter().map(|who| (one.clone(), who)));
    }
    Ok(moved)
}

fn later(tx: &mut Tx<'_>, meeting: &Meeting) -> Result<Vec<Meeting>> {
    let Some(slot) = meeting.slot else { return Ok(vec![]) };
    let sql = format!(
        "SELECT {} FROM agenda_meeting m WHERE m.slot_id = ?1 AND m.starts_at > ?2 AND m.state = 'planned'
         ORDER BY m.starts_at",
        super::MEETING
    );
    Ok(tx.query(&sql, &params![slot, meeting.starts_at])?.iter().map(super::to_meeting).collect())
}

/// Enrols in a new meeting of a slot those who come every time and whose family agrees.
pub fn carry(tx: &mut Tx<'_>, meeting: &Meeting, now: Moment) -> Result<()> {
    let sql = "SELECT r.pupil_id FROM agenda_slot_pupil r JOIN directory_person p ON p.id = r.pupil_id AND p.erased = 0
               WHERE r.slot_id = ?1 ORDER BY r.since, r.pupil_id";
    for row in tx.query(sql, &params![meeting.slot])? {
        let pupil = row.get(0);
        if agreed(tx, meeting.what.dispositif, pupil, now)?.is_ok() {
            put(tx, meeting, pupil, meeting.made_by, now)?;
        }
    }
    Ok(())
}

/// Whether the family's agreement to this dispositif does not stand any more.
pub fn standing_lost(tx: &mut Tx<'_>, dispositif: DispositifId, child: PersonId, now: Moment) -> Result<bool> {
    Ok(agreed(tx, Some(dispositif), child, now)?.is_err())
}

/// The meetings of a dispositif, to come or under way, in which a child has a place or waits for one.
pub fn places(tx: &mut Tx<'_>, dispositif: DispositifId, child: PersonId, now: Moment) -> Result<Vec<Meeting>> {
    let sql = format!(
        "SELECT {} FROM agenda_enrolment e JOIN agenda_meeting m ON m.id = e.meeting_id
         WHERE e.pupil_id = ?1 AND e.starts_at > ?4 AND m.ends_at > ?3 AND e.state <> 'withdrawn'
         AND m.state IN ('planned', 'open') AND m.dispositif_id = ?2 ORDER BY m.starts_at, m.id",
        super::MEETING
    );
    let values = params![child, dispositif, now, now.plus_minutes(-crate::LONGEST)];
    Ok(tx.query(&sql, &values)?.iter().map(super::to_meeting).collect())
}

/// Takes a child off all meetings, to come or under way, of a dispositif to which the family agrees no longer. Gives each, with who
/// moved up there.
pub fn stay_away(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    child: PersonId,
    now: Moment,
) -> Result<Vec<(Meeting, Vec<PersonId>)>> {
    tx.execute(
        "DELETE FROM agenda_slot_pupil WHERE pupil_id = ?1 AND EXISTS (SELECT 1 FROM agenda_slot s
           WHERE s.id = agenda_slot_pupil.slot_id AND s.dispositif_id = ?2)",
        &params![child, dispositif],
    )?;
    let mut left = vec![];
    for meeting in places(tx, dispositif, child, now)? {
        let moved = withdraw(tx, &meeting, child, child, now)?;
        left.push((meeting, moved));
    }
    Ok(left)
}

/// The next meetings of a dispositif in which a child had a place and has none any more, six at most.
pub fn lost(tx: &mut Tx<'_>, dispositif: DispositifId, child: PersonId, now: Moment) -> Result<Vec<Meeting>> {
    let sql = format!(
        "SELECT {} FROM agenda_enrolment e JOIN agenda_meeting m ON m.id = e.meeting_id
         WHERE e.pupil_id = ?1 AND e.starts_at > ?3 AND e.state = 'withdrawn' AND e.sequence > 0
         AND m.state = 'planned' AND m.dispositif_id = ?2 ORDER BY m.starts_at, m.id LIMIT 6",
        super::MEETING
    );
    Ok(tx.query(&sql, &params![child, dispositif, now])?.iter().map(super::to_meeting).collect())
}
