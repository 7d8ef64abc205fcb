//! Giving a role, ending it, moving a pupil to another class.
use super::{done, ending, found, hand, own_schools, person::page, school, span};
use crate::deeds::{self, Ended};
use access::{Actor, Place, Role, Unit, UnitKind};
use directory::{Held, Someone, store};
use kernel::{PersonId, UnitId};
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// What a reader may give somebody, and where.
#[derive(Debug, Default)]
pub struct Offer {
    /// The roles, each with its word.
    pub roles: Vec<(String, String)>,
    /// The units, by their codes; none where any is named by its code.
    pub units: Vec<(String, String)>,
    /// Whether any unit of the académie is named by its code.
    pub above: bool,
    /// The classes, each with its school where there are several.
    pub classes: Vec<(String, String)>,
}

/// The classes of these schools, in words.
fn classes_of(visit: &mut Visit<'_, '_>, schools: &[Unit]) -> Result<Vec<(String, String)>> {
    let mut classes = vec![];
    let choose = (String::new(), visit.sentence("secretariat-choose"));
    let several = schools.iter().any(|school| Some(school) != schools.first());
    for school in schools {
        for class in store::open_classes(visit.tx, school.id)? {
            let name = if several { format!("{}, {}", class.name, school.name) } else { class.name };
            classes.push((class.id.to_string(), name));
        }
    }
    // None is chosen until somebody chooses.
    if !classes.is_empty() {
        classes.insert(0, choose);
    }
    Ok(classes)
}

/// What may be given to anybody by this person: roles at the schools they keep, or all over their académie.
pub fn offers(visit: &mut Visit<'_, '_>, actor: &Actor, shell: &Shell) -> Result<(Offer, Vec<Unit>)> {
    let schools = own_schools(visit, actor)?;
    let above = actor.holds(&[Role::Admin]);
    let gives = |role: &Role| {
        let at = |school: &Unit| access::gives(actor, *role, &Place::new(school.id, vec![school.id]));
        above || (role.on().contains(&UnitKind::Etablissement) && schools.iter().any(at))
    };
    let given = Role::ALL.iter().filter(|role| **role != Role::Pupil && gives(role));
    let given = given.map(|role| (role.word().to_owned(), shell.of("signin-role-", role.word()).to_string()));
    let mut roles: Vec<(String, String)> = given.collect();
    if !roles.is_empty() {
        roles.insert(0, (String::new(), shell.say("secretariat-choose").to_string()));
    }
    let units = schools.iter().map(|school| (school.code.clone(), school.name.clone()));
    let units = if above { vec![] } else { units.collect() };
    Ok((Offer { roles, units, above, classes: vec![] }, schools))
}

/// The same for somebody: a pupil's classes are those of the schools one keeps, and of the school whose code the address says.
pub fn offer(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    someone: &Someone,
    (shell, form): (&Shell, &mut FormState),
) -> Result<Offer> {
    let (mut offer, mut schools) = offers(visit, actor, shell)?;
    let enrolled = someone.held.iter().filter(|held| held.role == Role::Pupil);
    for one in enrolled.filter_map(|held| held.school.as_ref()).filter(|_| offer.above) {
        if !schools.iter().any(|known| known.id == one.id) {
            schools.push(one.clone());
        }
    }
    if let Some(said) = visit.query("ecole").filter(|said| offer.above && !said.is_empty()).map(str::to_owned) {
        match school(visit, actor, &said)? {
            Ok(school) => schools.push(school),
            Err(why) => form.refuse("ecole", why),
        }
    }
    let pupil = someone.held.iter().any(|held| held.role == Role::Pupil);
    if pupil {
        offer.classes = classes_of(visit, &schools)?;
    }
    Ok(offer)
}

/// The classes one may enrol somebody new in, those of the school that the address says too; what is wrong with it is said in the form.
pub fn new_classes(
    visit: &mut Visit<'_, '_>,
    actor: &Actor,
    mut schools: Vec<Unit>,
    form: &mut FormState,
) -> Result<Vec<(String, String)>> {
    if let Some(said) = visit.query("ecole").filter(|said| !said.is_empty()).map(str::to_owned) {
        match school(visit, actor, &said)? {
            Ok(school) => schools.push(school),
            Err(why) => form.refuse("ecole", why),
        }
    }
    classes_of(visit, &schools)
}

