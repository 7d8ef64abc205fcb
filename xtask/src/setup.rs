//! Installs what the tests need and is absent.
use crate::{chore, postgres};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A Debian package, and how one sees that it is not needed.
struct Package {
    name: &'static str,
    present: fn() -> bool,
}

const PACKAGES: &[Package] = &[
    Package { name: "chromium", present: || chore::found("chromium").is_some() },
    Package { name: "firefox-esr", present: || chore::found("firefox-esr").is_some() },
    Package { name: "postgresql", present: || postgres::tools().is_some() },
    Package { name: "poppler-utils", present: || chore::found("pdftotext").is_some() },
    Package { name: "brotli", present: || chore::found("brotli").is_some() },
    Package { name: "fonts-dejavu-core", present: || Path::new("/usr/share/fonts/truetype/dejavu").is_dir() },
    Package { name: "nodejs", present: || chore::found("node").is_some() },
    Package { name: "npm", present: || chore::found("npm").is_some() },
    Package { name: "nginx-light", present: || chore::works("/usr/sbin/nginx", &["-v"]) },
    Package { name: "coturn", present: || chore::found("turnserver").is_some() },
    Package { name: "nftables", present: || chore::works("/usr/sbin/nft", &["--version"]) },
    Package { name: "openssl", present: || chore::found("openssl").is_some() },
    Package { name: "systemd", present: || chore::found("systemd-analyze").is_some() },
    Package { name: "g++", present: || chore::found("c++").is_some() },
    Package { name: "python3-venv", present: || chore::works("python3", &["-c", "import ensurepip, venv"]) },
    Package { name: "xmlsec1", present: || chore::found("xmlsec1").is_some() },
];

/// A cargo command, and the release that we know works.
const TOOLS: &[(&str, &str)] = &[("nextest", "0.9.143"), ("deny", "0.20.2")];

/// Does it, with its log.
pub fn run(root: &Path) -> Result<(), String> {
    let mut log = chore::log(root, "setup").map_err(|why| why.to_string())?;
    install(root, &mut log)
}

/// Does it.
pub fn install(root: &Path, log: &mut fs::File) -> Result<(), String> {
    packages(log)?;
    for (tool, version) in TOOLS {
        if !chore::works("cargo", &[tool, "--version"]) {
            // An unoptimised tool works as well here, and is there in half the time.
            let mut install = Command::new("cargo");
            install.args(["install", "--locked", "--debug", &format!("cargo-{tool}"), "--version", version]);
            chore::run(install.env("CARGO_PROFILE_DEV_DEBUG", "0"), log)?;
        }
    }
    let e2e = root.join("e2e");
    if e2e.join("package-lock.json").is_file() {
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(&e2e).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        chore::run(&mut npm, log)?;
        if node_is_old() {
            // Beside Playwright, where npx finds it first; the machine keeps its own.
            let mut node = Command::new("npm");
            node.args(["install", "--no-save", "--no-audit", "--no-fund", "node@22"]).current_dir(&e2e);
            chore::run(&mut node, log)?;
        }
    }
    portals(root, log)
}

/// Where the Python of the portals of `e2e/portals` is.
pub fn python(root: &Path) -> PathBuf {
    root.join("target/portals")
}

/// Made anew when what is asked for has changed: a copy of it, written last, says what is there.
fn portals(root: &Path, log: &mut fs::File) -> Result<(), String> {
    let (asked, folder) = (root.join("e2e/portals/requirements.txt"), python(root));
    let there = folder.join("requirements.txt");
    let wanted = fs::read(&asked).map_err(|why| format!("{}: {why}", asked.display()))?;
    if fs::read(&there).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    chore::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder), log)?;
    let mut pip = Command::new(folder.join("bin/pip"));
    chore::run(pip.args(["install", "--quiet", "--only-binary", ":all:", "--requirement"]).arg(&asked), log)?;
    fs::write(&there, wanted).map_err(|why| format!("{}: {why}", there.display()))
}

/// Debian 12 has Node 18; Playwright wants 20.
fn node_is_old() -> bool {
    let version = Command::new("node").arg("--version").output();
    let version = version.map(|out| String::from_utf8_lossy(&out.stdout).into_owned()).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    major.is_some_and(|major| major < 20)
}

fn packages(log: &mut fs::File) -> Result<(), String> {
    let absent: Vec<_> = PACKAGES.iter().filter(|package| !(package.present)()).map(|package| package.name).collect();
    if absent.is_empty() {
        return Ok(());
    }
    if chore::found("apt-get").is_none() {
        return Err(format!("no apt-get here: install {} by hand", absent.join(", ")));
    }
    let apt = |words: &[&str]| {
        let (program, first) = if chore::is_root() { ("env", None) } else { ("sudo", Some("env")) };
        let mut command = Command::new(program);
        command.args(first).arg("DEBIAN_FRONTEND=noninteractive").arg("apt-get").args(words);
        command
    };
    chore::run(&mut apt(&["update"]), log)?;
    chore::run(apt(&["install", "--yes", "--no-install-recommends"]).args(absent), log)
}
