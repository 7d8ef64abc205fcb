//! The queue: its order is decided here, and nowhere else. Not yet helped tonight first, then the first come.
use super::{DUTY, TICKET, TICKET_COLUMNS, marks, night, to_duty, to_ticket};
use crate::model::{Desk, DeskId, Duty, Names, Subject, Ticket, TicketId};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};
use std::fmt::Write as _;
use web::{List, Paged, Pager};

/// A ticket of the board, with the pupil's names and class.
#[derive(Clone, Debug)]
pub struct Line {
    /// The ticket.
    pub ticket: Ticket,
    /// The pupil's given name.
    pub given: String,
    /// The pupil's family name.
    pub family: String,
    /// The pupil's class, empty when there is none.
    pub class: String,
}

impl Line {
    /// « Lina Tellier ».
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// The class of the ticket's pupil in the ticket's school.
pub(super) const CLASS: &str = "COALESCE((SELECT min(c.name) FROM membership m JOIN unit c ON c.id = m.unit_id
    JOIN unit_closure up ON up.descendant = c.id AND up.ancestor = t.unit_id
    WHERE m.person_id = t.pupil_id AND m.role = 'pupil'
      AND m.since <= t.asked_at AND (m.until IS NULL OR m.until > t.asked_at)), '')";

fn line(row: &Row) -> Line {
    Line {
        ticket: to_ticket(row),
        given: row.get(TICKET_COLUMNS),
        family: row.get(TICKET_COLUMNS + 1),
        class: row.get(TICKET_COLUMNS + 2),
    }
}

/// How many demands the board shows: whoever comes after these is shown as the first ones are helped.
pub const SHOWN: i64 = 100;

/// What `actor` is helping with at a desk, then what waits there, in order: the first of them, and how many there are.
pub fn queue<P>(tx: &mut Tx<'_>, actor: &Actor, desk: &Allowed<P, Desk>) -> Result<Paged<Line>> {
    let columns = format!("{TICKET}, p.given, p.family, {CLASS}");
    let from = "desk_ticket t JOIN directory_person p ON p.id = t.pupil_id
         WHERE t.desk_id = ?1 AND (t.state = 'waiting' OR (t.state = 'claimed' AND t.helper_id = ?2))";
    let (order, params) = ("t.state, t.helped, t.asked_at, t.id", params![desk.id, actor.person]);
    Pager::FIRST.by(SHOWN).read(tx, List { columns: &columns, from, order, params: &params }, line)
}

/// The first in order whose subject is one of these (any, when none is said), paused ones passed over.
pub fn next<P>(
    tx: &mut Tx<'_>,
    desk: &Allowed<P, Desk>,
    subjects: &[Subject],
    now: Moment,
) -> Result<Option<TicketId>> {
    let only = match subjects.len() {
        0 => String::new(),
        n => format!(" AND subject IN ({})", marks(3, n)),
    };
    let sql = format!(
        "SELECT id FROM desk_ticket WHERE desk_id = ?1 AND state = 'waiting'
           AND (paused_until IS NULL OR paused_until <= ?2){only}
         ORDER BY helped, asked_at, id LIMIT 1"
    );
    let mut values: Vec<Value> = params![desk.id, now].into();
    values.extend(subjects.iter().map(|subject| Value::from(subject.word())));
    Ok(tx.first(&sql, &values)?.map(|row| row.get(0)))
}

/// The tickets of one group, with their pupils.
pub fn group<P>(tx: &mut Tx<'_>, desk: &Allowed<P, Desk>, group: crate::model::GroupId) -> Result<Vec<Line>> {
    let sql = format!(
        "SELECT {TICKET}, p.given, p.family, {CLASS} FROM desk_ticket t JOIN directory_person p ON p.id = t.pupil_id
         WHERE t.group_id = ?1 AND t.desk_id = ?2 ORDER BY t.asked_at, t.id"
    );
    Ok(tx.query(&sql, &params![group, desk.id])?.iter().map(line).collect())
}

