//! What stands in families' way: the team reads it and proposes.
use super::{refusal, when};
use crate::{
    model::{Concern, LONGEST, Offer, Proposal},
    policy::Propose,
    store,
};
use access::Allowed;
use askama::Template;
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agreement/concerns.html")]
struct All {
    shell: Shell,
    concerns: Paged<Line>,
}

/// One of them, with where it stands: the kind of its badge, and its key.
struct Line {
    concern: Concern,
    state: (&'static str, &'static str),
}

fn state(concern: &Concern, proposals: &[Proposal]) -> (&'static str, &'static str) {
    let accepted = proposals.iter().any(|one| one.answered.is_some_and(|(accepted, _)| accepted));
    match (concern.closed_at, proposals.iter().any(|one| one.answered.is_none())) {
        _ if accepted => ("ok", "agreement-concern-accepted"),
        (Some(_), _) => ("", "agreement-concern-closed"),
        (None, true) => ("note", "agreement-concern-proposed"),
        (None, false) => ("warn", "agreement-concern-open"),
    }
}

/// Those one may hear, the open ones first.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let concerns = store::concerns(visit.tx, &actor, visit.pager())?;
    let proposals = store::proposals(visit.tx, &concerns)?;
    let of = |concern: &Concern| -> Vec<Proposal> {
        proposals.iter().filter(|one| one.concern == concern.id).cloned().collect()
    };
    let line = |concern: Concern| Line { state: state(&concern, &of(&concern)), concern };
    let concerns = concerns.map(line);
    Reply::page(&All { shell: visit.shell().at("/accord/suivi"), concerns })
}

#[derive(Template)]
#[template(path = "agreement/concern.html")]
struct One {
    shell: Shell,
    form: FormState,
    concern: Allowed<Propose, Concern>,
    proposals: Vec<Proposal>,
}

impl One {
    fn state(&self) -> (&'static str, &'static str) {
        state(&self.concern, &self.proposals)
    }

    fn said(&self) -> String {
        when(&self.shell, self.concern.at)
    }
}

fn found(visit: &mut Visit<'_, '_>) -> Result<Allowed<Propose, Concern>> {
    let (actor, id) = (visit.actor()?, visit.id("concern")?);
    store::find_concern(visit.tx, &actor, id)?.ok_or(Error::NotFound)
}

/// One of them.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let concern = found(visit)?;
    page(visit, concern, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, concern: Allowed<Propose, Concern>, form: FormState) -> Result<Reply> {
    let proposals = store::proposals(visit.tx, std::slice::from_ref(&*concern))?;
    let refused = form.refused();
    let page = One { shell: visit.shell().at("/accord/suivi"), form, concern, proposals };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Proposes something, or closes it.
pub fn propose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (concern, actor) = (found(visit)?, visit.actor()?);
    let (now, chance) = (visit.now, &*visit.house.chance);
    if visit.form.has("clore") {
        store::close(visit.tx, &concern, now)?;
        return Ok(Reply::go("/accord/contraintes").said(visit.sentence("agreement-said-closed")));
    }
    let (mut form, shell) = (FormState::of(&visit.form), visit.shell());
    let kind = Offer::from_word(visit.form.text("quoi"));
    let text = visit.form.text("mots").replace("\r\n", "\n");
    if kind.is_none() {
        form.refuse("quoi", shell.say("agreement-offer-choose"));
    }
    if text.is_empty() || text.chars().count() > LONGEST {
        form.refuse("mots", shell.say("agreement-offer-words"));
    }
    let Some(kind) = kind.filter(|_| !form.refused()) else { return page(visit, concern, form) };
    match store::propose(visit.tx, chance, &actor, &concern, (kind, &text), now)? {
        Ok(_) => {
            let said = shell.say("agreement-said-proposed");
            Ok(Reply::go(format!("/accord/contrainte/{}", concern.id)).said(said))
        }
        Err(why) => {
            form.refuse("mots", refusal(&shell, why));
            page(visit, concern, form)
        }
    }
}
