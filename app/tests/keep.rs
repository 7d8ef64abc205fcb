#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test may panic, and tells its counts")]
//! A backup while people write, restored elsewhere, and `preau check` says that both are the same.
mod program;

use program::{Client, Server, house, place, preau};
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
