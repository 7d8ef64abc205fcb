//! The elements of a file, one after the other, with the text of those that have one.
use crate::{
    Header, Operation, Reason,
    bytes::Text,
    entity,
    fault::{Fault, cut},
};
use quick_xml::{
    Error, XmlVersion,
    errors::IllFormedError,
    events::{BytesRef, BytesStart, Event},
    reader::Reader,
};
use std::io::BufRead;

/// The longest value or id, in bytes.
const VALUE: usize = 8 << 10;

/// An element of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    Document,
    Add,
    Modify,
    Delete,
    Operational,
    Identifier,
    Id,
    Attributes,
    Attribute,
    Modifications,
    Modification,
    Value,
}

const ELEMENTS: [(&str, Element); 12] = [
    ("value", Element::Value),
    ("attr", Element::Attribute),
    ("modification", Element::Modification),
    ("id", Element::Id),
    ("identifier", Element::Identifier),
    ("attributes", Element::Attributes),
    ("operationalAttributes", Element::Operational),
    ("addRequest", Element::Add),
    ("modifyRequest", Element::Modify),
    ("deleteRequest", Element::Delete),
    ("modifications", Element::Modifications),
    ("ficAlimMENESR", Element::Document),
];

impl Element {
    /// As the format spells it.
    pub fn name(self) -> &'static str {
        ELEMENTS.iter().find(|(_, element)| *element == self).map_or("", |(name, _)| name)
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    Open(Element),
    Close(Element),
    End,
}

pub(crate) struct Lexer<R> {
    pub file: String,
    xml: Reader<Text<R>>,
    buffer: Vec<u8>,
    /// The text of the `value` or `id` that was closed last.
    pub text: String,
    /// The name of the attribute that was opened last.
    pub name: String,
    /// Its operation.
    pub operation: Operation,
    /// What the comments have said so far.
    pub header: Header,
    /// Whether text means something here.
    texts: bool,
}

impl<R: BufRead> Lexer<R> {
    pub fn of(file: &str, bytes: R, most: u64) -> Result<Self, Fault> {
        let text = Text::of(bytes, most).map_err(|reason| Fault::new(file, 1, reason))?;
        let mut xml = Reader::from_reader(text);
        xml.config_mut().expand_empty_elements = true;
        Ok(Self {
            file: file.to_owned(),
            xml,
            buffer: vec![],
            text: String::new(),
            name: String::new(),
            operation: Operation::Replace,
            header: Header::default(),
            texts: false,
        })
    }

    pub fn line(&self) -> u64 {
        self.xml.get_ref().line()
    }

    pub fn left(&self) -> u64 {
        self.xml.get_ref().left()
    }

    pub fn fault(&self, reason: Reason) -> Fault {
        Fault::new(&self.file, self.line(), reason)
    }

    pub fn next(&mut self) -> Result<Token, Fault> {
        self.token().map_err(|reason| self.fault(reason))
    }

    fn token(&mut self) -> Result<Token, Reason> {
        loop {
            self.buffer.clear();
            self.xml.get_mut().next_piece();
            let event = match self.xml.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(error) => return Err(failure(self.xml.get_ref(), &error)),
            };
            match event {
                Event::Start(tag) => {
                    let element = element(tag.name().as_ref())?;
                    if matches!(element, Element::Attribute | Element::Modification) {
                        self.operation = attributes(&tag, &mut self.name)?;
                    }
                    self.texts = matches!(element, Element::Value | Element::Id);
                    self.text.clear();
                    return Ok(Token::Open(element));
                }
                Event::End(tag) => {
                    self.texts = false;
                    tidy(&mut self.text)?;
                    return Ok(Token::Close(element(tag.name().as_ref())?));
                }
                Event::Text(text) => add(&mut self.text, self.texts, &text.xml10_content())?,
                Event::CData(text) => add(&mut self.text, self.texts, &text.xml10_content())?,
                Event::GeneralRef(name) => add(&mut self.text, self.texts, sign(&name)?.encode_utf8(&mut [0; 4]))?,
                Event::DocType(text) if text.contains('[') => return Err(Reason::InternalDtd),
                Event::Comment(text) => self.header.take(&text),
                Event::Eof => return Ok(Token::End),
                Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => {}
            }
        }
    }
}

fn element(name: &str) -> Result<Element, Reason> {
    let known = ELEMENTS.iter().find(|(known, _)| *known == name);
    known.map(|(_, element)| *element).ok_or_else(|| Reason::Unexpected(cut(name)))
}

/// The `name` and the `operation` of a tag.
fn attributes(tag: &BytesStart<'_>, name: &mut String) -> Result<Operation, Reason> {
    let mut operation = Operation::Replace;
    name.clear();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| Reason::Xml(error.to_string()))?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|error| of_xml(&error))?;
        match attribute.key.as_ref() {
            "name" => name.push_str(&value),
            "operation" => operation = Operation::named(&value)?,
            _ => {}
        }
    }
    if name.is_empty() { Err(Reason::NoName) } else { Ok(operation) }
}

fn add(text: &mut String, texts: bool, more: &str) -> Result<(), Reason> {
    if !texts {
        return if more.trim().is_empty() { Ok(()) } else { Err(Reason::Unexpected(cut(more.trim()))) };
    }
    if text.len() + more.len() > VALUE {
        return Err(Reason::TooLong);
    }
    text.push_str(more);
    Ok(())
}

/// Without the blanks around it, ends of lines as blanks. Another control character is no text: records keep them
/// apart by one.
fn tidy(text: &mut String) -> Result<(), Reason> {
    if text.contains(char::is_control) {
        *text = text.replace(['\n', '\r', '\t'], " ");
        if text.contains(char::is_control) {
            return Err(Reason::NotText);
        }
    }
    text.truncate(text.trim_end().len());
    text.drain(..text.len() - text.trim_start().len());
    Ok(())
}

fn sign(name: &BytesRef<'_>) -> Result<char, Reason> {
    let unknown = || Reason::Entity(cut(name));
    match name.resolve_char_ref() {
        Ok(Some(sign)) => Ok(sign),
        Ok(None) => entity::sign(name).ok_or_else(unknown),
        Err(_) => Err(unknown()),
    }
}

/// Why the next event could not be read.
fn failure<R: BufRead>(text: &Text<R>, error: &Error) -> Reason {
    if let Some(reason) = text.failure() {
        return reason.clone();
    }
    match error {
        Error::Syntax(_) | Error::IllFormed(IllFormedError::UnclosedReference) if text.ended() => Reason::Cut,
        error => of_xml(error),
    }
}

fn of_xml(error: &Error) -> Reason {
    Reason::Xml(cut(&error.to_string()))
}
