//! One record as it is held: its id and what is kept of it, in one text without a byte to spare.
use crate::{Action, Kind, Operation, Request, field::Field};
use std::{borrow::Borrow, cmp::Ordering, collections::HashSet};

/// What stands between two values. No value has a control character.
const END: char = '\u{1f}';

/// The id, then each value after the letter of its field, in the order of the fields.
#[derive(Clone, Debug)]
pub(crate) struct Record(Box<str>);

/// What a record says, field by field.
type Values<'r> = Vec<(Field, &'r str)>;

impl Record {
    /// The record that a request leaves of what was there before.
    pub fn after(before: Option<&Self>, kind: Kind, request: &Request) -> Self {
        let mut values: Values<'_> = match request.action() {
            Action::Modify => before.map(|before| before.fields().collect()).unwrap_or_default(),
            Action::Add | Action::Delete => vec![],
        };
        for attribute in request.attributes() {
            let Some(field) = Field::of(kind, attribute.name) else { continue };
            let says_nobody = |value: &str| value.is_empty() && field == Field::Authority;
            let said = attribute.values().filter(|value| !value.is_empty() || says_nobody(value));
            match (request.action(), attribute.operation) {
                (Action::Modify, Operation::Replace) => {
                    let erases = attribute.values().all(str::is_empty);
                    if !erases || field.can_be_erased() {
                        values.retain(|(other, _)| *other != field);
                        values.extend(said.map(|value| (field, value)));
                    }
                }
                (Action::Modify, Operation::Delete) => {
                    let named: HashSet<&str> = said.filter(|value| !value.is_empty()).collect();
                    let goes =
                        |value: &str| if named.is_empty() { field.can_be_erased() } else { named.contains(value) };
                    values.retain(|(other, value)| *other != field || !goes(value));
                    if field == Field::Authority {
                        values.push((field, ""));
                    }
                }
                _ => values.extend(said.map(|value| (field, value))),
            }
        }
        Self::of(request.id(), values)
    }

    fn of(id: &str, mut values: Values<'_>) -> Self {
        // That nobody has authority is kept, as an empty value, unless somebody has: it is not the same as nothing
        // said.
        let somebody = values.iter().any(|(field, value)| *field == Field::Authority && !value.is_empty());
        let mut seen = HashSet::with_capacity(values.len());
        values.retain(|value| seen.insert(*value) && !(somebody && value.1.is_empty()));
        values.sort_by_key(|(field, _)| *field);
        let length = values.iter().map(|(_, value)| value.len() + 2).sum::<usize>() + id.len() + 1;
        let mut text = String::with_capacity(length);
        text.push_str(id);
        text.push(END);
        for (field, value) in values {
            text.push(field.letter());
            text.push_str(value);
            text.push(END);
        }
        Self(text.into_boxed_str())
    }

    /// Whether both say the same.
    pub fn says_as(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    pub fn id(&self) -> &str {
        self.0.split(END).next().unwrap_or("")
    }

    /// The schools it names, each once: where somebody belongs, has a class or a function.
    pub fn schools(&self) -> Vec<&str> {
        let values = self.fields().filter(|(field, _)| field.begins_with_school());
        let mut schools: Vec<&str> = values
            .filter_map(|(_, value)| value.split('$').next())
            .map(str::trim)
            .filter(|id| !id.is_empty())
            .collect();
        schools.sort_unstable();
        schools.dedup();
        schools
    }

    pub fn fields(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.split_terminator(END).skip(1).filter_map(|value| {
            let mut signs = value.chars();
            Some((Field::lettered(signs.next()?)?, signs.as_str()))
        })
    }

    pub fn all(&self, field: Field) -> impl Iterator<Item = &str> {
        self.fields().filter(move |(other, _)| *other == field).map(|(_, value)| value)
    }

    pub fn first(&self, field: Field) -> Option<&str> {
        self.all(field).next()
    }
}

/// Records are looked for by their id, in sets of one kind.
impl Borrow<str> for Record {
    fn borrow(&self) -> &str {
        self.id()
    }
}

impl Ord for Record {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id().cmp(other.id())
    }
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Record {}

impl PartialOrd for Record {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
