//! What the frame of every page keeps to: few files, sheets that know its classes, a lit entry and a way back.
use std::collections::BTreeSet;
use web::House;

/// The most files that a page is made of: itself, sheets, scripts, drawings.
const MOST: usize = 6;

/// Classes that no sheet need know: names for scripts and stories.
const BARE: &[&str] = &["nav", "qr"];

/// The values of an attribute in a page.
fn values<'p>(page: &'p str, attribute: &'p str) -> impl Iterator<Item = &'p str> {
    page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The addresses of the page's sheets.
fn sheets(page: &str) -> impl Iterator<Item = &str> {
    values(page, "<link rel=\"stylesheet\" href=\"")
}

/// The page is made of few files: those that a device fetches to show it, photos of people left out.
pub fn is_light(page: &str, told: &str) {
    let drawings = values(page, "<use href=\"").filter_map(|address| address.split('#').next());
    let files: BTreeSet<_> = sheets(page).chain(values(page, "<script src=\"")).chain(drawings).collect();
    assert!(files.len() < MOST, "{told}: {} files and the page: {files:?}", files.len());
}

/// Every class of the page is known by one of its sheets.
pub fn is_dressed(house: &House, page: &str, told: &str) {
    let texts: Vec<_> = sheets(page).map(|address| house.sheets.text(address).expect("a sheet of the house")).collect();
    let knows = |class: &str| {
        let begins = |text: &str| {
            text.match_indices(&format!(".{class}")).any(|(at, found)| {
                let next = text[at + found.len()..].bytes().next();
                !next.is_some_and(|next| next.is_ascii_alphanumeric() || next == b'-')
            })
        };
        texts.iter().any(|text| begins(text))
    };
    let classes: BTreeSet<_> = values(page, " class=\"").flat_map(str::split_whitespace).collect();
    let lost: Vec<_> = classes.into_iter().filter(|class| !BARE.contains(class) && !knows(class)).collect();
    assert!(lost.is_empty(), "{told}: no sheet of the page knows {lost:?}");
}

/// One entry of the menu is lit; a page that is not an entry's leads back to where one came from, by one way alone.
pub fn has_its_place(page: &str, path: &str, told: &str) {
    let Some(menu) = page.split("<nav class=\"thumb\"").nth(1).and_then(|rest| rest.split("</nav>").next()) else {
        return;
    };
    assert_eq!(menu.matches("aria-current").count(), 1, "{told}: one entry is lit");
    let entry = values(menu, "<a href=\"").any(|href| href == path);
    let back = ["class=\"back", "class=\"crumbs"].iter().any(|way| page.contains(way));
    assert!(entry || back, "{told}: no way back");
    let above = page.split("<main").nth(1).and_then(|main| main.split("<h1").next()).unwrap_or_default();
    assert!(above.matches("class=\"back\"").count() < 2, "{told}: two ways back, one above the other");
}
