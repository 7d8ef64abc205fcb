//! Préau, the only program that is shipped: `serve`, `demo`, `migrate`, `import`, `backup`, `restore`, `check`, `purge`, `person`,
//! `rights`. It is a library for the sake of `bench`, which makes houses as the program does; what `bench` needs is public.
//!
//! This crate lists the slices ([`slices`]) and nothing else does; it reads the configuration and the environment, opens what
//! is to be opened, and says to the operator in plain words what went wrong.
mod check;
mod command;
pub mod config;
pub mod demo;
mod import;
mod keep;
mod listen;
pub mod node;
mod pages;
mod person;
mod privacy;
mod rights;
pub mod rooms;
mod serve;
pub mod slices;
mod stop;
mod story;
mod styleguide;
pub mod terminal;
#[cfg(test)]
mod tests;
mod upkeep;

use clap::Parser;
use std::process::ExitCode;

/// What an operator is told when a command fails: a sentence, with its cause.
pub type Result<T> = std::result::Result<T, Trouble>;

/// Why a command stopped. The sentence is for the operator.
#[derive(Debug, thiserror::Error)]
#[error("{said}")]
pub struct Trouble {
    said: String,
    #[source]
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Trouble {
    /// A trouble that says it all.
    pub fn of(said: impl Into<String>) -> Self {
        Self { said: said.into(), cause: None }
    }

    /// Says what was being done when `cause` came up: for `map_err`.
    pub fn while_<E: std::error::Error + Send + Sync + 'static>(said: &str) -> impl FnOnce(E) -> Self {
        move |cause| Self { said: said.to_owned(), cause: Some(Box::new(cause)) }
    }
}

/// Does what the command line asks for.
pub fn run() -> ExitCode {
    // Whatever this program makes (the database and its log, backups, files, first passwords) is read by its user alone.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let command = command::Preau::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => {
            let done = runtime.block_on(command::run(command));
            // Streams of people who watch have no end: they are not waited for.
            runtime.shutdown_timeout(std::time::Duration::from_secs(1));
            done
        }
        Err(error) => Err(Trouble::while_("the program cannot start its threads")(error)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            terminal::trouble(&trouble);
            ExitCode::FAILURE
        }
    }
}
