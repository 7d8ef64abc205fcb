//! The weeks of a demonstration: slots since September, meetings held with their presences, this week and the next.
use crate::{
    AHEAD, Kind, Mark, Meeting, Place, Rhythm, Seat, Slot, State, What, at,
    store::{self, batch::Batch},
};
use calendar::{Calendar, SchoolYear};
use db::{Result, Tx};
use directory::demo::{Part, Stage};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use programme::DispositifId;
use web::given;

/// A slot of every school.
#[derive(Clone, Copy, Debug)]
pub struct Model {
    /// What kind of meeting.
    pub kind: Kind,
    /// Its title.
    pub title: &'static str,
    /// Where, and which one.
    pub place: (Place, &'static str),
    /// On which day.
    pub weekday: Weekday,
    /// From when to when, in minutes of the day.
    pub hours: (i64, i64),
    /// In which weeks.
    pub rhythm: Rhythm,
    /// How many places.
    pub places: i64,
    /// The place of its teacher in the list of the team; nobody yet.
    pub teacher: Option<usize>,
    /// How many pupils come every time.
    pub regulars: usize,
}

/// The slots of a programme's schools in a demonstration, given by the programme (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    /// The key of its template.
    pub template: &'static str,
    /// The slots.
    pub models: &'static [Model],
}

/// How many weeks of meetings are behind.
const WEEKS: i64 = 8;

/// This slice's part of a demonstration: in every school, the slots of each programme that runs there.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    for team in &stage.demo.teams {
        let (school, people) = (team.school.id, stage.people(team));
        for running in programme::store::running(tx, school, stage.now)? {
            let of_template = |slots: &&'static Slots| slots.template == running.template;
            let Some(slots) = given::<Slots>(stage.slices).find(of_template) else { continue };
            let (at, cast) = ((school, Some(running.id)), (&people.teachers[..], &people.pupils[..]));
            weeks(tx, stage.chance, at, slots.models, cast, WEEKS, stage.now)?;
        }
        buses(tx, stage.chance, &people.pupils, stage.now)?;
    }
    Ok(())
}

/// The slots of help with homework: in groups, by appointment, aloud, on site.
pub const HELP: [Model; 6] = [
    Model {
        kind: Kind::Group,
        title: "Maths : travail en groupe",
        place: (Place::Home, ""),
        weekday: Weekday::Monday,
        hours: (17 * 60 + 30, 18 * 60 + 15),
        rhythm: Rhythm::Every,
        places: 10,
        teacher: Some(0),
        regulars: 6,
    },
    Model {
        kind: Kind::Appointment,
        title: "Français : reprendre un texte",
        place: (Place::Home, ""),
        weekday: Weekday::Tuesday,
        hours: (17 * 60 + 45, 18 * 60 + 15),
        rhythm: Rhythm::Every,
        places: 3,
        teacher: Some(1),
        regulars: 3,
    },
    Model {
        kind: Kind::Oral,
        title: "Anglais : parler une demi-heure",
        place: (Place::TiersLieu, "médiathèque"),
        weekday: Weekday::Wednesday,
        hours: (17 * 60, 17 * 60 + 45),
        rhythm: Rhythm::A,
        places: 8,
        teacher: Some(2),
        regulars: 4,
    },
    Model {
        kind: Kind::OnSite,
        title: "Devoirs faits au collège",
        place: (Place::School, "CDI"),
        weekday: Weekday::Thursday,
        hours: (16 * 60 + 30, 17 * 60 + 30),
        rhythm: Rhythm::Every,
        places: 15,
        teacher: Some(0),
        regulars: 8,
    },
    Model {
        kind: Kind::AtSchool,
        title: "Sciences : préparer le contrôle",
        place: (Place::Home, ""),
        weekday: Weekday::Friday,
        hours: (17 * 60 + 15, 18 * 60),
        rhythm: Rhythm::B,
        places: 8,
        teacher: Some(1),
        regulars: 4,
    },
    Model {
        kind: Kind::Group,
        title: "Étude du soir",
        place: (Place::Home, ""),
        weekday: Weekday::Thursday,
        hours: (18 * 60, 18 * 60 + 45),
        rhythm: Rhythm::Every,
        places: 12,
        teacher: None,
        regulars: 0,
    },
];

