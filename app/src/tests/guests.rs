//! What a guest of each kind reads: where they begin, their groups, and the pages that are open to whoever has signed in. `guests.txt` keeps it.
use super::{
    battery::{GUESTS, compare},
    house::Evening,
};
use std::{fmt::Write as _, path::Path};

/// What is read of a page: its main part, without its tags.
fn read(page: &str) -> String {
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).map_or("", |(main, _)| main);
    let pieces = main.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text).trim());
    pieces.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The addresses that the main part of a page leads to.
fn links(page: &str) -> Vec<String> {
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).map_or("", |(main, _)| main);
    main.split("href=\"/").skip(1).filter_map(|rest| Some(format!("/{}", rest.split_once('"')?.0))).collect()
}

#[tokio::test]
async fn a_guest_reads_what_names_them_and_nothing_else() {
    let mut told = String::from("What each guest reads. Written by the test `guests`.\n");
    let (_house, walkers) = Evening::make().await.enter().await;
    for walker in walkers.iter().filter(|walker| GUESTS.contains(&walker.name) || walker.name == "delegate") {
        let mut browser = walker.browser.clone().with("lang", "fr");
        browser.get("/").await;
        assert_eq!(browser.status, 200, "{browser:?}");
        let _ = writeln!(told, "\n{}\n- /: {}", walker.name, read(&browser.text));
        browser.get("/groupes").await;
        assert_eq!(browser.status, 200, "{browser:?}");
        let _ = writeln!(told, "- /groupes: {}", read(&browser.text));
        let home = browser.text.clone();
        for link in links(&home).into_iter().filter(|link| link.starts_with("/groupes/")) {
            browser.get(&link).await;
            assert_eq!(browser.status, 200, "{link}: {browser:?}");
            let _ = writeln!(told, "- a group: {}", read(&browser.text));
        }
        for page in ["/messages", "/semaine", "/visio"] {
            browser.get(page).await;
            let _ = writeln!(told, "- {page}: {}", read(&browser.text));
        }
    }
    compare(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/guests.txt"), &told);
}
