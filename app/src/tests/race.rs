//! Eight at once do what eight in turn do: every form of every page, on each database.
//!
//! The same house stands several times. In one, on SQLite, each form is sent eight times in turn; in the others eight times at once.
//! Whatever a deed counts, pays, lends, seats, opens or gives a number: afterwards all houses answered and hold the same.
use super::{
    forms::Form,
    house::{Evening, Walker},
    walk::{self, Met},
};
use crate::slices;
use db::Db;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use web::testing::{Browser, race};

/// How many come at once.
const CROWD: usize = 8;

/// A form, who sends it, and what eight in turn were answered and wrote.
struct Deed {
    met: Met,
    /// In which walk it was met: 0 before anything was sent.
    walk: usize,
    /// Whether its page says what was done, where it was.
    says: bool,
    answers: Vec<u16>,
    wrote: BTreeMap<String, Vec<i64>>,
}

impl Deed {
    /// Whether anything is written by it.
    fn writes(&self) -> bool {
        !wrote(&self.wrote).is_empty()
    }
}

/// Forms that end what others need: sent after all others, in this order.
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
    "/programmes/{programme}/ecoles/{school}/candidature [mot mouvement depart",
    "/programmes/{programme}/ecoles/{school}/place [mot mouvement depart",
    "/ecole/classe/{class}/cartes",
];

/// What is shown after others were sent follows from which of two duties of one minute comes first, and that is chance.
const CHANCE: [&str; 2] = ["/bar/permanence/{duty} [faire ouvrir", "/bar/bureau/{desk}/grouper []"];

/// How often the pages are walked in the first house, each time after all that the walk before it met was sent.
const WALKS: usize = 5;

/// From which of these walks on things are ended.
const ENDING: usize = 2;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_at_once_do_what_eight_in_turn_do() {
    let evening = Evening::make().await;
    let houses = in_turn(&evening).await;
    raced(&houses);
    said(&houses);
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
                let deeds = deeds.iter().filter(|deed| round == 0 || deed.writes());
                let differences = at_once(&crowd.db, &walkers, deeds).await;
                assert!(differences.is_empty(), "{name}, round {round}:\n{}", differences.join("\n"));
            }
        }
    }
}

