//! The team by name, for those who lead it; counts, for those above.
use super::seen;
use crate::{
    Column, School,
    policy::{LEADERS, Lead},
    store::{self, Count, Mate},
};
use askama::Template;
use kernel::UnitId;
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "training/team.html")]
struct Team {
    shell: Shell,
    schools: Vec<(UnitId, String)>,
    school: UnitId,
    mates: Paged<Mate>,
    /// How many have followed at least one course of each column.
    learners: [i64; 3],
}

impl Team {
    /// How many have followed at least one course of each column.
    fn people(&self) -> impl Iterator<Item = (&Column, &i64)> {
        Column::ALL.iter().zip(&self.learners)
    }
}

/// Who of the team has followed how much of each column.
pub fn team(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let mut units = actor.units(LEADERS);
    units.sort_unstable();
    units.dedup();
    let mut schools: Vec<_> = access::store::names(visit.tx, &units)?.into_iter().collect();
    schools.sort_by_cached_key(|(id, name)| (kernel::order(&[name]), *id));
    let asked = match visit.query("ecole") {
        Some(asked) => asked.parse()?,
        None => seen(schools.first())?.0,
    };
    let school = seen(access::check::<Lead, _>(&actor, School(asked)).ok())?;
    let mates = store::team(visit.tx, &school, visit.pager(), visit.now)?;
    let learners = store::learners(visit.tx, &school, visit.now)?;
    Reply::page(&Team { shell: visit.shell().at("/formation"), schools, school: school.0, mates, learners })
}

#[derive(Template)]
#[template(path = "training/counts.html")]
struct Counts {
    shell: Shell,
    rows: Paged<Row>,
}

/// One school's line.
struct Row {
    name: String,
    staff: i64,
    people: [i64; 3],
    minutes: i64,
    followed: i64,
    useful: i64,
}

impl Row {
    /// How many in a hundred said that it was useful.
    fn useful(&self) -> i64 {
        if self.followed == 0 { 0 } else { (self.useful * 100 + self.followed / 2) / self.followed }
    }

    fn add(&mut self, count: &Count) {
        if let Some(place) = Column::ALL.iter().position(|column| *column == count.column) {
            self.people[place] += count.people;
        }
        self.minutes += count.minutes;
        self.followed += count.followed;
        self.useful += count.useful;
    }
}

/// Counts by school.
pub fn counts(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let schools = store::schools_seen(visit.tx, &actor, visit.now, visit.pager())?;
    let counts = store::counts_of(visit.tx, &schools)?;
    let ids: Vec<UnitId> = schools.iter().map(|(id, _)| *id).collect();
    let staff = store::staff_of(visit.tx, &ids, visit.now)?;
    let rows = schools.map(|(school, name)| {
        let staff = staff.get(&school).copied().unwrap_or(0);
        let mut row = Row { name, staff, people: [0; 3], minutes: 0, followed: 0, useful: 0 };
        counts.iter().filter(|count| count.school == school).for_each(|count| row.add(count));
        row
    });
    Reply::page(&Counts { shell: visit.shell().at("/formation/chiffres"), rows })
}
