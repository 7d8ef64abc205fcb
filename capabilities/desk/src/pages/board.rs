//! The teacher's board: who waits, in order, and whom one helps.
use super::seen;
use crate::{
    model::{ANNOUNCEMENT, Desk, Duty, Refusal, Subject, Ticket},
    policy::{DECIDERS, INSPECTORS, Join, Serve},
    store::{self, Line},
};
use access::{Actor, Allowed};
use askama::Template;
use kernel::Moment;
use web::{FormState, Paged, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "desk/desks.html")]
struct Desks {
    shell: Shell,
    all: Vec<Mine>,
    /// Whether other schools propose to share a desk.
    invited: bool,
    duties: Paged<(Duty, String)>,
    decides: bool,
    inspects: bool,
    now: Moment,
}

/// A desk, and what one is to it.
struct Mine {
    desk: Desk,
    /// Of its team.
    serves: bool,
    /// May promise hours.
    joins: bool,
    decides: bool,
}

impl Desks {
    fn now(&self) -> Moment {
        self.now
    }
}

/// The desks of one's schools; with one alone, its board.
pub fn desks(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let served = store::desks_served(visit.tx, &actor)?;
    let decides = actor.holds(DECIDERS);
    if let ([only], false) = (served.as_slice(), decides || visit.query("tous").is_some()) {
        return Ok(Reply::go(format!("/bar/bureau/{}", only.id)));
    }
    let joined = store::to_join(visit.tx, &actor)?;
    let decided = store::to_decide(visit.tx, &actor)?;
    let invited = !store::invitations(visit.tx, &actor.units(DECIDERS))?.is_empty();
    let duties = store::own_duties(visit.tx, &actor, now, visit.pager())?;
    let among = |desks: &[Desk], desk: &Desk| desks.iter().any(|one| one.id == desk.id);
    let only_decided = decided.iter().filter(|desk| !among(&joined, desk));
    let all = joined.iter().chain(only_decided).map(|desk| Mine {
        serves: among(&served, desk),
        joins: among(&joined, desk),
        decides: among(&decided, desk),
        desk: desk.clone(),
    });
    let all = all.collect();
    let inspects = actor.holds(INSPECTORS);
    Reply::page(&Desks { shell: visit.shell().at("/bar"), all, duties, invited, decides, inspects, now })
}

/// All that the board says.
pub struct Board {
    pub desk: Allowed<Serve, Desk>,
    /// Those who wait, the first in order.
    pub waiting: Vec<Line>,
    /// How many wait after these.
    pub more: i64,
    pub helping: Vec<Line>,
    /// Lines that look like one exercise, two of them at least.
    pub alike: Vec<Vec<Line>>,
    pub duties: Vec<(Duty, String, String)>,
    pub mine: Option<Duty>,
    pub now: Moment,
}

/// How many of the team of an evening are named.
const TEAM: usize = 50;

impl Board {
    /// The first of the team of the evening.
    fn team(&self) -> impl Iterator<Item = &(Duty, String, String)> {
        self.duties.iter().take(TEAM)
    }

    /// How many there are besides.
    fn unnamed(&self) -> usize {
        self.duties.len().saturating_sub(TEAM)
    }

    /// The instant of the page.
    fn now(&self) -> Moment {
        self.now
    }

    /// How many wait; of those that are shown, paused ones left out.
    fn count(&self) -> i64 {
        let here = self.waiting.iter().filter(|line| !line.ticket.paused(self.now)).count();
        self.more + i64::try_from(here).unwrap_or(i64::MAX - self.more)
    }

    /// The longest wait, in minutes.
    fn longest(&self) -> i64 {
        self.waiting.iter().map(|line| line.ticket.waited(self.now)).max().unwrap_or(0)
    }

    /// How many adults are there.
    fn there(&self) -> usize {
        self.duties.iter().filter(|(duty, ..)| duty.open(self.now)).count()
    }

    /// Until when the desk is held.
    fn until(&self) -> Option<Moment> {
        self.duties.iter().filter(|(duty, ..)| duty.open(self.now)).map(|(duty, ..)| duty.ends_at).max()
    }

    /// Whether one's own duty is open.
    fn on_duty(&self) -> bool {
        self.mine.as_ref().is_some_and(|duty| duty.open(self.now))
    }
}

#[derive(Template)]
#[template(path = "desk/board.html")]
struct BoardPage {
    shell: Shell,
    form: FormState,
    board: Board,
}

#[derive(Template)]
#[template(path = "desk/board_part.html")]
struct BoardPart {
    shell: Shell,
    board: Board,
}