/// The role and the place that a form says, if this person gives it there; what is wrong is said in the form.
pub fn said(visit: &mut Visit<'_, '_>, actor: &Actor, form: &mut FormState) -> Result<Option<(Role, Unit)>> {
    let Some(role) = Role::from_word(visit.form.text("role")).filter(|role| *role != Role::Pupil) else {
        form.refuse("role", visit.sentence("secretariat-role-missing"));
        return Ok(None);
    };
    let typed = visit.form.text("ou").to_owned();
    let mut unit = None;
    if typed.is_empty() {
        let mine = if role.on().contains(&UnitKind::Etablissement) {
            own_schools(visit, actor)?
        } else {
            access::store::by_ids(visit.tx, UnitKind::Academie, &actor.units(&[Role::Admin]))?
        };
        if let [one] = mine.as_slice() {
            unit = Some(one.clone());
        }
    }
    for kind in role.on().iter().filter(|_| !typed.is_empty()) {
        for code in [typed.to_uppercase(), kernel::fold(&typed)] {
            unit = unit.or(access::store::by_code(visit.tx, *kind, &code)?.filter(|unit| !unit.closed));
        }
    }
    // A school has a name too.
    if unit.is_none() && !typed.is_empty() && role.on().contains(&UnitKind::Etablissement) {
        match school(visit, actor, &typed)? {
            Ok(school) => unit = Some(school),
            Err(why) => {
                form.refuse("ou", why);
                return Ok(None);
            }
        }
    }
    if let Some(unit) = unit {
        let (place, _) = store::place(visit.tx, &unit)?;
        if role.on().contains(&unit.kind) && access::gives(actor, role, &place) {
            return Ok(Some((role, unit)));
        }
    }
    let key = if typed.is_empty() { "secretariat-place-missing" } else { "secretariat-place-wrong" };
    form.refuse("ou", visit.sentence(key));
    Ok(None)
}

/// The class that a form names, if this person enrols pupils there.
pub fn class(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<Option<Unit>> {
    let Some(id) = visit.form.id::<UnitId>("classe")? else { return Ok(None) };
    let class = access::store::by_id(visit.tx, id)?.filter(|unit| unit.kind == UnitKind::Classe && !unit.closed);
    let class = class.ok_or(Error::NotFound)?;
    let (place, _) = store::place(visit.tx, &class)?;
    if access::gives(actor, Role::Pupil, &place) { Ok(Some(class)) } else { Err(Error::NotFound) }
}

/// Gives them a role.
pub fn give(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = found(visit)?;
    let mut form = FormState::of(&visit.form);
    let given = said(visit, &actor, &mut form)?;
    let span = span(visit, &mut form);
    let (Some((role, unit)), Some(span)) = (given, span) else { return page(visit, form) };
    let hand = hand(visit, &actor);
    if !deeds::give(visit.tx, &hand, someone.person.id, (role, &unit), span)? {
        form.refuse("role", visit.sentence("secretariat-role-held"));
        return page(visit, form);
    }
    let id = someone.person.id;
    let fields = [("role", role.word()), ("lieu", &*unit.id.to_string())];
    Ok(done(visit, id, "donne").undo(format!("/personnes/{id}/roles/fin"), &fields))
}

/// The role of theirs that a form names, if this person gives it there, and ends it.
fn held<'s>(visit: &Visit<'_, '_>, actor: &Actor, someone: &'s Someone) -> Result<&'s Held> {
    let (role, unit) = (Role::from_word(visit.form.text("role")), visit.form.id::<UnitId>("lieu")?);
    let same = |held: &&Held| Some(held.role) == role && Some(held.unit.id) == unit && held.lasts(visit.now);
    let held = someone.held.iter().find(same).ok_or(Error::NotFound)?;
    if access::gives(actor, held.role, &held.place) { Ok(held) } else { Err(Error::NotFound) }
}

/// Ends one of their roles, at the end of a day.
pub fn end(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = found(visit)?;
    let held = held(visit, &actor, &someone)?;
    let mut form = FormState::of(&visit.form);
    let when = match ending(visit.form.text("fin"), visit.now) {
        Ok(when) => when,
        Err(key) => {
            form.refuse("fin", visit.sentence(key));
            return page(visit, form);
        }
    };
    let hand = hand(visit, &actor);
    let refusal = match deeds::end(visit.tx, &hand, someone.person.id, held, when)? {
        Ended::Done => return Ok(done(visit, someone.person.id, "fin")),
        Ended::Last => "secretariat-last-admin",
        Ended::Before => "secretariat-ends-before",
    };
    form.refuse("fin", visit.sentence(refusal));
    page(visit, form)
}

/// Moves a pupil to another class, or enrols them in one more.
pub fn move_to(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = found(visit)?;
    let id: PersonId = someone.person.id;
    let mut form = FormState::of(&visit.form);
    let Some(class) = class(visit, &actor)? else {
        form.refuse("classe", visit.sentence("secretariat-class-missing"));
        return page(visit, form);
    };
    let left: Option<UnitId> = visit.form.id("de")?;
    let enrolled = |held: &&Held| held.role == Role::Pupil && held.lasts(visit.now);
    let from = match left {
        Some(left) => {
            Some(someone.held.iter().filter(enrolled).find(|held| held.unit.id == left).ok_or(Error::NotFound)?)
        }
        None => None,
    };
    if from.is_some_and(|held| !access::gives(&actor, Role::Pupil, &held.place)) {
        return Err(Error::NotFound);
    }
    // Who is no pupil is not made one by the way: they are enrolled as somebody new.
    if from.is_none() && !someone.held.iter().any(|held| held.role == Role::Pupil) {
        return Err(Error::NotFound);
    }
    let hand = hand(visit, &actor);
    match from {
        Some(from) => deeds::move_to(visit.tx, &hand, id, from, &class)?,
        None => drop(deeds::give(visit.tx, &hand, id, (Role::Pupil, &class), (visit.now, None))?),
    }
    Ok(done(visit, id, "classe"))
}
