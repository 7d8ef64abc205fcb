//! A person: who they are, what they hold and who gave it, whom they answer for; and the forms that change it.
use super::{
    PEOPLE, answers, at, done,
    find::{offered, place},
    found, hand, mastered, masters, role,
};
use crate::{deeds, union};
use access::{Actor, Role};
use askama::Template;
use directory::{Child, Guardian, Held, Person, Someone, people_import::cell, store};
use kernel::{GroupId, Moment, PersonId};
use std::{collections::HashMap, sync::Arc};
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "secretariat/person.html")]
#[expect(clippy::struct_excessive_bools, reason = "each shows a part of the page")]
struct Page {
    shell: Shell,
    form: FormState,
    someone: Someone,
    actor: Arc<Actor>,
    now: Moment,
    /// What was just done, in one line.
    /// Those who answer or answered for them.
    guardians: Vec<Guardian>,
    groups: Vec<(GroupId, String)>,
    names: HashMap<PersonId, (String, String)>,
    /// What may be given, and where.
    offer: role::Offer,
    /// The union that can still be undone.
    joined: Option<undo::Kept>,
    /// Those whom a search found, to be tied.
    sought: Vec<(String, String)>,
    /// What was searched for.
    said: String,
    /// Whether they were just made.
    made: bool,
    /// Whether one looks for a class elsewhere.
    moving: bool,
    /// Whether who they are may be corrected.
    masters: bool,
    /// Whether they may be joined, parted and forgotten.
    answers: bool,
    /// Whether they are a pupil.
    pupil: bool,
}

impl Page {
    fn place(&self, held: &Held) -> String {
        place(&self.shell, held)
    }

    fn about_role(&self, held: &Held) -> String {
        self.about((held.since, held.until), held.given_by)
    }

    fn about_child(&self, child: &Child) -> String {
        self.about((child.since, child.until), None)
    }

    fn about_guardian(&self, guardian: &Guardian) -> String {
        self.about((guardian.since, guardian.until), guardian.given_by)
    }

    /// From when until when, and who gave it.
    fn about(&self, (since, until): (Moment, Option<Moment>), by: Option<PersonId>) -> String {
        let shell = &self.shell;
        let mut said = vec![shell.say("secretariat-since").text("date", shell.date(since)).to_string()];
        if let Some(until) = until {
            let key = if until <= self.now { "secretariat-ended" } else { "secretariat-until" };
            said.push(shell.say(key).text("date", shell.date(Moment(until.0 - 1))).to_string());
        }
        if let Some((given, family)) = by.and_then(|by| self.names.get(&by)) {
            said.push(shell.say("secretariat-given-by").text("who", format!("{given} {family}")).to_string());
        }
        said.join(" ")
    }

    /// Whether it counts, or will.
    fn lasts(&self, until: Option<Moment>) -> bool {
        until.is_none_or(|until| until > self.now)
    }

    fn child_lasts(&self, child: &Child) -> bool {
        self.lasts(child.until)
    }

    fn guardian_lasts(&self, guardian: &Guardian) -> bool {
        self.lasts(guardian.until)
    }

    fn ends(&self, held: &Held) -> bool {
        held.lasts(self.now) && access::gives(&self.actor, held.role, &held.place) && !self.is_me(held)
    }

    /// Whether this is the role whose end a form said wrongly.
    fn wrongly_ended(&self, held: &Held) -> bool {
        let same = self.form.is("role", held.role.word()) && self.form.is("lieu", held.unit.id.to_string());
        same && self.form.problem("fin").is_some()
    }

    /// Whether it is one's own power to do all this: somebody else ends it.
    fn is_me(&self, held: &Held) -> bool {
        self.someone.person.id == self.actor.person && held.role == crate::KEEPER
    }

    /// Whether who answers for this child may be changed.
    fn ties(&self, child: &Child) -> bool {
        child.places.iter().any(|place| access::gives(&self.actor, Role::Pupil, place))
    }

