//! A line item: a column of marks.
use crate::Refusal;
use crate::fields::{address, amount, link, maybe, name, object, required};
use oidc::Claims;
use serde_json::{Value, json};
use url::Url;

/// A column of marks in a course.
#[derive(Clone, Debug, PartialEq)]
pub struct LineItem {
    /// Its address; the platform gives it when the column is made.
    pub id: Option<Url>,
    /// Its title.
    pub label: String,
    /// The best mark; more than nothing.
    pub maximum: f64,
    /// What it marks, in the tool's words.
    pub resource: Option<String>,
    /// What distinguishes it from others of the same resource.
    pub tag: Option<String>,
    /// The exercise that it belongs to ([`ResourceLink::id`](crate::ResourceLink)).
    pub link: Option<String>,
}

/// The most columns of one answer.
const MOST: usize = 1_000;

impl LineItem {
    /// The type of one.
    pub const TYPE: &str = "application/vnd.ims.lis.v2.lineitem+json";
    /// The type of several.
    pub const TYPE_OF_SEVERAL: &str = "application/vnd.ims.lis.v2.lineitemcontainer+json";

    /// Reads one: what a tool asks to make or change, or what the platform made.
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        Self::of(&Claims::read(body)?)
    }

    /// Reads several: the columns of a course.
    pub fn read_several(body: &[u8]) -> Result<Vec<Self>, Refusal> {
        let Value::Array(items) = oidc::json(body)? else { return Err(oidc::Refusal::NotJson.into()) };
        if items.len() > MOST {
            return Err(oidc::Refusal::TooLarge.into());
        }
        items.into_iter().map(|item| Self::of(&Claims::try_from(item)?)).collect()
    }

    /// As JSON.
    pub fn document(&self) -> Value {
        object([
            ("id", link(self.id.as_ref())),
            ("label", Some(self.label.as_str().into())),
            ("scoreMaximum", Some(json!(self.maximum))),
            ("resourceId", maybe(self.resource.as_ref())),
            ("tag", maybe(self.tag.as_ref())),
            ("resourceLinkId", maybe(self.link.as_ref())),
        ])
    }

    pub(crate) fn of(claims: &Claims) -> Result<Self, Refusal> {
        Ok(Self {
            id: address(claims, &["id"], "id")?,
            label: required(claims, &["label"], "label")?,
            maximum: maximum(claims)?,
            resource: name(claims, &["resourceId"]),
            tag: name(claims, &["tag"]),
            link: name(claims, &["resourceLinkId"]),
        })
    }
}

pub(crate) fn maximum(claims: &Claims) -> Result<f64, Refusal> {
    amount(claims, &["scoreMaximum"]).filter(|most| *most > 0.0).ok_or(Refusal::missing("scoreMaximum"))
}
