//! One school: its name, its classes, whether it is open; and what was changed lately, to be taken back.
use super::founding::LONGEST;
use crate::{
    Establishment,
    policy::{Found, Order},
    store,
};
use access::{Allowed, Permission, Unit, UnitKind};
use askama::Template;
use kernel::{Id, UnitId};
use undo::{DeedId, Kept};
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

/// How many of the last deeds are offered to be taken back.
const LAST: i64 = 20;

#[derive(Template)]
#[template(path = "directory/place.html")]
struct Page {
    shell: Shell,
    form: FormState,
    school: Unit,
    classes: Paged<(Unit, i64)>,
    founds: bool,
    /// What can be taken back, with what it was done to.
    deeds: Vec<(Kept, String)>,
    done: Option<String>,
}

/// The school of the address, under the right `P`.
pub(super) fn found<P: Permission<Establishment>>(visit: &mut Visit<'_, '_>) -> Result<Allowed<P, Establishment>> {
    let (actor, id): (_, UnitId) = (visit.actor()?, visit.id("school")?);
    store::find_establishment(visit.tx, &actor, id)?.ok_or(Error::NotFound)
}

fn page(visit: &mut Visit<'_, '_>, school: Unit, form: FormState) -> Result<Page> {
    let actor = visit.actor()?;
    let classes = store::classes_of(visit.tx, school.id, visit.pager(), visit.now)?;
    let founds = store::find_establishment::<Found>(visit.tx, &actor, school.id)?.is_some();
    let mut deeds = vec![];
    for deed in undo::deeds_at(visit.tx, school.id, visit.now.plus_days(-undo::DAYS), LAST)? {
        // What the académie did to the school itself is the académie's to take back; a list has a page of its own.
        let own = founds || deed.kind.starts_with("class/");
        if own && deed.can_be_undone(visit.now) && deed.kind != crate::people_import::DEED {
            let names = access::store::names(visit.tx, &[deed.thing.cast()])?;
            let name = names.into_values().next().unwrap_or_default();
            deeds.push((deed, name));
        }
    }
    let shell = visit.shell().at("/etablissements");
    let done = visit.query("fait").and_then(|word| DONE.iter().find(|known| **known == word));
    let done = done.map(|word| shell.of("directory-place-done-", word).to_string());
    Ok(Page { shell, form, school, classes, founds, deeds, done })
}

/// What a deed answers.
const DONE: &[&str] = &["nom", "ferme", "ouvert", "fusion", "classe", "annule", "reste"];

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = found::<Order>(visit)?.into_inner().unit;
    let form = FormState::new().with("nom", &school.name);
    Reply::page(&page(visit, school, form)?)
}

/// The deed that is kept, to be taken back.
pub(super) fn deed(
    visit: &Visit<'_, '_>,
    school: UnitId,
    thing: UnitId,
    kind: &'static str,
) -> Result<undo::Deed<'static>> {
    let by = Some(visit.actor()?.person);
    Ok(undo::Deed { id: visit.new_id(), at: visit.now, by, kind, thing: thing.cast(), unit: Some(school) })
}

/// Tells the trail what was done to a unit, and where.
pub(super) fn record(visit: &mut Visit<'_, '_>, unit: &Unit, deed: &str, said: &str) -> Result<()> {
    record_in(visit, unit.id, unit.id, deed, said)
}

/// The same of a class of a school.
pub(super) fn record_in(
    visit: &mut Visit<'_, '_>,
    school: UnitId,
    thing: UnitId,
    deed: &str,
    said: &str,
) -> Result<()> {
    let (chance, by) = (&*visit.house.chance, visit.actor()?.person);
    Ok(access::audit::record_at(visit.tx, chance, visit.now, by, deed, (thing, Some(school)), said)?)
}

fn done(school: UnitId, word: &str) -> Reply {
    Reply::go(format!("/etablissements/{school}?fait={word}"))
}

/// Another name.
pub fn rename(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = found::<Found>(visit)?.into_inner().unit;
    let name = visit.form.text("nom").to_owned();
    if name.is_empty() || name.chars().count() > LONGEST {
        let mut form = FormState::of(&visit.form);
        form.refuse("nom", visit.sentence("directory-place-name-wrong"));
        return Reply::refused(&page(visit, school, form)?);
    }
    let kept = deed(visit, school.id, school.id, "school/renamed")?;
    store::rename(visit.tx, &kept, &school, &name, &school.code)?;
    record(visit, &school, "school/renamed", &format!("{} → {name}", school.name))?;
    Ok(done(school.id, "nom"))
}

