#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test may panic, and tells its counts")]
#![expect(dead_code, reason = "of what the tests of the program share, these take a part")]
//! Ten thousand sends from outboxes over a line that fails in every way, to a program that is killed: none lost, none twice,
//! each person's in the order they were written. On both databases.
//!
//! The rule is the outbox's (`core/web/assets/preau/2-outbox.js`): what was written is sent, the oldest first, with its own key,
//! until the server has answered. The same rule in a real browser is in `e2e/stories/offline.spec.ts`.
mod program;

use kernel::{Chance, Seeded};
use program::{Client, Place, Pupil, Server, house};
use std::{
    collections::{BTreeMap, VecDeque},
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpStream},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

/// Sends in all: each pupil asks, then adds messages.
const SENDS: usize = 10_000;
/// Messages of each pupil after their demand.
const MESSAGES: usize = 4;
/// Devices at once.
const DEVICES: usize = 24;
/// How many times the program is killed.
const KILLS: usize = 6;

/// What the line does to one send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    /// Nothing.
    None,
    /// Cut before a byte has left.
    Before,
    /// Cut in the middle of what is sent.
    Within,
    /// Cut after all was sent, before the answer.
    After,
    /// Sent on two lines at once.
    Twice,
    /// The device waits for an answer less long than it takes.
    Impatient,
}

impl Fault {
    /// Six in ten sends meet one.
    fn drawn(chance: &Seeded) -> Self {
        let mut byte = [0];
        chance.fill(&mut byte);
        match byte[0] % 20 {
            0..=2 => Self::Before,
            3..=4 => Self::Within,
            5..=7 => Self::After,
            8..=9 => Self::Twice,
            10..=11 => Self::Impatient,
            _ => Self::None,
        }
    }
}

/// The outbox of one pupil.
struct Outbox {
    pupil: Pupil,
    /// What waits, the oldest first: the key, and the text of a message, or nothing for the demand.
    waiting: VecDeque<(String, Option<String>)>,
}

impl Outbox {
    fn of(pupil: Pupil) -> Self {
        let message = |n| (format!("m{}-{n}", pupil.number), Some(format!("message {n} de {}", pupil.number)));
        let waiting = std::iter::once((format!("k{}", pupil.number), None)).chain((0..MESSAGES).map(message));
        Self { waiting: waiting.collect(), pupil }
    }

