//! Who was there: said by an adult, or by what the platform saw; corrected with a trace.
use super::{MEETING, to_meeting};
use crate::{
    ChangeKind, FullName, Mark, Meeting, MeetingId, Source,
    policy::{Attend, Export, WATCHERS},
};
use access::{Actor, Allowed};
use db::{Result, Tx, Value, marks, params};
use kernel::{Chance, Id, Moment, PersonId};
use std::collections::HashMap;
use web::{List, Paged, Pager};

/// What is said of one pupil.
type Said = (Mark, i64);

/// Notes that a pupil was there, as a ticket, a room or an adult shows it. What an adult said by hand is never changed by what
/// the platform saw; of several signs the longest counts.
pub fn mark_presence(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    pupil: PersonId,
    source: Source,
    minutes: i64,
    at: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO agenda_presence (meeting_id, pupil_id, mark, minutes, source, at)
         VALUES (?1, ?2, 'present', ?3, ?4, ?5)
         ON CONFLICT (meeting_id, pupil_id) DO UPDATE SET mark = 'present', source = excluded.source, at = excluded.at,
           minutes = CASE WHEN excluded.minutes > agenda_presence.minutes THEN excluded.minutes ELSE agenda_presence.minutes END
         WHERE agenda_presence.source <> 'main' OR excluded.source = 'main'",
        &params![meeting, pupil, minutes.max(0), source.word(), at],
    )?;
    tx.ring(format!("meeting:{meeting}"));
    Ok(())
}

/// What is said of the pupils of a meeting.
pub fn presences(tx: &mut Tx<'_>, meeting: MeetingId) -> Result<HashMap<PersonId, Said>> {
    let sql = "SELECT pupil_id, mark, minutes FROM agenda_presence WHERE meeting_id = ?1";
    let said = |row: &db::Row| (row.get(0), (Mark::from_word(row.text(1)).unwrap_or(Mark::Absent), row.get(2)));
    Ok(tx.query(sql, &params![meeting])?.iter().map(said).collect())
}

/// Says by hand who was there. What was said before is changed, and the change is kept: who, when, before, after.
pub fn record(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    meeting: &Allowed<Attend, Meeting>,
    said: &[(PersonId, Said)],
    now: Moment,
) -> Result<()> {
    let before = presences(tx, meeting.id)?;
    for (pupil, (mark, minutes)) in said {
        let minutes = if *mark == Mark::Present { (*minutes).clamp(0, 600) } else { 0 };
        let known = before.get(pupil);
        if known == Some(&(*mark, minutes)) {
            continue;
        }
        tx.execute(
            "INSERT INTO agenda_presence (meeting_id, pupil_id, mark, minutes, source, at, by_id)
             VALUES (?1, ?2, ?3, ?4, 'main', ?5, ?6)
             ON CONFLICT (meeting_id, pupil_id) DO UPDATE SET mark = excluded.mark, minutes = excluded.minutes,
               source = excluded.source, at = excluded.at, by_id = excluded.by_id",
            &params![meeting.id, *pupil, mark.word(), minutes, now, actor.person],
        )?;
        if let Some((old, old_minutes)) = known {
            tx.execute(
                "INSERT INTO agenda_presence_change (id, meeting_id, pupil_id, at, by_id, before_mark, before_minutes, after_mark,
                   after_minutes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                &params![
                    Id::<ChangeKind>::new(now, chance),
                    meeting.id,
                    *pupil,
                    now,
                    actor.person,
                    old.word(),
                    *old_minutes,
                    mark.word(),
                    minutes
                ],
            )?;
        }
    }
    tx.ring(format!("meeting:{}", meeting.id));
    Ok(())
}

/// A correction, with its trace.
#[derive(Clone, Debug)]
pub struct Changed {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: FullName,
    /// Of whom.
    pub pupil: FullName,
    /// What was said before.
    pub before: Said,
    /// What is said since.
    pub after: Said,
}

