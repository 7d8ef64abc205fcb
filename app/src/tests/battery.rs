//! Every route, met by nobody, by another school, by those without the right and by those with it.
//!
//! `answers.txt`, in the folder of each slice, keeps what each one is answered, and is compared: a right that changes shows in the
//! diff. Written anew with `UPDATE=1 cargo nextest run -p preau battery`; the assertions below hold whatever it says.
use super::house::{Evening, Walker};
use crate::{rights, slices};
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    path::{Path, PathBuf},
};
use web::{Door, Route, Slice, Work};

/// Addresses open to anybody. This list only shrinks: a new one needs a reason here, and a reader.
const OPEN: &[&str] = &[
    "/",                             // leads everybody to their own first page
    "/accessibilite",                // the law asks for it
    "/agenda/{file}",                // a feed's secret address, for a calendar that cannot sign in
    "/aide-preau",                   // how to come in
    "/c/{token}",                    // a card's link: asks for the PIN
    "/compte/changer",               // a family's device, between people: asks for the PIN of the one chosen
    "/cours/cles",                   // what others know our signature by
    "/cours/entree",                 // a tool asks who comes: told to the browser that left for it, once
    "/cours/jeton",                  // a tool says who it is, by its key
    "/cours/{link}/colonne",         // what a tool asks by itself, with what it was given
    "/cours/{link}/colonne/results", // the same
    "/cours/{link}/colonne/scores",  // the same
    "/cours/{link}/colonnes",        // the same
    "/cours/{link}/membres",         // the same
    "/demonstration/jour",           // a story's calendar: found in a demonstration only
    "/donnees",                      // what is kept: the law asks for it
    "/entrer",                       // the door
    "/entrer/adulte",                // the door of staff
    "/entrer/adulte/code",           // its second step
    "/entrer/aide",                  // whom to ask: names of adults of a school, who are known there
    "/entrer/porte",                 // which portal
    "/entrer/sortie",                // out on both sides
    "/portail/arrivee",              // back from a portal, on this browser
    "/portail/{portal}",             // to a portal
    "/portail/{portal}/fin",         // what a portal says of who has left it
    "/portail/{portal}/lti",         // a course launches this house: it is asked who comes
    "/portail/{portal}/metadonnees", // what a portal is to know of this house
    "/portail/{portal}/reponse",     // what a portal answers, by POST
    "/portail/{portal}/retour",      // the same, by GET
    "/entrer/oubli",                 // a forgotten password: tells nobody whether a name is anybody's
    "/entrer/oubli/code",            // the code that was sent
    "/experiences",                  // what the académie publishes
    "/experiences/{experience}",
    "/langue",  // chooses a language
    "/reponse", // a family without account: types the code of its paper
    "/reponse/{key}",
    "/reponse/{key}/contrainte",
    "/reponse/{key}/proposition/{proposal}",
    "/styleguide", // the components of the look, among made-up people only
];

/// How many addresses are open to anybody at most: a new one takes the place of another, or is argued here.
const OPEN_AT_MOST: usize = 39;

/// Addresses whose thing belongs to the whole académie: any of its staff may see it, whatever their school.
const OF_THE_ACADEMIE: &[&str] = &["/programmes/{programme}", "/experiences/", "/formation/{course}", "/avis/{wave}"];
/// Addresses of a school that the pilot reads: what is public there, or counts.
const READ_ABOVE: &[&str] = &["/programmes/{programme}/ecoles/{school}", "/protocole/{protocol}"];
/// Addresses that an administrator opens, whatever the school: who looks after accounts, schools and lists.
const KEPT_BY_ADMIN: &[&str] = &[
    "/acces/equipe/{school}",
    "/acces/{person}",
    "/personnes/{person}",
    "/demandes/{request}",
    "/etablissements/{school}",
    "/rentree/{turn}",
    "/portails/{portal}",
    "/alimentation/{source}",
    "/cours/outils/{tool}",
];
/// Addresses opened by a secret, whoever holds it: in them, or shown beside them by a tool.
const BY_SECRET: &[&str] =
    &["/c/{token}", "/reponse/{key}", "/agenda/{file}", "/cours/{link}/colonne", "/cours/{link}/membres"];

/// Guests see what names them: not this school's things, nor the group of the addresses.
pub(super) const GUESTS: &[&str] = &["association", "tutor", "elected", "partner"];
/// Those who stand above schools.
const ABOVE: &[&str] = &["pilot", "admin", "inspector", "erun", "trainer"];

fn begins(route: &Route, with: &[&str]) -> bool {
    with.iter().any(|start| route.path.starts_with(start))
}

/// Whether the address names a thing of the home school.
fn names_a_thing(route: &Route) -> bool {
    let of_a_school = route.path.contains("{school}") || !begins(route, OF_THE_ACADEMIE);
    route.path.contains('{') && of_a_school && !begins(route, BY_SECRET)
}

