//! What was chosen for a form is not chosen again when another answer is missing: a template that takes photos, a voice or a film gives
//! them back. And its page has the sentences that the script says of them; no other page carries these.
use super::{Finding, line_of};
use crate::tree::Tree;

/// The macros that take files which are not a table to be read.
const TAKEN: [&str; 3] = ["::photo(", "::voice(", "::film("];

/// Templates whose files are given back elsewhere, and where.
const ELSEWHERE: [(&str, &str); 2] = [
    ("desk/templates/desk/ask.html", "desk/bits.html, below the three big buttons"),
    ("visio/templates/visio/room.html", "the voice goes to the demand, whose page answers"),
];

pub fn check(tree: &Tree) -> Vec<Finding> {
    let takes = |text: &str| TAKEN.iter().filter_map(|made| text.find(made)).min();
    let ours = tree.ending(".html").filter(|file| !ELSEWHERE.iter().any(|(path, _)| file.path.ends_with(path)));
    let forgotten = ours.filter(|file| !file.path.contains("styleguide") && !file.text.contains("::kept("));
    let words = "say `p::devices(shell)` in the block `devices`: the script has no words for what it records";
    let pages = tree.ending(".html").filter(|file| file.text.contains("extends \"shell.html\""));
    let mute = pages.filter(|file| !file.text.contains("::devices(shell)"));
    let mute = mute.filter_map(|file| Some(Finding::new(&file.path, line_of(&file.text, takes(&file.text)?), words)));
    let mend = "give back what was chosen, by `p::kept(shell, form)` in the same form, or say in chosen.rs where it is";
    let kept =
        forgotten.filter_map(|file| Some(Finding::new(&file.path, line_of(&file.text, takes(&file.text)?), mend)));
    kept.chain(mute).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_takes_a_photo_gives_it_back() {
        let page = "capabilities/difficulty/templates/difficulty/family.html";
        let found = |text: &str| check(&Tree::of(&[(page, text)])).len();
        assert_eq!(found("<form>\n{{ p::photo(\"photo\", word, 3) }}</form>"), 1);
        assert_eq!(found("<form>{{ q::voice(\"voix\", word) }}{{ p::kept(shell, form) }}</form>"), 0);
        assert_eq!(found("<form>{{ p::text(form, \"nom\", word) }}</form>"), 0);
        let page =
            "{% extends \"shell.html\" %}<form>{{ p::film(shell, \"film\", word) }}{{ p::kept(shell, form) }}</form>";
        assert_eq!(found(page), 1, "without its words");
        assert_eq!(found(&format!("{page}{{{{ p::devices(shell) }}}}")), 0);
    }
}
