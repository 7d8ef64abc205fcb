//! What a head signs and a pilot reports: counts, evening by evening. No pupil is named here.
use crate::{
    Ticket,
    policy::PILOTS,
    store::{self, Counts},
};
use askama::Template;
use kernel::{Evening, Moment};
use web::{Paged, Pager, Reply, Result, Shell, Visit};

/// How many days back.
const DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "desk/figures.html")]
struct Page {
    shell: Shell,
    rows: Paged<Counts>,
    /// How many asked, were helped, were left to the teams, in all.
    all: [i64; 3],
    tonight: Paged<Ticket>,
    /// When they were counted.
    now: Moment,
}

impl Page {
    /// The evening, as a day.
    fn day(&self, evening: &str) -> String {
        let date = evening.parse::<Evening>().ok();
        date.map_or_else(|| evening.to_owned(), |date| self.shell.date(Moment::at_paris(date.0, 12, 0)))
    }

    /// The rows of this page, school by school.
    fn schools(&self) -> impl Iterator<Item = (&str, &[Counts])> {
        let schools = self.rows.chunk_by(|one, other| one.school.0 == other.school.0);
        schools.map(|rows| (rows.first().map_or("", |row| &row.school.1), rows))
    }
}

/// The page of counts.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let since = now.plus_days(-DAYS).evening();
    let pager = visit.pager();
    let count = |visit: &mut Visit<'_, '_>, pager| {
        let rows = store::counts(visit.tx, &actor, since, pager)?;
        Ok((rows, store::all_counts(visit.tx, &actor, since)?))
    };
    // Those of an académie are counted together, once for a while.
    let (rows, all, at) = if actor.holds(PILOTS) {
        let (told, at) = visit.counted("desk", |visit| count(visit, Pager::whole()))?;
        (Paged::of(&told.0, pager), told.1, at)
    } else {
        let (rows, all) = count(visit, pager)?;
        (rows, all, now)
    };
    let tonight = store::of_school(visit.tx, &actor, now.plus_days(-1), visit.pager_of("demandes"))?;
    Reply::page(&Page { shell: visit.shell(), rows, all, tonight, now: at })
}
