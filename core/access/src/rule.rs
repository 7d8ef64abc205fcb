//! Rules: const data, read in memory and in SQL.
use crate::{Actor, Audience, Part, Role};
use db::Value;
use kernel::{GroupId, PersonId, UnitId};
use std::{fmt::Write as _, marker::PhantomData, ops::Deref};

/// One way in. A rule opens if any of its clauses does.
#[derive(Clone, Copy, Debug)]
pub enum Clause {
    /// Holds one of these roles on a unit of the thing or on one above it: figures, resources, events.
    RoleOver(&'static [Role]),
    /// Holds one of these roles on a unit of the thing itself: named pupils.
    RoleAt(&'static [Role]),
    /// It is theirs: they asked, or it was written to them.
    Owner,
    /// It is their child's.
    GuardianOf,
    /// Has one of these parts in the thing's group: the team of the desk, the adults of a club.
    InGroup(&'static [Part]),
}

/// Who may, as data.
#[derive(Clone, Copy, Debug)]
pub struct Rule(pub &'static [Clause]);

/// How SQL reaches the units of a thing.
#[derive(Clone, Copy, Debug)]
pub enum Units {
    /// It has one: this column bears it, qualified (`ticket.unit_id`).
    One(&'static str),
    /// It has several: they are rows of a table of links.
    Several {
        /// The table of links, or a view (`group_home`).
        links: &'static str,
        /// Its column of the unit.
        unit: &'static str,
        /// Its column of the thing.
        thing: &'static str,
        /// What that column is equal to, qualified (`g.id`).
        is: &'static str,
    },
}

impl Units {
    /// Says that a unit of the thing is among `units`, which is a list or a query of few.
    fn among(self, units: &str) -> String {
        match self {
            Self::One(column) => format!("{column} IN ({units})"),
            Self::Several { links, unit, thing, is } => {
                format!("{is} IN (SELECT {thing} FROM {links} WHERE {unit} IN ({units}))")
            }
        }
    }

    /// Says that a unit of the thing is one of `units`, or below it.
    fn below(self, units: &str) -> String {
        self.among(&format!("SELECT descendant FROM unit_closure WHERE ancestor IN ({units})"))
    }

    /// The same of units with thousands below them: each thing is asked where it stands, one by one (a list of all that is below a
    /// whole académie takes longer than most pages, and PostgreSQL makes one even of `EXISTS`).
    fn far_below(self, units: &str) -> String {
        let where_it_stands = match self {
            Self::One(column) => format!("unit_closure up WHERE up.descendant = {column}"),
            Self::Several { links, unit, thing, is } => {
                format!("{links} link JOIN unit_closure up ON up.descendant = link.{unit} WHERE link.{thing} = {is}")
            }
        };
        format!("(SELECT 1 FROM {where_it_stands} AND up.ancestor IN ({units}) LIMIT 1) = 1")
    }
}

/// What a rule must know of a thing, and the columns that say the same.
pub trait Guarded {
    /// How SQL reaches its units.
    const UNITS: Units;
    /// The column of the owner; a thing without one says nothing.
    const OWNER: &'static str = "NULL";
    /// The column of the group; a thing without one says nothing.
    const GROUP: &'static str = "NULL";
    /// The units it belongs to: one, or several where a group of two schools shares it.
    fn units(&self) -> &[UnitId];
    /// Those units and all above them.
    fn lineage(&self) -> &[UnitId];
    /// Whose it is.
    fn owner(&self) -> Option<PersonId> {
        None
    }
    /// The group around it.
    fn group(&self) -> Option<GroupId> {
        None
    }
}

/// The right to do one thing with a `T`; an empty type of the slice's `policy.rs`.
pub trait Permission<T> {
    /// Who may.
    const RULE: Rule;
}

/// A right as `rights.md` lists it.
#[derive(Clone, Copy, Debug)]
pub struct Right {
    /// The thing, in one word.
    pub thing: &'static str,
    /// The deed, in one word.
    pub deed: &'static str,
    /// Who may.
    pub rule: Rule,
}

/// The right behind `P`, for the list.
pub const fn right<P: Permission<T>, T>(thing: &'static str, deed: &'static str) -> Right {
    Right { thing, deed, rule: P::RULE }
}

/// No way in, no row.
const NO_WAY: &str = "(FALSE)";

/// A `WHERE` clause with its parameters.
#[derive(Debug)]
pub struct Filter {
    /// The clause, in parentheses.
    pub sql: String,
    /// Its parameters, in the order of their numbers.
    pub params: Vec<Value>,
}

impl Rule {
    /// Whether it opens `thing` to `actor`.
    pub(crate) fn opens<T: Guarded>(self, actor: &Actor, thing: &T) -> bool {
        self.0.iter().any(|clause| match clause {
            Clause::RoleOver(roles) => actor.units(roles).iter().any(|unit| thing.lineage().contains(unit)),
            Clause::RoleAt(roles) => actor.units(roles).iter().any(|unit| thing.units().contains(unit)),
            Clause::Owner => thing.owner() == Some(actor.person),
            Clause::GuardianOf => thing.owner().is_some_and(|owner| actor.children.contains(&owner)),
            Clause::InGroup(parts) => thing.group().is_some_and(|group| actor.groups(parts).contains(&group)),
        })
    }

    /// The same, as SQL whose placeholders start at `?first`. What is said is only what may open, so that a database can follow its
    /// indexes.
    fn ways<T: Guarded>(self, actor: &Actor, first: usize) -> Ways {
        let mut ways = Ways { each: vec![], params: vec![] };
        for clause in self.0 {
            match clause {
                Clause::RoleOver(roles) => {
                    let (above, near): (Vec<Role>, Vec<Role>) =
                        roles.iter().partition(|role| role.audience() == Audience::Above);
                    let marks = ways.bind(first, actor.units(&near));
                    ways.say(marks, |m| T::UNITS.below(&m));
                    let marks = ways.bind(first, actor.units(&above));
                    ways.say(marks, |m| T::UNITS.far_below(&m));
                }
                Clause::RoleAt(roles) => {
                    let marks = ways.bind(first, actor.units(roles));
                    ways.say(marks, |m| T::UNITS.among(&m));
                }
                Clause::Owner => {
                    let marks = ways.bind(first, [actor.person]);
                    ways.say(marks, |m| format!("{} = {m}", T::OWNER));
                }
                Clause::GuardianOf => {
                    let marks = ways.bind(first, actor.children.iter().copied());
                    ways.say(marks, |m| format!("{} IN ({m})", T::OWNER));
                }
                Clause::InGroup(parts) => {
                    let marks = ways.bind(first, actor.groups(parts));
                    ways.say(marks, |m| format!("{} IN ({m})", T::GROUP));
                }
            }
        }
        ways
    }
}

/// The ways in, each a condition; their parameters are numbered through. Where they lead over several tables, a database follows
/// its indexes along each of them, but not along all in one condition.
#[derive(Debug)]
pub struct Ways {
    each: Vec<String>,
    /// Their parameters, in the order of their numbers.
    pub params: Vec<Value>,
}

impl Ways {
    /// The rows of `select` along each way, once each.
    pub fn union(&self, select: impl Fn(&str) -> String) -> String {
        let all: Vec<_> = self.each.iter().map(|way| select(way)).collect();
        if all.is_empty() { select(NO_WAY) } else { all.join(" UNION ") }
    }

    fn bind<K>(&mut self, first: usize, ids: impl IntoIterator<Item = kernel::Id<K>>) -> String {
        let mut marks = String::new();
        for id in ids {
            let comma = if marks.is_empty() { "" } else { "," };
            let _ = write!(marks, "{comma}?{}", first + self.params.len());
            self.params.push(id.into());
        }
        marks
    }

    /// Adds one way in; nothing was bound means no way.
    fn say(&mut self, marks: String, clause: impl FnOnce(String) -> String) {
        if !marks.is_empty() {
            self.each.push(clause(marks));
        }
    }
}

/// The rows this person may see under permission `P`; its placeholders start at `?first`.
pub fn visible<P: Permission<T>, T: Guarded>(actor: &Actor, first: usize) -> Filter {
    let Ways { each, params } = ways::<P, T>(actor, first);
    let sql = if each.is_empty() { NO_WAY.to_owned() } else { format!("({})", each.join(" OR ")) };
    Filter { sql, params }
}

/// The same, way by way.
pub fn ways<P: Permission<T>, T: Guarded>(actor: &Actor, first: usize) -> Ways {
    P::RULE.ways::<T>(actor, first)
}

/// Proof that `P` was checked on this thing. Only this room can make one.
#[derive(Debug)]
pub struct Allowed<P, T>(T, PhantomData<P>);

impl<P, T> Deref for Allowed<P, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<P, T> Allowed<P, T> {
    /// The thing itself, the proof given up (to ask for another right on it).
    pub fn into_inner(self) -> T {
        self.0
    }
}

/// The person may not.
#[derive(Debug, thiserror::Error)]
#[error("not allowed")]
pub struct Denied;

/// Asks for `P` on `thing`.
pub fn check<P: Permission<T>, T: Guarded>(actor: &Actor, thing: T) -> Result<Allowed<P, T>, Denied> {
    if P::RULE.opens(actor, &thing) { Ok(Allowed(thing, PhantomData)) } else { Err(Denied) }
}
