//! The cards of a class or of a group's guests: a list for the adult who hands them out, and sheets to print. Reading never makes
//! a card. The list and the cards tell apart who bears one name; the card says no more than a first name and an initial, where that is
//! enough.
mod apart;
mod made;
mod whose;

use super::card::host;
use crate::{Card, code, store};
use askama::Template;
use directory::Person;
use kernel::{Moment, PersonId};
use made::act;
use std::collections::HashMap;
use web::{Error, Reply, Result, Shell, Visit};
use whose::{Of, Whose, of_class, of_group};

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

/// A person of the list, with their card if they have one.
struct Holder {
    person: Person,
    card: Option<Card>,
    revoked: Option<Moment>,
    /// What tells two people of one name apart: the day of birth, or for whom they answer.
    mark: String,
}

/// A card on paper.
struct Print {
    name: String,
    code: String,
    key: String,
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

    /// For the adult who hands them out: on which sheet a card stands, what it says, whose it is.
    fn handed(&self) -> impl Iterator<Item = (usize, &Print, &Holder)> {
        let holders = self.rows.iter().filter(|row| row.card.is_some());
        let prints = self.sheets.iter().flatten().zip(holders).enumerate();
        prints.map(|(at, (print, holder))| (at / A_SHEET + 1, print, holder))
    }

    /// When a card last opened.
    fn used(&self, card: &Card) -> String {
        card.used_at.map_or_else(String::new, |at| format!("{}, {}", self.shell.date(at), self.shell.time(at)))
    }
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
    let prints = prints(visit, &people, &of, &cards)?;
    let rows = people.into_iter().map(|person| {
        let (card, revoked) = (cards.remove(&person.id), revoked.get(&person.id).copied());
        let mark = of.mark(&person);
        Holder { person, card, revoked, mark }
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

fn prints(visit: &Visit<'_, '_>, people: &[Person], of: &Of, cards: &HashMap<PersonId, Card>) -> Result<Vec<Print>> {
    let mut prints = vec![];
    let names = apart::names(people, |person| of.printed_mark(person));
    for (person, name) in people.iter().zip(names) {
        let Some(card) = cards.get(&person.id) else { continue };
        let token = code::token(&visit.house.secret, card.id, &card.salt);
        let link = format!("{}/c/{token}", visit.house.settings.public_url);
        let qr = print::qr_svg(&link).map_err(|error| Error::Ours(error.to_string()))?;
        let key = code::printed(&visit.house.secret, card.id, &card.salt);
        prints.push(Print { name, code: card.code.clone(), key, qr });
    }
    Ok(prints)
}

/// Changes the cards of a class.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let guardians = visit.form.has("responsables");
    let of = of_class(visit, guardians)?;
    let to = format!("{}{}", of.path, if guardians { "?responsables=1" } else { "" });
    act(visit, &of, to)
}

/// Changes the cards of a group's guests.
pub fn change_guests(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let of = of_group(visit)?;
    act(visit, &of, of.path.clone())
}
