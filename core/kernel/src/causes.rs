//! An error and what it comes from, in one line.
use std::{error::Error, iter};

/// The error, and all its causes after it: `the database failed: disk full`.
pub fn causes(error: &dyn Error) -> String {
    let all = iter::successors(Some(error), |&error| error.source()).map(ToString::to_string);
    all.collect::<Vec<_>>().join(": ")
}
