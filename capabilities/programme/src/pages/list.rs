//! The list of dispositifs, and a new one.
use super::field;
use crate::{
    Dispositif, Seat, Template,
    model::school_year,
    policy::{Draft, PILOTS},
    store,
};
use jiff::civil::Date;
use kernel::UnitId;
use web::{FormState, Lang, Paged, Reply, Result, Shell, Visit, given};

#[derive(askama::Template)]
#[template(path = "programme/list.html")]
struct List {
    shell: Shell,
    all: Paged<(Dispositif, i64)>,
    mine: Vec<Seat>,
    steers: bool,
    today: Date,
}

impl List {
    /// Whether it runs today.
    fn runs(&self, dispositif: &Dispositif) -> bool {
        dispositif.runs(self.today)
    }

    /// The places of one's own schools in this one that were taken.
    fn places(&self, dispositif: &Dispositif) -> Vec<&Seat> {
        self.mine.iter().filter(|seat| seat.dispositif == dispositif.id && seat.state.is_some()).collect()
    }
}

/// Every dispositif one may see.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let all = store::visible(visit.tx, &actor, visit.pager())?;
    let shown: Vec<_> = all.iter().map(|(one, _)| one.id).collect();
    let mine = store::seats::<Draft>(visit.tx, &actor, &shown)?;
    let (steers, today) = (actor.holds(PILOTS), visit.now.paris().date());
    Reply::page(&List { shell: visit.shell().at("/programmes"), all, mine, steers, today })
}

#[derive(askama::Template)]
#[template(path = "programme/new.html")]
struct New {
    shell: Shell,
    form: FormState,
    models: Vec<&'static Template>,
    academies: Vec<(UnitId, String)>,
    years: Vec<(String, String)>,
}

impl New {
    /// The template's name, in the page's language.
    fn name(&self, model: &Template) -> &'static str {
        if self.shell.lang == Lang::Fr { model.name_fr } else { model.name_en }
    }
}

/// The form of a new one.
pub fn new(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let year = school_year(visit.now.paris().date());
    let model = match visit.query("modele") {
        Some(said) => said.to_owned(),
        None => given::<Template>(&visit.house.slices).next().map_or("", |first| first.key).to_owned(),
    };
    new_page(visit, FormState::new().with("annee", year).with("modele", model))
}

fn new_page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let models = given::<Template>(&visit.house.slices).collect();
    let academies = store::academie_names(visit.tx, &actor)?;
    let year = school_year(visit.now.paris().date());
    let years = [year, year + 1].map(|year| (year.to_string(), format!("{year}-{}", year + 1))).to_vec();
    let refused = form.refused();
    let page = New { shell: visit.shell().at("/programmes"), form, models, academies, years };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Makes it.
pub fn create(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let mut state = FormState::of(&visit.form);
    let model = Template::of(&visit.house.slices, visit.form.text("modele"));
    let mut name = field::text(visit, "nom", field::LINE);
    if name.is_empty() {
        model.name_fr.clone_into(&mut name);
    }
    if name.is_empty() {
        state.refuse("nom", visit.sentence("programme-say-name"));
    }
    let this = school_year(now.paris().date());
    let year = visit.form.text("annee").parse().ok().filter(|year| (this..=this + 1).contains(year));
    let Some(year) = year else {
        state.refuse("annee", visit.sentence("programme-say-year"));
        return new_page(visit, state);
    };
    if state.refused() {
        return new_page(visit, state);
    }
    let academies = store::academie_names(visit.tx, &actor)?;
    let said = visit.form.among("academie", &academies, |(id, _)| *id)?;
    let academie = super::seen(said.or(academies.first()))?.0;
    let chance = &*visit.house.chance;
    let made = store::create(visit.tx, chance, &actor, (academie, year), &name, model, now)?;
    Ok(Reply::go(format!("/programmes/{}", super::seen(made)?)).said(visit.sentence("programme-said-created")))
}
