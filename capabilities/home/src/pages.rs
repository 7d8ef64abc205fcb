//! *Aujourd'hui*, and the plain pages of the menu: blocks, cards and ways of every slice.
use access::{Audience, Role};
use askama::Template;
use kernel::Moment;
use std::ops::Range;
use web::{Block, Card, Door, Entry, MOST_CARDS, Phase, Reply, Result, Routes, Shell, Visit};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .day("/", Door::Public, today)
        .stream("/flux", Door::SignedIn, |visit| topics(visit, Entry::Today))
        .form("/bienvenue", Door::SignedIn, crate::welcome::known)
        .page("/recherche", Door::Audience(Audience::STAFF), crate::search_page::show)
        .page("/premiers-pas", Door::Staff(&[Role::Admin]), crate::first::show)
        .day("/aide", Door::SignedIn, |visit| entry(visit, Entry::Help))
        .stream("/aide/flux", Door::SignedIn, |visit| topics(visit, Entry::Help))
        .day("/enfants", Door::Guardian, |visit| entry(visit, Entry::Children))
        .stream("/enfants/flux", Door::Guardian, |visit| topics(visit, Entry::Children))
        .day("/territoire", Door::Audience(Audience::STAFF), |visit| entry(visit, Entry::Territory))
        .stream("/territoire/flux", Door::Audience(Audience::STAFF), |visit| topics(visit, Entry::Territory))
}

/// The most lanterns of a day; fewer than two are no row.
const LANTERNS: usize = 4;

/// The hours at which one says good day; the night is of the evening before.
const DAY: Range<i8> = 4..18;

/// The greeting of this hour.
pub(crate) fn greeting(now: Moment) -> &'static str {
    if DAY.contains(&now.paris().hour()) { "home-hello" } else { "home-evening" }
}

/// What changes on a page of the menu while it is looked at.
struct Live {
    /// To whom it speaks, for its sentences.
    to: &'static str,
    /// Whether this is *Aujourd'hui*, which also says that nothing waits.
    today: bool,
    above: Vec<String>,
    below: Vec<String>,
    /// What is on and what comes today, as lanterns.
    lanterns: Vec<Card>,
    waits: Vec<Card>,
    on: Vec<Card>,
    comes: Vec<Card>,
    /// Whether there is more than was read.
    more: bool,
    /// The addresses of the style sheets that its blocks need.
    sheets: Vec<String>,
}

impl Live {
    /// The blocks of `entry`, and the cards that count in it; on *Aujourd'hui*, all of them.
    fn of(visit: &mut Visit<'_, '_>, shell: &Shell, entry: Entry) -> Result<Self> {
        let (mut above, mut below, mut sheets) = (vec![], vec![], vec![]);
        for block in standing(visit, entry) {
            let Some(shown) = (block.show)(visit, shell)? else { continue };
            if block.above { &mut above } else { &mut below }.push(shown);
            let sheet = block.sheet.map(|sheet| shell.sheet(sheet).to_owned());
            sheets.extend(sheet.filter(|sheet| !sheets.contains(sheet)));
        }
        let cards = visit.day.iter().filter(|card| entry == Entry::Today || card.entry == entry);
        let of = |phase| cards.clone().filter(|card| card.phase == phase).cloned().collect::<Vec<_>>();
        // What comes to a family stands on each child's card, with the evening.
        let family = visit.signed_in()?.reads_any();
        let (on, comes) = (of(Phase::On), if family { vec![] } else { of(Phase::Comes) });
        let today = entry == Entry::Today;
        let more = today && visit.day.len() >= MOST_CARDS;
        let (lanterns, comes) = if today { hung(&on, comes, visit.now) } else { (vec![], comes) };
        let to = if visit.actor()?.is_pupil() { "pupil" } else { "adult" };
        Ok(Self { to, today, above, below, lanterns, waits: of(Phase::Waits), on, comes, more, sheets })
    }

    /// Whether what waits first is the one thing to do: a page has one lamp, and a block above has it before.
    fn lamp(&self) -> bool {
        self.above.is_empty()
    }

    /// Whether there is nothing to do and nothing to see.
    fn idle(&self) -> bool {
        [&self.lanterns, &self.waits, &self.on, &self.comes].iter().all(|cards| cards.is_empty())
    }

    /// Whether nothing at all stands here.
    fn is_bare(&self) -> bool {
        self.idle() && self.above.is_empty() && self.below.is_empty()
    }

