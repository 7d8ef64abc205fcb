#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(dead_code, reason = "of what the tests of the program share, these take a part")]
//! What an operator types, and is told: which house, nothing made where one was expected, nothing lost, and what comes next.
mod program;

use program::{SCHOOLS, Server, beside, place, preau};
use std::{
    fs,
    process::{Command, Stdio},
};

#[tokio::test(flavor = "multi_thread")]
async fn no_command_makes_a_house_where_one_was_expected() {
    for (name, at) in db::testing::places().await {
        tokio::task::spawn_blocking(move || {
            let here = beside(&at);
            let file = here.folder.join("b.tar");
            for words in [
                &["import", "annuaire", SCHOOLS] as &[&str],
                &["person", "admin", "Ada", "Morel", "a.morel"],
                &["backup", file.to_str().unwrap()],
                &["check"],
                &["purge"],
                &["jobs"],
                &["audit"],
            ] {
                let (well, said) = preau(&here, words);
                assert!(!well && said.contains("`preau migrate` makes it"), "{name}: {words:?}: {said}");
            }
            if let db::Place::Sqlite(path) = &at {
                assert!(!path.exists(), "nothing was made");
            }
            assert!(!file.exists(), "{name}");
        })
        .await
        .unwrap();
    }
}

#[test]
fn a_command_says_which_house_it_opens_when_it_was_not_told() {
    let here = place("");
    assert!(preau(&here, &["migrate"]).0);
    let asked = Command::new(env!("CARGO_BIN_EXE_preau")).arg("jobs").current_dir(&here.folder).output().unwrap();
    let said = String::from_utf8_lossy(&asked.stderr).into_owned();
    assert!(
        asked.status.success() && said.contains("the house of preau.toml: ") && said.contains("preau.db"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    let (well, said) = preau(&here, &["jobs"]);
    assert!(well && !said.contains("the house of"), "who named it knows: {said}");
}

#[test]
fn a_young_house_is_told_what_it_lacks() {
    let here = place("");
    let next = |lacks: &str| {
        let (well, said) = preau(&here, &["check"]);
        assert!(well && said.contains("Nothing is wrong"), "{said}");
        assert_eq!(said.contains("Next: "), !lacks.is_empty(), "{said}");
        assert!(said.contains(lacks), "{said}");
    };
    assert!(preau(&here, &["migrate"]).0);
    next("`preau import annuaire FILE`");
    assert!(preau(&here, &["import", "annuaire", SCHOOLS]).0);
    next("`preau person admin GIVEN FAMILY USER`");
    assert!(preau(&here, &["person", "admin", "Ada", "Morel", "A.Morel"]).0);
    next("");
    let (well, said) = preau(&here, &["person", "admin", "Ada", "Morel", "a.morel"]);
    assert!(!well && said.contains("somebody enters as a.morel already") && said.contains("person password"), "{said}");
}

#[test]
fn a_backup_leaves_what_is_there_and_a_restore_that_fails_leaves_nothing() {
    let (here, there) = (place(""), place(""));
    assert!(preau(&here, &["migrate"]).0);
    let file = here.folder.join("house.tar");
    let file = file.to_str().unwrap();
    fs::write(file, "the only good one").unwrap();
    let (well, said) = preau(&here, &["backup", file]);
    assert!(!well && said.contains("is there already") && said.contains("--force"), "{said}");
    let (well, said) = preau(&there, &["restore", file]);
    assert!(!well && said.contains("nothing was restored"), "{said}");
    assert!(!there.folder.join("preau.db").exists(), "no empty house is left");
    assert!(preau(&here, &["backup", file, "--force"]).0);
    let (well, said) = preau(&there, &["restore", file]);
    assert!(well && said.contains("a card taken back since then opens again"), "{said}");
    // What the trial was made for is told to the house that serves.
    let (well, said) = preau(&here, &["check", "--against", there.config.to_str().unwrap()]);
    assert!(well && said.contains("both houses hold the same"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_house_writes_of_its_own_work_is_not_what_it_holds() {
    for (name, at) in db::testing::places().await {
        let here = beside(&at);
        assert!(preau(&here, &["migrate"]).0, "{name}");
        let file = here.folder.join("house.tar");
        assert!(preau(&here, &["backup", file.to_str().unwrap()]).0, "{name}");
        let against = ["check", "--against", file.to_str().unwrap()];
        let written = async |sql: &'static str, values: Vec<db::Value>| {
            let db = db::Db::open(&at, 1, std::sync::Arc::new(|_| {})).unwrap();
            db.write(move |tx| tx.execute(sql, &values)).await.unwrap();
            db.close().await;
        };
        written("INSERT INTO jobs_schedule (kind, ran_at, next_at) VALUES ('a/b', 1, 2)", vec![]).await;
        written("INSERT INTO jobs_purged (name, at, gone) VALUES ('a', 9999999999999, 2)", vec![]).await;
        let (well, said) = preau(&here, &against);
        assert!(well && said.contains("both houses hold the same"), "{name}: {said}");
        let once = "INSERT INTO web_once (key, at, location) VALUES (?1, 1, '/')";
        written(once, db::params![vec![1_u8]].to_vec()).await;
        let (well, said) = preau(&here, &against);
        assert!(!well && said.contains("web_once: 1 here, 0 there"), "{name}: {said}");
    }
}

#[test]
fn a_service_that_is_told_to_stop_says_so_in_its_log() {
    let here = place("");
    let mut command = Command::new(env!("CARGO_BIN_EXE_preau"));
    let log = fs::File::create(here.folder.join("log")).unwrap();
    command.args(["serve", "--config"]).arg(&here.config).stdout(Stdio::null()).stderr(log);
    let mut server = Server::of(command, &here);
    let told = Command::new("kill").arg(server.0.id().to_string()).status().unwrap();
    assert!(told.success() && server.0.wait().unwrap().success());
    let log = fs::read_to_string(here.folder.join("log")).unwrap();
    assert!(log.contains("told to stop") && log.contains("stopped"), "{log}");
}

#[test]
fn a_dry_purge_says_for_how_long_each_table_is_kept() {
    let here = place("");
    assert!(preau(&here, &["migrate"]).0);
    let (well, said) = preau(&here, &["purge", "--dry-run"]);
    for line in ["jobs_queue: 0 would go; kept 30 days: to see what was done", "jobs_schedule: kept for good: "] {
        assert!(well && said.contains(line), "{line}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_postgresql_refuses_is_said_in_words() {
    for (_, at) in db::testing::places().await {
        let db::Place::Postgres(url) = at else { continue };
        tokio::task::spawn_blocking(move || {
            let (server, _) = url.split_once('?').unwrap_or((&url, ""));
            let here = place(&format!("{}/nowhere", server.rsplit_once('/').unwrap().0));
            let (well, said) = preau(&here, &["check"]);
            assert!(
                !well && said.contains("PostgreSQL has no base of this name") && said.contains("(3D000)"),
                "{said}"
            );
            assert!(!said.contains("because: FATAL"), "{said}");
        })
        .await
        .unwrap();
    }
}

#[test]
fn an_address_without_a_port_is_said_before_anything_is_opened() {
    let here = place("");
    fs::write(&here.config, "listen = \"127.0.0.1\"\n").unwrap();
    for command in ["check", "serve"] {
        let (well, said) = preau(&here, &[command]);
        assert!(!well && said.contains("listen is \"127.0.0.1\"") && said.contains("127.0.0.1:8080"), "{said}");
    }
}