/// Fills the weeks of one school: what was held in the `weeks_back` weeks before `now`, what comes in this one and the next
/// ones, a slot that still looks for a volunteer, and an appointment with a waiting list.
pub fn weeks(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    (school, dispositif): (UnitId, Option<DispositifId>),
    models: &[Model],
    (teachers, pupils): (&[PersonId], &[PersonId]),
    weeks_back: i64,
    now: Moment,
) -> Result<()> {
    let (Some(first_teacher), false) = (teachers.first(), pupils.is_empty()) else { return Ok(()) };
    let calendar = Calendar::load(tx)?;
    let today = now.paris().date();
    let year = SchoolYear::of(today);
    let Some((opening, last)) = calendar.bounds(year) else { return Ok(()) };
    let first = opening.max(today.saturating_sub((weeks_back * 7).days()));
    let mut batch = Batch::default();
    for (n, model) in models.iter().enumerate() {
        let teacher = model.teacher.and_then(|at| teachers.get(at % teachers.len())).copied();
        let made_by = teacher.unwrap_or(*first_teacher);
        let what = What {
            school,
            dispositif: dispositif.filter(|_| model.kind != Kind::OnSite),
            kind: model.kind,
            title: model.title.to_owned(),
            place: model.place.0,
            spot: model.place.1.to_owned(),
            room: None,
            places: model.places,
            by_self: true,
        };
        let slot = Slot {
            id: Id::new(at(first, 0), chance),
            what,
            weekday: model.weekday,
            from: model.hours.0,
            to: model.hours.1,
            rhythm: model.rhythm,
            first: if teacher.is_some() { first } else { today },
            last,
            teacher,
            coteacher: (n == 0 && teachers.len() > 2).then(|| teachers.get(2).copied()).flatten(),
            made_by,
            lead: teacher,
        };
        store::add_slot(tx, &slot)?;
        let regulars = some(pupils, n * 5, model.regulars);
        for pupil in &regulars {
            batch.regular(slot.id, *pupil, at(slot.first, 0));
        }
        for day in calendar.school_days(slot.first, last.min(today.saturating_add(AHEAD.days()))) {
            if slot.falls_on(day, &calendar) {
                meeting(&mut batch, chance, &slot, &regulars, (day, pupils), now);
            }
        }
    }
    batch.write(tx)
}

/// When the last bus brings some of the pupils home.
fn buses(tx: &mut Tx<'_>, chance: &dyn Chance, pupils: &[PersonId], now: Moment) -> Result<()> {
    let (mut batch, said) = (Batch::default(), now.plus_days(-WEEKS * 7));
    for pupil in pupils.iter().step_by(3) {
        batch.bus(*pupil, 17 * 60 + 20 + i64::from(chance.below(5)) * 10, said);
    }
    batch.write(tx)
}

/// `most` pupils from one place in the list on, around it.
fn some(pupils: &[PersonId], from: usize, most: usize) -> Vec<PersonId> {
    pupils.iter().cycle().skip(from % pupils.len()).take(most.min(pupils.len())).copied().collect()
}

fn meeting(
    batch: &mut Batch,
    chance: &dyn Chance,
    slot: &Slot,
    regulars: &[PersonId],
    (day, pupils): (Date, &[PersonId]),
    now: Moment,
) {
    let (starts_at, ends_at) = (at(day, slot.from), at(day, slot.to));
    let made = starts_at.plus_days(-20);
    let past = ends_at <= now;
    let luck = chance.below(100);
    let state = match () {
        () if !past => State::Planned,
        () if luck < 4 => State::Cancelled,
        () if luck < 7 => State::Planned,
        () => State::Held,
    };
    let held = state == State::Held;
    let late = i64::from(chance.below(4));
    let meeting = Meeting {
        id: Id::new(made, chance),
        slot: Some(slot.id),
        what: slot.what.clone(),
        starts_at,
        ends_at,
        teacher: slot.teacher,
        coteacher: slot.coteacher,
        state,
        opened_at: held.then(|| starts_at.plus_minutes(late)),
        closed_at: held.then(|| ends_at.plus_minutes(i64::from(chance.below(6)))),
        reason: if state == State::Cancelled { "Conseil de classe ce soir-là.".to_owned() } else { String::new() },
        made_by: slot.made_by,
        lead: slot.teacher,
    };
    batch.meeting(&meeting);
    for pupil in regulars {
        batch.enrolment(&meeting, *pupil, Seat::Enrolled, made);
    }
    // The appointment of the next days has a list: two who asked after the places were gone.
    if !past && slot.what.kind == Kind::Appointment && starts_at < now.plus_days(8) {
        let others = pupils.iter().filter(|pupil| !regulars.contains(pupil)).take(2);
        for (n, pupil) in others.enumerate() {
            let since = now.plus_minutes(-60 * (3 - i64::try_from(n).unwrap_or(0)));
            batch.enrolment(&meeting, *pupil, Seat::Waiting, since);
        }
    }
    if !held {
        return;
    }
    let nobody = chance.below(100) < 3;
    for pupil in regulars {
        let luck = chance.below(100);
        let mark = match () {
            () if nobody || luck >= 92 => Mark::Absent,
            () if luck >= 85 => Mark::Excused,
            () => Mark::Present,
        };
        let minutes = if mark == Mark::Present { meeting.minutes() - i64::from(chance.below(8)) } else { 0 };
        batch.presence(meeting.id, *pupil, (mark, minutes.max(0)), slot.made_by, ends_at);
    }
}
