//! Training of a demonstration: the courses of an académie, and what a school's team has followed.
use crate::{
    Academie, CourseId, Opinion,
    policy::{Make, See},
    starter, store,
};
use access::{Actor, Role};
use db::{Result, Tx};
use directory::demo::{Part, Stage};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use programme::{DispositifId, Running, Template};

/// This slice's part of a demonstration: the courses of the first dispositif that has a chapter for them, and what each team has followed.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let (demo, chance, now) = (stage.demo, stage.chance, stage.now);
    let chapter = crate::chapter::CHAPTER.key;
    let has_it = |one: &Running| Template::of(stage.slices, &one.template).chapters.contains(&chapter);
    let Some(first) = programme::store::all_running(tx, now)?.into_iter().find(has_it) else { return Ok(()) };
    let courses = courses(tx, chance, demo.academie.id, first.id, demo.pilot.id, now)?;
    for team in &demo.teams {
        followed(tx, chance, &courses, team.school.id, &stage.people(team).staff, now)?;
    }
    Ok(())
}

/// Makes the courses of an académie, as if on the first days of the year. One is to be looked at again.
pub fn courses(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    academie: UnitId,
    dispositif: DispositifId,
    pilot: PersonId,
    now: Moment,
) -> Result<Vec<CourseId>> {
    let actor = Actor { person: pilot, grants: vec![(Role::Pilot, academie)], children: vec![], groups: vec![] };
    let Ok(allowed) = access::check::<Make, _>(&actor, Academie(academie)) else { return Ok(vec![]) };
    let made = now.plus_days(-80);
    let mut ids = vec![];
    for (n, mut content) in starter::courses(Some(dispositif), now).into_iter().enumerate() {
        // The resources serve every dispositif; the first workshop was held five weeks ago.
        if n >= 8 {
            content.dispositif = None;
        }
        if let Some(workshop) = content.workshop.as_mut().filter(|_| n == 3) {
            workshop.starts_at = workshop.starts_at.plus_days(-56);
        }
        let id = Id::new(made, chance);
        store::add(tx, &allowed, id, &content, made)?;
        ids.push(id);
    }
    if let Some(id) = ids.get(5)
        && let Some((course, _)) = store::find::<See>(tx, &actor, *id)?
    {
        store::flag(tx, &course, &actor, "Le bouton du tableau a changé de place.")?;
    }
    Ok(ids)
}

/// What a team has followed since the autumn: most people something, the first of them nearly everything; seats taken.
pub fn followed(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    courses: &[CourseId],
    school: UnitId,
    staff: &[PersonId],
    now: Moment,
) -> Result<()> {
    let somebody = |person| Actor { person, grants: vec![(Role::Teacher, school)], children: vec![], groups: vec![] };
    let Some(first) = staff.first() else { return Ok(()) };
    // The same courses for the whole team: they are looked up once.
    let mut seen = vec![];
    for id in courses {
        seen.extend(store::find::<See>(tx, &somebody(*first), *id)?);
    }
    for (place, person) in staff.iter().enumerate() {
        let actor = somebody(*person);
        for (course, line) in &seen {
            if chance.below(100) >= if place < 2 { 75 } else { 30 } {
                continue;
            }
            if course.ahead(now) {
                // A few of each school, so that seats are left.
                if place < 1 && line.left() > 4 {
                    let _ = store::enrol(tx, course, &actor, now.plus_days(-2))?;
                }
                continue;
            }
            let at = now.plus_days(-i64::from(chance.below(70)) - 1).plus_minutes(-i64::from(chance.below(300)));
            let held = course.content.workshop.as_ref().map_or(at, |workshop| workshop.starts_at.plus_minutes(120));
            let opinion = match chance.below(10) {
                0 => Opinion::Useless,
                1 | 2 => Opinion::Partly,
                _ => Opinion::Useful,
            };
            let _ = store::follow(tx, course, &actor, Some(school), opinion, at.max(held))?;
        }
    }
    Ok(())
}
