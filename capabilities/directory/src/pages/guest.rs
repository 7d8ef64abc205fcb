//! Guests of a group: who comes from outside, with a card, until a day, and sees what names them.
use super::{
    group::{led, record},
    people::days,
};
use crate::{
    Gathering, Person,
    policy::{GUESTS, Lead, STAFF},
    store,
};
use access::{Allowed, Part, Role};
use askama::Template;
use web::{FormState, Paged, Reply, Result, Shell, Visit};

/// The longest given or family name, in characters.
const LONGEST: usize = 80;

#[derive(Template)]
#[template(path = "directory/guests.html")]
struct GuestsPage {
    shell: Shell,
    form: FormState,
    gathering: Gathering,
    people: Paged<Person>,
    roles: Vec<(String, String)>,
    parts: Vec<(String, String)>,
}

fn page(visit: &mut Visit<'_, '_>, gathering: Allowed<Lead, Gathering>, form: FormState) -> Result<GuestsPage> {
    let shell = visit.shell().at("/groupes");
    let said = |prefix: &str, word: &str| (word.to_owned(), shell.of(prefix, word).to_string());
    let nobody = (String::new(), shell.say("directory-choose").to_string());
    let roles =
        std::iter::once(nobody).chain(GUESTS.iter().map(|role| said("directory-guest-", role.word()))).collect();
    let parts = [Part::Member, Part::Observer, Part::Teacher].map(|part| said("directory-part-", part.word())).into();
    let people = store::guests(visit.tx, &gathering, visit.pager(), visit.now)?;
    Ok(GuestsPage { shell, form, gathering: gathering.into_inner(), people, roles, parts })
}

/// Who is a guest, and a form for another.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    Reply::page(&page(visit, gathering, FormState::new())?)
}

/// Makes a guest: a person, their role at one of the group's schools, their part, all until the same day.
pub fn invite(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    let mut form = FormState::of(&visit.form);
    let name = |field: &str| {
        let name = visit.form.text(field);
        ((1..=LONGEST).contains(&name.chars().count())).then(|| name.to_owned())
    };
    let (given, family) = (name("prenom"), name("nom"));
    let role = Role::from_word(visit.form.text("role")).filter(|role| GUESTS.contains(role));
    let part = Part::from_word(visit.form.text("part")).unwrap_or(Part::Member);
    let days = days(&visit.form, visit.now).and_then(|(since, until)| Some((since, until?)));
    let missing = [
        (given.is_none(), "prenom", "directory-given-missing"),
        (family.is_none(), "nom", "directory-family-missing"),
        (role.is_none(), "role", "directory-guest-role-missing"),
        (days.is_none() && !visit.form.has("jusqu"), "jusqu", "directory-guest-until-missing"),
        (days.is_none() && visit.form.has("jusqu"), "jusqu", "directory-days-wrong"),
    ];
    for (_, field, key) in missing.into_iter().filter(|(missing, ..)| *missing) {
        form.refuse(field, visit.sentence(key));
    }
    // Of the group's schools, the one of who invites.
    let mine = visit.actor()?.units(STAFF);
    let home = gathering.homes.iter().find(|home| mine.contains(&home.id)).or(gathering.homes.first());
    let home = home.map(|home| home.id);
    let (Some(given), Some(family), Some(role), Some((since, until)), Some(home)) = (given, family, role, days, home)
    else {
        return Reply::refused(&page(visit, gathering, form)?);
    };
    let (id, group) = (visit.new_id(), gathering.group.id);
    let synthetic = visit.house.settings.demo;
    store::add_person(visit.tx, &Person { id, given, family, born: None, phone: None, lang: None, synthetic })?;
    access::store::grant(visit.tx, id, role, home, since, Some(until))?;
    access::store::group::join(visit.tx, group, id, part, since, Some(until))?;
    record(visit, group, "group-guest")?;
    Ok(Reply::go(format!("/groupes/{group}/invites")).said(visit.sentence("directory-said-guest")))
}
