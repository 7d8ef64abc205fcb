//! What is said on the terminal. Nobody else prints. A reader who has gone (`| head`) is no trouble.
use crate::Trouble;
use std::{
    error::Error,
    io::{IsTerminal, Write, stderr, stdout},
};

/// A line of an answer, on the standard output.
pub fn say(line: impl std::fmt::Display) {
    drop(writeln!(stdout(), "{line}"));
}

/// A line beside the answer: remarks.
pub fn aside(line: impl std::fmt::Display) {
    drop(writeln!(stderr(), "{line}"));
}

/// Progress that replaces itself, where somebody watches.
pub fn progress(line: impl std::fmt::Display) {
    if stderr().is_terminal() {
        drop(write!(stderr(), "\r{line}\x1b[K"));
    }
}

/// What went wrong, with all its causes.
pub fn trouble(trouble: &Trouble) {
    aside(format_args!("preau: {trouble}"));
    let mut cause = trouble.source();
    while let Some(deeper) = cause {
        aside(format_args!("  because: {deeper}"));
        cause = deeper.source();
    }
}
