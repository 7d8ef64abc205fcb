//! Nodes hear each other: what one rings, all hear, over LISTEN and NOTIFY.
use super::{Idle, line::Line};
use crate::{Error, Result, Ringer};
use std::{
    sync::{Arc, Weak},
    time::Duration,
};

/// The channel on which nodes tell each other what rang.
pub const CHANNEL: &str = "preau_ring";
/// What is rung when the line is there, anew perhaps: what rang while it was not is not known, so everyone looks again.
const EVERY_TOPIC: &str = "*";
/// How long the line may be mute before the server is asked whether it is still there.
const MUTE: u32 = 10;
/// How long the server may take to say so.
const PATIENCE: Duration = Duration::from_secs(5);

/// Hears what other nodes (and this one) rang, on a connection and a thread of its own, until the database is closed.
pub fn listen(line: Arc<Line>, alive: Weak<Idle>, ringer: Ringer) -> Result<()> {
    let listening = move || {
        while open(&alive) {
            if let Err(error) = hear(&line, &alive, &ringer) {
                tracing::warn!(
                    error = kernel::causes(&error),
                    "the line on which nodes hear each other broke; trying again"
                );
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
    let mut link = line.connect()?;
    link.run(PATIENCE, async |client| client.batch_execute(&format!("LISTEN {CHANNEL}")).await)?;
    ringer(EVERY_TOPIC);
    let mut mute = 0;
    while open(alive) {
        let heard = link.hear(Duration::from_secs(1))?;
        mute = if heard.is_empty() { mute + 1 } else { 0 };
        for topic in &heard {
            ringer(topic);
        }
        if mute >= MUTE {
            // A line that broke without a word would stay mute for ever.
            link.run(PATIENCE, async |client| client.batch_execute("").await)?;
            mute = 0;
        }
    }
    Ok(())
}
