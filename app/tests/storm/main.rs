#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may panic, and tells its counts")]
#![expect(dead_code, reason = "of what the tests of the program share, this takes a part")]
//! Fifty clients send forms without end while everything below them breaks: the program is killed, PostgreSQL is killed, lines are
//! cut, the disk is full. What was acknowledged is there once; what was sent again counts once.
//!
//! Started by `cargo xtask storm`, which says how often, and how PostgreSQL is killed and started again.
mod attacks;
mod crowd;
mod disk;
mod ledger;
#[path = "../program/mod.rs"]
mod program;
#[path = "../program/proxy.rs"]
mod proxy;
mod table;

use attacks::Stage;
use clap::Parser;
use disk::Disk;
use std::process::ExitCode;

/// How often what is broken. Each is done on a house of its database.
#[derive(Debug, Parser)]
struct Asked {
    /// How often the program is killed on SQLite.
    #[arg(long, default_value_t = 3)]
    rounds_sqlite: usize,
    /// How often on PostgreSQL, which is that of `TEST_POSTGRES`.
    #[arg(long, default_value_t = 2)]
    rounds_postgres: usize,
    /// How often PostgreSQL itself is killed.
    #[arg(long, default_value_t = 1)]
    restarts: usize,
    /// How often every line to it is cut.
    #[arg(long, default_value_t = 1)]
    cuts: usize,
    /// The command that kills PostgreSQL (`kill`), or stops it at once (`stop`), and starts it again.
    #[arg(last = true)]
    again: Vec<String>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let asked = Asked::parse();
    let mut lines = vec![];
    let house = Stage::sqlite().await;
    lines.push(house.kills("sqlite kill", asked.rounds_sqlite).await);
    match Disk::mounted() {
        Some(disk) => lines.push(Stage::on(&disk).await.full("sqlite disk full", &disk).await),
        None => println!("sqlite disk full: skipped, no file system may be mounted here"),
    }
    match db::testing::places().await.into_iter().nth(1) {
        Some((_, at)) if !asked.again.is_empty() => {
            let (house, below) = Stage::postgres(at, &asked.again).await;
            lines.push(house.kills("postgres kill", asked.rounds_postgres).await);
            lines.push(house.restarts("postgres restarted", &below, asked.restarts).await);
            lines.push(house.cuts("postgres line cut", &below, asked.cuts).await);
        }
        _ => println!("postgres: skipped, no server of its own was given"),
    }
    for row in table::table(&lines) {
        println!("{row}");
    }
    if lines.iter().all(table::Line::is_well) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
