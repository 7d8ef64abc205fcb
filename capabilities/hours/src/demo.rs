//! Past weeks of hours for a demonstration: what was held, mostly confirmed and approved; help on site beside.
use crate::{
    collect,
    model::{HourId, Month},
    policy::{Enter, Keep},
    store::{self, Corrected, Entry},
};
use access::{Actor, Role};
use db::{Result, Tx};
use directory::demo::{Part, Stage};
use kernel::{Chance, Id, Moment, PersonId, UnitId};

/// This slice's part of a demonstration: what was given since September, approved and sent but for the last month.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    collected(tx, stage.chance, stage.now)?;
    for team in &stage.demo.teams {
        let people = stage.people(team);
        weeks(tx, stage.chance, team.school.id, people.head, &people.teachers, stage.now)?;
    }
    Ok(())
}

/// Collects the hours of every school from its duties and meetings since September: once they are there, before [`weeks`].
pub fn collected(tx: &mut Tx<'_>, chance: &dyn Chance, now: Moment) -> Result<()> {
    collect(tx, chance, september(now), now).map(drop)
}

fn september(now: Moment) -> Moment {
    Moment::at_paris(jiff::civil::Date::constant(Month::of(now).rentree().year(), 9, 1), 0, 0)
}

/// Enters help on site by `teachers` of a school, then lets its head approve and send the months that are over, but for a
/// few lines.
pub fn weeks(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    school: UnitId,
    head: PersonId,
    teachers: &[PersonId],
    now: Moment,
) -> Result<()> {
    let rentree = Month::of(now).rentree();
    // In its first week a month has little to look at: the one before waits still.
    let present = Month::of(now.plus_days(-7)).max(rentree);
    let first = september(now);
    let head = Actor { person: head, grants: vec![(Role::Head, school)], children: vec![], groups: vec![] };
    let Some(place) = store::place::<Keep>(&head, school) else { return Ok(()) };
    on_site(tx, chance, school, teachers, (first, now))?;
    for n in 0..10 {
        let minutes = (14 + i64::from(chance.below(8))) * 60;
        store::set_before(tx, &place, &head, (rentree.plus(n - 12), Some(minutes)), first)?;
    }
    for month in present.since_rentree() {
        if month == present {
            break;
        }
        correct_one(tx, chance, &place, month, now)?;
        store::approve_all(tx, &place, &head, (month, store::Together::default()), (chance, now))?;
        store::make_batch(tx, &place, &head, (Id::new(now, chance), month), now)?;
    }
    // All but the first have looked at the month that waits.
    for teacher in teachers.iter().skip(1) {
        let teacher = Actor { person: *teacher, grants: vec![], children: vec![], groups: vec![] };
        store::confirm_all(tx, &teacher, present)?;
    }
    Ok(())
}

/// An hour on site each week for two teachers, on Mondays and Thursdays, when they were enough last year.
fn on_site(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    school: UnitId,
    teachers: &[PersonId],
    (first, now): (Moment, Moment),
) -> Result<()> {
    for (teacher, weekday) in teachers.iter().take(2).zip([1, 4]) {
        let teacher =
            Actor { person: *teacher, grants: vec![(Role::Teacher, school)], children: vec![], groups: vec![] };
        let Some(place) = store::place::<Enter>(&teacher, school) else { continue };
        for week in 1..40 {
            let day = first.plus_days(7 * week + weekday - 1).plus_minutes(12 * 60).paris();
            let back = i64::from(day.weekday().to_monday_one_offset()) - weekday;
            let date = first.plus_days(7 * week + weekday - 1 - back).plus_minutes(12 * 60).paris().date();
            let starts_at = Moment::at_paris(date, 16, 0);
            let ends_at = Moment::at_paris(date, 17, 30);
            if ends_at >= now {
                break;
            }
            let id: HourId = Id::new(now, chance);
            let came = 6 + i64::from(chance.below(9));
            let _ = store::enter(tx, &place, &teacher, Entry { id, starts_at, ends_at, came })?;
        }
    }
    Ok(())
}

/// One line of the month was corrected by its teacher, so that a history is there to see.
fn correct_one(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    place: &access::Allowed<Keep, crate::Place>,
    month: Month,
    now: Moment,
) -> Result<()> {
    let lines = store::of_school(tx, place, month)?;
    let Some((hour, _)) = lines.iter().find(|(hour, _)| !hour.on_site && hour.state.waits()) else { return Ok(()) };
    let teacher = Actor { person: hour.teacher, grants: vec![], children: vec![], groups: vec![] };
    let to = Corrected {
        minutes: hour.minutes + 10,
        came: hour.came.max(1),
        reason: "Un élève a rappelé après la fermeture, je suis restée avec lui.".to_owned(),
    };
    if let Ok(hour) = access::check(&teacher, hour.clone()) {
        let _ = store::correct(tx, &hour, &teacher, Id::new(now, chance), &to, now)?;
    }
    Ok(())
}
