//! Presence elsewhere than in meetings: whoever helps pupils gives where to read it, and the school's record shows it all.
use access::Actor;
use db::{Result, Tx};
use jiff::civil::Date;
use web::{Paged, Pager};

/// How presence is read somewhere: for whom, from a day to the day before another.
pub type Reader = fn(&mut Tx<'_>, &Actor, (Date, Date), Pager) -> Result<Paged<Attended>>;

/// A place where pupils are helped, given by its slice (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Elsewhere {
    /// The key of its name.
    pub key: &'static str,
    /// Who was there from a day to the day before another, the latest first, in the schools where this person answers for presence.
    pub attended: Reader,
}

/// One pupil who was there one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attended {
    /// The day.
    pub day: Date,
    /// The name of the school.
    pub school: String,
    /// Given and family name.
    pub pupil: (String, String),
    /// Their class, as it is called.
    pub class: String,
    /// Minutes of help.
    pub minutes: i64,
}
