//! One class as those see it who put a school in order: its name, closing it, making one of two.
use super::{
    deed::{deed, done, record_in},
    place::{class_name, found},
};
use crate::{
    Class, Person,
    policy::{Order, Read},
    store,
};
use access::{Unit, UnitKind};
use askama::Template;
use kernel::UnitId;
use web::{Error, FormState, Paged, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "directory/room.html")]
struct Page {
    shell: Shell,
    form: FormState,
    school: Unit,
    class: Unit,
    pupils: i64,
    /// Whether this person may open the list of the class.
    sees: bool,
    /// Those who were in a closed class.
    were: Paged<Person>,
    /// What one chooses from: nothing, then the other open classes of the school, by id and name.
    others: Vec<(String, String)>,
}

impl Page {
    /// The school year of a class that a rentrée has closed.
    fn year(&self) -> &str {
        year(&self.class)
    }
}

/// « 2026-2027 », of a class that a rentrée has closed; nothing of another.
pub(super) fn year(class: &Unit) -> &str {
    class.code.split('/').nth(2).filter(|_| class.closed).unwrap_or_default()
}

/// The school and the class of the address.
fn both(visit: &mut Visit<'_, '_>) -> Result<(Unit, Unit)> {
    let (school, class): (_, UnitId) = (found::<Order>(visit)?.into_inner().unit, visit.id("class")?);
    let unit = access::store::by_id(visit.tx, class)?.filter(|unit| unit.kind == UnitKind::Classe);
    let above = access::store::above(visit.tx, class, UnitKind::Etablissement)?;
    let of = above.is_some_and(|above| above.id == school.id);
    unit.filter(|_| of).map(|unit| (school, unit)).ok_or(Error::NotFound)
}

fn page(visit: &mut Visit<'_, '_>, (school, class): (Unit, Unit), form: FormState) -> Result<Page> {
    let pupils = store::pupils_in(visit.tx, class.id, visit.now)?;
    let all = store::classes_of(visit.tx, school.id, Pager::whole(), visit.now)?;
    let others = all.iter().filter(|(other, _)| !other.closed && other.id != class.id);
    let others = others.map(|(other, _)| (other.id.to_string(), other.name.clone()));
    let (shell, actor) = (visit.shell().at("/etablissements"), visit.actor()?);
    // None is chosen before somebody chooses: making one of two is not done by a hasty hand.
    let others = std::iter::once((String::new(), shell.say("directory-choose").to_string())).chain(others).collect();
    let sees = access::check::<Read, _>(&actor, Class { unit: class.clone(), school: school.clone() }).is_ok();
    let were = if class.closed && sees { store::were_in(visit.tx, class.id, visit.pager())? } else { Paged::default() };
    Ok(Page { shell, form, school, class, pupils, sees, were, others })
}

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let both = both(visit)?;
    let form = FormState::new().with("nom", &both.1.name);
    Reply::page(&page(visit, both, form)?)
}

/// Another name.
pub fn rename(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (school, class) = both(visit)?;
    let mut form = FormState::of(&visit.form);
    let Some((name, code)) = class_name(visit, &school, Some(class.id), &mut form, "nom")? else {
        return Reply::refused(&page(visit, (school, class), form)?);
    };
    let kept = deed(visit, school.id, class.id, "class/renamed")?;
    store::rename(visit.tx, &kept, &class, &name, &code)?;
    store::group_changed(visit.tx, class.id.cast(), visit.now)?;
    record_in(visit, school.id, class.id, "class/renamed", &format!("{} → {name}", class.name))?;
    done(visit, school.id, "classe-nom", (class.id, Some(kept.id)))
}

/// Closes it, once nobody is in it; or opens it again.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (school, class) = both(visit)?;
    if !class.closed && store::pupils_in(visit.tx, class.id, visit.now)? > 0 {
        let mut form = FormState::of(&visit.form).with("nom", &class.name);
        form.refuse("fermer", visit.sentence("directory-class-not-empty"));
        return Reply::refused(&page(visit, (school, class), form)?);
    }
    if class.closed && store::class_named(visit.tx, school.id, &class.name, Some(class.id))? {
        let mut form = FormState::of(&visit.form).with("nom", &class.name);
        form.refuse("fermer", visit.sentence("directory-class-known"));
        return Reply::refused(&page(visit, (school, class), form)?);
    }
    let (kind, word) = if class.closed { ("class/opened", "classe-ouvert") } else { ("class/closed", "classe-ferme") };
    let kept = deed(visit, school.id, class.id, kind)?;
    store::set_open(visit.tx, &kept, class.id, class.closed, visit.now)?;
    store::group_changed(visit.tx, class.id.cast(), visit.now)?;
    record_in(visit, school.id, class.id, kind, "")?;
    done(visit, school.id, word, (class.id, Some(kept.id)))
}

/// Makes one of this class and another of the school: its pupils and what it has go on in the other.
pub fn merge(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (school, class) = both(visit)?;
    if class.closed {
        return Err(Error::NotFound);
    }
    let all = store::classes_of(visit.tx, school.id, Pager::whole(), visit.now)?;
    let others: Vec<Unit> =
        all.iter().map(|(other, _)| other.clone()).filter(|other| !other.closed && other.id != class.id).collect();
    let Some(other) = visit.form.among("avec", &others, |other| other.id)?.cloned() else {
        let mut form = FormState::of(&visit.form).with("nom", &class.name);
        form.refuse("avec", visit.sentence("directory-class-choose"));
        return Reply::refused(&page(visit, (school, class), form)?);
    };
    let kept = deed(visit, school.id, class.id, "class/merged")?;
    store::make_one(visit.tx, &kept, class.id, other.id, visit.now)?;
    for id in [class.id, other.id] {
        store::group_changed(visit.tx, id.cast(), visit.now)?;
    }
    record_in(visit, school.id, other.id, "class/merged", &class.name)?;
    done(visit, school.id, "classe-fusion", (other.id, Some(kept.id)))
}
