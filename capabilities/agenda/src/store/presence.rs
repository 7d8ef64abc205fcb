//! Who was there: said by an adult, or by what the platform saw; corrected with a trace.
use super::{MEETING, to_meeting};
use crate::{
    ChangeKind, FullName, Mark, Meeting, MeetingId, Source,
    policy::{Attend, Export, WATCHERS},
};
use access::{Actor, Allowed};
use db::{Result, Tx, Value, marks, params};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use std::{collections::HashMap, fmt::Write as _};
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
    pub person: PersonId,
    /// Given and family name.
    pub pupil: FullName,
    /// The pupil's class; empty when there is none any more.
    pub class: String,
    /// What is said, and by which source; `None` for a pupil expected of whom nothing is said.
    pub said: Option<(Mark, i64, Source)>,
    /// How many times it was corrected.
    pub corrected: i64,
}

/// Which lines of the list are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// From an instant to another.
    pub span: (Moment, Moment),
    /// The pupils of this class alone.
    pub class: Option<UnitId>,
    /// Those of whom this is said alone; within, nothing for those of whom nothing is.
    pub mark: Option<Option<Mark>>,
}

/// The pupils expected or seen in the meetings wanted, in the schools where one answers for presence; and where the present stands
/// among the values.
fn of_period(actor: &Actor, wanted: Wanted, now: Moment) -> Option<(String, Vec<Value>, usize)> {
    let units = actor.units(WATCHERS);
    if units.is_empty() {
        return None;
    }
    let seen = access::visible::<Export, Meeting>(actor, 3 + units.len());
    let among = marks(3, units.len());
    let of_period = format!(
        "m.starts_at >= ?1 AND m.starts_at < ?2 AND m.state <> 'cancelled' AND m.unit_id IN ({among}) AND {}",
        seen.sql
    );
    let mut values: Vec<Value> = params![wanted.span.0, wanted.span.1].into();
    values.extend(units.into_iter().map(Value::from));
    values.extend(seen.params);
    values.push(now.into());
    let present = values.len();
    let mut which = format!("CAST(?{present} AS BIGINT) > 0");
    if let Some(class) = wanted.class {
        values.push(class.into());
        let class = values.len();
        let _ = write!(
            which,
            " AND EXISTS (SELECT 1 FROM membership h WHERE h.person_id = p.id AND h.unit_id = ?{class}
              AND h.role = 'pupil' AND h.since <= ?{present} AND (h.until IS NULL OR h.until > ?{present}))"
        );
    }
    match wanted.mark {
        Some(Some(mark)) => {
            values.push(mark.word().into());
            let _ = write!(which, " AND r.mark = ?{}", values.len());
        }
        Some(None) => which.push_str(" AND r.mark IS NULL"),
        None => {}
    }
    // Meetings first: of the enrolments and presences of all, only theirs are read.
    let rows = format!(
        "(SELECT m.id AS meeting_id, e.pupil_id FROM agenda_meeting m
            JOIN agenda_enrolment e ON e.meeting_id = m.id AND e.state = 'enrolled' WHERE {of_period}
          UNION SELECT m.id, s.pupil_id FROM agenda_meeting m
            JOIN agenda_presence s ON s.meeting_id = m.id WHERE {of_period}) w
         JOIN agenda_meeting m ON m.id = w.meeting_id JOIN unit u ON u.id = m.unit_id
         JOIN directory_person p ON p.id = w.pupil_id LEFT JOIN directory_person t ON t.id = m.teacher_id
         LEFT JOIN agenda_presence r ON r.meeting_id = m.id AND r.pupil_id = p.id WHERE {which}"
    );
    Some((rows, values, present))
}

/// Those lines, the latest meeting first.
pub fn exported(tx: &mut Tx<'_>, actor: &Actor, wanted: Wanted, pager: Pager, now: Moment) -> Result<Paged<Exported>> {
    let Some((rows, values, present)) = of_period(actor, wanted, now) else { return Ok(Paged::default()) };
    let columns = format!(
        "{MEETING}, u.name, t.given, t.family, p.given, p.family,
           (SELECT min(k.name) FROM membership h JOIN unit k ON k.id = h.unit_id AND k.kind = 'classe'
            WHERE h.person_id = p.id AND h.role = 'pupil' AND h.since <= ?{present}
            AND (h.until IS NULL OR h.until > ?{present})),
           r.mark, r.minutes, r.source,
           (SELECT count(*) FROM agenda_presence_change c WHERE c.meeting_id = m.id AND c.pupil_id = p.id), p.id"
    );
    let at = super::MEETING_COLUMNS;
    let list = List { columns: &columns, from: &rows, order: "m.starts_at DESC, m.id, p.sort, p.id", params: &values };
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
        person: row.get(at + 10),
    })
}

/// How many of those lines say what, those that say nothing last.
pub fn said(tx: &mut Tx<'_>, actor: &Actor, wanted: Wanted, now: Moment) -> Result<Vec<(Option<Mark>, i64)>> {
    let Some((rows, values, _)) = of_period(actor, wanted, now) else { return Ok(vec![]) };
    let sql = format!("SELECT r.mark, count(*) FROM {rows} GROUP BY r.mark");
    let one = |row: &db::Row| (row.get::<Option<String>>(0).and_then(|mark| Mark::from_word(&mark)), row.get(1));
    let mut said: Vec<(Option<Mark>, i64)> = tx.query(&sql, &values)?.iter().map(one).collect();
    let rank =
        |mark: Option<Mark>| mark.map_or(usize::MAX, |mark| Mark::ALL.iter().position(|one| *one == mark).unwrap_or(0));
    said.sort_by_key(|(mark, _)| rank(*mark));
    Ok(said)
}
