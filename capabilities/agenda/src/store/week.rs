//! Everyone's week: a few statements, whoever looks.
use super::{Home, MEETING, MEETING_COLUMNS, marks, name, to_meeting};
use crate::{
    FullName, Mark, Meeting, MeetingId, Seat,
    policy::{STAFF, See},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId};
use web::{List, Paged, Pager};

/// The columns of a line, for a row read by [`to_line`].
const LINE: &str = "u.name, t.given, t.family, c.given, c.family,
    (SELECT count(*) FROM agenda_enrolment e WHERE e.meeting_id = m.id AND e.state = 'enrolled'),
    (SELECT count(*) FROM agenda_enrolment e WHERE e.meeting_id = m.id AND e.state = 'waiting')";
/// What is joined for it.
const JOINED: &str = "JOIN unit u ON u.id = m.unit_id LEFT JOIN directory_person t ON t.id = m.teacher_id
    LEFT JOIN directory_person c ON c.id = m.coteacher_id";
/// How many columns a meeting and its line have.
const COLUMNS: usize = MEETING_COLUMNS + 7;

/// A meeting on a week, with who holds it and how many places are taken.
#[derive(Clone, Debug)]
pub struct Line {
    /// The meeting.
    pub meeting: Meeting,
    /// The school's name.
    pub school: String,
    /// Who holds it.
    pub teacher: Option<FullName>,
    /// Who helps hold it.
    pub coteacher: Option<FullName>,
    /// How many places are taken.
    pub taken: i64,
    /// How many wait for one.
    pub waiting: i64,
}

impl Line {
    /// How many places are free.
    pub fn free(&self) -> i64 {
        (self.meeting.what.places - self.taken).max(0)
    }
}

/// A pupil's place in a meeting of the week.
#[derive(Clone, Debug)]
pub struct Mine {
    /// Whose.
    pub pupil: PersonId,
    /// Which place.
    pub seat: Seat,
    /// Whether they were there, and for how many minutes, once it is said.
    pub presence: Option<(Mark, i64)>,
    /// The meeting.
    pub line: Line,
}

fn to_line(row: &Row) -> Line {
    Line {
        meeting: to_meeting(row),
        school: row.get(MEETING_COLUMNS),
        teacher: name(row, MEETING_COLUMNS + 1),
        coteacher: name(row, MEETING_COLUMNS + 3),
        taken: row.get(MEETING_COLUMNS + 5),
        waiting: row.get(MEETING_COLUMNS + 6),
    }
}

/// The meetings of the schools where one works, and those one holds, in order.
pub fn of_staff(tx: &mut Tx<'_>, actor: &Actor, (since, until): (Moment, Moment), pager: Pager) -> Result<Paged<Line>> {
    let units = actor.units(STAFF);
    let seen = access::visible::<See, Meeting>(actor, 4 + units.len());
    // The rule decides; what stands before it lets each way in use its own index.
    let mut ways = vec![];
    if !units.is_empty() {
        ways.push(format!("unit_id IN ({})", marks(4, units.len())));
    }
    ways.extend(["teacher_id = ?3".to_owned(), "coteacher_id = ?3".to_owned()]);
    let way = |way: &String| {
        format!(
            "SELECT id FROM agenda_meeting WHERE {way} AND starts_at >= ?1
             AND starts_at < ?2"
        )
    };
    let ways = ways.iter().map(way).collect::<Vec<_>>().join(" UNION ");
    let columns = format!("{MEETING}, {LINE}");
    let from = format!("agenda_meeting m {JOINED} WHERE m.id IN ({ways}) AND {}", seen.sql);
    let mut values: Vec<Value> = params![since, until, actor.person].into();
    values.extend(units.into_iter().map(Value::from));
    values.extend(seen.params);
    pager.read(tx, List { columns: &columns, from: &from, order: "m.starts_at, m.id", params: &values }, to_line)
}

/// The meetings in which these pupils have a place or wait for one. The caller asks for its own children, or itself.
pub fn of_pupils(tx: &mut Tx<'_>, pupils: &[PersonId], (from, to): (Moment, Moment)) -> Result<Vec<Mine>> {
    if pupils.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {MEETING}, {LINE}, x.pupil_id, x.state, r.mark, r.minutes FROM agenda_enrolment x
         JOIN agenda_meeting m ON m.id = x.meeting_id {JOINED}
         LEFT JOIN agenda_presence r ON r.meeting_id = x.meeting_id AND r.pupil_id = x.pupil_id
         WHERE x.starts_at >= ?1 AND x.starts_at < ?2 AND x.state <> 'withdrawn' AND x.pupil_id IN ({})
         ORDER BY m.starts_at, m.id",
        marks(3, pupils.len())
    );
    let mut values: Vec<Value> = params![from, to].into();
    values.extend(pupils.iter().map(|pupil| Value::from(*pupil)));
    Ok(tx.query(&sql, &values)?.iter().map(to_mine).collect())
}

