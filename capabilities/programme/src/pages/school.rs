//! A school in a dispositif: where it stands, its protocol, its figures, its remarks.
use super::{back::Back, field, looked_at, may, number, refuse, refuse_names, school_address, seat, seen};
use crate::{
    Dispositif, Figure, Move, Numbers, Publication, Remark, RemarkId, Seat, Stage, State, Template, Version,
    policy::{Answer, Attend, Draft},
    store,
};
use kernel::PersonId;
use web::{FormState, Paged, Reply, Result, Shell, Visit, Way};

#[derive(askama::Template)]
#[template(path = "programme/school.html")]
struct School {
    shell: Shell,
    form: FormState,
    seat: Seat,
    dispositif: Dispositif,
    /// The pages that the team works with, while the school takes part.
    tools: Vec<Way>,
    versions: Vec<Version>,
    headline: Vec<Figure>,
    numbers: Numbers,
    remarks: Paged<(RemarkId, Remark)>,
    publications: Paged<Publication>,
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

    fn figure(&self, figure: &Figure) -> String {
        number::long(&self.shell, figure, &self.numbers)
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
    let dispositif = looked_at(visit)?.dispositif;
    let template = Template::of(&visit.house.slices, &dispositif.template);
    let headline = template.headline(&template.chapters(&visit.house.slices));
    let numbers = store::numbers(visit.tx, id, school)?;
    let remarks = store::remarks(visit.tx, id, Some(school), visit.pager_of("remarques"))?;
    let publications = store::proposals(visit.tx, id, Some(school), visit.pager_of("experiences"))?;
    let (drafts, answers, me) = (may::<Draft>(visit, &seat)?, may::<Answer>(visit, &seat)?, visit.actor()?.person);
    let here = drafts && seat.engaged() && dispositif.runs(visit.now.paris().date());
    let tools = if here { tools(visit, template) } else { vec![] };
    let refused = form.refused();
    let form = match seat.bus {
        Some(bus) if !refused => form.with("bus", bus),
        _ => form,
    };
    let page = School {
        shell: visit.shell().at("/programmes"),
        form,
        seat,
        dispositif,
        tools,
        versions,
        headline,
        numbers,
        remarks,
        publications,
        drafts,
        answers,
        me,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The tools of a template, as this person has them.
fn tools(visit: &Visit<'_, '_>, template: &Template) -> Vec<Way> {
    let all = || visit.house.slices.iter().flat_map(|slice| slice.menu);
    let open = |key: &&str| all().find(|way| way.key == *key && way.door.open(visit.who.as_deref()).is_ok());
    template.tools.iter().filter_map(open).copied().collect()
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
        Ok(state) => {
            let (shell, here) = (visit.shell(), school_address(seat.dispositif, seat.school.id));
            let back = Back { before: vec![(seat.school.id, seat.state)], at: now };
            let said = Reply::go(&here).said(shell.of("programme-said-head-", state.word()));
            back.offered(visit, said, format!("{here}/retour"))
        }
        Err(why) => {
            refuse(&visit.shell(), &mut state, "mot", why);
            page(visit, state)
        }
    }
}

/// The head takes the last answer back.
pub fn undo(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Answer>(visit)?;
    let (actor, back) = (visit.actor()?, Back::of(visit)?.only(seat.school.id));
    let count = store::put_back(visit.tx, &actor, seat.dispositif, &back.before, (back.at, visit.now))?;
    let said = visit.shell().say("programme-moved-back").num("n", count).num("of", 1).to_string();
    Ok(Reply::go(school_address(seat.dispositif, seat.school.id)).said(said))
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
    let here = school_address(seat.dispositif, seat.school.id);
    let said = visit.sentence("programme-said-remark");
    Ok(Reply::go(&here).said(said).undo(format!("{here}/remarques/{id}"), &[]))
}

/// They take it back.
pub fn drop_remark(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Draft>(visit)?;
    let (actor, id) = (visit.actor()?, visit.id("remark")?);
    store::drop_remark(visit.tx, &actor, &seat, id)?;
    let said = visit.sentence("programme-said-remark-dropped");
    Ok(Reply::go(school_address(seat.dispositif, seat.school.id)).said(said))
}
