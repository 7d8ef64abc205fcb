//! A house in which there is much of everything: no list of a page has more rows than a page of a list may have.
use super::{house::evening, walk};
use crate::slices;
use db::Tx;
use std::collections::{BTreeMap, BTreeSet};

/// How many more there are of each thing.
const MORE: i64 = 60;
/// The most rows of one list: a page of it, and what stands around.
const MOST: usize = 56;
/// The most cards of a day, which says when there are more.
const CARDS: usize = 100;
/// The most forms of one page: a row may have two.
const FORMS: usize = 110;

/// Tables left as they are: what opens doors, what the machine does by itself, what is searched, where things are.
const LEFT: &[&str] = &["signin_", "web_", "jobs_", "search_", "migration", "unit", "directory_person"];

/// Columns that name somebody.
const PEOPLE: &[&str] = &["person_id", "pupil_id", "child_id", "guardian_id", "author_id", "teacher_id"];

/// Lists that are whole on purpose: the page, and what bounds them.
const WHOLE: &[(&str, &str)] = &[
    ("/accord/contrainte/{concern}", "what was proposed to one family"),
    ("/bar/demande/{ticket}", "a conversation of one evening"),
    ("/bar/bureau/{desk}/groupe/{group}", "a conversation of one evening"),
    ("/bar/moi", "a conversation of one evening"),
    ("/difficulte/{difficulty}", "a conversation about one difficulty"),
    ("/difficultes/nouvelle", "a class"),
    ("/ecole/classe/{class}", "a class"),
    ("/ecole/classe/{class}/cartes", "a class"),
    ("/eleve/{pupil}", "the family of one pupil"),
    ("/donnees/durees", "the tables of the program, a line each"),
    ("/heures/ligne/{hour}", "what was done with one line of hours"),
    ("/personnes/{person}", "the classes of one school, for a pupil who goes to another"),
    ("/programmes/{programme}", "the steps and partners of one programme"),
    ("/programmes/{programme}/bilan", "`?entier=oui` asks for the whole of it, to print it"),
    ("/programmes/{programme}/ecoles/{school}/bilan", "`?entier=oui` asks for the whole of it, to print it"),
    ("/programmes/{programme}/etapes", "the steps of one programme"),
    ("/programmes/{programme}/partenaires", "the partners of one programme"),
    ("/protocole/{protocol}", "the places of one school"),
    ("/rrupn/pret", "a class"),
    ("/seances/{meeting}", "the places of one meeting"),
    ("/semaine", "the duties of one person's week; its meetings have pages"),
    ("/seances/{meeting}/eleves", "a class"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_list_is_longer_than_a_page_of_it() {
    let (house, walkers, things) = evening(db::testing::sqlite(&[]).await).await;
    house.db.write_alone(much).await.unwrap();
    let mut long: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    let mut idle: BTreeSet<_> = WHOLE.iter().map(|(whole, _)| *whole).collect();
    for shown in walk::pages(&walkers, &things).await {
        let Some((rows, begins)) = longest(&shown.text) else { continue };
        let path = shown.by.last().unwrap();
        let route = walk::way(path).map_or("elsewhere", |at| slices::routes().0[at].path);
        if WHOLE.iter().any(|(whole, _)| *whole == route) {
            idle.remove(route);
            continue;
        }
        let said = format!("{rows} in {begins} of {path} as {}", walkers[shown.who].name);
        let known = long.entry(route).or_default();
        if known.0 < rows {
            *known = (rows, said);
        }
    }
    let long: Vec<_> = long.into_iter().map(|(route, (_, said))| format!("{route}: {said}")).collect();
    assert!(idle.is_empty(), "these pages are no more, or their lists are short: {idle:?}");
    assert!(long.is_empty(), "these show all there is:\n{}", long.join("\n"));
}

/// So many more rows of each table: each thing again, under other names, for the same people and at the same places.
fn much(tx: &mut Tx<'_>) -> db::Result<()> {
    let people = "CREATE TEMPORARY TABLE newcomer AS WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?1)
                  SELECT randomblob(16) AS id, n FROM n";
    tx.execute(people, &db::params![MORE])?;
    for table in tx.tables()? {
        if LEFT.iter().any(|left| table.name.starts_with(left)) {
            continue;
        }
        let keys: Vec<_> =
            table.columns.iter().filter(|column| column.key > 0).map(|column| column.name.as_str()).collect();
        let person = keys.iter().find(|key| PEOPLE.contains(key));
        let new = match (keys.as_slice(), person) {
            (["id"], _) => "id",
            (_, Some(person)) => person,
            _ => continue,
        };
        let value = if new == "id" { "randomblob(16)" } else { "newcomer.id" };
        let names: Vec<_> = table.columns.iter().map(|column| column.name.as_str()).collect();
        let values: Vec<_> =
            names.iter().map(|name| if *name == new { value.to_owned() } else { format!("t.{name}") }).collect();
        let (name, names, values) = (&table.name, names.join(", "), values.join(", "));
        let sql = format!(
            "INSERT OR IGNORE INTO {name} ({names}) SELECT {values} FROM (SELECT * FROM {name} LIMIT 3000) t, newcomer"
        );
        tx.execute(&sql, &[])?;
    }
    let named = "INSERT INTO directory_person (id, given, family, born, phone, lang, synthetic, sort)
                 SELECT n.id, p.given, p.family || ' ' || n.n, p.born, NULL, NULL, 1, p.sort
                 FROM newcomer n, (SELECT * FROM directory_person LIMIT 1) p";
    tx.execute(named, &[])?;
    Ok(())
}

/// The longest list of a page that is too long: how many rows it has, and how it begins.
fn longest(page: &str) -> Option<(usize, String)> {
    const LISTS: [&str; 3] = ["ul", "ol", "tbody"];
    let (mut open, mut longest): (Vec<(&str, usize)>, _) = (vec![], None);
    for part in page.split('<').skip(1) {
        let end = part.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '/').unwrap_or(part.len());
        let tag = &part[..end];
        if LISTS.contains(&tag) {
            open.push((part.trim(), 0));
        } else if matches!(tag, "li" | "tr") {
            if let Some((_, rows)) = open.last_mut() {
                *rows += 1;
            }
        } else if tag.strip_prefix('/').is_some_and(|tag| LISTS.contains(&tag))
            && let Some((begins, rows)) = open.pop()
            && (rows > CARDS || !begins.contains("deeds"))
            && rows > MOST.max(longest.as_ref().map_or(0, |(rows, _)| *rows))
        {
            longest = Some((rows, format!("<{begins}")));
        }
    }
    let others = [("<article", MOST), ("type=\"checkbox\"", MOST), ("<form", FORMS)];
    let others = others.into_iter().map(|(mark, most)| (page.matches(mark).count(), mark, most));
    let others = others.filter(|(rows, _, most)| rows > most).map(|(rows, mark, _)| (rows, mark.to_owned()));
    longest.into_iter().chain(others).max()
}
