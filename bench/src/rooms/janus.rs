//! Janus beside us: the same browsers through its videoroom, in the same run.
//!
//! Its own folder with one plugin and one transport, loopback alone, ended by its process id. Each seat publishes on one
//! connection and is served on another, as Janus' own pages do; it is given the voices and pictures our unit would give it.
use super::{Served, Used, used};
use preau::{Result, Trouble};
use serde_json::{Value, json};
use sfu::{
    Kind,
    testing::{Client, Manner, run, until},
};
use std::{
    fs,
    io::{Read, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// Where it is looked for.
const PROGRAMS: &[&str] = &["/usr/bin/janus", "/usr/local/bin/janus", "/opt/janus/bin/janus"];
/// The one room.
const ROOM: u32 = 1;
/// Streams one connection is offered at first: those of the other seats.
const MANY: u32 = 100;

/// Janus in a process of its own.
pub struct Janus {
    child: Child,
    folder: PathBuf,
    http: SocketAddr,
    /// This machine's own address: libnice knows no loopback, yet what is sent to oneself never leaves.
    own: IpAddr,
    session: u64,
    asked: u64,
}

/// Whether it is on this machine.
pub fn program() -> Option<&'static Path> {
    PROGRAMS.iter().map(Path::new).find(|at| at.exists())
}

/// Its plugins and transports, wherever the distribution keeps them.
fn library(kind: &str, name: &str) -> Option<PathBuf> {
    let fixed = ["/usr/lib", "/usr/local/lib", "/opt/janus/lib"].map(PathBuf::from);
    let triples = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    fixed.into_iter().chain(triples).map(|at| at.join("janus").join(kind).join(name)).find(|at| at.exists())
}

impl Janus {
    /// Starts it.
    pub fn start(program: &Path) -> Result<Self> {
        let failed = "Janus cannot be started";
        let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
        let http = free.map_err(Trouble::while_(failed))?;
        let folder = std::env::temp_dir().join(format!("preau-bench-janus-{}-{}", std::process::id(), http.port()));
        prepare(&folder, http.port())?;
        let child = Command::new(program)
            .arg("-F")
            .arg(&folder)
            .arg("-C")
            .arg(folder.join("janus.jcfg"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Trouble::while_(failed))?;
        let mut janus = Self { child, folder, http, own: own(), session: 0, asked: 0 };
        for _ in 0..100 {
            if TcpStream::connect(http).is_ok() {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        janus.session = number(&janus.ask("", json!({ "janus": "create" }))?)?;
        let door = janus.attach()?;
        let room = json!({
            "request": "create", "room": ROOM, "publishers": MANY, "audiocodec": "opus", "videocodec": "vp8", "bitrate": 0,
        });
        janus.ask(&format!("/{door}"), json!({ "janus": "message", "body": room }))?;
        Ok(janus)
    }

    /// One request, one answer, on a connection of its own (the older HTTP, so that no answer comes in pieces).
    fn http(&self, request: &str) -> Result<Value> {
        let failed = "Janus does not answer";
        let mut stream = TcpStream::connect(self.http).map_err(Trouble::while_(failed))?;
        stream.write_all(request.as_bytes()).map_err(Trouble::while_(failed))?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).map_err(Trouble::while_(failed))?;
        let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        serde_json::from_str(body).map_err(Trouble::while_("Janus' answer cannot be read"))
    }

    /// Asks something of the server (`""`) or of one of the handles (`"/…"`).
    fn ask(&mut self, whom: &str, mut what: Value) -> Result<Value> {
        self.asked += 1;
        what["transaction"] = self.asked.to_string().into();
        let path = if self.session == 0 { String::new() } else { format!("/{}{whom}", self.session) };
        let body = what.to_string();
        let (host, length) = (self.http, body.len());
        let answer = self.http(&format!(
            "POST /janus{path} HTTP/1.0\r\nHost: {host}\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        ))?;
        if answer["janus"] == "error" { Err(refused(&answer)) } else { Ok(answer) }
    }

    /// Asks a handle something that is answered later, among other news.
    fn ask_room(&mut self, handle: u64, body: &Value, jsep: Option<Value>) -> Result<Value> {
        let mut message = json!({ "janus": "message", "body": body });
        if let Some(jsep) = jsep {
            message["jsep"] = jsep;
        }
        self.ask(&format!("/{handle}"), message)?;
        let (mine, path, host) = (self.asked.to_string(), self.session, self.http);
        for _ in 0..1_000 {
            let news = self.http(&format!("GET /janus/{path}?maxev=1 HTTP/1.0\r\nHost: {host}\r\n\r\n"))?;
            if news["janus"] == "event" && news["transaction"] == *mine {
                let refusal = !news["plugindata"]["data"]["error"].is_null();
                return if refusal { Err(refused(&news)) } else { Ok(news) };
            }
        }
        Err(Trouble::of("Janus does not come to an answer"))
    }

    fn attach(&mut self) -> Result<u64> {
        number(&self.ask("", json!({ "janus": "attach", "plugin": "janus.plugin.videoroom" }))?)
    }

    /// A seat that sends.
    fn publish(&mut self, n: usize, manner: Manner) -> Result<Client> {
        let failed = "nobody can publish through Janus";
        let handle = self.attach()?;
        let mut client = Client::at(self.own, manner, SocketAddr::new(self.own, 0)).map_err(Trouble::while_(failed))?;
        let body = json!({ "request": "joinandconfigure", "ptype": "publisher", "room": ROOM, "id": n + 1 });
        let news = self.ask_room(handle, &body, Some(json!({ "type": "offer", "sdp": client.publish() })))?;
        let answer = news["jsep"]["sdp"].as_str().unwrap_or_default();
        if client.answer(answer) { Ok(client) } else { Err(Trouble::of(failed)) }
    }

    /// A seat that is served: by whom, what, and whether in the large size.
    fn subscribe(&mut self, manner: Manner, wanted: &[(usize, String, Option<bool>)]) -> Result<Client> {
        let failed = "nobody can be served by Janus";
        let handle = self.attach()?;
        let mut client = Client::at(self.own, manner, SocketAddr::new(self.own, 0)).map_err(Trouble::while_(failed))?;
        let streams: Vec<Value> = wanted.iter().map(|(from, mid, _)| json!({ "feed": from + 1, "mid": mid })).collect();
        let body = json!({ "request": "join", "ptype": "subscriber", "room": ROOM, "streams": streams });
        let news = self.ask_room(handle, &body, None)?;
        let answer = client.subscribe(news["jsep"]["sdp"].as_str().unwrap_or_default());
        let answer = answer.ok_or_else(|| Trouble::of(failed))?;
        let sizes: Vec<Value> = wanted
            .iter()
            .enumerate()
            .filter_map(|(mid, (_, _, large))| {
                let size = u8::from((*large)?);
                Some(json!({ "mid": mid.to_string(), "substream": size }))
            })
            .collect();
        self.ask_room(handle, &json!({ "request": "start" }), Some(json!({ "type": "answer", "sdp": answer })))?;
        if !sizes.is_empty() {
            self.ask_room(handle, &json!({ "request": "configure", "streams": sizes }), None)?;
        }
        Ok(client)
    }
}

impl Served for Janus {
    fn sit(&mut self, seats: usize, manner: Manner) -> Result<Vec<Client>> {
        let limits = sfu::Limits::default();
        let mut clients = vec![];
        for n in 0..seats {
            clients.push(self.publish(n, manner)?);
        }
        // Nobody can be served what does not come yet.
        until(&mut clients, Duration::from_secs(20), |all| all.iter().all(|client| client.connected));
        run(&mut clients, Duration::from_secs(1));
        let silent = Manner { mic: false, camera: false, ..manner };
        for n in 0..seats {
            let others = || (0..seats).filter(|from| *from != n);
            let line = |from: usize, kind| clients.get(from).and_then(|client: &Client| client.line_of(kind));
            let voices = others().take(limits.voices.min(manner.places.0));
            let voices = voices.filter_map(|from| Some((from, line(from, Kind::Mic)?, None)));
            let cameras = others().take(limits.cameras.min(manner.places.1)).enumerate();
            let cameras = cameras.filter_map(|(rank, from)| Some((from, line(from, Kind::Camera)?, Some(rank == 0))));
            let wanted: Vec<_> = voices.chain(cameras).collect();
            clients.push(self.subscribe(silent, &wanted)?);
            clients.iter_mut().for_each(Client::live);
        }
        Ok(clients)
    }

    fn used(&self) -> Result<Used> {
        used(self.child.id())
    }
}

impl Drop for Janus {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
        // What is left behind is in the system's temporary folder.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Its folder: one plugin, one transport, quiet, no interface but the loopback.
fn prepare(folder: &Path, port: u16) -> Result<()> {
    let failed = "Janus' folder cannot be made";
    let at = |name: &str| folder.join(name);
    for (kind, name) in [("plugins", "libjanus_videoroom.so"), ("transports", "libjanus_http.so")] {
        let library =
            library(kind, name).ok_or_else(|| Trouble::of("Janus' videoroom or its HTTP transport is missing"))?;
        fs::create_dir_all(at(kind)).map_err(Trouble::while_(failed))?;
        std::os::unix::fs::symlink(library, at(kind).join(name)).map_err(Trouble::while_(failed))?;
    }
    let [plugins, transports, none] = ["plugins", "transports", "none"].map(|name| at(name).display().to_string());
    fs::create_dir_all(at("none")).map_err(Trouble::while_(failed))?;
    // Its default, a thread for each connection, nearly doubles what pictures cost it here: its better side is measured.
    let loops = std::thread::available_parallelism().map_or(1, usize::from);
    let main = format!(
        "general: {{ configs_folder = \"{configs}\" plugins_folder = \"{plugins}\" transports_folder = \"{transports}\" \
         events_folder = \"{none}\" loggers_folder = \"{none}\" debug_level = 1 session_timeout = 0 event_loops = {loops} }}\n\
         nat: {{ ice_enforce_list = \"lo\" }}\n",
        configs = folder.display(),
    );
    let http = format!(
        "general: {{ json = \"compact\" base_path = \"/janus\" http = true port = {port} ip = \"127.0.0.1\" https = false }}\n\
         admin: {{ admin_http = false admin_https = false }}\n"
    );
    let files =
        [("janus.jcfg", main), ("janus.transport.http.jcfg", http), ("janus.plugin.videoroom.jcfg", String::new())];
    for (name, text) in files {
        fs::write(at(name), text).map_err(Trouble::while_(failed))?;
    }
    Ok(())
}

/// The address this machine would write from. No packet leaves: connecting a datagram socket only asks the routing table.
fn own() -> IpAddr {
    let any = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0));
    let asked =
        any.and_then(|socket| socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).and_then(|()| socket.local_addr()));
    asked.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address| address.ip())
}

fn number(answer: &Value) -> Result<u64> {
    answer["data"]["id"].as_u64().ok_or_else(|| Trouble::of("Janus gives no number"))
}

fn refused(answer: &Value) -> Trouble {
    let of_plugin = answer["plugindata"]["data"]["error"].as_str();
    let why = of_plugin.or_else(|| answer["error"]["reason"].as_str()).unwrap_or("no reason is given");
    Trouble::of(format!("Janus refuses: {why}"))
}
