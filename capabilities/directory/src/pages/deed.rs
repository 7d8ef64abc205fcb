//! What is done to a school and its classes: kept so that it can be taken back, told to the trail, answered in a sentence.
use super::place::found;
use crate::{
    policy::{Found, Order},
    store,
};
use access::Unit;
use kernel::{Id, UnitId};
use undo::{DeedId, Kept};
use web::{Error, Reply, Result, Visit};

/// How many of the last deeds are offered to be taken back.
const LAST: i64 = 20;

/// The deed that is kept, to be taken back.
pub(super) fn deed(
    visit: &Visit<'_, '_>,
    school: UnitId,
    thing: UnitId,
    kind: &'static str,
) -> Result<undo::Deed<'static>> {
    let by = Some(visit.actor()?.person);
    Ok(undo::Deed { id: visit.new_id(), at: visit.now, by, kind, thing: thing.cast(), unit: Some(school) })
}

/// Tells the trail what was done to a unit, and where.
pub(super) fn record(visit: &mut Visit<'_, '_>, unit: &Unit, deed: &str, said: &str) -> Result<()> {
    record_in(visit, unit.id, unit.id, deed, said)
}

/// The same of a class of a school.
pub(super) fn record_in(
    visit: &mut Visit<'_, '_>,
    school: UnitId,
    thing: UnitId,
    deed: &str,
    said: &str,
) -> Result<()> {
    let (chance, by) = (&*visit.house.chance, visit.actor()?.person);
    Ok(access::audit::record_at(visit.tx, chance, visit.now, by, deed, (thing, Some(school)), said)?)
}

/// Schools are found as they are from now on, and whoever is there.
pub(super) fn found_anew(visit: &mut Visit<'_, '_>) -> Result<()> {
    for kind in ["school", "group", "pupil", "adult"] {
        jobs::queue(visit.tx, &*visit.house.chance, visit.now, search::JOB, kind, kind, visit.now)?;
    }
    Ok(())
}

/// Back to the school, where it is said what was done to what, with the deed by which that is taken back.
pub(super) fn done(
    visit: &mut Visit<'_, '_>,
    school: UnitId,
    word: &str,
    (of, deed): (UnitId, Option<DeedId>),
) -> Result<Reply> {
    let name = access::store::by_id(visit.tx, of)?.map(|unit| unit.name).unwrap_or_default();
    let said = visit.shell().of("directory-place-done-", word).text("name", name).to_string();
    let (here, reply) =
        (format!("/etablissements/{school}"), Reply::go(format!("/etablissements/{school}")).said(said));
    Ok(match deed {
        Some(deed) => reply.undo(format!("{here}/annulation"), &[("deed", &deed.to_string())]),
        None => reply,
    })
}

/// What can be taken back at a school, each with what it was done to.
pub(super) struct Lately(pub(super) Vec<(Kept, String)>);

impl Lately {
    /// Of this school, for whoever `founds` schools or only puts its classes in order.
    pub(super) fn of(visit: &mut Visit<'_, '_>, school: &Unit, founds: bool) -> Result<Self> {
        let deeds = undo::deeds_at(visit.tx, school.id, visit.now.plus_days(-undo::DAYS), LAST)?;
        let mut things: Vec<UnitId> = deeds.iter().map(|deed| deed.thing.cast()).collect();
        things.push(school.id);
        let names = store::names_at(visit.tx, school.id, &things, school.id)?;
        let offered = |deed: &Kept| {
            // What the académie did to the school itself is the académie's to take back; lists and people have pages of their own;
            // and a closed school has its button to open again, which takes the closing back.
            let own = founds || deed.kind.starts_with("class/");
            let closing = school.closed && deed.kind == CLOSED && deed.thing == school.id.cast();
            own && is_of_places(&deed.kind) && deed.can_be_undone(visit.now) && !closing
        };
        let name = |id: UnitId| names.get(&id).cloned().unwrap_or_default();
        let named = |deed: Kept| {
            let name = name(deed.thing.cast());
            (deed, name)
        };
        Ok(Self(deeds.into_iter().filter(offered).map(named).collect()))
    }
}

/// Whether a kind of deed is done here, to a school or a class.
fn is_of_places(kind: &str) -> bool {
    kind.starts_with("school/") || kind.starts_with("class/")
}

/// The kind of the deed that closes a school.
pub(super) const CLOSED: &str = "school/closed";

/// The deed by which a unit was closed, while it can be taken back.
pub(super) fn closing(visit: &mut Visit<'_, '_>, unit: UnitId, kind: &str) -> Result<Option<Kept>> {
    let deeds = undo::deeds(visit.tx, unit, visit.now.plus_days(-undo::DAYS), LAST)?;
    Ok(deeds.into_iter().find(|deed| deed.kind == kind && deed.can_be_undone(visit.now)))
}

/// How a closed school opens again.
pub(super) enum Opened {
    /// All that its closing ended is back.
    Whole,
    /// The same, but for what changed since.
    Partly,
    /// The school alone: it closed too long ago.
    Alone,
}

impl Opened {
    /// The word of its answer.
    pub(super) const fn word(&self) -> &'static str {
        match self {
            Self::Whole => "ouvert",
            Self::Partly => "ouvert-reste",
            Self::Alone => "ouvert-seul",
        }
    }
}

/// Opens a school again: what its closing ended comes back while that can be taken back; later, the school alone opens.
pub(super) fn reopen(visit: &mut Visit<'_, '_>, school: UnitId) -> Result<(Opened, Option<DeedId>)> {
    let by = Some(visit.actor()?.person);
    let mut opened = Opened::Alone;
    if let Some(closing) = closing(visit, school, CLOSED)? {
        let undone = undo::undo(visit.tx, closing.id, (by, visit.now), &[])?;
        opened = if undone.stayed == 0 { Opened::Whole } else { Opened::Partly };
    }
    let still = access::store::by_id(visit.tx, school)?.is_some_and(|unit| unit.closed);
    if !still {
        return Ok((opened, None));
    }
    let kept = deed(visit, school, school, "school/opened")?;
    store::set_open(visit.tx, &kept, school, true, visit.now)?;
    Ok((opened, Some(kept.id)))
}

/// Takes back what was done lately to the school or to a class of it.
pub fn take_back(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (school, actor) = (found::<Order>(visit)?.into_inner().unit, visit.actor()?);
    let id: DeedId = visit.form.text("deed").parse()?;
    let known = undo::deed(visit.tx, id)?.filter(|deed| deed.unit == Some(school.id)).ok_or(Error::NotFound)?;
    let founds = store::find_establishment::<Found>(visit.tx, &actor, school.id)?.is_some();
    if !(is_of_places(&known.kind) && (founds || known.kind.starts_with("class/"))) {
        return Err(Error::NotFound);
    }
    let thing: Id<()> = known.thing;
    if !known.can_be_undone(visit.now) {
        return done(visit, school.id, "reste", (thing.cast(), None));
    }
    let undone = undo::undo(visit.tx, id, (Some(actor.person), visit.now), &[])?;
    // Two that were one stand each under their own again.
    access::store::redraw(visit.tx, thing.cast())?;
    access::store::redraw(visit.tx, school.id)?;
    store::group_changed(visit.tx, thing.cast(), visit.now)?;
    if known.kind.starts_with("school/") {
        found_anew(visit)?;
    }
    record_in(visit, school.id, thing.cast(), "school/undone", &known.kind)?;
    let word = if undone.stayed == 0 { "annule" } else { "reste" };
    done(visit, school.id, word, (thing.cast(), None))
}
