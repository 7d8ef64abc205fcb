//! Experience reports and resources: proposed, published, read by anybody.
use super::{field, refuse_names, school_address, seat, seen, steered};
use crate::{
    Dispositif, Kind, Publication, Seat,
    policy::{Draft, Steer},
    store::{self, Proposed},
};
use access::Allowed;
use askama::Template;
use web::{FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/experience_new.html")]
struct New {
    shell: Shell,
    form: FormState,
    seat: Allowed<Draft, Seat>,
}

/// The form.
pub fn new(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Draft>(visit)?;
    let form = FormState::new().with("nature", Kind::Report.word());
    Reply::page(&New { shell: visit.shell().at("/programmes"), form, seat })
}

/// Proposes it, once nobody of the school is named in it.
pub fn propose(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Draft>(visit)?;
    let (actor, now, mut state) = (visit.actor()?, visit.now, FormState::of(&visit.form));
    let what = Proposed {
        id: visit.new_id(),
        kind: Kind::from_word(visit.form.text("nature")).unwrap_or(Kind::Report),
        title: field::needed(visit, &mut state, "titre", field::LINE, "programme-say-title"),
        text: field::needed(visit, &mut state, "texte", field::TEXT, "programme-say-text"),
        link: field::text(visit, "lien", 300),
    };
    if !what.link.is_empty() && !web::is_link(&what.link) {
        state.refuse("lien", visit.sentence("programme-say-link"));
    }
    let texts = [("titre", what.title.clone()), ("texte", what.text.clone()), ("lien", what.link.clone())];
    refuse_names(visit, seat.school.id, &mut state, &texts)?;
    if state.refused() {
        return Reply::refused(&New { shell: visit.shell().at("/programmes"), form: state, seat });
    }
    store::propose(visit.tx, &actor, &seat, &what, now)?;
    let said = visit.sentence("programme-said-proposed");
    Ok(Reply::go(school_address(seat.dispositif, seat.school.id)).said(said))
}

#[derive(Template)]
#[template(path = "programme/proposals.html")]
struct Proposals {
    shell: Shell,
    form: FormState,
    dispositif: Allowed<Steer, Dispositif>,
    all: Paged<Publication>,
}

/// What the teams propose, for the pilot.
pub fn proposals(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    proposals_page(visit, FormState::new())
}

fn proposals_page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let all = store::proposals(visit.tx, dispositif.id, None, visit.pager())?;
    let refused = form.refused();
    let page = Proposals { shell: visit.shell().at("/programmes"), form, dispositif, all };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Publishes one, once its school has been asked again whether it names somebody (people come during the year); or takes it
/// back from the public pages.
pub fn publish(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let (id, now) = (visit.id("experience")?, visit.now);
    let here = format!("/programmes/{}/experiences", dispositif.id);
    if visit.form.has("retirer") {
        store::withdraw(visit.tx, &dispositif, id)?;
        let said = visit.sentence("programme-said-withdrawn");
        return Ok(Reply::go(&here).said(said).undo(format!("{here}/{id}"), &[]));
    }
    let one = seen(store::proposal(visit.tx, &dispositif, id)?)?;
    let (mut state, anchor) = (FormState::new(), format!("e-{id}"));
    let texts = [(&*anchor, [one.title, one.text, one.link].join("\n"))];
    refuse_names(visit, one.unit, &mut state, &texts)?;
    if state.refused() {
        return proposals_page(visit, state);
    }
    store::publish_experience(visit.tx, &dispositif, id, now)?;
    let said = visit.sentence("programme-said-experience");
    Ok(Reply::go(&here).said(said).undo(format!("{here}/{id}"), &[("retirer", "oui")]))
}

#[derive(Template)]
#[template(path = "programme/experiences.html")]
struct Shown {
    shell: Shell,
    all: Paged<Publication>,
}

/// What is published, for anybody.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let all = store::experiences(visit.tx, visit.pager())?;
    Reply::page(&Shown { shell: visit.shell(), all })
}

#[derive(Template)]
#[template(path = "programme/experience.html")]
struct One {
    shell: Shell,
    one: Publication,
}

/// One of them.
pub fn one(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let id = visit.id("experience")?;
    let one = seen(store::experience(visit.tx, id)?)?;
    Reply::page(&One { shell: visit.shell(), one })
}
