//! A file somebody sends: whatever the bytes, it is known by its content or stays outside; what comes in leaves what it says of its
//! making at the door (place, device, people: EXIF, XMP, comments, tags, the boxes of an MP4, the elements of a `WebM`), and is still of
//! the same kind.
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
