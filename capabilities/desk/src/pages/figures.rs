//! What a head signs and a pilot reports: counts, evening by evening. No pupil is named here.
use crate::{
    Ticket,
    store::{self, Counts},
};
use askama::Template;
use kernel::{Evening, Moment, UnitId};
use std::collections::BTreeMap;
use web::{Reply, Result, Shell, Visit};

/// How many days back.
const DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "desk/figures.html")]
struct Page {
    shell: Shell,
    schools: Vec<(String, Vec<Counts>)>,
    tonight: Vec<Ticket>,
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
    let counts = store::counts(visit.tx, &actor, now.plus_days(-DAYS).evening())?;
    let mut by_school: BTreeMap<UnitId, Vec<Counts>> = BTreeMap::new();
    for row in counts {
        by_school.entry(row.school).or_default().push(row);
    }
    let names = access::store::names(visit.tx, &by_school.keys().copied().collect::<Vec<_>>())?;
    let mut schools: Vec<_> =
        by_school.into_iter().map(|(school, rows)| (names.get(&school).cloned().unwrap_or_default(), rows)).collect();
    kernel::sort_by_name(&mut schools, |school| &school.0);
    let tonight = store::of_school(visit.tx, &actor, now.plus_days(-1))?;
    Reply::page(&Page { shell: visit.shell(), schools, tonight, now })
}
