//! Whatever comes, an answer; and what is believed is what was signed.
use super::portal::{NOW, PORTAL, check, expectation, good, plain};
use crate::{Provider, form};
use proptest::prelude::*;

/// A document with this many bytes at this place replaced by others.
fn mutated(document: &str, at: usize, cut: usize, put: &str) -> Option<String> {
    let at = at % document.len();
    let whole = format!("{}{put}{}", document.get(..at)?, document.get((at + cut).min(document.len())..)?);
    Some(whole)
}

/// Pieces of XML in any order.
const TAGS: &str = "(<(/?[ab](:[ab])?( xmlns(:[ab])?=\"[ab]?\")?|!--|!\\[CDATA\\[|\\?a)|>|/>|-->|\\]\\]>\
                    |&[a-z#0-9]{0,4};|[ab\"= \r]){0,80}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_spoilt_answer_is_refused_or_says_the_same(
        at in 0..10_000_usize,
        cut in 0..12_usize,
        put in "[ -~é\r\n]{0,12}",
    ) {
        for document in [good(), plain()] {
            if let Some(Ok(read)) = mutated(&document, at, cut, &put).map(|document| check(&document)) {
                prop_assert_eq!(Ok(read), check(&document));
            }
        }
    }

    #[test]
    fn nothing_makes_a_reader_panic(text in "\\PC{0,300}", tags in TAGS) {
        for text in [&text, &tags] {
            prop_assert!(check(text).is_err());
            prop_assert!(expectation(NOW).logout_form(text).is_err());
            prop_assert!(expectation(NOW).logout_query(text).is_err());
            prop_assert!(Provider::read(text, Some(PORTAL)).is_err());
            let _ = form(text);
        }
    }
}
