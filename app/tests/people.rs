#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(dead_code, reason = "of what the tests of the program share, these take a part")]
//! What is done to people by command, where pages are out of reach: the deeds are those of the pages, and the trail tells them.
mod program;

use program::{Place, SCHOOLS, beside, preau};

/// What a command that goes well says.
fn well(here: &Place, words: &[&str]) -> String {
    let (well, said) = preau(here, words);
    assert!(well, "{words:?}: {said}");
    said
}

/// What a command that is refused says.
fn refused(here: &Place, words: &[&str]) -> String {
    let (well, said) = preau(here, words);
    assert!(!well, "{words:?}: {said}");
    said
}

/// Makes somebody; gives their id.
fn create(here: &Place, given: &str, family: &str) -> String {
    let said = well(here, &["person", "create", given, family]);
    said.trim().rsplit(' ').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_kept_in_order_by_command() {
    for (_, at) in db::testing::places().await {
        tokio::task::spawn_blocking(move || whole(&beside(&at))).await.unwrap();
    }
}

fn whole(here: &Place) {
    well(here, &["migrate"]);
    well(here, &["import", "annuaire", SCHOOLS]);
    well(here, &["person", "admin", "Ada", "Morel", "a.morel"]);

    // A role, given until a day, ended; the last administrator stays.
    let leo = create(here, "Léo", "Martin");
    assert!(refused(here, &["person", "create", "Léo", " "]).contains("both needed"));
    assert!(refused(here, &["person", "role", &leo, "king", "0140014P"]).contains("no such role"));
    assert!(refused(here, &["person", "role", &leo, "teacher", "0000000X"]).contains("no place"));
    well(here, &["person", "role", &leo, "teacher", "0140014P"]);
    well(here, &["person", "role", &leo, "referent", "0140014P", "--until", "2099-08-31"]);
    let found = well(here, &["person", "find", "léo martin"]);
    assert!(found.contains("teacher at 0140014P") && found.contains("referent at 0140014P"), "{found}");
    well(here, &["person", "end-role", &leo, "referent", "0140014P"]);
    assert!(refused(here, &["person", "end-role", &leo, "referent", "0140014P"]).contains("do not hold"));
    let ada = well(here, &["person", "find", "a.morel"]).split(' ').next().unwrap().to_owned();
    assert!(
        refused(here, &["person", "end-role", &ada, "admin", "normandie"]).contains("nobody else would administer")
    );

    // A name corrected, once.
    let correct = ["person", "correct", &leo, "--given", "Léon", "--born", "1980-02-03"];
    assert!(well(here, &correct).contains("Léon Martin: corrected"));
    assert!(well(here, &correct).contains("already"));

    // Two that were one person are made one, and two again; one that was two is split.
    let twin = create(here, "Leon", "Martin");
    well(here, &["person", "role", &twin, "head", "0140014P"]);
    well(here, &["person", "merge", &twin, &leo]);
    assert!(well(here, &["person", "find", "Léon Martin"]).contains("head at 0140014P"));
    well(here, &["person", "unmerge", &leo]);
    assert!(well(here, &["person", "find", "Leon Martin"]).contains("head at 0140014P"));
    let split = ["person", "split", &leo, "Luc", "Martin"];
    assert!(refused(here, &split).contains("say what goes"));
    assert!(refused(here, &[&split[..], &["--role", "head@0140014P"]].concat()).contains("do not hold"));
    well(here, &[&split[..], &["--role", "teacher@0140014P"]].concat());
    assert!(well(here, &["person", "find", "Luc Martin"]).contains("teacher at 0140014P"));

    // A guardian tied, and untied.
    let child = create(here, "Ana", "Roy");
    well(here, &["person", "tie", &leo, &child]);
    assert!(refused(here, &["person", "tie", &leo, &leo]).contains("themself"));
    well(here, &["person", "untie", &leo, &child]);
    assert!(refused(here, &["person", "untie", &leo, &child]).contains("do not answer"));

    // Shut out, once, and let back in.
    well(here, &["person", "block", &ada, "lost"]);
    assert!(refused(here, &["person", "block", &ada, "lost"]).contains("already"));
    well(here, &["person", "unblock", &ada]);
    assert!(refused(here, &["person", "unblock", &ada]).contains("not shut out"));

    well(here, &["person", "rename", "a.morel", "ada.morel"]);
    assert!(refused(here, &["person", "rename", "a.morel", "ada"]).contains("nobody has"));
    let trail = well(here, &["audit"]);
    for deed in ["role/given", "role/ended", "person/corrected", "person/merged", "person/split", "family/untied"] {
        assert!(trail.contains(deed), "{deed}: {trail}");
    }
}
