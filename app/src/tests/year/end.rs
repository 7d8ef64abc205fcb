//! Pay at the end of each month, questions at the end of the year, and the bilan.
use super::{
    house::{Tally, Year, after},
    school::{BUS, REMARK},
};
use jiff::civil::Date;
use kernel::{PersonId, UnitId};
use std::collections::HashMap;
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
    let batch = after(&year.see(head, &page).await, "href=\"/heures/ecole/envoi/").to_owned();
    let file = year.see(head, &format!("/heures/ecole/envoi/{batch}?format=csv")).await;
    let rows: Vec<Vec<&str>> = file.lines().skip(1).map(|line| line.split(';').collect()).collect();
    let pay = |row: &Vec<&str>| row[10].parse::<i64>().unwrap();
    let paid: i64 = rows.iter().filter(|row| !row[2].is_empty()).map(pay).sum();
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
    format!("{}\u{a0}%", percent(of, all))
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

/// How many guardians and children, one for each pair, and how many children the school has to tell.
async fn told(year: &Year) -> (i64, i64) {
    let home: UnitId = year.demo.home.id;
    let sql =
        "SELECT count(*), count(DISTINCT g.child_id) FROM guardianship g JOIN membership m ON m.person_id = g.child_id
               AND m.role = 'pupil' JOIN unit_closure c ON c.descendant = m.unit_id AND c.ancestor = ?1";
    let row = year.house.db.read(move |tx| tx.first(sql, &db::params![home])).await.unwrap().unwrap();
    (row.get(0), row.get(1))
}

/// The sentences in which the page says its counts, from what the test did.
fn sentences(words: &Words, tally: &Tally, (minutes, pending): (i64, i64), children: i64) -> Vec<String> {
    let say = |key| words.say(Lang::Fr, key);
    let hours = |minutes: i64| {
        say("homework-hours").num("h", minutes / 60).text("m", format!("{:02}", minutes % 60)).to_string()
    };
    let (agreed, refused) = standings(&tally.answers);
    let phrases = [
        say("homework-bilan-meetings-text").num("held", tally.held).num("came", tally.came).num("seats", tally.seats),
        say("homework-bilan-paid-text")
            .text("hours", hours(minutes))
            .num("teachers", 3)
            .text("pending", hours(pending)),
        say("homework-bilan-difficulties-text").num("n", tally.difficulties).num("closed", tally.closed),
        say("homework-bilan-trained-text").num("method", 2).num("tools", 1).num("resources", 0),
        say("homework-bilan-agreed-text").num("agreed", agreed).num("refused", refused).num("children", children),
        say("homework-bilan-good-text").num("good", tally.good).num("all", tally.faces),
    ];
    phrases.iter().map(ToString::to_string).collect()
}

/// The pilot opens the bilan: every number is there, as it was lived. Then the year is decided.
pub async fn bilan(year: &mut Year) {
    let (pilot, address) = (year.demo.pilot.id, format!("/bilan/{}", year.programme));
    let (told, children) = told(year).await;
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
    let counts = [helped, asked, tally.helps, tally.left, mode("ecrit"), mode("appel"), mode("salle")];
    let rest = [percent(soon, waited), told, answered, agreed, refused, tally.held, tally.came];
    let last = [minutes, pending, tally.difficulties, tally.closed];
    let numbers: Vec<String> = counts.iter().chain(&rest).chain(&last).map(ToString::to_string).collect();
    let lines: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(';').collect()).collect();
    assert_eq!(lines.len(), 2, "{csv}");
    let of = |code: &str| lines.iter().find(|line| line[0] == code).unwrap();
    assert_eq!(of(&year.demo.home.code)[3], BUS);
    assert_eq!(of(&year.demo.home.code)[4..], numbers, "{csv}");
    let nothing = of(&year.demo.other.code);
    assert!(nothing[4..].iter().all(|cell| ["0", ""].contains(cell)), "a school that did nothing: {nothing:?}");

    let figures: Vec<&str> = page.split("<dd>").skip(1).filter_map(|rest| rest.split("</dd>").next()).collect();
    let words = &year.house.words;
    let hours = words.say(Lang::Fr, "homework-hours").num("h", minutes / 60).text("m", format!("{:02}", minutes % 60));
    let stats = [
        helped.to_string(),
        asked.to_string(),
        share(tally.helps, asked),
        share(soon, waited),
        share(agreed, children),
        hours.to_string(),
    ];
    assert_eq!(figures[..6], stats);
    for sentence in sentences(words, tally, (minutes, pending), children) {
        assert!(page.contains(&sentence), "« {sentence} » is not in {page}");
    }
    assert!(page.contains(REMARK) && page.contains("avis-eleves"), "what the team says, and the pupils: {page}");
    opinions(year).await;

    let decision = format!("/programmes/{}/decision", year.programme);
    let fields = [("decision", "reconduire"), ("motif", "Les nombres le disent.")];
    let sheet = format!("/programmes/{}/bilan", year.programme);
    let led = year.send(pilot, &sheet, &decision, &fields).await;
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
