//! Many who watch one desk, and how long a ring takes to reach them all.
use crate::{
    child::Server,
    crowd,
    town::Seat,
    wire::{Wire, get},
};
use preau::{Result, Trouble, terminal};
use std::time::{Duration, Instant};
use tokio::{
    io::AsyncReadExt,
    sync::mpsc::{self, UnboundedSender},
};

/// How long a ring is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub struct Live {
    /// How many watched.
    pub watchers: usize,
    /// Milliseconds from the demand's sending until a watcher heard, for 99 of 100.
    pub p99_ms: f64,
    /// Rings that did not come in time.
    pub lost: usize,
}

/// Opens every watcher's stream, then lets each of `ringers` ask for help, one after another.
pub async fn measure(server: &Server, watchers: &[Seat], ringers: &[Seat]) -> Result<Live> {
    let failed = "the watchers could not be seated";
    let (tell, mut told) = mpsc::unbounded_channel();
    let mut watching = vec![];
    for seat in watchers {
        let wire = Wire::open(&server.address).await.map_err(Trouble::while_(failed))?;
        let request = get("/flux", &seat.cookie, "Accept: text/event-stream\r\n");
        let stream = wire.begin(&request).await.map_err(Trouble::while_(failed))?;
        watching.push(tokio::spawn(watch(stream, tell.clone())));
    }
    // Each says once that its stream is open.
    for _ in watchers {
        let open = tokio::time::timeout(PATIENCE, told.recv()).await;
        open.map_err(Trouble::while_(failed))?;
    }
    let mut wire = Wire::open(&server.address).await.map_err(Trouble::while_(failed))?;
    let (mut delays, mut lost) = (vec![], 0);
    for (n, ringer) in ringers.iter().enumerate() {
        let rung = crowd::now();
        let answer = wire.ask(&crowd::demand(ringer, n)).await.map_err(Trouble::while_(failed))?;
        if answer.header("location") != Some("/bar/moi") {
            return Err(Trouble::of("a demand before the watchers was refused"));
        }
        let mut heard = 0;
        while heard < watchers.len() {
            let left = PATIENCE.saturating_sub(rung.elapsed());
            let Ok(Some(at)) = tokio::time::timeout(left, told.recv()).await else { break };
            delays.push(at.duration_since(rung).as_secs_f64() * 1e3);
            heard += 1;
        }
        lost += watchers.len() - heard;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for watcher in watching {
        watcher.abort();
    }
    delays.extend(std::iter::repeat_n(PATIENCE.as_secs_f64() * 1e3, lost));
    delays.sort_by(f64::total_cmp);
    let p99_ms = delays.get(delays.len() * 99 / 100).copied().unwrap_or(0.0);
    Ok(Live { watchers: watchers.len(), p99_ms, lost })
}

/// Tells when the stream opens, then each time something rings.
async fn watch(mut stream: tokio::net::TcpStream, tell: UnboundedSender<Instant>) {
    let mut read = vec![0; 4096];
    while let Ok(length @ 1..) = stream.read(&mut read).await {
        let said = &read[..length];
        if said.starts_with(b"HTTP/1.1 ") && !said.starts_with(b"HTTP/1.1 200") {
            let said = String::from_utf8_lossy(said);
            terminal::aside(format!("a watcher was answered {}", said.lines().next().unwrap_or_default()));
        }
        let has = |word: &[u8]| said.windows(word.len()).any(|part| part == word);
        if has(b"event: hello") || has(b"event: ring") {
            // Nobody listens any more once the measure is over.
            let _ = tell.send(crowd::now());
        }
    }
}
