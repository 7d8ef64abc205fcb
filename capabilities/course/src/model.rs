//! Tools, the activities placed from them, and how far somebody is.
use access::{Guarded, Unit, Units};
use kernel::{GroupId, Id, Moment, PersonId, UnitId};
use lti::{Activity, Grading, Score};
use std::collections::BTreeMap;
use url::Url;

/// What the id of a tool names.
#[derive(Debug)]
pub enum ToolNamed {}
/// The id of a tool; it is also the name that this house gives it (`client_id`).
pub type ToolId = Id<ToolNamed>;

/// What the id of a link names.
#[derive(Debug)]
pub enum LinkNamed {}
/// The id of a link.
pub type LinkId = Id<LinkNamed>;

/// The one deployment of each tool.
pub const DEPLOYMENT: &str = "1";

/// A program of others that people are led to from here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    /// Its id.
    pub id: ToolId,
    /// For whom it is: a school, or all that is below an académie, a département, a bassin.
    pub unit: Unit,
    /// What people call it.
    pub name: String,
    /// Where a launch begins.
    pub login: String,
    /// Where it may arrive, an address a line; the first is what is opened where nothing else is said.
    pub launches: String,
    /// Where its keys are; empty where they were pasted.
    pub keys_at: String,
    /// Its keys, as they were pasted or read last; empty where they were not read yet.
    pub keys: String,
    /// When they were last asked for.
    pub keys_read: Moment,
    /// Whether it is told the names of those who come.
    pub names: bool,
    /// Since when it is closed.
    pub closed_at: Option<Moment>,
    /// The unit and all above it.
    pub lineage: Vec<UnitId>,
}

impl Tool {
    /// Where a launch may arrive.
    pub fn launches(&self) -> impl Iterator<Item = &str> {
        self.launches.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// The tool as LTI knows it; nothing where one of its addresses is none.
    pub fn told(&self) -> Option<lti::Tool> {
        let initiation = Url::parse(&self.login).ok()?;
        let jwks = Url::parse(&self.keys_at).unwrap_or_else(|_| initiation.clone());
        let redirect_uris = self.launches().map(str::to_owned).collect();
        Some(lti::Tool { client_id: self.id.to_string(), initiation, redirect_uris, jwks })
    }
}

impl Guarded for Tool {
    const UNITS: Units = Units::One("t.unit_id");

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.unit.id)
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}

/// An activity of a tool, placed in a class or a group. Its people are named, so its rights are asked at the group and its schools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// The tool.
    pub tool: ToolId,
    /// What people call the tool.
    pub tool_name: String,
    /// The class or the group.
    pub group: GroupId,
    /// What it is called.
    pub group_name: String,
    /// Its title.
    pub title: String,
    /// What is opened; empty for the tool's usual address.
    pub target: String,
    /// What the tool wants to be told each time.
    pub custom: BTreeMap<String, String>,
    /// The best mark; nothing where there are none.
    pub most: Option<i64>,
    /// Since when it is closed.
    pub closed_at: Option<Moment>,
    /// The schools of the group.
    pub homes: Vec<UnitId>,
}

impl Link {
    /// The school under which its people are named to the tool: that of the group, the first where it has several.
    pub fn school(&self) -> Option<UnitId> {
        self.homes.first().copied()
    }

    /// What the tool is told of somebody.
    pub fn name_of(&self, secret: &web::Secret, person: PersonId) -> String {
        let school = self.school().map(UnitId::bytes).unwrap_or_default();
        directory::opaque(secret, &[b"course", &self.tool.bytes(), &school], person)
    }
}

impl Guarded for Link {
    const UNITS: Units =
        Units::Several { links: "any_group_home", unit: "unit_id", thing: "group_id", is: "k.group_id" };
    const GROUP: &'static str = "k.group_id";

    fn units(&self) -> &[UnitId] {
        &self.homes
    }

    /// Only the schools of the group: being above them opens nothing.
    fn lineage(&self) -> &[UnitId] {
        &self.homes
    }

    fn group(&self) -> Option<GroupId> {
        Some(self.group)
    }
}

/// How far somebody is in an activity, as the tool said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether it is done.
    pub done: bool,
    /// The mark and the best one there is, in thousandths; none while there is none.
    pub mark: Option<(i64, i64)>,
    /// When, as the tool says.
    pub said_at: Moment,
    /// When this house heard of it.
    pub at: Moment,
}

/// The best mark there may be.
pub const BEST: i64 = 1_000;
/// By how many minutes a tool's clock may be ahead of ours.
const AHEAD: i64 = 5;

impl Outcome {
    /// What a score says; nothing where its numbers are none that is kept, or it comes from the future.
    pub fn of(score: &Score, now: Moment) -> Option<Self> {
        let said_at = Moment(score.at);
        if said_at > now.plus_minutes(AHEAD) {
            return None;
        }
        // A mark that does not stand yet is none.
        let standing = score.given.filter(|_| score.grading == Grading::FullyGraded);
        let mark = match standing {
            Some((given, most)) => Some((thousandths(given)?, thousandths(most)?)),
            None => None,
        };
        let done = matches!(score.activity, Activity::Completed | Activity::Submitted);
        Some(Self { done, mark, said_at, at: now })
    }

    /// The mark on the scale of an activity, as people write it: `15`, `12,5`.
    pub fn shown(&self, most: i64) -> Option<String> {
        let (mark, best) = self.mark.filter(|(_, best)| *best > 0)?;
        let thousandths = i128::from(mark) * i128::from(most) * 1_000 / i128::from(best);
        // A tenth, rounded.
        let tenths = (thousandths + 50) / 100;
        let (whole, rest) = (tenths / 10, tenths % 10);
        Some(if rest == 0 { whole.to_string() } else { format!("{whole},{rest}") })
    }
}

/// A number in thousandths, where it is one that a mark may be.
#[expect(clippy::cast_possible_truncation, reason = "it is within what a mark may be")]
fn thousandths(number: f64) -> Option<i64> {
    (0.0..=1_000_000.0).contains(&number).then(|| (number * 1_000.0).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(given: Option<(f64, f64)>) -> Score {
        let (activity, grading) = (Activity::Completed, Grading::FullyGraded);
        Score { user: "u".to_owned(), given, comment: None, at: 1_000, activity, grading }
    }

    #[test]
    fn a_mark_is_shown_on_the_scale_of_its_activity() {
        for (given, most, shown) in
            [((15.0, 20.0), 20, "15"), ((0.625, 1.0), 20, "12,5"), ((1.0, 3.0), 10, "3,3"), ((21.0, 20.0), 20, "21")]
        {
            let outcome = Outcome::of(&score(Some(given)), Moment(1_000));
            assert_eq!(outcome.and_then(|outcome| outcome.shown(most)).as_deref(), Some(shown), "{given:?}");
        }
    }

    #[test]
    fn what_no_mark_may_be_is_not_kept() {
        assert_eq!(Outcome::of(&score(Some((1e12, 20.0))), Moment(1_000)), None);
        assert_eq!(Outcome::of(&score(None), Moment(1_000).plus_minutes(-6)), None, "from the future");
        let pending = Score { grading: Grading::Pending, ..score(Some((15.0, 20.0))) };
        assert_eq!(Outcome::of(&pending, Moment(1_000)).and_then(|outcome| outcome.mark), None);
    }
}
