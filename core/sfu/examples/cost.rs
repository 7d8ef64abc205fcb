//! What a seat costs, for quick turns and for profilers: the unit on its thread, synthetic browsers on another.
//!
//! `cargo run --release -p sfu --features testing --example cost -- cameras 12 10` (or `voices`; seats; seconds). The figures
//! that are kept, and Janus beside them, are those of `preau-bench --rooms`.
#![expect(clippy::print_stdout, reason = "the figures are what it is for")]
#![expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
use sfu::{
    Caps, Config, Figures, Limits, Sfu,
    testing::{Client, Manner, run, until},
};
use std::{net::SocketAddr, path::Path, time::Duration};

/// Milliseconds of CPU of the unit's thread so far.
fn cpu() -> f64 {
    let of = |thread: &Path| {
        let name = std::fs::read_to_string(thread.join("comm")).unwrap_or_default();
        let spent = std::fs::read_to_string(thread.join("schedstat")).unwrap_or_default();
        let spent = spent.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok()).unwrap_or(0.0);
        if name.trim() == "rooms" { spent / 1e6 } else { 0.0 }
    };
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    threads.map(|thread| of(&thread.path())).sum()
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let number = |at: usize, else_: u32| words.get(at).and_then(|n| n.parse().ok()).unwrap_or(else_);
    let (seats, seconds) = (number(2, 12), number(3, 10));
    let voices = words.get(1).is_some_and(|kind| kind == "voices");
    let manner = if voices { Manner::VOICE } else { Manner { places: (6, 9), ..Manner::BOTH } };
    let limits = Limits { kilobits_out: 20_000, ..Limits::default() };
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let handle = Sfu::start(&Config { listen, limits, ..Config::default() }).expect("a unit");
    let mut clients: Vec<Client> = vec![];
    for n in 0..seats {
        let mut client = Client::new(manner, handle.addresses()[0]).expect("a browser");
        client.sit(&handle, "a", &format!("s{n}"), Caps::GUEST).expect("a seat");
        clients.push(client);
    }
    assert!(until(&mut clients, Duration::from_mins(1), |all| all.iter().all(|client| client.connected)));
    run(&mut clients, Duration::from_secs(5));
    let sample = |clients: &[Client]| {
        let Figures { packets_in, packets_out, bytes_out, dropped, .. } = handle.figures().expect("figures");
        let media = clients.iter().map(Client::packets).sum();
        (cpu(), [packets_in, packets_out, bytes_out * 8, dropped, media].map(|n: u64| n as f64))
    };
    let before = sample(&clients);
    run(&mut clients, Duration::from_secs(seconds.into()));
    let after = sample(&clients);
    let cpu = after.0 - before.0;
    let mut n = 0;
    let [packets_in, packets_out, bits, dropped, media] = after.1.map(|figure| {
        n += 1;
        (figure - before.1[n - 1]) / f64::from(seconds)
    });
    let per_s = cpu / f64::from(seconds);
    println!("{seats} seats: {per_s:.1} ms of CPU a second, {:.2} ms for each seat", per_s / f64::from(seats));
    println!("{:.2} ms for each megabit sent, {:.2} of them a second", per_s / bits * 1e6, bits / 1e6);
    println!("{:.1} µs for each packet that reached a browser, {media:.0} of them a second", per_s * 1e3 / media);
    println!("{packets_in:.0} packets a second in, {packets_out:.0} out, {dropped:.0} dropped");
}
