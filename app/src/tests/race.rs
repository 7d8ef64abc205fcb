//! Eight at once do what eight in turn do: every form of every page, on each database.
//!
//! The same house stands several times. In one, on SQLite, each form is sent eight times in turn; in the others eight times at once.
//! Whatever a deed counts, pays, lends, seats, opens or gives a number: afterwards all houses answered and hold the same.
use super::{
    forms::{self, Form},
    house::{Things, Walker, evening},
};
use crate::slices;
use db::{Db, Value};
use std::collections::BTreeMap;
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

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_at_once_do_what_eight_in_turn_do() {
    let deeds = in_turn().await;
    assert!(deeds.len() > 100, "{} deeds", deeds.len());
    for round in 0..db::testing::rounds() {
        for (name, db) in db::testing::both(&[]).await {
            let (crowd, walkers, _) = evening(db).await;
            let (mut there, mut differences) = (held(&crowd.db).await, vec![]);
            // What writes nothing is raced once.
            for deed in deeds.iter().filter(|deed| round == 0 || !deed.wrote.is_empty()) {
                let (walker, form) = (&walkers[deed.who], &deed.form);
                let mut answers =
                    race(CROWD, |at| sent(walker.browser.clone(), walker.csrf.clone(), form.clone(), at)).await;
                answers.sort_unstable();
                let after = held(&crowd.db).await;
                let wrote = gained(&there, &after);
                there = after;
                if (&answers, &wrote) != (&deed.answers, &deed.wrote) {
                    differences.push(format!(
                        "{} as {}, {:?}: {answers:?} and {wrote:?} instead of {:?} and {:?}",
                        form.action, walker.name, form.fields, deed.answers, deed.wrote
                    ));
                }
            }
            assert!(differences.is_empty(), "{name}, round {round}:\n{}", differences.join("\n"));
        }
    }
}

/// Every deed, each sent eight times in turn.
async fn in_turn() -> Vec<Deed> {
    let (house, walkers, things) = evening(db::testing::sqlite(&[]).await).await;
    let mut all = vec![];
    let forms = deeds(&walkers, &things).await;
    let mut before = held(&house.db).await;
    for (who, form) in forms {
        let (mut answers, walker) = (vec![], &walkers[who]);
        for at in 0..CROWD {
            answers.push(sent(walker.browser.clone(), walker.csrf.clone(), form.clone(), at).await);
        }
        answers.sort_unstable();
        let after = held(&house.db).await;
        all.push(Deed { who, form, answers, wrote: gained(&before, &after) });
        before = after;
    }
    all
}

/// Each form once, for the first of the walkers who is shown it.
pub(super) async fn deeds(walkers: &[Walker], things: &Things) -> Vec<(usize, Form)> {
    let mut known = BTreeMap::new();
    for route in slices::routes().0.iter().filter(|route| route.is_page()) {
        let path = things.fill(route.path);
        for (who, walker) in walkers.iter().enumerate() {
            let mut browser = walker.browser.clone();
            browser.get(&path).await;
            for form in forms::of(&browser.text, &path) {
                let said: Vec<_> = form.fields.iter().map(|(name, _)| name.as_str()).collect();
                let way = slices::routes().0.iter().position(|route| super::pages::fits(route.path, &form.action));
                known.entry((way, said.join(" "))).or_insert((who, form));
            }
        }
    }
    let apart = |form: &Form| APART.iter().any(|path| form.action.starts_with(path));
    known.into_values().filter(|(_, form)| !apart(form)).collect()
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

/// Of each table: how many rows it holds, and the sum of each of its numbers (counts, minutes, instants: the clock stands still).
async fn held(db: &Db) -> BTreeMap<String, Vec<i64>> {
    let read = db.read_long(|tx| {
        let mut held = BTreeMap::new();
        for table in tx.tables()? {
            // The numbers of the search are drawn from ids; wrong tries are counted in lanes drawn by chance.
            if table.name == "signin_guess" {
                continue;
            }
            let drawn = table.name.starts_with("search_");
            let numbers = table.columns.iter().filter(|column| !drawn && column.kind == "BIGINT");
            let sums = numbers.map(|column| format!("CAST(coalesce(sum({} % 1000003), 0) AS BIGINT)", column.name));
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
