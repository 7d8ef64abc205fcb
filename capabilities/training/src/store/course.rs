//! Courses: the list, one of them, and what who steers does with them.
use super::marks;
use crate::{
    Academie, Column, Content, Course, CourseId, Kind, Workshop,
    policy::{Edit, Make, See},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, UnitId};
use programme::DispositifId;
use web::{List, Paged, Pager};

/// The columns of a course, for a row read by [`to_course`].
const COURSE: &str = "k.id, k.academie_id, k.dispositif_id, k.pillar, k.kind, k.title, k.text, k.link, k.file, k.media,
    k.minutes, k.starts_at, k.place, k.places, k.needs_revision, k.revision, k.retired_at";
/// How many they are.
const COLUMNS: usize = 17;

fn to_course(row: &Row, seen_from: UnitId) -> Course {
    let file: Option<String> = row.get(8);
    let starts_at: Option<Moment> = row.get(11);
    Course {
        id: row.get(0),
        academie: row.get(1),
        content: Content {
            dispositif: row.get(2),
            column: Column::from_word(row.text(3)).unwrap_or(Column::Method),
            kind: Kind::from_word(row.text(4)).unwrap_or(Kind::Read),
            title: row.get(5),
            text: row.get(6),
            link: row.get(7),
            file: file.map(|file| (file, row.get::<Option<String>>(9).unwrap_or_default())),
            minutes: row.get(10),
            workshop: starts_at.map(|starts_at| Workshop { starts_at, place: row.get(12), places: row.get(13) }),
        },
        revision: row.get::<bool>(14).then(|| row.get(15)),
        retired: row.get::<Option<Moment>>(16).is_some(),
        seen_from,
    }
}

/// A course in a list, with what one has done with it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The course.
    pub course: Course,
    /// When one followed it.
    pub followed_at: Option<Moment>,
    /// Whether one has a seat.
    pub enrolled: bool,
    /// How many have a seat.
    pub taken: i64,
}

impl Line {
    /// How many seats are left.
    pub fn left(&self) -> i64 {
        self.course.content.workshop.as_ref().map_or(0, |workshop| (workshop.places - self.taken).max(0))
    }
}

/// Which courses are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of one's académie.
    All,
    /// Those of the whole académie, and of these dispositifs.
    Of(Vec<DispositifId>),
}

/// The courses of a column that this person sees: workshops to come first, those held last, by title; those taken off the list are left out.
pub fn courses(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (column, wanted): (Column, &Wanted),
    pager: Pager,
    now: Moment,
) -> Result<Paged<Line>> {
    let mut values: Vec<Value> = params![actor.person, column.word()].into();
    let narrowed = match wanted {
        Wanted::All => String::new(),
        Wanted::Of(dispositifs) if dispositifs.is_empty() => " AND k.dispositif_id IS NULL".to_owned(),
        Wanted::Of(dispositifs) => {
            values.extend(dispositifs.iter().map(|id| Value::from(*id)));
            format!(" AND (k.dispositif_id IS NULL OR k.dispositif_id IN ({}))", marks(3, dispositifs.len()))
        }
    };
    let seen = access::visible::<See, Course>(actor, values.len() + 1);
    let columns = format!("{COURSE}, {MINE}");
    let from = format!(
        "training_course k {OWN} WHERE k.pillar = ?2 AND k.retired_at IS NULL{narrowed}
         AND k.academie_id IN (SELECT c.ancestor FROM unit_closure c WHERE {})",
        seen.sql
    );
    values.extend(seen.params);
    values.push(now.into());
    let order = format!(
        "CASE WHEN k.starts_at IS NULL THEN 1 WHEN k.starts_at > ?{} THEN 0 ELSE 2 END, k.starts_at, k.title, k.id",
        values.len()
    );
    let list = List { columns: &columns, from: &from, order: &order, params: &values };
    pager.read(tx, list, |row| to_line(row, row.get(1)))
}

/// What the person `?1` has done with the course, and how many seats are taken.
const MINE: &str = "f.at, e.at, (SELECT count(*) FROM training_enrolled n WHERE n.course_id = k.id)";
const OWN: &str = "LEFT JOIN training_followed f ON f.course_id = k.id AND f.person_id = ?1
    LEFT JOIN training_enrolled e ON e.course_id = k.id AND e.person_id = ?1";

fn to_line(row: &Row, seen_from: UnitId) -> Line {
    Line {
        course: to_course(row, seen_from),
        followed_at: row.get(COLUMNS),
        enrolled: row.get::<Option<Moment>>(COLUMNS + 1).is_some(),
        taken: row.get(COLUMNS + 2),
    }
}

