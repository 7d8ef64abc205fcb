//! The pages of the questions: to answer, to read, to enter paper, to open waves.
mod avis;
mod paper;
mod result;
mod wave;

use crate::policy::{ALL_READERS, CLERKS, PILOTS};
use jiff::civil::Date;
use kernel::Moment;
use web::{Door, Error, Result, Routes, Shell};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/avis", Door::SignedIn, avis::show)
        .form("/avis/{wave}/{public}", Door::SignedIn, avis::answer)
        .form("/avis/{wave}/{public}/mot", Door::SignedIn, avis::say)
        .page("/avis/resultats", Door::Staff(ALL_READERS), result::show)
        .page("/avis/papier", Door::Staff(CLERKS), paper::show)
        .form("/avis/papier", Door::Staff(CLERKS), paper::enter)
        .page("/avis/feuille", Door::Staff(CLERKS), paper::sheet)
        .page("/avis/vagues", Door::Staff(PILOTS), wave::show)
        .form("/avis/vagues", Door::Staff(PILOTS), wave::open)
}

/// The thing, or nothing to see here.
fn seen<T>(thing: Option<T>) -> Result<T> {
    thing.ok_or(Error::NotFound)
}

/// A day in words: « mardi 24 novembre ».
fn day(shell: &Shell, date: Date) -> String {
    shell.date(Moment::at_paris(date, 12, 0))
}

/// The icon of a level, from 1.
fn face(level: i64) -> &'static str {
    match level {
        1 => "frown",
        2 => "meh",
        3 => "smile",
        _ => "circle-check",
    }
}
