//! The pupil's evening: is somebody there, how long would I wait, where is my demand, what did the school tell me.
use access::Actor;
use askama::Template;
use desk::{Mode, State, Subject, Ticket, store::Tonight};
use kernel::Moment;
use notice::Notice;
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "homework/evening.html")]
struct Page {
    shell: Shell,
    given: String,
    evening: Evening,
    notices: Vec<Notice>,
    unread: usize,
    /// The rooms where one is waited for.
    ready: visio::Banner,
}

#[derive(Template)]
#[template(path = "homework/evening_part.html")]
struct Part {
    shell: Shell,
    evening: Evening,
}

/// All that the live part says.
struct Evening {
    desks: Vec<Desk>,
    ticket: Option<Ticket>,
    helper: String,
    /// The place in the queue, from 1, while one waits.
    rank: i64,
    wait: String,
    now: Moment,
}

/// One desk of the evening, with what may be said of its wait.
struct Desk {
    tonight: Tonight,
    open: bool,
    /// Whether somebody will come later.
    ahead: bool,
    until: Option<Moment>,
    there: usize,
    wait: String,
}

impl Evening {
    fn now(&self) -> Moment {
        self.now
    }

    /// Whether any desk is open.
    fn open(&self) -> bool {
        self.desks.iter().any(|desk| desk.open)
    }
}

fn evening(visit: &mut Visit<'_, '_>, shell: &Shell, actor: &Actor) -> Result<Evening> {
    let now = visit.now;
    let tonight = desk::store::tonight(visit.tx, actor, now)?;
    let mine = desk::store::live_of(visit.tx, actor)?;
    let ids: Vec<_> = tonight.iter().map(|desk| desk.desk).collect();
    let waiting = mine.as_ref().map(|(ticket, _)| ticket).filter(|ticket| ticket.state == State::Waiting);
    let before = desk::store::before(visit.tx, &ids, waiting, now)?;
    let queue = |desk: desk::DeskId| -> Vec<(Subject, i64)> {
        before.iter().filter(|(at, ..)| *at == desk).map(|(_, subject, count)| (*subject, *count)).collect()
    };
    let (mut rank, mut wait) = (0, String::new());
    if let Some(ticket) = waiting
        && let Some(desk) = tonight.iter().find(|desk| desk.desk == ticket.desk)
    {
        let (duties, before) = (desk.duties(), queue(desk.desk));
        let serving: Vec<_> =
            duties.iter().filter(|duty| duty.ahead(now) && duty.serves(Some(ticket.subject))).collect();
        rank = desk::ahead(&serving, &before) + 1;
        wait = desk::wait_sentence(shell, desk::wait(&duties, &before, Some(ticket.subject), desk.pace, now));
    }
    let names = |ticket: &Ticket| tonight.iter().find(|desk| desk.desk == ticket.desk).map(|desk| desk.names);
    let helper = mine
        .as_ref()
        .and_then(|(ticket, helper)| names(ticket).map(|names| desk::helper_name(shell, names, helper.as_ref())));
    let desks = tonight.iter().cloned().map(|tonight| {
        let duties = tonight.duties();
        Desk {
            open: duties.iter().any(|duty| duty.open(now)),
            ahead: duties.iter().any(|duty| duty.ahead(now)),
            until: duties.iter().filter(|duty| duty.open(now)).map(|duty| duty.ends_at).max(),
            there: duties.iter().filter(|duty| duty.open(now)).count(),
            wait: desk::wait_sentence(shell, desk::wait(&duties, &queue(tonight.desk), None, tonight.pace, now)),
            tonight,
        }
    });
    Ok(Evening {
        desks: desks.collect(),
        helper: helper.unwrap_or_default(),
        ticket: mine.map(|(ticket, _)| ticket),
        rank,
        wait,
        now,
    })
}

/// The evening page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, who) = (visit.actor()?, visit.signed_in()?);
    let shell = visit.shell().at("/soir").with_bell("/soir/flux".to_owned()).with_refresh(30);
    let evening = evening(visit, &shell, &actor)?;
    if visit.ask.part {
        return Reply::page(&Part { shell, evening });
    }
    let notices = notice::store::of_person(visit.tx, &actor, visit.now, 5)?;
    let unread = notices.iter().filter(|notice| !notice.read).count();
    let ready = visio::banner(visit, &shell)?;
    let page = Reply::page(&Page { shell, given: who.given.clone(), evening, notices, unread, ready })?;
    Ok(page.kept_with(&["/semaine", "/protocole", "/bar/moi", "/bar/demande"]))
}

/// What rings for a pupil's evening: the desks of their schools, and messages.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let mut topics: Vec<_> =
        desk::store::tonight(visit.tx, &actor, now)?.iter().map(|desk| format!("desk:{}", desk.desk)).collect();
    topics.push(format!("person:{}", actor.person));
    Ok(topics)
}
