#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test may panic, and tells its counts")]
#![expect(dead_code, reason = "of what the tests of the program share, these take a part")]
//! What an operator does. A backup while people write, restored elsewhere, and `preau check` says that both are the same.
mod program;

use program::{Client, Place, SCHOOLS, Server, beside, house, place, preau};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_under_load_is_whole_and_one_at_rest_is_the_same() {
    for (name, at) in db::testing::places().await {
        let (here, pupils) = house(&at, 1_500).await;
        let elsewhere = [place(""), place("")];
        let (done, over) = (AtomicUsize::new(0), AtomicBool::new(false));
        tokio::task::spawn_blocking(move || {
            let mut server = Server::start(&here);
            let busy = here.folder.join("busy.tar");
            std::thread::scope(|threads| {
                for part in pupils.chunks(pupils.len() / 4) {
                    let (over, done, address) = (&over, &done, here.address);
                    threads.spawn(move || {
                        let mut client = Client::new(address);
                        for pupil in part.iter().take_while(|_| !over.load(Ordering::SeqCst)) {
                            assert_eq!(client.ask(pupil), Some(303));
                            done.fetch_add(1, Ordering::SeqCst);
                        }
                    });
                }
                while done.load(Ordering::SeqCst) < 50 {
                    std::thread::yield_now();
                }
                let before = done.load(Ordering::SeqCst);
                let (well, said) = preau(&here, &["backup", busy.to_str().unwrap()]);
                assert!(well, "{name}: {said}");
                eprintln!("{name}: backup from ticket {before} to {}: {said}", done.load(Ordering::SeqCst));
                over.store(true, Ordering::SeqCst);
            });
            let (well, said) = preau(&elsewhere[0], &["restore", busy.to_str().unwrap()]);
            assert!(well, "{name}: {said}");
            // At rest: a house that answers also does what is queued.
            server.kill();
            let rest = here.folder.join("rest.tar");
            let (well, said) = preau(&here, &["backup", rest.to_str().unwrap()]);
            assert!(well, "{name}: {said}");
            let (well, said) = preau(&elsewhere[1], &["restore", rest.to_str().unwrap()]);
            assert!(well, "{name}: {said}");
            std::fs::copy(here.folder.join("secret"), elsewhere[1].folder.join("secret")).unwrap();
            let (well, said) = preau(&elsewhere[1], &["check", "--against", here.config.to_str().unwrap()]);
            assert!(well && said.contains("both houses hold the same"), "{name}: {said}");
            // The one taken under load is older than the house, and what was restored is what was taken.
            std::fs::copy(here.folder.join("secret"), elsewhere[0].folder.join("secret")).unwrap();
            let (well, said) = preau(&elsewhere[0], &["check", "--against", busy.to_str().unwrap()]);
            assert!(well && said.contains("both houses hold the same"), "{name}: {said}");
            let (well, said) = preau(&elsewhere[0], &["check", "--against", rest.to_str().unwrap()]);
            assert!(!well && said.contains("ticket: "), "{name}: {said}");
            // What is not empty is not overwritten.
            let (well, said) = preau(&elsewhere[1], &["restore", rest.to_str().unwrap()]);
            assert!(!well && said.contains("nothing was restored"), "{name}: {said}");
        })
        .await
        .unwrap();
    }
}

#[test]
fn a_wrong_configuration_is_said_in_plain_words() {
    let here = place("");
    std::fs::write(&here.config, "lisen = \"127.0.0.1:1\"\n").unwrap();
    let (well, said) = preau(&here, &["check"]);
    assert!(!well && said.contains("lisen"), "{said}");
}

const HEAD: &str =
    "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de;autorite;telephone;langue;utilisateur";

