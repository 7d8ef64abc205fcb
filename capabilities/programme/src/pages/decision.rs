//! What becomes of a dispositif: each decision has its page, which says what will follow, asks why, and is confirmed there.
use super::{field, refuse, refuse_all_names, seen, steered};
use crate::{Decision, Dispositif, State, policy::Steer, store};
use access::Allowed;
use askama::Template;
use jiff::civil::Date;
use std::borrow::Borrow;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/decision.html")]
struct Page {
    shell: Shell,
    form: FormState,
    dispositif: Allowed<Steer, Dispositif>,
    decision: Decision,
    /// How many schools take part: each is asked anew for next year.
    engaged: i64,
    today: Date,
}

impl Page {
    fn day(&self, date: impl Borrow<Date>) -> String {
        super::day(&self.shell, *date.borrow())
    }
}

/// What will follow, and the reason to give.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let decision = seen(Decision::from_word(&visit.path::<String>("decision")?))?;
    let engaged = store::stand(visit.tx, dispositif.id)?.count(State::Engaged);
    let (refused, today) = (form.refused(), visit.now.paris().date());
    let page = Page { shell: visit.shell().at("/programmes"), form, dispositif, decision, engaged, today };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Takes it. Renewed or adapted, next year's is there at once.
pub fn take(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let decision = seen(Decision::from_word(&visit.path::<String>("decision")?))?;
    let (actor, now, mut state) = (visit.actor()?, visit.now, FormState::of(&visit.form));
    let why = field::needed(visit, &mut state, "motif", field::TEXT, "programme-say-why");
    refuse_all_names(visit, dispositif.id, &mut state, &[("motif", why.clone())])?;
    if state.refused() {
        return page(visit, state);
    }
    match store::decide(visit.tx, &*visit.house.chance, &actor, &dispositif, (decision, &why), now)? {
        Ok(next) => {
            let to = match next {
                Some(next) if decision == Decision::Adapt => format!("/programmes/{next}/fiche"),
                Some(next) => format!("/programmes/{next}"),
                None => format!("/programmes/{}/bilan", dispositif.id),
            };
            let shell = visit.shell();
            Ok(Reply::go(to).said(shell.of("programme-said-decision-", decision.word())))
        }
        Err(why) => {
            refuse(&visit.shell(), &mut state, "motif", why);
            page(visit, state)
        }
    }
}
