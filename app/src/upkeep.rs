//! `/exploitation`, for who administers the platform: what is to be mended, in words; backups, gateways, nodes, schedules, what waits
//! in the queue, what was set aside, what the last night forgot.
mod certificate;
mod machine;
pub mod store;
mod trial;
mod warning;

pub use machine::{Machine, run_forever as say_that_it_lives};
pub use trial::run_forever as try_gateways;
#[cfg(test)]
pub use trial::run_once as try_once;

use access::Role;
use askama::Template;
use jobs::{Aside, Figures, Turn};
use kernel::Moment;
use std::borrow::Borrow;
use store::{Done, Node, State, What};
use web::{Door, FormState, Reply, Result, Shell, Visit};

/// Who comes here.
pub const DOOR: Door = Door::Staff(&[Role::Admin]);

/// As many jobs set aside as are shown.
const SHOWN: i64 = 50;
/// After how many minutes a node that says nothing is no longer there.
const GONE: i64 = 10;
/// After how many days a backup is old, and a restoration that was tried.
const OLD: (i64, i64) = (2, 120);
const DAY: i64 = 24 * 60;

/// The lines to paste, as they are shipped.
const CRON: &str = include_str!("../../packaging/preau.cron");
const TRIAL: &str = include_str!("../../packaging/trial.sh");
const POST: &str = include_str!("../../packaging/post.toml");

/// What a house needs of its operator, and whether it is done: for who leads somebody from an empty house to a first evening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ready {
    /// A backup was made these last days.
    pub backup: bool,
    /// A backup was put into an empty place, not too long ago.
    pub restore: bool,
    /// A letter to oneself left, by e-mail or by SMS.
    pub gateway: bool,
}

impl Ready {
    /// What these deeds make of it at this instant.
    pub fn of(done: &[Done], now: Moment) -> Self {
        let well = |what, days: Option<i64>| {
            let good = done.iter().find(|done| done.what == what && done.state == State::Good);
            good.is_some_and(|done| days.is_none_or(|days| now.minutes_since(done.at) <= days * DAY))
        };
        Self {
            backup: well(What::Backup, Some(OLD.0)),
            restore: well(What::Restore, Some(OLD.1)),
            gateway: well(What::Email, None) || well(What::Sms, None),
        }
    }
}

/// What the page is made of.
struct Facts {
    now: Moment,
    done: Vec<Done>,
    nodes: Vec<Node>,
    turns: Vec<Turn>,
    figures: Figures,
    /// For how many days the night's purge has stood still, when it does not go on by itself.
    stopped: Option<i64>,
    ready: Ready,
}

impl Facts {
    fn of(visit: &mut Visit<'_, '_>) -> Result<Self> {
        let now = visit.now;
        let done = store::all(visit.tx)?;
        let stopped = match jobs::purge::refused(visit.tx, now)? {
            Some(jobs::purge::Error::Jumped { days }) => Some(days),
            _ => None,
        };
        Ok(Self {
            now,
            ready: Ready::of(&done, now),
            done,
            nodes: store::nodes(visit.tx, now.plus_minutes(-GONE))?,
            turns: jobs::turns(visit.tx)?,
            figures: jobs::figures(visit.tx, now)?,
            stopped,
        })
    }

    fn last(&self, what: What) -> Option<&Done> {
        self.done.iter().find(|done| done.what == what)
    }
}

#[derive(Template)]
#[template(path = "upkeep.html")]
struct Upkeep {
    shell: Shell,
    form: FormState,
    facts: Facts,
    machine: Option<Machine>,
    warnings: Vec<String>,
    aside: Vec<Aside>,
    purged: Vec<(String, Moment, i64)>,
}

impl Upkeep {
    fn of(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Self> {
        let facts = Facts::of(visit)?;
        let aside = jobs::aside(visit.tx, SHOWN)?;
        let purged = jobs::purge::last(visit.tx)?;
        let machine = visit.house.engines.get::<Machine>().cloned();
        let shell = visit.shell().at("/exploitation");
        let warnings = warning::all(&shell, &facts);
        Ok(Self { shell, form, facts, machine, warnings, aside, purged })
    }

    fn forgotten(&self) -> i64 {
        self.purged.iter().map(|(_, _, gone)| gone).sum()
    }

    fn last(&self) -> Option<Moment> {
        self.purged.iter().map(|(_, at, _)| *at).max()
    }

    fn size(&self, bytes: impl Borrow<i64>) -> String {
        size(&self.shell, *bytes.borrow())
    }

    /// What a line about one of them is: well, or not yet.
    fn kind(&self, what: What) -> &'static str {
        let well = if what == What::Backup { self.facts.ready.backup } else { self.facts.ready.restore };
        if well { "ok" } else { "warn" }
    }

