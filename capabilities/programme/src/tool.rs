//! The one question that every tool of a dispositif asks before a pupil does anything there: does the family agree?
//!
//! The slice that asks families gives a [`Consent`]. A tool gives a [`Tool`]: what a child has there, how it is let go when the
//! family no longer agrees, and what is offered back when it agrees again. Neither knows the other, and nothing here knows them.
use crate::{DispositifId, Template, store};
use db::Tx;
use kernel::{Moment, PersonId, UnitId};
use std::{collections::HashMap, ops::Add};
use web::{Result, Visit, given};

/// What a family's word makes of a child's part in a dispositif; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Admission {
    /// The agreement is in force; or nobody is asked.
    Open,
    /// The family refuses, or took its agreement back.
    Refused,
    /// The family has not answered.
    Silent,
}

impl Admission {
    /// The end of its keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Refused => "refused",
            Self::Silent => "silent",
        }
    }
}

/// What families say, given by the slice that asks them (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Consent {
    /// What the family of a child says at an instant, by dispositif; one that is left out has no answer.
    pub of: fn(&mut Tx<'_>, PersonId, Moment) -> db::Result<HashMap<DispositifId, Admission>>,
}

/// A child's part in a dispositif of their school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taking {
    /// The dispositif.
    pub dispositif: DispositifId,
    /// The child's school.
    pub school: UnitId,
    /// The child.
    pub child: PersonId,
}

/// What a child has in the tools of a dispositif, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Places in meetings to come.
    pub places: i64,
    /// Demands that are not over.
    pub demands: i64,
    /// Rooms where the child is expected now.
    pub rooms: i64,
}

impl Add for Held {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            places: self.places + other.places,
            demands: self.demands + other.demands,
            rooms: self.rooms + other.rooms,
        }
    }
}

impl Held {
    /// Each number that is not zero, with the end of its keys.
    pub fn words(self) -> Vec<(&'static str, i64)> {
        let all = [("places", self.places), ("demands", self.demands), ("rooms", self.rooms)];
        all.into_iter().filter(|(_, n)| *n > 0).collect()
    }

    /// As an address carries it: `2-1-0`.
    pub fn to_word(self) -> String {
        format!("{}-{}-{}", self.places, self.demands, self.rooms)
    }

    /// What an address carries.
    pub fn from_word(word: &str) -> Option<Self> {
        let mut numbers = word.split('-').map(|n| n.parse().ok());
        let mut next = || numbers.next().flatten();
        Some(Self { places: next()?, demands: next()?, rooms: next()? })
    }
}

/// A place that a child had, and may take again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// What it is called, without any name of a pupil.
    pub title: String,
    /// When it begins.
    pub at: Moment,
    /// Where it is taken by whoever is signed in; none where the team enrols.
    pub href: Option<String>,
}

/// What a tool has of a child, or lets go.
pub type Holds = fn(&mut Visit<'_, '_>, &Taking) -> Result<Held>;

/// A tool of dispositifs, given by its slice (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// The key of the page by which templates name it; none where each thing says itself of which dispositif it is.
    pub way: Option<&'static str>,
    /// What the child has there.
    pub holds: Holds,
    /// Lets all of it go. Done again, it finds nothing.
    pub lets_go: Holds,
    /// What the child had there and may have again.
    pub gives_back: fn(&mut Visit<'_, '_>, &Taking) -> Result<Vec<Back>>,
}

/// Whether the tool that templates name by `way` admits a child of a school: the agreement is in force in a dispositif that uses it
/// there. A tool that no dispositif uses is the school's own, and asks nobody.
pub fn admission(visit: &mut Visit<'_, '_>, way: &str, school: UnitId, child: PersonId) -> Result<Admission> {
    let using = using(visit, way, school)?;
    admitted(visit, &using, child)
}

/// The dispositifs that run in a school and use this tool.
fn using(visit: &mut Visit<'_, '_>, way: &str, school: UnitId) -> Result<Vec<DispositifId>> {
    let running = store::running(visit.tx, school, visit.now)?;
    let uses = |template: &str| Template::of(&visit.house.slices, template).tools.contains(&way);
    Ok(running.iter().filter(|one| uses(&one.template)).map(|one| one.id).collect())
}

fn admitted(visit: &mut Visit<'_, '_>, using: &[DispositifId], child: PersonId) -> Result<Admission> {
    let consent = given::<Consent>(&visit.house.slices).next();
    let Some(consent) = consent.filter(|_| !using.is_empty()) else { return Ok(Admission::Open) };
    let said = (consent.of)(visit.tx, child, visit.now)?;
    let of = |one: &DispositifId| said.get(one).copied().unwrap_or(Admission::Silent);
    Ok(using.iter().map(of).min().unwrap_or(Admission::Open))
}

/// The tools in which the child's part ends with this agreement: no other dispositif opens them to the child.
fn ending(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Vec<&'static Tool>> {
    let tools: Vec<&'static Tool> = given(&visit.house.slices).collect();
    let mut ending = vec![];
    for tool in tools {
        if let Some(way) = tool.way {
            let using = using(visit, way, taking.school)?;
            let others: Vec<_> = using.iter().copied().filter(|one| *one != taking.dispositif).collect();
            let open = !others.is_empty() && admitted(visit, &others, taking.child)? == Admission::Open;
            if open || others.len() == using.len() {
                continue;
            }
        }
        ending.push(tool);
    }
    Ok(ending)
}

/// What the child would lose, were the agreement taken back.
pub fn held(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Held> {
    let tools = ending(visit, taking)?;
    tools.into_iter().try_fold(Held::default(), |all, tool| Ok(all + (tool.holds)(visit, taking)?))
}

/// The agreement is not in force any more: every tool lets the child go. Says what fell.
pub fn let_go(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Held> {
    let tools = ending(visit, taking)?;
    tools.into_iter().try_fold(Held::default(), |all, tool| Ok(all + (tool.lets_go)(visit, taking)?))
}

/// What is offered to the child again, the agreement being in force anew.
pub fn given_back(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Vec<Back>> {
    let tools: Vec<&'static Tool> = given(&visit.house.slices).collect();
    let mut back = vec![];
    for tool in tools {
        back.extend((tool.gives_back)(visit, taking)?);
    }
    Ok(back)
}