    /// Whether what is on stands beside what waits, where the screen is wide; below it, where both stand beside a block.
    fn sides(&self) -> bool {
        let beside = [&self.on, &self.comes].iter().any(|cards| !cards.is_empty());
        beside && self.above.is_empty() && !self.waits.is_empty()
    }
}

/// The lanterns of a day, and what comes beside them: the first of what is on, then what comes before midnight.
pub(crate) fn hung(on: &[Card], comes: Vec<Card>, now: Moment) -> (Vec<Card>, Vec<Card>) {
    let today = |due: Moment| due > now && due.paris().date() == now.paris().date();
    let mut lanterns: Vec<_> = on.iter().take(1).cloned().collect();
    let mut others = vec![];
    for card in comes {
        let hangs = lanterns.len() < LANTERNS && card.due.is_some_and(today);
        if hangs { &mut lanterns } else { &mut others }.push(card);
    }
    if lanterns.len() < 2 {
        others.splice(0..0, lanterns.drain(..).filter(|card| card.phase == Phase::Comes));
    }
    (lanterns, others)
}

/// The blocks that stand on a page of the menu for this person.
fn standing(visit: &Visit<'_, '_>, entry: Entry) -> Vec<&'static Block> {
    let stands = |block: &&Block| block.on.contains(&entry) && block.door.open(visit.who.as_deref()).is_ok();
    visit.house.slices.iter().flat_map(|slice| slice.blocks).filter(stands).collect()
}

/// What rings for a page of the menu: its blocks, and the cards of the day. Who waits, and whatever concerns the person, rings on
/// every page.
fn topics(visit: &mut Visit<'_, '_>, entry: Entry) -> Result<Vec<String>> {
    let mut topics = vec![];
    let days = visit.house.slices.iter().flat_map(|slice| slice.days).filter(|day| !day.has(Phase::Turn));
    for day in days.filter(|day| day.door.open(visit.who.as_deref()).is_ok()).collect::<Vec<_>>() {
        topics.extend((day.topics)(visit)?);
    }
    for block in standing(visit, entry) {
        topics.extend((block.topics)(visit)?);
    }
    Ok(topics)
}

#[derive(Template)]
#[template(path = "home/today.html")]
struct Today {
    shell: Shell,
    hello: String,
    live: Live,
    /// Whether it is told how an evening goes.
    welcome: bool,
    now: Moment,
}

#[derive(Template)]
#[template(path = "home/live.html")]
struct Part {
    shell: Shell,
    live: Live,
    now: Moment,
}

/// Seconds between two refreshes where there is no script.
const REFRESH: u32 = 60;

/// *Aujourd'hui*; whoever is signed out is at the door.
fn today(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Some(who) = visit.who.clone() else { return Ok(Reply::go("/entrer")) };
    if let Some(must) = who.must {
        return Ok(Reply::go(must.href()));
    }
    let shell = visit.shell().with_bell("/flux".to_owned()).with_refresh(REFRESH);
    let live = Live::of(visit, &shell, Entry::Today)?;
    let now = visit.now;
    if visit.ask.part {
        return Reply::page(&Part { shell, live, now });
    }
    let hello = shell.say(greeting(now)).text("name", &who.given).to_string();
    let welcome = crate::welcome::is_due(visit, &who.actor)?;
    let page = Reply::page(&Today { shell, hello, live, welcome, now })?;
    let mut beside = if who.actor.is_pupil() { vec!["/semaine", "/aide", "/protocole"] } else { vec!["/semaine"] };
    beside.extend(standing(visit, Entry::Today).iter().flat_map(|block| block.kept));
    Ok(page.kept_with(&beside))
}

#[derive(Template)]
#[template(path = "home/entry.html")]
struct Page {
    shell: Shell,
    entry: Entry,
    live: Live,
    now: Moment,
}

/// A page of the menu that is nothing but what the slices put on it.
fn entry(visit: &mut Visit<'_, '_>, entry: Entry) -> Result<Reply> {
    let shell = visit.shell().with_bell(format!("{}/flux", entry.href())).with_refresh(REFRESH);
    let live = Live::of(visit, &shell, entry)?;
    let now = visit.now;
    if visit.ask.part {
        return Reply::page(&Part { shell, live, now });
    }
    Ok(Reply::page(&Page { shell, entry, live, now })?.kept_on_device())
}
