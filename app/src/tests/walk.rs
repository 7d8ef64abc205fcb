//! Every page and every form that somebody is shown in a house, and the way to it.
use super::{
    forms::{self, Form},
    house::{Things, Walker},
};
use crate::slices;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use web::testing::Browser;

/// A form, and the way to it.
pub struct Met {
    /// Who is shown it.
    pub who: usize,
    /// The form itself.
    pub form: Form,
    /// The page of a route, then the links from page to page that lead to the form's own.
    pub by: Vec<String>,
}

/// A page that somebody is shown.
pub struct Shown {
    /// Who is shown it.
    pub who: usize,
    /// The page of a route, then the links from page to page that lead to it.
    pub by: Vec<String>,
    /// The page itself.
    pub text: String,
}

/// Each form once, for the first of the walkers who is shown it.
pub async fn forms(walkers: &[Walker], things: &Things) -> Vec<Met> {
    let mut known = BTreeMap::new();
    for Shown { who, by, text } in pages(walkers, things).await {
        let Some(path) = by.last() else { continue };
        for form in forms::of(&text, path) {
            known.entry(kind_of(&form)).or_insert_with(|| Met { who, form, by: by.clone() });
        }
    }
    known.into_values().filter(|met| !APART.iter().any(|path| met.form.action.starts_with(path))).collect()
}

/// What each walker is shown: the page of each route, and those that such a page leads to by a link, one of each kind.
pub async fn pages(walkers: &[Walker], things: &Things) -> Vec<Shown> {
    let pages = slices::routes().0.into_iter().filter(|route| route.is_page() && !by_links(route.path));
    let pages: VecDeque<_> = pages.map(|route| vec![things.fill(route.path)]).collect();
    let walk = |(who, walker): (usize, &Walker)| tokio::spawn(walked(who, walker.browser.clone(), pages.clone()));
    let (walks, mut shown): (Vec<_>, _) = (walkers.iter().enumerate().map(walk).collect(), vec![]);
    for walk in walks {
        shown.extend(walk.await.unwrap());
    }
    shown
}

/// What one walker is shown.
async fn walked(who: usize, mut browser: Browser, mut ahead: VecDeque<Vec<String>>) -> Vec<Shown> {
    let (mut shown, mut kinds) = (vec![], BTreeSet::new());
    while let Some(by) = ahead.pop_front() {
        let Some(path) = by.last() else { continue };
        browser.get(path).await;
        if browser.status != 200 {
            continue;
        }
        let links = forms::links(&browser.text).into_iter();
        let links = links.filter(|to| to.contains('?') || FOLLOWED.iter().any(|begins| to.starts_with(begins)));
        let new = links.filter(|to| kinds.insert(kind(to)));
        ahead.extend(new.map(|to| by.iter().cloned().chain([to]).collect()));
        shown.push(Shown { who, by, text: browser.text.clone() });
    }
    shown
}

impl Met {
    /// The same form in another house, where what was made since has other names: of the pages alike, the first that shows it.
    pub async fn again(&self, walkers: &[Walker]) -> Option<Form> {
        let mut browser = walkers[self.who].browser.clone();
        let mut ahead: VecDeque<_> = self.by.first().map(|first| (first.clone(), 1)).into_iter().collect();
        while let Some((path, steps)) = ahead.pop_front() {
            browser.get(&path).await;
            let Some(link) = self.by.get(steps) else {
                let here =
                    forms::of(&browser.text, &path).into_iter().find(|form| kind_of(form) == kind_of(&self.form));
                if here.is_some() {
                    return here;
                }
                continue;
            };
            let (same, alike): (Vec<_>, Vec<_>) = forms::links(&browser.text)
                .into_iter()
                .filter(|to| way(to) == way(link))
                .partition(|to| kind(to) == kind(link));
            ahead.extend(same.into_iter().chain(alike).map(|to| (to, steps + 1)));
        }
        None
    }
}

/// Forms that are left alone: what they change is the very session they are sent from, or everybody's, or the very school of the evening.
const APART: &[&str] =
    &["/sortir", "/compte/sessions", "/compte/changer", "/compte/double", "/etablissements/", "/acces/equipe/"];

/// Under these, a page leads to others of the same kind than the one of the addresses, in another state.
const FOLLOWED: &[&str] = &["/seances/", "/difficulte/", "/accord/", "/groupes/"];

/// Whether pages of this route are found by links alone: the meeting of the addresses is over, those of the week are not.
fn by_links(route: &str) -> bool {
    ["/seances/{meeting}/reglages", "/seances/{meeting}/eleves"].contains(&route)
}

/// The route of an address, by its place among all, that of a form where it is one; nothing where the address is none of ours.
pub fn way(address: &str) -> Option<usize> {
    let routes = slices::routes();
    let fits = |route: &web::Route| super::pages::fits(route.path, address);
    let form = routes.0.iter().position(|route| fits(route) && matches!(route.work, web::Work::Form(..)));
    form.or_else(|| routes.0.iter().position(fits))
}

/// What two links of one kind have in common: their route, and the names in their query. No two meetings of the week are alike.
fn kind(address: &str) -> (Option<usize>, String) {
    if address.starts_with("/seances/") {
        return (way(address), address.to_owned());
    }
    let query = address.split_once('?').map_or("", |(_, query)| query.split('#').next().unwrap_or_default());
    let names: Vec<_> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    (way(address), names.join(" "))
}

/// What a form says, in short: its fields, each once, those of a thing without its id, and the word of its button.
pub fn short(form: &Form) -> String {
    let named = form.fields.iter().map(|(name, _)| match name.find(|c: char| c.is_ascii_digit()) {
        Some(at) => format!("{}…", &name[..at]),
        None => name.clone(),
    });
    let mut names: Vec<_> = vec![];
    for name in named.chain([form.button.clone()]) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(" ").trim_end().to_owned()
}

/// What two forms have in common that are raced once.
pub fn kind_of(form: &Form) -> (Option<usize>, String) {
    (way(&form.action), short(form))
}
