//! All the SQL of agreements.
mod announce;
mod answer;
mod concern;
mod count;
mod day;
mod follow;
mod past;
mod person;
mod things;
mod told;

pub use announce::{Announced, announce, current, newcomers, news};
pub use answer::{answer, consent, current_of, enter, files, history, scan, standing, standing_at, standings};
pub(crate) use concern::put as propose_alone;
pub use concern::{
    choose, close, concern_for, concerns, concerns_of_told, find_concern, open_concerns, proposals, propose, say,
};
pub use count::{counts, followed, followed_in, of_classes, own};
pub use day::DAYS;
pub(crate) use follow::handed_by_school;
pub use follow::{Row, handed, of_class};
pub(crate) use past::{Past, holders, put_past};
pub use person::{erase, export};
pub use things::things;
pub use told::{find, mark_read, mark_received, of_guardian, opened, unanswered};

use db::{marks, with_ids};

use kernel::Moment;

/// Gives a row once a family has answered.
pub const ANSWERED: &str = "SELECT 1 FROM agreement_answer WHERE current = 1 LIMIT 1";

/// The earlier of two instants, one of which may be unknown.
fn first(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    one.into_iter().chain(other).min()
}
