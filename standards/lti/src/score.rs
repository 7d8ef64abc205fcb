//! A score: a mark that the tool sends, and how far the learner is.
use crate::Refusal;
use crate::fields::{amount, maybe, object, required, text};
use crate::line_item::maximum;
use jiff::Timestamp;
use oidc::Claims;
use serde_json::{Value, json};
use url::Url;

/// A mark, or word of how far somebody is.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Whose ([`User::id`](crate::User)). Whether they are in the course is for the caller.
    pub user: String,
    /// The mark and the best one there is; the mark may be better still. None while there is no mark.
    pub given: Option<(f64, f64)>,
    /// A word to the learner.
    pub comment: Option<String>,
    /// When, in milliseconds since 1970. One that is not later than the last one received counts for nothing.
    pub at: i64,
    /// How far the learner is.
    pub activity: Activity,
    /// How far the marking is.
    pub grading: Grading,
}

/// How far the learner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// Nothing done yet, or begun anew.
    Initialized,
    /// Opened.
    Started,
    /// Being done.
    InProgress,
    /// Handed in; may be taken up again.
    Submitted,
    /// Done.
    Completed,
}

/// How far the marking is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grading {
    /// The mark stands.
    FullyGraded,
    /// The mark is on its way.
    Pending,
    /// A person has to mark.
    PendingManual,
    /// It failed.
    Failed,
    /// Nothing to mark.
    NotReady,
}

impl Score {
    /// The type of its document.
    pub const TYPE: &str = "application/vnd.ims.lis.v1.score+json";

    /// Reads what a tool posts.
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let claims = Claims::read(body)?;
        let given = claims.has("scoreGiven").then(|| {
            let given = amount(&claims, &["scoreGiven"]).ok_or(Refusal::missing("scoreGiven"))?;
            Ok::<_, Refusal>((given, maximum(&claims)?))
        });
        let at = claims.required("timestamp")?.parse::<Timestamp>().map_err(|_| Refusal::missing("timestamp"))?;
        Ok(Self {
            user: required(&claims, &["userId"], "userId")?,
            given: given.transpose()?,
            comment: text(&claims, &["comment"]),
            at: at.as_millisecond(),
            activity: known(&claims, "activityProgress", &Activity::ALL, Activity::name)?,
            grading: known(&claims, "gradingProgress", &Grading::ALL, Grading::name)?,
        })
    }

    /// As JSON; none when its instant is not one.
    pub fn document(&self) -> Option<Value> {
        let at = Timestamp::from_millisecond(self.at).ok()?;
        Some(object([
            ("userId", Some(self.user.as_str().into())),
            ("scoreGiven", self.given.map(|(given, _)| json!(given))),
            ("scoreMaximum", self.given.map(|(_, most)| json!(most))),
            ("comment", maybe(self.comment.as_ref())),
            ("timestamp", Some(at.to_string().into())),
            ("activityProgress", Some(self.activity.name().into())),
            ("gradingProgress", Some(self.grading.name().into())),
        ]))
    }
}

impl Activity {
    const ALL: [Self; 5] = [Self::Initialized, Self::Started, Self::InProgress, Self::Submitted, Self::Completed];

    fn name(self) -> &'static str {
        match self {
            Self::Initialized => "Initialized",
            Self::Started => "Started",
            Self::InProgress => "InProgress",
            Self::Submitted => "Submitted",
            Self::Completed => "Completed",
        }
    }
}

impl Grading {
    const ALL: [Self; 5] = [Self::FullyGraded, Self::Pending, Self::PendingManual, Self::Failed, Self::NotReady];

    fn name(self) -> &'static str {
        match self {
            Self::FullyGraded => "FullyGraded",
            Self::Pending => "Pending",
            Self::PendingManual => "PendingManual",
            Self::Failed => "Failed",
            Self::NotReady => "NotReady",
        }
    }
}

fn known<T: Copy>(
    claims: &Claims,
    field: &'static str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
) -> Result<T, Refusal> {
    let said = claims.required(field)?;
    all.iter().copied().find(|one| name(*one) == said).ok_or(Refusal::missing(field))
}

/// Where the scores of a column are posted.
pub fn scores_address(line_item: &Url) -> Url {
    under(line_item, &["scores"])
}

/// Where the results of a column are read.
pub fn results_address(line_item: &Url) -> Url {
    under(line_item, &["results"])
}

/// The marks of a column as they stand, as JSON: whose, the mark if there is one, and the best one there is.
pub fn results<'a>(line_item: &Url, marks: impl IntoIterator<Item = (&'a str, Option<f64>, f64)>) -> Value {
    let result = |(user, mark, most): (&str, Option<f64>, f64)| {
        object([
            ("id", Some(under(line_item, &["results", user]).as_str().into())),
            ("scoreOf", Some(line_item.as_str().into())),
            ("userId", Some(user.into())),
            ("resultScore", mark.map(|mark| json!(mark))),
            ("resultMaximum", Some(json!(most))),
        ])
    };
    marks.into_iter().map(result).collect()
}

/// Under this address, whose query stays: some platforms say there which column it is.
fn under(url: &Url, path: &[&str]) -> Url {
    let mut url = url.clone();
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.pop_if_empty().extend(path);
    }
    url
}
