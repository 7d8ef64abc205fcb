//! A PostgreSQL of the tests' own: made in a fresh folder, on a free port of the loopback, gone at the end.
use crate::chore;
use std::{
    fs,
    net::TcpListener,
    os::unix::process::CommandExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// A running server. Dropping it stops it.
pub struct Postgres {
    /// Its address.
    pub url: String,
    /// The command that kills it (followed by `kill`), or stops it at once (`stop`), and starts it again.
    pub again: Vec<String>,
    tools: PathBuf,
    folder: PathBuf,
    keeper: Child,
}

/// Stops the server when the process `$0` has ended, however it ended; `$1` is `pg_ctl`, `$2` the folder. It looks in `/proc`:
/// a signal would be refused between two users, and look like an end.
const KEEPER: &str = r#"while [ -d "/proc/$0" ]; do sleep 1; done
"$1" -D "$2/data" -m immediate stop >/dev/null 2>&1
rm -rf "$2""#;

/// Kills the server (`$3` is `kill`) or stops it at once, and starts it again: `$0` is `pg_ctl`, `$1` the folder, `$2` its options. What
/// is left of a server that was killed keeps its memory for an instant, and the next one does not start before.
const AGAIN: &str = r#"case "$3" in
kill) kill -9 "$(head -n 1 "$1/data/postmaster.pid")" ;;
*) "$0" -D "$1/data" -m immediate stop ;;
esac >/dev/null
left=20
until "$0" -D "$1/data" -w -l "$1/log" -o "$2" start >/dev/null 2>&1; do
    left=$((left - 1))
    [ $left -gt 0 ] || exit 1
    sleep 0.2
done"#;

impl Postgres {
    /// Makes and starts one.
    pub fn start(log: &mut fs::File) -> Result<Self, String> {
        let tools = tools().ok_or("PostgreSQL is not installed: cargo xtask setup")?;
        // In the system's temporary folder: PostgreSQL refuses the administrator, and another user may not come as far
        // as this one's folders.
        let folder = std::env::temp_dir().join(format!("preau-postgres-{}", std::process::id()));
        let port = free_port()?;
        let data = folder.join("data");
        let run = |command: &mut Command, log: &mut fs::File| chore::run(command, log);
        run(as_user("mkdir").arg("-m").arg("700").arg(&folder), log)?;
        let made = run(
            as_user(tools.join("initdb"))
                .args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--pgdata"])
                .arg(&data),
            log,
        );
        // Nobody cuts this machine's power: that a commit outlives the server is PostgreSQL's to prove, and takes half the time.
        let options = format!(
            "-p {port} -k {} -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off -c full_page_writes=off",
            folder.display()
        );
        let started = made.and_then(|()| {
            let mut start = as_user(tools.join("pg_ctl"));
            start.arg("-D").arg(&data).arg("-w").arg("-l").arg(folder.join("log")).arg("-o").arg(&options).arg("start");
            run(&mut start, log)
        });
        if let Err(why) = started {
            let _ = as_user("rm").arg("-rf").arg(&folder).status();
            return Err(why);
        }
        let keeper = as_user("sh")
            .arg("-c")
            .arg(KEEPER)
            .arg(std::process::id().to_string())
            .arg(tools.join("pg_ctl"))
            .arg(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|why| format!("sh: {why}"))?;
        let mut again = as_user("sh");
        again.arg("-c").arg(AGAIN).arg(tools.join("pg_ctl")).arg(&folder).arg(&options);
        let again = std::iter::once(again.get_program()).chain(again.get_args());
        let again = again.map(|word| word.to_string_lossy().into_owned()).collect();
        Ok(Self { url: format!("postgres://postgres@127.0.0.1:{port}/postgres"), again, tools, folder, keeper })
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ = self.keeper.kill();
        let _ = self.keeper.wait();
        let mut stop = as_user(self.tools.join("pg_ctl"));
        stop.arg("-D").arg(self.folder.join("data")).args(["-m", "immediate", "stop"]);
        let _ = stop.stdout(Stdio::null()).stderr(Stdio::null()).status();
        let _ = as_user("rm").arg("-rf").arg(&self.folder).status();
    }
}

/// The folder of PostgreSQL's tools: on the path, or where Debian puts the newest.
pub fn tools() -> Option<PathBuf> {
    if let Some(initdb) = chore::found("initdb") {
        return initdb.parent().map(Path::to_owned);
    }
    let mut versions: Vec<_> = fs::read_dir("/usr/lib/postgresql").ok()?.filter_map(Result::ok).collect();
    versions.sort_by_key(|entry| entry.file_name().to_string_lossy().parse::<u32>().unwrap_or(0));
    versions.into_iter().rev().map(|entry| entry.path().join("bin")).find(|bin| bin.join("initdb").is_file())
}

/// A command run by somebody who is not the administrator.
fn as_user(program: impl AsRef<std::ffi::OsStr>) -> Command {
    if !chore::is_root() {
        return Command::new(program);
    }
    let user = if chore::works("id", &["-u", "postgres"]) { "postgres" } else { "nobody" };
    let mut command = Command::new("runuser");
    command.current_dir("/").args(["-u", user, "--"]).arg(program);
    command
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|why| format!("no free port: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpStream;

    #[test]
    fn it_answers_and_leaves_nothing() {
        if tools().is_none() {
            return;
        }
        let folder = std::env::temp_dir().join(format!("preau-postgres-log-{}", std::process::id()));
        let started =
            fs::File::create(&folder).map_err(|why| why.to_string()).and_then(|mut log| Postgres::start(&mut log));
        let _ = fs::remove_file(&folder);
        let (address, data) = match &started {
            Ok(server) => {
                (server.url.replace("postgres://postgres@", "").replace("/postgres", ""), server.folder.clone())
            }
            Err(why) => panic!("{why}"),
        };
        assert!(TcpStream::connect(&address).is_ok());
        drop(started);
        assert!(TcpStream::connect(&address).is_err() && !data.exists());
    }
}
