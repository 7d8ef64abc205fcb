//! One's own answers: a question a page, three taps in all; then a line if one likes.
use super::{day, face, seen};
use crate::{
    model::{Asking, LEVELS, Public, QUESTIONS, WORDS, WaveId},
    store,
};
use askama::Template;
use web::{Error, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "survey/avis.html")]
struct AvisPage {
    shell: Shell,
    form: FormState,
    /// Everything this person is asked, and which of them is on this page.
    asked: Vec<Asking>,
    at: Option<usize>,
    /// The question on the page, from 0; none once all are answered.
    question: Option<usize>,
}

impl AvisPage {
    fn asking(&self) -> Option<&Asking> {
        self.asked.get(self.at?)
    }

    /// The other things one is asked and has not finished.
    fn others(&self) -> Vec<&Asking> {
        let others = self.asked.iter().enumerate().filter(|(n, _)| Some(*n) != self.at);
        others.map(|(_, asking)| asking).filter(|asking| asking.next().is_some()).collect()
    }

    /// The four answers to the question on the page: level, icon, and whether it is the one given before.
    fn choices(&self) -> Vec<(i64, &'static str, bool)> {
        let given = || self.asking()?.levels.get(self.question?).copied().flatten();
        let given = given();
        (1_i64..).take(LEVELS).map(|level| (level, face(level), given == Some(level))).collect()
    }

    fn until(&self, asking: &Asking) -> String {
        day(&self.shell, asking.wave.closes_on)
    }
}

/// The next question, or thanks.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let asked = store::asked(visit.tx, &actor, visit.now)?;
    let wanted = visit.query("vague").zip(visit.query("public"));
    let named = |(wave, public): (&str, &str)| {
        asked.iter().position(|one| one.wave.id.to_string() == wave && one.public.word() == public)
    };
    let unfinished = || asked.iter().position(|one| one.next().is_some()).or((!asked.is_empty()).then_some(0));
    let at = wanted.and_then(named).or_else(unfinished);
    let again = visit.query("question").and_then(|n| n.parse::<usize>().ok()?.checked_sub(1));
    let again = again.filter(|question| *question < QUESTIONS);
    let question = at.and_then(|at| asked.get(at)).and_then(|asking| again.or(asking.next()));
    let refused = form.refused();
    let words = at.and_then(|at| asked.get(at)).map_or("", |asking| asking.words.as_str());
    let form = if refused { form } else { form.with("mot", words) };
    let page = AvisPage { shell: visit.shell().at("/avis"), form, asked, at, question };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// What the path names, among what this person is asked.
fn asking(visit: &mut Visit<'_, '_>) -> Result<Asking> {
    let (actor, wave): (_, WaveId) = (visit.actor()?, visit.id("wave")?);
    let public = seen(Public::from_word(&visit.path::<String>("public")?))?;
    let asked = store::asked(visit.tx, &actor, visit.now)?;
    seen(asked.into_iter().find(|one| one.wave.id == wave && one.public == public))
}

/// One answer, by one tap.
pub fn answer(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, today) = (visit.actor()?, visit.now.paris().date());
    let asking = asking(visit)?;
    let question = visit.form.text("question").parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let level = visit.form.text("reponse").parse().ok();
    let (Some(question), Some(level)) = (question, level) else { return Err(Error::NotFound) };
    let id = visit.new_id();
    if store::answer(visit.tx, &actor, &asking, (id, question, level), today)?.is_err() {
        return Err(Error::NotFound);
    }
    let to = format!("/avis?vague={}&public={}", asking.wave.id, asking.public.word());
    Ok(Reply::go(to).said(visit.sentence("survey-said-answer")))
}

/// The free line.
pub fn say(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, today) = (visit.actor()?, visit.now.paris().date());
    let asking = asking(visit)?;
    let words = visit.form.text("mot").to_owned();
    let count = words.chars().count();
    if count > WORDS {
        let mut state = FormState::of(&visit.form);
        state.refuse("mot", visit.shell().say("survey-say-shorter").num("n", count).num("most", WORDS));
        return page(visit, state);
    }
    let id = visit.new_id();
    if store::say(visit.tx, &actor, &asking, (id, &words), today)?.is_err() {
        return Err(Error::NotFound);
    }
    let to = format!("/avis?vague={}&public={}", asking.wave.id, asking.public.word());
    Ok(Reply::go(to).said(visit.sentence("survey-said-words")))
}
