//! One request of a file: somebody or something added, modified or deleted.
use crate::{Kind, Reason, fault::cut};
use std::ops::Range;

/// The most attributes of a request.
const ATTRIBUTES: usize = 200;
/// The most values of a request: a large school has a few hundred classes and groups.
const VALUES: usize = 10_000;
/// The most text of a request, in bytes.
const TEXT: usize = 1 << 20;
/// The longest id, category and name of an attribute, in bytes.
const NAME: usize = 64;

/// What a request does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Here is the whole record (`addRequest`).
    Add,
    /// Here is what changes in it (`modifyRequest`).
    Modify,
    /// It is no more (`deleteRequest`).
    Delete,
}

/// What a modification does with the values of one attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// These are added to the others.
    Add,
    /// These are taken away; all, when none is named.
    Delete,
    /// These stand instead of the others.
    Replace,
}

/// One request. Its text is in one piece, so that reading the next one allocates nothing.
#[derive(Clone, Debug)]
pub struct Request {
    action: Action,
    category: String,
    id: String,
    line: u64,
    text: String,
    attributes: Vec<Part>,
    values: Vec<Range<usize>>,
}

#[derive(Clone, Debug)]
struct Part {
    name: Range<usize>,
    operation: Operation,
    values: Range<usize>,
}

/// One attribute of a request.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'r> {
    /// Its name, as in `sn`.
    pub name: &'r str,
    /// What is done with the values; [`Operation::Replace`] where the request adds a record.
    pub operation: Operation,
    text: &'r str,
    values: &'r [Range<usize>],
}

impl<'r> Attribute<'r> {
    /// Its values, without the blanks around them. `<value/>` is an empty one.
    pub fn values(&self) -> impl Iterator<Item = &'r str> {
        let text = self.text;
        self.values.iter().map(move |value| text.get(value.clone()).unwrap_or(""))
    }
}

impl Request {
    /// What it does.
    pub fn action(&self) -> Action {
        self.action
    }

    /// What it is about; none for a category that this crate does not read.
    pub fn kind(&self) -> Option<Kind> {
        Kind::of_category(&self.category)
    }

    /// The category as the feed spells it (`Eleve`).
    pub fn category(&self) -> &str {
        &self.category
    }

    /// The id, unique in its kind, its académie and its degree.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The line where it begins.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// What it says. An attribute may come several times.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'_>> {
        self.attributes.iter().map(|part| Attribute {
            name: self.text.get(part.name.clone()).unwrap_or(""),
            operation: part.operation,
            text: &self.text,
            values: self.values.get(part.values.clone()).unwrap_or_default(),
        })
    }

    pub(crate) fn empty() -> Self {
        let (category, id, text) = (String::new(), String::new(), String::new());
        Self { action: Action::Add, category, id, line: 0, text, attributes: vec![], values: vec![] }
    }

    pub(crate) fn begin(&mut self, action: Action, line: u64) {
        (self.action, self.line) = (action, line);
        self.category.clear();
        self.id.clear();
        self.text.clear();
        self.attributes.clear();
        self.values.clear();
    }

    pub(crate) fn about(&mut self, category: &str) -> Result<(), Reason> {
        replace(&mut self.category, category)
    }

    pub(crate) fn of(&mut self, id: &str) -> Result<(), Reason> {
        replace(&mut self.id, id)
    }

    pub(crate) fn attribute(&mut self, name: &str, operation: Operation) -> Result<(), Reason> {
        if self.attributes.len() == ATTRIBUTES {
            return Err(Reason::TooMany);
        }
        if name.len() > NAME {
            return Err(Reason::TooLong);
        }
        let name = self.keep(name)?;
        self.attributes.push(Part { name, operation, values: self.values.len()..self.values.len() });
        Ok(())
    }

    /// One more value of the last attribute.
    pub(crate) fn value(&mut self, value: &str) -> Result<(), Reason> {
        if self.values.len() == VALUES {
            return Err(Reason::TooMany);
        }
        let value = self.keep(value)?;
        self.values.push(value);
        if let Some(part) = self.attributes.last_mut() {
            part.values.end = self.values.len();
        }
        Ok(())
    }

    pub(crate) fn whole(&self) -> Result<(), Reason> {
        match (self.category.is_empty(), self.id.is_empty()) {
            (true, _) => Err(Reason::NoCategory),
            (_, true) => Err(Reason::NoId),
            (false, false) => Ok(()),
        }
    }

    fn keep(&mut self, text: &str) -> Result<Range<usize>, Reason> {
        let from = self.text.len();
        if from + text.len() > TEXT {
            return Err(Reason::TooMany);
        }
        self.text.push_str(text);
        Ok(from..self.text.len())
    }
}

fn replace(old: &mut String, new: &str) -> Result<(), Reason> {
    if new.len() > NAME {
        return Err(Reason::TooLong);
    }
    new.clone_into(old);
    Ok(())
}

impl Operation {
    /// As the format spells it; `replace` is the only one that the Ministry's DTD knows, and the one meant when none
    /// is said.
    pub(crate) fn named(word: &str) -> Result<Self, Reason> {
        match word {
            "add" => Ok(Self::Add),
            "delete" => Ok(Self::Delete),
            "replace" => Ok(Self::Replace),
            word => Err(Reason::Operation(cut(word))),
        }
    }
}
