//! What waits for a person, what is on and what comes: one SELECT of a common shape from each slice, all of them one statement.
use crate::{Door, Entry, SignedIn, Slice, Topics};
use access::{Actor, Guarded, Permission};
use db::{Result, Row, Tx, Value};
use kernel::{Id, Moment};
use std::fmt::Write as _;

/// When a thing concerns a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Somebody waits for them now, and every page says so: see [`crate::Turn`].
    Turn,
    /// It waits for a deed of theirs; it goes away when that is done, and counts in the menu.
    Waits,
    /// It is on now.
    On,
    /// It comes.
    Comes,
}

/// A kind of thing that stands on *Aujourd'hui*. Its sentences are `{key}` (what it is), `{key}-more` (one soft line) and
/// `{key}-do` (the deed); each is given `about`, `n` (and `h` and `m`, its hours and minutes), `since` (a day) and `minutes` (since
/// then), `time` and `day` (of when it is due).
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The beginning of its sentences' keys; also the first column of its rows.
    pub key: &'static str,
    /// Its phase.
    pub phase: Phase,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// The entry of the menu it counts in.
    pub entry: Entry,
    /// Where its deed is done; `{id}`, `{other}` and `{about}` (when it is a plain word) are the row's.
    pub href: &'static str,
}

impl Kind {
    /// Somebody who waits now: `{key}` says who and for what, `{key}-do` the word of the way.
    pub const fn turn(key: &'static str, icon: &'static str, entry: Entry, href: &'static str) -> Self {
        Self { key, phase: Phase::Turn, icon, entry, href }
    }

    /// What waits for a deed.
    pub const fn waits(key: &'static str, icon: &'static str, entry: Entry, href: &'static str) -> Self {
        Self { key, phase: Phase::Waits, icon, entry, href }
    }

    /// What is on now.
    pub const fn on(key: &'static str, icon: &'static str, entry: Entry, href: &'static str) -> Self {
        Self { key, phase: Phase::On, icon, entry, href }
    }

    /// What comes.
    pub const fn comes(key: &'static str, icon: &'static str, entry: Entry, href: &'static str) -> Self {
        Self { key, phase: Phase::Comes, icon, entry, href }
    }
}

/// What a slice gives of somebody's day.
#[derive(Clone, Copy)]
pub struct Day {
    /// Whose days have it.
    pub door: Door,
    /// The kinds of its rows.
    pub kinds: &'static [Kind],
    /// The SELECT, of seven columns: `kind` (a [`Kind::key`]), `id` and `other` (ids or NULL), `about` (a text for the sentences or
    /// NULL), `n` (a count), `since` and `due` (instants or NULL). It gives few rows: many things of one kind are counted, not
    /// listed. Empty for nobody's rows.
    pub select: fn(&mut Asking<'_>) -> String,
    /// What rings when it changes, besides what rings for the person: see [`THE_PERSON`].
    pub topics: Topics,
}

impl Day {
    /// Whether rows of this phase are among its own.
    pub fn has(&self, phase: Phase) -> bool {
        self.kinds.iter().any(|kind| kind.phase == phase)
    }
}

/// The topics of a day whose every change rings for the person concerned.
pub const THE_PERSON: Topics = |_| Ok(vec![]);

/// Who asks for their day, and the parameters of the one statement.
#[derive(Debug)]
pub struct Asking<'a> {
    /// The person.
    pub actor: &'a Actor,
    /// Now.
    pub now: Moment,
    values: Vec<Value>,
}

impl<'a> Asking<'a> {
    /// Nothing asked yet.
    pub fn new(actor: &'a Actor, now: Moment) -> Self {
        Self { actor, now, values: vec![] }
    }

    /// The placeholder of a value; the same value has one placeholder.
    pub fn bind(&mut self, value: impl Into<Value>) -> String {
        format!("?{}", self.number(value.into()))
    }

    fn number(&mut self, value: Value) -> usize {
        let known = self.values.iter().position(|known| *known == value);
        let at = known.unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        });
        at + 1
    }

    /// The condition that the row `alias` of `membership`, `guardianship` or `group_member` counts now.
    pub fn live(&mut self, alias: &str) -> String {
        let now = self.number(self.now.into());
        access::live(alias, now)
    }

    /// The placeholder of the person's id.
    pub fn me(&mut self) -> String {
        self.bind(self.actor.person)
    }

    /// The placeholder of the present.
    pub fn now(&mut self) -> String {
        self.bind(self.now)
    }

    /// The placeholder of an instant so many minutes from now.
    pub fn in_minutes(&mut self, minutes: i64) -> String {
        self.bind(self.now.plus_minutes(minutes))
    }

    /// The placeholder of the day, in Paris, so many days from today (`2026-11-28`).
    pub fn in_days(&mut self, days: i64) -> String {
        self.bind(self.now.plus_days(days).paris().date().to_string())
    }

    /// The placeholders of these ids, for `IN (…)`; `NULL` for none, which is in no list.
    pub fn ids<K>(&mut self, ids: impl IntoIterator<Item = Id<K>>) -> String {
        let marks: Vec<_> = ids.into_iter().map(|id| self.bind(id)).collect();
        if marks.is_empty() { "NULL".to_owned() } else { marks.join(",") }
    }

    /// The condition that `P` opens the row, as a list's.
    pub fn visible<P: Permission<T>, T: Guarded>(&mut self) -> String {
        let filter = access::visible::<P, T>(self.actor, self.values.len() + 1);
        self.values.extend(filter.params);
        filter.sql
    }
}

