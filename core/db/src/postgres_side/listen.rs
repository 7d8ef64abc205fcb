//! Nodes hear each other: what one rings, all hear, over LISTEN and NOTIFY.
use super::{Idle, line::Line};
use crate::{Error, Result, Ringer};
use postgres::fallible_iterator::FallibleIterator;
use std::{
    sync::{Arc, Weak},
    time::Duration,
};

/// The channel on which nodes tell each other what rang.
pub const CHANNEL: &str = "preau_ring";
/// What is rung when the line is there, anew perhaps: what rang while it was not is not known, so everyone looks again.
const EVERY_TOPIC: &str = "*";

/// Hears what other nodes (and this one) rang, on a connection and a thread of its own, until the database is closed.
pub fn listen(line: Arc<Line>, alive: Weak<Idle>, ringer: Ringer) -> Result<()> {
    let listening = move || {
        while open(&alive) {
            if let Err(error) = hear(&line, &alive, &ringer) {
                tracing::warn!(%error, "the line on which nodes hear each other broke; trying again");
                std::thread::park_timeout(Duration::from_secs(1));
            }
        }
    };
    let thread = std::thread::Builder::new().name("postgres-listen".into());
    thread.spawn(listening).map_err(|error| Error::Open(error.to_string()))?;
    Ok(())
}

fn open(alive: &Weak<Idle>) -> bool {
    alive.upgrade().is_some_and(|idle| idle.is_open())
}

fn hear(line: &Line, alive: &Weak<Idle>, ringer: &Ringer) -> Result<()> {
    let mut client = line.connect()?;
    client.batch_execute(&format!("LISTEN {CHANNEL}"))?;
    ringer(EVERY_TOPIC);
    while open(alive) {
        let mut heard = client.notifications();
        let mut waiting = heard.timeout_iter(Duration::from_secs(1));
        while let Some(note) = waiting.next()? {
            ringer(note.payload());
        }
    }
    Ok(())
}
