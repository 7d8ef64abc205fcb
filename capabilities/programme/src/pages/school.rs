//! A school in a dispositif: where it stands, its protocol, its figures, its remarks.
use super::{field, may, refusal, refuse_names, school_address, seat, seen};
use crate::{
    Measure, Move, Publication, Remark, RemarkId, Seat, Stage, State, Version,
    policy::{Answer, Attend, Draft},
    store,
};
use askama::Template;
use kernel::PersonId;
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "programme/school.html")]
struct School {
    shell: Shell,
    form: FormState,
    seat: Seat,
    versions: Vec<Version>,
    measures: Vec<Measure>,
    remarks: Vec<(RemarkId, Remark)>,
    publications: Vec<Publication>,
    drafts: bool,
    answers: bool,
    me: PersonId,
}

impl School {
    /// The version at this stage.
    fn at(&self, stage: Stage) -> Option<&Version> {
        self.versions.iter().find(|version| version.stage == stage)
    }

    /// What the head may do now.
    fn moves(&self) -> Vec<Move> {
        if !self.answers {
            return vec![];
        }
        Move::ALL.iter().copied().filter(|deed| State::by_head(self.seat.state, *deed).is_some()).collect()
    }

    /// Whether the head is asked to take part, for the first time or again.
    fn invited(&self) -> bool {
        self.moves().contains(&Move::Apply)
    }

    fn figure(&self, measure: &Measure) -> String {
        super::figure(&self.shell, measure.figure())
    }

    /// The day it came into force, or was approved.
    fn day(&self, version: &Version) -> String {
        version.published_at.or(version.approved_at).map(|at| self.shell.date(at)).unwrap_or_default()
    }
}

/// The page of a school.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

pub(super) fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let seat = seat::<Attend>(visit)?.into_inner();
    let (id, school) = (seat.dispositif, seat.school.id);
    let versions = store::versions(visit.tx, id, school)?;
    let measures = store::measures_of(visit.tx, id, school)?;
    let remarks = store::remarks(visit.tx, id, Some(school))?;
    let publications = store::proposals(visit.tx, id, Some(school))?;
    let (drafts, answers, me) = (may::<Draft>(visit, &seat)?, may::<Answer>(visit, &seat)?, visit.actor()?.person);
    let refused = form.refused();
    let form = match seat.bus {
        Some(bus) if !refused => form.with("bus", bus),
        _ => form,
    };
    let page = School {
        shell: visit.shell().at("/programmes"),
        form,
        seat,
        versions,
        measures,
        remarks,
        publications,
        drafts,
        answers,
        me,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The head answers: asks to take part, goes on, declines, leaves.
pub fn answer(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Answer>(visit)?;
    let (actor, now, mut state) = (visit.actor()?, visit.now, FormState::of(&visit.form));
    let deed = seen(Move::from_word(visit.form.text("mouvement")))?;
    let word = field::text(visit, "mot", field::WORD);
    let bus = field::percent(visit, &mut state, "bus");
    if deed == Move::Apply && bus.is_none() && state.problem("bus").is_none() {
        state.refuse("bus", visit.sentence("programme-say-percent"));
    }
    refuse_names(visit, seat.school.id, &mut state, &[("mot", word.clone())])?;
    if state.refused() {
        return page(visit, state);
    }
    let next = |from| State::by_head(from, deed);
    match store::take(visit.tx, &actor, (seat.dispositif, seat.school.id), next, (bus, &word), now)? {
        Ok(_) => Ok(Reply::go(school_address(seat.dispositif, seat.school.id))),
        Err(why) => {
            state.refuse("mot", refusal(&visit.shell(), why));
            page(visit, state)
        }
    }
}

/// Somebody of the team remarks something for the bilan.
pub fn remark(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Draft>(visit)?;
    let (actor, now, mut state) = (visit.actor()?, visit.now, FormState::of(&visit.form));
    let text = field::needed(visit, &mut state, "remarque", field::TEXT, "programme-say-remark");
    refuse_names(visit, seat.school.id, &mut state, &[("remarque", text.clone())])?;
    if state.refused() {
        return page(visit, state);
    }
    let id = visit.new_id();
    store::add_remark(visit.tx, &actor, &seat, id, &text, now)?;
    Ok(Reply::go(school_address(seat.dispositif, seat.school.id)))
}

/// They take it back.
pub fn drop_remark(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Draft>(visit)?;
    let (actor, id) = (visit.actor()?, visit.id("remark")?);
    store::drop_remark(visit.tx, &actor, &seat, id)?;
    Ok(Reply::go(school_address(seat.dispositif, seat.school.id)))
}
