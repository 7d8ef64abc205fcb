//! A family's evening: what each child asked, and how it ended. Not the words.
use crate::{Names, State, Ticket, helper_name, store};
use agenda::{Meeting, Seat, store::Mine};
use askama::Template;
use directory::Person;
use web::{Paged, Pager, Phase, Result, Shell, Visit};

/// How many days back a parent sees.
const DAYS: i64 = 14;
/// How many days of the week to come stand on a child's card, and how many meetings.
const AHEAD: i64 = 7;
const MEETINGS: usize = 3;
/// Under what the number of the page comes: this stands on *Aujourd'hui* with other lists.
const KEY: &str = "demandes";

#[derive(Template)]
#[template(path = "desk/children.html")]
struct Part {
    shell: Shell,
    children: Vec<Child>,
    /// Whether nothing waits for who reads.
    idle: bool,
    /// What they asked, of this page.
    asked: Paged<store::OfChild>,
}

/// A child, and what they asked tonight and before.
struct Child {
    person: Person,
    class: String,
    tonight: Vec<Asked>,
    before: Vec<Asked>,
    /// The next meetings in which they have a place.
    week: Vec<Meeting>,
}

/// One demand, as a parent may know it.
struct Asked {
    ticket: Ticket,
    helper: String,
}

impl Child {
    /// The key of the sentence that says it all first.
    fn headline(&self) -> &'static str {
        match self.tonight.first().map(|asked| &asked.ticket) {
            None => "desk-family-child-nothing",
            Some(ticket) if ticket.state == State::Waiting => "desk-family-child-waits",
            Some(ticket) if ticket.state == State::Claimed => "desk-family-child-helped-now",
            Some(ticket) if ticket.state == State::FollowUp => "desk-family-child-followup",
            Some(ticket) if ticket.state == State::Withdrawn => "desk-family-child-withdrew",
            Some(_) => "desk-family-child-helped",
        }
    }
}

/// What a family's children asked.
pub fn block(visit: &mut Visit<'_, '_>, shell: &Shell) -> Result<Option<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let people = directory::store::children(visit.tx, &actor)?;
    let since = now.plus_days(-DAYS);
    let asked = store::of_child(visit.tx, &actor, since, visit.pager_of(KEY))?;
    // This evening is told first, on whichever page of those before it.
    let newest = match asked.page() {
        1 => asked.clone(),
        _ => store::of_child(visit.tx, &actor, since, Pager::FIRST)?,
    };
    let pupils: Vec<_> = people.iter().map(|person| person.id).collect();
    let meetings = agenda::store::of_pupils(visit.tx, &pupils, (now, now.plus_days(AHEAD)))?;
    let mut children = vec![];
    for person in people {
        let class = directory::store::class_of(visit.tx, person.id, now)?.map(|class| class.name).unwrap_or_default();
        let told = |all: &Paged<store::OfChild>, tonight: bool| {
            let theirs = all.iter().filter(|(ticket, ..)| ticket.pupil == person.id);
            let then = theirs.filter(|(ticket, ..)| (ticket.evening == now.evening()) == tonight);
            then.map(|(ticket, helper, names)| {
                let names = Names::from_word(names).unwrap_or(Names::Hidden);
                Asked { helper: helper_name(shell, names, helper.as_ref()), ticket: ticket.clone() }
            })
            .collect()
        };
        let (tonight, before) = (told(&newest, true), told(&asked, false));
        let theirs = meetings.iter().filter(|mine| mine.pupil == person.id && is_to_come(mine));
        let week = theirs.map(|mine| mine.line.meeting.clone()).take(MEETINGS).collect();
        children.push(Child { person, class, tonight, before, week });
    }
    let idle = visit.day.iter().all(|card| card.phase != Phase::Waits);
    Ok(Some(Part { shell: shell.clone(), children, idle, asked }.render()?))
}

/// Whether a child is expected at a meeting that is still to come.
fn is_to_come(mine: &Mine) -> bool {
    mine.seat == Seat::Enrolled && matches!(mine.line.meeting.state, agenda::State::Planned | agenda::State::Open)
}

/// What rings for a family: the children's demands.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let asked = store::of_child(visit.tx, &actor, now.plus_days(-1), Pager::whole())?;
    Ok(asked.iter().map(|(ticket, ..)| format!("ticket:{}", ticket.id)).collect())
}
