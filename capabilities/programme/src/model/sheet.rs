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
    /// The given and family names of its pilot, while they are known.
    pub pilot: Option<(String, String)>,
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

/// The day of a step in a year that runs `from` its first day `until` its bilan: the template's, where it begins on time. Begun later,
/// the steps keep their rhythm in the time that is left, and none is asked for in the past or on a week-end.
pub(crate) fn planned(due: Date, (from, until): (Date, Date), today: Date) -> Date {
    if today <= from {
        return due;
    }
    spread(due, (from, until), (today, until))
}

/// The day that stands in the second span where `due` stands in the first; none but its last is on a week-end.
fn spread(due: Date, (from, until): (Date, Date), (first, last): (Date, Date)) -> Date {
    let days = |first: Date, last: Date| i64::from((last - first).get_days()).max(0);
    let whole = days(from, until).max(1);
    let day = first.saturating_add((days(from, due).min(whole) * days(first, last) / whole).days());
    let on = i64::from(day.weekday().to_monday_one_offset());
    if on < 6 || day >= last { day } else { day.saturating_add((8 - on).days()) }
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

/// The day of a step a year later, when the year began `from` and runs `until` its bilan: the same day, where it began in September.
/// What began later began in a hurry: the next year has room from the first day of its September on, and its steps spread over it.
pub(crate) fn renewed(due: Date, (from, until): (Date, Date)) -> Date {
    let first = renewed_first(from);
    if first == next_year(from) {
        return next_year(due);
    }
    spread(due, (from, until), (first, next_year(until)))
}

/// The first day of the year after one that began `from`: in September, however late this one began.
pub(crate) fn renewed_first(from: Date) -> Date {
    let september = day_in(school_year(from) + 1, 9, 1);
    if next_year(from).month() == 9 || next_year(from) < september { next_year(from) } else { september }
}

#[cfg(test)]
mod tests {
    use super::{planned, renewed, renewed_first};
    use jiff::civil::date;

    #[test]
    fn what_begins_in_november_plans_from_november() {
        let year = (date(2026, 9, 1), date(2027, 6, 15));
        let of = |month, day, today| planned(date(if month > 8 { 2026 } else { 2027 }, month, day), year, today);
        let on_time = date(2026, 8, 28);
        assert_eq!(of(9, 10, on_time), date(2026, 9, 10));
        let late = date(2026, 11, 30);
        let steps = [(9, 10), (10, 10), (11, 20), (2, 5), (6, 15)].map(|(month, day)| of(month, day, late));
        assert_eq!(steps[4], date(2027, 6, 15), "the bilan stays where it is");
        assert!(steps.is_sorted() && steps[0] > late, "{steps:?}");
        assert!(steps[..4].iter().all(|day| day.weekday().to_monday_one_offset() < 6), "{steps:?}");
        assert_eq!(of(6, 15, date(2027, 7, 1)), date(2027, 7, 1), "begun after its end, everything is for today");
    }

    #[test]
    fn what_began_in_november_has_its_whole_year_when_it_is_renewed() {
        let (late, on_time) = (date(2026, 11, 30), date(2026, 9, 7));
        assert_eq!((renewed_first(late), renewed_first(on_time)), (date(2027, 9, 1), date(2027, 9, 7)));
        let until = date(2027, 6, 15);
        assert_eq!(renewed(date(2026, 10, 10), (on_time, until)), date(2027, 10, 10));
        let steps = [date(2026, 12, 7), date(2027, 2, 1), until].map(|due| renewed(due, (late, until)));
        assert!(steps.is_sorted() && steps[0] < date(2027, 10, 1) && steps[2] == date(2028, 6, 15), "{steps:?}");
    }
}
