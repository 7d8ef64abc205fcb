//! The bilan: what the teams remarked, what the pilot says, what is decided.
use super::{field, looked_at, refusal, refuse_all_names, steered};
use crate::{Decision, Dispositif, Engagement, Measure, Remark, State, policy::Steer, store, totals};
use askama::Template;
use jiff::civil::Date;
use std::borrow::Borrow;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/bilan.html")]
struct Bilan {
    shell: Shell,
    form: FormState,
    dispositif: Dispositif,
    engagements: Vec<Engagement>,
    totals: Vec<Measure>,
    remarks: Vec<Remark>,
    steers: bool,
    /// Where every number is, for who steers; empty for nowhere.
    report: String,
    today: Date,
}

impl Bilan {
    /// The remarks, school by school.
    fn by_school(&self) -> Vec<(&str, &[Remark])> {
        let same = |a: &Remark, b: &Remark| a.school == b.school;
        self.remarks
            .chunk_by(same)
            .map(|remarks| (remarks.first().map_or("", |remark| remark.school_name.as_str()), remarks))
            .collect()
    }

    /// How many schools took part.
    fn engaged(&self) -> usize {
        self.engagements.iter().filter(|one| one.state == State::Engaged).count()
    }

    fn figure(&self, measure: &Measure) -> String {
        super::figure(&self.shell, measure.figure())
    }

    fn day(&self, date: impl Borrow<Date>) -> String {
        super::day(&self.shell, *date.borrow())
    }
}

/// The bilan.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = looked_at(visit)?;
    let actor = visit.actor()?;
    let engagements = store::engagements(visit.tx, dispositif.id)?;
    let totals = totals(&store::measures(visit.tx, dispositif.id)?);
    let remarks = store::remarks(visit.tx, dispositif.id, None)?.into_iter().map(|(_, remark)| remark).collect();
    let steers = access::check::<Steer, _>(&actor, dispositif.clone()).is_ok();
    let (refused, today) = (form.refused(), visit.now.paris().date());
    let form = if refused { form } else { form.with("bilan", &dispositif.word) };
    let shell = visit.shell().at("/programmes");
    let model = if steers { store::template(visit.tx, &dispositif.template)? } else { None };
    let report = model.map(|model| model.report).filter(|report| !report.is_empty());
    let report = report.map_or_else(String::new, |report| format!("{report}{}", dispositif.id));
    let page = Bilan { shell, form, dispositif, engagements, totals, remarks, steers, report, today };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The pilot's word.
pub fn word(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let mut state = FormState::of(&visit.form);
    let word = field::text(visit, "bilan", field::TEXT);
    refuse_all_names(visit, dispositif.id, &mut state, &[("bilan", word.clone())])?;
    if state.refused() {
        return page(visit, state);
    }
    store::with_word(visit.tx, &dispositif, &word)?;
    Ok(Reply::go(format!("/programmes/{}/bilan", dispositif.id)))
}

/// The decision; renewed or adapted, next year's is there at once.
pub fn decide(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let (actor, now, mut state) = (visit.actor()?, visit.now, FormState::of(&visit.form));
    let word = field::text(visit, "motif", field::TEXT);
    let Some(decision) = Decision::from_word(visit.form.text("decision")) else {
        state.refuse("decision", visit.sentence("programme-say-decision"));
        return page(visit, state.with("bilan", &dispositif.word));
    };
    refuse_all_names(visit, dispositif.id, &mut state, &[("motif", word.clone())])?;
    if state.refused() {
        return page(visit, state.with("bilan", &dispositif.word));
    }
    let chance = &*visit.house.chance;
    match store::decide(visit.tx, chance, &actor, &dispositif, (decision, &word), now)? {
        Ok(Some(next)) if decision == Decision::Adapt => Ok(Reply::go(format!("/programmes/{next}/fiche"))),
        Ok(Some(next)) => Ok(Reply::go(format!("/programmes/{next}"))),
        Ok(None) => Ok(Reply::go(format!("/programmes/{}/bilan", dispositif.id))),
        Err(why) => {
            state.refuse("decision", refusal(&visit.shell(), why));
            page(visit, state.with("bilan", &dispositif.word))
        }
    }
}
