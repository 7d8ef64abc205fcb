//! Pay at the end of each month, questions at the end of the year, and the bilan.
use super::{
    house::{Year, after},
    school::{BUS, REMARK},
};
use jiff::civil::Date;
use kernel::{PersonId, UnitId};
use std::{collections::HashMap, sync::Arc};
use web::{Lang, Words};

/// The head approves the hours of a month that is over, sends them, and the file says what was given, to the minute.
pub async fn hours_of_last_month(year: &mut Year, day: Date) {
    let last = day.first_of_month().yesterday().unwrap().strftime("%Y-%m").to_string();
    let given = year.tally.minutes.get(&last).copied().unwrap_or_default();
    if given == 0 || year.tally.paid.contains_key(&last) {
        return;
    }
    let (head, page, month) = (year.demo.head.id, format!("/heures/ecole?mois={last}"), [("mois", last.as_str())]);
    year.send(head, &page, "/heures/ecole", &month).await;
    year.send(head, &page, "/heures/ecole/envoi", &month).await;
    let batch = after(&year.see(head, &page).await, "action=\"/heures/ecole/envoi/").to_owned();
    let file = year.take(head, &page, &format!("/heures/ecole/envoi/{batch}"), &[("format", "csv")]).await;
    let rows: Vec<Vec<&str>> = file.lines().skip(1).map(|line| line.split(';').collect()).collect();
    let pay = |row: &Vec<&str>| row[14].parse::<i64>().unwrap();
    let paid: i64 = rows.iter().filter(|row| !row[5].is_empty()).map(pay).sum();
    assert_eq!((paid, pay(rows.last().unwrap())), (given, given), "{last}: {file}");
    year.tally.paid.insert(last, paid);
}

/// The pilot opens the three questions of the end of the year.
pub async fn opens_the_questions(year: &mut Year) {
    let (pilot, programme) = (year.demo.pilot.id, year.programme.clone());
    let fields = [("dispositif", programme.as_str()), ("moment", "end"), ("du", "2026-05-25"), ("au", "2026-06-08")];
    year.send(pilot, "/avis/vagues", "/avis/vagues", &fields).await;
}

/// How content each pupil who answers is.
const LEVELS: [&str; 6] = ["4", "4", "4", "3", "3", "2"];

/// Six pupils answer, a question a page.
pub async fn pupils_answer(year: &mut Year) {
    let pupils: Vec<PersonId> = year.demo.pupils.iter().take(LEVELS.len()).map(|pupil| pupil.id).collect();
    for (pupil, level) in pupils.into_iter().zip(LEVELS) {
        let wave = after(&year.see(pupil, "/avis").await, "action=\"/avis/").to_owned();
        for question in ["1", "2", "3"] {
            let fields = [("question", question), ("reponse", level)];
            year.send(pupil, "/avis", &format!("/avis/{wave}/pupil"), &fields).await;
        }
    }
}

/// « 67 % », as the page writes it.
fn share(of: i64, all: i64) -> String {
    format!("{} %", percent(of, all))
}

fn percent(of: i64, all: i64) -> i64 {
    (of * 200 + all).div_euclid(all * 2)
}

/// What families said, child by child: agreed, refused.
fn standings(answers: &HashMap<(PersonId, PersonId), &str>) -> (i64, i64) {
    let mut children: HashMap<PersonId, bool> = HashMap::new();
    for ((_, child), word) in answers {
        *children.entry(*child).or_insert(true) &= *word == "oui";
    }
    let agreed = children.values().filter(|agreed| **agreed).count();
    (i64::try_from(agreed).unwrap(), i64::try_from(children.len() - agreed).unwrap())
}

/// How many guardians with authority and children, one for each pair, and how many children the school has to tell.
async fn told(year: &Year) -> (i64, i64) {
    let home: UnitId = year.demo.home.id;
    let sql =
        "SELECT count(*), count(DISTINCT g.child_id) FROM answering g JOIN membership m ON m.person_id = g.child_id
               AND m.role = 'pupil' JOIN unit_closure c ON c.descendant = m.unit_id AND c.ancestor = ?1";
    let row = year.house.db.read(move |tx| tx.first(sql, &db::params![home])).await.unwrap().unwrap();
    (row.get(0), row.get(1))
}

/// How the page says minutes, and a share with what it is made of.
fn said(words: &Words) -> (impl Fn(i64) -> String, impl Fn(i64, i64) -> String) {
    let hours = |minutes: i64| match (minutes / 60, minutes % 60) {
        (0, m) => format!("{m} min"),
        (h, 0) => format!("{h} h"),
        (h, m) => format!("{h} h {m:02}"),
    };
    let part = |n: i64, of: i64| {
        let share = words.say(Lang::Fr, "programme-figure-share").num("n", n).num("of", of);
        share.num("percent", percent(n, of)).to_string().replace('\u{a0}', " ")
    };
    (hours, part)
}

/// The numbers of a page, by the key of their figure; what a page says last of one.
fn numbers(page: &str) -> HashMap<&str, &str> {
    page.split("data-number=\"").skip(1).map(number).collect()
}

