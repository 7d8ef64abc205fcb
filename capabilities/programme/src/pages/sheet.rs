//! A dispositif: its sheet, its schools, its figures.
use super::looked_at;
use crate::{
    Dispositif, Engagement, Heading, Measure, Milestone, Partner, Seat, State,
    policy::{Draft, Steer},
    store, totals,
};
use askama::Template;
use jiff::civil::Date;
use kernel::UnitId;
use std::{borrow::Borrow, collections::BTreeMap};
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/sheet.html")]
struct Sheet {
    shell: Shell,
    dispositif: Dispositif,
    pilot: Option<String>,
    texts: Vec<(Heading, String)>,
    partners: Vec<Partner>,
    milestones: Vec<Milestone>,
    engagements: Vec<Engagement>,
    measures: Vec<Measure>,
    mine: Vec<Seat>,
    steers: bool,
    today: Date,
}

impl Sheet {
    /// How many schools stand there.
    fn count(&self, state: State) -> usize {
        self.engagements.iter().filter(|one| one.state == state).count()
    }

    /// How many engaged schools have a protocol in force.
    fn protocols(&self) -> usize {
        self.engagements.iter().filter(|one| one.state == State::Engaged && one.protocol.is_some()).count()
    }

    /// The indicators of the whole, and under each those of the schools, by name.
    fn indicators(&self) -> Vec<(Measure, Vec<(String, String)>)> {
        let names: BTreeMap<UnitId, &str> =
            self.engagements.iter().map(|one| (one.school.id, one.school.name.as_str())).collect();
        let lines = |key: &str| {
            let mut lines: Vec<_> = self
                .measures
                .iter()
                .filter(|one| one.key == key)
                .filter_map(|one| Some(((*names.get(&one.school)?).to_owned(), self.figure(one))))
                .collect();
            lines.sort();
            lines
        };
        totals(&self.measures).into_iter().map(|total| (total.clone(), lines(&total.key))).collect()
    }

    fn figure(&self, measure: &Measure) -> String {
        super::figure(&self.shell, measure.figure())
    }

    fn day(&self, date: impl Borrow<Date>) -> String {
        super::day(&self.shell, *date.borrow())
    }
}

/// The sheet.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = looked_at(visit)?;
    let (actor, id) = (visit.actor()?, dispositif.id);
    let texts = store::sheet(visit.tx, id)?;
    let partners = store::partners(visit.tx, id)?;
    let milestones = store::milestones(visit.tx, id)?;
    let engagements = store::engagements(visit.tx, id)?;
    let measures = store::measures(visit.tx, id)?;
    let mine = store::seats::<Draft>(visit.tx, &actor, Some(id))?;
    let pilot = directory::store::person(visit.tx, dispositif.pilot)?;
    let pilot = pilot.filter(|pilot| !pilot.family.is_empty()).map(|pilot| pilot.full());
    let steers = access::check::<Steer, _>(&actor, dispositif.clone()).is_ok();
    let today = visit.now.paris().date();
    Reply::page(&Sheet {
        shell: visit.shell().at("/programmes"),
        dispositif,
        pilot,
        texts,
        partners,
        milestones,
        engagements,
        measures,
        mine,
        steers,
        today,
    })
}
