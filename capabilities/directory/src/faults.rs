//! What is wrong with an imported file, in the words of the person who made it.
use crate::people_import;
use uai::UaiError;
use web::{Lang, Words};

/// A fault of the directory of schools, as a sentence with its place.
pub fn say_annuaire(words: &Words, lang: Lang, fault: &annuaire::Fault) -> String {
    use annuaire::Reason;
    let key = format!("directory-fault-{}", fault.reason.key());
    let phrase = words.say(lang, &key);
    let why = match &fault.reason {
        Reason::Cells { expected, found } => phrase.num("expected", count(*expected)).num("found", count(*found)),
        Reason::Twice { first } => phrase.text("first", first),
        Reason::Uai(error) => {
            return place(words, lang, fault.line, &fault.column, &fault.value, &uai(words, lang, *error));
        }
        _ => phrase,
    };
    place(words, lang, fault.line, &fault.column, &fault.value, &why.to_string())
}

/// A fault of a file of people, as a sentence with its place.
pub fn say_people(words: &Words, lang: Lang, fault: &people_import::Fault) -> String {
    use people_import::Reason;
    let key = format!("directory-fault-{}", fault.reason.key());
    let phrase = words.say(lang, &key);
    let why = match &fault.reason {
        Reason::Cells { expected, found } => phrase.num("expected", count(*expected)).num("found", count(*found)),
        Reason::Contradiction { first } | Reason::UserTwice { first } => phrase.text("first", first),
        Reason::AuthorityTwice { first, child } => phrase.text("first", first).text("child", child),
        Reason::UserTaken { holder } => phrase.text("holder", holder),
        Reason::OtherPerson { known, said } => phrase.text("known", known).text("said", said),
        Reason::Uai(error) => {
            return place(words, lang, fault.line, &fault.column, &fault.value, &uai(words, lang, *error));
        }
        _ => phrase,
    };
    place(words, lang, fault.line, &fault.column, &fault.value, &why.to_string())
}

/// A fault that was kept, as a sentence with its place: its word, what stands there, and the other one that it names.
pub fn say_kept(
    words: &Words,
    lang: Lang,
    (line, column): (i64, &str),
    (word, said, known): (&str, &str, &str),
) -> String {
    let key = format!("directory-fault-{word}");
    let why = words.say(lang, &key).text("known", known).text("said", said).to_string();
    place(words, lang, u64::try_from(line).unwrap_or(0), column, said, &why)
}

/// Something to look at, as a sentence with its line.
pub fn say_to_check(words: &Words, lang: Lang, check: &people_import::ToCheck) -> String {
    let key = format!("directory-check-{}", check.doubt.key());
    let why = words.say(lang, &key).text("other", check.doubt.other()).to_string();
    let phrase = words.say(lang, "directory-to-check").text("line", check.line).text("column", check.column);
    phrase.text("said", &check.said).text("why", why).to_string()
}

fn uai(words: &Words, lang: Lang, error: UaiError) -> String {
    match error {
        UaiError::Letter { expected } => {
            words.say(lang, "directory-fault-uai-letter").text("expected", expected).to_string()
        }
        _ => words.say(lang, "directory-fault-uai").to_string(),
    }
}

fn place(words: &Words, lang: Lang, line: u64, column: &str, value: &str, why: &str) -> String {
    let key = match (column, value) {
        ("-", _) => "directory-fault-row",
        (_, "") => "directory-fault-column",
        _ => "directory-fault-cell",
    };
    words.say(lang, key).text("line", line).text("column", column).text("value", value).text("why", why).to_string()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