/// Imports these rows, first passwords going to this file of the place; gives whether it went well, and what was said.
fn import(here: &Place, rows: &str, passwords: &str) -> (bool, String) {
    let file = here.folder.join("people.csv");
    std::fs::write(&file, format!("{HEAD}\r\n{rows}\r\n")).unwrap();
    let passwords = here.folder.join(passwords);
    preau(here, &["import", "people", file.to_str().unwrap(), "--apply", "--passwords", passwords.to_str().unwrap()])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_name_is_refused_before_anything_is_written_or_changed_and_said() {
    for (name, at) in db::testing::places().await {
        tokio::task::spawn_blocking(move || {
            let here = beside(&at);
            assert!(preau(&here, &["migrate"]).0, "{name}");
            assert!(preau(&here, &["import", "annuaire", SCHOOLS]).0, "{name}");
            let lea = "P1;Roy;Léa;;enseignant;0140014P;;;;;;l.roy";
            let (well, said) = import(&here, lea, "p1.csv");
            assert!(well && said.contains("1 first passwords"), "{name}: {said}");
            let first = std::fs::read_to_string(here.folder.join("p1.csv")).unwrap();
            assert!(first.contains("l.roy;"), "{name}: {first}");

            // Held by somebody else: nothing is written, and no file is left.
            let three = "P5;Abel;Ana;;enseignant;0760058A;;;;;;a.abel\r\nP2;Roy;Luc;;enseignant;0760058A;;;;;;l.roy\r\n\
                         P6;Zola;Bob;;enseignant;0760058A;;;;;;b.zola";
            let (well, said) = import(&here, three, "p2.csv");
            assert!(
                !well && said.contains('3') && said.contains("utilisateur") && said.contains("Léa Roy"),
                "{name}: {said}"
            );
            assert!(!here.folder.join("p2.csv").exists(), "{name}");
            let (well, said) = import(&here, &three.replace(";l.roy", ";luc.roy"), "p2.csv");
            assert!(well && said.contains("3 people added") && said.contains("3 first passwords"), "{name}: {said}");

            // A file that is there may hold passwords that nobody else knows.
            let (well, said) = import(&here, lea, "p1.csv");
            assert!(!well && said.contains("it is there already"), "{name}: {said}");
            assert_eq!(std::fs::read_to_string(here.folder.join("p1.csv")).unwrap(), first, "{name}");

            // Another user name for the same person is taken, and said.
            let (well, said) = import(&here, &lea.replace("l.roy", "lea.roy"), "p3.csv");
            assert!(
                well && said.contains("enters with lea.roy") && said.contains("no longer with l.roy"),
                "{name}: {said}"
            );
            assert!(said.contains("0 first passwords"), "{name}: {said}");
        })
        .await
        .unwrap();
    }
}

#[test]
fn an_import_that_finds_no_room_says_so_and_the_next_one_goes_through() {
    let here = place("");
    assert!(preau(&here, &["migrate"]).0);
    // No file may grow past these blocks: as on a disk that is full.
    let kept = std::fs::metadata(here.folder.join("preau.db")).unwrap().len();
    let full = format!("trap '' XFSZ; ulimit -f {} && exec \"$0\" \"$@\"", kept / 512 + 64);
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &full, env!("CARGO_BIN_EXE_preau"), "import", "annuaire", SCHOOLS]);
    let done = command.arg("--config").arg(&here.config).output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(!done.status.success() && said.contains("nothing was imported") && said.contains("because"), "{said}");
    let (well, said) = preau(&here, &["import", "annuaire", SCHOOLS]);
    assert!(well && said.contains(" 0 changed, 0 as before"), "{said}");
    // A folder in which no file can be made.
    let lea = "P1;Roy;Léa;;enseignant;0140014P;;;;;;l.roy";
    let (well, said) = import(&here, lea, "no-such-folder/p.csv");
    assert!(!well && said.contains("nothing was imported") && said.contains("p.csv cannot be written"), "{said}");
    let (well, said) = import(&here, lea, "p.csv");
    assert!(well && said.contains("1 people added"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_set_aside_is_taken_up_again_by_command() {
    let here = place("");
    assert!(preau(&here, &["migrate"]).0);
    let db = db::Db::open(&db::Place::Sqlite(here.folder.join("preau.db")), 1, std::sync::Arc::new(|_| {})).unwrap();
    let put = db.write(|tx| {
        for kind in ["a/broken", "b/broken", "b/broken"] {
            let (now, key) = (kernel::Moment(1), kernel::Id::<()>::new(kernel::Moment(1), &kernel::SystemChance));
            jobs::queue(tx, &kernel::SystemChance, now, kind, &key.to_string(), "", now)?;
        }
        tx.execute("UPDATE jobs_queue SET aside_at = 1, error = 'the disk is full'", &[])?;
        Ok::<_, db::Error>(())
    });
    put.await.unwrap();
    db.close().await;
    let (well, said) = preau(&here, &["jobs"]);
    assert!(well && said.contains("0 due, 3 set aside") && said.contains("the disk is full"), "{said}");
    let (well, said) = preau(&here, &["jobs", "--retry", "b/broken"]);
    assert!(well && said.contains("2 taken up again") && said.contains("2 due, 1 set aside"), "{said}");
    let (well, said) = preau(&here, &["jobs", "--retry", "all"]);
    assert!(well && said.contains("1 taken up again") && said.contains("3 due, 0 set aside"), "{said}");
}

#[test]
fn an_address_under_a_path_is_refused() {
    let here = place("");
    let mut config = std::fs::read_to_string(&here.config).unwrap();
    config.insert_str(0, "public_url = \"https://ent.example.fr/preau\"\nbehind_proxy = true\n");
    std::fs::write(&here.config, config).unwrap();
    let (well, said) = preau(&here, &["check"]);
    assert!(!well && said.contains("at the root of a name"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_whose_secret_is_gone_does_not_begin_with_another_by_itself() {
    let here = place("");
    let (well, said) = preau(&here, &["migrate"]);
    assert!(well, "{said}");
    let db = db::Db::open(&db::Place::Sqlite(here.folder.join("preau.db")), 1, std::sync::Arc::new(|_| {})).unwrap();
    let card = db.write(|tx| {
        let (chance, now) = (kernel::Seeded::new(1), kernel::Moment(1));
        let person = kernel::Id::new(now, &chance);
        signin::demo::card(tx, &web::Secret::new([1; 32]), &chance, person, None, now)
    });
    card.await.unwrap();
    db.close().await;
    let (well, said) = preau(&here, &["serve"]);
    assert!(!well && said.contains("there is no secret at") && said.contains("--new-secret"), "{said}");
    assert!(!here.folder.join("secret").exists());
    // One that is of another house is no better, whoever put it there.
    std::fs::write(here.folder.join("secret"), [1; 32]).unwrap();
    let here = tokio::task::spawn_blocking(move || drop_after(Server::start(&here), here)).await.unwrap();
    std::fs::write(here.folder.join("secret"), [2; 32]).unwrap();
    for command in ["serve", "check"] {
        let (well, said) = preau(&here, &[command]);
        assert!(!well && said.contains("is not the one this house's cards were made with"), "{said}");
    }
}

/// The place, once its server has ended.
fn drop_after(server: Server, place: Place) -> Place {
    drop(server);
    place
}

#[test]
fn what_is_done_with_power_is_in_the_log_by_ids_alone() {
    let here = place("");
    assert!(preau(&here, &["migrate"]).0);
    assert!(preau(&here, &["import", "annuaire", SCHOOLS]).0);
    let logged = |words: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_preau"));
        command.args(words).arg("--config").arg(&here.config).env("RUST_LOG", "preau::security=info");
        String::from_utf8(command.output().unwrap().stderr).unwrap()
    };
    let made = logged(&["person", "admin", "Zénaïde", "Quillec", "z.quillec"]);
    let changed = logged(&["person", "password", "z.quillec"]);
    let person = made.split("\"by\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let exported = logged(&["person", "export", person]);
    for (said, deed) in [(&made, "person/admin"), (&changed, "person/password"), (&exported, "person/export")] {
        assert!(said.contains("preau::security") && said.contains(deed) && said.contains(person), "{said}");
        assert!(!said.to_lowercase().contains("quillec") && !said.contains("naïde"), "{said}");
    }
    // A refused deed is not told.
    assert!(!logged(&["person", "password", "nobody"]).contains("preau::security"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_database_is_said_to_be_empty_and_a_new_house_has_nothing_wrong() {
    for (name, at) in db::testing::places().await {
        tokio::task::spawn_blocking(move || {
            let here = beside(&at);
            let (well, said) = preau(&here, &["check"]);
            let empty = if name == "sqlite" { "there is no database at" } else { "answers, and has no schema yet" };
            assert!(!well && said.contains(empty) && said.contains("`preau migrate` makes it"), "{name}: {said}");
            assert!(!said.contains("does not answer"), "{name}: {said}");
            assert!(preau(&here, &["migrate"]).0, "{name}");
            std::fs::write(here.folder.join("secret"), [7; 32]).unwrap();
            let (well, said) = preau(&here, &["check"]);
            assert!(well && said.contains("Nothing is wrong"), "{name}: {said}");
        })
        .await
        .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_directory_that_was_cut_closes_nothing_unless_closures_are_accepted() {
    for (name, at) in db::testing::places().await {
        tokio::task::spawn_blocking(move || {
            let here = beside(&at);
            assert!(preau(&here, &["migrate"]).0, "{name}");
            let (well, said) = preau(&here, &["person", "admin", "Ada", "Morel", "a.morel"]);
            assert!(!well && said.contains("name it with --academie"), "{name}: {said}");
            assert!(preau(&here, &["import", "annuaire", SCHOOLS]).0, "{name}");
            let whole = std::fs::read_to_string(SCHOOLS).unwrap();
            let rows = whole.lines().count();
            let import = |rows: usize, more: &[&str]| {
                let cut = whole.split_inclusive('\n').take(rows).collect::<String>();
                let file = here.folder.join("cut.csv");
                std::fs::write(&file, cut).unwrap();
                preau(&here, &[&["import", "annuaire", file.to_str().unwrap()], more].concat())
            };
            let (well, said) = import(rows / 2, &[]);
            assert!(!well && said.contains("--accept-closures") && said.contains("would close"), "{name}: {said}");
            assert!(said.contains("of kind college") && said.contains("more"), "{name}: {said}");
            let (well, said) = import(rows, &[]);
            assert!(well && said.contains(" 0 closed"), "{name}: nothing had been closed: {said}");
            let (well, said) = import(rows - 3, &[]);
            assert!(well && said.contains(" 3 closed"), "{name}: a few close every year: {said}");
            let (well, said) = import(rows / 2, &["--accept-closures"]);
            assert!(well && !said.contains(" 0 closed"), "{name}: {said}");

            let (well, said) = preau(&here, &["person", "admin", "Ada", "Morel", "a.morel", "--academie", "Lyon"]);
            assert!(!well && said.contains("no such académie, but: Normandie"), "{name}: {said}");
            let (well, said) = preau(&here, &["person", "admin", "Ada", "Morel", "a.morel"]);
            assert!(well && said.contains("a.morel may enter with"), "{name}: {said}");
        })
        .await
        .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_sweeps_away_the_files_that_a_process_left_when_it_died() {
    let here = place("");
    let files = files::Files::open(&files::Place::Folder(here.folder.join("files"))).unwrap();
    let old = kernel::Id::<()>::new(kernel::Moment(1), &kernel::SystemChance).to_string();
    files.put(&old, vec![1].into()).await.unwrap();
    let server = tokio::task::spawn_blocking(move || Server::start(&here)).await.unwrap();
    let mut patience = 500;
    while !files.list().await.unwrap().is_empty() {
        patience -= 1;
        assert!(patience > 0, "it stays");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    drop(server);
}
