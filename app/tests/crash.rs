#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test may panic, and tells its counts")]
#![expect(dead_code, reason = "of what the tests of the program share, these take a part")]
//! `kill -9` in the middle of ten thousand acknowledged tickets: none lost, none doubled, on both databases.
//!
//! The program is the real one, asked over HTTP by 32 clients. What was sent and not answered when it died is sent again with
//! the same key after it has come back, as the outbox of a device does.
mod program;

use program::{Client, Pupil, Server, house};
use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

/// Acknowledged tickets to reach.
const TICKETS: usize = 10_000;
/// Clients at once.
const CLIENTS: usize = 32;
/// How many times the program is killed.
const KILLS: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_ticket_is_lost_or_doubled() {
    for (name, place) in db::testing::places().await {
        let (config, pupils) = house(&place, TICKETS).await;
        let (answered, again) = tokio::task::spawn_blocking(move || storm(&config, pupils)).await.unwrap();
        let db = db::Db::open(&place, 2, std::sync::Arc::new(|_| {})).unwrap();
        let rows =
            db.read_long(|tx| tx.query("SELECT blocks, count(*) FROM desk_ticket GROUP BY blocks", &[])).await.unwrap();
        let kept: HashMap<String, i64> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        let lost = answered.iter().filter(|text| !kept.contains_key(*text)).count();
        let doubled = kept.values().filter(|count| **count > 1).count();
        eprintln!(
            "{name}: {} tickets answered, {KILLS} kills, {again} sent again, {lost} lost, {doubled} doubled",
            answered.len()
        );
        assert!(answered.len() >= TICKETS, "{name}");
        assert_eq!((lost, doubled), (0, 0), "{name}");
        db.close().await;
    }
}

/// Every pupil asks once, while the program is killed; gives back what was acknowledged, and how many were sent again.
fn storm(config: &program::Place, pupils: Vec<Pupil>) -> (Vec<String>, usize) {
    let queue: Mutex<VecDeque<(Pupil, bool)>> = Mutex::new(pupils.into_iter().map(|pupil| (pupil, false)).collect());
    let answered: Mutex<Vec<String>> = Mutex::default();
    let (again, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let server = Mutex::new(Server::start(config));
    std::thread::scope(|threads| {
        for _ in 0..CLIENTS {
            threads.spawn(|| {
                let mut client = Client::new(config.address);
                while !over.load(Ordering::SeqCst) {
                    let Some((pupil, sent)) = queue.lock().unwrap().pop_front() else { break };
                    if sent {
                        again.fetch_add(1, Ordering::SeqCst);
                    }
                    if client.ask(&pupil) == Some(303) {
                        answered.lock().unwrap().push(pupil.text());
                    } else {
                        queue.lock().unwrap().push_back((pupil, true));
                        std::thread::sleep(Duration::from_millis(20));
                        client = Client::new(config.address);
                    }
                }
            });
        }
        for kill in 1..=KILLS {
            while answered.lock().unwrap().len() < kill * TICKETS / (KILLS + 1) {
                std::thread::sleep(Duration::from_millis(2));
            }
            let mut server = server.lock().unwrap();
            server.kill();
            *server = Server::start(config);
        }
        while answered.lock().unwrap().len() < TICKETS {
            std::thread::sleep(Duration::from_millis(10));
        }
        over.store(true, Ordering::SeqCst);
    });
    server.lock().unwrap().kill();
    (answered.into_inner().unwrap(), again.into_inner())
}
