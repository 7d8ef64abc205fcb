//! The chores of the project: `cargo xtask test`, `tidy`, `setup`, `new`, `fuzz`, `storm`, `long`,
//! `package`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the terminal")]
mod chore;
mod fuzz;
mod ground;
mod long;
mod new;
mod package;
mod postgres;
mod rust;
mod setup;
mod steps;
mod storm;
mod tidy;
mod tree;

use std::{path::PathBuf, process::ExitCode};

const USAGE: &str = "\
cargo xtask test [--only STEP[,STEP]] [--skip STEP[,STEP]]   everything that must hold before a change is taken in
cargo xtask tidy                                             the rules of the house that no compiler knows
cargo xtask setup                                            installs what the tests need and is absent
cargo xtask new capability NAME                              a slice that compiles, to begin from
cargo xtask new programme NAME                               a template that compiles, with its chapter
cargo xtask fuzz [SECONDS] [TARGET]                          each fuzz target (or one) for so long; 600 seconds unless said
cargo xtask storm [--rounds-sqlite N] [--rounds-postgres N]  kills, cuts and fills what stands below fifty clients; 100 and 20 unless said
cargo xtask long                                             what takes too long to be tried before each change
cargo xtask package [--binary FILE] [--to FOLDER]            the Debian package and the recipe of a container, in target/package unless said";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.first().map(String::as_str) {
        Some("test") => steps::Choice::read(&words[1..]).and_then(|choice| steps::test(&root(), &choice)),
        Some("tidy") if words.len() == 1 => tidy::run(&root()),
        Some("new") => new::run(&root(), &words[1..]),
        Some("setup") if words.len() == 1 => setup::run(&root()),
        Some("fuzz") => fuzz::by_hand(&root(), &words[1..]),
        Some("storm") => storm::by_hand(&root(), &words[1..]),
        Some("long") if words.len() == 1 => long::run(&root()),
        Some("package") => package::run(&root(), &words[1..]),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
