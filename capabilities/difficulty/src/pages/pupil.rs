//! A pupil's difficulties on their page: what about, since when, where each stands, and no word of it.
use crate::{Difficulty, store};
use askama::Template;
use directory::PupilPart;
use kernel::{Moment, PersonId};
use web::{Paged, Result, Shell, Visit};

/// How many rows it has: it stands beside much else.
const ROWS: i64 = 8;

/// What this slice tells of a pupil.
pub const PART: PupilPart = PupilPart { show };

#[derive(Template)]
#[template(path = "difficulty/pupil_part.html")]
struct Part {
    shell: Shell,
    difficulties: Paged<Difficulty>,
    now: Moment,
}

fn show(visit: &mut Visit<'_, '_>, shell: &Shell, pupil: PersonId) -> Result<Option<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let difficulties = store::of_pupil(visit.tx, &actor, pupil, visit.pager_of("difficultes").by(ROWS))?;
    let part = Part { shell: shell.clone(), difficulties, now };
    Ok(if part.difficulties.is_empty() { None } else { Some(part.render()?) })
}