/// The corrections of a meeting, oldest first.
pub fn changes(tx: &mut Tx<'_>, meeting: &Allowed<Attend, Meeting>) -> Result<Vec<Changed>> {
    let sql = "SELECT c.at, b.given, b.family, p.given, p.family, c.before_mark, c.before_minutes, c.after_mark,
                 c.after_minutes
               FROM agenda_presence_change c JOIN directory_person b ON b.id = c.by_id JOIN directory_person p
               ON p.id = c.pupil_id
               WHERE c.meeting_id = ?1 ORDER BY c.at, c.id";
    let mark = |row: &db::Row, at| Mark::from_word(row.text(at)).unwrap_or(Mark::Absent);
    Ok(tx
        .query(sql, &params![meeting.id])?
        .iter()
        .map(|row| Changed {
            at: row.get(0),
            by: (row.get(1), row.get(2)),
            pupil: (row.get(3), row.get(4)),
            before: (mark(row, 5), row.get(6)),
            after: (mark(row, 7), row.get(8)),
        })
        .collect())
}

/// One line of the list for vie scolaire.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The meeting.
    pub meeting: Meeting,
    /// The school's name.
    pub school: String,
    /// Who held it.
    pub teacher: Option<FullName>,
    /// The pupil.
    pub pupil: FullName,
    /// The pupil's class; empty when there is none any more.
    pub class: String,
    /// What is said, and by which source; `None` for a pupil expected of whom nothing is said.
    pub said: Option<(Mark, i64, Source)>,
    /// How many times it was corrected.
    pub corrected: i64,
}

/// The pupils expected or seen in the meetings of a period, in the schools where one answers for presence, the latest first.
pub fn exported(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (from, to): (Moment, Moment),
    pager: Pager,
    now: Moment,
) -> Result<Paged<Exported>> {
    let units = actor.units(WATCHERS);
    if units.is_empty() {
        return Ok(Paged::default());
    }
    let seen = access::visible::<Export, Meeting>(actor, 3 + units.len());
    let (last, among) = (3 + units.len() + seen.params.len(), marks(3, units.len()));
    let of_period = format!(
        "m.starts_at >= ?1 AND m.starts_at < ?2 AND m.state <> 'cancelled' AND m.unit_id IN ({among}) AND {}",
        seen.sql
    );
    let columns = format!(
        "{MEETING}, u.name, t.given, t.family, p.given, p.family,
           (SELECT min(k.name) FROM membership h JOIN unit k ON k.id = h.unit_id AND k.kind = 'classe'
            WHERE h.person_id = p.id AND h.role = 'pupil' AND h.since <= ?{last} AND (h.until IS NULL OR h.until > ?{last})),
           r.mark, r.minutes, r.source,
           (SELECT count(*) FROM agenda_presence_change c WHERE c.meeting_id = m.id AND c.pupil_id = p.id)"
    );
    // Meetings first: of the enrolments and presences of all, only theirs are read.
    let rows = format!(
        "(SELECT m.id AS meeting_id, e.pupil_id FROM agenda_meeting m
            JOIN agenda_enrolment e ON e.meeting_id = m.id AND e.state = 'enrolled' WHERE {of_period}
          UNION SELECT m.id, s.pupil_id FROM agenda_meeting m
            JOIN agenda_presence s ON s.meeting_id = m.id WHERE {of_period}) w
         JOIN agenda_meeting m ON m.id = w.meeting_id JOIN unit u ON u.id = m.unit_id
         JOIN directory_person p ON p.id = w.pupil_id LEFT JOIN directory_person t ON t.id = m.teacher_id
         LEFT JOIN agenda_presence r ON r.meeting_id = m.id AND r.pupil_id = p.id"
    );
    let mut params: Vec<Value> = params![from, to].into();
    params.extend(units.into_iter().map(Value::from));
    params.extend(seen.params);
    params.push(now.into());
    let at = super::MEETING_COLUMNS;
    let list = List { columns: &columns, from: &rows, order: "m.starts_at DESC, m.id, p.sort, p.id", params: &params };
    pager.read(tx, list, |row| Exported {
        meeting: to_meeting(row),
        school: row.get(at),
        teacher: super::name(row, at + 1),
        pupil: (row.get(at + 3), row.get(at + 4)),
        class: row.get::<Option<String>>(at + 5).unwrap_or_default(),
        said: row
            .get::<Option<String>>(at + 6)
            .and_then(|mark| Mark::from_word(&mark))
            .map(|mark| (mark, row.get(at + 7), Source::from_word(row.text(at + 8)).unwrap_or(Source::Hand))),
        corrected: row.get(at + 9),
    })
}
