//! A family's evening: what each child asked, and how it ended. Not the words.
use crate::{Names, Outcome, State, Ticket, helper_name, store};
use askama::Template;
use directory::Person;
use web::{Result, Shell, Visit};

/// How many days back a parent sees.
const DAYS: i64 = 14;

#[derive(Template)]
#[template(path = "desk/children.html")]
struct Part {
    shell: Shell,
    children: Vec<Child>,
}

/// A child, and what they asked tonight and before.
struct Child {
    person: Person,
    class: String,
    tonight: Vec<Asked>,
    before: Vec<Asked>,
}

/// One demand, as a parent may know it.
struct Asked {
    ticket: Ticket,
    helper: String,
}

impl Asked {
    /// Whether it ended with « compris ».
    fn understood(&self) -> bool {
        self.ticket.outcome == Some(Outcome::Understood)
    }
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

fn children(visit: &mut Visit<'_, '_>, shell: &Shell) -> Result<Vec<Child>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let people = directory::store::children(visit.tx, &actor)?;
    let asked = store::of_child(visit.tx, &actor, now.plus_days(-DAYS))?;
    let mut children = vec![];
    for person in people {
        let class = directory::store::class_of(visit.tx, person.id, now)?.map(|class| class.name).unwrap_or_default();
        let of_child = asked.iter().filter(|(ticket, ..)| ticket.pupil == person.id);
        let all = of_child.map(|(ticket, helper, names)| {
            let names = Names::from_word(names).unwrap_or(Names::Hidden);
            Asked { helper: helper_name(shell, names, helper.as_ref()), ticket: ticket.clone() }
        });
        let (tonight, before) = all.partition(|asked| asked.ticket.evening == now.evening());
        children.push(Child { person, class, tonight, before });
    }
    Ok(children)
}

/// What a family's children asked.
pub fn block(visit: &mut Visit<'_, '_>, shell: &Shell) -> Result<Option<String>> {
    let children = children(visit, shell)?;
    Ok(Some(Part { shell: shell.clone(), children }.render()?))
}

/// What rings for a family: the children's demands.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let asked = store::of_child(visit.tx, &actor, now.plus_days(-1))?;
    Ok(asked.iter().map(|(ticket, ..)| format!("ticket:{}", ticket.id)).collect())
}
