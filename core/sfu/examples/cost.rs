//! What a seat costs, by itself: the unit on its thread, synthetic browsers on another, both in this process.
//!
//! `cargo run --release -p sfu --features testing --example cost -- cameras 12 10` (kind, seats, seconds). It is for quick turns
//! and for profilers; the figures that are kept are those of `preau bench --rooms`.
use sfu::{
    Caps, Config, Limits, Sfu,
    testing::{Client, Manner, run, until},
};
use std::{net::SocketAddr, time::Duration};

/// Milliseconds of CPU of the unit's thread.
fn cpu() -> f64 {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let of = |at: std::path::PathBuf| {
        let name = std::fs::read_to_string(at.join("comm")).unwrap_or_default();
        let spent = std::fs::read_to_string(at.join("schedstat")).unwrap_or_default();
        let spent = spent.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok()).unwrap_or(0.0);
        if name.trim() == "rooms" { spent / 1e6 } else { 0.0 }
    };
    threads.map(|entry| of(entry.path())).sum()
}

fn main() {
    let mut words = std::env::args().skip(1);
    let kind = words.next().unwrap_or_else(|| "cameras".into());
    let seats: u32 = words.next().and_then(|n| n.parse().ok()).unwrap_or(12);
    let seconds: u64 = words.next().and_then(|n| n.parse().ok()).unwrap_or(10);
    let manner = if kind == "voices" { Manner::VOICE } else { Manner { places: (6, 9), ..Manner::BOTH } };
    let limits = Limits { kilobits_out: 20_000, ..Limits::default() };
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let handle = Sfu::start(&Config { listen, limits, ..Config::default() }).expect("a unit");
    let mut clients: Vec<Client> = vec![];
    for n in 0..seats {
        let mut client = Client::new(manner, handle.addresses()[0]).expect("a browser");
        client.sit(&handle, "a", &format!("s{n}"), Caps::GUEST).expect("a seat");
        clients.push(client);
    }
    let all = until(&mut clients, Duration::from_mins(1), |all| all.iter().all(|client| client.connected));
    run(&mut clients, Duration::from_secs(3));
    let (before, began) = (handle.figures().expect("figures"), cpu());
    let got: u64 = clients.iter().map(Client::packets).sum();
    run(&mut clients, Duration::from_secs(seconds));
    let (after, spent) = (handle.figures().expect("figures"), cpu() - began);
    let got = clients.iter().map(Client::packets).sum::<u64>() - got;
    let per_s = |n: u64| n as f64 / seconds as f64;
    let megabits = (after.bytes_out - before.bytes_out) as f64 * 8e-6;
    let (came, went) = (after.packets_in - before.packets_in, after.packets_out - before.packets_out);
    println!(
        "{kind} {seats} seats, all connected: {all}; cpu {:.1} ms/s, {:.2} ms/seat-s, {:.2} ms/Mbit, {:.1} µs/packet; \
         in {:.0}/s, out {:.0}/s, media got {:.0}/s, {:.2} Mbit/s, dropped {}",
        spent / seconds as f64,
        spent / seconds as f64 / f64::from(seats),
        spent / megabits,
        spent * 1e3 / (came + went) as f64,
        per_s(came),
        per_s(went),
        per_s(got),
        megabits / seconds as f64,
        after.dropped - before.dropped,
    );
}