    /// The same of this very person, if they are a pupil.
    fn ties_here(&self) -> bool {
        self.pupil && self.someone.held.iter().any(|held| access::gives(&self.actor, Role::Pupil, &held.place))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "asked by the template")]
    fn authority(&self, authority: &bool) -> String {
        let key = if *authority { "secretariat-with-authority" } else { "secretariat-without-authority" };
        self.shell.say(key).to_string()
    }

    /// The classes one is enrolled in.
    fn enrolments(&self) -> Vec<&Held> {
        self.someone.held.iter().filter(|held| held.role == Role::Pupil && held.lasts(self.now)).collect()
    }
}

/// The page of a person, as a form left it.
pub fn page(visit: &mut Visit<'_, '_>, mut form: FormState) -> Result<Reply> {
    let (actor, someone) = found(visit)?;
    let (now, id) = (visit.now, someone.person.id);
    let pupil = someone.held.iter().any(|held| held.role == Role::Pupil);
    let guardians = if pupil { store::guardians(visit.tx, id)? } else { vec![] };
    // A pupil's own page, for the team, has their groups.
    let groups = if pupil { vec![] } else { store::groups_met(visit.tx, &actor, id, now)? };
    let given = someone.held.iter().filter_map(|held| held.given_by);
    let given: Vec<PersonId> = given.chain(guardians.iter().filter_map(|guardian| guardian.given_by)).collect();
    let names = store::names(visit.tx, &given)?;
    let shell = visit.shell().at(PEOPLE);
    let offer = role::offer(visit, &actor, &someone, (&shell, &mut form))?;
    let joined = if answers(&actor) { union::join(visit.tx, id, &hand(visit, &actor))? } else { None };
    let said = visit.query(if pupil { "responsable" } else { "enfant" }).unwrap_or_default().to_owned();
    let sought = offered(visit, &said, !pupil)?;
    let sought = sought.into_iter().filter(|person| person.id != id).map(|one| (one.id.to_string(), one.full()));
    let masters = masters(&actor, &someone, now);
    let form = typed(form, &someone.person);
    let refused = form.refused();
    let page = Page {
        answers: masters && answers(&actor),
        sought: sought.collect(),
        said,
        made: visit.query("fait") == Some("cree"),
        moving: visit.query("ecole").is_some(),
        someone: someone.into_inner(),
        form,
        shell,
        actor,
        now,
        guardians,
        groups,
        names,
        offer,
        joined,
        masters,
        pupil,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Who they are, as the form that corrects it begins.
fn typed(form: FormState, person: &Person) -> FormState {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    form.or("prenom", &person.given)
        .or("nom", &person.family)
        .or("naissance", text(&person.born))
        .or("telephone", person.dialled().unwrap_or_default())
        .or("langue", text(&person.lang))
}

/// The person.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

/// Who somebody is, as typed; what is wrong is said in the form.
pub fn read(visit: &Visit<'_, '_>, form: &mut FormState, mut person: Person) -> Option<Person> {
    let mut field = |name: &'static str, key: &str, needed: bool, read: fn(&str) -> Option<String>| {
        let typed = visit.form.text(name);
        if typed.is_empty() && !needed {
            return Some(None);
        }
        let read = read(typed);
        if read.is_none() {
            form.refuse(name, visit.sentence(key));
        }
        read.map(Some)
    };
    let given = field("prenom", "secretariat-given-wrong", true, |said| cell::name(said).ok());
    let family = field("nom", "secretariat-family-wrong", true, |said| cell::name(said).ok());
    let born = field("naissance", "secretariat-born-wrong", false, |said| cell::date(said).ok());
    let phone = field("telephone", "secretariat-phone-wrong", false, |said| cell::phone(said).ok());
    let lang = field("langue", "secretariat-lang-wrong", false, |said| cell::lang(said).ok());
    person.given = given??;
    person.family = family??;
    (person.born, person.phone, person.lang) = (born?, phone?, lang?);
    if person.born > Some(visit.now.paris().date().to_string()) {
        form.refuse("naissance", visit.sentence("secretariat-born-later"));
        return None;
    }
    Some(person)
}

/// Corrects who they are.
pub fn correct(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, someone) = mastered(visit)?;
    let mut form = FormState::of(&visit.form);
    let Some(is) = read(visit, &mut form, someone.person.clone()) else { return page(visit, form) };
    let hand = hand(visit, &actor);
    deeds::correct(visit.tx, &hand, (&someone.person, &is), at(&someone))?;
    Ok(done(visit, is.id, "corrige"))
}
