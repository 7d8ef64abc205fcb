//! Pupils enrolled by the team, a class at a time.
use super::{full, named, refusal, seen, title};
use crate::{
    Meeting, Refusal,
    policy::Enrol,
    store::{self, Expected},
};
use access::{Actor, Allowed};
use askama::Template;
use directory::Person;
use kernel::{PersonId, UnitId};
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agenda/enrol.html")]
struct Page {
    shell: Shell,
    form: FormState,
    meeting: Allowed<Enrol, Meeting>,
    title: String,
    classes: Vec<(UnitId, String)>,
    class: Option<UnitId>,
    pupils: Vec<Person>,
    enrolled: Vec<Expected>,
}

impl Page {
    fn of(&self, class: &UnitId) -> bool {
        self.class == Some(*class)
    }

    fn enrolled(&self, pupil: &PersonId) -> bool {
        self.enrolled.iter().any(|row| row.pupil == *pupil)
    }
}

/// The classes of the school, and the pupils of the one chosen.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("meeting")?);
    let meeting = seen(store::find::<Enrol>(visit.tx, &actor, id)?)?;
    let enrolled = store::pupils(visit.tx, &meeting)?;
    page(visit, &actor, (meeting, enrolled), FormState::new())
}

fn page(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    (meeting, enrolled): (Allowed<Enrol, Meeting>, Vec<Expected>),
    form: FormState,
) -> Result<Reply> {
    let classes = Vec::from(directory::store::classes(visit.tx, actor, web::Pager::whole(), visit.now)?);
    let classes: Vec<(UnitId, String)> = classes
        .into_iter()
        .filter(|(class, _)| class.school.id == meeting.what.school)
        .map(|(class, _)| (class.unit.id, class.unit.name))
        .collect();
    let chosen = visit.among("classe", &classes, |(class, _)| *class)?;
    let class = chosen.or(classes.first()).map(|(class, _)| *class);
    let pupils = match class {
        Some(class) => directory::store::pupils_of_class(visit.tx, class, visit.now)?,
        None => vec![],
    };
    let shell = visit.shell().at("/semaine");
    let title = title(&shell, &meeting.what);
    let refused = form.refused();
    let page = Page { shell, form, meeting, title, classes, class, pupils, enrolled };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Enrols those who were ticked: all of them, or none when one of them may not be.
pub fn add(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("meeting")?, visit.now);
    let meeting = seen(store::find::<Enrol>(visit.tx, &actor, id)?)?;
    // As it was before, and stays when one of them may not be.
    let enrolled = store::pupils(visit.tx, &meeting)?;
    let ticked: Vec<PersonId> = visit.form.ids("eleve")?;
    let every = visit.form.text("toutes") == "1" && meeting.slot.is_some();
    let mut refused: Vec<(PersonId, Refusal)> = vec![];
    for pupil in &ticked {
        let done = if every {
            store::enrol_in_slot(visit.tx, &meeting, *pupil, actor.person, now)?
        } else {
            store::enrol(visit.tx, &meeting, *pupil, actor.person, now)?
        };
        refused.extend(done.err().map(|why| (*pupil, why)));
    }
    if refused.is_empty() && !ticked.is_empty() {
        let shell = visit.shell();
        let said = shell.say("agenda-said-enrolled").num("n", ticked.len()).text("meeting", named(&shell, &meeting));
        return Ok(Reply::go(format!("/seances/{id}")).said(said));
    }
    let shell = visit.shell();
    let mut form = FormState::of(&visit.form);
    let names = directory::store::names(visit.tx, &refused.iter().map(|(pupil, _)| *pupil).collect::<Vec<_>>())?;
    for (pupil, why) in refused {
        // Somebody else's pupil is not named here.
        let name = names.get(&pupil).filter(|_| why != Refusal::Elsewhere).map(full).unwrap_or_default();
        let why = refusal(visit, &shell, &meeting, why, false)?;
        form.refuse("eleve", if name.is_empty() { why } else { format!("{name} : {why}") });
    }
    if ticked.is_empty() {
        form.refuse("eleve", shell.say("agenda-say-pupil"));
        form.entitle(shell.say("agenda-say-pupil-title"));
    }
    page(visit, &actor, (meeting, enrolled), form)
}
