//! What is searched and what is typed to find it: whatever the text, words that are not empty and not long, and the same cut again.
#![no_main]
use libfuzzer_sys::fuzz_target;
use search::words::{LONGEST, STEM, fold, pieces, stem, words};

fuzz_target!(|text: &str| {
    assert!(words(text).count() <= pieces(text).count());
    for piece in pieces(text).chain(words(text)) {
        assert!(!piece.word.is_empty());
        let folded = fold(&piece.word);
        assert!(folded.chars().count() <= LONGEST);
        assert_eq!(fold(&folded), folded, "{}", piece.word);
        assert!(!folded.contains(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()));
        if let Some(stem) = stem(&piece.word) {
            assert!(stem.starts_with(STEM) && stem.chars().count() <= LONGEST + 1);
        }
    }
});
