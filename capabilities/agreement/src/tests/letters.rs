//! Letters in every language say the same things.
use super::town::protocol;
use crate::letter::{Letter, Proposed, Tongue};
use std::collections::BTreeMap;

const FILES: [(&str, &str); 7] = [
    ("fr", include_str!("../../letters/fr.ftl")),
    ("fr-falc", include_str!("../../letters/fr-falc.ftl")),
    ("en", include_str!("../../letters/en.ftl")),
    ("ar", include_str!("../../letters/ar.ftl")),
    ("tr", include_str!("../../letters/tr.ftl")),
    ("uk", include_str!("../../letters/uk.ftl")),
    ("pt", include_str!("../../letters/pt.ftl")),
];

/// Each key of a file, with the placeables of its sentence.
fn keys(text: &str) -> BTreeMap<&str, Vec<&str>> {
    let lines = text.lines().filter_map(|line| line.split_once(" = "));
    lines
        .map(|(key, sentence)| {
            let mut places: Vec<_> = sentence.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next()).collect();
            places.sort_unstable();
            (key, places)
        })
        .collect()
}

#[test]
fn every_language_has_every_sentence_with_the_same_places() {
    let french = keys(FILES[0].1);
    for (name, text) in FILES {
        assert_eq!(keys(text), french, "{name}");
    }
    assert!(FILES.iter().zip(Tongue::ALL).all(|((name, _), tongue)| *name == tongue.word()));
}

#[test]
fn a_letter_says_how_when_and_where_in_each_language() {
    for tongue in Tongue::ALL {
        let protocol = protocol();
        let proposed = Proposed { programme: "Lecture du soir", offer: None, protocol: &protocol };
        let letter = Letter::new(tongue, "Collège des Falaises", "Inès", &proposed);
        let all = format!("{letter:?}");
        assert!(!all.contains("[letter-") && all.contains("Inès") && all.contains("Médiathèque"), "{all}");
        assert!(letter.title.contains("Lecture du soir") && letter.title.contains("Inès"), "{all}");
        assert_eq!(letter.sections.len(), 4, "{all}");
        assert!(all.contains("17") && all.contains("30"), "{all}");
    }
}

#[test]
fn the_language_is_the_persons_own_else_easy_french() {
    assert_eq!(Tongue::of(Some("uk")), Tongue::Uk);
    assert_eq!(Tongue::of(Some("pt-BR")), Tongue::Pt);
    assert_eq!((Tongue::of(None), Tongue::of(Some("xx"))), (Tongue::Fr, Tongue::Falc));
    assert!(Tongue::Ar.leftward() && Tongue::Falc.tag() == "fr");
}

/// Sentences of FALC are short: a guide of Inclusion Europe says one idea a sentence.
#[test]
fn easy_sentences_are_short() {
    let long: Vec<_> = FILES[1]
        .1
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .flat_map(|(_, text)| text.split(['.', '?', ':']))
        .filter(|one| one.split_whitespace().count() > 18)
        .collect();
    assert!(long.is_empty(), "{long:?}");
}
