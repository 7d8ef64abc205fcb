//! The dispositif and what hangs from it: partners, milestones; and the days of its year.
use crate::{Decision, DispositifId, MilestoneId, PartnerId};
use access::{Guarded, Units};
use jiff::{ToSpan as _, civil::Date};
use kernel::{Moment, PersonId, UnitId};

/// A dispositif, over an académie, for a school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispositif {
    /// Its id.
    pub id: DispositifId,
    /// The key of the template it was made from; empty for a blank sheet.
    pub template: String,
    /// Its name.
    pub name: String,
    /// The académie.
    pub academie: UnitId,
    /// Who pilots it.
    pub pilot: PersonId,
    /// The calendar year in which its school year begins.
    pub year: i16,
    /// Its first day.
    pub starts_on: Date,
    /// Its last day.
    pub ends_on: Date,
    /// The day its bilan is due.
    pub bilan_due: Date,
    /// What the pilot says of the year.
    pub word: String,
    /// What was decided, and when.
    pub decision: Option<(Decision, Moment)>,
    /// Why.
    pub decision_word: String,
    /// Last year's.
    pub before: Option<DispositifId>,
    /// Next year's.
    pub after: Option<DispositifId>,
    /// When its numbers were last counted.
    pub counted_at: Option<Moment>,
}

impl Dispositif {
    /// Whether it runs on that day.
    pub fn runs(&self, day: Date) -> bool {
        self.starts_on <= day && day <= self.ends_on
    }

    /// The first day on which one may decide what becomes of it: that of the month in which its bilan is due.
    pub fn decidable_from(&self) -> Date {
        self.bilan_due.first_of_month()
    }

    /// « 2026-2027 ».
    pub fn years(&self) -> String {
        format!("{}-{}", self.year, self.year + 1)
    }
}

impl Guarded for Dispositif {
    const UNITS: Units = Units::One("d.academie_id");
    const OWNER: &'static str = "d.pilot_id";
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.academie)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.academie)
    }
    fn owner(&self) -> Option<PersonId> {
        Some(self.pilot)
    }
}

/// A dispositif, seen from one unit of its académie: that of who looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The dispositif.
    pub dispositif: Dispositif,
    /// From where.
    pub from: UnitId,
}

impl Guarded for Seen {
    const UNITS: Units = Units::One("c.descendant");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.from)
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.from)
    }
}

/// A partner and what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Who: an organisation.
    pub name: String,
    /// What they do.
    pub role: String,
}

/// A step of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// What.
    pub title: String,
    /// For when.
    pub due: Date,
    /// When it was reached.
    pub reached: Option<Moment>,
}

/// The calendar year in which the school year of that day begins: from August on, its own.
pub fn school_year(day: Date) -> i16 {
    if day.month() >= 8 { day.year() } else { day.year() - 1 }
}

/// The day of the school year that begins in `year`; a day that does not exist is the last of its month.
pub fn day_in(year: i16, month: i8, day: i8) -> Date {
    let year = if month >= 8 { year } else { year + 1 };
    let first = Date::new(year, month.clamp(1, 12), 1).unwrap_or(Date::ZERO);
    first.checked_add((i64::from(day.clamp(1, first.days_in_month())) - 1).days()).unwrap_or(first)
}

/// The same day a year later.
pub fn next_year(day: Date) -> Date {
    day.checked_add(1.year()).unwrap_or(day)
}
