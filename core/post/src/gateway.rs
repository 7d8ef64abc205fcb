//! SMS by an HTTP gateway.
use crate::{BadConfig, Gateway, Letter, Refused, Shape, To};
use outgoing::{
    Door as Out,
    header::{HeaderMap, HeaderName, HeaderValue},
};
use telephone::{Phone, PhoneError};

/// A gateway, and what it is to be told.
#[derive(Clone, Debug)]
pub struct Door {
    out: Out,
    url: String,
    headers: HeaderMap,
    shape: Shape,
    body: String,
}

impl Door {
    /// The gateway as configured.
    pub fn open(gateway: &Gateway) -> Result<Self, BadConfig> {
        let out = Out::written();
        out.address(&gateway.url).map_err(|error| BadConfig::new("post.sms.url", &error))?;
        let mut headers = HeaderMap::new();
        for (name, value) in &gateway.headers {
            let name: HeaderName = name.parse().map_err(|error| BadConfig::new("post.sms.headers", &error))?;
            let mut value: HeaderValue = value.0.parse().map_err(|error| BadConfig::new("post.sms.headers", &error))?;
            value.set_sensitive(true);
            headers.insert(name, value);
        }
        if !["{to}", "{text}"].iter().all(|place| gateway.body.contains(place)) {
            return Err(BadConfig::new("post.sms.body", &"it has no place for {to} and {text}"));
        }
        let (url, body) = (gateway.url.clone(), gateway.body.clone());
        Ok(Self { out, url, headers, shape: gateway.shape, body })
    }

    /// Hands the message over.
    pub async fn send(&self, letter: &Letter) -> Result<(), Refused> {
        let To::Phone(to) = &letter.to else { return Err(Refused::Never("not a telephone number".to_owned())) };
        let to: Phone = to.parse().map_err(|why: PhoneError| Refused::Never(why.to_string()))?;
        if !to.takes_texts() {
            return Err(Refused::Never("a landline takes no text message".to_owned()));
        }
        let places = [("{to}", to.e164()), ("{text}", letter.text.as_str()), ("{key}", letter.key.as_str())];
        let media = match self.shape {
            Shape::Json => "application/json",
            Shape::Form => "application/x-www-form-urlencoded",
        };
        let body = fill(&self.body, self.shape, &places);
        let no_answer = |_| Refused::Later("no answer".to_owned());
        let request = self.out.post(&self.url).map_err(no_answer)?.headers(self.headers.clone());
        // What a gateway says besides is not read: once it has said yes, the message is on its way.
        let status = request.header("idempotency-key", &letter.key).body(media, body).status().await;
        match status.map_err(no_answer)? {
            200..=299 => Ok(()),
            // Too slow, too many, or the key is being renewed: a later try may pass.
            code @ (401 | 403 | 408 | 425 | 429 | 500..=599) => Err(Refused::Later(code.to_string())),
            code => Err(Refused::Never(code.to_string())),
        }
    }
}

/// The template with its places filled, each value written as the shape wants it. What a value holds is never a place.
fn fill(template: &str, shape: Shape, places: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 200);
    let mut rest = template;
    while let Some((at, place, value)) = places
        .iter()
        .filter_map(|(place, value)| rest.find(place).map(|at| (at, *place, *value)))
        .min_by_key(|(at, ..)| *at)
    {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        out.push_str(&written(shape, value));
        rest = after.strip_prefix(place).unwrap_or("");
    }
    out.push_str(rest);
    out
}

fn written(shape: Shape, value: &str) -> String {
    match shape {
        Shape::Json => {
            let quoted = serde_json::Value::from(value).to_string();
            quoted.trim_start_matches('"').strip_suffix('"').unwrap_or_default().to_owned()
        }
        Shape::Form => form_urlencoded::byte_serialize(value.as_bytes()).collect(),
    }
}
