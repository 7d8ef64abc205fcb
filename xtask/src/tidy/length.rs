//! A file tells one story.
use super::Finding;
use crate::tree::Tree;

const MOST: usize = 300;
const MOST_OF_TESTS: usize = 400;

pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = vec![];
    for file in tree.ending(".rs").chain(tree.ending(".html")) {
        let most = if file.is_test() { MOST_OF_TESTS } else { MOST };
        let lines = file.text.lines().count();
        if lines > most {
            let mend = format!("{lines} lines, {most} at most: split it by noun");
            findings.push(Finding::new(&file.path, most + 1, mend));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hundred_lines_and_four_hundred_for_tests() {
        let (fits, long) = ("x\n".repeat(300), "x\n".repeat(301));
        let tree = Tree::of(&[("a/src/fits.rs", &fits), ("a/src/long.rs", &long), ("a/src/tests.rs", &long)]);
        let paths: Vec<_> = check(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["a/src/long.rs"]);
    }
}
