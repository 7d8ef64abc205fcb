//! `docs/operate.md`, walked word for word: every block marked `sh` is run, in its order, on a folder that stands for a machine.
//!
//! What is not ours stands in: `sudo` becomes another user where it is said, `cargo` gives what is built, `systemctl` starts what the
//! unit says, `apt` installs the package in that folder.
use crate::{ROOT, as_admin, deb, folder, install, of_project, run, user};
use std::{fs, net::TcpListener, os::unix::fs::PermissionsExt, path::Path, process::Command};

/// The commands of the document.
fn script() -> String {
    let document = of_project("docs/operate.md");
    document.split("\n```sh\n").skip(1).map(|rest| rest.split("\n```").next().unwrap().to_owned() + "\n").collect()
}

/// What stands in for the machine: `HERE` is its folder, `WORK` where the operator types, `UID_` and `GID_` the user `preau`.
const STAND_INS: &[(&str, &str)] = &[
    (
        "sudo",
        r#"[ "$1" = -u ] || exec "$@"
shift 2
exec setpriv --reuid "$UID_" --regid "$GID_" --clear-groups "$@""#,
    ),
    ("cargo", "exit 0"),
    ("useradd", "exit 0"),
    ("apt", "exit 0"),
    // As itself, users by their numbers.
    (
        "install",
        r#"for word; do
    shift
    [ "$word" = preau ] && case "$last" in -o) word=$UID_ ;; -g) word=$GID_ ;; esac
    last=$word
    set -- "$@" "$word"
done
exec /usr/bin/install "$@""#,
    ),
    ("nginx", r#"test -s "$HERE/etc/nginx/conf.d/preau.conf""#),
    (
        "systemctl",
        r#"case "$*" in
"enable --now preau")
    command=$(sed -n 's/^ExecStart=//p' "$HERE/etc/systemd/system/preau.service" | sed "s#/etc/#$HERE/etc/#;s#^/usr/bin/##")
    sudo -u preau $command >"$WORK/served" 2>&1 &
    echo $! >"$WORK/pid"
    left=500
    until /usr/bin/curl --silent --fail "http://$ADDRESS/readyz" >/dev/null; do
        left=$((left - 1))
        [ $left -gt 0 ] || exit 1
        sleep 0.02
    done ;;
esac"#,
    ),
    // The file in /etc is that folder's.
    (
        "preau",
        r#"case "$*" in *--config*) ;; *) set -- "$@" --config "$HERE/etc/preau/preau.toml" ;; esac
exec "$HERE/usr/bin/preau" "$@""#,
    ),
];

/// A file that everybody may read, or run.
fn put(path: &Path, text: &str, mode: u32) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn the_document_is_walked_from_nothing_to_a_restored_house() {
    let (here, work, tools) = (folder(), folder(), folder());
    let (well, said) = install(&here, &["--install", deb().to_str().unwrap()]);
    assert!(well, "{said}");
    let (uid, gid) = user(&here);
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    for (name, text) in STAND_INS {
        put(&tools.join(name), &format!("#!/bin/sh\n{text}\n"), 0o755);
    }
    for folder in ["target/release", "packaging"] {
        fs::create_dir_all(work.join(folder)).unwrap();
    }
    for folder in ["etc/nginx/conf.d", "etc/systemd/system", "srv"] {
        fs::create_dir_all(here.join(folder)).unwrap();
    }
    fs::copy(env!("CARGO_BIN_EXE_preau"), work.join("target/release/preau")).unwrap();
    let inside = format!("{}/var/lib", here.display());
    let config = of_project("packaging/preau.toml").replace("127.0.0.1:8080", &address).replace("/var/lib", &inside);
    put(&work.join("packaging/preau.toml"), &config, 0o644);
    put(&work.join("packaging/preau.service"), &of_project("packaging/preau.service"), 0o644);
    for (from, to) in [
        ("data/schools/etablissements_normandie.csv", "fr-en-annuaire-education.csv"),
        ("data/people/modele.csv", "eleves.csv"),
    ] {
        fs::copy(Path::new(ROOT).join(from), work.join(to)).unwrap();
    }
    // What was queued is done before the backup is taken: it is compared with the house further down.
    let done = "until preau jobs | grep -q '^0 due'; do sleep 0.1; done\npreau backup";
    let mut script = script().replacen("preau backup", done, 1);
    for folder in ["/etc/", "/var/lib/", "/srv/", "/usr/share/", "/usr/bin/preau"] {
        script = script.replace(folder, &format!("{}{folder}", here.display()));
    }
    // The first and last steps of the install are apt's; the files that the document copies are the ones it quotes.
    let script = format!("set -e\n{}", script.replace("127.0.0.1:8080", &address));
    put(&work.join("walk.sh"), &script, 0o644);
    let mut walk = Command::new("sh");
    walk.arg("walk.sh").current_dir(&work).env("PATH", format!("{}:/usr/sbin:/usr/bin:/sbin:/bin", tools.display()));
    walk.env("HERE", &here).env("WORK", &work).env("ADDRESS", &address).env("UID_", uid).env("GID_", gid);
    let (well, said) = run(walk.env("PREAU_ROOMS__LISTEN", ""));
    if let Ok(pid) = fs::read_to_string(work.join("pid")) {
        run(Command::new("kill").arg(pid.trim()));
    }
    let served = fs::read_to_string(work.join("served")).unwrap_or_default();
    assert!(well, "{said}\n{served}");
    for word in ["ready\n", "c.morel may enter with", "All that is here is in", "Restored:"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert_eq!(said.matches("both houses hold the same").count(), 3, "{said}");
    // Programs are large, and nobody looks at what went well.
    run(as_admin("rm").arg("-r").args([&here, &work, &tools]));
}
