//! What the style sheets weigh on the wire: of each, the part that is every page's and those of the slices together.
use super::Finding;
use crate::tree::{File, Tree};
use std::io::Write as _;

/// The sheets, with the most bytes each may weigh.
const SHEETS: &[(&str, usize)] =
    &[("common", 7680), ("talk", 2048), ("board", 2048), ("figures", 2048), ("paper", 2048), ("room", 3072)];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for (name, most) in SHEETS {
        let parts: Vec<_> = tree.ending(".css").filter(|file| sheet(file) == Some(name)).collect();
        let Some(first) = parts.first() else { continue };
        let whole: String = parts.iter().map(|part| part.text.as_str()).collect();
        let why = match pressed(&whole) {
            Ok(bytes) if bytes <= *most => continue,
            Ok(bytes) => format!("the sheet `{name}` is {bytes} bytes by brotli, {most} at most: leave something out"),
            Err(why) => format!("brotli fails: {why}"),
        };
        findings.push(Finding::new(&first.path, 1, why));
    }
    for file in tree.ending(".css") {
        let Some(name) = sheet(file) else { continue };
        let known = SHEETS.iter().any(|(known, _)| *known == name);
        let part = format!("include_str!(\"../sheets/{name}.css\")");
        let folder = file.path.split("/sheets/").next().unwrap_or_default();
        let given = tree.0.iter().any(|source| source.path.starts_with(folder) && source.text.contains(&part));
        if !known || !given {
            findings.push(Finding::new(&file.path, 1, "no sheet of the house has this part".to_owned()));
        }
    }
    findings
}

/// The sheet that a file is a part of.
fn sheet(file: &File) -> Option<&str> {
    let (_, name) = file.path.rsplit_once("/sheets/")?;
    name.strip_suffix(".css")
}

/// Bytes after brotli at its best, as the server sends it.
fn pressed(text: &str) -> std::io::Result<usize> {
    let mut out = vec![];
    brotli::CompressorWriter::new(&mut out, 4096, 11, 22).write_all(text.as_bytes())?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    const GIVES: (&str, &str) = ("capabilities/desk/src/lib.rs", "include_str!(\"../sheets/board.css\")");

    #[test]
    fn a_sheet_has_a_weight_with_all_its_parts() {
        let heavy = (0..4000_u32).fold(String::new(), |mut sheet, n| {
            let _ = write!(sheet, ".a{:x}{{margin:{}px}}", n.wrapping_mul(2_654_435_761), n * 7);
            sheet
        });
        let tree = Tree::of(&[GIVES, ("capabilities/desk/sheets/board.css", "a{color:red}")]);
        assert!(check(&tree).is_empty());
        let tree = Tree::of(&[GIVES, ("capabilities/desk/sheets/board.css", &heavy)]);
        let paths: Vec<_> = check(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["capabilities/desk/sheets/board.css"]);
        assert!(pressed("").is_ok_and(|bytes| bytes < 4));
    }

    #[test]
    fn a_part_is_of_a_known_sheet_and_is_given_by_its_slice() {
        let tree =
            Tree::of(&[GIVES, ("capabilities/desk/sheets/bord.css", ""), ("capabilities/hours/sheets/board.css", "")]);
        assert_eq!(check(&tree).len(), 2);
    }
}
