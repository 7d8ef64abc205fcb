//! All the SQL of training.
mod count;
mod course;
mod day;
mod follow;
mod person;
mod things;

pub use count::{Count, Mate, counts, counts_of, learners, schools_seen, staff_of, team};
pub use course::{Line, Wanted, add, change, courses, files, find, flag, has_any, retire};
pub use day::DAYS;
pub use follow::{Mine, enrol, follow, followed_by, followed_in_all, give_back};
pub use person::{erase, export};
pub use things::things;

use db::marks;