/// A course one may see, and what one has done with it.
type Found<P> = (Allowed<P, Course>, Line);

/// The course, under the right `P`, seen from the highest unit that opens it. Hidden and absent look the same.
pub fn find<P: Permission<Course>>(tx: &mut Tx<'_>, actor: &Actor, id: CourseId) -> Result<Option<Found<P>>> {
    let seen = access::visible::<P, Course>(actor, 3);
    let sql = format!(
        "SELECT {COURSE}, {MINE}, c.descendant FROM training_course k {OWN} JOIN unit_closure c
         ON c.ancestor = k.academie_id
         WHERE k.id = ?2 AND {} ORDER BY CASE WHEN c.descendant = k.academie_id THEN 0 ELSE 1 END, c.descendant
         LIMIT 1",
        seen.sql
    );
    let values: Vec<Value> = params![actor.person, id].into_iter().chain(seen.params).collect();
    let Some(row) = tx.first(&sql, &values)? else { return Ok(None) };
    let line = to_line(&row, row.get(COLUMNS + 3));
    Ok(access::check(actor, line.course.clone()).ok().map(|course| (course, line)))
}

/// Adds a course to an académie.
pub fn add(
    tx: &mut Tx<'_>,
    academie: &Allowed<Make, Academie>,
    id: CourseId,
    content: &Content,
    now: Moment,
) -> Result<()> {
    let mut values: Vec<Value> = params![id, academie.0, now].into();
    values.extend(content_values(content));
    tx.execute(
        "INSERT INTO training_course (id, academie_id, made_at, needs_revision, revision, dispositif_id, pillar, kind, title, text,
           link, file, media, minutes, starts_at, place, places)
         VALUES (?1, ?2, ?3, 0, '', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        &values,
    )
    .map(drop)
}

fn content_values(content: &Content) -> [Value; 12] {
    let workshop = content.workshop.as_ref();
    params![
        content.dispositif,
        content.column.word(),
        content.kind.word(),
        &content.title,
        &content.text,
        content.link.clone(),
        content.file.as_ref().map(|(file, _)| file.clone()),
        content.file.as_ref().map(|(_, media)| media.clone()),
        content.minutes,
        workshop.map(|workshop| workshop.starts_at),
        workshop.map_or("", |workshop| workshop.place.as_str()),
        workshop.map_or(0, |workshop| workshop.places)
    ]
}

/// Changes what it says; whoever changes it has looked at it again.
pub fn change(tx: &mut Tx<'_>, course: &Allowed<Edit, Course>, content: &Content) -> Result<()> {
    let mut values: Vec<Value> = params![course.id].into();
    values.extend(content_values(content));
    tx.execute(
        "UPDATE training_course SET dispositif_id = ?2, pillar = ?3, kind = ?4, title = ?5, text = ?6, link = ?7, file = ?8,
           media = ?9, minutes = ?10, starts_at = ?11, place = ?12, places = ?13, needs_revision = 0, revision = '',
           flagged_by = NULL WHERE id = ?1",
        &values,
    )
    .map(drop)
}

/// Takes it off the list, or puts it back; what was followed stays.
pub fn retire(tx: &mut Tx<'_>, course: &Allowed<Edit, Course>, at: Option<Moment>) -> Result<()> {
    tx.execute("UPDATE training_course SET retired_at = ?2 WHERE id = ?1", &params![course.id, at]).map(drop)
}

/// Says that it is to be looked at again, and why.
pub fn flag(tx: &mut Tx<'_>, course: &Allowed<See, Course>, actor: &Actor, reason: &str) -> Result<()> {
    let sql = "UPDATE training_course SET needs_revision = 1, revision = ?2, flagged_by = ?3 WHERE id = ?1";
    tx.execute(sql, &params![course.id, reason, actor.person]).map(drop)
}

/// Whether an académie has any course.
pub fn has_any(tx: &mut Tx<'_>, academie: UnitId) -> Result<bool> {
    Ok(tx.first("SELECT 1 FROM training_course WHERE academie_id = ?1 LIMIT 1", &params![academie])?.is_some())
}

/// The opaque name of every file a course shows: what the sweep of files must keep.
pub fn files(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT file FROM training_course WHERE file IS NOT NULL";
    Ok(tx.query(sql, &[])?.iter().map(|row| row.get(0)).collect())
}
