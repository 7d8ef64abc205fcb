//! What a list would do, school by school; confirming it, throwing it away, undoing it.
use crate::{At, State, Told, Turn, policy::Send, store};
use access::{Allowed, UnitKind};
use askama::Template;
use directory::{faults, people_import::Kind, policy::STAFF};
use jiff::civil::Date;
use kernel::Moment;
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

/// The kinds of lines, in the order of the page.
pub(super) const KINDS: &[Kind] = &[
    Kind::Arrives,
    Kind::Moves,
    Kind::Leaves,
    Kind::Stays,
    Kind::Given,
    Kind::Tied,
    Kind::Untied,
    Kind::Corrected,
    Kind::Opens,
    Kind::Closes,
    Kind::Gathers,
    Kind::Regroups,
    Kind::Disbands,
    Kind::Check,
];

#[derive(Template)]
#[template(path = "rentree/turn.html")]
struct Page {
    shell: Shell,
    body: Body,
}

/// What goes on while it is read.
#[derive(Template)]
#[template(path = "rentree/turn_part.html")]
struct Part {
    shell: Shell,
    body: Body,
}

struct Body {
    form: FormState,
    turn: Turn,
    schools: Paged<At>,
    faults: Vec<String>,
    /// How the columns of the file were understood.
    columns: Vec<(String, String)>,
    /// Who sent it.
    by: String,
    /// How many people leave, at all its schools.
    leaving: i64,
    /// Whether some school would lose more than a tenth.
    empties: bool,
    /// Whether it can still be undone.
    undoable: bool,
    /// Whether it can be thrown away.
    droppable: bool,
    /// Where the cards of who came are made.
    cards: Option<String>,
}

impl At {
    /// What is done there, in one line: « 12 arrivent, 3 partent, 2 changent de classe, 1 à vérifier. »
    fn says(&self, shell: &Shell) -> String {
        let parts = KINDS.iter().filter(|kind| **kind != Kind::Opens).filter_map(|kind| {
            let count = self.count(*kind);
            let key = format!("rentree-count-{}", kind.word());
            (count > 0).then(|| shell.say(&key).num("n", count).to_string())
        });
        let said: Vec<String> = parts.collect();
        let nothing = said.is_empty() && self.opened.is_empty();
        if nothing { shell.say("rentree-nothing").to_string() } else { said.join(", ") }
    }

    /// The classes it opens, by name: « 2 classes s’ouvrent : 6e A, 9e Z ».
    fn opens(&self, shell: &Shell) -> Option<String> {
        let says = shell.say("rentree-opens").num("n", self.opened.len()).text("names", self.opened.join(", "));
        (!self.opened.is_empty()).then(|| says.to_string())
    }

    /// That it would lose more than a tenth, in words.
    fn warns(&self, shell: &Shell) -> Option<String> {
        let says = shell.say("rentree-empties").num("n", self.leaving).num("of", self.listed);
        self.empties().then(|| says.to_string())
    }
}

pub(super) fn found(visit: &mut Visit<'_, '_>) -> Result<Allowed<Send, Turn>> {
    let (actor, id) = (visit.actor()?, visit.id("turn")?);
    store::find(visit.tx, &actor, id)?.ok_or(Error::NotFound)
}

/// What rings when it goes on.
pub fn topics(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    Ok(vec![store::topic(found(visit)?.id)])
}

/// The turn.
pub fn one(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let turn = found(visit)?;
    let day = turn.leaves.paris().date();
    let Page { shell, body } = page(visit, turn, FormState::new().with("part", day))?;
    if visit.ask.part {
        return Reply::page(&Part { shell, body });
    }
    Reply::page(&Page { shell, body })
}

fn page(visit: &mut Visit<'_, '_>, turn: Allowed<Send, Turn>, form: FormState) -> Result<Page> {
    let mut schools = store::schools(visit.tx, turn.id, visit.pager())?;
    let shown: Vec<_> = schools.iter().map(|at| at.school.id).collect();
    let counts = store::counts(visit.tx, turn.id, &shown)?;
    let store::Said { opened, columns } = store::said(visit.tx, turn.id, &shown)?;
    schools = schools.map(|mut at| {
        let of = counts.iter().filter(|(school, ..)| *school == at.school.id);
        at.counts = of.map(|(_, kind, count)| (*kind, *count)).collect();
        let classes = opened.iter().filter(|(school, _)| *school == at.school.id);
        at.opened = classes.map(|(_, name)| name.clone()).collect();
        at
    });
    let faults = match turn.state {
        State::Faulty => {
            let lines = store::lines(visit.tx, turn.id, turn.unit.id, None, visit.pager_of("fautes"))?;
            lines.iter().map(|line| fault(visit, line)).collect()
        }
        _ => vec![],
    };
    let shell = visit.shell().at("/rentree");
    let shell = if turn.state.goes_on() {
        shell.with_bell(format!("/rentree/{}/flux", turn.id)).with_refresh(3)
    } else {
        shell
    };
    let by = directory::store::names(visit.tx, &[turn.by])?.remove(&turn.by);
    let by = by.map(|(given, family)| format!("{given} {family}")).unwrap_or_default();
    let undoable = turn.state == State::Done && turn.at.plus_days(undo::DAYS) > visit.now;
    let fates = store::fates(visit.tx, turn.id)?;
    let droppable = turn.state.waits() && !fates.begun;
    let arrived = turn.state == State::Done && fates.arrived;
    let cards = arrived.then(|| where_cards(visit, &turn)).transpose()?;
    let turn = turn.into_inner();
    let body = Body {
        form,
        turn,
        schools,
        faults,
        columns,
        by,
        leaving: fates.leaving,
        empties: fates.empties,
        undoable,
        droppable,
        cards,
    };
    Ok(Page { shell, body })
}

