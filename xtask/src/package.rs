//! The Debian package, and beside it the recipe of a container: one program, one user, one set of paths.
use crate::chore;
use std::{
    fs, io,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Command,
};

/// What goes in beside the program: from where, to where, and who may read it.
const FILES: &[(&str, &str, u32)] = &[
    ("packaging/preau.toml", "etc/preau/preau.toml", 0o640),
    ("packaging/preau.service", "usr/lib/systemd/system/preau.service", 0o644),
    ("packaging/nginx.conf", "usr/share/preau/nginx.conf", 0o644),
    ("packaging/erreurs/413.html", "usr/share/preau/erreurs/413.html", 0o644),
    ("packaging/erreurs/502.html", "usr/share/preau/erreurs/502.html", 0o644),
    ("packaging/erreurs/504.html", "usr/share/preau/erreurs/504.html", 0o644),
    ("packaging/erreurs/page.css", "usr/share/preau/erreurs/page.css", 0o644),
    ("docs/operate.md", "usr/share/doc/preau/operate.md", 0o644),
    ("docs/people-import.md", "usr/share/doc/preau/people-import.md", 0o644),
    ("data/people/modele.csv", "usr/share/doc/preau/modele.csv", 0o644),
    ("LICENSE", "usr/share/doc/preau/LICENSE", 0o644),
    ("packaging/debian/copyright", "usr/share/doc/preau/copyright", 0o644),
    ("packaging/debian/conffiles", "DEBIAN/conffiles", 0o644),
    ("packaging/debian/postinst", "DEBIAN/postinst", 0o755),
    ("packaging/debian/prerm", "DEBIAN/prerm", 0o755),
    ("packaging/debian/postrm", "DEBIAN/postrm", 0o755),
];
/// Where the program stands, as the unit file says too.
const PROGRAM: &str = "usr/bin/preau";

/// What is asked for.
struct Asked {
    /// A program that is built already.
    binary: Option<PathBuf>,
    /// Where the package goes.
    to: PathBuf,
}

impl Asked {
    /// Reads `--binary FILE --to FOLDER`.
    fn read(root: &Path, words: &[String]) -> Result<Self, String> {
        let mut asked = Self { binary: None, to: root.join("target/package") };
        for pair in words.chunks(2) {
            let [name, path] = pair else { return Err(format!("{} wants a path", pair[0])) };
            match name.as_str() {
                "--binary" => asked.binary = Some(path.into()),
                "--to" => asked.to = path.into(),
                other => return Err(format!("{other} is neither --binary nor --to")),
            }
        }
        Ok(asked)
    }
}

/// `cargo xtask package`.
pub fn run(root: &Path, words: &[String]) -> Result<(), String> {
    let asked = Asked::read(root, words)?;
    let mut log = chore::log(root, "package").map_err(|why| why.to_string())?;
    if asked.binary.is_none() {
        let mut build = Command::new("cargo");
        chore::run(build.args(["build", "--release", "--package", "preau"]).current_dir(root), &mut log)?;
    }
    // A program given is a program to try: it is packed as it is, in a second.
    let squeezed = if asked.binary.is_some() { "-Znone" } else { "-Zxz" };
    let binary = asked.binary.unwrap_or_else(|| root.join("target/release/preau"));
    let tree = asked.to.join("tree");
    let laid = lay(root, &binary, &tree).map_err(|why| format!("the package cannot be laid out: {why}"))?;
    let file = asked.to.join(format!("preau_{}_{}.deb", laid.version, laid.architecture));
    let mut deb = Command::new("dpkg-deb");
    deb.args(["--root-owner-group", squeezed, "--build"]).arg(&tree).arg(&file);
    chore::run(&mut deb, &mut log)?;
    let recipe = asked.to.join("Containerfile");
    fs::copy(root.join("packaging/Containerfile"), recipe).map_err(|why| format!("the recipe: {why}"))?;
    fs::remove_dir_all(&tree).map_err(|why| format!("{}: {why}", tree.display()))
}

/// What the package's name says of it.
struct Laid {
    version: String,
    architecture: String,
}

/// Lays out what the package holds.
fn lay(root: &Path, binary: &Path, tree: &Path) -> io::Result<Laid> {
    if tree.exists() {
        fs::remove_dir_all(tree)?;
    }
    put(binary, &tree.join(PROGRAM), 0o755)?;
    let mut size = fs::metadata(binary)?.len();
    for (from, to, mode) in FILES {
        put(&root.join(from), &tree.join(to), *mode)?;
        size += fs::metadata(root.join(from))?.len();
    }
    open(tree)?;
    fs::set_permissions(tree.join("etc/preau"), fs::Permissions::from_mode(0o750))?;
    let laid = Laid { version: version(root)?, architecture: architecture()? };
    let control = fs::read_to_string(root.join("packaging/debian/control"))?
        .replace("{version}", &laid.version)
        .replace("{architecture}", &laid.architecture)
        .replace("{size}", &size.div_ceil(1024).to_string())
        .replace("{glibc}", &glibc(&fs::read(binary)?));
    fs::write(tree.join("DEBIAN/control"), control)?;
    Ok(laid)
}

/// Folders are read by all, whatever the mask of who packs.
fn open(folder: &Path) -> io::Result<()> {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            open(&entry.path())?;
        }
    }
    Ok(())
}

fn put(from: &Path, to: &Path, mode: u32) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).map_err(|why| io::Error::other(format!("{}: {why}", from.display())))?;
    fs::set_permissions(to, fs::Permissions::from_mode(mode))
}

/// The version of the workspace.
fn version(root: &Path) -> io::Result<String> {
    let manifest: toml::Table = fs::read_to_string(root.join("Cargo.toml"))?.parse().map_err(io::Error::other)?;
    let said = manifest.get("workspace").and_then(|of| of.get("package")).and_then(|of| of.get("version"));
    said.and_then(toml::Value::as_str).map(str::to_owned).ok_or_else(|| io::Error::other("no version in Cargo.toml"))
}

fn architecture() -> io::Result<String> {
    let said = Command::new("dpkg").arg("--print-architecture").output()?;
    Ok(String::from_utf8_lossy(&said.stdout).trim().to_owned())
}

/// The oldest C library that has every symbol this program asks for: the highest `GLIBC_2.N` in it.
fn glibc(program: &[u8]) -> String {
    const SIGN: &[u8] = b"GLIBC_2.";
    let minors = program.windows(SIGN.len() + 3).filter(|window| window.starts_with(SIGN)).filter_map(|window| {
        let digits: Vec<u8> = window[SIGN.len()..].iter().copied().take_while(u8::is_ascii_digit).collect();
        String::from_utf8(digits).ok()?.parse::<u32>().ok()
    });
    format!("2.{}", minors.max().unwrap_or(17))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_c_library_is_the_newest_that_is_asked_for() {
        assert_eq!(glibc(b"\0GLIBC_2.2.5\0GLIBC_2.34\0GLIBC_2.9\0GLIBC_PRIVATE\0end"), "2.34");
        assert_eq!(glibc(b"nothing"), "2.17");
    }

    #[test]
    fn a_package_is_asked_for_by_name() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let asked = Asked::read(Path::new("/p"), &words("--to /tmp/out --binary b"));
        assert!(asked.is_ok_and(|asked| asked.to == Path::new("/tmp/out") && asked.binary == Some("b".into())));
        assert!(Asked::read(Path::new("/p"), &words("--to")).is_err());
        assert!(Asked::read(Path::new("/p"), &words("--in x")).is_err());
    }
}
