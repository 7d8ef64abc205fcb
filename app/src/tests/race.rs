//! Eight at once do what eight in turn do: every form of every page, on each database.
//!
//! The same house stands several times. In one, on SQLite, each form is sent eight times in turn; in the others eight times at once.
//! Whatever a deed counts, pays, lends, seats, opens or gives a number: afterwards all houses answered and hold the same.
use super::{
    forms::{self, Form},
    house::{Evening, Things, Walker},
};
use crate::slices;
use db::{Db, Value};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    path::Path,
};
use web::testing::{Browser, race};

/// How many come at once.
const CROWD: usize = 8;

/// Forms that are not raced: what they change is the very session they are sent from.
const APART: &[&str] = &["/sortir", "/compte/sessions", "/compte/changer", "/compte/double"];

/// A form, who sends it, and what eight in turn were answered and wrote.
struct Deed {
    who: usize,
    form: Form,
    answers: Vec<u16>,
    wrote: BTreeMap<String, Vec<i64>>,
}

/// Forms that end what others need, in the order in which they are sent, after all others.
const LAST: &[&str] = &[
    "/bar/demande/{ticket}/clore",
    "/bar/demande/{ticket}/passer",
    "/bar/demande/{ticket}/rendre",
    "/bar/bureau/{desk}/groupe/{group} [faire issue",
    "/bar/moi/compris",
    "/bar/moi/retirer",
    "/bar/moi/avis",
    "/bar/permanence/{duty}",
    "/seances/{meeting}/annulation",
    "/formation/{course}/retrait",
];

/// How many houses the deeds are shared out among: what one deed ends in the first, another ends in the second.
const HOUSES: usize = 2;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_at_once_do_what_eight_in_turn_do() {
    let evening = Evening::make().await;
    let houses = in_turn(&evening).await;
    raced(&houses);
    for round in 0..db::testing::rounds() {
        for name in ["sqlite", "postgres"] {
            for deeds in &houses {
                let (crowd, walkers) = if name == "sqlite" {
                    evening.enter().await
                } else {
                    let Some(db) = db::testing::postgres(&[]).await else { continue };
                    let (crowd, walkers, _) = super::house::evening(db).await;
                    (crowd, walkers)
                };
                // What writes nothing is raced once.
                let deeds = deeds.iter().filter(|deed| round == 0 || !deed.wrote.is_empty());
                let differences = at_once(&crowd.db, &walkers, deeds).await;
                assert!(differences.is_empty(), "{name}, round {round}:\n{}", differences.join("\n"));
            }
        }
    }
}

/// Sends each of these deeds eight times at once, and says which were not answered, or did not write, as in turn.
async fn at_once(db: &Db, walkers: &[Walker], deeds: impl Iterator<Item = &Deed>) -> Vec<String> {
    let (mut there, mut differences) = (held(db).await, vec![]);
    for deed in deeds {
        let (walker, form) = (&walkers[deed.who], &deed.form);
        let mut answers = race(CROWD, |at| sent(walker.browser.clone(), walker.csrf.clone(), form.clone(), at)).await;
        answers.sort_unstable();
        let after = held(db).await;
        let wrote = gained(&there, &after);
        there = after;
        if (&answers, &wrote) != (&deed.answers, &deed.wrote) {
            differences.push(format!(
                "{} as {}, {:?}: {answers:?} and {wrote:?} instead of {:?} and {:?}",
                form.action, walker.name, form.fields, deed.answers, deed.wrote
            ));
        }
    }
    differences
}

