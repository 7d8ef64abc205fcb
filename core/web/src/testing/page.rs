//! What every test asks of a page, and files to send with a form.
use super::Browser;

/// A picture, as small as they come: one pixel.
pub const PICTURE: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDAT\
    x\x9cc0N\x9b\xf9\x1f\0\x044\x022[-\n\xe0\0\0\0\0IEND\xaeB`\x82";
/// A sound, as short: a millisecond of silence.
pub const SOUND: &[u8] = b"RIFF,\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0@\x1f\0\0@\x1f\0\0\x01\0\x08\0data\x08\0\0\0\
    \x80\x80\x80\x80\x80\x80\x80\x80";
/// A film as a browser records it: one track of pictures, and one block of it.
pub const FILM: &[u8] = b"\x1aE\xdf\xa3\x87B\x82\x84webm\x18S\x80g\x01\xff\xff\xff\xff\xff\xff\xff\
    \x16T\xaek\x88\xae\x86\xd7\x81\x01\x83\x81\x01\x1fC\xb6u\xff\xe7\x81\0\xa3\x87\x81\0\0\x80abc";

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
