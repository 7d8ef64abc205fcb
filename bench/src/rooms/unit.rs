//! Our own unit, alone in a process of this very program.
use super::{Served, Used, used};
use data_encoding::BASE64;
use preau::{Result, Trouble, terminal};
use sfu::{
    Caps, Sfu,
    testing::{Client, Manner},
};
use std::{
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// The unit in a process of its own.
pub struct Unit {
    child: Child,
    say: ChildStdin,
    hear: BufReader<ChildStdout>,
    address: SocketAddr,
}

impl Unit {
    /// Starts it.
    pub fn start() -> Result<Self> {
        let failed = "the unit cannot be started";
        let program = std::env::current_exe().map_err(Trouble::while_(failed))?;
        let mut child = Command::new(program)
            .arg("rooms-unit")
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
}

impl Served for Unit {
    fn sit(&mut self, seats: usize, manner: Manner) -> Result<Vec<Client>> {
        let failed = "nobody can sit down";
        let mut clients = vec![];
        for n in 0..seats {
            let mut client = Client::new(manner, self.address).map_err(Trouble::while_(failed))?;
            let answer = self.ask(&format!("join {n} {}", BASE64.encode(client.offer().as_bytes())))?;
            let answer = BASE64.decode(answer.as_bytes()).map_err(Trouble::while_(failed))?;
            if !client.answer(&String::from_utf8_lossy(&answer)) {
                return Err(Trouble::of("the answer of the unit cannot be taken"));
            }
            clients.push(client);
        }
        Ok(clients)
    }

    fn used(&self) -> Result<Used> {
        used(self.child.id())
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
pub fn serve() -> Result<()> {
    let listen = SocketAddr::from(([127, 0, 0, 1], 0));
    let limits = sfu::Limits { kilobits_out: 20_000, ..sfu::Limits::default() };
    let handle = Sfu::start(&sfu::Config { listen, limits, ..sfu::Config::default() });
    let handle = handle.map_err(Trouble::while_("the unit cannot be started"))?;
    terminal::say(handle.addresses().first().map(ToString::to_string).unwrap_or_default());
    for line in std::io::stdin().lines().map_while(std::result::Result::ok) {
        let mut words = line.split(' ');
        let (Some("join"), Some(seat), Some(offer)) = (words.next(), words.next(), words.next()) else {
            terminal::say("");
            continue;
        };
        let offer = BASE64.decode(offer.as_bytes()).unwrap_or_default();
        let answer = handle.join("bench", seat, &String::from_utf8_lossy(&offer), Caps::GUEST);
        terminal::say(BASE64.encode(answer.unwrap_or_default().as_bytes()));
    }
    Ok(())
}