/// One thing of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The beginning of its sentences' keys.
    pub key: &'static str,
    /// Its phase.
    pub phase: Phase,
    /// Its icon.
    pub icon: &'static str,
    /// The entry it counts in.
    pub entry: Entry,
    /// Where its deed is done.
    pub href: String,
    /// A text for its sentences; may be empty.
    pub about: String,
    /// How many.
    pub n: i64,
    /// Since when.
    pub since: Option<Moment>,
    /// For when.
    pub due: Option<Moment>,
}

impl Card {
    /// Its time of the day: when it began if it is on, else when it is due.
    pub fn at(&self) -> Option<Moment> {
        if self.phase == Phase::On { self.since.or(self.due) } else { self.due }
    }
}

/// The shape of every SELECT, said once so that both databases know its types.
const SHAPE: &str = "SELECT CAST('' AS TEXT) AS kind, CAST(NULL AS BYTEA) AS id, CAST(NULL AS BYTEA) AS other, CAST('' AS TEXT) AS about,
     CAST(0 AS BIGINT) AS n, CAST(0 AS BIGINT) AS since, CAST(0 AS BIGINT) AS due WHERE 1 = 0";

/// How many things of a day are read at most; where there are so many, *Aujourd'hui* says that there are more.
pub const MOST_CARDS: usize = 100;

/// A person's day, in one statement: what waits first, the oldest first; then what is on, then what comes, the next first.
pub fn cards(tx: &mut Tx<'_>, slices: &[&Slice], who: &SignedIn, now: Moment) -> Result<Vec<Card>> {
    read(tx, slices.iter().flat_map(|slice| slice.days), who, now)
}

/// What waits for a person, for the counts in the menu; with it comes whatever the same slices say in the same breath.
pub fn waiting(tx: &mut Tx<'_>, slices: &[&Slice], who: &SignedIn, now: Moment) -> Result<Vec<Card>> {
    let waits = |day: &&Day| day.has(Phase::Turn) || day.has(Phase::Waits);
    read(tx, slices.iter().flat_map(|slice| slice.days).filter(waits), who, now)
}

pub(crate) fn read<'a>(
    tx: &mut Tx<'_>,
    days: impl Iterator<Item = &'a Day>,
    who: &SignedIn,
    now: Moment,
) -> Result<Vec<Card>> {
    let mut asking = Asking::new(&who.actor, now);
    let (mut sql, mut kinds) = (SHAPE.to_owned(), vec![]);
    for day in days.filter(|day| day.door.open(Some(who)).is_ok()) {
        let select = (day.select)(&mut asking);
        if !select.is_empty() {
            let _ = write!(sql, " UNION ALL {select}");
            kinds.extend(day.kinds);
        }
    }
    if kinds.is_empty() {
        return Ok(vec![]);
    }
    let _ = write!(sql, " LIMIT {MOST_CARDS}");
    let rows = tx.query(&sql, &asking.values)?;
    let mut cards: Vec<_> = rows.iter().filter_map(|row| card(&kinds, row)).collect();
    cards.sort_by_key(|card| (card.phase, card.due.or(card.since), card.key));
    Ok(cards)
}

fn card(kinds: &[&Kind], row: &Row) -> Option<Card> {
    let kind = kinds.iter().find(|kind| kind.key == row.text(0))?;
    let id = |at| row.get::<Option<Id<()>>>(at).map(|id| id.to_string()).unwrap_or_default();
    let about = row.get::<Option<String>>(3).unwrap_or_default();
    Some(Card {
        key: kind.key,
        phase: kind.phase,
        icon: kind.icon,
        entry: kind.entry,
        href: kind.href.replace("{id}", &id(1)).replace("{other}", &id(2)).replace("{about}", &about),
        about,
        n: row.get::<Option<i64>>(4).unwrap_or(0),
        since: row.get(5),
        due: row.get(6),
    })
}
