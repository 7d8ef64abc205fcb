//! A dispositif: its sheet, its schools, its figures.
use super::{looked_at, number};
use crate::{
    Dispositif, Engagement, Figure, Heading, Milestone, Numbers, Partner, Seat, Seen, Stand, State, Template,
    policy::{Draft, PILOTS},
    store::{self, By},
};
use jiff::civil::Date;
use kernel::UnitId;
use std::{borrow::Borrow, collections::HashMap};
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(askama::Template)]
#[template(path = "programme/sheet.html")]
struct Sheet {
    shell: Shell,
    dispositif: Dispositif,
    pilot: Option<String>,
    texts: Vec<(Heading, String)>,
    partners: Vec<Partner>,
    milestones: Vec<Milestone>,
    engagements: Paged<Engagement>,
    stand: Stand,
    headline: Vec<Figure>,
    /// The headline of each school of this page, and for the académie that of all together.
    numbers: HashMap<UnitId, Numbers>,
    mine: Vec<Seat>,
    steers: bool,
    /// Whether the reader is a pilot of the académie.
    pilots: bool,
    today: Date,
}

impl Sheet {
    /// The number of all together.
    fn whole(&self, figure: &Figure) -> String {
        let nothing = Numbers::default();
        number::long(&self.shell, figure, self.numbers.get(&self.dispositif.academie).unwrap_or(&nothing))
    }

    /// That of each school of this page that was counted, by name.
    fn by_school(&self, figure: &Figure) -> Vec<(&str, String)> {
        let line = |one: &'_ Engagement| Some(number::long(&self.shell, figure, self.numbers.get(&one.school.id)?));
        self.engagements.iter().filter_map(|one| Some((one.school.name.as_str(), line(one)?))).collect()
    }

    /// Whether a school takes part: there is no deleting it.
    fn lived(&self) -> bool {
        self.stand.count(State::Engaged) > 0
    }

    fn day(&self, date: impl Borrow<Date>) -> String {
        super::day(&self.shell, *date.borrow())
    }
}

/// The sheet.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let Seen { dispositif, pilot, .. } = looked_at(visit)?;
    let (actor, id) = (visit.actor()?, dispositif.id);
    let texts = store::sheet(visit.tx, id)?;
    let partners = store::partners(visit.tx, id)?;
    let milestones = store::milestones(visit.tx, id)?;
    let engagements = store::engagements(visit.tx, id, By::Name, visit.pager())?;
    let stand = store::stand_around(visit.tx, id, &engagements)?;
    let template = Template::of(&visit.house.slices, &dispositif.template);
    let headline = template.headline(&template.chapters(&visit.house.slices));
    let keys: Vec<&str> = headline.iter().map(|figure| figure.key).collect();
    let units: Vec<UnitId> = engagements.iter().map(|one| one.school.id).chain([dispositif.academie]).collect();
    let numbers = store::numbers_of(visit.tx, id, &keys, Some(&units))?;
    let mine = store::seats::<Draft>(visit.tx, &actor, &[id])?;
    let pilot = pilot.map(|(given, family)| format!("{given} {family}"));
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
        stand,
        headline,
        numbers,
        mine,
        steers,
        pilots,
        today,
    })
}
