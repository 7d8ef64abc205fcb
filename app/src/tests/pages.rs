//! Every page everybody may open, in each language: whole, and with few statements.
use super::{
    frame,
    house::{NOW, evening},
};
use crate::slices;
use std::{collections::BTreeSet, sync::Arc};
use web::{Lang, testing::Browser};

/// The most statements of one page.
const MOST: u32 = 10;

/// A key that no language file knows shows as `[slice-key]`.
fn missing(page: &str) -> Option<&str> {
    page.match_indices('[').find_map(|(at, _)| {
        let rest = &page[at + 1..];
        let key = &rest[..rest.find(']')?];
        let plain = key.contains('-') && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        plain.then_some(key)
    })
}

#[tokio::test]
async fn every_page_is_whole_in_every_language() {
    let (house, walkers, things) = evening(db::testing::sqlite(&[]).await).await;
    let (mut opened, mut heavy) = (0, BTreeSet::new());
    for route in slices::routes().0.iter().filter(|route| route.is_page()) {
        let path = things.fill(route.path);
        for walker in &walkers {
            let any = matches!(walker.name, "nobody" | "guardian");
            let langs: &[Lang] = if any { &Lang::ALL } else { &Lang::WHOLE };
            for lang in langs {
                let mut browser = walker.browser.clone().with("lang", lang);
                browser.get(&path).await;
                let told = format!("{path} as {} in {lang}", walker.name);
                if browser.queries > MOST {
                    heavy.insert(format!("{} as {}: {} statements", route.path, walker.name, browser.queries));
                }
                if !browser.header("content-type").is_some_and(|media| media.starts_with("text/html")) {
                    continue;
                }
                assert_eq!(missing(&browser.text), None, "{told}");
                // The strip of who waits is a part of pages.
                if route.path == "/toi" {
                    continue;
                }
                assert_eq!(browser.text.matches("<h1").count(), 1, "{told}: one heading of the first rank");
                assert!(
                    browser.text.contains(&format!("<html lang=\"{}\" dir=\"{}\"", lang.tag(), lang.dir())),
                    "{told}"
                );
                assert!(
                    !browser.text.contains(" style=") && !browser.text.contains("<script>"),
                    "{told}: nothing inline"
                );
                // The page of every component has every sheet.
                if route.path != "/styleguide" {
                    frame::is_light(&browser.text, &told);
                }
                frame::is_dressed(&house, &browser.text, &told);
                if browser.status == 200 {
                    frame::has_its_place(&browser.text, &path, &told);
                    opened += 1;
                }
            }
        }
    }
    assert!(heavy.is_empty(), "{heavy:#?}");
    assert!(opened > 150, "{opened} pages were opened");
}

#[tokio::test]
async fn the_components_are_shown_among_made_up_people_only() {
    let mut house = web::testing::house(db::testing::sqlite(&[]).await, slices::ALL, slices::WHOAMI, NOW).await;
    let mut browser = Browser::new(&house, slices::ALL);
    for frame in ["", "?eleve=1", "?rtl=1", "?refus=1"] {
        browser.get(&format!("/styleguide{frame}")).await;
        assert_eq!(browser.status, 200, "{frame}");
        assert_eq!(missing(&browser.text), None, "{frame}");
        let ids: Vec<_> = browser.text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{frame}: an id is given twice");
    }
    assert!(browser.text.contains("tabindex=\"-1\" data-focus"), "the summary is shown when asked for");
    drop(browser);
    Arc::get_mut(&mut house).unwrap().settings.demo = false;
    let mut browser = Browser::new(&house, slices::ALL);
    browser.get("/styleguide").await;
    assert_eq!(browser.status, 404);
}

/// Whether an address of this pattern may be that one's.
pub(super) fn fits(pattern: &str, address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    let same = |(one, other): (&&str, &&str)| one.starts_with('{') || one == other;
    pattern.len() == path.len() && pattern.iter().zip(&path).all(same)
}

#[test]
fn every_card_of_a_day_has_its_sentences_its_icon_and_its_page() {
    let (words, routes) = (slices::words().unwrap(), slices::routes());
    let sprite = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../core/web/assets/icons.svg")).unwrap();
    let kinds: Vec<_> = slices::ALL.iter().flat_map(|slice| slice.days).flat_map(|day| day.kinds).collect();
    assert!(kinds.len() > 30, "{} kinds", kinds.len());
    for kind in &kinds {
        assert_eq!(kinds.iter().filter(|other| other.key == kind.key).count(), 1, "{}: two cards, one key", kind.key);
        let deed = format!("{}-do", kind.key);
        assert!(words.knows(kind.key) && words.knows(&deed), "{}: what it is, and its deed", kind.key);
        assert!(sprite.contains(&format!("id=\"{}\"", kind.icon)), "{}: {}", kind.key, kind.icon);
        let mut pages = routes.0.iter().filter(|route| route.is_page());
        assert!(pages.any(|route| fits(route.path, kind.href)), "{}: no page at {}", kind.key, kind.href);
    }
}

#[tokio::test]
async fn nothing_of_the_menu_is_out_of_reach() {
    let (house, walkers, _) = evening(db::testing::sqlite(&[]).await).await;
    for door in ["/entrer", "/entrer/adulte"] {
        let mut nobody = walkers[0].browser.clone();
        nobody.get(door).await;
        let outside = web::outside(&house.slices);
        assert!(outside.iter().any(|way| way.href == "/reponse"), "a paper from school leads to its letter");
        for way in outside {
            assert!(nobody.text.contains(&format!("href=\"{}\"", way.href)), "{door} leads to {}", way.href);
        }
    }
    for walker in walkers.iter().filter(|walker| walker.name != "nobody") {
        let token = walker.browser.cookie("preau").unwrap().to_owned();
        let who = house.db.read(move |tx| signin::whoami(tx, &token, NOW)).await.unwrap().unwrap();
        for entry in web::five(&who.actor) {
            let mut browser = walker.browser.clone();
            browser.get(entry.href()).await;
            for way in web::ways(&house.slices, &who, *entry) {
                let leads = browser.text.contains(&format!("href=\"{}\"", way.href));
                assert!(leads, "{}: {} does not lead to {}", walker.name, entry.href(), way.href);
            }
        }
    }
}
