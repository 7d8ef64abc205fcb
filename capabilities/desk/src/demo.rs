//! The evening of a demonstration: desks, duties open now, a few children already waiting.
mod weeks;

pub use weeks::weeks;

use crate::{
    DeskId, Duty, DutyState, Face, Mode, Names, Outcome, Subject, Tag,
    policy::Help,
    store::{self, Asked},
};
use access::{Actor, Role};
use db::{Result, Tx};
use directory::{
    Person,
    demo::{Demo, Part, Stage},
};
use kernel::{Chance, Id, Moment, UnitId};

/// What was made.
#[derive(Clone, Debug)]
pub struct Evening {
    /// The desk of the home school.
    pub desk: DeskId,
    /// The desk of the other school.
    pub other: DeskId,
}

/// Children who wait, after the two who sign in: what about, in which words, how, and for how many minutes.
const WAITING: [(Subject, &str, Mode, i64); 4] = [
    (Subject::Maths, "Exercice 12 page 87, je ne comprends pas comment réduire les fractions.", Mode::Writing, 12),
    (Subject::French, "Accord du participe passé avec avoir, je ne sais jamais.", Mode::Writing, 9),
    (Subject::Maths, "L’exercice 12 page 87, je bloque à la question b", Mode::Writing, 7),
    (Subject::Languages, "Prétérit ou present perfect dans la phrase 3 ?", Mode::Writing, 4),
];

/// This slice's part of a demonstration: this evening at two schools, and a desk with its past evenings at each.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let (demo, chance, now) = (stage.demo, stage.chance, stage.now);
    let evening = evening(tx, chance, demo, now)?;
    for team in &demo.teams {
        let at = match team.school.id {
            school if school == demo.home.id => evening.desk,
            school if school == demo.other.id => evening.other,
            school => desk(tx, chance, "Bureau d’aide", school, now)?,
        };
        weeks(tx, chance, at, team, now)?;
    }
    Ok(())
}

/// Makes the evening of `demo` at `now`.
pub fn evening(tx: &mut Tx<'_>, chance: &dyn Chance, demo: &Demo, now: Moment) -> Result<Evening> {
    let desk = desk(tx, chance, "Bureau d’aide du collège", demo.home.id, now)?;
    let other = self::desk(tx, chance, "Bureau d’aide", demo.other.id, now)?;
    let subjects =
        [vec![Subject::Maths, Subject::Science], vec![Subject::French, Subject::History], vec![Subject::Languages]];
    for (n, ((teacher, _), subjects)) in demo.teachers.iter().zip(subjects).enumerate() {
        let room = (n == 0).then(|| "https://visio.example.org/salle-des-maths".to_owned());
        let state = if n < 2 { DutyState::Open } else { DutyState::Planned };
        let starts = if n < 2 { now.plus_minutes(-30) } else { now.plus_minutes(30) };
        duty(tx, chance, desk, demo.home.id, teacher, (subjects, room, starts, state), now)?;
    }
    let all = (vec![], None, now.plus_minutes(-30), DutyState::Open);
    duty(tx, chance, other, demo.other.id, &demo.other_teacher, all, now)?;
    for (pupil, (subject, blocks, mode, minutes)) in demo.pupils.iter().skip(2).zip(WAITING) {
        ask(tx, chance, pupil, (desk, demo.home.id), (subject, blocks, mode), now.plus_minutes(-minutes))?;
    }
    if let (Some(pupil), Some((teacher, _))) = (demo.pupils.get(1), demo.teachers.first()) {
        yesterday(tx, chance, pupil, teacher, (desk, demo.home.id), now)?;
    }
    Ok(Evening { desk, other })
}

/// A desk of one school.
pub fn desk(tx: &mut Tx<'_>, chance: &dyn Chance, name: &str, school: UnitId, now: Moment) -> Result<DeskId> {
    let desk = Id::new(now, chance);
    store::add_desk(tx, desk, name, Names::Full, school)?;
    Ok(desk)
}

type Hours = (Vec<Subject>, Option<String>, Moment, DutyState);

fn duty(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    desk: DeskId,
    school: UnitId,
    teacher: &Person,
    hours: Hours,
    now: Moment,
) -> Result<()> {
    let (subjects, room, starts_at, state) = hours;
    let actor = Actor { person: teacher.id, grants: vec![(Role::Teacher, school)], children: vec![], groups: vec![] };
    let Some(allowed) = store::desk_for(tx, &actor, desk)? else { return Ok(()) };
    let ends_at = now.plus_minutes(180);
    let planned = DutyState::Planned;
    let duty = Duty {
        id: Id::new(now, chance),
        desk,
        teacher: teacher.id,
        subjects,
        room,
        starts_at,
        ends_at,
        state: planned,
    };
    store::add_duty(tx, &allowed, &duty)?;
    if state == planned { Ok(()) } else { store::set_state(tx, &duty, state, starts_at) }
}

fn ask(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    pupil: &Person,
    at: (DeskId, UnitId),
    what: (Subject, &str, Mode),
    when: Moment,
) -> Result<crate::TicketId> {
    let (subject, blocks, mode) = what;
    let id = Id::new(when, chance);
    let asked = Asked { id, desk: at.0, school: at.1, subject, blocks: blocks.to_owned(), mode, phone: None };
    let actor = Actor { person: pupil.id, grants: vec![], children: vec![], groups: vec![] };
    let _ = store::ask(tx, &actor, &asked, when)?;
    Ok(id)
}

/// One who was helped the day before, so that a history and a count are there to see.
fn yesterday(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    pupil: &Person,
    teacher: &Person,
    at: (DeskId, UnitId),
    now: Moment,
) -> Result<()> {
    let then = now.plus_days(-1);
    let what = (Subject::Maths, "Je ne sais pas placer 3/4 sur la droite.", Mode::Writing);
    let id = ask(tx, chance, pupil, at, what, then)?;
    let helper = Actor {
        person: teacher.id,
        grants: vec![],
        children: vec![],
        groups: vec![(at.0.cast(), access::Part::Teacher)],
    };
    let Some(ticket) = store::find::<Help>(tx, &helper, id)? else { return Ok(()) };
    let _ = store::claim(tx, &helper, &ticket, None, then.plus_minutes(6))?;
    store::say(
        tx,
        &ticket,
        &helper,
        Id::new(then, chance),
        "Combien de parts en tout ? Combien de parts prises ?",
        then.plus_minutes(7),
    )?;
    let _ = store::end(tx, &ticket, Outcome::Understood, Some(Tag::Method), then.plus_minutes(14))?;
    store::face(tx, &ticket, Face::Good)
}
