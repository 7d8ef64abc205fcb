//! What a head signs and a pilot reports: counts, evening by evening. No pupil is named here.
use access::Actor;
use askama::Template;
use desk::{Ticket, store::Counts};
use kernel::{Evening, Moment, UnitId};
use std::collections::BTreeMap;
use web::{Reply, Result, Shell, Visit};

/// How many days back.
const DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "homework/direction.html")]
struct Page {
    shell: Shell,
    schools: Vec<(String, Vec<Counts>)>,
    tonight: Vec<Ticket>,
    /// Where the other numbers are: icon, address, words.
    ways: Vec<(&'static str, &'static str, &'static str)>,
    now: Moment,
}

impl Page {
    /// The evening, as a day.
    fn day(&self, evening: &str) -> String {
        let date = evening.parse::<Evening>().ok();
        date.map_or_else(|| evening.to_owned(), |date| self.shell.date(Moment::at_paris(date.0, 12, 0)))
    }

    /// Everything asked over the days shown.
    fn asked(&self) -> i64 {
        self.schools.iter().flat_map(|(_, rows)| rows).map(|row| row.asked).sum()
    }

    /// Everything helped.
    fn helped(&self) -> i64 {
        self.schools.iter().flat_map(|(_, rows)| rows).map(|row| row.helped).sum()
    }

    /// Left to the teams.
    fn left(&self) -> i64 {
        self.schools.iter().flat_map(|(_, rows)| rows).map(|row| row.left).sum()
    }
}

/// The page of counts.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let counts = desk::store::counts(visit.tx, &actor, now.plus_days(-DAYS).evening())?;
    let mut by_school: BTreeMap<UnitId, Vec<Counts>> = BTreeMap::new();
    for row in counts {
        by_school.entry(row.school).or_default().push(row);
    }
    let names = access::store::names(visit.tx, &by_school.keys().copied().collect::<Vec<_>>())?;
    let mut schools: Vec<_> =
        by_school.into_iter().map(|(school, rows)| (names.get(&school).cloned().unwrap_or_default(), rows)).collect();
    schools.sort_by(|a, b| a.0.cmp(&b.0));
    let tonight = desk::store::of_school(visit.tx, &actor, now.plus_days(-1))?;
    Reply::page(&Page { shell: visit.shell().at("/direction"), schools, tonight, ways: ways(&actor), now })
}

/// The other numbers of the year, to whom each is open.
fn ways(actor: &Actor) -> Vec<(&'static str, &'static str, &'static str)> {
    let all = [
        (agreement::policy::COUNTERS, "users-round", "/accord/suivi", "homework-numbers-families"),
        (programme::policy::PILOTS, "timer", "/heures/academie", "homework-numbers-hours"),
        (programme::policy::HEADS, "timer", "/heures/ecole", "homework-numbers-hours"),
        (survey::policy::ALL_READERS, "smile", "/avis/resultats", "homework-numbers-opinions"),
        (survey::policy::CLERKS, "pencil-line", "/avis/papier", "homework-numbers-paper"),
        (difficulty::policy::COUNTERS, "life-buoy", "/difficultes/chiffres", "homework-numbers-difficulties"),
        (training::policy::COUNTERS, "book-open", "/formation/chiffres", "homework-numbers-training"),
    ];
    let open = all.into_iter().filter(|(roles, ..)| actor.holds(roles));
    open.map(|(_, icon, address, words)| (icon, address, words)).collect()
}
