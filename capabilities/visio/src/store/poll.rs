//! Questions asked to the room, and what it answers.
use super::topic;
use crate::{
    model::{PollId, Room, RoomId, Seated, Shape},
    policy::Hold,
};
use access::{Actor, Allowed};
use db::{Result, Tx, params};
use kernel::Moment;

/// The question of the moment.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its id.
    pub id: PollId,
    /// Its shape.
    pub shape: Shape,
    /// What is asked; may be empty.
    pub question: String,
    /// How many gave each answer, in the order of the shape.
    pub counts: Vec<(&'static str, i64)>,
    /// One's own answer.
    pub mine: Option<String>,
}

/// Asks; the question before is over.
pub fn ask(
    tx: &mut Tx<'_>,
    room: &Allowed<Hold, Room>,
    id: PollId,
    shape: Shape,
    question: &str,
    now: Moment,
) -> Result<()> {
    end_poll(tx, room, now)?;
    tx.execute(
        "INSERT INTO visio_poll (id, room_id, shape, question, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        &params![id, room.id, shape.word(), question, now],
    )?;
    Ok(())
}

/// No more answers.
pub fn end_poll(tx: &mut Tx<'_>, room: &Allowed<Hold, Room>, now: Moment) -> Result<()> {
    tx.execute("UPDATE visio_poll SET ended_at = ?2 WHERE room_id = ?1 AND ended_at IS NULL", &params![room.id, now])?;
    tx.ring(topic(room.id));
    Ok(())
}

/// The question that is open, with its counts.
pub fn current(tx: &mut Tx<'_>, actor: &Actor, room: RoomId) -> Result<Option<Asked>> {
    let sql =
        "SELECT id, shape, question FROM visio_poll WHERE room_id = ?1 AND ended_at IS NULL ORDER BY at DESC LIMIT 1";
    let Some(row) = tx.first(sql, &params![room])? else { return Ok(None) };
    let (id, shape) = (row.get(0), Shape::from_word(row.text(1)).unwrap_or(Shape::YesNo));
    let sql = "SELECT answer, COUNT(*), MAX(CASE WHEN person_id = ?2 THEN 1 ELSE 0 END) FROM visio_vote
               WHERE poll_id = ?1 GROUP BY answer";
    let votes = tx.query(sql, &params![id, actor.person])?;
    let of = |answer: &str| votes.iter().find(|vote| vote.text(0) == answer);
    let count = |answer: &'static str| (answer, of(answer).map_or(0, |vote| vote.get(1)));
    let mine = votes.iter().find(|vote| vote.get::<i64>(2) == 1).map(|vote| vote.get(0));
    Ok(Some(Asked {
        id,
        shape,
        question: row.get(2),
        counts: shape.answers().iter().copied().map(count).collect(),
        mine,
    }))
}

/// Answers the open question; an answer may be changed while it is open. Says whether it was counted.
pub fn vote(tx: &mut Tx<'_>, seated: &Seated, answer: &str, now: Moment) -> Result<bool> {
    let sql = "SELECT id, shape FROM visio_poll WHERE room_id = ?1 AND ended_at IS NULL ORDER BY at DESC LIMIT 1";
    let Some(row) = tx.first(sql, &params![seated.room.id])? else { return Ok(false) };
    let takes = Shape::from_word(row.text(1)).is_some_and(|shape| shape.answers().contains(&answer));
    if takes {
        let id: PollId = row.get(0);
        tx.execute(
            "INSERT INTO visio_vote (poll_id, person_id, answer, at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (poll_id, person_id) DO UPDATE SET answer = excluded.answer, at = excluded.at",
            &params![id, seated.seat.person, answer, now],
        )?;
        tx.ring(topic(seated.room.id));
    }
    Ok(takes)
}
