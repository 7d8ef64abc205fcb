//! A rank in the queue ends as it is said.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use web::{Lang, SLICE, Words};

#[test]
fn a_rank_ends_as_it_is_said() {
    let words = Words::read(&[SLICE.sentences]).unwrap();
    let end = |lang, n: i64| words.say(lang, "shell-rank-end").num("n", n).to_string();
    let said: Vec<_> = [1, 2, 3, 4, 11, 12, 13, 21, 22].map(|n| format!("{n}{}", end(Lang::En, n))).into();
    assert_eq!(said, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd"]);
    assert_eq!([1, 2, 21].map(|n| end(Lang::Fr, n)), ["er", "e", "e"]);
}
