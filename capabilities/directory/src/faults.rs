//! What was understood of an imported file and what is wrong with it, in the words of the person who made it.
use crate::people_import::{Fault, Field, Group, Note, Reading, Reason, Taken, ToCheck};
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
pub fn say_people(words: &Words, lang: Lang, fault: &Fault) -> String {
    place(words, lang, fault.line, &fault.column, &fault.value, &why(words, lang, fault))
}

/// Why it cannot be.
fn why(words: &Words, lang: Lang, fault: &Fault) -> String {
    let key = format!("directory-fault-{}", fault.reason.key());
    let phrase = words.say(lang, &key);
    let why = match &fault.reason {
        Reason::Cells { expected, found } => phrase.num("expected", count(*expected)).num("found", count(*found)),
        Reason::Contradiction { first } | Reason::UserTwice { first } => phrase.text("first", first),
        Reason::AuthorityTwice { first, child } => phrase.text("first", first).text("child", child),
        Reason::UserTaken { holder, free } => phrase.text("holder", holder).text("free", free),
        Reason::OtherPerson { known, said } => phrase.text("known", known).text("said", said),
        Reason::Uai(error) => return uai(words, lang, *error),
        _ => phrase,
    };
    why.to_string()
}

/// All that a reading has to say: each column, what is to be mended, what is good to know.
pub fn say_reading(words: &Words, lang: Lang, reading: &Reading) -> Vec<String> {
    let mut said: Vec<String> = reading
        .columns
        .iter()
        .filter_map(|one| {
            let taken = say_taken(words, lang, &one.taken)?;
            let key = if one.example.is_empty() { "directory-reading-column" } else { "directory-reading-column-such" };
            let phrase = words.say(lang, key).text("heading", &one.heading).text("taken", taken);
            Some(phrase.text("example", &one.example).to_string())
        })
        .collect();
    said.extend(say_ignored(words, lang, reading));
    said.extend(reading.groups.iter().map(|group| say_group(words, lang, Some(reading), group)));
    said.extend(reading.notes.iter().map(|note| say_note(words, lang, note)));
    said
}

/// What a column was taken for; nothing where it was left out.
pub fn say_taken(words: &Words, lang: Lang, taken: &Taken) -> Option<String> {
    match taken {
        Taken::As(Field { column, guardian }) => {
            let column = words.say(lang, format!("directory-column-{}", column.name())).to_string();
            Some(guardian.map_or(column.clone(), |rank| {
                let who = words.say(lang, format!("directory-guardian-{rank}"));
                words.say(lang, "directory-column-of").text("column", column).text("who", who).to_string()
            }))
        }
        Taken::Twin(heading) => Some(words.say(lang, "directory-column-twin").text("heading", heading).to_string()),
        Taken::Ignored => None,
    }
}

/// The columns that were left out, in one sentence, if there are some.
pub fn say_ignored(words: &Words, lang: Lang, reading: &Reading) -> Option<String> {
    let ignored = reading.columns.iter().filter(|one| one.taken == Taken::Ignored);
    let headings: Vec<&str> = ignored.map(|one| one.heading.as_str()).collect();
    let sentence = words.say(lang, "directory-reading-ignored").text("headings", headings.join(", "));
    (!headings.is_empty()).then(|| sentence.to_string())
}

/// The same fault on all its lines, as one sentence; columns by their headings in the file that was read.
pub fn say_group(words: &Words, lang: Lang, reading: Option<&Reading>, group: &Group) -> String {
    let mut fault = group.fault.clone();
    if let Some(reading) = reading {
        reading.heading(&group.fault.column).clone_into(&mut fault.column);
    }
    if group.count < 2 {
        return say_people(words, lang, &fault);
    }
    let key = match (fault.column.as_str(), fault.value.as_str()) {
        ("-", _) => "directory-faults-row",
        (_, "") => "directory-faults-column",
        _ if group.differs => "directory-faults-such",
        _ => "directory-faults-cell",
    };
    let phrase = words.say(lang, key).text("lines", lines(words, lang, group)).text("column", &fault.column);
    phrase.text("value", &fault.value).text("why", why(words, lang, &fault)).to_string()
}

/// « 4, 7, 12 et 31 autres ».
fn lines(words: &Words, lang: Lang, group: &Group) -> String {
    let named: Vec<String> = group.lines.iter().map(u64::to_string).collect();
    let (last, first) = named.split_last().map_or(("", &[][..]), |(last, first)| (last.as_str(), first));
    match group.count - named.len() {
        0 => words.say(lang, "directory-lines-all").text("lines", first.join(", ")).text("last", last).to_string(),
        more => words.say(lang, "directory-lines-more").text("lines", named.join(", ")).num("n", more).to_string(),
    }
}

/// Something that was done with a row, as a sentence.
pub fn say_note(words: &Words, lang: Lang, note: &Note) -> String {
    let key = format!("directory-noted-{}", note.what.key());
    let why = words.say(lang, key).text("first", note.what.first()).to_string();
    words.say(lang, "directory-note").text("line", note.line).text("said", &note.said).text("why", why).to_string()
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
pub fn say_to_check(words: &Words, lang: Lang, check: &ToCheck) -> String {
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
