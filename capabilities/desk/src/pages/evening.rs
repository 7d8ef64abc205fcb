//! The pupil's help desk, as it stands on *Aujourd'hui*: is somebody there, how long would I wait, where is my demand.
use crate::{
    DeskId, Duty, State, Subject, Ticket, ahead, helper_name,
    store::{self, Tonight},
    wait_sentence,
};
use access::Actor;
use askama::Template;
use kernel::Moment;
use programme::Admission;
use web::{Result, Shell, Visit};

#[derive(Template)]
#[template(path = "desk/evening.html")]
struct Part {
    shell: Shell,
    evening: Evening,
}

/// All that the live part says.
struct Evening {
    desks: Vec<Desk>,
    /// What the family said, where it keeps the desks of the evening closed.
    barred: Option<Admission>,
    ticket: Option<Ticket>,
    helper: String,
    /// The place in the queue, from 1, while one waits.
    rank: i64,
    wait: String,
    /// When somebody is there again, where nobody is any more tonight.
    openings: Vec<Moment>,
    now: Moment,
}

/// One desk of the evening, with what may be said of its wait.
struct Desk {
    tonight: Tonight,
    open: bool,
    /// Whether somebody will come later.
    ahead: bool,
    until: Option<Moment>,
    wait: String,
}

/// How many adults of an evening a pupil is told by name.
const ADULTS: usize = 12;

/// How many faces are shown of those who are there, and named.
const FACES: usize = 3;
/// The colours of faces, in turn.
const HUES: [&str; FACES] = ["warm", "", "green"];

impl Desk {
    /// Those who are there now.
    fn there(&self, now: Moment) -> impl Iterator<Item = &Option<String>> {
        self.tonight.duties.iter().filter(move |(duty, _)| duty.open(now)).map(|(_, name)| name)
    }

    /// The initials of those who are there and whom the school names, each with the colour of its face.
    fn faces(&self, now: Moment) -> Vec<(String, &'static str)> {
        let names = self.there(now).flatten().take(FACES);
        names.zip(HUES).map(|(name, hue)| (initials(name), hue)).collect()
    }

    /// Who is there, in words.
    fn company(&self, shell: &Shell, now: Moment) -> String {
        let names: Vec<_> = self.there(now).flatten().cloned().collect();
        let all = self.there(now).count();
        if names.is_empty() || names.len() < all {
            return shell.say("desk-evening-there").num("n", all).to_string();
        }
        let (last, first) = names[..all.min(FACES)].split_last().map_or(("", &[][..]), |(last, first)| (last, first));
        let others = all.saturating_sub(FACES);
        let names = if others > 0 {
            let named: Vec<_> = first.iter().map(String::as_str).chain([last]).collect();
            format!("{} {}", named.join(", "), shell.say("desk-evening-others").num("n", others))
        } else if first.is_empty() {
            last.to_owned()
        } else {
            shell.say("desk-evening-and").text("first", first.join(", ")).text("last", last).to_string()
        };
        shell.say("desk-evening-are-there").num("n", all).text("names", names).to_string()
    }

    /// The first adults of the evening, those who are there before those who will be.
    fn adults(&self, now: Moment) -> Vec<&(Duty, Option<String>)> {
        let mut all: Vec<_> = self.tonight.duties.iter().collect();
        all.sort_by_key(|(duty, _)| !duty.open(now));
        all.into_iter().take(ADULTS).collect()
    }

    /// How many there are besides.
    fn others(&self) -> usize {
        self.tonight.duties.len().saturating_sub(ADULTS)
    }
}

impl Evening {
    fn now(&self) -> Moment {
        self.now
    }

    /// Whether nobody comes any more tonight for the one who waits.
    fn gone(&self) -> bool {
        self.ticket.as_ref().is_some_and(|ticket| {
            let desk = self.desks.iter().find(|desk| desk.tonight.desk == ticket.desk);
            let comes = |(duty, _): &(Duty, _)| duty.ahead(self.now) && duty.serves(Some(ticket.subject));
            !desk.is_some_and(|desk| desk.tonight.duties.iter().any(comes))
        })
    }

