//! What a portal says of a person, wherever it lies in the answer.
use crate::Refusal;
use crate::xml::text;
use roxmltree::Node;

/// The most names, and the most values of all names.
const NAMES: usize = 200;
const VALUES: usize = 1_000;
/// The most bytes of a name with its path; of a value. A photo, say, is left out.
const NAME: usize = 400;
const VALUE: usize = 4_096;

/// Names with their values, in the order of the answer, none twice.
///
/// A name is a path of elements, and after `@` an attribute: `lastName`, `userAttributes/schools/school@externalId`.
/// The wrapper `attributes` is no part of it, and `<attribute name="x" value="y"/>` is named `x`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(String, Vec<String>)>);

impl Attributes {
    /// The values under this name or under paths that end with it: `login` finds `userAttributes/login`.
    pub fn values(&self, name: &str) -> Vec<&str> {
        let named = self.0.iter().filter(|(path, _)| ends_with(path, name));
        named.flat_map(|(_, values)| values).map(String::as_str).collect()
    }

    /// The value of this name; none if there is none, or several: what is to name one person must be one.
    pub fn one(&self, name: &str) -> Option<&str> {
        let values = self.values(name);
        let (first, rest) = values.split_first()?;
        rest.iter().all(|value| value == first).then_some(*first)
    }

    /// All names with their values: what an operator looks at to see what a portal sends.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(name, values)| (name.as_str(), values.as_slice()))
    }

    /// All that is in the success, but `user`.
    pub(crate) fn read(success: Node) -> Result<Self, Refusal> {
        let mut all = Self::default();
        for node in success.descendants().skip(1).filter(Node::is_element) {
            let Some(path) = path(node, success) else { continue };
            if path == "user" {
                continue;
            }
            let value = node.attribute("value").map(str::to_owned).or_else(|| text(node));
            if let Some(name) = attribute(node) {
                all.add(beside(&path, name), value.unwrap_or_default())?;
                continue;
            }
            all.add(path.clone(), text(node).unwrap_or_default())?;
            for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
                all.add(format!("{path}@{}", attribute.name()), attribute.value().to_owned())?;
            }
        }
        Ok(all)
    }

    fn add(&mut self, name: String, value: String) -> Result<(), Refusal> {
        if name.len() > NAME || value.is_empty() || value.len() > VALUE {
            return Ok(());
        }
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, values)) if values.contains(&value) => return Ok(()),
            Some((_, values)) => values.push(value),
            None => self.0.push((name, vec![value])),
        }
        let values: usize = self.0.iter().map(|(_, values)| values.len()).sum();
        if self.0.len() > NAMES || values > VALUES { Err(Refusal::TooLarge) } else { Ok(()) }
    }
}

fn ends_with(path: &str, name: &str) -> bool {
    path.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// The names of the elements from the success down to this one, without the wrapper `attributes`; none if they are
/// longer than a name may be.
fn path(node: Node, success: Node) -> Option<String> {
    let mut names: Vec<&str> = node
        .ancestors()
        .take_while(|ancestor| *ancestor != success)
        .map(|ancestor| ancestor.tag_name().name())
        .collect();
    names.reverse();
    let names = if names.len() > 1 && names.first() == Some(&"attributes") { names.split_off(1) } else { names };
    let long = names.iter().map(|name| name.len() + 1).sum::<usize>() > NAME;
    (!long).then(|| names.join("/"))
}

/// The name that `<attribute name="x">` gives.
fn attribute<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    (node.tag_name().name() == "attribute").then(|| node.attribute("name"))?.filter(|name| !name.is_empty())
}

/// This name in place of the last of the path.
fn beside(path: &str, name: &str) -> String {
    path.rsplit_once('/').map_or_else(|| name.to_owned(), |(before, _)| format!("{before}/{name}"))
}
