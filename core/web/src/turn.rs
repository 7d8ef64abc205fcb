//! « C’est à toi »: somebody waits for whoever looks at this page, now. One strip says it on every page, with the way there.
use crate::{Card, Day, Phase, Reply, Result, Shell, SignedIn, Slice, Visit, today::MOST_CARDS};
use askama::Template;
use db::Tx;
use kernel::Moment;

/// The page that is the strip alone, asked for again when something rings; `sur` is the page it stands on.
pub const PART: &str = "/toi";
/// Its stream, for the pages that have none of their own.
pub const STREAM: &str = "/toi/flux";

/// One sentence, and the one way there.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Its icon.
    pub icon: &'static str,
    /// « C’est à toi, Inès. »
    pub lead: String,
    /// Who waits, and for what.
    pub sentence: String,
    /// The word of the way.
    pub deed: String,
    /// The way.
    pub href: String,
}

/// The parts of a day in which somebody may wait for this person.
pub fn awaiting<'s>(slices: &'s [&'static Slice], who: &'s SignedIn) -> impl Iterator<Item = &'static Day> + 's {
    let days = slices.iter().flat_map(|slice| slice.days);
    days.filter(|day| day.has(Phase::Turn) && day.door.open(Some(who)).is_ok())
}

/// Who waits for this person now.
pub fn turns(tx: &mut Tx<'_>, slices: &[&'static Slice], who: &SignedIn, now: Moment) -> db::Result<Vec<Card>> {
    crate::today::read(tx, awaiting(slices, who), who, now)
}

/// What rings when somebody begins or ceases to wait.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let Some(who) = visit.who.clone() else { return Ok(vec![]) };
    let mut topics = vec![format!("person:{}", who.actor.person)];
    for day in awaiting(&visit.house.slices, &who).collect::<Vec<_>>() {
        topics.extend((day.topics)(visit)?);
    }
    Ok(topics)
}

impl Shell {
    /// The strip of the page at `path`, from the person's day: none where the way leads to this very page.
    pub(crate) fn turned_to(mut self, cards: &[Card], path: &str, now: Moment) -> Self {
        let Some(by) = self.by.clone().filter(|_| cards.len() < MOST_CARDS) else { return self };
        let here = |card: &&Card| card.href.split('?').next() == Some(path);
        // Of several, whoever began to wait last: a room opens after the writing that led to it.
        let turns = cards.iter().filter(|card| card.phase == Phase::Turn && !here(card));
        let card = turns.rev().max_by_key(|card| card.since);
        self.turn = card.map(|card| Turn {
            icon: card.icon,
            lead: self
                .of("shell-turn-", if by.actor.is_pupil() { "pupil" } else { "adult" })
                .text("name", &by.given)
                .to_string(),
            sentence: self.card(card, "", now),
            deed: self.card(card, "-do", now),
            href: card.href.clone(),
        });
        self
    }

    /// The address of the strip of this page; none for whom nobody ever waits for.
    pub fn strip(&self) -> Option<String> {
        let by = self.by.as_ref()?;
        awaiting(&self.house.slices, by).next()?;
        let path = self.back.split('?').next().unwrap_or_default();
        Some(crate::pages::address(PART, &[("sur", path)]))
    }
}

#[derive(Template)]
#[template(source = r#"{% import "parts.html" as p %}{{ p::turn(shell) }}"#, ext = "html")]
struct Strip {
    shell: Shell,
}

/// The strip alone.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let who = visit.signed_in()?;
    let cards = turns(visit.tx, &visit.house.slices, &who, visit.now)?;
    let path = visit.query("sur").unwrap_or_default().to_owned();
    Reply::page(&Strip { shell: visit.shell().turned_to(&cards, &path, visit.now) })
}
