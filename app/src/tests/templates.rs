//! What templates name by key is there, and a number is defined once.
use crate::slices;
use programme::{Chapter, Template};
use std::collections::BTreeSet;
use web::given;

#[test]
fn a_template_names_chapters_figures_and_tools_that_there_are() {
    let words = slices::words().unwrap();
    let ways: BTreeSet<&str> = slices::ALL.iter().flat_map(|slice| slice.menu).map(|way| way.key).collect();
    let mut seen = BTreeSet::new();
    for template in given::<Template>(slices::ALL) {
        assert!(seen.insert(template.key), "{} twice", template.key);
        let chapters = template.chapters(slices::ALL);
        let keys: Vec<&str> = chapters.iter().map(|chapter| chapter.key).collect();
        assert_eq!(keys, template.chapters, "{}", template.key);
        let headline: Vec<&str> = template.headline(&chapters).iter().map(|figure| figure.key).collect();
        assert_eq!(headline, template.headline, "{}", template.key);
        for tool in template.tools {
            assert!(ways.contains(tool), "{}: no way {tool}", template.key);
        }
    }
    assert!(seen.len() >= 2, "{seen:?}");
    let mut defined = BTreeSet::new();
    for chapter in given::<Chapter>(slices::ALL) {
        assert!(words.knows(chapter.title), "{}", chapter.title);
        for figure in chapter.figures {
            assert!(
                words.knows(figure.key) && defined.insert(figure.key),
                "{} is defined once, with a label",
                figure.key
            );
        }
    }
}
