//! The records of an export, one at a time: each is a small tree, and what stands around it is passed over.
use crate::{Fault, Reason, fault::shown, source::Source};
use quick_xml::{
    Error, Reader, XmlVersion,
    errors::SyntaxError,
    escape::{EscapeError, resolve_predefined_entity},
    events::{BytesRef, BytesStart, Event},
};
use std::io::{self, Read};

/// How deep elements stand in one another: in an export, ten floors.
const DEEPEST: usize = 24;
/// The most elements of one record: a class with its services has some hundreds.
const MOST_ELEMENTS: usize = 10_000;
/// The most attributes of one element.
const MOST_ATTRIBUTES: usize = 32;
/// The longest text of one element, in bytes.
const LONGEST_TEXT: usize = 4 << 10;

/// What is a record: its name, and that of the element around it.
const RECORDS: [(&str, &str); 9] = [
    ("ELEVES", "ELEVE"),
    ("STRUCTURES", "STRUCTURES_ELEVE"),
    ("PERSONNES", "PERSONNE"),
    ("RESPONSABLES", "RESPONSABLE_ELEVE"),
    ("MEFS", "MEF"),
    ("MATIERES", "MATIERE"),
    ("DIVISIONS", "DIVISION"),
    ("GROUPES", "GROUPE"),
    ("INDIVIDUS", "INDIVIDU"),
];
/// The record that says of which school and year the file is.
pub const HEAD: &str = "PARAMETRES";

/// An element, with all that stands in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub line: u64,
    pub text: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
}

impl Element {
    /// What stands under this name: an attribute, or else the text of a child. The exports of the years differ in this.
    pub fn value(&self, name: &str) -> Option<&str> {
        let attribute = self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        attribute.or_else(|| self.child(name).map(|child| child.text.as_str()))
    }

    /// The first child of this name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Every `one` in the first `all`: each `SERVICE` of `SERVICES`.
    pub fn each<'e>(&'e self, all: &str, one: &'e str) -> impl Iterator<Item = &'e Self> {
        let children = self.child(all).map_or(&[][..], |all| &all.children);
        children.iter().filter(move |child| child.name == one)
    }

    /// Every child of this name.
    pub fn children<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// A file, read from its root on.
pub struct Records<R> {
    entry: String,
    reader: Reader<Source<R>>,
    buffer: Vec<u8>,
    /// The names of the elements around the next one, the root first.
    around: Vec<String>,
}

enum Step {
    Open(Element),
    Text(String),
    Close,
    End,
}

impl<R: Read> Records<R> {
    /// Opens a file of at most `most` bytes (else `over` is said), and reads its root.
    pub fn open(entry: &str, input: R, most: u64, over: Reason) -> Result<(Self, Element), Fault> {
        let fault = |error: io::Error| Fault { entry: shown(entry), line: 1, reason: unread(&error) };
        let mut reader = Reader::from_reader(Source::open(input, most, over).map_err(fault)?);
        reader.config_mut().expand_empty_elements = true;
        let mut records = Self { entry: shown(entry), reader, buffer: vec![], around: vec![] };
        loop {
            match records.step()? {
                Step::Open(root) => {
                    records.around.push(root.name.clone());
                    return Ok((records, root));
                }
                Step::Text(text) if text.trim().is_empty() => {}
                Step::Text(_) | Step::Close => return Err(records.fault(Reason::NotXml)),
                Step::End => return Err(records.fault(Reason::Empty)),
            }
        }
    }

    /// The next record, or none at the end of a sound file.
    pub fn next(&mut self) -> Result<Option<Element>, Fault> {
        loop {
            match self.step()? {
                Step::Open(_) if self.around.is_empty() => {
                    return Err(self.fault(Reason::Malformed("a second root".to_owned())));
                }
                Step::Open(element) => {
                    let within = self.around.last().map_or("", String::as_str);
                    if element.name == HEAD || RECORDS.contains(&(within, element.name.as_str())) {
                        return self.whole(element).map(Some);
                    }
                    self.deeper(1)?;
                    self.around.push(element.name);
                }
                Step::Close => drop(self.around.pop()),
                Step::Text(_) => {}
                Step::End if self.around.is_empty() => return Ok(None),
                Step::End => return Err(self.fault(Reason::Cut)),
            }
        }
    }

