#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test may panic, and measures"
)]
#![expect(dead_code, reason = "of what the tests of the program share, this takes a part")]
//! A PostgreSQL that goes silent: its lines stay open and carry nothing. Who asks is answered within a limit, what was missed is looked
//! at again, and the program can always be stopped.
mod program;
#[path = "program/proxy.rs"]
mod proxy;

use program::{Client, Place, Pupil, Server, house};
use proxy::Proxy;
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    process::Command,
    time::{Duration, Instant},
};

/// The longest a page may take.
const PAGE: Duration = Duration::from_mins(1);
/// The longest `/readyz` may take.
const READY: Duration = Duration::from_secs(5);
/// The longest an end may take.
const END: Duration = Duration::from_secs(10);

/// Asks on a line of its own: the status, and how long it took.
fn asked(place: &Place, path: &str, cookie: &str, limit: Duration) -> (String, Duration) {
    let begun = Instant::now();
    let mut line = TcpStream::connect(place.address).unwrap();
    line.set_read_timeout(Some(limit)).unwrap();
    write!(line, "GET {path} HTTP/1.1\r\nHost: preau\r\nCookie: preau={cookie}\r\nConnection: close\r\n\r\n").unwrap();
    let mut first = [0; 12];
    let status = line
        .read_exact(&mut first)
        .map_or("nothing".to_owned(), |()| String::from_utf8_lossy(&first[9..]).into_owned());
    (status, begun.elapsed())
}

/// Asks until the answer is this one.
fn becomes(place: &Place, path: &str, cookie: &str, status: &str) {
    let begun = Instant::now();
    while asked(place, path, cookie, PAGE).0 != status {
        assert!(begun.elapsed() < PAGE, "{path} does not become {status}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// What is said on a stream within so long.
fn heard(line: &mut TcpStream, within: Duration, word: &str) -> bool {
    let (begun, mut said, mut bytes) = (Instant::now(), String::new(), [0; 4096]);
    line.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
    while begun.elapsed() < within && !said.contains(word) {
        if let Ok(read) = line.read(&mut bytes) {
            assert!(read > 0, "the stream has ended");
            said.push_str(&String::from_utf8_lossy(&bytes[..read]));
        }
    }
    said.contains(word)
}

/// A crowd at its pages and the probe, while nothing comes from the database: each is answered 503 within its limit.
fn all_are_told(place: &Place, pupils: &[Pupil]) {
    std::thread::scope(|threads| {
        let ready = threads.spawn(|| asked(place, "/readyz", "", READY));
        let pages: Vec<_> =
            pupils.iter().map(|pupil| threads.spawn(|| asked(place, "/bar/demande", &pupil.cookie, PAGE))).collect();
        let (status, took) = ready.join().unwrap();
        eprintln!("/readyz: {status} after {took:?}");
        assert_eq!(status, "503");
        let told: Vec<_> = pages.into_iter().map(|page| page.join().unwrap()).collect();
        eprintln!("{} pages: the slowest after {:?}", told.len(), told.iter().map(|(_, took)| *took).max());
        assert!(told.iter().all(|(status, _)| status == "503"), "{told:?}");
        assert_eq!(asked(place, "/healthz", "", READY).0, "200");
    });
}

/// The house, behind a line that may fail.
async fn behind_a_line(pupils: usize) -> Option<(db::Place, Place, Vec<Pupil>, Proxy)> {
    let (_, at) = db::testing::places().await.into_iter().nth(1)?;
    let db::Place::Postgres(url) = &at else { return None };
    let (here, pupils) = house(&at, pupils).await;
    let (proxy, through) = Proxy::of_postgres(url);
    let config = fs::read_to_string(&here.config).unwrap();
    fs::write(&here.config, config.replace(url.as_str(), &through)).unwrap();
    Some((at, here, pupils, proxy))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_whose_commit_was_not_answered_is_kept() {
    let Some((at, here, pupils, proxy)) = behind_a_line(1).await else { return };
    let text = "une photo sans reponse";
    let mut log = Command::new(env!("CARGO_BIN_EXE_preau"));
    log.args(["serve", "--config"]).arg(&here.config).env("RUST_LOG", "off");
    let _server = Server::of(log, &here);
    let photo = program::with_photo(&pupils[0], "/difficulte", &[("nature", "line"), ("texte", text), ("once", "o")]);
    proxy.cut_at_commit_of(text);
    assert_eq!(Client::new(here.address).send(&photo).unwrap().status, 503, "nobody knows");
    assert!(proxy.has_cut());
    assert_eq!(Client::new(here.address).send(&photo).unwrap().status, 303, "sent again, it counts once");
    let db = db::Db::open(&at, 1, std::sync::Arc::new(|_| {})).unwrap();
    let rows = db.read(|tx| tx.query("SELECT file FROM difficulty_photo", &[])).await.unwrap();
    let names: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    let kept: Vec<_> = names.iter().map(|name| here.folder.join("files").join(name).is_file()).collect();
    assert_eq!(kept, [true], "{names:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_server_holds_nobody() {
    let Some((at, here, pupils, proxy)) = behind_a_line(40).await else { return };
    let other_node = db::Db::open(&at, 1, std::sync::Arc::new(|_| {})).unwrap();
    let ring = async || {
        let rung = other_node.write(|tx| {
            tx.ring("*");
            Ok::<_, db::Error>(())
        });
        rung.await.unwrap();
    };
    let (mut server, mut stream) = {
        let server = Server::start(&here);
        becomes(&here, "/bar/demande", &pupils[0].cookie, "200");
        let mut stream = TcpStream::connect(here.address).unwrap();
        let cookie = &pupils[0].cookie;
        write!(stream, "GET /flux HTTP/1.1\r\nHost: preau\r\nCookie: preau={cookie}\r\n\r\n").unwrap();
        assert!(heard(&mut stream, PAGE, "event: hello"));
        (server, stream)
    };
    ring().await;
    assert!(heard(&mut stream, PAGE, "event: ring"), "a bell of another node");
    while heard(&mut stream, Duration::from_secs(1), "event: ring") {}

    proxy.hush();
    ring().await;
    assert!(!heard(&mut stream, Duration::from_secs(2), "event: ring"), "a bell that nobody hears");
    all_are_told(&here, &pupils);
    proxy.speak();
    becomes(&here, "/readyz", "", "200");
    becomes(&here, "/bar/demande", &pupils[0].cookie, "200");
    assert!(heard(&mut stream, PAGE, "event: ring"), "what was missed is looked at again");

    proxy.hush();
    std::thread::scope(|threads| {
        for pupil in &pupils[..20] {
            let place = &here;
            threads.spawn(move || asked(place, "/bar/demande", &pupil.cookie, END));
        }
        std::thread::sleep(Duration::from_secs(2));
        let begun = Instant::now();
        assert!(Command::new("kill").args(["-TERM", &server.0.id().to_string()]).status().unwrap().success());
        let ended = loop {
            if let Some(status) = server.0.try_wait().unwrap() {
                break status;
            }
            assert!(begun.elapsed() < END, "still there");
            std::thread::sleep(Duration::from_millis(20));
        };
        eprintln!("ended after {:?}", begun.elapsed());
        assert!(ended.success());
    });
}
