//! The register: who is found in it.
use super::{PEOPLE, own_schools, school};
use access::{Actor, Role, Unit};
use askama::Template;
use directory::{
    Held, Person,
    policy::Keep,
    store::{self, Sought},
};
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{FormState, Paged, Pager, Reply, Result, Shell, Visit};

/// The word of the filter for those who answer for a pupil.
const FAMILY: &str = "guardian";

#[derive(Template)]
#[template(path = "secretariat/people.html")]
struct Page {
    shell: Shell,
    form: FormState,
    people: Paged<Person>,
    about: About,
    /// The schools one chooses from; none where one has a single school.
    schools: Vec<(String, String)>,
    /// Whether any school of the académie is chosen, by its code or its name.
    above: bool,
    /// The name of the one that was.
    school: String,
    roles: Vec<(String, String)>,
    /// Whether something was asked for.
    asked: bool,
}

/// What a line of the register says of people.
pub struct About {
    held: HashMap<PersonId, Vec<Held>>,
    children: HashMap<PersonId, Vec<String>>,
    now: Moment,
}

impl About {
    /// What these people are, and where.
    pub fn of(visit: &mut Visit<'_, '_>, people: &[Person]) -> Result<Self> {
        let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
        let held = store::places_of(visit.tx, &ids)?.into_iter().collect();
        let mut children: HashMap<PersonId, Vec<String>> = HashMap::new();
        for (guardian, child) in store::children_of(visit.tx, &ids, visit.now)? {
            children.entry(guardian).or_default().push(child);
        }
        Ok(Self { held, children, now: visit.now })
    }

    /// « Élève, 5e B, Collège des Falaises ; répond de Inès Nouvel ».
    pub fn says(&self, shell: &Shell, person: &PersonId) -> String {
        let held = self.held.get(person).map(Vec::as_slice).unwrap_or_default();
        let mut said: Vec<String> =
            held.iter().filter(|held| held.lasts(self.now)).map(|held| place(shell, held)).collect();
        if let Some(children) = self.children.get(person) {
            said.push(shell.say("secretariat-answers").text("whom", children.join(", ")).to_string());
        }
        if said.is_empty() {
            let last = held.iter().max_by_key(|held| held.until);
            said.extend(last.map(|held| shell.say("secretariat-was").text("what", place(shell, held)).to_string()));
        }
        said.join(" ; ")
    }
}

/// « Élève, 5e B, Collège des Falaises ».
pub fn place(shell: &Shell, held: &Held) -> String {
    let school = held.school.as_ref().filter(|school| school.id != held.unit.id);
    let parts = [
        Some(shell.of("signin-role-", held.role.word()).to_string()),
        Some(held.unit.name.clone()),
        school.map(|school| school.name.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Every role in words, with those who answer for a pupil.
fn all_roles(shell: &Shell) -> Vec<(String, String)> {
    let of = |word: &str| (word.to_owned(), shell.of("signin-role-", word).to_string());
    let any = (String::new(), shell.say("secretariat-any-role").to_string());
    std::iter::once(any).chain(Role::ALL.iter().map(|role| of(role.word()))).chain([of(FAMILY)]).collect()
}

/// Whom a login or a key names, and this person keeps.
fn exact(visit: &mut Visit<'_, '_>, actor: &Actor, said: &str) -> Result<Vec<Person>> {
    // A name has no digit, and hardly a point.
    if !said.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '_' | '@')) {
        return Ok(vec![]);
    }
    let mut ids = store::named_by_key(visit.tx, said)?;
    ids.extend(signin::store::password::by_login(visit.tx, &said.to_lowercase())?.map(|(person, _)| person));
    let mut people = vec![];
    for id in ids {
        people.extend(store::find_someone::<Keep>(visit.tx, actor, id, visit.now)?.map(|one| one.person.clone()));
    }
    Ok(people)
}

/// Those whom a page offers by how their name begins.
pub fn offered(visit: &mut Visit<'_, '_>, said: &str, pupils: bool) -> Result<Vec<Person>> {
    if kernel::fold(said).is_empty() {
        return Ok(vec![]);
    }
    let actor = visit.actor()?;
    let exact = exact(visit, &actor, said)?;
    if !exact.is_empty() {
        return Ok(exact);
    }
    // Who has left is found too: a record may have been made twice.
    let sought = Sought { said, role: pupils.then_some(Role::Pupil), either: true, ..Sought::default() };
    Ok(store::register(visit.tx, &actor, &sought, store::CHOICES.by(30), visit.now)?.into())
}

/// Who is found.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let [said, code, role, gone] =
        ["cherche", "ecole", "role", "partis"].map(|name| visit.query(name).unwrap_or_default().trim().to_owned());
    let own: Vec<Unit> = own_schools(visit, &actor)?;
    let above = actor.holds(&[Role::Admin]);
    let shell = visit.shell().at(PEOPLE);
    let mut form =
        FormState::new().with("cherche", &said).with("ecole", &code).with("role", &role).with("partis", &gone);
    let mut at = None;
    if !code.is_empty() {
        match school(visit, &actor, &code)? {
            Ok(school) => at = Some(school),
            Err(why) => form.refuse("ecole", why),
        }
    }
    let school_name = at.as_ref().map_or_else(String::new, |school| school.name.clone());
    let sought = Sought {
        said: &said,
        school: at.as_ref().map(|school| school.id),
        role: Role::from_word(&role),
        families: role == FAMILY,
        gone: !gone.is_empty(),
        either: false,
    };
    let exact = if form.refused() { vec![] } else { exact(visit, &actor, &said)? };
    let people = match exact.as_slice() {
        _ if form.refused() => Paged::default(),
        [] => store::register(visit.tx, &actor, &sought, visit.pager(), visit.now)?,
        some => Paged::of(some, Pager::FIRST),
    };
    let about = About::of(visit, &people)?;
    let schools = if own.len() > 1 && !above {
        let any = (String::new(), shell.say("secretariat-any-school").to_string());
        std::iter::once(any).chain(own.into_iter().map(|school| (school.code, school.name))).collect()
    } else {
        vec![]
    };
    let (refused, roles, asked) = (form.refused(), all_roles(&shell), !above || sought.is_near());
    let page = Page { shell, form, people, about, schools, above, school: school_name, roles, asked };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}
