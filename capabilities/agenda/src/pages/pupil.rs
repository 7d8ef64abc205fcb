//! A pupil's week and presence, on their page.
use super::title;
use crate::{
    policy::See,
    store::{self, Mine},
};
use askama::Template;
use directory::PupilPart;
use kernel::{Moment, PersonId};
use web::{Paged, Result, Shell, Visit};

/// What the agenda tells of a pupil.
pub const PART: PupilPart = PupilPart { show };

#[derive(Template)]
#[template(path = "agenda/pupil_part.html")]
struct Part {
    shell: Shell,
    all: Paged<Mine>,
    now: Moment,
}

impl Part {
    /// What comes, the next first.
    fn comes(&self) -> Vec<&Mine> {
        self.all.iter().rev().filter(|one| one.line.meeting.ends_at > self.now).collect()
    }

    /// What was, the last first.
    fn was(&self) -> Vec<&Mine> {
        self.all.iter().filter(|one| one.line.meeting.ends_at <= self.now).collect()
    }

    fn title(&self, one: &Mine) -> String {
        title(&self.shell, &one.line.meeting.what)
    }

    fn said(&self, one: &Mine) -> String {
        let mark = one.presence.map_or("unsaid", |(mark, _)| mark.word());
        self.shell.of("agenda-mark-", mark).to_string()
    }
}

/// How many days before and after today are told of.
const BEFORE: i64 = 35;
const AFTER: i64 = 7;

fn show(visit: &mut Visit<'_, '_>, shell: &Shell, pupil: PersonId) -> Result<Option<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let span = (now.plus_days(-BEFORE), now.plus_days(AFTER));
    let all = store::of_pupil::<See>(visit.tx, &actor, pupil, span, visit.pager_of("seances"))?;
    Ok(if all.is_empty() { None } else { Some(Part { shell: shell.clone(), all, now }.render()?) })
}
