//! What every room speaks: typed ids, instants, the clock and chance, passed in as arguments.
//! Closed lists are [`words!`].
//! This room does no IO beyond the system calls behind [`SystemClock`], [`SystemChance`] and [`Seldom`];
//! nobody else may ask the machine for the time or for randomness.
mod causes;
mod chance;
mod clock;
mod id;
mod network;
mod seldom;
mod text;
mod words;

pub use causes::causes;
pub use chance::{Chance, Seeded, SystemChance};
pub use clock::{Clock, Evening, Moment, MovedClock, SetClock, SystemClock};
pub use id::{BadId, GroupId, Id, PersonId, SessionId, UnitId, kind};
pub use network::{home, networks};
pub use seldom::Seldom;
pub use text::{composed, fold, initials, line_feeds, order, single_spaces, sort_by_name};
