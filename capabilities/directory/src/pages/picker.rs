//! The choice of a group or a class in a form, for every slice: `p::picker` in `parts.html` shows it.
use crate::{Listed, store};
use kernel::GroupId;
use web::{Paged, Result, Visit};

/// A word and, under it, the choices: value and word of each.
pub type Heading = (String, Vec<(String, String)>);

/// The groups and the classes that a form offers this person, under a heading for each kind; `but` is left out. Where they are too
/// many, only those whose name begins as `said`, and `p::narrow` above the form asks for it with what comes second.
pub fn picker(visit: &mut Visit<'_, '_>, but: Option<GroupId>, said: &str) -> Result<(Vec<Heading>, Paged<Listed>)> {
    let actor = visit.actor()?;
    let listed = store::choices(visit.tx, &actor, said, visit.now)?;
    let mut headings: Vec<Heading> = vec![];
    for one in listed.iter().filter(|one| Some(one.group.id) != but) {
        let heading = visit.sentence(&format!("directory-kind-{}", one.group.kind.word()));
        let choice = (one.group.id.to_string(), format!("{}, {}", one.group.name, one.school));
        match headings.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, choices)) => choices.push(choice),
            None => headings.push((heading, vec![choice])),
        }
    }
    Ok((headings, listed))
}