/// Compares with `raced.txt` what each deed wrote: a form that is refused, changes nothing, or is on no page, is no race, and says
/// why there.
/// Written anew with `UPDATE=1 cargo nextest run -p preau eight`, the reasons kept; those of new lines are for a person to write.
fn raced(houses: &[Vec<Deed>]) {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/raced.txt");
    let kept = std::fs::read_to_string(&place).unwrap_or_default();
    let (mut lines, mut unsaid) = (vec![], vec![]);
    for deed in houses.iter().flatten() {
        let path = way(&deed.form.action).map_or("elsewhere", |at| slices::routes().0[at].path);
        let line = format!("{path} [{}]", short(&deed.form));
        let wrote = wrote(&deed.wrote);
        if !wrote.is_empty() {
            lines.push(format!("{line} {}", wrote.join(" ")));
            continue;
        }
        let begins = format!("{line} nothing: ");
        let why = kept.lines().find_map(|line| line.strip_prefix(&begins)).unwrap_or_default();
        if why.is_empty() {
            unsaid.push(format!("{line} {:?} {:?}", deed.answers, deed.form.fields));
        }
        lines.push(format!("{begins}{why}"));
    }
    let met: BTreeSet<_> = houses.iter().flatten().filter_map(|deed| way(&deed.form.action)).collect();
    for (at, route) in slices::routes().0.iter().enumerate() {
        if matches!(route.work, web::Work::Form(..)) && !met.contains(&at) {
            let begins = format!("{} met nowhere: ", route.path);
            let why = kept.lines().find_map(|line| line.strip_prefix(&begins)).unwrap_or_default();
            if why.is_empty() {
                unsaid.push(begins.clone());
            }
            lines.push(format!("{begins}{why}"));
        }
    }
    lines.sort();
    let page = format!(
        "What eight at once write, form by form; a form that writes nothing says why. Written by the test `race`.\n\n{}\n",
        lines.join("\n")
    );
    super::battery::compare(&place, &page);
    assert!(
        unsaid.is_empty(),
        "these write nothing, or are on no page of this evening, and do not say why:\n{}",
        unsaid.join("\n")
    );
}

/// The tables in which something changed. Every form that is done leaves the key of its page: that is nothing.
fn wrote(gained: &BTreeMap<String, Vec<i64>>) -> Vec<&str> {
    gained.keys().map(String::as_str).filter(|table| *table != "web_once").collect()
}

