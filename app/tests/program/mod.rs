//! The real program as a child, a house made ready for it, and a client that speaks to it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use db::Db;
use desk::{Duty, DutyState, store};
use kernel::{Chance, Clock, Id, Moment, PersonId, Seeded, SystemChance, SystemClock};
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
    /// Somebody with a session, and the token of the forms that are made for it.
    pub fn signed_in(
        tx: &mut db::Tx<'_>,
        secret: &Secret,
        person: PersonId,
        number: usize,
        now: Moment,
    ) -> db::Result<Self> {
        let cookie = signin::demo::session(tx, &SystemChance, person, now)?;
        let session = signin::whoami(tx, &cookie, now)?.unwrap().session;
        let csrf = secret.form_token(session, person, now);
        Ok(Self { cookie, csrf, number })
    }

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
    place_in(folder, database)
}

/// The same in this folder.
pub fn place_in(folder: PathBuf, database: &str) -> Place {
    std::fs::create_dir_all(&folder).unwrap();
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let config = folder.join("preau.toml");
    let toml =
        format!("listen = \"{address}\"\ndata = \"{}\"\ndatabase = \"{database}\"\nlog = \"json\"\n", folder.display());
    std::fs::write(&config, toml).unwrap();
    Place { folder, config, address }
}

/// The open data of the schools.
pub const SCHOOLS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/schools/etablissements_normandie.csv");

/// A place of its own on this database, which is empty.
pub fn beside(at: &db::Place) -> Place {
    place(&match at {
        db::Place::Sqlite(path) => path.display().to_string(),
        db::Place::Postgres(url) => url.clone(),
    })
}

/// A house with `pupils` signed-in pupils at one open desk.
pub async fn house(at: &db::Place, pupils: usize) -> (Place, Vec<Pupil>) {
    let place = beside(at);
    let pupils = fill(&place, at, pupils).await;
    (place, pupils)
}

/// Makes the house of this place ready.
pub async fn fill(place: &Place, at: &db::Place, pupils: usize) -> Vec<Pupil> {
    assert!(preau(place, &["migrate"]).0, "migrated");
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
            all.push(Pupil::signed_in(tx, &Secret::new(secret), row.get(0), number, now)?);
        }
        Ok::<_, db::Error>(all)
    });
    let all = made.await.unwrap();
    assert_eq!(all.len(), pupils);
    db.close().await;
    all
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

/// The request of a form of this person.
pub fn form(who: &Pupil, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let all = std::iter::once(("csrf", who.csrf.as_str())).chain(fields.iter().copied());
    let body: Vec<_> = all.map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
    post(who, path, "application/x-www-form-urlencoded", body.join("&").as_bytes())
}

/// A picture of one pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x01\x02\x03\x04\
    \0\0\0\x06IDATpixels\x01\x02\x03\x04\0\0\0\0IEND\x01\x02\x03\x04";

/// The same, with a photo.
pub fn with_photo(who: &Pupil, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let part = |(name, value)| format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let all = std::iter::once(("csrf", who.csrf.as_str())).chain(fields.iter().copied());
    let photo = "--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p.png\"\r\n\r\n";
    let before = all.map(part).collect::<String>() + photo;
    post(who, path, "multipart/form-data; boundary=cut", &[before.as_bytes(), PIXEL, b"\r\n--cut--\r\n"].concat())
}

fn post(who: &Pupil, path: &str, media: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: preau\r\nCookie: preau={}\r\nContent-Type: {media}\r\nContent-Length: {}\r\n\r\n",
        who.cookie,
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
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
        let (once, text) = (format!("k{}", pupil.number), pupil.text());
        let fields = [("once", once.as_str()), ("matiere", "maths"), ("mode", "ecrit"), ("bloque", &text)];
        self.send(&form(pupil, "/bar/demande", &fields)).map(|answer| answer.status).ok()
    }

    /// Sends a request and reads its answer; a line that broke is not used again.
    pub fn send(&mut self, request: &[u8]) -> std::io::Result<Answer> {
        let answer = self.asked(request);
        if answer.is_err() {
            self.line = None;
        }
        answer
    }

    fn asked(&mut self, request: &[u8]) -> std::io::Result<Answer> {
        if self.line.is_none() {
            let line = TcpStream::connect(self.address)?;
            line.set_read_timeout(Some(Duration::from_secs(20)))?;
            self.line = Some(BufReader::new(line));
        }
        let broken = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let line = self.line.as_mut().ok_or_else(broken)?;
        line.get_mut().write_all(request)?;
        let mut first = String::new();
        if line.read_line(&mut first)? == 0 {
            return Err(broken());
        }
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(broken)?;
        let (mut length, mut location) = (0, String::new());
        loop {
            let mut header = String::new();
            if line.read_line(&mut header)? == 0 {
                return Err(broken());
            }
            if header.trim().is_empty() {
                break;
            }
            match header.split_once(':').map(|(name, value)| (name.to_ascii_lowercase(), value.trim())) {
                Some((name, value)) if name == "content-length" => length = value.parse().unwrap_or(0),
                Some((name, value)) if name == "location" => value.clone_into(&mut location),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        line.read_exact(&mut body)?;
        Ok(Answer { status, location, body: String::from_utf8_lossy(&body).into_owned() })
    }
}
