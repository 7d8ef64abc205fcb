//! The processes that are measured: the server, and the bare one beside it.
use crate::{
    process,
    wire::{Wire, get},
};
use preau::{Result, Trouble};
use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A process that answers on `address`, ended when dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it answers.
    pub address: String,
    /// The name of its PostgreSQL database, whose backends count as its own.
    database: Option<String>,
}

impl Server {
    /// `preau serve`, on the house kept in `folder`.
    pub async fn house(folder: &Path, database: Option<&str>) -> Result<Self> {
        let address = free()?;
        let mut command = beside()?;
        command.arg("serve").current_dir(folder).env("PREAU_DATA", folder).env("PREAU_LISTEN", &address);
        if let Some(url) = database {
            command.env("PREAU_DATABASE", url);
        }
        let name = database.and_then(|url| url.rsplit('/').next()).map(|name| name.split('?').next().unwrap_or(name));
        Self::start(command, address, name, "/readyz").await
    }

    /// A bare axum that answers every address with the bytes of `file`.
    pub async fn bare(file: &Path) -> Result<Self> {
        let address = free()?;
        let mut command = this()?;
        command.arg("bare").arg("--listen").arg(&address).arg("--body").arg(file);
        Self::start(command, address, None, "/").await
    }

    async fn start(mut command: Command, address: String, database: Option<&str>, ready: &str) -> Result<Self> {
        let failed = "the server that is measured does not start";
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let child = child.map_err(Trouble::while_(failed))?;
        let server = Self { child, address, database: database.map(str::to_owned) };
        for _ in 0..600 {
            if let Ok(mut wire) = Wire::open(&server.address).await
                && wire.ask(&get(ready, "", "")).await.is_ok_and(|answer| answer.status == 200)
            {
                return Ok(server);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(Trouble::of(failed))
    }

    /// Seconds of CPU used so far, user and system, by the process and by its PostgreSQL backends.
    pub fn cpu(&self) -> f64 {
        let one = |id: u32| process::cpu(id).unwrap_or(0.0);
        let backends = self.database.as_deref().map_or(0.0, |name| backends(name).into_iter().map(one).sum());
        one(self.child.id()) + backends
    }

    /// The anonymous memory of the process.
    pub fn memory(&self) -> Memory {
        Memory(self.child.id())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The anonymous memory of a process, read again and again while it is at work.
#[derive(Clone, Copy, Debug)]
pub struct Memory(u32);

impl Memory {
    /// Megabytes of `RssAnon` now.
    pub fn mb(self) -> f64 {
        process::mb(self.0, "RssAnon").unwrap_or(0.0)
    }
}

fn path() -> Result<PathBuf> {
    std::env::current_exe().map_err(Trouble::while_("this program does not find itself"))
}

fn this() -> Result<Command> {
    path().map(Command::new)
}

/// The program that is shipped, built in the same profile.
fn beside() -> Result<Command> {
    let program = path()?.with_file_name("preau");
    if program.is_file() {
        return Ok(Command::new(program));
    }
    Err(Trouble::of(format!("{} is not there: cargo build --release --bin preau", program.display())))
}

fn free() -> Result<String> {
    let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    Ok(free.map_err(Trouble::while_("no address is free"))?.to_string())
}

/// PostgreSQL names each backend after its database: « postgres: user database host(port) state ».
fn backends(database: &str) -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let ours = |number: &u32| {
        let title = std::fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
        let title = String::from_utf8_lossy(&title);
        title.starts_with("postgres:") && title.split(' ').nth(2) == Some(database)
    };
    numbers.filter(ours).collect()
}
