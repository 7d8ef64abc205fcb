//! Names, words of closed lists.
use crate::{Call, DutyState, Face, Mode, Names, Outcome, State, Subject, Tag};

#[test]
fn names_are_shown_as_the_school_decides() {
    assert_eq!(Names::Full.shown("Claire", "Auvray").as_deref(), Some("Claire Auvray"));
    assert_eq!(Names::Initial.shown("Élise", "Auvray").as_deref(), Some("É. Auvray"));
    assert_eq!(Names::Hidden.shown("Claire", "Auvray"), None);
}

#[test]
fn every_word_is_read_back() {
    assert!(Subject::ALL.iter().all(|one| Subject::from_word(one.word()) == Some(*one)));
    assert!(Mode::ALL.iter().all(|one| Mode::from_word(one.word()) == Some(*one)));
    assert!(State::ALL.iter().all(|one| State::from_word(one.word()) == Some(*one)));
    assert!(Outcome::ALL.iter().all(|one| Outcome::from_word(one.word()) == Some(*one)));
    assert!(Tag::ALL.iter().all(|one| Tag::from_word(one.word()) == Some(*one)));
    assert!(Call::ALL.iter().all(|one| Call::from_word(one.word()) == Some(*one)));
    assert!(Face::ALL.iter().all(|one| Face::from_word(one.word()) == Some(*one)));
    assert!(Names::ALL.iter().all(|one| Names::from_word(one.word()) == Some(*one)));
    assert!(DutyState::ALL.iter().all(|one| DutyState::from_word(one.word()) == Some(*one)));
    assert_eq!(Subject::from_word("latin"), None);
}

#[test]
fn only_the_link_of_a_room_opens() {
    use crate::pages::pieces;
    let text = "Viens ici : https://visio.example.org/a?b=1. Ou <script> javascript:x http://a.b";
    let links: Vec<_> = pieces(text).into_iter().filter(|(_, link)| *link).map(|(piece, _)| piece).collect();
    assert_eq!(links, ["https://visio.example.org/a?b=1"]);
    let whole: String = pieces(text).into_iter().map(|(piece, _)| piece).collect();
    assert_eq!(whole, text, "nothing is lost");
}
