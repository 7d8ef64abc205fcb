//! XML from outside: bounded before it is parsed, checked as a whole before anything is looked for in it.
use crate::{Refusal, instant, refusal::cut};
use roxmltree::{Document, Error, Node};
use std::{borrow::Cow, collections::HashSet};

/// The most bytes of a message.
pub(crate) const MESSAGE: usize = 256 * 1024;
/// The most bytes of metadata.
pub(crate) const METADATA: usize = 1024 * 1024;

/// The namespaces of what is read here.
pub(crate) const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
pub(crate) const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
pub(crate) const METADATA_NS: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
pub(crate) const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
pub(crate) const ENCRYPTION: &str = "http://www.w3.org/2001/04/xmlenc#";

/// Elements within elements. A message has a dozen.
const DEEPEST: usize = 40;

/// A text from outside, of at most so many bytes, its line ends as XML reads them (2.11). The parser would do so too,
/// but for one that follows a reference.
pub(crate) fn bounded(text: &str, most: usize) -> Result<Cow<'_, str>, Refusal> {
    if text.len() > most {
        return Err(Refusal::TooLarge);
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() })
}

/// Parses a text of at most so many bytes, and refuses what no honest message has and attacks need: a document type,
/// processing instructions, deep nesting, the same identifier twice, far more marks than text.
pub(crate) fn read(text: &str, most: usize) -> Result<Document<'_>, Refusal> {
    if text.len() > most {
        return Err(Refusal::TooLarge);
    }
    // The parser sets memory aside by these signs, compares each attribute with all others of its element, and takes a
    // time that grows with the cube of the declarations.
    let count = |sign: u8| text.bytes().filter(|byte| *byte == sign).count();
    let declarations = text.matches("xmlns").count();
    if count(b'<') > most / 16 || count(b'=') > most / 64 || declarations > most / 512 {
        return Err(Refusal::TooDense);
    }
    let document = Document::parse(text).map_err(|why| match why {
        Error::DtdDetected => Refusal::Doctype,
        why => Refusal::NotXml(cut(&why.to_string())),
    })?;
    let mut ids = HashSet::new();
    for node in document.descendants() {
        if node.is_pi() {
            return Err(Refusal::Instruction);
        }
        if node.is_element() && node.ancestors().nth(DEEPEST + 1).is_some() {
            return Err(Refusal::TooDeep);
        }
        let named = node.attributes().filter(|attribute| attribute.name().eq_ignore_ascii_case("id"));
        for id in named.map(|attribute| attribute.value()) {
            if !ids.insert(id) {
                return Err(Refusal::DuplicateId);
            }
        }
    }
    Ok(document)
}

/// Whether the node is this element.
pub(crate) fn is(node: Node<'_, '_>, namespace: &str, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name && node.tag_name().namespace() == Some(namespace)
}

/// The element's children of this name.
pub(crate) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is(*child, namespace, name))
}

/// The child of this name, of which there is at most one.
pub(crate) fn optional<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> Result<Option<Node<'a, 'i>>, Refusal> {
    let mut found = children(node, namespace, name);
    let first = found.next();
    if found.next().is_some() { Err(Refusal::Twice(name)) } else { Ok(first) }
}

/// The child of this name, of which there is exactly one.
pub(crate) fn required<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> Result<Node<'a, 'i>, Refusal> {
    optional(node, namespace, name)?.ok_or(Refusal::Missing(name))
}

/// The attribute of this name that is in no namespace. The parser's own look-up would take `x:ID` for `ID`.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut found = node.attributes().filter(|one| one.name() == name && one.namespace().is_none());
    found.next().map(|one| one.value())
}

/// The attribute of this name, which must be there and say something.
pub(crate) fn said<'a>(node: Node<'a, '_>, name: &'static str) -> Result<&'a str, Refusal> {
    attribute(node, name).filter(|value| !value.is_empty()).ok_or(Refusal::Missing(name))
}

/// The instant that an attribute tells, if it is there.
pub(crate) fn instant(node: Node<'_, '_>, name: &'static str) -> Result<Option<i64>, Refusal> {
    attribute(node, name).map(|value| instant::read(value).ok_or(Refusal::Instant(name))).transpose()
}

/// All the text within, whatever comments stand in it: a comment never cuts a name short.
pub(crate) fn text(node: Node<'_, '_>) -> String {
    let whole: String = node.descendants().filter(Node::is_text).filter_map(|part| part.text()).collect();
    whole.trim().to_owned()
}

/// The text, fit to stand between tags or between double quotes.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' => safe.push_str("&#9;"),
            '\n' => safe.push_str("&#10;"),
            '\r' => safe.push_str("&#13;"),
            // No reference makes one of these a sign of XML.
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            sign => safe.push(sign),
        }
    }
    safe
}
