//! Thirty-two clients at once, and what a round of them costs the server.
use crate::{
    child::Server,
    town::{PIN, Seat},
    wire::{Wire, get, post},
};
use preau::{Result, Trouble};
use std::{
    future::Future,
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

/// How many connections ask at once.
pub const CLIENTS: usize = 32;

/// What a round came to.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// Requests, or whole visits, a second.
    pub per_s: f64,
    /// Microseconds of CPU for each, on the server's side.
    pub cpu_us: f64,
}

#[expect(clippy::disallowed_methods, reason = "this measures durations")]
pub fn now() -> Instant {
    Instant::now()
}

/// Lets every client do its `part`, which says how many things it did.
async fn round<F: Future<Output = io::Result<usize>> + Send + 'static>(
    server: &Server,
    part: impl Fn(Wire, usize) -> F,
) -> Result<Round> {
    let failed = "the server that is measured does not answer as it should";
    let mut wires = vec![];
    for _ in 0..CLIENTS {
        wires.push(Wire::open(&server.address).await.map_err(Trouble::while_(failed))?);
    }
    let (began, before) = (now(), server.cpu());
    let parts: Vec<_> = wires.into_iter().enumerate().map(|(n, wire)| tokio::spawn(part(wire, n))).collect();
    let mut done = 0;
    for part in parts {
        let part = part.await.map_err(Trouble::while_(failed))?;
        done += part.map_err(Trouble::while_(failed))?;
    }
    let (seconds, cpu) = (began.elapsed().as_secs_f64(), server.cpu() - before);
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    let done = done as f64;
    Ok(Round { per_s: done / seconds, cpu_us: cpu * 1e6 / done.max(1.0) })
}

fn unless(good: bool, what: &str, status: u16) -> io::Result<()> {
    if good { Ok(()) } else { Err(io::Error::other(format!("{what} answered {status}"))) }
}

/// The same page at `path`, for `long`; each client as another of `seats`.
pub async fn pages(server: &Server, path: &str, seats: &[Seat], headers: &str, long: Duration) -> Result<Round> {
    let requests: Arc<Vec<_>> = Arc::new(seats.iter().map(|seat| get(path, &seat.cookie, headers)).collect());
    let until = now() + long;
    round(server, |mut wire, n| {
        let requests = Arc::clone(&requests);
        async move {
            let request = &requests[n % requests.len()];
            let mut done = 0;
            while now() < until {
                let answer = wire.ask(request).await?;
                unless(answer.status == 200, "the page", answer.status)?;
                done += 1;
            }
            Ok(done)
        }
    })
    .await
}

/// Each card once: its PIN, then as far as the home page.
pub async fn sign_ins(server: &Server, tokens: &[String]) -> Result<Round> {
    let (tokens, next) = (Arc::new(tokens.to_vec()), Arc::new(AtomicUsize::new(0)));
    round(server, |mut wire, _| {
        let (tokens, next) = (Arc::clone(&tokens), Arc::clone(&next));
        async move {
            let mut done = 0;
            while let Some(token) = tokens.get(next.fetch_add(1, Ordering::Relaxed)) {
                let form = format!("pin={PIN}&device=own&vers=");
                let mut answer = wire.ask(&post(&format!("/c/{token}"), "", &form)).await?;
                let cookie = answer.header("set-cookie").and_then(|line| line.strip_prefix("preau="));
                let cookie = cookie.and_then(|line| line.split(';').next()).unwrap_or("").to_owned();
                let mut steps = 0;
                while answer.status == 303 && steps < 4 {
                    let to = answer.header("location").unwrap_or("/").to_owned();
                    answer = wire.ask(&get(&to, &cookie, "")).await?;
                    steps += 1;
                }
                let home = answer.body.windows(7).any(|part| part == b"/compte");
                unless(answer.status == 200 && !cookie.is_empty() && home, "the sign-in", answer.status)?;
                done += 1;
            }
            Ok(done)
        }
    })
    .await
}

/// The form of a demand.
pub fn demand(seat: &Seat, once: usize) -> Vec<u8> {
    let form = format!(
        "csrf={}&once=bench-{once}&matiere=maths&mode=ecrit&bloque=Exercice+12+page+87%2C+je+bloque+au+d%C3%A9but",
        seat.csrf
    );
    post("/bar/demande", &seat.cookie, &form)
}

/// Each pupil asks once.
pub async fn tickets(server: &Server, seats: &[Seat]) -> Result<Round> {
    let (seats, next) = (Arc::new(seats.to_vec()), Arc::new(AtomicUsize::new(0)));
    round(server, |mut wire, _| {
        let (seats, next) = (Arc::clone(&seats), Arc::clone(&next));
        async move {
            let mut done = 0;
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(seat) = seats.get(at) else { return Ok(done) };
                let answer = wire.ask(&demand(seat, at)).await?;
                unless(answer.header("location") == Some("/bar/moi"), "the demand", answer.status)?;
                done += 1;
            }
        }
    })
    .await
}
