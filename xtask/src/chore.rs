//! Commands, shown on the terminal and kept in a log.
use std::{
    fs,
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Runs a command to its end; what it says goes to the terminal and to `log`.
pub fn run(command: &mut Command, log: &mut fs::File) -> Result<(), String> {
    let shown = shown(command);
    said(log, &format!("$ {shown}\n")).map_err(|why| why.to_string())?;
    let failed = |why: io::Error| format!("{shown}: {why}");
    let (mut reader, writer) = io::pipe().map_err(failed)?;
    command.stdin(Stdio::null()).stdout(writer.try_clone().map_err(failed)?).stderr(writer);
    let mut child = command.spawn().map_err(failed)?;
    // The command still holds the pipe's other end: let go of it, or reading never ends.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut bytes = [0; 8192];
    loop {
        let many = reader.read(&mut bytes).map_err(failed)?;
        if many == 0 {
            break;
        }
        io::stdout().write_all(&bytes[..many]).and_then(|()| log.write_all(&bytes[..many])).map_err(failed)?;
    }
    let status = child.wait().map_err(failed)?;
    if status.success() { Ok(()) } else { Err(format!("{shown}: {status}")) }
}

/// Runs a command quietly; whether it exists and ends well.
pub fn works(name: &str, words: &[&str]) -> bool {
    let quiet =
        Command::new(name).args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// Says a line of our own.
pub fn said(log: &mut fs::File, text: &str) -> io::Result<()> {
    io::stdout().write_all(text.as_bytes())?;
    log.write_all(text.as_bytes())
}

/// Where the program `name` is, among the folders of `PATH`.
pub fn found(name: &str) -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "a chore is run by hand, in the environment of its person")]
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Whether we are the machine's administrator.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

/// Opens the log of a step, anew.
pub fn log(root: &Path, step: &str) -> io::Result<fs::File> {
    let folder = root.join("target/ci");
    fs::create_dir_all(&folder)?;
    fs::File::create(folder.join(format!("{step}.log")))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
