//! What a list would do, school by school; confirming it, choosing who stays, undoing it.
use crate::{At, State, Told, Turn, policy::Send, store};
use access::Allowed;
use askama::Template;
use directory::{faults, people_import::Kind};
use jiff::civil::Date;
use kernel::{Moment, PersonId, UnitId};
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

/// The kinds of lines, in the order of the page.
const KINDS: &[Kind] = &[
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
    /// Whether it can still be undone.
    undoable: bool,
}

impl Body {
    /// Whether some school would lose more than a tenth.
    fn empties(&self) -> bool {
        self.schools.iter().any(At::empties)
    }
}

impl At {
    /// What is done there, in one line: « 12 arrivent, 3 partent, 2 changent de classe, 1 à vérifier. »
    fn says(&self, shell: &Shell) -> String {
        let parts = KINDS.iter().filter_map(|kind| {
            let count = self.count(*kind);
            let key = format!("rentree-count-{}", kind.word());
            (count > 0).then(|| shell.say(&key).num("n", count).to_string())
        });
        let said: Vec<String> = parts.collect();
        if said.is_empty() { shell.say("rentree-nothing").to_string() } else { said.join(", ") }
    }

    /// That it would lose more than a tenth, in words.
    fn warns(&self, shell: &Shell) -> Option<String> {
        let says = shell.say("rentree-empties").num("n", self.leaving).num("of", self.listed);
        self.empties().then(|| says.to_string())
    }
}

fn found(visit: &mut Visit<'_, '_>) -> Result<Allowed<Send, Turn>> {
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
    let counts = store::counts(visit.tx, turn.id)?;
    schools = schools.map(|mut at| {
        let of = counts.iter().filter(|(school, ..)| *school == at.school.id);
        at.counts = of.map(|(_, kind, count)| (*kind, *count)).collect();
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
    let columns = store::columns(visit.tx, turn.id)?;
    let undoable = turn.state == State::Done && turn.at.plus_days(undo::DAYS) > visit.now;
    let body = Body { form, turn: turn.into_inner(), schools, faults, columns, undoable };
    Ok(Page { shell, body })
}

/// What is wrong beside what is known.
fn fault(visit: &Visit<'_, '_>, line: &Told) -> String {
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
        return Ok(Reply::go(here));
    }
    let mut form = FormState::of(&visit.form);
    let Some(leaves) = day(visit.form.text("part"), visit.now) else {
        form.refuse("part", visit.sentence("rentree-day-wrong"));
        return Reply::refused(&page(visit, turn, form)?);
    };
    if leaves != turn.leaves {
        store::set_leaves(visit.tx, id, leaves)?;
        store::begin(visit.tx, id, State::Reading)?;
        return Ok(Reply::go(here));
    }
    if store::empties(visit.tx, id)? && !visit.form.has("vraiment") {
        form.refuse("vraiment", visit.sentence("rentree-really"));
        return Reply::refused(&page(visit, turn, form)?);
    }
    store::set_confirmed(visit.tx, id, actor.person)?;
    store::begin(visit.tx, id, State::Applying)?;
    let on = (id, Some(turn.unit.id));
    access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, "rentree/confirmed", on, "")?;
    Ok(Reply::go(here))
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
        return Ok(Reply::go(format!("/rentree/{id}")));
    }
    store::begin(visit.tx, id, State::Undoing)?;
    let on = (id, Some(turn.unit.id));
    access::audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, "rentree/undone", on, "")?;
    Ok(Reply::go(format!("/rentree/{id}")))
}

#[derive(Template)]
#[template(path = "rentree/lines.html")]
struct Lines {
    shell: Shell,
    turn: Turn,
    at: At,
    /// The kinds there are, each with how many.
    kinds: Vec<(Kind, i64)>,
    /// The one that is shown; none for what stayed when it was undone.
    kind: Option<Kind>,
    told: Paged<Told>,
    /// Whether one chooses who stays.
    chooses: bool,
}

impl Lines {
    /// Whether this kind is the one that is shown.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "asked by the template")]
    fn shows(&self, kind: &Kind) -> bool {
        self.kind == Some(*kind)
    }

    /// What a line says beside the name.
    fn detail(&self, line: &Told) -> String {
        match (self.kind, line.doubt.as_deref()) {
            (Some(Kind::Check), Some(doubt)) => {
                let key = format!("directory-check-{doubt}");
                self.shell.say(&key).text("other", &line.detail).to_string()
            }
            (Some(Kind::Given), _) => {
                let key = format!("rentree-role-{}", line.detail);
                self.shell.say(&key).to_string()
            }
            (Some(Kind::Corrected), _) if line.detail.is_empty() => self.shell.say("rentree-number").to_string(),
            (Some(Kind::Corrected), _) => self.shell.say("rentree-was").text("was", &line.detail).to_string(),
            _ => line.detail.clone(),
        }
    }
}

/// The lines of one kind at a school.
pub fn lines(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (turn, school): (_, UnitId) = (found(visit)?, visit.id("school")?);
    let mut at = store::school(visit.tx, turn.id, school)?.ok_or(Error::NotFound)?;
    let counts = store::counts(visit.tx, turn.id)?;
    at.counts = counts.iter().filter(|(of, ..)| *of == school).map(|(_, kind, count)| (*kind, *count)).collect();
    let kinds: Vec<(Kind, i64)> =
        KINDS.iter().map(|kind| (*kind, at.count(*kind))).filter(|(_, count)| *count > 0).collect();
    let asked = visit.query("genre").and_then(Kind::from_word);
    let kept = turn.state == State::Undone && asked.is_none();
    let kind = asked.or_else(|| kinds.first().map(|(kind, _)| *kind)).filter(|_| !kept);
    let told = match kind {
        Some(kind) => store::lines(visit.tx, turn.id, school, Some(kind), visit.pager())?,
        None => store::kept(visit.tx, turn.id, school, visit.pager())?,
    };
    let chooses = turn.state == State::Ready && kind.is_some_and(|kind| [Kind::Leaves, Kind::Stays].contains(&kind));
    let shell = visit.shell().at("/rentree");
    Reply::page(&Lines { shell, turn: turn.into_inner(), at, kinds, kind, told, chooses })
}

/// Says of somebody who is no longer listed whether they stay; it is compared anew.
pub fn stay(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (turn, school): (_, UnitId) = (found(visit)?, visit.id("school")?);
    if turn.state != State::Ready {
        return Ok(Reply::go(format!("/rentree/{}", turn.id)));
    }
    let shown: Vec<PersonId> = visit.form.ids("vu")?;
    let staying: Vec<PersonId> = visit.form.ids("reste")?;
    for person in shown {
        if !store::is_line(visit.tx, turn.id, school, person)? {
            return Err(Error::NotFound);
        }
        store::set_staying(visit.tx, turn.id, person, staying.contains(&person))?;
    }
    store::begin(visit.tx, turn.id, State::Reading)?;
    Ok(Reply::go(format!("/rentree/{}", turn.id)))
}