fn number(part: &str) -> (&str, &str) {
    let (key, rest) = part.split_once('"').unwrap();
    (key, rest.split_once('>').unwrap().1.split('<').next().unwrap())
}

/// The pilot has the bilan counted: every number is there, as it was lived. Then the year is decided.
pub async fn bilan(year: &mut Year) {
    let (pilot, sheet) = (year.demo.pilot.id, format!("/programmes/{}", year.programme));
    let address = format!("{sheet}/bilan");
    let (told, children) = told(year).await;
    year.send(pilot, &address, &format!("{sheet}/comptage"), &[]).await;
    let csv = year.see(pilot, &format!("{address}/nombres.csv")).await;
    let page = year.see(pilot, &address).await;
    let tally = &year.tally;
    let asked: i64 = tally.asked.values().sum();
    let minutes: i64 = tally.paid.values().sum();
    let pending = tally.minutes.values().sum::<i64>() - minutes;
    assert!(pending > 0, "the hours of July wait for the head");
    let (agreed, refused) = standings(&tally.answers);
    let (soon, waited) = (tally.waited[0] + tally.waited[1], tally.waited.iter().sum::<i64>());
    let (helped, answered) = (i64::try_from(tally.helped.len()).unwrap(), i64::try_from(tally.answers.len()).unwrap());

    let mode = |mode| tally.asked.get(mode).copied().unwrap_or(0);
    let desk = [helped, asked, percent(tally.helps, asked), percent(soon, waited), tally.left];
    let ways = [mode("ecrit"), mode("appel"), mode("salle"), percent(tally.good, tally.faces)];
    let meetings = [tally.held, percent(tally.came, tally.seats)];
    let hours_given = [minutes, pending, 3];
    let rest = [tally.difficulties, percent(tally.closed, tally.difficulties), 2, 1, 0];
    let numbers_of = |line: &[&str], from: usize, to: usize| -> Vec<i64> {
        line[from..to].iter().map(|cell| cell.parse().unwrap_or(-1)).collect()
    };
    let lines: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(';').collect()).collect();
    assert_eq!(lines.len(), 2, "{csv}");
    let of = |code: &str| lines.iter().find(|line| line[0] == code).unwrap();
    let home = of(&year.demo.home.code);
    assert_eq!(home[3], BUS);
    assert_eq!(numbers_of(home, 4, 15), [&desk[..], &ways, &meetings].concat(), "{csv}");
    // Who has received and read it is the post's to say, and so is the delay.
    assert_eq!(
        (numbers_of(home, 15, 16), numbers_of(home, 18, 21)),
        (vec![told], vec![answered, percent(agreed, children), refused]),
        "{csv}"
    );
    assert_eq!(numbers_of(home, 22, 30), [&hours_given[..], &rest].concat(), "{csv}");
    let nothing = of(&year.demo.other.code);
    assert!(nothing[4..].iter().all(|cell| ["0", ""].contains(cell)), "a school that did nothing: {nothing:?}");

    let (house, shown) = (Arc::clone(&year.house), numbers(&page));
    let (hours, part) = said(&house.words);
    for (key, expected) in [
        ("desk-figure-pupils", helped.to_string()),
        ("desk-figure-asked", asked.to_string()),
        ("desk-figure-helped", part(tally.helps, asked)),
        ("desk-figure-soon", part(soon, waited)),
        ("desk-figure-good", part(tally.good, tally.faces)),
        ("agenda-figure-held", tally.held.to_string()),
        ("agenda-figure-came", part(tally.came, tally.seats)),
        ("agreement-figure-agreed", part(agreed, children)),
        ("agreement-figure-refused", refused.to_string()),
        ("hours-figure-approved", hours(minutes)),
        ("hours-figure-pending", hours(pending)),
        ("hours-figure-teachers", "3".to_owned()),
        ("difficulty-figure-closed", part(tally.closed, tally.difficulties)),
        ("training-figure-method", "2".to_owned()),
    ] {
        assert_eq!(shown.get(key).copied(), Some(expected.as_str()), "{key}: {page}");
    }
    let headline = [share(tally.helps, asked), share(soon, waited), share(agreed, children), hours(minutes)];
    for number in headline {
        assert!(page.contains(&format!(">{number}</dd>")), "« {number} » is not in {page}");
    }
    assert!(page.contains(REMARK) && page.contains("survey-chart-pupil"), "what the team says, and the pupils: {page}");
    opinions(year).await;

    let decision = format!("{sheet}/decision/reconduire");
    let led = year.send(pilot, &decision, &decision, &[("motif", "Les nombres le disent.")]).await;
    assert_ne!(after(&led, "/programmes/"), year.programme, "next year's is there");
    assert!(year.see(pilot, &address).await.contains("Les nombres le disent."));
    assert!(year.see(pilot, &led).await.contains("2026"), "{led}");
}

/// The questions' answers are what the pupils chose.
async fn opinions(year: &Year) {
    let programme = year.programme.parse().unwrap();
    let outcomes = year.house.db.read(move |tx| survey::store::results(tx, programme, None)).await.unwrap();
    let [pupils] = &outcomes[..] else { panic!("{outcomes:?}") };
    assert_eq!((pupils.answers, pupils.tallies), (6, [Some([0, 1, 2, 3]); 3]));
}