/// Sends each of these deeds eight times at once, and says which were not answered, or did not write, as in turn.
async fn at_once(db: &Db, walkers: &[Walker], deeds: impl Iterator<Item = &Deed>) -> Vec<String> {
    let deeds: Vec<_> = deeds.collect();
    let mut forms: Vec<_> = deeds.iter().map(|deed| Some(&deed.met.form).filter(|_| deed.walk == 0).cloned()).collect();
    let counting = counting(db).await;
    let (mut differences, mut walked, mut there) = (vec![], 0, held(db, &counting).await);
    for (at, Deed { met, walk, answers, wrote, .. }) in deeds.iter().enumerate() {
        // What was made since has another name in each house.
        if *walk > walked {
            for (form, deed) in
                forms.iter_mut().zip(&deeds).filter(|(_, deed)| (walked + 1..=*walk).contains(&deed.walk))
            {
                *form = deed.met.again(walkers).await;
            }
            walked = *walk;
        }
        let walker = &walkers[met.who];
        let Some(form) = forms[at].take() else {
            differences.push(format!("{} as {}: on no page, walk {walk}, {:?}", met.form.action, walker.name, met.by));
            continue;
        };
        let mut answered = race(CROWD, |at| {
            let (browser, csrf, form) = (walker.browser.clone(), walker.csrf.clone(), form.clone());
            async move { sent(browser, csrf, form, at).await.status }
        })
        .await;
        answered.sort_unstable();
        let after = held(db, &counting).await;
        let written = gained(&there, &after);
        there = after;
        if (&answered, &written) != (answers, wrote) {
            differences.push(format!(
                "{} as {}, {:?}: {answered:?} and {written:?} instead of {answers:?} and {wrote:?}",
                form.action, walker.name, form.fields
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
        let line = line(&deed.met.form);
        let wrote = wrote(&deed.wrote);
        if !wrote.is_empty() {
            lines.push(format!("{line} {}", wrote.join(" ")));
            continue;
        }
        let begins = format!("{line} nothing: ");
        let why = kept.lines().find_map(|line| line.strip_prefix(&begins)).unwrap_or_default();
        if why.is_empty() {
            unsaid.push(format!("{line} {:?} {:?}", deed.answers, deed.met.form.fields));
        }
        lines.push(format!("{begins}{why}"));
    }
    let met: BTreeSet<_> = houses.iter().flatten().filter_map(|deed| walk::way(&deed.met.form.action)).collect();
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

/// Deeds that say nothing, since the page they lead to is itself what was asked for.
const SHOWN: &[(&str, &str)] = &[];

/// Every deed that is done says so on the page it leads to.
fn said(houses: &[Vec<Deed>]) {
    let deeds = houses.iter().flatten().filter(|deed| !deed.says).map(|deed| line(&deed.met.form));
    let silent: BTreeSet<_> = deeds.filter(|line| !SHOWN.iter().any(|(begins, _)| line.starts_with(begins))).collect();
    assert!(
        silent.is_empty(),
        "these do not say what they did:\n{}",
        silent.into_iter().collect::<Vec<_>>().join("\n")
    );
}

/// The tables in which something changed. Every form that is done leaves the key of its page: that is nothing.
fn wrote(gained: &BTreeMap<String, Vec<i64>>) -> Vec<&str> {
    gained.keys().map(String::as_str).filter(|table| *table != "web_once").collect()
}

/// Every deed, each sent eight times in turn: in the first house in which it writes something; in the last, what writes nowhere.
async fn in_turn(evening: &Evening) -> Vec<Vec<Deed>> {
    let (_, before) = evening.enter().await;
    let (house, walkers) = evening.enter().await;
    let (mut known, mut left, mut sent) = (BTreeSet::new(), vec![], vec![]);
    // What others did shows forms that were on no page before.
    for walk in 0..WALKS {
        let met = walk::forms(if walk == 0 { &before } else { &walkers }, &evening.things).await;
        let met = met.into_iter().filter(|met| known.insert(walk::kind_of(&met.form)) && !is_chance(&met.form));
        left.extend(met.map(|met| (met, walk)));
        left.sort_by_key(|(met, _)| ends(&met.form));
        let waits = left.iter().position(|(met, _)| ends(&met.form) > 0).filter(|_| walk < ENDING);
        let later = waits.map_or(vec![], |at| left.split_off(at));
        sent.extend(eight_in_turn(&house.db, &walkers, std::mem::replace(&mut left, later)).await);
    }
    let (sent, nothing): (Vec<_>, Vec<_>) = sent.into_iter().partition(|deed| deed.walk > 0 || deed.writes());
    let (house, walkers) = evening.enter().await;
    let nothing = nothing.into_iter().map(|deed| (deed.met, 0)).collect();
    vec![sent, eight_in_turn(&house.db, &walkers, nothing).await]
}

/// Sends each eight times in turn.
async fn eight_in_turn(db: &Db, walkers: &[Walker], left: Vec<(Met, usize)>) -> Vec<Deed> {
    let counting = counting(db).await;
    let (mut all, mut before) = (vec![], held(db, &counting).await);
    for (met, walk) in left {
        let (mut answers, mut says, walker) = (vec![], true, &walkers[met.who]);
        for at in 0..CROWD {
            let answered = sent(walker.browser.clone(), walker.csrf.clone(), met.form.clone(), at).await;
            let shut = answered.location.as_ref().is_some_and(|to| to.starts_with("/entrer?"));
            says &= answered.status != 303 || shut || answered.cookie("said").is_some();
            answers.push(answered.status);
        }
        answers.sort_unstable();
        let after = held(db, &counting).await;
        all.push(Deed { met, walk, says, answers, wrote: gained(&before, &after) });
        before = after;
    }
    all
}

/// Its place among those that end what others need; 0 where it is none of them.
fn ends(form: &Form) -> usize {
    let line = line(form);
    LAST.iter().position(|begins| line.starts_with(begins)).map_or(0, |at| at + 1)
}

/// Whether it is chance which thing it is of.
fn is_chance(form: &Form) -> bool {
    let line = line(form);
    CHANCE.iter().any(|begins| line.starts_with(begins))
}

/// How `raced.txt` calls it.
fn line(form: &Form) -> String {
    let path = walk::way(&form.action).map_or("elsewhere", |at| slices::routes().0[at].path);
    format!("{path} [{}]", walk::short(form))
}

/// Sends the form as a page of its own would, and gives the browser that was answered.
pub async fn sent(mut browser: Browser, csrf: String, form: Form, at: usize) -> Browser {
    let once = format!("page {at}");
    let fields = [("csrf", csrf.as_str()), ("once", once.as_str())];
    let filled = form.fields.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let fields: Vec<_> = fields.into_iter().chain(filled).collect();
    if form.files {
        browser.upload(&form.action, &fields, &[]).await
    } else {
        browser.post(&form.action, &fields).await
    };
    browser
}

/// The statement that counts, of each table: how many rows it holds, the sum of each of its numbers (counts, minutes, instants: the
/// clock stands still), and the length of each of its texts. It is one, since a house is counted after each deed.
async fn counting(db: &Db) -> String {
    let tables = db.tables().await.unwrap();
    // The numbers of the search are drawn from ids; wrong tries are counted in lanes drawn by chance.
    let counted = tables.iter().filter(|table| table.name != "signin_guess").map(|table| {
        let drawn = table.name.starts_with("search_");
        let sums = table.columns.iter().filter(|_| !drawn).map(|column| match column.kind.as_str() {
            "BIGINT" => format!("coalesce(sum({} % 1000003), 0)", column.name),
            // What a card is called is drawn, and not always as long.
            "TEXT" if table.name == "signin_card" => format!("count({})", column.name),
            "TEXT" => format!("coalesce(sum(length({})), 0)", column.name),
            _ => format!("count({})", column.name),
        });
        let asked = std::iter::once("count(*)".to_owned()).chain(sums).map(|sum| format!("CAST({sum} AS TEXT)"));
        format!("SELECT '{}', {} FROM {}", table.name, asked.collect::<Vec<_>>().join(" || ' ' || "), table.name)
    });
    counted.collect::<Vec<_>>().join(" UNION ALL ")
}

/// What the house holds.
async fn held(db: &Db, counting: &str) -> BTreeMap<String, Vec<i64>> {
    let counting = counting.to_owned();
    let numbers = |text: &str| text.split(' ').filter_map(|number| number.parse().ok()).collect();
    let rows = db.read_long(move |tx| tx.query(&counting, &[])).await.unwrap();
    rows.iter().map(|row| (row.text(0).to_owned(), numbers(row.text(1)))).collect()
}

/// What came to each table.
fn gained(before: &BTreeMap<String, Vec<i64>>, after: &BTreeMap<String, Vec<i64>>) -> BTreeMap<String, Vec<i64>> {
    let gain = |table: &str, row: &[i64]| row.iter().zip(&before[table]).map(|(now, then)| now - then).collect();
    let all = after.iter().map(|(table, row)| (table.clone(), gain(table, row)));
    all.filter(|(_, row): &(_, Vec<i64>)| row.iter().any(|n| *n != 0)).collect()
}
