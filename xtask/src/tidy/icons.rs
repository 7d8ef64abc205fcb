//! An icon named on a page is in the sprite.
use super::{Finding, line_of};
use crate::tree::Tree;
use std::collections::BTreeMap;

const SPRITE: &str = "core/web/assets/icons.svg";
const PARTS: &str = "core/web/templates/parts.html";
/// The macros whose `name` is an icon's; elsewhere an icon's parameter is called `image`.
const BY_NAME: &[&str] = &["icon", "bigicon", "flip", "drawing"];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let (Some(sprite), Some(parts)) = (tree.file(SPRITE), tree.file(PARTS)) else { return vec![] };
    let known = |name: &str| sprite.text.contains(&format!("id=\"{name}\""));
    let macros = macros(&parts.text);
    let mut findings = vec![];
    for file in tree.ending(".html") {
        for (name, place) in &macros {
            for (at, _) in file.text.match_indices(&format!("{name}(")) {
                let whole = !file.text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
                let Some(icon) = argument(&file.text[at + name.len() + 1..], *place).filter(|_| whole) else {
                    continue;
                };
                if !icon.is_empty() && !known(icon) {
                    findings.push(absent(&file.path, line_of(&file.text, at), icon));
                }
            }
        }
    }
    for file in tree.ending(".rs").filter(|file| !file.is_chore()) {
        for (at, _) in file.text.match_indices("icon: \"") {
            let icon = file.text[at + 7..].split('"').next().unwrap_or_default();
            if !icon.is_empty() && !known(icon) {
                findings.push(absent(&file.path, line_of(&file.text, at), icon));
            }
        }
    }
    findings
}

fn absent(path: &str, line: usize, icon: &str) -> Finding {
    Finding::new(path, line, format!("no icon `{icon}` in {SPRITE}"))
}

/// Each macro that takes an icon, and the place of the icon among its parameters.
fn macros(parts: &str) -> BTreeMap<&str, usize> {
    let definitions = parts.split("macro ").skip(1).filter_map(|rest| rest.split_once('('));
    definitions
        .filter_map(|(name, rest)| {
            let mut parameters = rest.split(')').next()?.split(',').map(str::trim);
            let wanted = if BY_NAME.contains(&name) { "name" } else { "image" };
            Some((name, parameters.position(|parameter| parameter == wanted)?))
        })
        .collect()
}

/// The argument at `place`, when it is a text and nothing else.
fn argument(arguments: &str, place: usize) -> Option<&str> {
    let (mut depth, mut quoted, mut at, mut begin) = (0, false, 0, 0);
    for (end, c) in arguments.char_indices() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' => depth += 1,
            ')' | ']' | ',' if depth == 0 => {
                if at == place {
                    let text = arguments[begin..end].trim().strip_prefix('"')?.strip_suffix('"')?;
                    return (!text.contains('"')).then_some(text);
                }
                if c != ',' {
                    return None;
                }
                (at, begin) = (at + 1, end + 1);
            }
            ')' | ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_by_macro_and_by_menu() {
        let tree = Tree::of(&[
            (SPRITE, "<symbol id=\"mic\"/>"),
            (PARTS, "{%- macro icon(name) -%}{%- macro go(kind, href, image, text) -%}"),
            (
                "a/page.html",
                "{{ p::icon(\"mic\") }}\n{{ p::icon(\"tuba\") }}\n{{ p::go(\"\", f(a, b), \"horn\", t) }}{{ p::go(\"\", h, \"\", t) }}{{ bigicon(x) }}",
            ),
            ("a/src/nav.rs", "NavItem { icon: \"mic\" }, NavItem { icon: \"drum\" }"),
        ]);
        let mends: Vec<_> = check(&tree).into_iter().map(|finding| (finding.line, finding.mend)).collect();
        let names: Vec<_> =
            mends.iter().map(|(line, mend)| (*line, mend.split('`').nth(1).unwrap_or_default())).collect();
        assert_eq!(names, [(3, "horn"), (2, "tuba"), (1, "drum")]);
    }
}
