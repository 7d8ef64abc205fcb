//! Instants as messages write them.
use super::portal::NOW;
use crate::instant::{read, written};
use proptest::prelude::*;

#[test]
fn an_instant_is_read_in_all_its_shapes() {
    for text in [
        "2026-11-28T08:30:00Z",
        "2026-11-28T08:30:00",
        " 2026-11-28T08:30:00.0Z ",
        "2026-11-28T09:30:00+01:00",
        "2026-11-28T03:00:00-05:30",
        "2026-11-28T08:30:00.0009999Z",
    ] {
        assert_eq!(read(text), Some(NOW), "{text}");
    }
    assert_eq!(read("2026-11-28T08:30:00.123456Z"), Some(NOW + 123));
    assert_eq!(read("1970-01-01T00:00:00Z"), Some(0));
    assert_eq!(read("1969-12-31T23:59:59Z"), Some(-1_000));
    assert_eq!(read("2000-02-29T00:00:00Z"), Some(951_782_400_000));
    assert_eq!(read("9999-12-31T23:59:59.999Z"), Some(253_402_300_799_999));
}

#[test]
fn what_is_no_instant_is_none() {
    for text in [
        "",
        "2026-11-28",
        "2026-11-28 08:30:00Z",
        "2026-11-28T08:30Z",
        "2026-11-28T8:30:00Z",
        "2026-11-31T08:30:00Z",
        "2025-02-29T08:30:00Z",
        "1900-02-29T08:30:00Z",
        "2026-00-28T08:30:00Z",
        "2026-11-28T24:00:00Z",
        "2026-11-28T08:60:00Z",
        "2026-11-28T08:30:60Z",
        "2026-11-28T08:30:00.Z",
        "2026-11-28T08:30:00.0000000000000Z",
        "2026-11-28T08:30:00+1:00",
        "2026-11-28T08:30:00+15:00",
        "2026-11-28T08:30:00Z+01:00",
        "+026-11-28T08:30:00Z",
        "-2026-11-28T08:30:00Z",
        "2026-11-28T08:30:00é",
        "0000-11-28T08:30:00Z",
        "99999-11-28T08:30:00Z",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn an_instant_written_is_read_again(seconds in 0..253_402_300_799_i64) {
        prop_assert_eq!(read(&written(seconds * 1000)), Some(seconds * 1000));
    }

    #[test]
    fn no_text_and_no_instant_make_it_panic(
        text in "\\PC{0,40}",
        shaped in "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.Z+-]{0,20}",
        any in any::<i64>(),
    ) {
        read(&text);
        read(&shaped);
        prop_assert!(written(any / 1_000_000).len() >= 20);
    }
}
