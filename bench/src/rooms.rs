//! What a seat in a room costs: the media unit alone in a process, then Janus alone in its own, synthetic browsers in this one.
//!
//! The same browsers send the same voices and pictures to both and are given the same number of them back; rounds take
//! turns. A megabit is one of voices and pictures that reached the browsers, without headers: what neither repeats nor pads
//! can swell.
mod janus;
mod unit;

pub use unit::serve as unit;

use crate::{process, report::median};
use janus::Janus;
use preau::{Result, Trouble, terminal};
use sfu::testing::{Client, Manner, run, until};
use std::time::Duration;
use unit::Unit;

/// A server of rooms in a process of its own.
trait Served {
    /// Seats so many in one room.
    fn sit(&mut self, seats: usize, manner: Manner) -> Result<Vec<Client>>;

    /// What it used so far.
    fn used(&self) -> Result<Used>;
}

/// What a process used so far.
#[derive(Clone, Copy, Debug)]
struct Used {
    /// CPU of all its threads, user and system, in milliseconds.
    cpu_ms: f64,
    /// Its memory, in megabytes.
    rss_mb: f64,
}

/// What this process used.
fn used(id: u32) -> Result<Used> {
    let failed = "what the server used cannot be read";
    let cpu = process::cpu(id).map_err(Trouble::while_(failed))?;
    Ok(Used { cpu_ms: cpu * 1_000.0, rss_mb: process::mb(id, "VmRSS").map_err(Trouble::while_(failed))? })
}

/// What one server needed for one kind of room.
#[derive(Clone, Copy, Debug, Default)]
pub struct Room {
    /// Milliseconds of CPU for each seat and second.
    pub cpu_ms_per_seat_s: f64,
    /// Milliseconds of CPU for each megabit of voices and pictures that reached a browser.
    pub cpu_ms_per_megabit: f64,
    /// Microseconds of CPU for each packet of them.
    pub cpu_us_per_packet: f64,
    /// Its memory, in megabytes.
    pub rss_mb: f64,
    /// Megabits a second that reached the browsers.
    pub megabits_s: f64,
}

/// One kind of room.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pair {
    /// Seats.
    pub seats: usize,
    /// Ours.
    pub ours: Room,
    /// Janus, where it is installed.
    pub janus: Option<Room>,
    /// Our CPU for a megabit beside that of Janus in the same round: the middle of all rounds.
    pub ratio: Option<f64>,
}

/// Both kinds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rooms {
    /// Thirty voices.
    pub voices: Pair,
    /// Twelve voices and cameras.
    pub cameras: Pair,
}

/// Measures both kinds, in so many rounds of this length each.
pub fn measure(rounds: usize, long: Duration) -> Result<Rooms> {
    if janus::program().is_none() {
        terminal::aside("Janus is not installed on this machine: rooms.ratio_to_janus is not measured");
    }
    let voices = pair(30, Manner::VOICE, rounds, long)?;
    let cameras = pair(12, Manner { places: (6, 9), ..Manner::BOTH }, rounds, long)?;
    Ok(Rooms { voices, cameras })
}

/// Rounds of both servers, taking turns.
fn pair(seats: usize, manner: Manner, rounds: usize, long: Duration) -> Result<Pair> {
    let (mut ours, mut theirs) = (vec![], vec![]);
    for _ in 0..rounds {
        ours.push(room(&mut Unit::start()?, seats, manner, long)?);
        if let Some(program) = janus::program() {
            theirs.push(room(&mut Janus::start(program)?, seats, manner, long)?);
        }
    }
    let ratios: Vec<f64> =
        ours.iter().zip(&theirs).map(|(ours, janus)| ours.cpu_ms_per_megabit / janus.cpu_ms_per_megabit).collect();
    let janus = (!theirs.is_empty()).then(|| middle(&theirs));
    Ok(Pair { seats, ours: middle(&ours), janus, ratio: janus.map(|_| median(ratios)) })
}

fn room(server: &mut impl Served, seats: usize, manner: Manner, long: Duration) -> Result<Room> {
    let mut clients = server.sit(seats, manner)?;
    let connected = until(&mut clients, Duration::from_mins(1), |all| all.iter().all(|client| client.connected));
    if !connected {
        return Err(preau::Trouble::of("not every seat of a room was connected within a minute"));
    }
    run(&mut clients, Duration::from_secs(5));
    let (before, (packets, bytes), began) = (server.used()?, reached(&clients), crate::crowd::now());
    run(&mut clients, long);
    let (after, lasted) = (server.used()?, began.elapsed().as_secs_f64());
    let (packets, bytes) = (reached(&clients).0 - packets, reached(&clients).1 - bytes);
    let (cpu, megabits) = (after.cpu_ms - before.cpu_ms, bytes * 8.0 / 1_000_000.0);
    Ok(Room {
        cpu_ms_per_seat_s: cpu / crate::report::count(seats) / lasted,
        cpu_ms_per_megabit: cpu / megabits.max(0.001),
        cpu_us_per_packet: cpu * 1_000.0 / packets.max(1.0),
        rss_mb: after.rss_mb,
        megabits_s: megabits / lasted,
    })
}

/// Packets and bytes of voices and pictures that reached the browsers.
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn reached(clients: &[Client]) -> (f64, f64) {
    let packets: u64 = clients.iter().map(Client::packets).sum();
    let bytes: u64 = clients.iter().map(Client::bytes).sum();
    (packets as f64, bytes as f64)
}

/// The middle of each figure.
fn middle(rounds: &[Room]) -> Room {
    let of = |figure: fn(&Room) -> f64| median(rounds.iter().map(figure).collect());
    Room {
        cpu_ms_per_seat_s: of(|room| room.cpu_ms_per_seat_s),
        cpu_ms_per_megabit: of(|room| room.cpu_ms_per_megabit),
        cpu_us_per_packet: of(|room| room.cpu_us_per_packet),
        rss_mb: of(|room| room.rss_mb),
        megabits_s: of(|room| room.megabits_s),
    }
}
