//! What templates name by key is there, and a number is defined once.
use crate::slices;
use access::Audience;
use agreement::letter::{Letter, Offer, Proposed, Tongue};
use programme::{Chapter, Protocol, Template, Tool};
use std::collections::BTreeSet;
use web::{Door, given};

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

/// Slices where a pupil does something and that have no tool of their own, and why nothing there waits for the family's word. A new
/// one gives a [`Tool`], or is read with this in mind.
const WITHOUT: [(&str, &str); 4] = [
    ("agreement", "it is where the family is asked"),
    ("visio", "a room is that of a meeting or of a demand, whose own tool asks before anybody is expected there"),
    (
        "difficulty",
        "whoever meets an obstacle may say so, that of an agreement included; it is no part of the dispositif",
    ),
    (
        "survey",
        "an opinion is asked for of each school as a whole, those who stayed away included, and nobody must give one",
    ),
];

/// A family that said no closes every tool of a dispositif: each slice that a template names, and where a pupil can send a form, gives
/// a tool, which asks, holds and lets go.
#[test]
fn each_tool_of_a_template_where_a_pupil_acts_asks_the_family() {
    let pupils = |door: Door| match door {
        Door::Public | Door::SignedIn | Door::Pupil => true,
        Door::Audience(audiences) => audiences.contains(&Audience::Pupil),
        Door::Guardian | Door::Staff(_) => false,
    };
    let named: BTreeSet<&str> = given::<Template>(slices::ALL).flat_map(|template| template.tools).copied().collect();
    let (mut asking, mut without) = (BTreeSet::new(), BTreeSet::new());
    for slice in slices::ALL.iter().filter(|slice| slice.menu.iter().any(|way| named.contains(way.key))) {
        let tools: Vec<&Tool> = given::<Tool>(&[slice]).collect();
        for way in tools.iter().filter_map(|tool| tool.way) {
            assert!(named.contains(way), "{}: no template names {way}, so that it asks nobody", slice.name);
        }
        let acts = (slice.routes)().0.iter().any(|route| route.method() == "POST" && pupils(route.door));
        if !tools.is_empty() {
            asking.insert(slice.name);
        } else if acts {
            without.insert(slice.name);
        }
    }
    assert_eq!(asking.into_iter().collect::<Vec<_>>(), ["agenda", "desk"]);
    assert_eq!(without, WITHOUT.iter().map(|(slice, _)| *slice).collect());
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
