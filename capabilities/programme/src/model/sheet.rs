//! The dispositif and what hangs from it: partners, milestones, the schools' places, measures.
use crate::{Decision, DispositifId, Heading, Kind, MilestoneId, PartnerId, PublicationId, State};
use access::{Guarded, Unit};
use jiff::{ToSpan as _, civil::Date};
use kernel::{CircleId, Moment, PersonId, UnitId};
use std::collections::BTreeMap;

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
}

impl Dispositif {
    /// Whether it runs on that day.
    pub fn runs(&self, day: Date) -> bool {
        self.starts_on <= day && day <= self.ends_on
    }

    /// « 2026-2027 ».
    pub fn years(&self) -> String {
        format!("{}-{}", self.year, self.year + 1)
    }
}

impl Guarded for Dispositif {
    const UNIT: &'static str = "d.academie_id";
    const OWNER: &'static str = "NULL";
    const CIRCLE: &'static str = "NULL";
    fn unit(&self) -> UnitId {
        self.academie
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.academie)
    }
    fn owner(&self) -> Option<PersonId> {
        None
    }
    fn circle(&self) -> Option<CircleId> {
        None
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
    const UNIT: &'static str = "c.descendant";
    const OWNER: &'static str = "NULL";
    const CIRCLE: &'static str = "NULL";
    fn unit(&self) -> UnitId {
        self.from
    }
    fn lineage(&self) -> &[UnitId] {
        std::slice::from_ref(&self.from)
    }
    fn owner(&self) -> Option<PersonId> {
        None
    }
    fn circle(&self) -> Option<CircleId> {
        None
    }
}

/// The place of a school in a dispositif, taken or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The dispositif.
    pub dispositif: DispositifId,
    /// Its name.
    pub name: String,
    /// The key of its template.
    pub template: String,
    /// The school.
    pub school: Unit,
    /// Where it stands; nothing when it never asked nor was asked.
    pub state: Option<State>,
    /// The percentage of pupils who depend on school buses, as the head said.
    pub bus: Option<u32>,
    /// What was said with the last move.
    pub word: String,
    /// When it last moved.
    pub moved_at: Option<Moment>,
    pub(crate) lineage: Vec<UnitId>,
}

impl Seat {
    /// Whether the school takes part.
    pub fn engaged(&self) -> bool {
        self.state == Some(State::Engaged)
    }
}

impl Guarded for Seat {
    const UNIT: &'static str = "s.id";
    const OWNER: &'static str = "NULL";
    const CIRCLE: &'static str = "NULL";
    fn unit(&self) -> UnitId {
        self.school.id
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
    fn owner(&self) -> Option<PersonId> {
        None
    }
    fn circle(&self) -> Option<CircleId> {
        None
    }
}

/// A school's place, in the list of a dispositif.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    /// The school.
    pub school: Unit,
    /// Its département.
    pub departement: Option<Unit>,
    /// Where it stands.
    pub state: State,
    /// The percentage of pupils who depend on school buses.
    pub bus: Option<u32>,
    /// What was said with the last move.
    pub word: String,
    /// Since when.
    pub moved_at: Moment,
    /// The number of the protocol in force, if there is one.
    pub protocol: Option<i64>,
}

/// How many engaged schools each département has, by name.
pub fn spread(engagements: &[Engagement]) -> Vec<(String, usize)> {
    let mut counts = BTreeMap::new();
    for one in engagements.iter().filter(|one| one.state == State::Engaged) {
        let name = one.departement.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
        *counts.entry(name).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

/// The mean share of pupils on buses over the engaged schools that said theirs.
pub fn mean_bus(engagements: &[Engagement]) -> Option<u32> {
    let said: Vec<u32> =
        engagements.iter().filter(|one| one.state == State::Engaged).filter_map(|one| one.bus).collect();
    let count = u32::try_from(said.len()).ok().filter(|count| *count > 0)?;
    Some((said.iter().sum::<u32>() + count / 2) / count)
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

/// A model of dispositif, as a slice writes it; texts are French, as the sheets of the académie are.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Its key (`homework`).
    pub key: &'static str,
    /// Its name in French.
    pub name_fr: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// The texts of the sheet.
    pub sheet: &'static [(Heading, &'static str)],
    /// The partners, each with what they do.
    pub partners: &'static [(&'static str, &'static str)],
    /// The steps, each with its month and day.
    pub milestones: &'static [(&'static str, i8, i8)],
    /// The month and day of the bilan.
    pub bilan: (i8, i8),
    /// The charter a school starts from.
    pub charter: &'static [&'static str],
}

