//! The school code: what is read is eight characters that read as themselves, what is refused says why.
#![no_main]
use libfuzzer_sys::fuzz_target;
use uai::{Uai, UaiError};

fuzz_target!(|text: &str| {
    match text.parse::<Uai>() {
        Ok(uai) => {
            assert_eq!(uai.as_str(), text.trim().to_ascii_uppercase());
            assert_eq!(uai.to_string().parse(), Ok(uai));
            assert_eq!(uai.departement().len(), 3);
        }
        Err(UaiError::Letter { expected }) => {
            let digits = &text.trim()[..7];
            assert!(format!("{digits}{expected}").parse::<Uai>().is_ok());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