/// Where this person makes the cards of who came: with the classes of one's school; of another, its page leads on.
fn where_cards(visit: &Visit<'_, '_>, turn: &Turn) -> Result<String> {
    Ok(match turn.unit.kind {
        _ if visit.actor()?.holds(STAFF) => "/ecole".to_owned(),
        UnitKind::Etablissement => format!("/etablissements/{}", turn.unit.id),
        _ => "/etablissements".to_owned(),
    })
}

/// What is wrong beside what is known.
pub(super) fn fault(visit: &Visit<'_, '_>, line: &Told) -> String {
    let place = (line.row.unwrap_or(0), line.column.as_deref().unwrap_or("-"));
    let (key, known) = (line.doubt.as_deref().unwrap_or_default(), line.detail.as_str());
    faults::say_kept(&visit.house.words, visit.lang(), place, (key, &line.said, known))
}

/// Confirms it as it was shown, or has it compared anew for another day.
pub fn decide(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (turn, actor) = (found(visit)?, visit.actor()?);
    let id = turn.id;
    let here = format!("/rentree/{id}");
    if turn.state != State::Ready {
        return Ok(Reply::go(here).said(visit.sentence("rentree-said-past")));
    }
    let mut form = FormState::of(&visit.form);
    // No day is asked where nobody leaves.
    let asked = if visit.form.has("part") { day(visit.form.text("part"), visit.now) } else { Some(turn.leaves) };
    let Some(leaves) = asked else {
        form.refuse("part", visit.sentence("rentree-day-wrong"));
        return Reply::refused(&page(visit, turn, form)?);
    };
    if leaves != turn.leaves {
        store::set_leaves(visit.tx, id, leaves)?;
        store::begin(visit.tx, id, State::Reading)?;
        return Ok(Reply::go(here).said(visit.sentence("rentree-said-day")));
    }
    if store::fates(visit.tx, id)?.empties && !visit.form.has("vraiment") {
        form.refuse("vraiment", visit.sentence("rentree-really"));
        return Reply::refused(&page(visit, turn, form)?);
    }
    store::set_confirmed(visit.tx, id, actor.person)?;
    store::begin(visit.tx, id, State::Applying)?;
    let on = (id, Some(turn.unit.id));
    access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, "rentree/confirmed", on, "")?;
    Ok(Reply::go(here).said(visit.sentence("rentree-said-confirmed")))
}

/// How far from today a day may be on which somebody left or leaves.
const FAR: i32 = 120;

/// The instant at which a day begins, if somebody may leave then.
fn day(typed: &str, now: Moment) -> Option<Moment> {
    let (day, today): (Date, Date) = (typed.parse().ok()?, now.paris().date());
    let near = day.since(today).is_ok_and(|span| span.get_days().abs() <= FAR);
    near.then(|| Moment::at_paris(day, 0, 0))
}

/// Takes it back: what it changed is as it was, but for what changed since.
pub fn take_back(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (turn, actor) = (found(visit)?, visit.actor()?);
    let id = turn.id;
    let late = turn.at.plus_days(undo::DAYS) <= visit.now;
    if turn.state != State::Done || late || !visit.form.has("oui") {
        return Ok(Reply::go(format!("/rentree/{id}")).said(visit.sentence("rentree-said-past")));
    }
    store::begin(visit.tx, id, State::Undoing)?;
    let on = (id, Some(turn.unit.id));
    access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, "rentree/undone", on, "")?;
    Ok(Reply::go(format!("/rentree/{id}")).said(visit.sentence("rentree-said-undoing")))
}

/// Throws away a list of which nothing was applied: its rows, and its file with them.
pub fn drop(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let turn = found(visit)?;
    if !turn.state.waits() || store::fates(visit.tx, turn.id)?.begun || !visit.form.has("oui") {
        return Ok(Reply::go(format!("/rentree/{}", turn.id)).said(visit.sentence("rentree-said-past")));
    }
    store::forget(visit.tx, turn.id)?;
    Ok(Reply::go("/rentree").said(visit.sentence("rentree-dropped")))
}
