//! What is asked of whom, when, and what the answers make together.
use access::{Guarded, Units};
use jiff::civil::Date;
use kernel::{Id, UnitId};
use programme::DispositifId;

/// What the id of a wave names.
#[derive(Debug)]
pub enum WaveKind {}
/// The id of a wave.
pub type WaveId = Id<WaveKind>;
/// What the id of an answer names.
#[derive(Debug)]
pub enum AnswerKind {}
/// The id of an answer.
pub type AnswerId = Id<AnswerKind>;

/// How many questions there are.
pub const QUESTIONS: usize = 3;
/// How many levels an answer may have, from "not at all" to "yes".
pub const LEVELS: usize = 4;
/// Fewer answers than this are shown to nobody.
pub const FEWEST: i64 = 5;
/// The longest free line, in characters.
pub const WORDS: usize = 200;

kernel::words! {
    /// When in the year.
    Stage {
        /// At its beginning.
        Start = "start",
        /// In its middle.
        Middle = "middle",
        /// At its end.
        End = "end",
    }
}

kernel::words! {
    /// Who is asked.
    Public {
        /// Pupils.
        Pupil = "pupil",
        /// Those who answer for a pupil.
        Family = "family",
        /// Teachers.
        Teacher = "teacher",
    }
}

/// A wave: the questions, open from one day to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    /// Its id.
    pub id: WaveId,
    /// Of which dispositif.
    pub dispositif: DispositifId,
    /// Of which académie.
    pub academie: UnitId,
    /// When in the year.
    pub stage: Stage,
    /// The first day.
    pub opens_on: Date,
    /// The last day.
    pub closes_on: Date,
}

impl Wave {
    /// Whether one may answer.
    pub fn is_open(&self, today: Date) -> bool {
        self.opens_on <= today && today <= self.closes_on
    }
}

/// The levels of one person, question by question.
pub type Levels = [Option<i64>; QUESTIONS];
/// How many chose each level.
pub type Tally = [i64; LEVELS];

/// What is asked of one person in one wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// In which wave.
    pub wave: Wave,
    /// As whom.
    pub public: Public,
    /// For which school.
    pub school: UnitId,
    /// What they answered so far.
    pub levels: Levels,
    /// The free line.
    pub words: String,
}

impl Asking {
    /// The first question without an answer, from 0.
    pub fn next(&self) -> Option<usize> {
        self.levels.iter().position(Option::is_none)
    }

    /// The questions, from 1, with the level given to each.
    pub fn given(&self) -> Vec<(usize, i64)> {
        (1..).zip(self.levels).filter_map(|(question, level)| Some((question, level?))).collect()
    }
}

/// What the answers of one public in one wave make together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// When in the year.
    pub stage: Stage,
    /// Of whom.
    pub public: Public,
    /// How many answered, on screen and on paper.
    pub answers: i64,
    /// For each question, how many chose each level; nothing where too few answered.
    pub tallies: [Option<Tally>; QUESTIONS],
}

impl Outcome {
    /// Of a hundred answers to a question, how many say rather yes or yes.
    pub fn content(&self, question: usize) -> Option<i64> {
        let tally = (*self.tallies.get(question)?)?;
        let all: i64 = tally.iter().sum();
        let good: i64 = tally.iter().skip(LEVELS / 2).sum();
        (all > 0).then(|| (good * 100 + all / 2) / all)
    }
}

/// The tallies of several schools, made one: what a school may not show is not to be found by subtraction either, so the
/// schools with too few answers count only when they are enough together.
pub fn together(schools: &[Tally]) -> Option<Tally> {
    let few = |tally: &&Tally| tally.iter().sum::<i64>() < FEWEST;
    let hidden: i64 = schools.iter().filter(few).flatten().sum();
    let counted = schools.iter().filter(|tally| hidden >= FEWEST || !few(tally));
    let sum = counted.fold([0; LEVELS], |mut sum, tally| {
        sum.iter_mut().zip(tally).for_each(|(sum, n)| *sum += n);
        sum
    });
    shown(sum)
}

/// The tally, when it may be shown.
pub fn shown(tally: Tally) -> Option<Tally> {
    (tally.iter().sum::<i64>() >= FEWEST).then_some(tally)
}

/// A school or an académie, whose answers one reads or enters.
#[derive(Clone, Debug)]
pub struct Place {
    /// The unit.
    pub unit: UnitId,
    pub(crate) lineage: Vec<UnitId>,
}

impl Place {
    /// The place of this unit alone.
    pub fn at(unit: UnitId) -> Self {
        Self { unit, lineage: vec![unit] }
    }
}

impl Guarded for Place {
    const UNITS: Units = Units::One("a.unit_id");
    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.unit)
    }
    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

/// Why something asked is not done. Each is a sentence of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The wave is not open.
    #[error("survey-refused-closed")]
    Closed,
    /// A wave that is over has no names any more and is not opened again.
    #[error("survey-refused-over")]
    Over,
}
