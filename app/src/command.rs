//! The commands an operator types.
use crate::{Result, check, config::Config, demo, import, keep, node, person, rights, serve};
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Préau: a school's covered yard, for when the pupil is elsewhere.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Preau {
    /// The configuration file; without it preau.toml in this folder, else /etc/preau/preau.toml.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answers people.
    Serve {
        /// Begins with a new secret where the one that cards were made with is lost for good: every card is then made anew.
        #[arg(long)]
        new_secret: bool,
    },
    /// Makes an evening with invented people on the real Norman schools, and answers.
    Demo(demo::Asked),
    /// Brings the database to the schema of this program.
    Migrate,
    /// Reads a file of schools or of people: whole or not at all.
    Import {
        #[command(subcommand)]
        what: import::What,
    },
    /// Takes everything into one file, while the service runs.
    Backup {
        /// The file to make.
        file: PathBuf,
        /// Also where a file of this name is there already.
        #[arg(long)]
        force: bool,
    },
    /// Puts a backup into an empty place.
    Restore {
        /// The file to read.
        file: PathBuf,
    },
    /// Says in plain words what is wrong; with another house or a backup, whether both hold the same.
    Check(check::Check),
    /// Forgets what is past its time, as each night does.
    Purge {
        /// Only counts.
        #[arg(long)]
        dry_run: bool,
    },
    /// The work done later: what waits, and what was set aside after failing too often.
    Jobs {
        /// Takes up again what was set aside, of this kind or (`all`) of every kind.
        #[arg(long, value_name = "KIND")]
        retry: Option<String>,
    },
    /// Prints the audit trail: who did what that others may ask about, in ids.
    Audit {
        /// Of how many days.
        #[arg(long, default_value_t = 30)]
        days: i64,
    },
    /// One person: the first administrator, what is known of somebody, their erasure.
    Person {
        #[command(subcommand)]
        deed: person::Deed,
    },
    /// Prints who may do what, as the `rights.md` of each slice keeps it.
    Rights,
}

/// Does what was asked.
pub async fn run(preau: Preau) -> Result<()> {
    let config = || Config::found(preau.config.as_deref());
    // What an operator asks for says itself what came of it; the log has what is not as it should be.
    let quiet = || config().inspect(|config| node::begin_log(config.log, tracing::Level::WARN));
    match preau.command {
        Command::Serve { new_secret } => serve::serve(config()?, new_secret).await,
        Command::Demo(asked) => demo::demo(asked).await,
        Command::Migrate => keep::migrate(quiet()?).await,
        Command::Import { what } => import::import(quiet()?, what).await,
        Command::Backup { file, force } => keep::backup(quiet()?, &file, force).await,
        Command::Restore { file } => keep::restore(quiet()?, &file).await,
        Command::Check(asked) => check::check(quiet(), asked).await,
        Command::Purge { dry_run } => keep::purge(quiet()?, dry_run).await,
        Command::Jobs { retry } => keep::jobs(quiet()?, retry).await,
        Command::Audit { days } => keep::audit(quiet()?, days).await,
        Command::Person { deed } => person::person(quiet()?, deed).await,
        Command::Rights => {
            rights::print();
            Ok(())
        }
    }
}