fn board(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<Board> {
    let now = visit.now;
    let desk = seen(store::desk_for::<Serve>(visit.tx, actor, visit.id("desk")?)?)?;
    let queue = store::queue(visit.tx, actor, &desk)?;
    let more = queue.count() - queue.ends();
    let (helping, waiting): (Vec<Line>, Vec<Line>) =
        Vec::from(queue).into_iter().partition(|line| line.ticket.state == crate::model::State::Claimed);
    let duties = store::duties_of(visit.tx, desk.id, now, store::night(now.evening()))?;
    let mine = duties.iter().map(|(duty, ..)| duty).filter(|duty| duty.teacher == actor.person);
    let mine =
        mine.clone().find(|duty| duty.starts_at <= now.plus_minutes(15)).or_else(|| mine.clone().next()).cloned();
    let alike = alike(&waiting, now);
    Ok(Board { desk, waiting, more, helping, alike, duties, mine, now })
}

/// What two demands on one exercise share.
type Exercise = (Subject, Vec<String>);

/// Lines that look like one exercise: same subject, same first numbers (« exercice 12 page 87 »), at least two.
/// Who rests is left out.
pub fn alike(waiting: &[Line], now: Moment) -> Vec<Vec<Line>> {
    let mut groups: Vec<(Exercise, Vec<Line>)> = vec![];
    for line in waiting.iter().filter(|line| !line.ticket.paused(now)) {
        let mut numbers = numbers(&line.ticket.blocks);
        numbers.truncate(2);
        if numbers.is_empty() {
            continue;
        }
        let key = (line.ticket.subject, numbers);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, lines)) => lines.push(line.clone()),
            None => groups.push((key, vec![line.clone()])),
        }
    }
    groups.into_iter().map(|(_, lines)| lines).filter(|lines| lines.len() > 1).collect()
}

/// The whole numbers of a text, in order of size, each once.
fn numbers(text: &str) -> Vec<String> {
    let mut all: Vec<String> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty() && n.len() < 5).map(str::to_owned).collect();
    all.sort();
    all.dedup();
    all
}

/// The board.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

/// The board again, with what is to be mended.
pub fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let board = board(visit, &actor)?;
    let shell = visit.shell().at("/bar");
    if visit.ask.part {
        return Reply::page(&BoardPart { shell, board });
    }
    let form = if form.refused() { form } else { form.with("annonce", &board.desk.announcement) };
    let refused = form.refused();
    let bell = format!("/bar/bureau/{}/flux", board.desk.id);
    let page = BoardPage { shell: shell.with_bell(bell).seen_by_hand(), form, board };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// What rings for the team.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (actor, id) = (visit.actor()?, visit.id("desk")?);
    let desk = seen(store::desk_for::<Serve>(visit.tx, &actor, id)?)?;
    Ok(vec![format!("desk:{}", desk.id)])
}

/// One's own open duty at a desk.
pub fn open_duty(visit: &mut Visit<'_, '_>, actor: &Actor, desk: crate::model::DeskId) -> Result<Option<Duty>> {
    let now = visit.now;
    // The open ones have begun: they are the soonest.
    let duties = store::own_duties(visit.tx, actor, now, Pager::FIRST)?;
    Ok(duties.iter().map(|(duty, _)| duty).find(|duty| duty.desk == desk && duty.open(now)).cloned())
}

/// The board with one sentence on top.
pub fn refuse(visit: &mut Visit<'_, '_>, why: Refusal) -> Result<Reply> {
    let mut state = FormState::of(&visit.form);
    super::refuse(&mut state, &visit.shell(), "file", why);
    page(visit, state)
}

/// Takes the next one, in the order of the queue.
pub fn next(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("desk")?);
    let desk = seen(store::desk_for::<Serve>(visit.tx, &actor, id)?)?;
    let Some(duty) = open_duty(visit, &actor, desk.id)? else { return refuse(visit, Refusal::OffDuty) };
    let first = store::next(visit.tx, &desk, &duty.subjects, visit.now)?;
    let Some(first) = first else { return refuse(visit, Refusal::Taken) };
    let ticket = seen(store::find(visit.tx, &actor, first)?)?;
    match store::claim(visit.tx, &actor, &ticket, None, visit.now)? {
        Ok(()) => {
            let (here, sentence) = (format!("/bar/demande/{}", ticket.id), visit.sentence("desk-done-claimed"));
            Ok(Reply::go(&*here).said(sentence).undo(format!("{here}/rendre"), &[]))
        }
        Err(why) => refuse(visit, why),
    }
}

/// Says a line to all who wait.
pub fn announce(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("desk")?);
    let desk = seen(store::desk_for::<Serve>(visit.tx, &actor, id)?)?;
    let line = visit.form.text("annonce").to_owned();
    if line.chars().count() > ANNOUNCEMENT {
        let mut state = FormState::of(&visit.form);
        state.refuse("annonce", visit.shell().say("desk-announce-long"));
        return page(visit, state);
    }
    store::announce(visit.tx, &desk, &line, visit.now)?;
    let board = format!("/bar/bureau/{}", desk.id);
    let sentence = visit.sentence(if line.is_empty() { "desk-done-unannounced" } else { "desk-done-announced" });
    Ok(Reply::go(&*board).said(sentence).undo(format!("{board}/annonce"), &[("annonce", &desk.announcement)]))
}

/// The wait of a line, as the board shows it.
pub fn long(ticket: &Ticket, now: Moment) -> &'static str {
    if ticket.waited(now) >= 8 { "wait long" } else { "wait" }
}

/// Whether one may promise hours at this desk.
pub fn joinable(visit: &mut Visit<'_, '_>, actor: &Actor) -> Result<Allowed<Join, Desk>> {
    let id = visit.id("desk")?;
    seen(store::desk_for::<Join>(visit.tx, actor, id)?)
}
