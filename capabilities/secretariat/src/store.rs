//! The SQL of this slice.
mod request;
mod trail;

pub(crate) use request::WAITING;
pub use request::{close, close_all, erase, export, find, note, of_person, requests};
pub(crate) use trail::SOMEBODY;
pub use trail::{about, left, trail};
