//! A pupil's page: class, family and groups, and what each slice tells of them to this reader.
use crate::{Person, Pupil, PupilPart, policy::Inform, store};
use askama::Template;
use kernel::{GroupId, PersonId};
use web::{Error, Reply, Result, Shell, Visit, given};

#[derive(Template)]
#[template(path = "directory/pupil.html")]
struct PupilPage {
    shell: Shell,
    pupil: Pupil,
    family: Vec<(Person, bool)>,
    /// Whether the reader may open a limited sight to who has no parental authority.
    informs: bool,
    groups: Vec<(GroupId, String)>,
    parts: Vec<String>,
}

/// The pupil, for the team of their school.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now): (_, PersonId, _) = (visit.actor()?, visit.id("pupil")?, visit.now);
    let pupil = store::find_pupil(visit.tx, &actor, id, now)?.ok_or(Error::NotFound)?;
    let family = store::family(visit.tx, &pupil, now)?;
    let informs = access::check::<Inform, _>(&actor, Pupil::clone(&pupil)).is_ok();
    let groups = store::groups_of(visit.tx, &actor, &pupil, now)?;
    let shell = visit.shell().at("/ecole");
    let mut parts = vec![];
    for part in given::<PupilPart>(&visit.house.slices).collect::<Vec<_>>() {
        parts.extend((part.show)(visit, &shell, id)?);
    }
    Reply::page(&PupilPage { shell, pupil: pupil.into_inner(), family, informs, groups, parts })
}