    /// How many bytes may still be read.
    pub fn left(&self) -> u64 {
        self.reader.get_ref().left()
    }

    /// A fault where the reading stands.
    pub fn fault(&self, reason: Reason) -> Fault {
        Fault { entry: self.entry.clone(), line: self.reader.get_ref().line(), reason }
    }

    /// All that stands in an element which was just opened.
    fn whole(&mut self, element: Element) -> Result<Element, Fault> {
        let (mut open, mut count) = (vec![], 1);
        let mut current = element;
        loop {
            match self.step()? {
                Step::Open(inner) => {
                    count += 1;
                    self.deeper(open.len() + 2)?;
                    if count > MOST_ELEMENTS {
                        return Err(self.fault(Reason::TooLong));
                    }
                    open.push(std::mem::replace(&mut current, inner));
                }
                Step::Text(text) => {
                    current.text.push_str(&text);
                    if current.text.len() > LONGEST_TEXT {
                        return Err(self.fault(Reason::TooLong));
                    }
                }
                Step::Close => {
                    let Some(outer) = open.pop() else { return Ok(current) };
                    let inner = std::mem::replace(&mut current, outer);
                    current.children.push(inner);
                }
                Step::End => return Err(self.fault(Reason::Cut)),
            }
        }
    }

    fn deeper(&self, floors: usize) -> Result<(), Fault> {
        if self.around.len() + floors > DEEPEST { Err(self.fault(Reason::TooDeep)) } else { Ok(()) }
    }

    fn step(&mut self) -> Result<Step, Fault> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().mark();
            let line = self.reader.get_ref().line();
            let step = match self.reader.read_event_into(&mut self.buffer) {
                Ok(Event::Start(start)) => element(&start, line).map(Step::Open),
                Ok(Event::Text(text)) => Ok(Step::Text(text.xml10_content().into_owned())),
                Ok(Event::CData(text)) => Ok(Step::Text(text.xml10_content().into_owned())),
                Ok(Event::GeneralRef(name)) => referred(&name).map(Step::Text),
                Ok(Event::DocType(doctype)) if doctype.contains('[') => Err(Reason::Doctype),
                Ok(Event::End(_)) => Ok(Step::Close),
                Ok(Event::Eof) => Ok(Step::End),
                // A declaration was read by the source; a document type that lies elsewhere is never fetched.
                Ok(Event::Decl(_) | Event::DocType(_) | Event::Comment(_) | Event::PI(_) | Event::Empty(_)) => continue,
                Err(error) => Err(reason(&error)),
            };
            return step.map_err(|reason| self.fault(reason));
        }
    }
}

fn element(start: &BytesStart<'_>, line: u64) -> Result<Element, Reason> {
    let mut attributes = vec![];
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| Reason::Malformed(shown(&error.to_string())))?;
        if attributes.len() == MOST_ATTRIBUTES {
            return Err(Reason::TooLong);
        }
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|error| reason(&error))?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: start.name().as_ref().to_owned(), line, attributes, ..Element::default() })
}

/// What a reference stands for: a character by its number, or one of the five that XML itself names.
fn referred(name: &BytesRef<'_>) -> Result<String, Reason> {
    match name.resolve_char_ref() {
        Ok(Some(letter)) => Ok(letter.to_string()),
        Ok(None) => resolve_predefined_entity(name).map(str::to_owned).ok_or_else(|| Reason::Entity(shown(name))),
        Err(_) => Err(Reason::Entity(shown(name))),
    }
}

fn reason(error: &Error) -> Reason {
    match error {
        Error::Io(error) => unread(error),
        Error::Encoding(_) => Reason::NotText,
        Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => Reason::Entity(shown(name)),
        Error::Syntax(SyntaxError::InvalidBangMarkup) => Reason::Malformed(shown(&error.to_string())),
        // Every other one says that the file ended within a tag.
        Error::Syntax(_) => Reason::Cut,
        error => Reason::Malformed(shown(&error.to_string())),
    }
}

/// Why bytes could not be had: what the source says, or what the caller's reader does.
fn unread(error: &io::Error) -> Reason {
    let said = error.get_ref().and_then(|inner| inner.downcast_ref::<Reason>());
    said.cloned().unwrap_or_else(|| Reason::Input(error.kind()))
}
