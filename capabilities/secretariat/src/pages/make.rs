//! Somebody new: staff or a guest with a first role, a pupil in a class, somebody who answers for a pupil. Who is perhaps known is
//! shown first.
use super::{PEOPLE, find::About, find::offered, hand, other, person::read, role, span};
use crate::deeds;
use access::{Actor, Role, Unit};
use askama::Template;
use directory::{Person, policy::Keep, store};
use kernel::{Moment, PersonId, UnitId};
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// What somebody new comes as.
const KINDS: &[&str] = &["adulte", "eleve", "responsable"];

#[derive(Template)]
#[template(path = "secretariat/new.html")]
struct Page {
    shell: Shell,
    form: FormState,
    /// One of [`KINDS`].
    kind: &'static str,
    offer: role::Offer,
    /// The pupil they answer for.
    child: Option<Person>,
    /// The pupils that a search found.
    children: Vec<Person>,
    /// How the pupil's name begins, as searched.
    sought: String,
    /// Those who are perhaps the same person.
    alike: Vec<Person>,
    about: About,
}

fn kind(said: &str) -> &'static str {
    KINDS.iter().copied().find(|kind| *kind == said).unwrap_or("adulte")
}

fn page(visit: &mut Visit<'_, '_>, mut form: FormState, alike: Vec<Person>) -> Result<Reply> {
    let actor = visit.actor()?;
    let kind = kind(if visit.form.has("pour") { visit.form.text("pour") } else { visit.query("pour").unwrap_or("") });
    let shell = visit.shell().at(PEOPLE);
    let (mut offer, schools) = role::offers(visit, &actor, &shell)?;
    if kind == "eleve" {
        offer.classes = role::new_classes(visit, &actor, schools, &mut form)?;
    }
    let sought = visit.query("cherche").unwrap_or_default().to_owned();
    let (mut child, mut children) = (None, vec![]);
    if kind == "responsable" {
        let id: Option<PersonId> = match visit.form.id("enfant")? {
            Some(id) => Some(id),
            None => visit.query("enfant").and_then(|id| id.parse().ok()),
        };
        if let Some(id) = id {
            child = Some(other(visit, id)?.person.clone());
        } else {
            children = offered(visit, &sought, true)?;
        }
    }
    let about = About::of(visit, if alike.is_empty() { &children } else { &alike })?;
    let refused = form.refused();
    let page = Page { shell, form, kind, offer, child, children, sought, alike, about };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The form.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let school = visit.query("ecole").unwrap_or_default().to_owned();
    page(visit, FormState::new().with("ou", &school).with("ecole", &school), vec![])
}

/// What somebody new comes with.
enum First {
    Role(Role, Unit, (Moment, Option<Moment>)),
    Class(Unit),
    Child(PersonId, bool),
}

fn first(visit: &mut Visit<'_, '_>, actor: &Actor, form: &mut FormState) -> Result<Option<First>> {
    match kind(visit.form.text("pour")) {
        "eleve" => {
            let class = role::class(visit, actor)?;
            if class.is_none() {
                form.refuse("classe", visit.sentence("secretariat-class-missing"));
            }
            Ok(class.map(First::Class))
        }
        "responsable" => {
            let Some(child) = visit.form.id::<PersonId>("enfant")? else {
                form.refuse("cherche", visit.sentence("secretariat-child-missing"));
                return Ok(None);
            };
            let pupil = other(visit, child)?;
            let enrols =
                |held: &directory::Held| held.role == Role::Pupil && access::gives(actor, Role::Pupil, &held.place);
            if !pupil.held.iter().any(enrols) {
                return Err(Error::NotFound);
            }
            Ok(Some(First::Child(child, visit.form.has("autorite"))))
        }
        _ => {
            let given = role::said(visit, actor, form)?;
            let span = span(visit, form);
            Ok(given.zip(span).map(|((role, unit), span)| First::Role(role, unit, span)))
        }
    }
}

/// Those who are perhaps the same, among those whom this person keeps: of one name, and of one day of birth if both are said. And
/// whether somebody of this very name and day is kept elsewhere: a pupil who changes school is moved by the académie, not made twice.
fn alike(visit: &mut Visit<'_, '_>, actor: &Actor, person: &Person) -> Result<(Vec<Person>, bool)> {
    let mut alike = store::named_alike(visit.tx, &person.given, &person.family)?;
    alike.retain(|known| known.born.is_none() || person.born.is_none() || known.born == person.born);
    let mut kept = vec![];
    let mut elsewhere = false;
    for known in alike {
        let same_day = known.born.is_some() && known.born == person.born;
        match store::find_someone::<Keep>(visit.tx, actor, known.id, visit.now)? {
            Some(one) => kept.push(one.person.clone()),
            None => elsewhere |= same_day,
        }
    }
    Ok((kept, elsewhere))
}

/// Makes them, unless somebody is perhaps the same and the form does not say that they are not.
pub fn make(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let mut form = FormState::of(&visit.form);
    let synthetic = visit.house.settings.demo;
    let (given, family) = (String::new(), String::new());
    let nobody = Person { id: visit.new_id(), given, family, born: None, phone: None, lang: None, synthetic };
    let person = read(visit, &mut form, nobody);
    let first = first(visit, &actor, &mut form)?;
    let (Some(person), Some(first), false) = (person, first, form.refused()) else {
        return page(visit, form, vec![]);
    };
    let (alike, elsewhere) = alike(visit, &actor, &person)?;
    if (elsewhere || !alike.is_empty()) && !visit.form.has("autre") {
        let key = if alike.is_empty() { "secretariat-alike-elsewhere" } else { "secretariat-alike" };
        form.refuse("autre", visit.sentence(key));
        return page(visit, form, alike);
    }
    let at = place(visit, &first)?;
    let hand = hand(visit, &actor);
    deeds::create(visit.tx, &hand, &person, at)?;
    match first {
        First::Role(role, unit, span) => drop(deeds::give(visit.tx, &hand, person.id, (role, &unit), span)?),
        First::Class(class) => drop(deeds::give(visit.tx, &hand, person.id, (Role::Pupil, &class), (visit.now, None))?),
        First::Child(child, authority) => deeds::tie(visit.tx, &hand, (person.id, child), authority)?,
    }
    let said = visit.sentence("secretariat-done-cree");
    Ok(Reply::go(format!("/personnes/{}?fait=cree", person.id)).said(said))
}

/// Where they come to.
fn place(visit: &mut Visit<'_, '_>, first: &First) -> Result<Option<UnitId>> {
    let school = match first {
        First::Role(_, unit, _) | First::Class(unit) => {
            let (_, school) = store::place(visit.tx, unit)?;
            Some(school.map_or(unit.id, |school| school.id))
        }
        First::Child(child, _) => store::school_of(visit.tx, *child, visit.now)?.map(|school| school.id),
    };
    Ok(school)
}
