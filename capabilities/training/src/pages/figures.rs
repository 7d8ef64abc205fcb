//! The team by name, for those who lead it; counts, for those above.
use super::seen;
use crate::{
    Column, School,
    policy::{LEADERS, Lead},
    store::{self, Count, Mate},
};
use askama::Template;
use kernel::UnitId;
use std::collections::{BTreeMap, HashMap};
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "training/team.html")]
struct Team {
    shell: Shell,
    schools: Vec<(UnitId, String)>,
    school: UnitId,
    mates: Vec<Mate>,
}

impl Team {
    /// How many have followed at least one course of each column.
    fn people(&self) -> Vec<(Column, usize)> {
        let people = |place: usize| self.mates.iter().filter(|mate| mate.followed[place] > 0).count();
        Column::ALL.iter().enumerate().map(|(place, column)| (*column, people(place))).collect()
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
    let mates = store::team(visit.tx, &school, visit.now)?;
    Reply::page(&Team { shell: visit.shell().at("/formation"), schools, school: school.0, mates })
}

#[derive(Template)]
#[template(path = "training/counts.html")]
struct Counts {
    shell: Shell,
    rows: Vec<Row>,
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
    let counts = store::counts_seen(visit.tx, &actor)?;
    let mut schools: Vec<_> = counts.iter().map(|count| count.school).collect();
    schools.dedup();
    let names = access::store::names(visit.tx, &schools)?;
    let staff = store::staff_of(visit.tx, &schools, visit.now)?;
    Reply::page(&Counts { shell: visit.shell().at("/formation/chiffres"), rows: rows(&counts, &names, &staff) })
}

fn rows(counts: &[Count], names: &HashMap<UnitId, String>, staff: &HashMap<UnitId, i64>) -> Vec<Row> {
    let mut rows: BTreeMap<(&str, UnitId), Row> = BTreeMap::new();
    for count in counts {
        let name = names.get(&count.school).map_or("", String::as_str);
        let empty = || Row {
            name: name.to_owned(),
            staff: staff.get(&count.school).copied().unwrap_or(0),
            people: [0; 3],
            minutes: 0,
            followed: 0,
            useful: 0,
        };
        rows.entry((name, count.school)).or_insert_with(empty).add(count);
    }
    rows.into_values().collect()
}
