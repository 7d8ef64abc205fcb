//! Spellings of one name, and where names stand among others.
use kernel::{composed, fold, sort_by_name};

#[test]
fn spellings_of_one_name_fold_to_one() {
    for (one, other) in [
        ("sœur", "SOEUR"),
        ("Ægir", "aegir"),
        ("Éluard", "e\u{301}luard"),
        ("Łukaszewski", "lukaszewski"),
        ("O’Brien", "o'brien"),
        ("N\u{2bc}Diaye", "n diaye"),
        ("Jean‑Marie", "jean-marie"),
        ("Weiß", "weiss"),
    ] {
        assert_eq!(fold(one), fold(other));
        assert_eq!(fold(&fold(one)), fold(one), "{one}");
    }
    assert_eq!((fold("sœur").as_str(), fold("Ægir").as_str()), ("soeur", "aegir"));
    assert_eq!(composed("Zoe\u{301}"), "Zoé");
}

#[test]
fn names_are_sorted_as_french_people_look_for_them() {
    let mut names = ["Zola", "Abel", "Éluard", "de Villiers", "van der Meer", "Ünal", "Łukaszewski", "O’Brien"];
    sort_by_name(&mut names, |name| name);
    assert_eq!(names, ["Abel", "de Villiers", "Éluard", "Łukaszewski", "O’Brien", "Ünal", "van der Meer", "Zola"]);
}
