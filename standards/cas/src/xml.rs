//! XML from outside, bounded before and after it is parsed.
use crate::Refusal;
use roxmltree::{Document, Node, ParsingOptions};

/// The most bytes of an answer: 256 KiB.
pub const LIMIT: usize = 256 * 1024;
const NODES: u32 = 10_000;
const DEPTH: usize = 40;
/// The parser compares each attribute of an element with each other one, and hands each namespace down to each child,
/// so that a document of many would be slow.
const ATTRIBUTES: usize = 4_000;
const NAMESPACES: usize = 50;

/// The document, if it has at most `limit` bytes and no document type.
pub(crate) fn parse(bytes: &[u8], limit: usize) -> Result<Document<'_>, Refusal> {
    if bytes.len() > limit {
        return Err(Refusal::TooLarge);
    }
    let text = str::from_utf8(bytes).map_err(|_| Refusal::NotXml)?;
    if text.contains("<!DOCTYPE") {
        return Err(Refusal::Doctype);
    }
    if text.matches('=').count() > ATTRIBUTES || text.matches("xmlns").count() > NAMESPACES {
        return Err(Refusal::TooLarge);
    }
    let options = ParsingOptions { nodes_limit: NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Refusal::TooLarge,
        _ => Refusal::NotXml,
    })?;
    // The root is above the first element.
    let too_deep = |node: Node| node.ancestors().take(DEPTH + 2).count() > DEPTH + 1;
    if document.descendants().filter(Node::is_element).any(too_deep) { Err(Refusal::TooDeep) } else { Ok(document) }
}

/// The whole text of an element that holds no other, trimmed. What comments cut in two is one.
pub(crate) fn text(node: Node) -> Option<String> {
    if node.children().any(|child| child.is_element()) {
        return None;
    }
    let text: String = node.children().filter(Node::is_text).filter_map(|child| child.text()).collect();
    Some(text.trim().to_owned())
}

/// The elements in an element.
pub(crate) fn elements<'a, 'b>(node: Node<'a, 'b>) -> impl Iterator<Item = Node<'a, 'b>> {
    node.children().filter(Node::is_element)
}