    /// Whether any desk is open.
    fn open(&self) -> bool {
        self.desks.iter().any(|desk| desk.open)
    }
}

/// The first letters of a name as the school shows it.
fn initials(name: &str) -> String {
    let (given, family) = name.split_once(' ').unwrap_or((name, ""));
    kernel::initials(given.trim_end_matches('.'), family)
}

fn evening(visit: &mut Visit<'_, '_>, shell: &Shell, actor: &Actor) -> Result<Evening> {
    let now = visit.now;
    let tonight = store::tonight(visit.tx, actor, now)?;
    let mine = store::live_of(visit.tx, actor)?;
    let held = tonight.iter().any(|desk| !desk.duties.is_empty());
    let (tonight, barred) =
        if mine.is_none() && held { super::tool::admitting(visit, tonight)? } else { (tonight, None) };
    let ids: Vec<_> = tonight.iter().map(|desk| desk.desk).collect();
    let waiting = mine.as_ref().map(|(ticket, _)| ticket).filter(|ticket| ticket.state == State::Waiting);
    let before = store::before(visit.tx, &ids, waiting, now)?;
    let queue = |desk: DeskId| -> Vec<(Subject, i64)> {
        before.iter().filter(|(at, ..)| *at == desk).map(|(_, subject, count)| (*subject, *count)).collect()
    };
    let (mut rank, mut wait) = (0, String::new());
    if let Some(ticket) = waiting
        && let Some(desk) = tonight.iter().find(|desk| desk.desk == ticket.desk)
    {
        let (duties, before) = (desk.duties(), queue(desk.desk));
        let serving: Vec<_> =
            duties.iter().filter(|duty| duty.ahead(now) && duty.serves(Some(ticket.subject))).collect();
        rank = ahead(&serving, &before) + 1;
        wait = wait_sentence(shell, crate::wait(&duties, &before, Some(ticket.subject), desk.pace, now));
    }
    let names = |ticket: &Ticket| tonight.iter().find(|desk| desk.desk == ticket.desk).map(|desk| desk.names);
    let helper = mine
        .as_ref()
        .and_then(|(ticket, helper)| names(ticket).map(|names| helper_name(shell, names, helper.as_ref())));
    let desks = tonight.iter().cloned().map(|tonight| {
        let duties = tonight.duties();
        Desk {
            open: duties.iter().any(|duty| duty.open(now)),
            ahead: duties.iter().any(|duty| duty.ahead(now)),
            until: duties.iter().filter(|duty| duty.open(now)).map(|duty| duty.ends_at).max(),
            wait: wait_sentence(shell, crate::wait(&duties, &queue(tonight.desk), None, tonight.pace, now)),
            tonight,
        }
    });
    let desks: Vec<Desk> = desks.collect();
    let openings = if desks.iter().any(|desk| desk.ahead) { vec![] } else { store::evenings(visit.tx, &ids, now)? };
    Ok(Evening {
        desks,
        openings,
        barred,
        helper: helper.unwrap_or_default(),
        ticket: mine.map(|(ticket, _)| ticket),
        rank,
        wait,
        now,
    })
}

/// The desk of a pupil's evening.
pub fn block(visit: &mut Visit<'_, '_>, shell: &Shell) -> Result<Option<String>> {
    let actor = visit.actor()?;
    let evening = evening(visit, shell, &actor)?;
    Ok(Some(Part { shell: shell.clone(), evening }.render()?))
}

/// What rings for it: the desks of the pupil's schools.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let desks = store::tonight(visit.tx, &actor, now)?;
    Ok(desks.iter().map(|desk| format!("desk:{}", desk.desk)).collect())
}
