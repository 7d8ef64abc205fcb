//! Reading a year from the traces of every slice: a handful of statements, whatever the number of schools.
use super::{Bilan, Families, Numbers, Part, School};
use db::{Result, Tx};
use jiff::civil::Date;
use kernel::{Evening, Moment, UnitId};
use programme::{Dispositif, DispositifId, State};
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
    let mut year = Year {
        dispositif: dispositif.id,
        ids: schools.iter().map(|school| school.unit.id).collect(),
        numbers: HashMap::new(),
        days: (from, to),
        span: (Moment::at_paris(from, 0, 0), Moment::at_paris(to, 0, 0)),
    };
    year.desk(tx)?;
    year.meetings(tx)?;
    year.hours(tx)?;
    year.difficulties(tx)?;
    year.families(tx)?;
    year.training(tx)?;
    for school in &mut schools {
        school.numbers = year.numbers.remove(&school.unit.id).unwrap_or_default();
    }
    Ok(Bilan { from, to, schools })
}

/// A year being read: which schools, which days, and what was found so far.
struct Year {
    dispositif: DispositifId,
    ids: Vec<UnitId>,
    numbers: HashMap<UnitId, Numbers>,
    days: (Date, Date),
    span: (Moment, Moment),
}

impl Year {
    /// The numbers of a school.
    fn of(&mut self, school: UnitId) -> &mut Numbers {
        self.numbers.entry(school).or_default()
    }

    fn desk(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        let (from, to) = (Evening(self.days.0), Evening(self.days.1));
        for tally in desk::store::tally(tx, &self.ids, from, to)? {
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
            let one = self.of(tally.school);
            *one = std::mem::take(one).and(&month);
        }
        for (school, pupils) in desk::store::pupils_helped(tx, &self.ids, from, to)? {
            self.of(school).pupils = pupils;
        }
        Ok(())
    }

    /// Meetings at a distance; those on site are counted beside the programme, by the ledger.
    fn meetings(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        let only = if let [one] = self.ids[..] { Some(one) } else { None };
        for count in agenda::store::counts(tx, Some(self.dispositif), only, self.span.0, self.span.1)? {
            if count.kind != agenda::Kind::OnSite {
                let meetings = &mut self.of(count.school).meetings;
                meetings.held += count.meetings;
                meetings.seats += count.enrolled;
                meetings.came += count.presences;
            }
        }
        Ok(())
    }

    fn hours(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        for (school, given) in hours::store::counts(tx, self.dispositif, &self.ids, self.span.0, self.span.1)? {
            let one = self.of(school);
            (one.minutes, one.pending, one.teachers) = (given.approved, given.proposed, given.teachers);
        }
        Ok(())
    }

    fn difficulties(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        for count in difficulty::store::counts(tx, &self.ids, self.span.0)? {
            let one = self.of(count.school);
            one.difficulties += count.opened();
            one.closed += count.closed();
        }
        Ok(())
    }

    fn families(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        for (school, told) in agreement::store::counts(tx, self.dispositif, &self.ids)? {
            let one = self.of(school);
            one.families = Families {
                told: told.told,
                received: told.received,
                read: told.read,
                answered: told.answered,
                agreed: told.agreed,
                refused: told.refused,
                children: told.children,
            };
            one.delays.extend(told.delay);
        }
        Ok(())
    }

    fn training(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        for count in training::store::counts(tx, self.dispositif, &self.ids)? {
            let taught = &mut self.of(count.school).taught;
            match count.column {
                training::Column::Method => taught.method += count.people,
                training::Column::Tools => taught.tools += count.people,
                training::Column::Resources => taught.resources += count.people,
            }
        }
        Ok(())
    }
}
