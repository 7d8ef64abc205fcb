//! The real program as a child, a house made ready for it, and a client that speaks to it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use db::Db;
use desk::{Duty, DutyState, store};
use kernel::{Chance, Clock, Id, Seeded, SystemChance, SystemClock};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};
use web::Secret;

/// Where one program keeps everything, and where it answers.
pub struct Place {
    pub folder: PathBuf,
    pub config: PathBuf,
    pub address: SocketAddr,
}

/// Somebody who asks once.
#[derive(Clone)]
pub struct Pupil {
    pub cookie: String,
    pub csrf: String,
    pub number: usize,
}

impl Pupil {
    /// What they write: nobody else writes the same.
    pub fn text(&self) -> String {
        format!("exercice numero {}", self.number)
    }
}

/// A folder of its own under the temporary one, with a configuration on a free port.
pub fn place(database: &str) -> Place {
    let mut name = [0; 8];
    SystemChance.fill(&mut name);
    let folder = std::env::temp_dir().join("preau-tests").join(format!("app{:016x}", u64::from_le_bytes(name)));
    std::fs::create_dir_all(&folder).unwrap();
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let config = folder.join("preau.toml");
    let toml =
        format!("listen = \"{address}\"\ndata = \"{}\"\ndatabase = \"{database}\"\nlog = \"json\"\n", folder.display());
    std::fs::write(&config, toml).unwrap();
    Place { folder, config, address }
}

/// A house with `pupils` signed-in pupils at one open desk.
pub async fn house(at: &db::Place, pupils: usize) -> (Place, Vec<Pupil>) {
    let place = place(&match at {
        db::Place::Sqlite(path) => path.display().to_string(),
        db::Place::Postgres(url) => url.clone(),
    });
    assert!(preau(&place, &["migrate"]).0, "migrated");
    let secret: [u8; 32] = [7; 32];
    std::fs::write(place.folder.join("secret"), secret).unwrap();
    let db = Db::open(at, 4, Arc::new(|_| {})).unwrap();
    let now = SystemClock.now();
    // Pupils are six in ten.
    let people = u32::try_from(pupils * 2).unwrap();
    let demo = directory::demo::populate(&db, people, 1, now).await.unwrap();
    let made = db.write(move |tx| {
        let chance = Seeded::new(2);
        let desk = Id::new(now, &chance);
        store::add_desk(tx, desk, "Bureau", desk::Names::Full, demo.home.id)?;
        let every = "INSERT INTO desk_school (desk_id, unit_id, accepted) SELECT ?1, id, 1 FROM unit
                     WHERE kind = 'etablissement' ON CONFLICT DO NOTHING";
        tx.execute(every, &db::params![desk])?;
        let teacher = access::Actor::load(tx, demo.teachers[0].0.id, now)?;
        let allowed = store::desk_for(tx, &teacher, desk)?.unwrap();
        let duty = Duty {
            id: Id::new(now, &chance),
            desk,
            teacher: teacher.person,
            subjects: vec![],
            room: None,
            starts_at: now.plus_minutes(-5),
            ends_at: now.plus_minutes(180),
            state: DutyState::Planned,
        };
        store::add_duty(tx, &allowed, &duty)?;
        store::set_state(tx, &duty, DutyState::Open, now)?;
        let limit = i64::try_from(pupils).unwrap();
        let who =
            tx.query("SELECT DISTINCT person_id FROM membership WHERE role = 'pupil' LIMIT ?1", &db::params![limit])?;
        let mut all = vec![];
        for (number, row) in who.iter().enumerate() {
            let cookie = signin::demo::session(tx, &chance, row.get(0), now)?;
            let session = signin::whoami(tx, &cookie, now)?.unwrap().session;
            all.push(Pupil { cookie, csrf: Secret::new(secret).csrf(session), number });
        }
        Ok::<_, db::Error>(all)
    });
    let all = made.await.unwrap();
    assert_eq!(all.len(), pupils);
    db.close().await;
    (place, all)
}

/// Runs a command to its end: whether it succeeded, and what it said.
pub fn preau(place: &Place, words: &[&str]) -> (bool, String) {
    let done =
        Command::new(env!("CARGO_BIN_EXE_preau")).args(words).arg("--config").arg(&place.config).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.success(), said)
}

/// The program, serving.
pub struct Server(pub Child);

impl Server {
    /// Starts it and waits until it answers.
    pub fn start(place: &Place) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_preau"));
        command.args(["serve", "--config"]).arg(&place.config).env("RUST_LOG", "error").stdout(Stdio::null());
        Self::of(command, place)
    }

    /// The same, started as a test needs it.
    pub fn of(mut command: Command, place: &Place) -> Self {
        let server = Self(command.spawn().unwrap());
        for _ in 0..1_000 {
            if TcpStream::connect(place.address).is_ok() {
                return server;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the program does not answer on {}", place.address);
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// One connection, kept.
pub struct Client {
    address: SocketAddr,
    line: Option<BufReader<TcpStream>>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, line: None }
    }

    /// Sends the demand of a pupil; the status, or nothing when the line broke.
    pub fn ask(&mut self, pupil: &Pupil) -> Option<u16> {
        let text = pupil.text().replace(' ', "+");
        let body = format!("csrf={}&once=k{}&matiere=maths&mode=ecrit&bloque={text}", pupil.csrf, pupil.number);
        let head = format!(
            "POST /bar/demande HTTP/1.1\r\nHost: preau\r\nCookie: preau={}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            pupil.cookie,
            body.len()
        );
        let status = self.send(&format!("{head}{body}"));
        if status.is_err() {
            self.line = None;
        }
        status.ok()
    }

    fn send(&mut self, request: &str) -> std::io::Result<u16> {
        if self.line.is_none() {
            let line = TcpStream::connect(self.address)?;
            line.set_read_timeout(Some(Duration::from_secs(20)))?;
            self.line = Some(BufReader::new(line));
        }
        let broken = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let line = self.line.as_mut().ok_or_else(broken)?;
        line.get_mut().write_all(request.as_bytes())?;
        let mut first = String::new();
        if line.read_line(&mut first)? == 0 {
            return Err(broken());
        }
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(broken)?;
        let mut length = 0;
        loop {
            let mut header = String::new();
            if line.read_line(&mut header)? == 0 {
                return Err(broken());
            }
            if header.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut body = vec![0; length];
        line.read_exact(&mut body)?;
        Ok(status)
    }
}
