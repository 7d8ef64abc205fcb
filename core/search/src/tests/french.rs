//! How French is written.
use crate::words::{fold, pieces, stem, words};

fn cut(text: &str) -> Vec<String> {
    words(text).map(|piece| piece.word).collect()
}

#[test]
fn an_apostrophe_cuts_off_what_is_elided_and_nothing_else() {
    let cases = [
        ("l’élève", vec!["l", "élève"]),
        ("L'ÉLÈVE d'aujourd'hui", vec!["l", "élève", "d", "aujourdhui"]),
        ("qu’il jusqu’au", vec!["qu", "il", "jusqu", "au"]),
        ("prud’homme", vec!["prudhomme"]),
        ("O’Neil", vec!["oneil"]),
        ("N’Diaye", vec!["n", "diaye"]),
        ("rendez-vous à 14 h 30", vec!["rendez", "vous", "à", "14", "h", "30"]),
        ("’’ - ’a", vec!["a"]),
        ("", vec![]),
    ];
    for (text, wanted) in cases {
        assert_eq!(cut(text), wanted, "{text}");
    }
}

#[test]
fn two_spellings_of_one_word_fold_alike() {
    let alike = [
        ("Éric", "eric"),
        ("œuvre", "oeuvre"),
        ("ŒUVRE", "oeuvre"),
        ("ex-æquo", "ex aequo"),
        ("Noe\u{308}l", "noël"),
        ("Łukasz Øster", "lukasz oster"),
        ("Straße", "strasse"),
        ("６ᵉ", "6e"),
    ];
    for (one, other) in alike {
        let folded = |text: &str| pieces(text).map(|piece| fold(&piece.word)).collect::<Vec<_>>();
        assert_eq!(folded(one), folded(other), "{one} and {other}");
    }
}

#[test]
fn a_stem_is_what_forms_of_a_word_share() {
    let alike = [
        ("élève", "élèves"),
        ("devoir", "devoirs"),
        ("mathématiques", "mathématique"),
        ("aidée", "aider"),
        ("œuvre", "oeuvres"),
    ];
    for (one, other) in alike {
        let of = |text: &str| stem(&words(text).next().unwrap().word);
        assert!(of(one).is_some());
        assert_eq!(of(one), of(other), "{one} and {other}");
    }
    let nothing = ["les", "qu", "même", "l", "à", "y"];
    assert_eq!(nothing.map(stem), nothing.map(|_| None));
    assert_eq!(stem("6").as_deref(), Some("=6"), "a digit says something");
}
