//! The help a pupil had, on their page: when, about what, how it ended, and no word of it.
use crate::{model::Ticket, store};
use askama::Template;
use directory::PupilPart;
use kernel::PersonId;
use web::{Paged, Result, Shell, Visit};

/// How many rows it has: it stands beside much else.
const ROWS: i64 = 8;

/// What the desk tells of a pupil.
pub const PART: PupilPart = PupilPart { show };

#[derive(Template)]
#[template(path = "desk/pupil_part.html")]
struct Part {
    shell: Shell,
    tickets: Paged<Ticket>,
}

fn show(visit: &mut Visit<'_, '_>, shell: &Shell, pupil: PersonId) -> Result<Option<String>> {
    let actor = visit.actor()?;
    let tickets = store::of_pupil(visit.tx, &actor, pupil, visit.pager_of("aides").by(ROWS))?;
    Ok(if tickets.is_empty() { None } else { Some(Part { shell: shell.clone(), tickets }.render()?) })
}
