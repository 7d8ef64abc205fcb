//! What a token or a document says, read by type.
use crate::{Refusal, json};
use serde_json::{Map, Value};

/// The most bytes of one text.
const TEXT: usize = 4096;

/// The claims of a token, or the fields of a document. A path says where a value lies (`["address", "country"]`), and
/// goes through arrays: `["schools", "uai"]` gives the `uai` of each school.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claims(Map<String, Value>);

impl Claims {
    /// Reads a JSON object of at most [`LIMIT`](crate::LIMIT) bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        Self::try_from(json(bytes)?)
    }

    /// The text at this path; none when there is none, or several, or it is empty, longer than 4,096 bytes or holds
    /// control characters.
    pub fn text(&self, path: &[&str]) -> Option<&str> {
        match self.values(path).as_slice() {
            [Value::String(text)] => Some(text.as_str()).filter(|text| fit(text)),
            _ => None,
        }
    }

    /// The texts at this path, in their order, whether one or an array; what is no fit text is left out.
    pub fn texts(&self, path: &[&str]) -> Vec<&str> {
        self.values(path).into_iter().filter_map(Value::as_str).filter(|text| fit(text)).collect()
    }

    /// The text of this claim, which must be there.
    pub fn required(&self, name: &'static str) -> Result<&str, Refusal> {
        self.text(&[name]).ok_or(Refusal::Missing(name))
    }

    /// The whole number at this path. An instant may have decimals, which are cut.
    pub fn number(&self, path: &[&str]) -> Option<i64> {
        match self.values(path).as_slice() {
            [Value::Number(number)] => number.as_i64().or_else(|| number.as_f64().and_then(whole)),
            _ => None,
        }
    }

    /// The truth value at this path.
    pub fn flag(&self, path: &[&str]) -> Option<bool> {
        match self.values(path).as_slice() {
            [Value::Bool(flag)] => Some(*flag),
            _ => None,
        }
    }

    /// The values at this path, arrays opened.
    pub fn values(&self, path: &[&str]) -> Vec<&Value> {
        let Some((first, rest)) = path.split_first() else { return Vec::new() };
        let mut found = opened(self.0.get(*first));
        for name in rest {
            found = found.into_iter().flat_map(|value| opened(value.get(*name))).collect();
        }
        found
    }

    /// Whether the claim is there, be it null.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The names of the claims: what an operator looks at to see what a portal sends.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl TryFrom<Value> for Claims {
    type Error = Refusal;

    fn try_from(value: Value) -> Result<Self, Refusal> {
        match value {
            Value::Object(fields) => Ok(Self(fields)),
            _ => Err(Refusal::NotJson),
        }
    }
}

fn opened(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None => Vec::new(),
        Some(Value::Array(values)) => values.iter().collect(),
        Some(value) => vec![value],
    }
}

fn fit(text: &str) -> bool {
    !text.is_empty() && text.len() <= TEXT && !text.contains(char::is_control)
}

#[expect(clippy::cast_possible_truncation, reason = "it is within what a float holds exactly")]
fn whole(number: f64) -> Option<i64> {
    (number.abs() < 9e15).then_some(number as i64)
}