fn to_mine(row: &Row) -> Mine {
    let mark = row.get::<Option<String>>(COLUMNS + 2).and_then(|mark| Mark::from_word(&mark));
    Mine {
        pupil: row.get(COLUMNS),
        seat: Seat::from_word(row.text(COLUMNS + 1)).unwrap_or(Seat::Enrolled),
        presence: mark.map(|mark| (mark, row.get(COLUMNS + 3))),
        line: to_line(row),
    }
}

/// The meetings in which this pupil has a place, of those this person may `P`, the last first; cancelled ones are left out.
pub fn of_pupil<P: Permission<Meeting>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    pupil: PersonId,
    (since, until): (Moment, Moment),
    pager: Pager,
) -> Result<Paged<Mine>> {
    let seen = access::visible::<P, Meeting>(actor, 4);
    let columns = format!("{MEETING}, {LINE}, x.pupil_id, x.state, r.mark, r.minutes");
    let from = format!(
        "agenda_enrolment x
         JOIN agenda_meeting m ON m.id = x.meeting_id {JOINED}
         LEFT JOIN agenda_presence r ON r.meeting_id = x.meeting_id AND r.pupil_id = x.pupil_id
         WHERE x.pupil_id = ?1 AND x.starts_at >= ?2 AND x.starts_at < ?3 AND x.state = 'enrolled'
         AND m.state <> 'cancelled' AND {}",
        seen.sql
    );
    let values: Vec<Value> = params![pupil, since, until].into_iter().chain(seen.params).collect();
    let order = "m.starts_at DESC, m.id";
    pager.read(tx, List { columns: &columns, from: &from, order, params: &values }, to_mine)
}

/// The meetings still to come of each of these pupils' schools, in which they may enrol by themselves and have no place.
pub fn offers(
    tx: &mut Tx<'_>,
    homes: &[Home],
    (since, until): (Moment, Moment),
    now: Moment,
    pager: Pager,
) -> Result<Paged<(PersonId, Line)>> {
    if homes.is_empty() || until <= now {
        return Ok(Paged::default());
    }
    let (mut values, mut pairs) = (Vec::from(params![since, until, now]), vec![]);
    for home in homes {
        let (pupil, school) = (values.len() + 1, values.len() + 2);
        values.extend(params![home.pupil, home.school]);
        pairs.push(format!(
            "SELECT p.id AS pupil_id, u.id AS school_id FROM directory_person p, unit u
             WHERE p.id = ?{pupil} AND u.id = ?{school}"
        ));
    }
    let columns = format!("{MEETING}, {LINE}, h.pupil_id");
    let from = format!(
        "({}) h JOIN agenda_meeting m ON m.unit_id = h.school_id {JOINED}
         WHERE m.starts_at >= ?1 AND m.starts_at < ?2 AND m.by_self = 1 AND m.state IN ('planned', 'open')
         AND m.ends_at > ?3 AND NOT EXISTS (SELECT 1 FROM agenda_enrolment x WHERE x.meeting_id = m.id
           AND x.pupil_id = h.pupil_id AND x.state <> 'withdrawn')",
        pairs.join(" UNION ALL ")
    );
    let order = "m.starts_at, m.id, h.pupil_id";
    let list = List { columns: &columns, from: &from, order, params: &values };
    pager.read(tx, list, |row| (row.get(COLUMNS), to_line(row)))
}

/// A meeting one was allowed to see, with its names and counts.
pub fn line<P>(tx: &mut Tx<'_>, meeting: &Allowed<P, Meeting>) -> Result<Option<Line>> {
    line_of(tx, meeting.id)
}

pub(super) fn line_of(tx: &mut Tx<'_>, id: MeetingId) -> Result<Option<Line>> {
    let sql = format!("SELECT {MEETING}, {LINE} FROM agenda_meeting m {JOINED} WHERE m.id = ?1");
    Ok(tx.first(&sql, &params![id])?.as_ref().map(to_line))
}

/// The titles of other meetings in which each of these pupils has a place at the same time.
pub fn pupil_overlaps(tx: &mut Tx<'_>, pupils: &[PersonId], meeting: &Meeting) -> Result<Vec<(PersonId, Meeting)>> {
    if pupils.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {MEETING}, x.pupil_id FROM agenda_enrolment x JOIN agenda_meeting m ON m.id = x.meeting_id
         WHERE x.state = 'enrolled' AND m.state <> 'cancelled' AND m.id <> ?1
         AND x.starts_at < ?3 AND x.starts_at > CAST(?2 AS BIGINT) - 86400000 AND m.ends_at > ?2 AND x.pupil_id IN ({})
         ORDER BY m.starts_at, m.id",
        marks(4, pupils.len())
    );
    let mut values: Vec<Value> = params![meeting.id, meeting.starts_at, meeting.ends_at].into();
    values.extend(pupils.iter().map(|pupil| Value::from(*pupil)));
    Ok(tx.query(&sql, &values)?.iter().map(|row| (row.get(MEETING_COLUMNS), to_meeting(row))).collect())
}
