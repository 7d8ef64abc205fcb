//! The package and its unit.
use crate::{as_admin, deb, folder, install, of_project, run, user};
use std::{
    fs,
    net::TcpListener,
    os::unix::fs::{MetadataExt, PermissionsExt},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// The command line of the unit.
fn unit_says(key: &str) -> String {
    let unit = of_project("packaging/preau.service");
    unit.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('=')).unwrap().to_owned()
}

#[test]
fn systemd_finds_nothing_amiss_in_the_unit() {
    let folder = folder();
    let check = |text: &str| {
        let path = folder.join("preau.service");
        // The program stands elsewhere here: systemd looks whether it can be run.
        let program = format!("ExecStart={}", env!("CARGO_BIN_EXE_preau"));
        fs::write(&path, text.replace("ExecStart=/usr/bin/preau", &program)).unwrap();
        run(Command::new("systemd-analyze").arg("verify").arg(path))
    };
    let unit = of_project("packaging/preau.service");
    assert_eq!(check(&unit), (true, String::new()));
    let wrong = check(&unit.replace("RestartSec=5", "RestartSecs=5"));
    assert!(wrong.1.contains("RestartSecs"), "a wrong key is seen: {wrong:?}");
}

/// A running program. Dropping it stops it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[test]
fn the_package_is_installed_started_by_its_unit_upgraded_and_purged() {
    let root = folder();
    let file = deb();
    let file = file.to_str().unwrap();
    let (well, said) = install(&root, &["--install", file]);
    assert!(well && said.contains("write public_url in /etc/preau/preau.toml"), "{said}");
    let config = root.join("etc/preau/preau.toml");
    let (uid, gid) = user(&root);
    let of = |path: &str| fs::metadata(root.join(path)).unwrap();
    for (path, mode, group) in [("etc/preau", 0o750, &gid), ("etc/preau/preau.toml", 0o640, &gid)] {
        let of = of(path);
        assert_eq!((of.permissions().mode() & 0o777, of.uid(), &of.gid().to_string()), (mode, 0, group), "{path}");
    }
    assert_eq!(of("var/lib/preau").permissions().mode() & 0o777, 0o700);
    assert_eq!(of("var/lib/preau").uid().to_string(), uid);

    // Configured, and started as its unit says: this command, this user, this mask; only, the machine is a folder.
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let here = root.display().to_string();
    let ours = fs::read_to_string(&config).unwrap().replace("preau.example.fr", "preau.ac-normandie.example");
    let ours = ours.replace("127.0.0.1:8080", &address.to_string()).replace("/var/lib", &format!("{here}/var/lib"));
    let edited = ours + "[rooms]\nlisten = \"\"\n";
    run(as_admin("sh").args(["-c", &format!("cat > {} <<'END'\n{edited}END", config.display())]));
    let line =
        unit_says("ExecStart").replace("/usr/", &format!("{here}/usr/")).replace("/etc/", &format!("{here}/etc/"));
    let mut start = as_admin("setpriv");
    start.args(["--reuid", &uid, "--regid", &gid, "--clear-groups"]).args(line.split(' '));
    let server = Running(start.current_dir(&root).stdout(Stdio::null()).spawn().unwrap());
    let mut patience = 500;
    while !run(Command::new("curl").args(["--silent", "--fail", &format!("http://{address}/readyz")])).0 {
        patience -= 1;
        assert!(patience > 0, "it is not ready");
        std::thread::sleep(Duration::from_millis(20));
    }
    drop(server);

    // Again, as an upgrade does: what was edited stays, and nothing is asked for any more.
    let (well, said) = install(&root, &["--install", file]);
    assert!(well && !said.contains("write public_url"), "{said}");
    let kept = run(as_admin("cat").arg(&config)).1;
    assert_eq!(kept, edited);

    let (well, said) = install(&root, &["--purge", "preau"]);
    assert!(well && said.contains("/var/lib/preau stays"), "{said}");
    assert!(!config.exists() && !root.join("usr/bin/preau").exists(), "what it brought is gone");
    assert!(root.join("var/lib/preau").is_dir(), "the house is not a package's to throw away");
}
