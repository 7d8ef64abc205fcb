//! From what was held to lines of the ledger: each duty and each meeting once.
use crate::{
    model::{EmptyRule, Source, State, counted, due},
    store::{self, Found, Known, Rules},
};
use db::{Result, Tx};
use kernel::{Chance, Id, Moment, UnitId};
use programme::DispositifId;
use std::collections::{HashMap, hash_map::Entry};

/// Makes a line of every duty and meeting that ended in `since..now` and has none yet, and follows what changed of those
/// nobody has touched. Says how many lines were made or changed. Done again, it does nothing.
pub fn collect(tx: &mut Tx<'_>, chance: &dyn Chance, since: Moment, now: Moment) -> Result<u64> {
    let found = found(tx, since, now)?;
    let known = store::known(tx, since)?;
    let mut schools = Schools { rules: store::rules(tx)?, of: HashMap::new() };
    let mut changed = 0;
    for mut line in found {
        match known.get(&(line.source, line.source_id, line.teacher)) {
            None => {
                let school = schools.get(tx, line.school, line.starts_at)?;
                line.dispositif = line.dispositif.or(school.dispositif);
                let rule = school.rule;
                store::add(tx, Id::new(now, chance), &line, rule, State::Proposed)?;
                changed += 1;
            }
            Some(known) if known.follows(&line) => {
                store::follow(tx, known, &line, due(line.minutes, line.came, line.on_site, known.rule))?;
                changed += 1;
            }
            Some(_) => {}
        }
    }
    Ok(changed)
}

impl Known {
    /// Whether the line still follows its source, which now says something else.
    fn follows(&self, line: &Found) -> bool {
        self.untouched && (self.minutes, self.expected, self.came) != (line.minutes, line.expected, line.came)
    }
}

fn found(tx: &mut Tx<'_>, since: Moment, now: Moment) -> Result<Vec<Found>> {
    let mut found = vec![];
    for duty in desk::store::worked(tx, since, now)? {
        let (starts_at, ends_at) = counted(duty.opened_at, duty.closed_at, (duty.starts_at, duty.ends_at));
        let Some(school) = duty.schools.first().copied() else { continue };
        found.push(Found {
            source: Source::Duty,
            source_id: duty.duty.cast(),
            school,
            teacher: duty.teacher,
            dispositif: None,
            on_site: false,
            starts_at,
            ends_at,
            minutes: ends_at.minutes_since(starts_at),
            expected: 0,
            came: duty.came,
        });
    }
    for held in agenda::store::held(tx, since, now)? {
        let (starts_at, ends_at) = counted(held.starts_at, held.ends_at, held.planned);
        found.push(Found {
            source: Source::Meeting,
            source_id: held.meeting.cast(),
            school: held.school,
            teacher: held.teacher,
            dispositif: held.dispositif,
            on_site: held.on_site,
            starts_at,
            ends_at,
            minutes: ends_at.minutes_since(starts_at),
            expected: held.expected,
            came: held.came,
        });
    }
    found.retain(|line| line.minutes > 0);
    Ok(found)
}

/// What a school's lines need to know of it, asked once.
struct Schools {
    rules: Rules,
    of: HashMap<UnitId, (Option<UnitId>, Option<DispositifId>)>,
}

struct OfSchool {
    rule: EmptyRule,
    dispositif: Option<DispositifId>,
}

impl Schools {
    fn get(&mut self, tx: &mut Tx<'_>, school: UnitId, at: Moment) -> Result<OfSchool> {
        let (academie, dispositif) = match self.of.entry(school) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert((store::academie_of(tx, school)?, of_the_desk(tx, school, at)?)),
        };
        Ok(OfSchool { rule: self.rules.on(*academie, at.paris().date()), dispositif: *dispositif })
    }
}

/// The dispositif that a duty at the desk is given for: the one whose protocol in force at the school offers the desk; where none
/// says so, the first.
fn of_the_desk(tx: &mut Tx<'_>, school: UnitId, at: Moment) -> Result<Option<DispositifId>> {
    let running = programme::store::running(tx, school, at)?;
    if let [_, _, ..] = running[..] {
        for one in &running {
            let protocol = programme::store::published(tx, one.id, school)?;
            if protocol.is_some_and(|version| version.content.modalities.contains(&programme::Modality::Bar)) {
                return Ok(Some(one.id));
            }
        }
    }
    Ok(running.first().map(|running| running.id))
}
