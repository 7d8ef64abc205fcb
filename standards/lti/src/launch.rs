//! A launch: who opens what, from where.
use crate::Role;
use std::collections::BTreeMap;
use url::Url;

/// What the platform says of one launch. Read by [`Platform::launch`](crate::Platform::launch), written by
/// [`Launch::sign`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Launch {
    /// Which place of the platform it comes from.
    pub deployment: String,
    /// What is wanted.
    pub message: Message,
    /// Who it is; nobody when the platform names no one.
    pub user: Option<User>,
    /// What they are in the course.
    pub roles: Vec<Role>,
    /// The course.
    pub context: Option<Context>,
    /// Where marks go.
    pub scores: Option<ScoreService>,
    /// Where it can be asked who is in the course.
    pub members: Option<Url>,
    /// What the teacher or a [choice](crate::Item) set for this exercise.
    pub custom: BTreeMap<String, String>,
    /// The language of the person's screen (`fr-FR`).
    pub locale: Option<String>,
    /// Where a link back leads.
    pub return_to: Option<Url>,
}

/// What is wanted of the tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// To open an exercise.
    ResourceLink(ResourceLink),
    /// To let a teacher choose exercises.
    DeepLinking(DeepLinking),
}

/// An exercise in a course of the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceLink {
    /// Its name at the platform, which lasts.
    pub id: String,
    /// Its title there.
    pub title: Option<String>,
    /// What is to be opened: this one counts, not what the initiation said.
    pub target: String,
}

/// How a choice is to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeepLinking {
    /// Where the answer is posted, by the browser.
    pub return_to: Url,
    /// Which kinds of thing may be chosen (`ltiResourceLink`, `link`…).
    pub kinds: Vec<String>,
    /// Whether several may be chosen.
    pub several: bool,
    /// Goes back with the answer, as it is.
    pub data: Option<String>,
}

/// Somebody, as a platform knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// The platform's own name for them, which lasts. With the platform's issuer it is the only key.
    pub id: String,
    /// Their name as a whole.
    pub name: Option<String>,
    /// Their given name.
    pub given_name: Option<String>,
    /// Their family name.
    pub family_name: Option<String>,
    /// Their address of e-mail.
    pub email: Option<String>,
    /// The name by which the school's own information system knows them (`person_sourcedid`).
    pub sourced_id: Option<String>,
}

/// A course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Its name at the platform, which lasts.
    pub id: String,
    /// Its short name.
    pub label: Option<String>,
    /// Its title.
    pub title: Option<String>,
}

/// Where marks go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreService {
    /// What the tool may ask for, among [`scope`](crate::scope).
    pub scopes: Vec<String>,
    /// Where the columns of the course are.
    pub line_items: Option<Url>,
    /// The one column of this exercise.
    pub line_item: Option<Url>,
}
