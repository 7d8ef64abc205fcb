//! The answer to a launch for deep linking: which exercises a teacher chose.
use crate::fields::{maybe, object, present, required, text};
use crate::launch_claims::settings;
use crate::names::{DATA, DEEP_LINKING_RESPONSE, DEPLOYMENT, ITEMS, MESSAGE, SAID, THIS_VERSION, VERSION};
use crate::{DeepLinking, LineItem, Platform, Refusal, Tool};
use oidc::{Algorithm, Claims, KeySet, SigningKey, cut, verify};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The most exercises of one choice.
const MOST: usize = 100;
/// How long an answer is good, in seconds: a browser posts it at once.
const GOOD_FOR: i64 = 300;
const KIND: &str = "ltiResourceLink";

/// What a teacher chose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The exercises.
    pub items: Vec<Item>,
    /// A word to the teacher.
    pub said: Option<String>,
    /// The answer's own name: one seen before is refused by the caller.
    pub unique: String,
}

/// One exercise, as a tool offers it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Its title.
    pub title: Option<String>,
    /// A few words of it.
    pub text: Option<String>,
    /// What is to be opened; the tool's usual address when not said.
    pub url: Option<String>,
    /// Comes back with each launch of it.
    pub custom: BTreeMap<String, String>,
    /// The column of marks that it wants.
    pub line_item: Option<LineItem>,
}

impl Platform {
    /// The answer as a token, to be posted to [`DeepLinking::return_to`] in the field `JWT`.
    pub fn choice(
        &self,
        asked: &DeepLinking,
        deployment: &str,
        choice: &Choice,
        key: &SigningKey,
        now: i64,
    ) -> Result<String, Refusal> {
        let items: Vec<_> = choice.items.iter().map(Item::document).collect();
        let claims = object([
            ("iss", Some(self.client_id.as_str().into())),
            ("aud", Some(self.issuer.as_str().into())),
            ("nonce", Some(choice.unique.as_str().into())),
            ("iat", Some(now.into())),
            ("exp", Some(now.saturating_add(GOOD_FOR).into())),
            (MESSAGE, Some(DEEP_LINKING_RESPONSE.into())),
            (VERSION, Some(THIS_VERSION.into())),
            (DEPLOYMENT, Some(deployment.into())),
            (ITEMS, Some(items.into())),
            (DATA, maybe(asked.data.as_ref())),
            (SAID, maybe(choice.said.as_ref())),
        ]);
        Ok(key.sign(&claims)?)
    }
}

impl Tool {
    /// Reads the tool's answer to a launch for deep linking of this deployment. What is chosen beside exercises (files,
    /// links, images) is left out.
    pub fn choice(
        &self,
        keys: &KeySet,
        token: &str,
        issuer: &str,
        deployment: &str,
        data: Option<&str>,
        now: i64,
    ) -> Result<Choice, Refusal> {
        let claims = verify(token, keys, &Algorithm::ALL)?.claims;
        claims.issued_by(&self.client_id)?;
        claims.made_for(issuer)?;
        claims.in_force(now)?;
        let message = claims.required(MESSAGE)?;
        if message != DEEP_LINKING_RESPONSE {
            return Err(Refusal::OtherMessage { said: cut(message, 60) });
        }
        if claims.text(&[VERSION]) != Some(THIS_VERSION) {
            return Err(Refusal::OtherVersion);
        }
        let said = required(&claims, &[DEPLOYMENT], "deployment_id")?;
        if said != deployment {
            return Err(Refusal::OtherDeployment { said: cut(&said, 200) });
        }
        if claims.text(&[DATA]) != data {
            return Err(Refusal::OtherData);
        }
        let items = claims.values(&[ITEMS]);
        if items.len() > MOST {
            return Err(oidc::Refusal::TooLarge.into());
        }
        let items = items.into_iter().filter(|item| item.get("type").and_then(Value::as_str) == Some(KIND));
        Ok(Choice {
            items: items.map(|item| Item::read(item.clone())).collect::<Result<_, _>>()?,
            said: text(&claims, &[SAID]),
            unique: required(&claims, &["nonce"], "nonce")?,
        })
    }
}

impl Item {
    fn read(item: Value) -> Result<Self, Refusal> {
        let item = Claims::try_from(item)?;
        let title = text(&item, &["title"]);
        let line_item = item.values(&["lineItem"]).first().map(|value| (*value).clone());
        let line_item = line_item.map(|value| {
            // Its title is the exercise's when it has none of its own.
            let mut fields = value.as_object().cloned().unwrap_or_default();
            if let Some(title) = maybe(title.as_ref()) {
                fields.entry("label").or_insert(title);
            }
            LineItem::of(&Claims::try_from(Value::Object(fields))?)
        });
        Ok(Self {
            text: text(&item, &["text"]),
            url: text(&item, &["url"]),
            custom: settings(&item, &["custom"]),
            line_item: line_item.transpose()?,
            title,
        })
    }

    fn document(&self) -> Value {
        let mut item = present([
            ("type", Some(KIND.into())),
            ("title", maybe(self.title.as_ref())),
            ("text", maybe(self.text.as_ref())),
            ("url", maybe(self.url.as_ref())),
            ("lineItem", self.line_item.as_ref().map(LineItem::document)),
        ]);
        if !self.custom.is_empty() {
            item.insert("custom".to_owned(), json!(self.custom));
        }
        Value::Object(item)
    }
}