/// What a form says, in short: its fields, each once, those of a thing without its id, and the word of its button.
fn short(form: &Form) -> String {
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

/// Every deed, each sent eight times in turn, in the first house in which it writes something; in the last, what writes nowhere.
async fn in_turn(evening: &Evening) -> Vec<Vec<Deed>> {
    let (_, walkers) = evening.enter().await;
    let mut left = deeds(&walkers, &evening.things).await;
    left.sort_by_key(|(_, form)| {
        let line = way(&form.action).map(|at| format!("{} [{}]", slices::routes().0[at].path, short(form)));
        let last = line.and_then(|line| LAST.iter().position(|begins| line.starts_with(begins)));
        last.map_or(0, |at| at + 1)
    });
    let mut houses = vec![];
    for at in 0..HOUSES {
        let (house, walkers) = evening.enter().await;
        let (mut all, mut before) = (vec![], held(&house.db).await);
        for (who, form) in std::mem::take(&mut left) {
            let (mut answers, walker) = (vec![], &walkers[who]);
            for at in 0..CROWD {
                answers.push(sent(walker.browser.clone(), walker.csrf.clone(), form.clone(), at).await);
            }
            answers.sort_unstable();
            let after = held(&house.db).await;
            let gained = gained(&before, &after);
            before = after;
            if wrote(&gained).is_empty() && at + 1 < HOUSES {
                left.push((who, form));
            } else {
                all.push(Deed { who, form, answers, wrote: gained });
            }
        }
        houses.push(all);
    }
    houses
}

/// Each form once, for the first of the walkers who is shown it: on the page of a route, or on one that such a page leads to by a
/// link, one of each kind.
pub(super) async fn deeds(walkers: &[Walker], things: &Things) -> Vec<(usize, Form)> {
    let routes = slices::routes();
    let pages: VecDeque<_> = routes
        .0
        .iter()
        .filter(|route| route.is_page() && !by_links(route.path))
        .map(|route| things.fill(route.path))
        .collect();
    let mut known = BTreeMap::new();
    for (who, walker) in walkers.iter().enumerate() {
        let (mut browser, mut kinds) = (walker.browser.clone(), BTreeSet::new());
        let mut ahead = pages.clone();
        while let Some(path) = ahead.pop_front() {
            browser.get(&path).await;
            if browser.status != 200 {
                continue;
            }
            for form in forms::of(&browser.text, &path) {
                known.entry((way(&form.action), short(&form))).or_insert((who, form));
            }
            let links = forms::links(&browser.text).into_iter();
            let links = links.filter(|to| to.contains('?') || FOLLOWED.iter().any(|begins| to.starts_with(begins)));
            ahead.extend(links.filter(|to| kinds.insert(kind(to))));
        }
    }
    let apart = |form: &Form| APART.iter().any(|path| form.action.starts_with(path));
    known.into_values().filter(|(_, form)| !apart(form)).collect()
}

/// Under these, a page leads to others of the same kind than the one of the addresses, in another state.
const FOLLOWED: &[&str] = &["/seances/", "/difficulte/", "/accord/", "/groupes/"];

/// Whether pages of this route are found by links alone: the meeting of the addresses is over, those of the week are not.
fn by_links(route: &str) -> bool {
    ["/seances/{meeting}/reglages", "/seances/{meeting}/eleves"].contains(&route)
}

/// The route of an address, by its place among all, that of a form where it is one; nothing where the address is none of ours.
fn way(address: &str) -> Option<usize> {
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

/// Sends the form as a page of its own would, and gives the status.
pub(super) async fn sent(mut browser: Browser, csrf: String, form: Form, at: usize) -> u16 {
    let once = format!("page {at}");
    let fields = [("csrf", csrf.as_str()), ("once", once.as_str())];
    let filled = form.fields.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let fields: Vec<_> = fields.into_iter().chain(filled).collect();
    if form.files {
        browser.upload(&form.action, &fields, &[]).await
    } else {
        browser.post(&form.action, &fields).await
    };
    browser.status
}

/// Of each table: how many rows it holds, the sum of each of its numbers (counts, minutes, instants: the clock stands still), and
/// the length of each of its texts.
async fn held(db: &Db) -> BTreeMap<String, Vec<i64>> {
    let read = db.read_long(|tx| {
        let mut held = BTreeMap::new();
        for table in tx.tables()? {
            // The numbers of the search are drawn from ids; wrong tries are counted in lanes drawn by chance.
            if table.name == "signin_guess" {
                continue;
            }
            let drawn = table.name.starts_with("search_");
            let sums = table.columns.iter().filter(|_| !drawn).map(|column| match column.kind.as_str() {
                "BIGINT" => format!("CAST(coalesce(sum({} % 1000003), 0) AS BIGINT)", column.name),
                // What a card is called is drawn, and not always as long.
                "TEXT" if table.name == "signin_card" => format!("count({})", column.name),
                "TEXT" => format!("CAST(coalesce(sum(length({})), 0) AS BIGINT)", column.name),
                _ => format!("count({})", column.name),
            });
            let asked: Vec<_> = std::iter::once("count(*)".to_owned()).chain(sums).collect();
            let row = tx.first(&format!("SELECT {} FROM {}", asked.join(", "), table.name), &[])?;
            let row = row.map(|row| row.0).unwrap_or_default();
            let row = row.into_iter().map(|value| if let Value::Int(n) = value { n } else { 0 }).collect();
            held.insert(table.name, row);
        }
        Ok::<_, db::Error>(held)
    });
    read.await.unwrap()
}

/// What came to each table.
fn gained(before: &BTreeMap<String, Vec<i64>>, after: &BTreeMap<String, Vec<i64>>) -> BTreeMap<String, Vec<i64>> {
    let gain = |table: &str, row: &[i64]| row.iter().zip(&before[table]).map(|(now, then)| now - then).collect();
    let all = after.iter().map(|(table, row)| (table.clone(), gain(table, row)));
    all.filter(|(_, row): &(_, Vec<i64>)| row.iter().any(|n| *n != 0)).collect()
}
