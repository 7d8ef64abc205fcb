//! The schools of a dispositif, for its pilot.
use super::{back::Back, field, refuse, refuse_names, seen, steered};
use crate::{
    Dispositif, Engagement, Move, Stand, State,
    policy::Steer,
    store::{self, By},
};
use access::{Allowed, Unit};
use askama::Template;
use kernel::UnitId;
use web::{FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/schools.html")]
struct Schools {
    shell: Shell,
    form: FormState,
    dispositif: Allowed<Steer, Dispositif>,
    engagements: Paged<Engagement>,
    stand: Stand,
    found: Vec<(Unit, String)>,
    /// How many of that name there are.
    all_found: usize,
    sought: String,
    /// Whether every box is ticked to begin with.
    ticked: bool,
}

impl Schools {
    /// Those of this page who stand there.
    fn at(&self, state: State) -> Vec<&Engagement> {
        self.engagements.iter().filter(|one| one.state == state).collect()
    }

    /// Whether this page has schools that may be engaged together.
    fn waits(&self) -> bool {
        self.engagements.iter().any(|one| one.state.awaits())
    }
}

/// Every school, where it stands, and a way to engage another.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let engagements = store::engagements(visit.tx, dispositif.id, By::State, visit.pager())?;
    let stand = store::stand_around(visit.tx, dispositif.id, &engagements)?;
    let sought: String = visit.query("cherche").unwrap_or_default().trim().chars().take(field::LINE).collect();
    let (found, all_found) =
        if sought.is_empty() { (vec![], 0) } else { store::schools_to_engage(visit.tx, &dispositif, &sought)? };
    let refused = form.refused();
    let (shell, ticked) = (visit.shell().at("/programmes"), visit.query("cocher").is_some());
    let page = Schools { shell, form, dispositif, engagements, stand, found, all_found, sought, ticked };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Engages a school by its UAI.
pub fn engage(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let mut state = FormState::of(&visit.form);
    let uai = visit.form.text("uai").to_uppercase();
    let school = store::school_by_uai(visit.tx, &dispositif, &uai)?;
    let Some(school) = school else {
        state.refuse("uai", visit.sentence("programme-say-uai"));
        return page(visit, state);
    };
    moved(visit, &dispositif, school.id, Move::Engage, state)
}

/// Engages, once, the schools that are ticked.
pub fn engage_all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let (actor, now) = (visit.actor()?, visit.now);
    let schools: Vec<UnitId> = visit.form.ids("ecole")?;
    let before = store::engage_all(visit.tx, &actor, &dispositif, &schools, now)?;
    if before.is_empty() {
        let mut state = FormState::of(&visit.form);
        state.refuse("lot", visit.sentence("programme-say-ticked"));
        return page(visit, state);
    }
    let before: Vec<_> = before.into_iter().map(|(school, state)| (school, Some(state))).collect();
    let said = visit.shell().say("programme-engaged-all").num("n", before.len()).to_string();
    answered(visit, &dispositif, said, &Back { before, at: now })
}

/// Back to the list, which says what was done and offers to take it back.
fn answered(visit: &Visit<'_, '_>, dispositif: &Dispositif, said: String, back: &Back) -> Result<Reply> {
    let base = format!("/programmes/{}/ecoles", dispositif.id);
    back.offered(visit, Reply::go(&base).said(said), format!("{base}/retour"))
}

/// Takes back the last move: each school stands where it stood.
pub fn undo(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let (actor, back) = (visit.actor()?, Back::of(visit)?);
    let count = store::put_back(visit.tx, &actor, dispositif.id, &back.before, (back.at, visit.now))?;
    let said = visit.shell().say("programme-moved-back").num("n", count).num("of", back.before.len()).to_string();
    Ok(Reply::go(format!("/programmes/{}/ecoles", dispositif.id)).said(said))
}

/// Moves a school that has a place.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let dispositif = steered(visit)?;
    let (school, state) = (visit.id("school")?, FormState::of(&visit.form));
    let deed = seen(Move::from_word(visit.form.text("mouvement")))?;
    seen(store::has_place(visit.tx, dispositif.id, school)?.then_some(()))?;
    moved(visit, &dispositif, school, deed, state)
}

fn moved(
    visit: &mut Visit<'_, '_>,
    dispositif: &Allowed<Steer, Dispositif>,
    school: UnitId,
    deed: Move,
    mut state: FormState,
) -> Result<Reply> {
    let (actor, now, word) = (visit.actor()?, visit.now, field::text(visit, "mot", field::WORD));
    let bus = field::percent(visit, &mut state, "bus");
    refuse_names(visit, school, &mut state, &[("mot", word.clone())])?;
    if state.refused() {
        return page(visit, state);
    }
    let next = |from| State::by_pilot(from, deed);
    let before = store::state(visit.tx, dispositif.id, school)?;
    match store::take(visit.tx, &actor, (dispositif.id, school), next, (bus, &word), now)? {
        Ok(state) => {
            let name = access::store::by_id(visit.tx, school)?.map(|unit| unit.name).unwrap_or_default();
            let said = visit.shell().of("programme-moved-", state.word()).text("name", name).to_string();
            answered(visit, dispositif, said, &Back { before: vec![(school, before)], at: now })
        }
        Err(why) => {
            refuse(&visit.shell(), &mut state, "uai", why);
            page(visit, state)
        }
    }
}
