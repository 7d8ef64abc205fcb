//! Reading a year from the traces of every slice: a handful of statements, whatever the number of schools.
use super::{Bilan, Numbers, Part, School};
use db::{Result, Tx};
use jiff::civil::Date;
use kernel::{Evening, Moment, UnitId};
use programme::{Dispositif, State};
use std::collections::HashMap;

/// The bilan of a dispositif as far as `now`: of one school, or of all that take part.
pub fn gather(tx: &mut Tx<'_>, dispositif: &Dispositif, only: Option<UnitId>, now: Moment) -> Result<Bilan> {
    let after = |day: Date| day.tomorrow().unwrap_or(day);
    let (from, to) =
        (dispositif.starts_on, after(dispositif.ends_on.min(now.paris().date())).max(dispositif.starts_on));
    let mut schools: Vec<School> = programme::store::engagements(tx, dispositif.id)?
        .into_iter()
        .filter(|one| one.state == State::Engaged && only.is_none_or(|only| one.school.id == only))
        .map(|one| School {
            departement: one.departement.map(|unit| unit.name).unwrap_or_default(),
            unit: one.school,
            bus: one.bus,
            numbers: Numbers::default(),
        })
        .collect();
    schools.sort_by(|a, b| {
        (&a.departement, &a.unit.name, &a.unit.code).cmp(&(&b.departement, &b.unit.name, &b.unit.code))
    });
    let ids: Vec<UnitId> = schools.iter().map(|school| school.unit.id).collect();
    let at: HashMap<UnitId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut numbers = vec![Numbers::default(); schools.len()];
    desk_part(tx, &ids, &at, &mut numbers, (from, to))?;
    for (school, numbers) in schools.iter_mut().zip(numbers) {
        school.numbers = numbers;
    }
    Ok(Bilan { from, to, schools })
}

fn desk_part(
    tx: &mut Tx<'_>,
    ids: &[UnitId],
    at: &HashMap<UnitId, usize>,
    numbers: &mut [Numbers],
    (from, to): (Date, Date),
) -> Result<()> {
    let (from, to) = (Evening(from), Evening(to));
    for tally in desk::store::tally(tx, ids, from, to)? {
        let Some(one) = at.get(&tally.school).and_then(|at| numbers.get_mut(*at)) else { continue };
        let month = Numbers {
            asked: tally.asked,
            helped: tally.helped,
            left: tally.left,
            months: [(tally.month, (tally.asked, tally.helped))].into(),
            modes: [(tally.mode.word(), tally.asked)].into(),
            waited: tally.waited,
            good: Part { of: tally.good, all: tally.faces },
            ..Numbers::default()
        };
        *one = std::mem::take(one).and(&month);
    }
    for (school, pupils) in desk::store::pupils_helped(tx, ids, from, to)? {
        if let Some(one) = at.get(&school).and_then(|at| numbers.get_mut(*at)) {
            one.pupils = pupils;
        }
    }
    Ok(())
}
