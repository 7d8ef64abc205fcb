//! Evenings that are over, written as they were: for a demonstration's weeks, and for what was noted elsewhere.
use crate::model::{DeskId, Duty, Face, Mode, Outcome, State, Subject, Tag, TicketId};
use db::{Result, Tx, params};
use kernel::{Moment, PersonId, UnitId};

/// One demand that is over.
#[derive(Clone, Debug)]
pub struct Past {
    /// Its id.
    pub id: TicketId,
    /// The desk.
    pub desk: DeskId,
    /// The pupil's school.
    pub school: UnitId,
    /// Who asked.
    pub pupil: PersonId,
    /// What about.
    pub subject: Subject,
    /// What blocked.
    pub blocks: String,
    /// How help was wished.
    pub mode: Mode,
    /// When it was asked.
    pub asked_at: Moment,
    /// Who helped, from when to when, and how it ended; `None` when nobody could and the team took it up.
    pub help: Option<(PersonId, Moment, Moment, Outcome, Tag)>,
    /// What the pupil said of it.
    pub face: Option<Face>,
}

/// Writes a demand that is over.
pub fn record(tx: &mut Tx<'_>, past: &Past) -> Result<()> {
    let state = if past.help.is_some() { State::Done } else { State::FollowUp };
    let ended = past.help.map_or(past.asked_at.plus_minutes(60), |(_, _, ended, ..)| ended);
    tx.execute(
        "INSERT INTO desk_ticket (id, desk_id, unit_id, pupil_id, evening, subject, blocks, mode, state, helped, asked_at,
           helper_id, claimed_at, ended_at, outcome, tag, face, followed_by, followed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10, ?11, ?12, ?13, ?14, ?15, ?16, NULL, ?17)",
        &params![
            past.id,
            past.desk,
            past.school,
            past.pupil,
            past.asked_at.evening(),
            past.subject.word(),
            &past.blocks,
            past.mode.word(),
            state.word(),
            past.asked_at,
            past.help.map(|(helper, ..)| helper),
            past.help.map(|(_, claimed, ..)| claimed),
            ended,
            past.help.map(|(_, _, _, outcome, _)| outcome.word()),
            past.help.map(|(.., tag)| tag.word()),
            past.face.map(Face::word),
            // What the team took up was seen the day after.
            past.help.is_none().then(|| ended.plus_days(1)),
        ],
    )
    .map(drop)
}

/// Writes a duty that is over, with when it was really opened and closed.
pub fn record_duty(tx: &mut Tx<'_>, duty: &Duty, opened: Moment, closed: Moment) -> Result<()> {
    let subjects: Vec<_> = duty.subjects.iter().map(|subject| subject.word()).collect();
    tx.execute(
        "INSERT INTO desk_duty (id, desk_id, teacher_id, subjects, room, starts_at, ends_at, state, opened_at, closed_at)
         VALUES (?1, ?2, ?3, ?4, NULL, ?5, ?6, 'closed', ?7, ?8)",
        &params![duty.id, duty.desk, duty.teacher, subjects.join(" "), duty.starts_at, duty.ends_at, opened, closed],
    )
    .map(drop)
}
