//! The values of a record, each checked as it is read. What cannot be understood is left out, and noted.
use crate::{Remark, fault::shown, note::Notes, xml::Element};
use jiff::civil::Date;

impl Element {
    /// The first of these names that says something.
    pub fn said(&self, names: &[&str], notes: &mut Notes) -> Option<String> {
        let (name, value) = self.found(names)?;
        if !value.contains(char::is_control) {
            return Some(value.to_owned());
        }
        // A line broken within a value is a space; another control is a fault of whoever wrote it.
        if value.contains(|letter: char| letter.is_control() && !letter.is_whitespace()) {
            notes.add(self.line, Remark::Unprintable(shown(name)));
        }
        let spaced = value.replace(char::is_control, " ");
        let words: Vec<_> = spaced.split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// Whether one of these names says something.
    pub fn says(&self, names: &[&str]) -> bool {
        self.found(names).is_some()
    }

    /// The first of these names that says something, without which the record is none.
    pub fn needed(&self, names: &[&str], notes: &mut Notes) -> Option<String> {
        let said = self.said(names, notes);
        if said.is_none() {
            let missing = names.first().copied().unwrap_or_default().to_owned();
            notes.add(self.line, Remark::Incomplete { record: shown(&self.name), missing });
        }
        said
    }

    /// A day, `2015-04-21`: SIECLE writes `21/04/2015`.
    pub fn day(&self, name: &str, notes: &mut Notes) -> Option<String> {
        self.understood(&[name], notes, day)
    }

    /// Yes or no: `1`, `0`, `true`, `false`.
    pub fn flag(&self, names: &[&str], notes: &mut Notes) -> Option<bool> {
        self.understood(names, notes, |value| match value {
            "1" | "true" => Some(true),
            "0" | "false" => Some(false),
            _ => None,
        })
    }

    /// What the first of these names that says something means, in the words of the exports.
    pub fn understood<T>(&self, names: &[&str], notes: &mut Notes, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (name, value) = self.found(names)?;
        let meaning = read(value);
        if meaning.is_none() {
            notes.add(self.line, Remark::NotUnderstood { element: name.to_owned(), value: shown(value) });
        }
        meaning
    }

    fn found<'n>(&self, names: &[&'n str]) -> Option<(&'n str, &str)> {
        let mut values = names.iter().filter_map(|name| Some((*name, self.value(name)?.trim())));
        values.find(|(_, value)| !value.is_empty())
    }
}

fn day(text: &str) -> Option<String> {
    let read = Date::strptime("%d/%m/%Y", text).or_else(|_| Date::strptime("%Y-%m-%d", text));
    read.ok().filter(|day| day.year() > 999).map(|day| day.to_string())
}
