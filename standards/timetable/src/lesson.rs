//! What is given: lessons, each with its place in time.
use crate::{About, Note};
use jiff::Timestamp;
use std::sync::Arc;

/// The lessons of some days, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    /// The lessons, by when they begin; those that are cancelled are among them.
    pub lessons: Vec<Lesson>,
    /// What a person should know of the file.
    pub notes: Vec<Note>,
}

/// One lesson, at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// What this lesson is called from one export to the next, no two of a timetable alike: the `UID`, with the time
    /// at which it was first to be where it comes again; without `UID`, made of when, who and what.
    pub key: String,
    /// The line of the file, from 1.
    pub line: u64,
    /// When it begins.
    pub begins: Timestamp,
    /// When it ends; always later.
    pub ends: Timestamp,
    /// Who, what and where: one for all the lessons of a series.
    pub about: Arc<About>,
    /// Whether it does not take place.
    pub cancelled: bool,
}
