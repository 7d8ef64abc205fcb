//! Exclusive XML canonicalisation 1.0, without comments: the bytes over which a signature is made.
//!
//! It goes on a stack of its own, so that nothing from outside decides how deep the program's is. The parser keeps no
//! prefixes; they are taken from the source text, where each node and attribute says it began.
use crate::{Refusal, xml};
use roxmltree::{Node, NodeId};
use std::collections::BTreeMap;

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The canonical form of a whole document, these prefixes treated inclusively (an empty one is the default namespace).
pub fn canonical(text: &str, inclusive: &[&str]) -> Result<String, Refusal> {
    let text = xml::bounded(text, xml::MESSAGE)?;
    of(xml::read(&text, xml::MESSAGE)?.root_element(), None, inclusive)
}

/// What is still to be written.
enum Step<'a, 'i> {
    Enter(Node<'a, 'i>),
    /// An end tag, and how many declarations were in force outside the element.
    Leave(&'i str, usize),
}

/// The canonical form of an element, one node within it left out. A declaration far above is written again wherever it
/// is needed, so that a message can be far shorter than its canonical form: that is bounded too.
pub(crate) fn of(apex: Node<'_, '_>, without: Option<NodeId>, inclusive: &[&str]) -> Result<String, Refusal> {
    let mut out = String::new();
    let mut in_force = vec![];
    let mut steps = vec![Step::Enter(apex)];
    while let Some(step) = steps.pop() {
        if out.len() > xml::MESSAGE {
            return Err(Refusal::TooLarge);
        }
        match step {
            Step::Enter(node) if Some(node.id()) == without => {}
            Step::Enter(node) if node.is_element() => {
                steps.push(Step::Leave(name_at(node, node.range().start + 1), in_force.len()));
                start_tag(node, inclusive, &mut in_force, &mut out);
                steps.extend(node.children().rev().map(Step::Enter));
            }
            Step::Enter(node) if node.is_text() => escape(node.text().unwrap_or_default(), TEXT, &mut out),
            Step::Enter(_) => {}
            Step::Leave(name, outside) => {
                out.extend(["</", name, ">"]);
                in_force.truncate(outside);
            }
        }
    }
    Ok(out)
}

/// A start tag: its name, the declarations that it needs and that are not yet in force, its attributes.
fn start_tag<'a>(node: Node<'a, '_>, inclusive: &[&'a str], in_force: &mut Vec<(&'a str, &'a str)>, out: &mut String) {
    let name = name_at(node, node.range().start + 1);
    let mut needed = BTreeMap::from([(prefix(name), node.tag_name().namespace().unwrap_or_default())]);
    let mut attributes = vec![];
    for attribute in node.attributes() {
        let name = name_at(node, attribute.range().start);
        if let Some(namespace) = attribute.namespace().filter(|namespace| *namespace != XML) {
            needed.insert(prefix(name), namespace);
        }
        attributes.push((attribute.namespace(), attribute.name(), name, attribute.value()));
    }
    for prefix in inclusive.iter().filter(|prefix| **prefix != "xml") {
        let bound = node.lookup_namespace_uri(Some(*prefix).filter(|prefix| !prefix.is_empty()));
        if let Some(namespace) = bound.or_else(|| prefix.is_empty().then_some("")) {
            needed.insert(prefix, namespace);
        }
    }
    out.extend(["<", name]);
    for (prefix, namespace) in needed {
        let current = in_force.iter().rev().find(|(one, _)| *one == prefix).map(|(_, namespace)| *namespace);
        if current.or(prefix.is_empty().then_some("")) != Some(namespace) {
            out.extend([if prefix.is_empty() { " xmlns" } else { " xmlns:" }, prefix, "=\""]);
            escape(namespace, VALUE, out);
            out.push('"');
            in_force.push((prefix, namespace));
        }
    }
    // By namespace, then by local name.
    attributes.sort_unstable();
    for (_, _, name, value) in attributes {
        out.extend([" ", name, "=\""]);
        escape(value, VALUE, out);
        out.push('"');
    }
    out.push('>');
}

/// The name, prefix included, that the source has at this place.
fn name_at<'i>(node: Node<'_, 'i>, at: usize) -> &'i str {
    let source = node.document().input_text().get(at..).unwrap_or_default();
    source.split(|sign: char| matches!(sign, '=' | '/' | '>') || sign.is_ascii_whitespace()).next().unwrap_or_default()
}

fn prefix(name: &str) -> &str {
    name.split_once(':').map_or("", |(prefix, _)| prefix)
}

/// What is written otherwise between tags, and in the value of an attribute.
const TEXT: [(char, &str); 4] = [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('\r', "&#xD;")];
const VALUE: [(char, &str); 6] =
    [('&', "&amp;"), ('<', "&lt;"), ('"', "&quot;"), ('\t', "&#x9;"), ('\n', "&#xA;"), ('\r', "&#xD;")];

fn escape<const N: usize>(text: &str, rules: [(char, &str); N], out: &mut String) {
    for sign in text.chars() {
        match rules.iter().find(|(from, _)| *from == sign) {
            Some((_, to)) => out.push_str(to),
            None => out.push(sign),
        }
    }
}
