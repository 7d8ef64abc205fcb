use super::{client, unit};
use crate::{
    Caps, Config, Handle, Limits,
    testing::{Client, Manner},
};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use std::{collections::BTreeMap, time::Duration};

/// Sequences of each kind of end.
const SEQUENCES: u32 = 2_000;

/// How much this process holds, in kilobytes.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)).and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn descriptors() -> usize {
    std::fs::read_dir("/proc/self/fd").map_or(0, Iterator::count)
}

/// One step: somebody comes, goes, is thrown out, vanishes without a word, or a room ends.
fn churn(handle: &Handle, chance: &mut ChaCha8Rng, seated: &mut BTreeMap<(u32, u32), Client>, did: &mut [u32; 6]) {
    let (room, seat) = (chance.next_u32() % 12, chance.next_u32() % 5);
    let (name, place) = (format!("r{room}"), format!("s{seat}"));
    let what = (chance.next_u32() % 10) as usize;
    match what {
        0..=4 => {
            let manner = Manner { tcp: chance.next_u32().is_multiple_of(4), places: (2, 1), ..Manner::BOTH };
            let mut client = client(handle, manner);
            if client.sit(handle, &name, &place, Caps::GUEST).is_ok() {
                seated.insert((room, seat), client);
                did[0] += 1;
            }
        }
        5 => {
            handle.leave(&name, &place);
            seated.remove(&(room, seat));
            did[1] += 1;
        }
        6 | 7 => {
            seated.remove(&(room, seat));
            did[2] += 1;
        }
        8 => {
            handle.close(&name);
            seated.retain(|(of, _), _| *of != room);
            did[3] += 1;
        }
        _ => {
            if let Some(client) = seated.get_mut(&(room, seat)) {
                let offer = client.offer_again(handle.addresses()[0]).expect("another line");
                if let Ok(answer) = handle.restart(&name, &place, &offer) {
                    client.answer(&answer);
                    did[4] += 1;
                }
            }
        }
    }
    let (some, of) = (did[5] % 3, 3);
    for (_, client) in seated.iter_mut().filter(|((room, _), _)| room % of == some) {
        client.live();
    }
    did[5] += 1;
}

#[test]
fn two_thousand_comings_and_goings_leave_nothing_behind() {
    let limits = Limits { rooms: 50, ..Limits::default() };
    let (handle, _signals) = unit(Config { limits, ..Config::default() });
    let mut chance = ChaCha8Rng::seed_from_u64(4);
    let (mut seated, mut did) = (BTreeMap::new(), [0; 6]);
    for _ in 0..SEQUENCES / 4 {
        churn(&handle, &mut chance, &mut seated, &mut did);
    }
    let (quarter, open) = (memory(), descriptors());
    for _ in SEQUENCES / 4..SEQUENCES {
        churn(&handle, &mut chance, &mut seated, &mut did);
    }
    let whole = memory();
    drop(seated);
    // Who vanished without a word is noticed after twelve seconds, or twenty when they were never there.
    let mut left = handle.figures().expect("figures");
    for _ in 0..60 {
        if left.peers == 0 && left.connections == 0 {
            break;
        }
        std::thread::sleep(Duration::from_millis(500));
        left = handle.figures().expect("figures");
    }
    let [joins, leaves, kills, closings, restarts, steps] = did;
    let told = format!(
        "{steps} steps: {joins} joined, {leaves} left, {kills} killed, {closings} rooms closed, {restarts} restarted; \
         after: {} rooms, {} peers, {} addresses, {} connections, {} timers, {} faults; \
         memory {quarter} kB after a quarter, {whole} kB after all; {open} then {} descriptors",
        left.rooms.len(),
        left.peers,
        left.addresses,
        left.connections,
        left.timers,
        left.faults,
        descriptors(),
    );
    #[expect(clippy::print_stderr, reason = "the counts are what this test is for")]
    {
        eprintln!("{told}");
    }
    let still = (left.rooms.len(), left.peers, left.addresses, left.connections, left.timers);
    assert_eq!(still, (0, 0, 0, 0, 0), "{told}");
    assert_eq!(left.faults, 0, "{told}");
    assert!(whole < quarter + 60_000, "{told}");
    assert!(descriptors() < 40, "{told}");
}
