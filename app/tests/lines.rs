#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test may panic, and tells its figures")]
#![expect(dead_code, reason = "of what the tests of the program share, these take a part")]
//! The real program under many lines: streams of a whole school, unfinished files, no more descriptors; and what it leaves on the disk.
mod program;

use program::{Place, Pupil, Server, house, place, preau};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

fn connect(place: &Place) -> TcpStream {
    let line = TcpStream::connect(place.address).unwrap();
    line.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
    line
}

/// What is said on a line until this word comes, or the line ends.
fn until(line: &mut TcpStream, word: &str) -> String {
    let (mut said, mut bytes) = (String::new(), [0; 4096]);
    while !said.contains(word) {
        match line.read(&mut bytes) {
            Ok(0) | Err(_) => break,
            Ok(read) => said.push_str(&String::from_utf8_lossy(&bytes[..read])),
        }
    }
    said
}

fn get(place: &Place, path: &str) -> String {
    let mut line = connect(place);
    write!(line, "GET {path} HTTP/1.1\r\nHost: preau\r\nConnection: close\r\n\r\n").unwrap();
    until(&mut line, "\0")
}

/// What of the program is in memory, in kilobytes.
fn memory(server: &Server) -> u64 {
    let told = fs::read_to_string(format!("/proc/{}/status", server.0.id())).unwrap();
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// A place on SQLite, with signed-in pupils.
async fn school(pupils: usize) -> (Place, Vec<Pupil>) {
    let (_, at) = db::testing::places().await.into_iter().next().unwrap();
    house(&at, pupils).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_school_behind_one_address_listens_a_thousand_times() {
    let (here, pupils) = school(200).await;
    tokio::task::spawn_blocking(move || {
        let _server = Server::start(&here);
        let mut lines = vec![];
        for pupil in pupils.iter().cycle().take(1_000) {
            let mut line = connect(&here);
            write!(line, "GET /flux HTTP/1.1\r\nHost: preau\r\nCookie: preau={}\r\n\r\n", pupil.cookie).unwrap();
            let said = until(&mut line, "event: hello");
            assert!(said.contains("event: hello"), "stream {}: {said}", lines.len());
            lines.push(line);
        }
        assert!(get(&here, "/entrer").starts_with("HTTP/1.1 200"), "and somebody else comes in");
        // Those who never say who they are have their part, and no more.
        drop(lines);
        let mut silent: Vec<_> = (0..600).map(|_| connect(&here)).collect();
        let refused =
            silent.split_off(512).into_iter().filter_map(|mut line| line.read(&mut [0]).ok()).filter(|read| *read == 0);
        assert_eq!(refused.count(), 88);
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn three_hundred_unfinished_files_take_a_bounded_memory() {
    let (here, pupils) = school(300).await;
    tokio::task::spawn_blocking(move || {
        let server = Server::start(&here);
        assert!(get(&here, "/entrer").starts_with("HTTP/1.1 200"));
        let rest = memory(&server);
        let part = "--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"f\"\r\n\r\n";
        let lines: Vec<_> = pupils
            .iter()
            .map(|pupil| {
                let mut line = connect(&here);
                let field = format!("--cut\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n", pupil.csrf);
                let head = format!(
                    "POST /bar/demande HTTP/1.1\r\nHost: preau\r\nCookie: preau={}\r\nContent-Length: 8000000\r\n\
                     Content-Type: multipart/form-data; boundary=cut\r\n\r\n{field}{part}",
                    pupil.cookie
                );
                line.write_all(head.as_bytes()).unwrap();
                // Some are told to wait, and their line is closed.
                drop(line.write_all(&vec![7; 1_000_000]));
                line
            })
            .collect();
        std::thread::sleep(Duration::from_secs(1));
        let busy = memory(&server);
        eprintln!("300 unfinished files of 1 MB: {} MB at rest, {} MB with them", rest >> 10, busy >> 10);
        assert!(busy - rest < 160 << 10, "{rest} kB, then {busy} kB");
        assert!(get(&here, "/entrer").starts_with("HTTP/1.1 200"), "and the others are answered");
        drop(lines);
    })
    .await
    .unwrap();
}

#[test]
fn no_more_descriptors_is_one_line_of_the_log_and_passes() {
    let here = place("");
    assert!(preau(&here, &["migrate"]).0);
    let log = here.folder.join("log");
    let mut few = Command::new("sh");
    few.args(["-c", "ulimit -n 48 && exec \"$0\" serve --config \"$1\"", env!("CARGO_BIN_EXE_preau")])
        .arg(&here.config);
    few.env("RUST_LOG", "error").stdout(Stdio::null()).stderr(fs::File::create(&log).unwrap());
    let server = Server::of(few, &here);
    let lines: Vec<_> = (0..100).map(|_| TcpStream::connect(here.address)).collect();
    std::thread::sleep(Duration::from_secs(2));
    drop(lines);
    let mut said = String::new();
    for _ in 0..100 {
        said = get(&here, "/entrer");
        if said.starts_with("HTTP/1.1 200") {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(said.starts_with("HTTP/1.1 200"), "{said}");
    drop(server);
    let told = fs::read_to_string(&log).unwrap();
    assert_eq!(told.matches("no connection can be taken").count(), 1, "{told}");
    assert!(told.lines().count() < 10, "{told}");
}

/// Every file and folder below, with what others than its user may do.
fn open_to_others(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        if mode & 0o077 != 0 {
            found.push(format!("{} {:o}", entry.path().display(), mode & 0o777));
        }
        if entry.path().is_dir() {
            open_to_others(&entry.path(), found);
        }
    }
}

#[test]
fn what_the_program_makes_is_read_by_its_user_alone() {
    let here = place("");
    let (config, database) = (here.config.clone(), here.folder.join("preau.db"));
    fs::set_permissions(&config, fs::Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(&here.folder, fs::Permissions::from_mode(0o755)).unwrap();
    // A lone file of long ago is swept at start.
    let orphan = here.folder.join("files").join("0123456789abcdef0123456789abcdef");
    fs::create_dir_all(here.folder.join("files")).unwrap();
    fs::write(&orphan, b"nobody's").unwrap();
    for path in [&orphan, &here.folder.join("files")] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).unwrap();
    }
    assert!(preau(&here, &["migrate"]).0);
    fs::set_permissions(&database, fs::Permissions::from_mode(0o644)).unwrap();
    let _server = Server::start(&here);
    let (well, said) = preau(&here, &["backup", here.folder.join("all.tar").to_str().unwrap()]);
    assert!(well, "{said}");
    let mut found = vec![];
    open_to_others(here.folder.parent().unwrap().join(here.folder.file_name().unwrap()).as_path(), &mut found);
    assert_eq!(found, Vec::<String>::new());
    assert!(here.folder.join("preau.db-wal").exists(), "the log of the database was looked at too");
    assert_eq!(fs::metadata(&here.folder).unwrap().permissions().mode() & 0o777, 0o700);
    for _ in 0..1_000 {
        if !orphan.exists() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("the lone file is still there");
}

#[test]
fn a_check_tries_to_write() {
    let here = place("");
    assert!(preau(&here, &["migrate"]).0);
    let (_, said) = preau(&here, &["check"]);
    assert!(said.contains("take what is written"), "{said}");
    // A file stands where the folder of files was.
    fs::remove_dir_all(here.folder.join("files")).unwrap();
    fs::create_dir_all(here.folder.join("files/f")).unwrap();
    fs::set_permissions(here.folder.join("files"), fs::Permissions::from_mode(0o500)).unwrap();
    let (well, said) = preau(&here, &["check"]);
    // The superuser writes everywhere.
    let superuser = fs::write(here.folder.join("files/mine"), b"").is_ok();
    assert!(superuser || (!well && said.contains("nothing can be written")), "{said}");
}