/// Closes it, with its classes and every role there; or opens it again.
pub fn close(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = found::<Found>(visit)?.into_inner().unit;
    if !school.closed && !visit.form.has("oui") {
        return Err(Error::NotFound);
    }
    let (kind, word) = if school.closed { ("school/opened", "ouvert") } else { ("school/closed", "ferme") };
    let kept = deed(visit, school.id, school.id, kind)?;
    store::set_open(visit.tx, &kept, school.id, school.closed, visit.now)?;
    record(visit, &school, kind, "")?;
    Ok(done(school.id, word))
}

/// Makes one of this school and another: people, classes, whatever was there go on in the other.
pub fn merge(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (school, actor) = (found::<Found>(visit)?.into_inner().unit, visit.actor()?);
    let mut form = FormState::of(&visit.form).with("nom", &school.name);
    let code = visit.form.text("uai").to_uppercase();
    let other = access::store::by_code(visit.tx, UnitKind::Etablissement, &code)?.filter(|other| !other.closed);
    let other = match other.filter(|other| other.id != school.id) {
        Some(other) => store::find_establishment::<Found>(visit.tx, &actor, other.id)?,
        None => None,
    };
    let Some(other) = other else {
        form.refuse("uai", visit.sentence("directory-uai-unknown"));
        return Reply::refused(&page(visit, school, form)?);
    };
    let kept = deed(visit, other.unit.id, school.id, "school/merged")?;
    store::make_one(visit.tx, &kept, school.id, other.unit.id, visit.now)?;
    record(visit, &other.unit, "school/merged", &school.name)?;
    Ok(done(other.unit.id, "fusion"))
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
    if name.is_empty() || name.chars().count() > CLASS {
        form.refuse(field, visit.sentence("directory-fault-class"));
        return Ok(None);
    }
    let code = format!("{}/{}", school.code, name.to_uppercase());
    let known = access::store::by_code(visit.tx, UnitKind::Classe, &code)?.filter(|known| Some(known.id) != but);
    if known.as_ref().is_some_and(|known| !known.closed || but.is_some()) {
        form.refuse(field, visit.sentence("directory-class-known"));
        return Ok(None);
    }
    Ok(Some((name, code)))
}

/// Opens a class, or opens again the one of this name.
pub fn open_class(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = found::<Order>(visit)?.into_inner().unit;
    let mut form = FormState::of(&visit.form).with("nom", &school.name);
    let Some((name, code)) = class_name(visit, &school, None, &mut form, "classe")? else {
        return Reply::refused(&page(visit, school, form)?);
    };
    let before = access::store::by_code(visit.tx, UnitKind::Classe, &code)?;
    let id = before.map_or_else(|| visit.new_id(), |class| class.id);
    let class = Unit { id, kind: UnitKind::Classe, code, name, closed: false };
    access::store::put(visit.tx, &class, &[school.id])?;
    store::group_changed(visit.tx, id.cast(), visit.now)?;
    record_in(visit, school.id, id, "class/opened", "")?;
    Ok(done(school.id, "classe"))
}

/// Takes back what was done lately to the school or to a class of it.
pub fn take_back(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (school, actor) = (found::<Order>(visit)?.into_inner().unit, visit.actor()?);
    let id: DeedId = visit.form.text("deed").parse()?;
    let known = undo::deed(visit.tx, id)?.filter(|deed| deed.unit == Some(school.id)).ok_or(Error::NotFound)?;
    let founds = store::find_establishment::<Found>(visit.tx, &actor, school.id)?.is_some();
    if !(founds || known.kind.starts_with("class/")) || known.kind == crate::people_import::DEED {
        return Err(Error::NotFound);
    }
    if !known.can_be_undone(visit.now) {
        return Ok(done(school.id, "reste"));
    }
    let undone = undo::undo(visit.tx, id, (Some(actor.person), visit.now), &[])?;
    // Two that were one stand each under their own again.
    access::store::redraw(visit.tx, known.thing.cast())?;
    access::store::redraw(visit.tx, school.id)?;
    let thing: Id<()> = known.thing;
    store::group_changed(visit.tx, thing.cast(), visit.now)?;
    record_in(visit, school.id, thing.cast(), "school/undone", &known.kind)?;
    Ok(done(school.id, if undone.stayed == 0 { "annule" } else { "reste" }))
}
