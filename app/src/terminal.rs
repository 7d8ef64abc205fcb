//! What is said on the terminal. Nobody else prints.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the room that speaks on the terminal")]
use crate::Trouble;
use std::error::Error;

/// A line of an answer, on the standard output.
pub fn say(line: impl std::fmt::Display) {
    println!("{line}");
}

/// A line beside the answer: progress, remarks.
pub fn aside(line: impl std::fmt::Display) {
    eprintln!("{line}");
}

/// Progress that replaces itself.
pub fn progress(line: impl std::fmt::Display) {
    eprint!("\r{line}\x1b[K");
}

/// What went wrong, with all its causes.
pub fn trouble(trouble: &Trouble) {
    eprintln!("preau: {trouble}");
    let mut cause = trouble.source();
    while let Some(deeper) = cause {
        eprintln!("  because: {deeper}");
        cause = deeper.source();
    }
}
