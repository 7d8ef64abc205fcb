//! A dispositif: its sheet, its schools, its figures.
use super::{looked_at, number};
use crate::{
    Dispositif, Engagement, Figure, Heading, Milestone, Numbers, Partner, Seat, State, Template,
    policy::{Draft, PILOTS},
    store,
};
use jiff::civil::Date;
use kernel::UnitId;
use std::{borrow::Borrow, collections::HashMap};
use web::{Reply, Result, Shell, Visit};

#[derive(askama::Template)]
#[template(path = "programme/sheet.html")]
struct Sheet {
    shell: Shell,
    dispositif: Dispositif,
    pilot: Option<String>,
    texts: Vec<(Heading, String)>,
    partners: Vec<Partner>,
    milestones: Vec<Milestone>,
    engagements: Vec<Engagement>,
    headline: Vec<Figure>,
    /// The headline of each school, and for the académie that of all together.
    numbers: HashMap<UnitId, Numbers>,
    mine: Vec<Seat>,
    steers: bool,
    /// Whether the reader is a pilot of the académie.
    pilots: bool,
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

    /// The number of all together.
    fn whole(&self, figure: &Figure) -> String {
        let nothing = Numbers::default();
        number::long(&self.shell, figure, self.numbers.get(&self.dispositif.academie).unwrap_or(&nothing))
    }

    /// That of each school that was counted, by name.
    fn by_school(&self, figure: &Figure) -> Vec<(&str, String)> {
        let line = |one: &'_ Engagement| Some(number::long(&self.shell, figure, self.numbers.get(&one.school.id)?));
        self.engagements.iter().filter_map(|one| Some((one.school.name.as_str(), line(one)?))).collect()
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
    let template = Template::of(&visit.house.slices, &dispositif.template);
    let headline = template.headline(&template.chapters(&visit.house.slices));
    let keys: Vec<&str> = headline.iter().map(|figure| figure.key).collect();
    let numbers = store::numbers_of(visit.tx, id, &keys)?;
    let mine = store::seats::<Draft>(visit.tx, &actor, Some(id))?;
    let pilot = directory::store::person(visit.tx, dispositif.pilot)?;
    let pilot = pilot.filter(|pilot| !pilot.family.is_empty()).map(|pilot| pilot.full());
    let steers = super::steers(&actor, &dispositif);
    let pilots = actor.units(PILOTS).contains(&dispositif.academie);
    let today = visit.now.paris().date();
    Reply::page(&Sheet {
        shell: visit.shell().at("/programmes"),
        dispositif,
        pilot,
        texts,
        partners,
        milestones,
        engagements,
        headline,
        numbers,
        mine,
        steers,
        pilots,
        today,
    })
}
