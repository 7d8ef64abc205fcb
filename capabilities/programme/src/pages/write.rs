//! The pilot's pen: the sheet and the partners.
use super::{field, refuse_all_names, seen, steered};
use crate::{Dispositif, Heading, Partner, policy::Steer, store};
use access::Allowed;
use askama::Template;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/write.html")]
struct Write {
    shell: Shell,
    form: FormState,
    dispositif: Allowed<Steer, Dispositif>,
}

/// The sheet, to write in.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let mut form = FormState::new()
        .with("nom", &dispositif.name)
        .with("debut", dispositif.starts_on)
        .with("fin", dispositif.ends_on)
        .with("bilan", dispositif.bilan_due);
    for (heading, text) in store::sheet(visit.tx, dispositif.id)? {
        form = form.with(heading.word(), text);
    }
    Reply::page(&Write { shell: visit.shell().at("/programmes"), form, dispositif })
}

/// Writes it.
pub fn save(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let mut state = FormState::of(&visit.form);
    let to = store::Change {
        name: field::needed(visit, &mut state, "nom", field::LINE, "programme-say-name"),
        starts_on: field::day(visit, &mut state, "debut"),
        ends_on: field::day(visit, &mut state, "fin"),
        bilan_due: field::day(visit, &mut state, "bilan"),
    };
    if !state.refused() && to.ends_on <= to.starts_on {
        state.refuse("fin", visit.sentence("programme-say-after"));
    }
    let texts: Vec<_> =
        Heading::ALL.iter().map(|heading| (*heading, field::text(visit, heading.word(), field::TEXT))).collect();
    let fields: Vec<_> = texts.iter().map(|(heading, text)| (heading.word(), text.clone())).collect();
    refuse_all_names(visit, dispositif.id, &mut state, &fields)?;
    if state.refused() {
        return Reply::refused(&Write { shell: visit.shell().at("/programmes"), form: state, dispositif });
    }
    store::change(visit.tx, &dispositif, &to)?;
    store::set_sheet(visit.tx, &dispositif, &texts)?;
    Ok(Reply::go(format!("/programmes/{}", dispositif.id)).said(visit.sentence("programme-said-sheet")))
}

#[derive(Template)]
#[template(path = "programme/partners.html")]
struct PartnerPage {
    shell: Shell,
    form: FormState,
    dispositif: Allowed<Steer, Dispositif>,
    partners: Vec<Partner>,
}

/// The partners.
pub fn partners(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    partners_page(visit, FormState::new())
}

fn partners_page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let partners = store::partners(visit.tx, dispositif.id)?;
    let refused = form.refused();
    let page = PartnerPage { shell: visit.shell().at("/programmes"), form, dispositif, partners };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Adds one.
pub fn add_partner(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let mut state = FormState::of(&visit.form);
    let name = field::needed(visit, &mut state, "nom", field::LINE, "programme-say-partner");
    if state.refused() {
        return partners_page(visit, state);
    }
    let (id, role) = (visit.new_id(), field::text(visit, "role", field::WORD));
    store::add_partner(visit.tx, &dispositif, id, &name, &role)?;
    let here = format!("/programmes/{}/partenaires", dispositif.id);
    let said = visit.shell().say("programme-said-partner").text("name", name).to_string();
    Ok(Reply::go(&here).said(said).undo(format!("{here}/{id}"), &[("retirer", "oui")]))
}

/// Changes one, or takes it out.
pub fn change_partner(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (dispositif, id) = (steered(visit)?, visit.id("partner")?);
    let known = seen(store::partners(visit.tx, dispositif.id)?.into_iter().find(|one| one.id == id))?;
    let here = format!("/programmes/{}/partenaires", dispositif.id);
    if visit.form.has("retirer") {
        store::drop_partner(visit.tx, &dispositif, id)?;
        let said = visit.shell().say("programme-said-partner-dropped").text("name", &known.name).to_string();
        return Ok(Reply::go(&here).said(said).undo(&here, &[("nom", &known.name), ("role", &known.role)]));
    }
    let (name, role) = (field::text(visit, "nom", field::LINE), field::text(visit, "role", field::WORD));
    if name.is_empty() {
        let mut state = FormState::new();
        state.refuse(&format!("nom-{id}"), visit.sentence("programme-say-partner"));
        return partners_page(visit, state);
    }
    store::change_partner(visit.tx, &dispositif, id, &name, &role)?;
    let said = visit.shell().say("programme-said-partner-changed").text("name", name).to_string();
    Ok(Reply::go(&here).said(said).undo(format!("{here}/{id}"), &[("nom", &known.name), ("role", &known.role)]))
}
