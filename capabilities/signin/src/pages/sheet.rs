//! The cards of a class: a list to see and change, and sheets to print. Reading never makes a card.
use super::card::host;
use crate::{Card, code, policy::MakeCards, store};
use access::Allowed;
use askama::Template;
use directory::{Class, Person};
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{Error, Reply, Result, Shell, Visit};

/// How many cards an A4 sheet holds.
const A_SHEET: usize = 10;

#[derive(Template)]
#[template(path = "signin/sheet.html")]
struct Sheet {
    shell: Shell,
    class: Class,
    /// Whether these are the cards of those who answer for the pupils.
    guardians: bool,
    rows: Vec<Holder>,
    sheets: Vec<Vec<Print>>,
    host: String,
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
    fn path(&self) -> String {
        format!("/ecole/classe/{}/cartes", self.class.unit.id)
    }

    /// The guardians' list.
    fn of_guardians(&self) -> String {
        format!("{}?responsables=1", self.path())
    }

    fn missing(&self) -> usize {
        self.rows.iter().filter(|row| row.card.is_none()).count()
    }

    /// « 5e B, Collège des Falaises », short enough for the card.
    fn place(&self) -> String {
        let name = &self.class.school.name;
        let cut: String = name.chars().take(60).collect();
        let dots = if cut.len() < name.len() { "…" } else { "" };
        format!("{}, {cut}{dots}", self.class.unit.name)
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

/// Whose cards are asked for.
fn people(visit: &mut Visit<'_, '_>, class: &Allowed<MakeCards, Class>, guardians: bool) -> Result<Vec<Person>> {
    if !guardians {
        return Ok(directory::store::pupils_of_class(visit.tx, class.unit.id, visit.now)?);
    }
    let linked = directory::store::guardians_of_class(visit.tx, class.unit.id, visit.now)?;
    let mut people: Vec<Person> = linked.into_iter().map(|(person, _)| person).collect();
    // A parent of twins has one card; the list is in the order of names, then ids.
    people.dedup_by_key(|person| person.id);
    Ok(people)
}

/// The list and the sheets.
pub fn sheet(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let class = class(visit)?;
    let guardians = visit.query("responsables").is_some();
    let people = people(visit, &class, guardians)?;
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
    let shell = visit.shell().at("/ecole");
    Reply::page(&Sheet { shell, class: class.into_inner(), guardians, rows, sheets, host })
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

/// Makes what is missing, makes anew, revokes: all or one (`reissue:ID`). Each card is a line of the audit trail.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let class = class(visit)?;
    let guardians = visit.form.has("responsables");
    let people: Vec<PersonId> = people(visit, &class, guardians)?.iter().map(|person| person.id).collect();
    let (action, one) = match visit.form.text("action").split_once(':') {
        Some((action, id)) => (action.to_owned(), Some(id.parse::<PersonId>()?)),
        None => (visit.form.text("action").to_owned(), None),
    };
    // Only people of this class, whatever the form says.
    let chosen: Vec<PersonId> = people.iter().copied().filter(|person| one.is_none_or(|one| one == *person)).collect();
    if one.is_some() && chosen.is_empty() {
        return Err(Error::NotFound);
    }
    match action.as_str() {
        "missing" => {
            let cards = store::card::of_people(visit.tx, &chosen)?;
            let without: Vec<_> = chosen.into_iter().filter(|person| !cards.contains_key(person)).collect();
            issue(visit, &without)?;
        }
        "reissue" => issue(visit, &chosen)?,
        "revoke" => {
            let gone = store::card::revoke(visit.tx, &chosen, visit.now)?;
            record(visit, "card-revoked", &gone)?;
        }
        _ => return Err(Error::NotFound),
    }
    let query = if guardians { "?responsables=1" } else { "" };
    Ok(Reply::go(format!("/ecole/classe/{}/cartes{query}", class.unit.id)))
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
