//! What is said on the terminal. Nobody else prints. A reader who has gone (`| head`) is no trouble.
use crate::Trouble;
use std::{
    error::Error,
    io::{IsTerminal, Write, stderr, stdout},
};

/// A line of an answer, on the standard output.
pub fn say(line: impl std::fmt::Display) {
    drop(writeln!(stdout(), "{}", plain(&line)));
}

/// The line, without what would move the pen or change its colour: it may repeat what a file says.
fn plain(line: &impl std::fmt::Display) -> String {
    let shown = |sign: char| if sign.is_control() && !matches!(sign, '\n' | '\t') { '\u{fffd}' } else { sign };
    line.to_string().chars().map(shown).collect()
}

/// A line beside the answer: remarks.
pub fn aside(line: impl std::fmt::Display) {
    drop(writeln!(stderr(), "{}", plain(&line)));
}

/// Progress that replaces itself, where somebody watches.
pub fn progress(line: impl std::fmt::Display) {
    if stderr().is_terminal() {
        drop(write!(stderr(), "\r{}\x1b[K", plain(&line)));
    }
}

/// What went wrong, with all its causes.
pub fn trouble(trouble: &Trouble) {
    aside(format_args!("preau: {trouble}"));
    let mut cause = trouble.source();
    while let Some(deeper) = cause {
        if let Some(said) = deeper.downcast_ref().and_then(in_words) {
            return aside(format_args!("  because: {said}"));
        }
        aside(format_args!("  because: {deeper}"));
        cause = deeper.source();
    }
}

/// What the server's code means, where an operator can mend it.
fn in_words(error: &db::Error) -> Option<String> {
    let db::Error::Postgres(fault) = error else { return None };
    let code = fault.code()?.code();
    let said = match code {
        "28P01" | "28000" => "PostgreSQL knows no such user, or the password is another one: see `database`",
        "3D000" => "PostgreSQL has no base of this name: `createdb` makes it, or see `database`",
        "42501" => "this user of PostgreSQL may not do that: the base must belong to them",
        "53300" => "PostgreSQL takes no more connections: lower `seats`, or raise its `max_connections`",
        "53100" => "the disk of PostgreSQL is full",
        "57P03" => "PostgreSQL is starting or stopping: wait a moment",
        "25006" => "this PostgreSQL only reads: it may be the copy of another, see `database`",
        _ => return None,
    };
    Some(format!("{said} ({code})"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_file_says_neither_moves_the_pen_nor_colours_the_line() {
        let said = super::plain(&"A\u{1b}[2J\u{1b}[31mNothing is wrong\u{7}\u{9b}1m é\n\tb");
        assert_eq!(said, "A\u{fffd}[2J\u{fffd}[31mNothing is wrong\u{fffd}\u{fffd}1m é\n\tb");
    }
}