    fn request(&self, key: &str, text: Option<&str>) -> Vec<u8> {
        let Pupil { csrf, cookie, .. } = &self.pupil;
        let (path, rest) = match text {
            Some(text) => ("/bar/moi/message", format!("texte={}", text.replace(' ', "+"))),
            None => {
                ("/bar/demande", format!("matiere=maths&mode=ecrit&bloque={}", self.pupil.text().replace(' ', "+")))
            }
        };
        let body = format!("csrf={csrf}&once={key}&{rest}");
        format!(
            "POST {path} HTTP/1.1\r\nHost: preau\r\nCookie: preau={cookie}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    }

    /// Sends the oldest once; whether the server has answered that it is done.
    fn try_oldest(&self, address: SocketAddr, fault: Fault) -> bool {
        let Some((key, text)) = self.waiting.front() else { return false };
        if text.is_none() && fault == Fault::None {
            return Client::new(address).ask(&self.pupil) == Some(303);
        }
        let request = self.request(key, text.as_deref());
        let (half, whole) = (&request[..request.len() - 10], &request[..]);
        match fault {
            Fault::None => sent(address, whole, Duration::from_secs(20)) == Some(303),
            Fault::Before => cut(address, &[]),
            Fault::Within => cut(address, half),
            Fault::After => cut(address, whole),
            Fault::Impatient => sent(address, whole, Duration::from_millis(1)) == Some(303),
            Fault::Twice => std::thread::scope(|threads| {
                let other = threads.spawn(|| sent(address, whole, Duration::from_secs(20)));
                let first = sent(address, whole, Duration::from_secs(20));
                other.join().unwrap() == Some(303) || first == Some(303)
            }),
        }
    }
}

/// Sends, and waits no longer than `patience` for the status.
fn sent(address: SocketAddr, request: &[u8], patience: Duration) -> Option<u16> {
    let mut line = TcpStream::connect(address).ok()?;
    line.set_read_timeout(Some(patience)).ok()?;
    line.write_all(request).ok()?;
    let mut answer = vec![];
    let mut bytes = [0; 512];
    while answer.len() < 12 {
        match line.read(&mut bytes) {
            Ok(read) if read > 0 => answer.extend_from_slice(&bytes[..read]),
            _ => return None,
        }
    }
    String::from_utf8_lossy(&answer[9..12]).parse().ok()
}

/// Sends, then the line is gone: nobody hears an answer.
fn cut(address: SocketAddr, request: &[u8]) -> bool {
    if let Ok(mut line) = TcpStream::connect(address) {
        drop(line.write_all(request));
        drop(line.shutdown(Shutdown::Both));
    }
    false
}

/// What happened.
#[derive(Debug, Default)]
struct Told {
    done: AtomicUsize,
    tried: AtomicUsize,
    faults: Mutex<BTreeMap<Fault, usize>>,
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_sends_over_a_line_that_fails_arrive_once_each() {
    for (name, at) in db::testing::places().await {
        let (place, pupils) = house(&at, SENDS / (MESSAGES + 1)).await;
        let told = tokio::task::spawn_blocking(move || storm(&place, pupils)).await.unwrap();
        let db = db::Db::open(&at, 2, std::sync::Arc::new(|_| {})).unwrap();
        let rows = db.read_long(|tx| {
            let demands = "SELECT blocks, count(*) FROM desk_ticket GROUP BY blocks";
            let messages = "SELECT t.blocks, w.text, w.at FROM desk_word w JOIN desk_ticket t ON t.id = w.ticket_id
                 ORDER BY t.blocks, w.text";
            Ok::<_, db::Error>((tx.query(demands, &[])?, tx.query(messages, &[])?))
        });
        let (demands, messages) = rows.await.unwrap();
        let twice: i64 = demands.iter().map(|row| row.get::<i64>(1) - 1).sum();
        let mut threads: BTreeMap<String, Vec<(String, i64)>> = BTreeMap::new();
        for row in &messages {
            threads.entry(row.get(0)).or_default().push((row.get(1), row.get(2)));
        }
        let arrived = demands.len() + messages.len();
        eprintln!(
            "{name}: {SENDS} sends, {} tries, {KILLS} kills, faults {:?}: {} demands and {} messages arrived, {} lost, {twice} twice",
            told.tried.load(Ordering::SeqCst),
            told.faults.lock().unwrap(),
            demands.len(),
            messages.len(),
            SENDS.saturating_sub(arrived),
        );
        assert_eq!((arrived, twice), (SENDS, 0), "{name}");
        assert_eq!(threads.len(), SENDS / (MESSAGES + 1), "{name}");
        for (demand, said) in threads {
            let number = demand.rsplit(' ').next().unwrap();
            let written: Vec<_> = (0..MESSAGES).map(|n| format!("message {n} de {number}")).collect();
            let (texts, instants): (Vec<_>, Vec<_>) = said.into_iter().unzip();
            assert_eq!(texts, written, "{name}: each once");
            assert!(instants.is_sorted(), "{name}: in the order they were written: {instants:?}");
        }
        db.close().await;
    }
}

/// Every outbox is emptied, while the line fails and the program is killed.
fn storm(place: &Place, pupils: Vec<Pupil>) -> Told {
    let boxes = Mutex::new(pupils.into_iter().map(Outbox::of).collect::<VecDeque<_>>());
    let (told, server) = (Told::default(), Mutex::new(Server::start(place)));
    std::thread::scope(|threads| {
        for device in 0..DEVICES {
            let (boxes, told, address) = (&boxes, &told, place.address);
            threads.spawn(move || {
                let chance = Seeded::new(u64::try_from(device).unwrap());
                while told.done.load(Ordering::SeqCst) < SENDS {
                    let Some(mut outbox) = boxes.lock().unwrap().pop_front() else {
                        std::thread::sleep(Duration::from_millis(5));
                        continue;
                    };
                    let fault = Fault::drawn(&chance);
                    *told.faults.lock().unwrap().entry(fault).or_default() += 1;
                    told.tried.fetch_add(1, Ordering::SeqCst);
                    if outbox.try_oldest(address, fault) {
                        outbox.waiting.pop_front();
                        told.done.fetch_add(1, Ordering::SeqCst);
                    } else if fault == Fault::None {
                        std::thread::sleep(Duration::from_millis(20));
                    }
                    if !outbox.waiting.is_empty() {
                        boxes.lock().unwrap().push_back(outbox);
                    }
                }
            });
        }
        for kill in 1..=KILLS {
            while told.done.load(Ordering::SeqCst) < kill * SENDS / (KILLS + 1) {
                std::thread::sleep(Duration::from_millis(2));
            }
            let mut server = server.lock().unwrap();
            server.kill();
            std::thread::sleep(Duration::from_millis(100));
            *server = Server::start(place);
        }
    });
    server.lock().unwrap().kill();
    told
}
