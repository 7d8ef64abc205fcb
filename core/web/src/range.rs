//! The part of some bytes that a player asks for (RFC 9110 § 14): Safari plays nothing that cannot be asked for in parts.
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;

/// What is asked of so many bytes.
#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    Whole,
    /// From the first to the last of these, both within.
    Part(usize, usize),
    /// A part that is not there.
    Nothing,
}

/// Reads one range: `0-1`, `500-`, `-500`. Several at once, another unit, or what is no range, is no question: the whole is the answer.
fn wanted(asked: &str, length: usize) -> Wanted {
    let Some((unit, range)) = asked.split_once('=') else { return Wanted::Whole };
    let Some((from, to)) = range.trim().split_once('-') else { return Wanted::Whole };
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // A number too long to be read is beyond every end.
        digits.then(|| text.parse().unwrap_or(usize::MAX))
    };
    if !unit.eq_ignore_ascii_case("bytes") {
        return Wanted::Whole;
    }
    let (from, to) = match (number(from), number(to)) {
        (None, Some(last)) if from.is_empty() => {
            (if last == 0 { length } else { length.saturating_sub(last) }, usize::MAX)
        }
        (Some(from), None) if to.is_empty() => (from, usize::MAX),
        (Some(from), Some(to)) if from <= to => (from, to),
        _ => return Wanted::Whole,
    };
    if from >= length { Wanted::Nothing } else { Wanted::Part(from, to.min(length - 1)) }
}

/// The bytes, or the part of them that is asked for; `tag` is the name under which they never change.
pub fn answer(mut response: Response, bytes: Bytes, tag: Option<&str>, asked: &HeaderMap) -> Response {
    let text = |name: header::HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    let tag = tag.map(|tag| format!("\"{tag}\""));
    // A part of what one had is asked for: of something else, the whole is the answer.
    let same = text(header::IF_RANGE).is_none_or(|had| Some(had) == tag.as_deref());
    let range = text(header::RANGE).filter(|_| same && response.status() == StatusCode::OK);
    let wanted = range.map_or(Wanted::Whole, |range| wanted(range, bytes.len()));
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let mut put = |name, value: String| drop(HeaderValue::from_str(&value).map(|value| headers.insert(name, value)));
    if let Some(tag) = tag {
        put(header::ETAG, tag);
    }
    match wanted {
        Wanted::Whole => *response.body_mut() = Body::from(bytes),
        Wanted::Part(from, to) => {
            put(header::CONTENT_RANGE, format!("bytes {from}-{to}/{}", bytes.len()));
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            *response.body_mut() = Body::from(bytes.slice(from..=to));
        }
        Wanted::Nothing => {
            put(header::CONTENT_RANGE, format!("bytes */{}", bytes.len()));
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::{Wanted::*, *};

    #[test]
    fn a_range_is_read_as_the_standard_says() {
        for (asked, length, told) in [
            ("bytes=0-1", 10, Part(0, 1)),
            ("bytes=0-", 10, Part(0, 9)),
            ("bytes=4-99", 10, Part(4, 9)),
            ("bytes=-3", 10, Part(7, 9)),
            ("bytes=-99", 10, Part(0, 9)),
            ("Bytes=0-99999999999999999999999", 10, Part(0, 9)),
            ("bytes=10-", 10, Nothing),
            ("bytes=-0", 10, Nothing),
            ("bytes=0-", 0, Nothing),
            ("bytes=5-4", 10, Whole),
            ("bytes=0-1,4-5", 10, Whole),
            ("bytes=+1-2", 10, Whole),
            ("bytes=-", 10, Whole),
            ("seconds=0-1", 10, Whole),
            ("nonsense", 10, Whole),
        ] {
            assert_eq!(wanted(asked, length), told, "{asked} of {length}");
        }
    }
}
