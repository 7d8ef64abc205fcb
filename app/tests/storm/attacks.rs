//! What breaks below the crowd: the program, its database, the line between them, the disk.
use super::{
    crowd::{CLIENTS, Crowd},
    disk::Disk,
    ledger::Ledger,
    program::{Place, Pupil, Server, fill, place, place_in},
    proxy::Proxy,
    table::Line,
};
use db::Db;
use kernel::{Chance, Clock, SystemChance, SystemClock};
use std::{
    fs,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use web::Secret;

/// Pupils of one attack: enough that those whose clients give up are not missed.
const PUPILS: usize = CLIENTS * 10;
/// The most attacks on one house: nobody knows how things stand for the pupils of an earlier one.
const ATTACKS: usize = 3;
/// How long everything may take to be well again.
const PATIENCE: Duration = Duration::from_mins(2);

/// A house and who writes to it.
pub struct Stage {
    place: Place,
    at: db::Place,
    pupils: Vec<Pupil>,
    teacher: Pupil,
    /// How many attacks it has seen.
    seen: AtomicUsize,
}

/// How PostgreSQL is broken: its lines here, its processes by this command.
pub struct Below<'b> {
    pub proxy: Proxy,
    pub again: &'b [String],
}

impl Stage {
    /// A house on SQLite, in a folder of its own.
    pub async fn sqlite() -> Self {
        let place = place("");
        let at = db::Place::Sqlite(place.folder.join("preau.db"));
        Self::of(place, at).await
    }

    /// A house on SQLite, on this little disk.
    pub async fn on(disk: &Disk) -> Self {
        let place = place_in(disk.folder.clone(), "");
        let at = db::Place::Sqlite(place.folder.join("preau.db"));
        Self::of(place, at).await
    }

    /// A house on this PostgreSQL, and the line to it.
    pub async fn postgres(at: db::Place, again: &[String]) -> (Self, Below<'_>) {
        let db::Place::Postgres(url) = &at else { panic!("{at:?}") };
        let (proxy, through) = Proxy::of_postgres(url);
        let place = place(&through);
        (Self::of(place, at).await, Below { proxy, again })
    }

    async fn of(place: Place, at: db::Place) -> Self {
        let pupils = fill(&place, &at, PUPILS * ATTACKS).await;
        let secret = fs::read(place.folder.join("secret")).unwrap();
        let secret = Secret::new(secret.try_into().unwrap());
        let db = open(&at);
        let made = db.write(move |tx| {
            let teacher = tx.first("SELECT teacher_id FROM desk_duty", &[])?.unwrap().get(0);
            Pupil::signed_in(tx, &secret, teacher, 0, SystemClock.now())
        });
        let teacher = made.await.unwrap();
        db.close().await;
        Self { place, at, pupils, teacher, seen: AtomicUsize::new(0) }
    }

