#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(dead_code, reason = "of what the tests of the program share, these take a part")]
//! What is shipped beside the program, used: nginx before it, the unit, the package, and the document that says how.
//!
//! Run by the step `packaging` of `cargo xtask test`, which packs the program first and has nginx.
mod https;
mod nginx;
mod package;
#[path = "../program/mod.rs"]
mod program;
mod walk;

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The project.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A file of the project.
fn of_project(path: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(path)).unwrap()
}

/// Runs it to its end: whether it went well, and what it said.
fn run(command: &mut Command) -> (bool, String) {
    let done = command.output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.success(), said)
}

/// A fresh folder that every user of the machine can come to.
fn folder() -> PathBuf {
    let folder = program::place("").folder;
    std::fs::remove_file(folder.join("preau.toml")).unwrap();
    open(&folder);
    folder
}

/// Everybody may read this folder.
fn open(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// The package that the step has made.
fn deb() -> PathBuf {
    let made = std::fs::read_dir(Path::new(ROOT).join("target/ci/package")).expect("`cargo xtask test` packs it first");
    made.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|end| end == "deb")).unwrap()
}

/// Installs it in a folder that stands for a machine, by dpkg and its own scripts.
fn install(root: &Path, words: &[&str]) -> (bool, String) {
    for file in ["passwd", "group", "shadow", "gshadow"] {
        std::fs::create_dir_all(root.join("etc")).unwrap();
        let path = root.join("etc").join(file);
        if !path.exists() {
            std::fs::write(path, "").unwrap();
        }
    }
    let admin = root.join("var/lib/dpkg");
    for file in ["status", "available"] {
        std::fs::create_dir_all(&admin).unwrap();
        if !admin.join(file).exists() {
            std::fs::write(admin.join(file), "").unwrap();
        }
    }
    std::fs::create_dir_all(admin.join("info")).unwrap();
    std::fs::create_dir_all(admin.join("updates")).unwrap();
    let mut dpkg = as_admin("dpkg");
    dpkg.arg(format!("--root={}", root.display()));
    run(dpkg.args(["--force-script-chrootless", "--force-depends", "--force-confold", "--log=/dev/null"]).args(words))
}

/// A command of the administrator's.
fn as_admin(program: &str) -> Command {
    if rustix::process::getuid().is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.args(["--non-interactive", program]);
    command
}

/// The numbers of the user `preau` of that machine.
fn user(root: &Path) -> (String, String) {
    let passwd = std::fs::read_to_string(root.join("etc/passwd")).unwrap();
    let fields: Vec<_> = passwd.lines().find(|line| line.starts_with("preau:")).unwrap().split(':').collect();
    (fields[2].to_owned(), fields[3].to_owned())
}
