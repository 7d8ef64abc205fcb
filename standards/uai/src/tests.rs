//! The check letter, and any text.
use crate::{Uai, UaiError};
use proptest::prelude::*;

fn parse(text: &str) -> Result<Uai, UaiError> {
    text.parse()
}

#[test]
fn the_letter_is_checked() {
    let uai = parse(" 0140004d\u{a0}").expect("blanks around and a small letter are mended");
    assert_eq!((uai.as_str(), uai.departement(), uai.to_string()), ("0140004D", "014", "0140004D".to_owned()));
    assert_eq!(parse("0140004E"), Err(UaiError::Letter { expected: 'D' }));
    assert_eq!(parse("0140004I"), Err(UaiError::Letter { expected: 'D' }), "I, O and Q are no check letters");
    assert_eq!(parse(""), Err(UaiError::Length(0)));
    assert_eq!(parse("014000D"), Err(UaiError::Length(7)));
    assert_eq!(parse("01é004D"), Err(UaiError::Shape));
    assert_eq!(parse("01400040"), Err(UaiError::Shape));
    assert_eq!(UaiError::Letter { expected: 'D' }.to_string(), "the check letter of this UAI should be D");
}

#[test]
fn codes_sort_as_they_read() {
    let mut codes: Vec<_> = ["0761735Y", "0140004D", "0501825M"].iter().filter_map(|text| parse(text).ok()).collect();
    codes.sort();
    assert_eq!(codes.iter().map(Uai::as_str).collect::<Vec<_>>(), ["0140004D", "0501825M", "0761735Y"]);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        if let Ok(uai) = parse(&text) {
            prop_assert_eq!(uai.as_str(), text.trim().to_ascii_uppercase());
        }
    }

    /// Of the 26 letters exactly one fits, and a refusal names it.
    #[test]
    fn one_letter_fits(number in 0_u32..=9_999_999) {
        let fits: Vec<_> = ('A'..='Z').filter(|letter| parse(&format!("{number:07}{letter}")).is_ok()).collect();
        prop_assert_eq!(fits.len(), 1);
        for letter in ('A'..='Z').filter(|letter| *letter != fits[0]) {
            prop_assert_eq!(parse(&format!("{number:07}{letter}")), Err(UaiError::Letter { expected: fits[0] }));
        }
    }

    /// One wrong digit is always found: 23 is prime and divides no power of ten.
    #[test]
    fn one_wrong_digit_is_found(number in 0_u32..=9_999_999, place in 0_usize..7, digit in b'0'..=b'9') {
        let right = ('A'..='Z').map(|letter| format!("{number:07}{letter}")).find(|text| parse(text).is_ok());
        let right = right.expect("one letter fits");
        let mut wrong = right.clone().into_bytes();
        wrong[place] = digit;
        let wrong = String::from_utf8_lossy(&wrong).into_owned();
        prop_assert_eq!(parse(&wrong).is_ok(), wrong == right);
    }
}
