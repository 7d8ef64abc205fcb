//! What every test asks of a page, and files to send with a form.
use super::Browser;

/// A picture, as small as they come.
pub const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
/// The first bytes of a recording.
pub const SOUND: &[u8] = b"RIFF\x24\0\0\0WAVEfmt ";

/// The text of the page, which is whole: one heading, every sentence in its language, ten statements at most.
///
/// # Panics
/// When it is not.
pub fn whole(page: &Browser) -> &str {
    assert!(matches!(page.status, 200 | 422), "{page:?}");
    assert_eq!(missing(&page.text), None, "{page:?}");
    assert_eq!(page.text.matches("<h1").count(), 1, "{page:?}");
    // What is refused is undone, and its statements are not counted.
    assert!(page.status == 422 || page.queries <= 10, "{} statements: {page:?}", page.queries);
    &page.text
}

/// Where the form led, which was taken.
///
/// # Panics
/// When it was refused.
pub fn led(page: &Browser) -> String {
    assert_eq!(page.status, 303, "{page:?}");
    page.location.clone().expect("an answer that leads elsewhere says where")
}

/// The key of the first sentence that is in no language file: it is shown as `[desk-state-open]`.
fn missing(text: &str) -> Option<&str> {
    let keys = text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(key, _)| key);
    let is_key = |key: &&str| {
        key.contains('-') && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    keys.into_iter().find(is_key)
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn a_missing_sentence_is_found_by_its_brackets() {
        assert_eq!(missing("<p>[desk-state-open]</p>"), Some("desk-state-open"));
        assert_eq!(missing("<input name=\"pupil[]\"> [sic] [2025-2026 Lecture]"), None);
    }
}
