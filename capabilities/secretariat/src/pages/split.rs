//! One who is two: what is ticked is another person's, who is made.
use super::{PEOPLE, answers, at, done, find::place, hand, mastered, person::read};
use crate::union::{self, Part};
use access::Role;
use askama::Template;
use directory::{Person, Someone, store};
use kernel::{PersonId, UnitId};
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "secretariat/split.html")]
struct Page {
    shell: Shell,
    form: FormState,
    person: Person,
    /// Each part of what they hold: its value in the form, and in words.
    parts: Vec<(String, String)>,
}

/// What may be another's: its value in the form, in words, and itself.
fn parts(visit: &mut Visit<'_, '_>, someone: &Someone, shell: &Shell) -> Result<Vec<(String, String, Part)>> {
    let mut parts = vec![];
    for held in &someone.held {
        let part = Part::Role(held.role, held.unit.id);
        parts.push((format!("role {} {}", held.role.word(), held.unit.id), place(shell, held), part));
    }
    for child in &someone.children {
        let said = shell.say("secretariat-answers").text("whom", child.person.full()).to_string();
        parts.push((format!("enfant {}", child.person.id), said, Part::Child(child.person.id)));
    }
    for (source, key) in store::keys_of(visit.tx, someone.person.id)? {
        let said = format!("{} {key}", shell.say("secretariat-key"));
        parts.push((format!("cle {source} {key}"), said, Part::Key(source, key)));
    }
    Ok(parts)
}

fn page(visit: &mut Visit<'_, '_>, someone: &Someone, form: FormState) -> Result<Reply> {
    let shell = visit.shell().at(PEOPLE);
    let parts = parts(visit, someone, &shell)?.into_iter().map(|(value, said, _)| (value, said)).collect();
    let refused = form.refused();
    let page = Page { shell, form, person: someone.person.clone(), parts };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// What they hold, to be ticked.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = mastered(visit)?;
    if !answers(&actor) {
        return Err(Error::NotFound);
    }
    let form = FormState::new().with("prenom", &someone.person.given).with("nom", &someone.person.family);
    page(visit, &someone, form)
}

/// Makes the other.
pub fn part(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = mastered(visit)?;
    if !answers(&actor) {
        return Err(Error::NotFound);
    }
    let mut form = FormState::of(&visit.form);
    let shell = visit.shell();
    let all = parts(visit, &someone, &shell)?;
    let ticked: Vec<String> = visit.form.texts("part").map(str::to_owned).collect();
    let chosen: Vec<Part> =
        all.iter().filter(|(value, ..)| ticked.contains(value)).map(|(.., part)| part.clone()).collect();
    if chosen.is_empty() || chosen.len() == all.len() {
        form.refuse("part", visit.sentence("secretariat-split-some"));
    }
    // The académie is never left without who keeps it by the way.
    if chosen.iter().any(|part| matches!(part, Part::Role(Role::Admin, _))) {
        form.refuse("part", visit.sentence("secretariat-last-admin"));
    }
    let id: PersonId = visit.new_id();
    let nobody = Person { id, born: None, phone: None, lang: None, ..someone.person.clone() };
    let other = read(visit, &mut form, nobody);
    let (Some(other), false) = (other, form.refused()) else { return page(visit, &someone, form) };
    let place: Option<UnitId> = at(&someone);
    let hand = hand(visit, &actor);
    union::part(visit.tx, &hand, someone.person.id, (&other, &chosen), place)?;
    Ok(done(visit, id, "scission"))
}