/// What a form needs to get past its fields, where an empty one would end before the right is asked for.
fn fields(path: &str) -> &'static [(&'static str, &'static str)] {
    match path {
        "/langue" => &[("lang", "fr"), ("back", "/")],
        "/compte/langue" => &[("lang", "en")],
        "/compte/sessions" => &[("end", "others")],
        "/ecole/classe/{class}/cartes" => &[("action", "missing")],
        "/bar/permanence/{duty}" => &[("faire", "pause")],
        "/bar/demande/{ticket}/appel" => &[("appel", "repondu")],
        "/bar/moi/avis" => &[("avis", "bien")],
        "/formation/{course}/retrait" => &[("faire", "retirer")],
        _ => &[],
    }
}

async fn answered(route: &Route, path: &str, walker: &Walker) -> (u16, Option<String>) {
    let mut browser = walker.browser.clone();
    if route.method() == "POST" {
        let mut form = vec![("csrf", walker.csrf.as_str()), ("once", "")];
        form.extend(fields(route.path));
        browser.post(path, &form).await;
    } else {
        browser.get(path).await;
    }
    (browser.status, browser.location.clone())
}

#[tokio::test]
async fn every_route_is_met_by_everybody() {
    let evening = Evening::make().await;
    let (_house, readers) = evening.enter().await;
    for slice in slices::ALL.iter().filter(|slice| !(slice.routes)().0.is_empty()) {
        let page = met(slice, &evening, &readers).await;
        compare(&folder(slice).join("answers.txt"), &page);
    }
}

/// The routes of a slice, with what each of its people is answered.
async fn met(slice: &Slice, evening: &Evening, readers: &[Walker]) -> String {
    let mut page = String::from("# Route by person: what each is answered. Written by the test `battery`.\n");
    for route in (slice.routes)().0 {
        let _ = write!(page, "{} {}", route.method(), route.path);
        // A fresh evening for each form, since forms change it; nobody meets what another one left.
        let fresh = if matches!(route.work, Work::Form(..)) { Some(evening.enter().await) } else { None };
        let walkers = fresh.as_ref().map_or(readers, |(_, walkers)| walkers);
        let path = evening.things.fill(route.path);
        for walker in walkers {
            let (status, location) = answered(&route, &path, walker).await;
            let _ = write!(page, " {}={status}", walker.name);
            let told = format!("{} {} as {}: {status} {location:?}", route.method(), route.path, walker.name);
            assert!(status < 500, "{told}");
            if walker.name == "nobody" && route.door != Door::Public {
                let led = location.as_deref().is_some_and(|to| to.starts_with("/entrer"));
                assert!(status == 303 && led, "{told}");
            }
            let elsewhere = walker.name.starts_with("other-") || walker.name == "director";
            if (elsewhere || GUESTS.contains(&walker.name)) && names_a_thing(&route) {
                assert_eq!(status, 404, "{told}");
            }
            let kept = walker.name == "admin" && begins(&route, KEPT_BY_ADMIN);
            let above = ABOVE.contains(&walker.name) && !begins(&route, READ_ABOVE) && !kept;
            if above && names_a_thing(&route) {
                assert_eq!(status, 404, "{told}: being above is not being allowed");
            }
        }
        page.push('\n');
    }
    page
}

/// Where a slice lives.
fn folder(slice: &Slice) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let floors = ["core", "capabilities", "programmes"].map(|floor| root.join(floor).join(slice.name));
    floors.into_iter().find(|folder| folder.exists()).unwrap_or_else(|| root.join("app"))
}

/// Compares with the kept page, or writes it when asked.
pub(super) fn compare(path: &Path, page: &str) {
    let file = path.display();
    #[expect(clippy::disallowed_methods, reason = "a test is asked to write what it keeps")]
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(path, page).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    for (now, then) in page.lines().zip(kept.lines()) {
        assert_eq!(now, then, "{file} says otherwise: when this is meant, write it anew with UPDATE=1");
    }
    assert_eq!(page.lines().count(), kept.lines().count(), "{file} has other lines");
}

#[test]
fn the_open_addresses_are_the_ones_listed() {
    let open: BTreeSet<_> =
        slices::routes().0.iter().filter(|route| route.door == Door::Public).map(|route| route.path).collect();
    assert_eq!(open, OPEN.iter().copied().collect(), "open to anybody");
    assert!(OPEN.len() <= OPEN_AT_MOST, "the list only shrinks");
}

#[test]
fn an_address_is_given_once() {
    let mut seen = BTreeSet::new();
    for route in slices::routes().0 {
        assert!(seen.insert((route.method(), route.path)), "{} {} twice", route.method(), route.path);
    }
}

#[test]
fn the_page_of_rights_of_each_slice_is_true() {
    for slice in slices::ALL.iter().filter(|slice| !slice.rights.is_empty() || !(slice.routes)().0.is_empty()) {
        compare(&folder(slice).join("rights.md"), &rights::of(slice));
    }
}