    /// Whether a way out is named for it.
    fn is_named(&self, what: What) -> bool {
        let (email, sms) = self.machine.as_ref().map_or((false, false), |machine| machine.ways);
        if what == What::Sms { sms } else { email }
    }

    /// Lines to paste, for this house; what they are for is said above them.
    fn lines(&self, shipped: &str) -> String {
        let own = self.machine.as_ref().map_or_else(|| shipped.to_owned(), |machine| machine.lines(shipped));
        let bare = |line: &str| line.split("   #").next().unwrap_or_default().trim_end().to_owned();
        own.lines().map(bare).collect::<Vec<_>>().join("\n")
    }

    /// The file of the configuration.
    fn config(&self) -> String {
        self.machine.as_ref().map_or_else(String::new, |machine| machine.kept.0.display().to_string())
    }

    /// How a way out stands: the kind of its line, and a sentence.
    fn way(&self, what: What) -> (&'static str, String) {
        let of = |word: &str| {
            let said = self.shell.of("preau-upkeep-", &format!("{}-{word}", what.word()));
            let Some(done) = self.facts.last(what) else { return said.to_string() };
            let said = said.text("date", self.shell.date(done.at)).text("time", self.shell.time(done.at));
            said.text("why", done.said.as_str()).to_string()
        };
        match self.facts.last(what).map(|done| done.state) {
            _ if !self.is_named(what) => ("note", of("none")),
            None => ("note", of("untried")),
            Some(State::Waiting) => ("note", of("waiting")),
            Some(State::Good) => ("ok", of("good")),
            Some(State::Failed) => ("bad", of("failed")),
        }
    }
}

/// Bytes, as one reads them.
fn size(shell: &Shell, bytes: i64) -> String {
    let mega = bytes / 1_000_000;
    if mega < 10_000 {
        shell.say("preau-upkeep-mb").num("n", mega).to_string()
    } else {
        shell.say("preau-upkeep-gb").num("n", mega / 1_000).to_string()
    }
}

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Reply::page(&Upkeep::of(visit, FormState::new())?)
}

/// Takes up again all that was set aside: it is tried as if it had just been queued.
pub fn again(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let me = visit.actor()?.person;
    let count = jobs::retry(visit.tx, None, visit.now)?;
    let (words, n) = (&visit.house.words, i64::try_from(count).unwrap_or(0));
    let said = |lang| words.say(lang, "preau-upkeep-again-done").num("n", n).to_string();
    let reply = Reply::go("/exploitation").said(said(visit.lang()));
    Ok(reply.told("upkeep/again", (me, me), said(web::Lang::Fr)))
}

/// The longest address.
const MOST: usize = 120;

/// Sends a letter to oneself by one of the ways out: it is carried in a moment, outside of this transaction.
pub fn try_way(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let what = if visit.form.text("voie") == What::Sms.word() { What::Sms } else { What::Email };
    let field = if what == What::Sms { "numero" } else { "adresse" };
    let to = visit.form.short(field, MOST);
    let fits = match what {
        What::Sms => (10..=15).contains(&to.chars().filter(char::is_ascii_digit).count()),
        _ => to.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
    };
    if !fits || to.chars().any(char::is_control) {
        let mut form = FormState::of(&visit.form);
        let key = if what == What::Sms { "preau-upkeep-sms-wrong" } else { "preau-upkeep-email-wrong" };
        form.refuse(field, visit.sentence(key));
        return Reply::refused(&Upkeep::of(visit, form)?);
    }
    store::put(visit.tx, &Done { what, at: visit.now, state: State::Waiting, said: to })?;
    Ok(Reply::go("/exploitation#courrier").said(visit.sentence("preau-upkeep-try-sent")))
}
