//! What a seat in a room costs: the media unit alone in a process, synthetic browsers in this one.
use crate::{Result, Trouble, terminal};
use data_encoding::BASE64;
use sfu::{
    Caps, Sfu,
    testing::{Client, Manner, run, until},
};
use std::{
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Duration,
};

/// Clock ticks a second, as Linux counts CPU (`sysconf(_SC_CLK_TCK)` is 100 everywhere it runs).
const TICKS: f64 = 100.0;

/// One kind of room.
#[derive(Clone, Copy, Debug, Default)]
pub struct Room {
    /// Seats that were connected.
    pub seats: usize,
    /// CPU of the unit, in milliseconds for each seat and second.
    pub cpu_ms_per_seat_s: f64,
    /// CPU of the unit, in milliseconds for each megabit it sent.
    pub cpu_ms_per_megabit: f64,
    /// Its memory, in megabytes.
    pub rss_mb: f64,
    /// What it sent, in megabits a second.
    pub megabits_s: f64,
}

/// Both kinds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rooms {
    /// Thirty voices.
    pub voices: Room,
    /// Twelve voices and cameras.
    pub cameras: Room,
    /// Whether Janus is on this machine, to be measured beside.
    pub janus: bool,
}

/// Measures both kinds, each against a unit of its own.
pub fn measure(long: Duration) -> Result<Rooms> {
    let voices = room(30, Manner::VOICE, long)?;
    let cameras = room(12, Manner { places: (6, 9), ..Manner::BOTH }, long)?;
    let janus =
        ["/usr/bin/janus", "/usr/local/bin/janus", "/opt/janus/bin/janus"].iter().any(|at| Path::new(at).exists());
    if !janus {
        terminal::aside("Janus is not installed on this machine: rooms.ratio_to_janus is not measured");
    }
    Ok(Rooms { voices, cameras, janus })
}

fn room(seats: usize, manner: Manner, long: Duration) -> Result<Room> {
    let failed = "the rooms cannot be measured";
    let mut unit = Unit::start()?;
    let mut clients = vec![];
    for n in 0..seats {
        let mut client = Client::new(manner, unit.address).map_err(Trouble::while_(failed))?;
        let answer = unit.ask(&format!("join {n} {}", BASE64.encode(client.offer().as_bytes())))?;
        let answer = BASE64.decode(answer.as_bytes()).map_err(Trouble::while_(failed))?;
        if !client.answer(&String::from_utf8_lossy(&answer)) {
            return Err(Trouble::of("the answer of the unit cannot be taken"));
        }
        clients.push(client);
    }
    until(&mut clients, Duration::from_mins(1), |all| all.iter().all(|client| client.connected));
    run(&mut clients, Duration::from_secs(3));
    let (before, began) = (unit.sample()?, super::crowd::now());
    run(&mut clients, long);
    let (after, lasted) = (unit.sample()?, began.elapsed().as_secs_f64());
    let connected = clients.iter().filter(|client| client.connected).count();
    let (cpu, megabits) = (after.cpu_ms - before.cpu_ms, after.megabits - before.megabits);
    #[expect(clippy::cast_precision_loss, reason = "a few dozen seats")]
    let of = connected.max(1) as f64;
    Ok(Room {
        seats: connected,
        cpu_ms_per_seat_s: cpu / of / lasted,
        cpu_ms_per_megabit: cpu / megabits.max(0.001),
        rss_mb: after.rss_mb,
        megabits_s: megabits / lasted,
    })
}

/// What a process used.
struct Sample {
    cpu_ms: f64,
    rss_mb: f64,
    megabits: f64,
}

/// The unit in a process of its own.
struct Unit {
    child: Child,
    say: ChildStdin,
    hear: BufReader<ChildStdout>,
    address: SocketAddr,
}

impl Unit {
    fn start() -> Result<Self> {
        let failed = "the unit cannot be started";
        let program = std::env::current_exe().map_err(Trouble::while_(failed))?;
        let mut child = Command::new(program)
            .args(["bench", "--rooms-unit"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Trouble::while_(failed))?;
        let (Some(say), Some(hear)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Trouble::of(failed));
        };
        let mut unit = Self { child, say, hear: BufReader::new(hear), address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        unit.address = unit.heard()?.parse().map_err(Trouble::while_(failed))?;
        Ok(unit)
    }

    fn heard(&mut self) -> Result<String> {
        let mut line = String::new();
        self.hear.read_line(&mut line).map_err(Trouble::while_("the unit does not answer"))?;
        Ok(line.trim().to_owned())
    }

    fn ask(&mut self, line: &str) -> Result<String> {
        writeln!(self.say, "{line}").map_err(Trouble::while_("the unit does not listen"))?;
        self.heard()
    }

    fn sample(&mut self) -> Result<Sample> {
        let failed = "the unit's figures cannot be read";
        let bytes: f64 = self.ask("figures")?.parse().map_err(Trouble::while_(failed))?;
        let at = format!("/proc/{}", self.child.id());
        let stat = std::fs::read_to_string(format!("{at}/stat")).map_err(Trouble::while_(failed))?;
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<f64>().ok()).sum();
        let status = std::fs::read_to_string(format!("{at}/status")).map_err(Trouble::while_(failed))?;
        let rss =
            status.lines().find_map(|line| line.strip_prefix("VmRSS:")).and_then(|line| line.split_whitespace().next());
        let rss: f64 = rss.and_then(|kb| kb.parse().ok()).unwrap_or(0.0);
        Ok(Sample { cpu_ms: ticks * 1_000.0 / TICKS, rss_mb: rss / 1_024.0, megabits: bytes * 8.0 / 1_000_000.0 })
    }
}

impl Drop for Unit {
    fn drop(&mut self) {
        // Its input closes with this; a unit that does not see it is ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The process of the unit: a line asked, a line answered, until the input ends.
pub fn unit() -> Result<()> {
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let limits = sfu::Limits { kilobits_out: 20_000, ..sfu::Limits::default() };
    let handle = Sfu::start(&sfu::Config { listen, limits, ..sfu::Config::default() });
    let handle = handle.map_err(Trouble::while_("the unit cannot be started"))?;
    terminal::say(handle.addresses().first().map(ToString::to_string).unwrap_or_default());
    for line in std::io::stdin().lines().map_while(std::result::Result::ok) {
        let mut words = line.split(' ');
        match (words.next(), words.next(), words.next()) {
            (Some("join"), Some(seat), Some(offer)) => {
                let offer = BASE64.decode(offer.as_bytes()).unwrap_or_default();
                let answer = handle.join("bench", seat, &String::from_utf8_lossy(&offer), Caps::GUEST);
                terminal::say(BASE64.encode(answer.unwrap_or_default().as_bytes()));
            }
            (Some("figures"), ..) => {
                terminal::say(handle.figures().map_or(0, |figures| figures.bytes_out).to_string());
            }
            _ => terminal::say(""),
        }
    }
    Ok(())
}
