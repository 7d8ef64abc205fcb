//! What templates name by key is there, and a number is defined once.
use crate::slices;
use agreement::letter::{Letter, Offer, Proposed, Tongue};
use programme::{Chapter, Protocol, Template};
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

#[test]
fn each_programme_is_proposed_in_its_own_words_in_every_language() {
    let protocol = Protocol::default();
    let (mut titles, mut programmes) = (BTreeSet::new(), 0);
    for template in given::<Template>(slices::ALL) {
        programmes += 1;
        let offer = Offer::of(slices::ALL, template.key);
        let proposed = Proposed { programme: template.name_fr, offer, protocol: &protocol };
        for tongue in Tongue::ALL {
            let letter = Letter::new(tongue, "Collège des Falaises", "Inès", &proposed);
            let (title, intro) = (&letter.title, &letter.intro[0]);
            assert!(title.contains("Inès") && intro.contains("Inès"), "{}: {letter:?}", template.key);
            assert!(intro.contains("Falaises") && !format!("{letter:?}").contains("offer-"), "{letter:?}");
            titles.insert(title.clone());
        }
    }
    assert_eq!(titles.len(), programmes * Tongue::ALL.len(), "each has an Offer, and says what it is about");
}
