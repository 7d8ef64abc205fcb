//! What the style sheets weigh on the wire.
use super::Finding;
use crate::tree::Tree;
use std::io::Write as _;

/// The whole product's sheet, and what staff's pages add.
const SHEETS: &[(&str, usize)] = &[("core/web/assets/preau.css", 6144), ("core/web/assets/staff.css", 3072)];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for (path, most) in SHEETS {
        let Some(sheet) = tree.file(path) else { continue };
        match pressed(&sheet.text) {
            Ok(bytes) if bytes <= *most => {}
            Ok(bytes) => {
                findings.push(Finding::new(
                    path,
                    1,
                    format!("{bytes} bytes by brotli, {most} at most: leave something out"),
                ));
            }
            Err(why) => findings.push(Finding::new(path, 1, format!("brotli fails: {why}"))),
        }
    }
    findings
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

    #[test]
    fn a_sheet_has_a_weight() {
        let heavy = (0..4000_u32).fold(String::new(), |mut sheet, n| {
            let _ = write!(sheet, ".a{:x}{{margin:{}px}}", n.wrapping_mul(2_654_435_761), n * 7);
            sheet
        });
        let tree = Tree::of(&[("core/web/assets/preau.css", &heavy), ("core/web/assets/staff.css", "a{color:red}")]);
        let paths: Vec<_> = check(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["core/web/assets/preau.css"]);
        assert!(pressed("").is_ok_and(|bytes| bytes < 4));
    }
}
