//! Class, then pupil, then who answers for them: how staff say which family they speak of.
use super::seen;
use crate::store;
use access::{Actor, Unit};
use askama::Template;
use directory::{Class, Person};
use kernel::{PersonId, UnitId};
use web::{Error, Form, Reply, Result, Shell, Visit};

/// The way to a family, as far as it was gone.
#[derive(Template)]
#[template(path = "difficulty/choice.html")]
pub struct Choice {
    shell: Shell,
    /// Where the way leads.
    base: &'static str,
    title: String,
    back: &'static str,
    /// The classes, or the pupils of the one chosen.
    classes: Vec<(Class, i64)>,
    class: Option<String>,
    pupils: Vec<Person>,
}

/// A family that was chosen.
pub struct Chosen {
    /// The school of the class.
    pub school: Unit,
    /// The class.
    pub class: Unit,
    /// The pupil.
    pub pupil: Person,
    /// Those who answer for them, and the pupil themself when nobody does.
    pub people: Vec<Person>,
}

impl Chosen {
    /// The one whom this field names, the first when it names nobody.
    pub fn person(&self, form: &Form, field: &str) -> Result<PersonId> {
        let person = form.among(field, &self.people, |person| person.id)?.or_else(|| self.people.first());
        person.map(|person| person.id).ok_or(Error::NotFound)
    }
}

/// The family named by the pupil's id, if this person sees their class.
pub fn chosen(visit: &mut Visit<'_, '_>, actor: &Actor, pupil: &str) -> Result<Chosen> {
    let id: PersonId = pupil.parse()?;
    let class = seen(directory::store::class_of(visit.tx, id, visit.now)?)?;
    let class = seen(directory::store::find_class(visit.tx, actor, class.id)?)?.into_inner();
    let pupil = seen(directory::store::person(visit.tx, id)?)?;
    let mut people = store::guardians(visit.tx, id, visit.now)?;
    if people.is_empty() {
        people.push(pupil.clone());
    }
    Ok(Chosen { school: class.school, class: class.unit, pupil, people })
}

/// The step of the way that the query has reached: classes, then pupils.
pub fn step(visit: &mut Visit<'_, '_>, base: &'static str, title: &str, back: &'static str) -> Result<Reply> {
    let actor = visit.actor()?;
    let shell = visit.shell().at(back);
    let title = shell.say(title).to_string();
    let mut choice = Choice { shell, base, title, back, classes: vec![], class: None, pupils: vec![] };
    if let Some(class) = visit.query("classe") {
        let class: UnitId = class.parse()?;
        let class = seen(directory::store::find_class(visit.tx, &actor, class)?)?;
        choice.pupils = directory::store::pupils_of_class(visit.tx, class.unit.id, visit.now)?;
        choice.class = Some(class.unit.name.clone());
    } else {
        choice.classes = directory::store::classes(visit.tx, &actor, web::Pager::whole(), visit.now)?.into();
    }
    Reply::page(&choice)
}
