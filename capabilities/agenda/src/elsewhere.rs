//! Help elsewhere than in meetings: whoever gives some says where presence is read, for the school's record to show it all, and which
//! hours were promised, for the week to.
use access::Actor;
use db::{Result, Tx};
use jiff::civil::Date;
use kernel::{Moment, PersonId, UnitId};
use web::{Paged, Pager};

/// Of whom presence is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Sought {
    /// From a day to the day before another.
    pub days: (Date, Date),
    /// The pupils of this class alone.
    pub class: Option<UnitId>,
}

/// How presence is read somewhere.
pub type Reader = fn(&mut Tx<'_>, &Actor, Sought, Pager) -> Result<Paged<Attended>>;

/// A place where pupils are helped, given by its slice (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Elsewhere {
    /// The key of its name.
    pub key: &'static str,
    /// Who was there, the latest first, in the schools where this person answers for presence.
    pub attended: Reader,
}

/// One pupil who was there one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attended {
    /// The day.
    pub day: Date,
    /// The name of the school.
    pub school: String,
    /// The pupil.
    pub person: PersonId,
    /// Given and family name.
    pub pupil: (String, String),
    /// Their class, as it is called.
    pub class: String,
    /// Minutes of help.
    pub minutes: i64,
}

/// How promised hours are read somewhere: those that begin between two instants.
pub type Between = fn(&mut Tx<'_>, &Actor, (Moment, Moment)) -> Result<Vec<Promise>>;

/// Hours that adults promise elsewhere than in meetings, given by their slice (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Promised {
    /// The key of what they are.
    pub key: &'static str,
    /// Those of this person, and of the schools where they work, in order.
    pub between: Between,
}

/// Hours promised by somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Where they are seen.
    pub href: String,
    /// Which place it is.
    pub name: String,
    /// From when.
    pub starts_at: Moment,
    /// Until when.
    pub ends_at: Moment,
    /// Given and family name of who promised them.
    pub who: (String, String),
    /// Whether it is who looks.
    pub own: bool,
}
