//! The cards of a class or of a group's guests: a list to see and change, and sheets to print. Reading never makes a card.
use super::card::host;
use crate::{Card, code, policy::MakeCards, store};
use access::Allowed;
use askama::Template;
use directory::{Class, Gathering, Person};
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{Error, Reply, Result, Shell, Visit};

/// How many cards an A4 sheet holds.
const A_SHEET: usize = 10;

#[derive(Template)]
#[template(path = "signin/sheet.html")]
struct Sheet {
    shell: Shell,
    of: Of,
    rows: Vec<Holder>,
    sheets: Vec<Vec<Print>>,
    host: String,
}

/// Whose cards these are.
struct Of {
    /// The class's name, or the group's.
    name: String,
    /// Its school's.
    school: String,
    /// The page of the class or of the group's guests.
    back: String,
    /// The address of this list.
    path: String,
    /// Whose of them.
    whose: Whose,
    people: Vec<Person>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Pupils,
    Guardians,
    Guests,
}

/// A person of the list, with their card if they have one.
struct Holder {
    person: Person,
    card: Option<Card>,
    revoked: Option<Moment>,
}

/// A card on paper.
struct Print {
    name: String,
    code: String,
    qr: String,
}

impl Sheet {
    fn guardians(&self) -> bool {
        self.of.whose == Whose::Guardians
    }

    fn heading(&self) -> String {
        let name = self.of.name.as_str();
        if self.guests() {
            return self.shell.say("signin-cards-of-guests").text("group", name).to_string();
        }
        self.shell.say("signin-cards-of").text("class", name).to_string()
    }

    fn guests(&self) -> bool {
        self.of.whose == Whose::Guests
    }

    /// The guardians' list.
    fn of_guardians(&self) -> String {
        format!("{}?responsables=1", self.of.path)
    }

    fn missing(&self) -> usize {
        self.rows.iter().filter(|row| row.card.is_none()).count()
    }

    /// « 5e B, Collège des Falaises », short enough for the card.
    fn place(&self) -> String {
        let name = &self.of.school;
        let cut: String = name.chars().take(60).collect();
        let dots = if cut.len() < name.len() { "…" } else { "" };
        format!("{}, {cut}{dots}", self.of.name)
    }

    /// When a card last opened.
    fn used(&self, card: &Card) -> String {
        card.used_at.map_or_else(String::new, |at| format!("{}, {}", self.shell.date(at), self.shell.time(at)))
    }
}

/// The class, if this person may make its cards.
fn class(visit: &mut Visit<'_, '_>) -> Result<Allowed<MakeCards, Class>> {
    let (actor, id) = (visit.actor()?, visit.id("class")?);
    let class = directory::store::find_class(visit.tx, &actor, id)?.ok_or(Error::NotFound)?.into_inner();
    access::check(&actor, class).map_err(|_| Error::NotFound)
}

/// The pupils of the class of the address, or those who answer for them.
fn of_class(visit: &mut Visit<'_, '_>, guardians: bool) -> Result<Of> {
    let class = class(visit)?;
    let people = if guardians {
        let linked = directory::store::guardians_of_class(visit.tx, class.unit.id, visit.now)?;
        let mut people: Vec<Person> = linked.into_iter().map(|(person, _)| person).collect();
        // A parent of twins has one card; the list is in the order of names, then ids.
        people.dedup_by_key(|person| person.id);
        people
    } else {
        directory::store::pupils_of_class(visit.tx, class.unit.id, visit.now)?
    };
    let back = format!("/ecole/classe/{}", class.unit.id);
    Ok(Of {
        name: class.unit.name.clone(),
        school: class.school.name.clone(),
        path: format!("{back}/cartes"),
        back,
        whose: if guardians { Whose::Guardians } else { Whose::Pupils },
        people,
    })
}

/// The guests of the group of the address.
fn of_group(visit: &mut Visit<'_, '_>) -> Result<Of> {
    let (actor, id) = (visit.actor()?, visit.id("group")?);
    let group = directory::store::find_group::<MakeCards>(visit.tx, &actor, id, visit.now)?;
    let group: Allowed<MakeCards, Gathering> = group.filter(|group| !group.is_class()).ok_or(Error::NotFound)?;
    // Of the group's schools, the one of who prints: guests are invited there.
    let mine = actor.units(directory::policy::STAFF);
    let home = group.homes.iter().find(|home| mine.contains(&home.id)).or(group.homes.first());
    Ok(Of {
        name: group.group.name.clone(),
        school: home.map_or_else(String::new, |home| home.name.clone()),
        back: group.path("/invites"),
        path: group.path("/cartes"),
        whose: Whose::Guests,
        people: directory::store::guests(visit.tx, &group, visit.now)?,
    })
}

