//! Counts: how many difficulties of each kind, and how long they took. No name, no text.
use crate::{
    Kind,
    policy::PILOTS,
    store::{self, Count},
};
use askama::Template;
use kernel::{Moment, UnitId};
use std::collections::HashMap;
use web::{Paged, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "difficulty/figures.html")]
struct Figures {
    shell: Shell,
    since: Moment,
    /// Kind by kind, of all schools together.
    counts: Vec<Count>,
    schools: Paged<Row>,
    /// When they were counted.
    at: Moment,
}

/// One row of a table: what it is about, came in, open, closed, median hours.
#[derive(Clone)]
struct Row {
    head: String,
    opened: i64,
    open: i64,
    closed: i64,
    hours: Option<i64>,
}

impl Row {
    fn of(head: String, counts: &[&Count]) -> Self {
        Self {
            head,
            opened: counts.iter().map(|count| count.opened()).sum(),
            open: counts.iter().map(|count| count.open()).sum(),
            closed: counts.iter().map(|count| count.closed()).sum(),
            hours: store::median(counts.iter().copied()),
        }
    }
}

impl Figures {
    fn by_kind(&self) -> Vec<Row> {
        let of = |kind: &Kind| self.counts.iter().filter(|count| count.kind == *kind).collect::<Vec<_>>();
        let head = |kind: &Kind| self.shell.of("difficulty-kind-", kind.word()).to_string();
        let rows = Kind::ALL.iter().map(|kind| (kind, of(kind))).filter(|(_, counts)| !counts.is_empty());
        rows.map(|(kind, counts)| Row::of(head(kind), &counts)).collect()
    }

    fn all(&self) -> Row {
        Row::of(self.shell.say("difficulty-all").to_string(), &self.counts.iter().collect::<Vec<_>>())
    }

    fn hours(&self, row: &Row) -> String {
        row.hours.map_or_else(|| "–".to_owned(), |n| self.shell.say("difficulty-hours").num("n", n).to_string())
    }
}

/// Since the first of September. Those of an académie are counted together, once for a while.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (since, pager) = (autumn(visit.now), visit.pager());
    let (counts, schools, at) = if visit.actor()?.holds(PILOTS) {
        let (told, at) = visit.counted("difficulty", |visit| counted(visit, since, Pager::whole()))?;
        (told.0.clone(), Paged::of(&told.1, pager), at)
    } else {
        let (counts, schools) = counted(visit, since, pager)?;
        (counts, schools, visit.now)
    };
    Reply::page(&Figures { shell: visit.shell().at("/difficultes/chiffres"), since, counts, schools, at })
}

fn counted(visit: &mut Visit<'_, '_>, since: Moment, pager: Pager) -> Result<(Vec<Count>, Paged<Row>)> {
    let actor = visit.actor()?;
    let counts = store::counts_seen(visit.tx, &actor, since)?;
    let schools = store::schools_seen(visit.tx, &actor, since, pager)?;
    let ids: Vec<UnitId> = schools.iter().map(|(id, _)| *id).collect();
    let mut theirs: HashMap<Option<UnitId>, Vec<Count>> = HashMap::new();
    for count in store::counts(visit.tx, &ids, since)? {
        theirs.entry(count.school).or_default().push(count);
    }
    let row = |(id, name)| Row::of(name, &theirs.get(&Some(id)).into_iter().flatten().collect::<Vec<_>>());
    Ok((counts, schools.map(row)))
}

/// The first of September of the school year.
fn autumn(now: Moment) -> Moment {
    let today = now.paris().date();
    let year = if today.month() >= 9 { today.year() } else { today.year() - 1 };
    Moment::at_paris(jiff::civil::date(year, 9, 1), 0, 0)
}
