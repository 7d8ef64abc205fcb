//! Fields of JSON, read within bounds and written when they are there.
use crate::Refusal;
use oidc::Claims;
use serde_json::{Map, Value};
use url::Url;

/// The most bytes of a name, as the norms have it.
const NAME: usize = 255;

/// The name at this path, if it is there: at most 255 bytes.
pub(crate) fn name(claims: &Claims, path: &[&str]) -> Option<String> {
    claims.text(path).filter(|text| text.len() <= NAME).map(str::to_owned)
}

/// The name at this path, which must be there.
pub(crate) fn required(claims: &Claims, path: &[&str], called: &'static str) -> Result<String, Refusal> {
    name(claims, path).ok_or(Refusal::missing(called))
}

/// The text at this path, if it is there.
pub(crate) fn text(claims: &Claims, path: &[&str]) -> Option<String> {
    claims.text(path).map(str::to_owned)
}

/// The address at this path, if something is there: https, or http on this very machine.
pub(crate) fn address(claims: &Claims, path: &[&str], called: &'static str) -> Result<Option<Url>, Refusal> {
    if claims.values(path).is_empty() {
        return Ok(None);
    }
    Ok(Some(oidc::address(called, claims.text(path).unwrap_or_default())?))
}

/// The number at this path, neither negative nor endless.
pub(crate) fn amount(claims: &Claims, path: &[&str]) -> Option<f64> {
    match claims.values(path).as_slice() {
        [value] => value.as_f64().filter(|number| number.is_finite() && *number >= 0.0),
        _ => None,
    }
}

/// The fields that are there.
pub(crate) fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    Value::Object(present(fields))
}

/// As [`object`], for more to be added.
pub(crate) fn present<const N: usize>(fields: [(&str, Option<Value>); N]) -> Map<String, Value> {
    fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// A text that may be there, as a value.
pub(crate) fn maybe(text: Option<&String>) -> Option<Value> {
    text.cloned().map(Value::from)
}

/// An address that may be there, as a value.
pub(crate) fn link(url: Option<&Url>) -> Option<Value> {
    url.map(|url| Value::from(url.as_str()))
}