/// The list and the sheets of a class.
pub fn sheet(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let guardians = visit.query("responsables").is_some();
    let of = of_class(visit, guardians)?;
    list(visit, of, "/ecole")
}

/// The list and the sheets of a group's guests.
pub fn guests(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let of = of_group(visit)?;
    list(visit, of, "/groupes")
}

fn list(visit: &mut Visit<'_, '_>, mut of: Of, at: &str) -> Result<Reply> {
    let people = std::mem::take(&mut of.people);
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    let mut cards = store::card::of_people(visit.tx, &ids)?;
    let revoked = store::card::revoked(visit.tx, &ids)?;
    let prints = prints(visit, &people, &cards)?;
    let rows = people.into_iter().map(|person| {
        let (card, revoked) = (cards.remove(&person.id), revoked.get(&person.id).copied());
        Holder { person, card, revoked }
    });
    let rows = rows.collect();
    let mut sheets: Vec<Vec<Print>> = vec![];
    for print in prints {
        match sheets.last_mut() {
            Some(sheet) if sheet.len() < A_SHEET => sheet.push(print),
            _ => sheets.push(vec![print]),
        }
    }
    let host = host(&visit.house.settings.public_url).to_owned();
    Reply::page(&Sheet { shell: visit.shell().at(at), of, rows, sheets, host })
}

fn prints(visit: &Visit<'_, '_>, people: &[Person], cards: &HashMap<PersonId, Card>) -> Result<Vec<Print>> {
    let mut prints = vec![];
    for person in people {
        let Some(card) = cards.get(&person.id) else { continue };
        let token = code::token(&visit.house.secret, card.id, &card.salt);
        let link = format!("{}/c/{token}", visit.house.settings.public_url);
        let qr = print::qr_svg(&link).map_err(|error| Error::Ours(error.to_string()))?;
        prints.push(Print { name: person.short(), code: card.code.clone(), qr });
    }
    Ok(prints)
}

/// Changes the cards of a class.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let guardians = visit.form.has("responsables");
    let of = of_class(visit, guardians)?;
    act(visit, &of.people)?;
    Ok(Reply::go(format!("{}{}", of.path, if guardians { "?responsables=1" } else { "" })))
}

/// Changes the cards of a group's guests.
pub fn change_guests(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let of = of_group(visit)?;
    act(visit, &of.people)?;
    Ok(Reply::go(of.path))
}

/// Makes what is missing, makes anew, revokes: all or one (`reissue:ID`). Each card is a line of the audit trail.
fn act(visit: &mut Visit<'_, '_>, people: &[Person]) -> Result<()> {
    let (action, one) = match visit.form.text("action").split_once(':') {
        Some((action, id)) => (action.to_owned(), Some(id.parse::<PersonId>()?)),
        None => (visit.form.text("action").to_owned(), None),
    };
    // Only people of this list, whatever the form says.
    let people = people.iter().map(|person| person.id);
    let chosen: Vec<PersonId> = people.filter(|person| one.is_none_or(|one| one == *person)).collect();
    if one.is_some() && chosen.is_empty() {
        return Err(Error::NotFound);
    }
    match action.as_str() {
        "missing" => {
            let cards = store::card::of_people(visit.tx, &chosen)?;
            let without: Vec<_> = chosen.into_iter().filter(|person| !cards.contains_key(person)).collect();
            issue(visit, &without)
        }
        "reissue" => issue(visit, &chosen),
        "revoke" => {
            let gone = store::card::revoke(visit.tx, &chosen, visit.now)?;
            record(visit, "card-revoked", &gone)
        }
        _ => Err(Error::NotFound),
    }
}

fn issue(visit: &mut Visit<'_, '_>, people: &[PersonId]) -> Result<()> {
    let (secret, chance) = (&visit.house.secret, &*visit.house.chance);
    let made = store::card::issue(visit.tx, secret, chance, people, None, visit.now)?;
    let people: Vec<PersonId> = made.iter().map(|made| made.person).collect();
    record(visit, "card-made", &people)
}

fn record(visit: &mut Visit<'_, '_>, deed: &str, people: &[PersonId]) -> Result<()> {
    let (actor, chance) = (visit.actor()?, &*visit.house.chance);
    for person in people {
        access::audit::record(visit.tx, chance, visit.now, actor.person, deed, *person, "")?;
    }
    Ok(())
}
