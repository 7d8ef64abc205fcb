//! One school: its name, its people, its classes, whether it is open; and what was changed lately, to be taken back.
use super::{
    deed::{self, Lately, deed, done, found_anew, record, record_in},
    founding::{LONGEST, name_wrong},
};
use crate::{
    Establishment,
    policy::{Found, Order},
    store::{self, Leader},
};
use access::{Allowed, Permission, Role, Unit, UnitKind};
use askama::Template;
use kernel::UnitId;
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "directory/place.html")]
struct Page {
    shell: Shell,
    form: FormState,
    school: Unit,
    leaders: Vec<Leader>,
    classes: Paged<(Unit, i64)>,
    founds: bool,
    /// How many classes and people closing it concerns.
    reach: (i64, i64),
    /// Whether all that its closing ended comes back when it opens again.
    whole: bool,
    lately: Lately,
}

impl Page {
    /// Those who head it, then its referents, each under the key of their heading.
    fn led(&self) -> [(&'static str, Vec<&Leader>); 2] {
        let of = |referent: bool| self.leaders.iter().filter(|one| (one.role == Role::Referent) == referent).collect();
        [("directory-place-heads", of(false)), ("directory-place-referents", of(true))]
    }
}

/// The school of the address, under the right `P`.
pub(super) fn found<P: Permission<Establishment>>(visit: &mut Visit<'_, '_>) -> Result<Allowed<P, Establishment>> {
    let (actor, id): (_, UnitId) = (visit.actor()?, visit.id("school")?);
    store::find_establishment(visit.tx, &actor, id)?.ok_or(Error::NotFound)
}

fn page(visit: &mut Visit<'_, '_>, school: Establishment, form: FormState) -> Result<Page> {
    let founds = access::check::<Found, _>(&*visit.actor()?, school.clone()).is_ok();
    let school = school.unit;
    let leaders = store::leaders(visit.tx, school.id, visit.now)?;
    let classes = store::classes_of(visit.tx, school.id, visit.pager(), visit.now)?;
    let reach = if founds && !school.closed { store::reach(visit.tx, school.id, visit.now)? } else { (0, 0) };
    let whole = school.closed && deed::closing(visit, school.id, deed::CLOSED)?.is_some();
    let shell = visit.shell().at("/etablissements");
    let lately = Lately::of(visit, &school, founds)?;
    Ok(Page { shell, form, school, leaders, classes, founds, reach, whole, lately })
}

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = found::<Order>(visit)?.into_inner();
    let form = FormState::new().with("nom", &school.unit.name);
    Reply::page(&page(visit, school, form)?)
}

/// Another name.
pub fn rename(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let place = found::<Found>(visit)?.into_inner();
    let (school, name) = (place.unit.clone(), visit.form.text("nom").to_owned());
    if let Some(wrong) = name_wrong(&name, LONGEST, "directory-place-name-wrong") {
        let mut form = FormState::of(&visit.form);
        form.refuse("nom", visit.sentence(wrong));
        return Reply::refused(&page(visit, place, form)?);
    }
    let kept = deed(visit, school.id, school.id, "school/renamed")?;
    store::rename(visit.tx, &kept, &school, &name, &school.code)?;
    found_anew(visit)?;
    record(visit, &school, "school/renamed", &format!("{} → {name}", school.name))?;
    done(visit, school.id, "nom", (school.id, Some(kept.id)))
}

/// Closes it, with its classes and every role there; or opens it again.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = found::<Found>(visit)?.into_inner().unit;
    if !school.closed && !visit.form.has("oui") {
        return Err(Error::NotFound);
    }
    found_anew(visit)?;
    if school.closed {
        let (opened, kept) = deed::reopen(visit, school.id)?;
        record(visit, &school, "school/opened", "")?;
        return done(visit, school.id, opened.word(), (school.id, kept));
    }
    let kept = deed(visit, school.id, school.id, deed::CLOSED)?;
    store::set_open(visit.tx, &kept, school.id, false, visit.now)?;
    record(visit, &school, deed::CLOSED, "")?;
    done(visit, school.id, "ferme", (school.id, None))
}

/// Makes one of this school and another: people, classes, whatever was there go on in the other.
pub fn merge(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (place, actor) = (found::<Found>(visit)?.into_inner(), visit.actor()?);
    // Once it is closed, and so once it was made one with another, there is nothing left to go over.
    if place.unit.closed {
        return Err(Error::NotFound);
    }
    let mut form = FormState::of(&visit.form).with("nom", &place.unit.name);
    let code = visit.form.text("uai").to_uppercase();
    let other = access::store::by_code(visit.tx, UnitKind::Etablissement, &code)?.filter(|other| !other.closed);
    let other = match other.filter(|other| other.id != place.unit.id) {
        Some(other) => store::find_establishment::<Found>(visit.tx, &actor, other.id)?,
        None => None,
    };
    let Some(other) = other else {
        form.refuse("uai", visit.sentence("directory-uai-unknown"));
        return Reply::refused(&page(visit, place, form)?);
    };
    let (school, into) = (place.unit, other.unit.id);
    let kept = deed(visit, into, school.id, "school/merged")?;
    store::make_one(visit.tx, &kept, school.id, into, visit.now)?;
    found_anew(visit)?;
    record(visit, &other.unit, "school/merged", &school.name)?;
    done(visit, into, "fusion", (into, Some(kept.id)))
}

/// The longest name of a class, in characters.
pub(super) const CLASS: usize = 20;

/// The name of a class as typed, with its code, if no other of the school has it.
pub(super) fn class_name(
    visit: &mut Visit<'_, '_>,
    school: &Unit,
    but: Option<UnitId>,
    form: &mut FormState,
    field: &str,
) -> Result<Option<(String, String)>> {
    let name = visit.form.text(field).to_owned();
    let mut wrong = name_wrong(&name, CLASS, "directory-class-name-long");
    let code = format!("{}/{}", school.code, name.to_uppercase());
    if wrong.is_none() {
        let known = access::store::by_code(visit.tx, UnitKind::Classe, &code)?.filter(|known| Some(known.id) != but);
        let open = known.as_ref().is_some_and(|known| !known.closed);
        if open || store::class_named(visit.tx, school.id, &name, but)? {
            wrong = Some("directory-class-known");
        } else if known.is_some() && but.is_some() {
            wrong = Some("directory-class-known-closed");
        }
    }
    if let Some(wrong) = wrong {
        form.refuse(field, visit.sentence(wrong));
        return Ok(None);
    }
    Ok(Some((name, code)))
}

/// Opens a class, or opens again the one of this name.
pub fn open_class(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let place = found::<Order>(visit)?.into_inner();
    let school = place.unit.clone();
    let mut form = FormState::of(&visit.form).with("nom", &school.name);
    let Some((name, code)) = class_name(visit, &school, None, &mut form, "classe")? else {
        return Reply::refused(&page(visit, place, form)?);
    };
    let before = access::store::by_code(visit.tx, UnitKind::Classe, &code)?;
    let id = before.map_or_else(|| visit.new_id(), |class| class.id);
    let class = Unit { id, kind: UnitKind::Classe, code, name, closed: false };
    access::store::put(visit.tx, &class, &[school.id])?;
    store::group_changed(visit.tx, id.cast(), visit.now)?;
    record_in(visit, school.id, id, "class/opened", "")?;
    done(visit, school.id, "classe", (id, None))
}
