//! A telephone number: whatever the text, a number that reads the same again, or why not.
#![no_main]
use libfuzzer_sys::fuzz_target;
use telephone::Phone;

fuzz_target!(|text: &str| {
    if let Ok(phone) = text.parse::<Phone>() {
        assert!(phone.e164().len() <= 16 && phone.e164().starts_with('+'));
        assert_eq!(phone.e164().parse().as_ref(), Ok(&phone));
        assert_eq!(phone.shown().parse().as_ref(), Ok(&phone));
    }
});
