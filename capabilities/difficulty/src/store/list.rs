//! Lists of difficulties: one's own, and the school's desk.
use super::{COLUMNS, DIFFICULTY, marks, to_difficulty};
use crate::{
    Audience, Difficulty, FullName,
    policy::{Care, Follow},
};
use access::Actor;
use db::{Result, Row, Tx, Value, params};
use kernel::{Moment, PersonId, UnitId};
use std::fmt::Write as _;
use web::{List, Paged, Pager};

/// A difficulty in a list, with the names around it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The difficulty.
    pub difficulty: Difficulty,
    /// Whose it is.
    pub person: FullName,
    /// The child it is about.
    pub child: Option<FullName>,
    /// The child's class.
    pub class: String,
    /// Who owns it.
    pub keeper: Option<FullName>,
    /// The name of its school.
    pub school: String,
}

impl Line {
    /// « Samira Benali ».
    pub fn name(&self) -> String {
        full(&self.person)
    }

    /// « Maïssa Benali, 5e B », when the child is not the one who asks.
    pub fn about(&self) -> Option<String> {
        let child = self.child.as_ref()?;
        Some(if self.class.is_empty() { full(child) } else { format!("{}, {}", full(child), self.class) })
    }

    /// Who owns it, by name.
    pub fn keeper_name(&self) -> Option<String> {
        self.keeper.as_ref().map(full)
    }
}

fn full((given, family): &FullName) -> String {
    format!("{given} {family}")
}

const NAMES: &str = "p.given, p.family, c.given, c.family, k.given, k.family, s.name,
    (SELECT min(u.name) FROM membership m JOIN unit u ON u.id = m.unit_id AND u.kind = 'classe'
     WHERE m.person_id = d.child_id AND m.role = 'pupil'
       AND m.since <= d.opened_at AND (m.until IS NULL OR m.until > d.opened_at))";
const JOINS: &str = "difficulty d JOIN directory_person p ON p.id = d.person_id JOIN unit s ON s.id = d.school_id
    LEFT JOIN directory_person c ON c.id = d.child_id LEFT JOIN directory_person k ON k.id = d.keeper_id";

fn to_line(row: &Row) -> Line {
    let name = |at: usize| row.get::<Option<String>>(at).map(|given| (given, row.get(at + 1)));
    Line {
        difficulty: to_difficulty(row),
        person: name(COLUMNS).unwrap_or_default(),
        child: name(COLUMNS + 2),
        keeper: name(COLUMNS + 4),
        school: row.get(COLUMNS + 6),
        class: row.get::<Option<String>>(COLUMNS + 7).unwrap_or_default(),
    }
}

/// Those of a person and of the pupils they answer for: open first, then the newest.
pub fn mine(tx: &mut Tx<'_>, actor: &Actor, audience: Audience, pager: Pager) -> Result<Paged<Line>> {
    let seen = access::visible::<Follow, Difficulty>(actor, 3);
    // As `Difficulty::stands` says it.
    let children = marks(3 + seen.params.len(), actor.children.len());
    let theirs = if children.is_empty() { "NULL" } else { &children };
    let from = format!(
        "{JOINS} WHERE d.audience = ?1 AND {}
         AND (d.person_id <> ?2 OR d.audience <> 'family' OR d.child_id IS NULL OR d.child_id = ?2
           OR d.child_id IN ({theirs}))",
        seen.sql
    );
    let values = params![audience.word(), actor.person].into_iter().chain(seen.params);
    let values: Vec<Value> = values.chain(actor.children.iter().map(|child| Value::from(*child))).collect();
    let order = "CASE d.state WHEN 'closed' THEN 1 ELSE 0 END, d.opened_at DESC, d.id";
    let columns = format!("{DIFFICULTY}, {NAMES}");
    pager.read(tx, List { columns: &columns, from: &from, order, params: &values }, to_line)
}

/// Those about this pupil to which this person sees, open first, then the newest.
pub fn of_pupil(tx: &mut Tx<'_>, actor: &Actor, pupil: PersonId, pager: Pager) -> Result<Paged<Difficulty>> {
    let seen = access::visible::<Care, Difficulty>(actor, 2);
    let from =
        format!("difficulty d WHERE (d.child_id = ?1 OR d.person_id = ?1) AND d.audience = 'family' AND {}", seen.sql);
    let params: Vec<Value> = params![pupil].into_iter().chain(seen.params).collect();
    let order = "CASE d.state WHEN 'closed' THEN 1 ELSE 0 END, d.opened_at DESC, d.id";
    pager.read(tx, List { columns: DIFFICULTY, from: &from, order, params: &params }, to_difficulty)
}

/// Which part of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All that is open, oldest first.
    Open,
    /// What one owns oneself, oldest first.
    Own,
    /// What waits for the family's answer, oldest first.
    Waiting,
    /// What is closed, newest first.
    Closed,
}

impl Which {
    /// All, in the order of the tabs.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Own, Self::Waiting, Self::Closed];

    /// The word of the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "ouvertes",
            Self::Own => "miennes",
            Self::Waiting => "attente",
            Self::Closed => "closes",
        }
    }

    /// The part this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|which| which.word() == word)
    }

    const fn order(self) -> &'static str {
        if matches!(self, Self::Closed) { "d.closed_at DESC, d.id" } else { "d.opened_at, d.id" }
    }

    const fn condition(self) -> &'static str {
        match self {
            Self::Open | Self::Own => "d.state <> 'closed'",
            Self::Waiting => "d.state = 'waiting'",
            Self::Closed => "d.state = 'closed'",
        }
    }
}

/// The part of the desk this person sees; of one school, or of all of theirs.
pub fn board(
    tx: &mut Tx<'_>,
    actor: &Actor,
    audience: Audience,
    which: Which,
    school: Option<UnitId>,
    pager: Pager,
) -> Result<Paged<Line>> {
    let mut values: Vec<Value> = params![audience.word()].into();
    let mut condition = which.condition().to_owned();
    let narrowed = [("d.school_id", school.map(Value::from)), ("d.keeper_id", own(actor, which))];
    for (column, value) in narrowed.into_iter().filter_map(|(column, value)| Some((column, value?))) {
        values.push(value);
        let _ = write!(condition, " AND {column} = ?{}", values.len());
    }
    let seen = access::visible::<Care, Difficulty>(actor, values.len() + 1);
    let from = format!("{JOINS} WHERE d.audience = ?1 AND {condition} AND {}", seen.sql);
    values.extend(seen.params);
    let columns = format!("{DIFFICULTY}, {NAMES}");
    pager.read(tx, List { columns: &columns, from: &from, order: which.order(), params: &values }, to_line)
}

/// The owner whose difficulties alone are wanted.
fn own(actor: &Actor, which: Which) -> Option<Value> {
    (which == Which::Own).then(|| actor.person.into())
}

/// Since when the oldest open difficulty of a family waits, in the schools one cares for.
pub fn oldest_open(lines: &[Line]) -> Option<Moment> {
    lines.iter().filter(|line| line.difficulty.open()).map(|line| line.difficulty.opened_at).min()
}
