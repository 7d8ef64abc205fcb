//! The school's classes, as its staff see them.
use crate::{Class, Person, store};
use askama::Template;
use web::{Error, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "directory/classes.html")]
struct Classes {
    shell: Shell,
    classes: Paged<(Class, i64)>,
}

impl Classes {
    /// The classes of this page, school by school.
    fn schools(&self) -> impl Iterator<Item = (&str, &[(Class, i64)])> {
        let schools = self.classes.chunk_by(|(one, _), (other, _)| one.school.id == other.school.id);
        schools.map(|classes| (classes.first().map_or("", |(class, _)| &class.school.name), classes))
    }
}

/// The classes of the schools where one works, school by school.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let classes = store::classes(visit.tx, &actor, visit.pager(), visit.now)?;
    Reply::page(&Classes { shell: visit.shell().at("/ecole"), classes })
}

#[derive(Template)]
#[template(path = "directory/class.html")]
struct ClassPage {
    shell: Shell,
    class: Class,
    pupils: Vec<Person>,
}

impl ClassPage {
    /// How many pupils, in words.
    fn caption(&self) -> String {
        let count = i64::try_from(self.pupils.len()).unwrap_or(0);
        self.shell.say("directory-pupils").num("n", count).to_string()
    }
}

/// Who is in a class.
pub fn one(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("class")?);
    let class = store::find_class(visit.tx, &actor, id)?.ok_or(Error::NotFound)?.into_inner();
    // Of a class of another year, who was in it when it closed.
    let then = store::closed_at(visit.tx, class.unit.id)?.map_or(visit.now, |closed| closed.plus_minutes(-1));
    let pupils = store::pupils_of_class(visit.tx, class.unit.id, then)?;
    Reply::page(&ClassPage { shell: visit.shell().at("/ecole"), class, pupils })
}
