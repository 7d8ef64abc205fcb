//! The pilot opens waves.
use super::{day, seen};
use crate::{
    model::{Stage, Wave, WaveId},
    policy::{Open, PILOTS},
    store,
};
use askama::Template;
use jiff::civil::Date;
use programme::Running;
use web::{FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "survey/waves.html")]
struct WavesPage {
    shell: Shell,
    form: FormState,
    running: Vec<Running>,
    waves: Paged<Wave>,
    today: Date,
}

impl WavesPage {
    /// From when to when, in words.
    fn days(&self, wave: &Wave) -> String {
        let (from, to) = (day(&self.shell, wave.opens_on), day(&self.shell, wave.closes_on));
        self.shell.say("survey-from-to").text("from", from).text("to", to).to_string()
    }

    /// The dispositifs to choose from, as pairs for a list.
    fn choices(&self) -> Vec<(String, String)> {
        self.running.iter().map(|one| (one.id.to_string(), one.name.clone())).collect()
    }

    /// The name of a wave's dispositif; empty when it does not run any more.
    fn name(&self, wave: &Wave) -> &str {
        self.running.iter().find(|one| one.id == wave.dispositif).map_or("", |one| one.name.as_str())
    }

    fn is_open(&self, wave: &Wave) -> bool {
        wave.is_open(self.today)
    }

    fn is_over(&self, wave: &Wave) -> bool {
        wave.closes_on < self.today
    }
}

/// The dispositifs that run in the académies one steers.
fn running(visit: &mut Visit<'_, '_>) -> Result<Vec<Running>> {
    let units = visit.actor()?.units(PILOTS);
    let all = programme::store::all_running(visit.tx, visit.now)?;
    Ok(all.into_iter().filter(|one| units.contains(&one.academie)).collect())
}

/// The waves.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let today = visit.now.paris().date();
    let form = FormState::new().with("du", today).with("au", today.saturating_add(jiff::Span::new().days(14)));
    page(visit, form)
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let running = running(visit)?;
    let waves = store::waves(visit.tx, &actor.units(PILOTS), visit.pager())?;
    let refused = form.refused();
    let today = visit.now.paris().date();
    let page = WavesPage { shell: visit.shell().at("/avis/resultats"), form, running, waves, today };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Opens a wave, or changes its days.
pub fn open(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell, now) = (visit.actor()?, visit.shell(), visit.now);
    let today = now.paris().date();
    let mut state = FormState::of(&visit.form);
    let running = running(visit)?;
    let chosen = visit.form.among("dispositif", &running, |one| one.id)?.or(running.first());
    let chosen = seen(chosen)?;
    let academie = seen(store::place::<Open>(&actor, chosen.academie))?;
    let stage = Stage::from_word(visit.form.text("moment"));
    if stage.is_none() {
        state.refuse("moment", shell.say("survey-say-stage"));
    }
    let from: Option<Date> = visit.form.text("du").parse().ok();
    let to: Option<Date> = visit.form.text("au").parse().ok();
    if from.is_none() {
        state.refuse("du", shell.say("survey-say-from"));
    }
    let longest = jiff::Span::new().days(60);
    let fits = |from: Date, to: Date| from <= to && to >= today && to <= from.saturating_add(longest);
    if from.is_some() && !from.zip(to).is_some_and(|(from, to)| fits(from, to)) {
        state.refuse("au", shell.say("survey-say-to"));
    }
    let (Some(stage), Some(from), Some(to), false) = (stage, from, to, state.refused()) else {
        return page(visit, state);
    };
    let id: WaveId = visit.new_id();
    if let Err(refusal) = store::open(visit.tx, &academie, &actor, (id, (chosen.id, stage, from, to)), now)? {
        state.refuse("moment", shell.say(&refusal.to_string()));
        state.entitle(shell.say(&format!("{refusal}-title")));
        return page(visit, state);
    }
    let (from, to) = (day(&shell, from), day(&shell, to));
    let days = shell.say("survey-from-to").text("from", from).text("to", to).to_string();
    let stage = shell.of("survey-stage-", stage.word()).to_string();
    Ok(Reply::go("/avis/vagues").said(shell.say("survey-said-wave").text("stage", stage).text("days", days)))
}