/// How many wait at each of these desks, by subject; with `ticket`, only those before it.
pub fn before(
    tx: &mut Tx<'_>,
    desks: &[DeskId],
    ticket: Option<&Ticket>,
    now: Moment,
) -> Result<Vec<(DeskId, Subject, i64)>> {
    if desks.is_empty() {
        return Ok(vec![]);
    }
    let mut values: Vec<Value> = params![now].into();
    let sooner = match ticket {
        None => "",
        Some(ticket) => {
            values.extend(params![ticket.helped, ticket.asked_at, ticket.id]);
            " AND (helped < ?2 OR (helped = ?2 AND (asked_at < ?3 OR (asked_at = ?3 AND id < ?4))))"
        }
    };
    let desks_marks = marks(values.len() + 1, desks.len());
    values.extend(desks.iter().map(|desk| Value::from(*desk)));
    let sql = format!(
        "SELECT desk_id, subject, count(*) FROM desk_ticket
         WHERE state = 'waiting' AND (paused_until IS NULL OR paused_until <= ?1){sooner} AND desk_id IN ({desks_marks})
         GROUP BY desk_id, subject"
    );
    let count = |row: &Row| (row.get(0), Subject::from_word(row.text(1)).unwrap_or(Subject::Other), row.get(2));
    Ok(tx.query(&sql, &values)?.iter().map(count).collect())
}

/// A desk open to a pupil this evening.
#[derive(Clone, Debug)]
pub struct Tonight {
    /// The desk.
    pub desk: DeskId,
    /// Its name.
    pub name: String,
    /// Its line for those who wait.
    pub announcement: String,
    /// How long help lately took, in seconds.
    pub pace: i64,
    /// How names are shown.
    pub names: Names,
    /// The pupil's school at this desk.
    pub school: UnitId,
    /// Its duties of the evening that are not over, each with the name as the school shows it.
    pub duties: Vec<(Duty, Option<String>)>,
}

impl Tonight {
    /// The duties alone.
    pub fn duties(&self) -> Vec<Duty> {
        self.duties.iter().map(|(duty, _)| duty.clone()).collect()
    }
}

/// The desks of the schools where this pupil is enrolled, with tonight's duties.
pub fn tonight(tx: &mut Tx<'_>, pupil: &Actor, now: Moment) -> Result<Vec<Tonight>> {
    let classes = pupil.units(&[access::Role::Pupil]);
    if classes.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {DUTY}, p.given, p.family, d.id, d.name, d.announcement, d.pace, d.names, s.unit_id
         FROM unit_closure up JOIN desk_school s ON s.unit_id = up.ancestor AND s.accepted = 1
         JOIN desk d ON d.id = s.desk_id
         LEFT JOIN desk_duty u ON u.desk_id = d.id AND u.ends_at > ?1 AND u.starts_at < ?2 AND u.state <> 'closed'
         LEFT JOIN directory_person p ON p.id = u.teacher_id
         WHERE up.descendant IN ({}) ORDER BY d.id, s.unit_id, u.starts_at, u.id",
        marks(3, classes.len())
    );
    let mut values: Vec<Value> = params![now, night(now.evening())].into();
    values.extend(classes.iter().map(|class| Value::from(*class)));
    let mut all: Vec<Tonight> = vec![];
    for row in tx.query(&sql, &values)? {
        let (desk, school) = (row.get(10), row.get(15));
        if all.last().is_none_or(|last| last.desk != desk) {
            let names = Names::from_word(row.text(14)).unwrap_or(Names::Hidden);
            let (name, announcement, pace) = (row.get(11), row.get(12), row.get(13));
            all.push(Tonight { desk, name, announcement, pace, names, school, duties: vec![] });
        }
        let last = all.len() - 1;
        // A pupil in two schools of one desk sees its duties once.
        if row.get::<Option<PersonId>>(2).is_some() && all[last].school == school {
            let shown = all[last].names.shown(row.text(8), row.text(9));
            all[last].duties.push((to_duty(&row, 0), shown));
        }
    }
    kernel::sort_by_name(&mut all, |desk| &desk.name);
    Ok(all)
}

/// What a pupil asked before, newest first, as far as this person may read it.
pub fn history(
    tx: &mut Tx<'_>,
    actor: &Actor,
    pupil: PersonId,
    but: Option<TicketId>,
    pager: Pager,
) -> Result<Paged<Ticket>> {
    let seen = access::visible::<crate::policy::Read, Ticket>(actor, 2);
    let mut params: Vec<Value> = params![pupil].into_iter().chain(seen.params).collect();
    let mut from = format!("desk_ticket t WHERE t.pupil_id = ?1 AND {}", seen.sql);
    if let Some(but) = but {
        params.push(but.into());
        let _ = write!(from, " AND t.id <> ?{}", params.len());
    }
    pager.read(tx, List { columns: TICKET, from: &from, order: "t.asked_at DESC, t.id", params: &params }, to_ticket)
}
