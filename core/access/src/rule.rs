//! Rules: const data, read in memory and in SQL.
use crate::{Actor, Role};
use db::Value;
use kernel::{CircleId, PersonId, UnitId};
use std::{fmt::Write as _, marker::PhantomData, ops::Deref};

/// One way in. A rule opens if any of its clauses does.
#[derive(Clone, Copy, Debug)]
pub enum Clause {
    /// Holds one of these roles on the thing's unit or on a unit above it: figures, resources, events.
    RoleOver(&'static [Role]),
    /// Holds one of these roles on the thing's unit itself: named pupils.
    RoleAt(&'static [Role]),
    /// It is theirs: they asked, or it was written to them.
    Owner,
    /// It is their child's.
    GuardianOf,
    /// Belongs to the thing's circle: the team of the desk.
    InCircle,
}

/// Who may, as data.
#[derive(Clone, Copy, Debug)]
pub struct Rule(pub &'static [Clause]);

/// What a rule must know of a thing, and the columns that say the same.
pub trait Guarded {
    /// The column of the unit, qualified (`ticket.unit_id`).
    const UNIT: &'static str;
    /// The column of the owner.
    const OWNER: &'static str;
    /// The column of the circle; a thing without circle names a column that is always NULL, or `NULL`.
    const CIRCLE: &'static str;
    /// The unit it belongs to.
    fn unit(&self) -> UnitId;
    /// The unit and all above it.
    fn lineage(&self) -> &[UnitId];
    /// Whose it is.
    fn owner(&self) -> Option<PersonId>;
    /// The circle around it.
    fn circle(&self) -> Option<CircleId>;
}

/// The right to do one thing with a `T`; an empty type of the slice's `policy.rs`.
pub trait Permission<T> {
    /// Who may.
    const RULE: Rule;
}

/// A right as `docs/rights.md` lists it.
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
    fn opens<T: Guarded>(self, actor: &Actor, thing: &T) -> bool {
        self.0.iter().any(|clause| match clause {
            Clause::RoleOver(roles) => actor.units(roles).iter().any(|unit| thing.lineage().contains(unit)),
            Clause::RoleAt(roles) => actor.units(roles).contains(&thing.unit()),
            Clause::Owner => thing.owner() == Some(actor.person),
            Clause::GuardianOf => thing.owner().is_some_and(|owner| actor.children.contains(&owner)),
            Clause::InCircle => thing.circle().is_some_and(|circle| actor.circles.contains(&circle)),
        })
    }

    /// The same, as SQL whose placeholders start at `?first`.
    fn filter<T: Guarded>(self, actor: &Actor, first: usize) -> Filter {
        let mut filter = Filter { sql: "(1 = 0".into(), params: vec![] };
        for clause in self.0 {
            match clause {
                Clause::RoleOver(roles) => {
                    let marks = filter.bind(first, actor.units(roles));
                    filter.say(marks, |m| {
                        format!("{} IN (SELECT descendant FROM unit_closure WHERE ancestor IN ({m}))", T::UNIT)
                    });
                }
                Clause::RoleAt(roles) => {
                    let marks = filter.bind(first, actor.units(roles));
                    filter.say(marks, |m| format!("{} IN ({m})", T::UNIT));
                }
                Clause::Owner => {
                    let marks = filter.bind(first, [actor.person]);
                    filter.say(marks, |m| format!("{} = {m}", T::OWNER));
                }
                Clause::GuardianOf => {
                    let marks = filter.bind(first, actor.children.iter().copied());
                    filter.say(marks, |m| format!("{} IN ({m})", T::OWNER));
                }
                Clause::InCircle => {
                    let marks = filter.bind(first, actor.circles.iter().copied());
                    filter.say(marks, |m| format!("{} IN ({m})", T::CIRCLE));
                }
            }
        }
        filter.sql.push(')');
        filter
    }
}

impl Filter {
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
            let _ = write!(self.sql, " OR {}", clause(marks));
        }
    }
}

/// The rows this person may see under permission `P`; its placeholders start at `?first`.
pub fn visible<P: Permission<T>, T: Guarded>(actor: &Actor, first: usize) -> Filter {
    P::RULE.filter::<T>(actor, first)
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
