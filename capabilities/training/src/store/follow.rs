//! What one follows, and the seats of workshops.
use crate::{Column, Course, CourseId, Kind, Opinion, Refusal, policy::See};
use access::{Actor, Allowed};
use db::{Result, Tx, params};
use kernel::{Moment, UnitId};
use web::{List, Paged, Pager};

type Done = Result<std::result::Result<(), Refusal>>;

/// Says that one has followed it, and how it was; said again, the word is changed and the day stays.
pub fn follow(
    tx: &mut Tx<'_>,
    course: &Allowed<See, Course>,
    actor: &Actor,
    school: Option<UnitId>,
    opinion: Opinion,
    now: Moment,
) -> Done {
    if course.ahead(now) {
        return Ok(Err(Refusal::Ahead));
    }
    tx.execute(
        "INSERT INTO training_followed (course_id, person_id, school_id, at, minutes, opinion)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (course_id, person_id) DO UPDATE SET opinion = excluded.opinion",
        &params![course.id, actor.person, school, now, course.content.minutes, opinion.word()],
    )?;
    Ok(Ok(()))
}

/// Takes a seat, while there is one.
pub fn enrol(tx: &mut Tx<'_>, course: &Allowed<See, Course>, actor: &Actor, now: Moment) -> Done {
    if !course.ahead(now) {
        return Ok(Err(Refusal::Begun));
    }
    // The row is held, so that two never take the last seat together.
    tx.execute("UPDATE training_course SET places = places WHERE id = ?1", &params![course.id])?;
    let added = tx.execute(
        "INSERT INTO training_enrolled (course_id, person_id, at) SELECT k.id, ?2, ?3 FROM training_course k
         WHERE k.id = ?1 AND (SELECT count(*) FROM training_enrolled n WHERE n.course_id = k.id
         AND n.person_id <> ?2) < k.places
         ON CONFLICT DO NOTHING",
        &params![course.id, actor.person, now],
    )?;
    let had = added > 0 || has_seat(tx, course.id, actor)?;
    Ok(if had { Ok(()) } else { Err(Refusal::Full) })
}

fn has_seat(tx: &mut Tx<'_>, course: CourseId, actor: &Actor) -> Result<bool> {
    let sql = "SELECT 1 FROM training_enrolled WHERE course_id = ?1 AND person_id = ?2";
    Ok(tx.first(sql, &params![course, actor.person])?.is_some())
}

/// Gives the seat back, until it begins.
pub fn give_back(tx: &mut Tx<'_>, course: &Allowed<See, Course>, actor: &Actor, now: Moment) -> Done {
    if !course.ahead(now) {
        return Ok(Err(Refusal::Begun));
    }
    let sql = "DELETE FROM training_enrolled WHERE course_id = ?1 AND person_id = ?2";
    tx.execute(sql, &params![course.id, actor.person])?;
    Ok(Ok(()))
}

/// What one has followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// The course.
    pub course: CourseId,
    /// Its title.
    pub title: String,
    /// Its column.
    pub column: Column,
    /// How it was followed.
    pub kind: Kind,
    /// When.
    pub at: Moment,
    /// How long it took.
    pub minutes: i64,
    /// How it was.
    pub opinion: Opinion,
}

/// What this person has followed, the latest first.
pub fn followed_by(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Mine>> {
    let columns = "k.id, k.title, k.pillar, k.kind, f.at, f.minutes, f.opinion";
    let from = "training_followed f JOIN training_course k ON k.id = f.course_id WHERE f.person_id = ?1";
    let list = List { columns, from, order: "f.at DESC, k.id", params: &params![actor.person] };
    pager.read(tx, list, |row| Mine {
        course: row.get(0),
        title: row.get(1),
        column: Column::from_word(row.text(2)).unwrap_or(Column::Method),
        kind: Kind::from_word(row.text(3)).unwrap_or(Kind::Read),
        at: row.get(4),
        minutes: row.get(5),
        opinion: Opinion::from_word(row.text(6)).unwrap_or(Opinion::Partly),
    })
}

/// How many courses of each column this person has followed, in the order of [`Column::ALL`], and how many minutes in all.
pub fn followed_in_all(tx: &mut Tx<'_>, actor: &Actor) -> Result<([i64; 3], i64)> {
    let sql = "SELECT k.pillar, count(*), CAST(sum(f.minutes) AS BIGINT) FROM training_followed f
               JOIN training_course k ON k.id = f.course_id WHERE f.person_id = ?1 GROUP BY k.pillar";
    let (mut followed, mut minutes) = ([0; 3], 0);
    for row in tx.query(sql, &params![actor.person])? {
        if let Some(place) = Column::ALL.iter().position(|one| one.word() == row.text(0)) {
            followed[place] = row.get(1);
        }
        minutes += row.get::<i64>(2);
    }
    Ok((followed, minutes))
}