/// A template as it was put.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Model {
    /// Its key.
    pub key: String,
    /// Its name in French.
    pub name_fr: String,
    /// Its name in English.
    pub name_en: String,
    /// The texts of the sheet.
    pub sheet: Vec<(Heading, String)>,
    /// The partners.
    pub partners: Vec<(String, String)>,
    /// The steps.
    pub milestones: Vec<(String, i8, i8)>,
    /// The month and day of the bilan; June 15th when not said.
    pub bilan: Option<(i8, i8)>,
    /// The charter a school starts from.
    pub charter: Vec<String>,
}

impl From<&Template> for Model {
    fn from(template: &Template) -> Self {
        Self {
            key: template.key.to_owned(),
            name_fr: template.name_fr.to_owned(),
            name_en: template.name_en.to_owned(),
            sheet: template.sheet.iter().map(|(heading, text)| (*heading, (*text).to_owned())).collect(),
            partners: template.partners.iter().map(|(name, role)| ((*name).to_owned(), (*role).to_owned())).collect(),
            milestones: template.milestones.iter().map(|(title, m, d)| ((*title).to_owned(), *m, *d)).collect(),
            bilan: Some(template.bilan),
            charter: template.charter.iter().map(|line| (*line).to_owned()).collect(),
        }
    }
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

/// One indicator of a school, computed from traces by the slice that knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Whose: a school, or the académie.
    pub school: UnitId,
    /// The key of its label, in the language files of who wrote it.
    pub key: String,
    /// How many.
    pub value: i64,
    /// Out of how many; 0 when it is a plain count.
    pub of: i64,
    /// When it was computed.
    pub at: Moment,
}

/// What a number of the sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A count.
    Count(i64),
    /// So many out of so many, and the rounded percentage.
    Share(i64, i64, i64),
    /// A mean, in tenths.
    Mean(i64),
}

impl Measure {
    /// How it reads. A key that ends with `-mean` is a sum over a number; otherwise with `of` it is a share.
    pub fn figure(&self) -> Figure {
        match self.of {
            0 => Figure::Count(self.value),
            of if self.key.ends_with("-mean") => Figure::Mean((self.value * 20 + of).div_euclid(of * 2)),
            of => Figure::Share(self.value, of, (self.value * 200 + of).div_euclid(of * 2)),
        }
    }
}

/// The sums of each indicator over the schools, in order of key.
pub fn totals(measures: &[Measure]) -> Vec<Measure> {
    let mut sums: BTreeMap<&str, Measure> = BTreeMap::new();
    for one in measures {
        sums.entry(&one.key)
            .and_modify(|sum| {
                sum.value += one.value;
                sum.of += one.of;
                sum.at = sum.at.max(one.at);
            })
            .or_insert_with(|| one.clone());
    }
    sums.into_values().collect()
}

/// What somebody of a school's team remarks for the bilan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The school.
    pub school: UnitId,
    /// Its name.
    pub school_name: String,
    /// Who.
    pub author: PersonId,
    /// What.
    pub text: String,
    /// When.
    pub at: Moment,
}

/// An experience report or a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its id.
    pub id: PublicationId,
    /// Of which dispositif, by name.
    pub dispositif: String,
    /// Of which school, by name.
    pub school: String,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Where more is found; empty for nowhere.
    pub link: String,
    /// When it was proposed.
    pub proposed_at: Moment,
    /// When it was published.
    pub published_at: Option<Moment>,
}
