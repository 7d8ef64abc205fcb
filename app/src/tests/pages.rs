//! Every page everybody may open, in each language: whole, and with few statements.
use super::house::{NOW, evening};
use crate::slices;
use std::{collections::BTreeSet, sync::Arc};
use web::{Lang, Work, testing::Browser};

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
    let (_house, walkers, things) = evening(db::testing::sqlite(&[]).await).await;
    let mut opened = 0;
    for route in slices::routes().0.iter().filter(|route| matches!(route.work, Work::Page(_))) {
        let path = things.fill(route.path);
        for walker in &walkers {
            for lang in Lang::ALL {
                let mut browser = walker.browser.clone().with("lang", lang);
                browser.get(&path).await;
                let told = format!("{path} as {} in {lang}", walker.name);
                assert!(browser.queries <= MOST, "{told}: {} statements", browser.queries);
                if !browser.header("content-type").is_some_and(|media| media.starts_with("text/html")) {
                    continue;
                }
                assert_eq!(missing(&browser.text), None, "{told}");
                assert_eq!(browser.text.matches("<h1").count(), 1, "{told}: one heading of the first rank");
                assert!(browser.text.contains(&format!("<html lang=\"{lang}\"")), "{told}");
                assert!(
                    !browser.text.contains(" style=") && !browser.text.contains("<script>"),
                    "{told}: nothing inline"
                );
                opened += usize::from(browser.status == 200);
            }
        }
    }
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
