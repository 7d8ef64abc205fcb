//! What a family reads is written in each of its languages.
use super::{
    house::{Evening, Walker},
    walk,
};
use crate::slices;
use std::collections::BTreeSet;
use web::{House, Lang};

/// Addresses that are open to anybody, and are not for families: those of staff, and the page of every component.
const NOT_THEIRS: &[&str] = &["/styleguide", "/entrer/adulte", "/entrer/oubli", "/demonstration", "/experiences"];

/// Said by their forms, and read by who is told of it, in French or in English.
const TO_STAFF: &[&str] = &["difficulty-notice-new"];

/// Who reads what families read: one signed in, and whoever holds a card or the code of a paper.
fn family(walkers: Vec<Walker>) -> Vec<Walker> {
    let ours = walkers.into_iter().filter(|walker| matches!(walker.name, "nobody" | "guardian"));
    ours.map(|walker| Walker { browser: walker.browser.with("lang", "fr"), ..walker }).collect()
}

/// The keys of all that they are told: on each page that they may open, and after each form, filled in and empty.
async fn heard(evening: &Evening) -> BTreeSet<String> {
    let (house, walkers) = evening.enter().await;
    let walkers = family(walkers);
    house.words.hear();
    let forms = walk::forms(&walkers, &evening.things).await;
    let mut all = BTreeSet::new();
    for route in slices::routes().0.iter().filter(|route| route.is_page()) {
        house.words.hear();
        for walker in walkers.iter().filter(|_| !NOT_THEIRS.iter().any(|path| route.path.starts_with(path))) {
            let mut browser = walker.browser.clone();
            browser.get(&evening.things.fill(route.path)).await;
            if browser.status == 200 {
                all.extend(house.words.hear());
            }
        }
    }
    assert!(all.len() > 250, "{} sentences", all.len());
    for met in forms.iter().filter(|met| !NOT_THEIRS.iter().any(|path| met.form.action.starts_with(path))) {
        for empty in [false, true] {
            let (house, walkers) = evening.enter().await;
            all.extend(answered(&house, &family(walkers), met, empty).await);
        }
    }
    all
}

/// What they are told by the answer to a form.
async fn answered(house: &House, walkers: &[Walker], met: &walk::Met, empty: bool) -> BTreeSet<String> {
    let Some(form) = met.again(walkers).await else { return BTreeSet::new() };
    let walker = &walkers[met.who];
    let mut browser = walker.browser.clone();
    let mut fields = vec![("csrf", walker.csrf.as_str()), ("once", "")];
    fields.extend(form.fields.iter().filter(|_| !empty).map(|(name, text)| (name.as_str(), text.as_str())));
    house.words.hear();
    browser.post(&form.action, &fields).await;
    if browser.location.is_some() {
        browser.follow().await;
    }
    house.words.hear()
}

#[tokio::test]
async fn all_that_a_family_reads_is_in_each_of_its_languages() {
    let heard = heard(&Evening::make().await).await;
    let words = slices::words().unwrap();
    let heard: Vec<_> = heard.iter().filter(|key| !TO_STAFF.contains(&key.as_str())).collect();
    let of = |key: &String| Lang::ALL.into_iter().filter(|lang| !words.has(*lang, key)).map(Lang::word).collect();
    let missing: Vec<(&String, Vec<_>)> = heard.iter().map(|key| (*key, of(key))).collect();
    let missing: Vec<_> = missing.iter().filter(|(_, langs)| !langs.is_empty()).collect();
    let told: Vec<_> = missing.iter().map(|(key, langs)| format!("{key}: {}", langs.join(" "))).collect();
    assert!(told.is_empty(), "{} of {} are missing:\n{}", told.len(), heard.len(), told.join("\n"));
}
