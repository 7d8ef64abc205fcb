//! A file somebody sends: whatever the bytes, it is known by its content or stays outside, and a picture leaves its EXIF at the
//! door and is still that picture.
#![no_main]
use bytes::Bytes;
use files::{Kind, admit, strip};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(kind) = admit(bytes) else { return };
    assert_eq!(Kind::from_media(kind.media()), Some(kind));
    let stripped = strip(kind, Bytes::copy_from_slice(bytes));
    assert_eq!(admit(&stripped), Ok(kind));
    assert_eq!(strip(kind, stripped.clone()), stripped, "what is clean stays as it is");
});
