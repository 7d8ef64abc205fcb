//! What a step stands on: the folder of the project, a PostgreSQL, the log, and one way of compiling.
use crate::{chore, postgres::Postgres, setup};
use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

/// What a step stands on.
pub struct Ground<'g> {
    /// The folder of the project.
    pub root: &'g Path,
    /// Where a step's words are kept.
    pub log: fs::File,
    postgres: Option<Postgres>,
}

/// A step: how it ended, when it was not simply done.
pub type Step = fn(&mut Ground<'_>) -> Result<Ended, String>;

/// How a step ended.
pub enum Ended {
    /// It was done.
    Done,
    /// Only partly, or not at all; and why.
    Partly(String),
}

impl<'g> Ground<'g> {
    /// The ground of the project in `root`.
    pub fn of(root: &'g Path) -> Result<Self, String> {
        let log = chore::log(root, "postgres").map_err(|why| why.to_string())?;
        Ok(Self { root, log, postgres: None })
    }

    /// A command run in the project's folder, told where the portals' Python is.
    pub fn command(&self, program: &str, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(words).current_dir(self.root).env("TEST_PORTALS", setup::python(self.root));
        command
    }

    /// Runs it to its end.
    pub fn run(&mut self, command: &mut Command) -> Result<Ended, String> {
        chore::run(command, &mut self.log).map(|()| Ended::Done)
    }

    /// Runs cargo.
    pub fn cargo(&mut self, words: &[&str]) -> Result<Ended, String> {
        self.run(&mut self.command("cargo", words))
    }

    /// Cargo with Clippy as the compiler of our own crates: what is built to be run is looked over in the same pass, and a warning stops
    /// it. Every step that builds builds so, or our crates would be built twice.
    pub fn linted(&self, words: &[&str]) -> Command {
        let mut command = self.command("cargo", words);
        command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
        // How `cargo clippy -- -D warnings` hands its words on to the driver.
        command.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");
        command
    }

    /// The address of a PostgreSQL, started the first time it is wanted.
    pub fn postgres(&mut self) -> Result<String, String> {
        self.server().map(|server| server.url.clone())
    }

    /// The command that kills that PostgreSQL and starts it again.
    pub fn postgres_again(&mut self) -> Result<Vec<String>, String> {
        self.server().map(|server| server.again.clone())
    }

    fn server(&mut self) -> Result<&Postgres, String> {
        if self.postgres.is_none() {
            self.postgres = Some(Postgres::start(&mut self.log)?);
        }
        self.postgres.as_ref().ok_or_else(|| "no PostgreSQL".to_owned())
    }
}

/// Takes these steps up to the first that fails, and prints what each took.
pub fn take<'s>(root: &Path, steps: impl Iterator<Item = &'s (&'s str, Step)>) -> Result<(), String> {
    let mut table = vec![];
    let mut ground = Ground::of(root)?;
    let mut failed = None;
    for (name, step) in steps {
        println!("── {name}");
        let begun = now();
        let ended = chore::log(root, name).map_err(|why| why.to_string()).and_then(|log| {
            ground.log = log;
            step(&mut ground)
        });
        let took = begun.elapsed();
        let word = match ended {
            Ok(Ended::Done) => "done".to_owned(),
            Ok(Ended::Partly(why)) => why,
            Err(why) => {
                failed = Some(format!("{name} failed: {why}"));
                "FAILED".to_owned()
            }
        };
        println!("── {name}: {word}, {} s\n", seconds(took));
        table.push((*name, took, word));
        if failed.is_some() {
            break;
        }
    }
    drop(ground);
    for (name, took, word) in &table {
        println!("{name:<10}{:>8} s  {word}", seconds(*took));
    }
    println!("{:<10}{:>8} s", "together", seconds(table.iter().map(|(_, took, _)| *took).sum()));
    failed.map_or(Ok(()), Err)
}

fn now() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "how long a step takes is measured by the machine")]
    Instant::now()
}

fn seconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f32())
}