    fn serve(&self, log: &fs::File) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_preau"));
        command.args(["serve", "--config"]).arg(&self.place.config).env("RUST_LOG", "error");
        command.stdout(Stdio::null()).stderr(log.try_clone().unwrap());
        Server::of(command, &self.place)
    }

    /// The program is killed without a word at any instant, and started again.
    pub async fn kills(&self, name: &str, rounds: usize) -> Line {
        // PostgreSQL writes fewer forms in the same time.
        let most = if matches!(self.at, db::Place::Postgres(_)) { 2_500 } else { 1_000 };
        self.under(name, rounds, |server, log| {
            for _ in 0..rounds {
                rest(40, most);
                server.kill();
                *server = self.serve(log);
            }
        })
        .await
    }

    /// PostgreSQL is killed, or stopped at once, and started again; the program stays.
    pub async fn restarts(&self, name: &str, below: &Below<'_>, rounds: usize) -> Line {
        self.under(name, rounds, |_, _| {
            for round in 0..rounds {
                rest(300, 1_500);
                let how = if round % 2 == 0 { "kill" } else { "stop" };
                let mut again = Command::new(&below.again[0]);
                again.args(&below.again[1..]).arg(how).current_dir("/").stdout(Stdio::null());
                assert!(again.status().unwrap().success(), "PostgreSQL does not come back");
                self.ready(true);
            }
        })
        .await
    }

    /// Every line to PostgreSQL is cut at any instant.
    pub async fn cuts(&self, name: &str, below: &Below<'_>, rounds: usize) -> Line {
        self.under(name, rounds, |_, _| {
            for _ in 0..rounds {
                rest(40, 600);
                below.proxy.cut();
            }
        })
        .await
    }

    /// The disk is filled to the last byte, and emptied.
    pub async fn full(&self, name: &str, disk: &Disk) -> Line {
        let seen = std::sync::Mutex::new(String::new());
        let ledger = Ledger::default();
        let mut line = self
            .with(name, 1, &ledger, |_, _| {
                rest(1_000, 1_000);
                disk.fill();
                self.ready(false);
                let begun = now();
                while ledger.given_back.load(Ordering::SeqCst) < CLIENTS && begun.elapsed() < PATIENCE {
                    rest(100, 100);
                    disk.fill();
                }
                assert_eq!(
                    self.asked("/difficulte", &self.pupils[0].cookie),
                    200,
                    "a page is read while the disk is full"
                );
                let before = ledger.answered();
                disk.free();
                self.ready(true);
                rest(1_000, 1_000);
                assert!(ledger.answered() > before, "writes do not go on");
                let (refused, back) = (&ledger.refused, &ledger.given_back);
                *seen.lock().unwrap() = format!(
                    "{} answers 503, {} with the text",
                    refused.load(Ordering::SeqCst),
                    back.load(Ordering::SeqCst)
                );
                assert!(back.load(Ordering::SeqCst) >= CLIENTS, "nothing typed was given back");
                if refused.load(Ordering::SeqCst) != back.load(Ordering::SeqCst) {
                    ledger.odd("503 without the text".to_owned());
                }
            })
            .await;
        line.seen = seen.into_inner().unwrap();
        line
    }

    async fn under(&self, name: &str, rounds: usize, attack: impl FnOnce(&mut Server, &fs::File) + Send) -> Line {
        self.with(name, rounds, &Ledger::default(), attack).await
    }

    /// Lets the crowd send while this happens, and compares.
    async fn with(
        &self,
        name: &str,
        rounds: usize,
        ledger: &Ledger,
        attack: impl FnOnce(&mut Server, &fs::File) + Send,
    ) -> Line {
        let (begun, over) = (now(), AtomicBool::new(false));
        let pupils = self.pupils.chunks(PUPILS).nth(self.seen.fetch_add(1, Ordering::SeqCst)).unwrap();
        let word = name.replace(' ', "-");
        let path = std::env::temp_dir().join("preau-tests").join(format!("{word}-{}.log", std::process::id()));
        let log = fs::File::create(&path).unwrap();
        let crowd =
            Crowd { address: self.place.address, pupils, teacher: &self.teacher, attack: &word, ledger, over: &over };
        tokio::task::block_in_place(|| {
            let mut server = self.serve(&log);
            std::thread::scope(|threads| {
                for number in 0..CLIENTS {
                    let crowd = &crowd;
                    threads.spawn(move || crowd.client(number));
                }
                // Whatever an attack says, the crowd goes home.
                let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                    attack(&mut server, &log);
                    rest(500, 500);
                    self.ready(true);
                    assert!(server.0.try_wait().unwrap().is_none(), "the program has ended");
                }));
                over.store(true, Ordering::SeqCst);
                ended.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            });
        });
        let db = open(&self.at);
        let counts = ledger.compare(&db, &self.place.folder.join("files")).await;
        let sound = match &self.at {
            db::Place::Postgres(_) => "ok".to_owned(),
            db::Place::Sqlite(_) => {
                db.read_long(|tx| tx.first("PRAGMA integrity_check", &[])).await.unwrap().unwrap().get(0)
            }
        };
        db.close().await;
        Line {
            name: name.to_owned(),
            rounds,
            counts,
            again: ledger.again.load(Ordering::SeqCst),
            odd: ledger.oddities(),
            sound,
            seen: String::new(),
            took: begun.elapsed(),
            log: path,
        }
    }

    fn asked(&self, path: &str, cookie: &str) -> u16 {
        let request = format!("GET {path} HTTP/1.1\r\nHost: preau\r\nCookie: preau={cookie}\r\n\r\n");
        let answer = super::program::Client::new(self.place.address).send(request.as_bytes());
        answer.map_or(0, |answer| answer.status)
    }

    /// Waits until `/readyz` says so.
    fn ready(&self, well: bool) {
        let (begun, wanted) = (now(), if well { 200 } else { 503 });
        loop {
            let status = self.asked("/readyz", "");
            if status == wanted {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "/readyz stays {status}");
            rest(100, 100);
        }
    }
}

fn open(at: &db::Place) -> Db {
    Db::open(at, 2, Arc::new(|_| {})).unwrap()
}

/// Waits for a drawn time, in milliseconds.
fn rest(least: u64, most: u64) {
    let mut drawn = [0; 8];
    SystemChance.fill(&mut drawn);
    std::thread::sleep(Duration::from_millis(least + u64::from_le_bytes(drawn) % (most - least + 1)));
}

#[expect(clippy::disallowed_methods, reason = "an attack is measured")]
fn now() -> Instant {
    Instant::now()
}
