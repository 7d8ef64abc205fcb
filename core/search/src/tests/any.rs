//! Whatever is typed, whatever is put.
use super::{ask, both, doc, id};
use crate::{
    Doc, Found, Place, Sees,
    ask::read,
    put,
    store::Word,
    terms,
    typo::{distance, forgiven, starts},
    words::{LONGEST, fold, pieces, stem, words},
};
use db::Db;
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// Words of the school, mistyped or not, between any signs.
fn french() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Inès",
        "ines",
        "Nouvel",
        "d’Arc",
        "aujourd'hui",
        "l’élève",
        "élèves",
        "Œuvre",
        "oeuvre",
        "Jean-Luc",
        "6A",
        "6 A",
        "0141234A",
        "de la Tour",
        "N’Diaye",
        "fraction",
        "fractions",
        "le",
        "Éric",
        "nouevl",
        "=élève",
        "%",
        "ß",
        "É\u{301}",
    ]);
    prop::collection::vec(prop_oneof![4 => word.prop_map(str::to_owned), 1 => "[^\u{0}]{0,6}"], 0..6)
        .prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_text_is_cut_into_bounded_words(text in prop_oneof![french(), ".{0,300}"]) {
        for piece in pieces(&text).chain(words(&text)) {
            prop_assert!(!piece.word.is_empty());
            let folded = fold(&piece.word);
            prop_assert!(folded.chars().count() <= LONGEST);
            prop_assert!(!folded.contains([' ', ':', '=', '~', '\'']));
            if let Some(stem) = stem(&piece.word) {
                prop_assert!(stem.starts_with('=') && stem.chars().count() <= LONGEST + 1);
                prop_assert!(!stem.contains([' ', ':']));
            }
        }
        let asked = read(&text);
        prop_assert!(asked.len() <= 8);
        let found = terms::terms(&text, &text, &text);
        prop_assert!(found.len() <= 64 + 201);
        let line = terms::line(&found);
        let again: Vec<&str> = terms::read(&line).collect();
        prop_assert_eq!(again, found.iter().map(|term| term.written.as_str()).collect::<Vec<_>>());
    }

    #[test]
    fn a_name_typed_in_full_has_all_its_words(title in french()) {
        let kept = terms::terms(&title, "", "");
        for word in read(&title) {
            prop_assert!(kept.iter().any(|term| term.written == word.name), "{} of {title}", word.name);
        }
    }

    #[test]
    fn mistakes_are_counted_alike_from_both_sides(one in "[a-e]{0,6}", other in "[a-e]{0,6}", most in 0..4_usize) {
        let there = distance(&one, &other, most);
        prop_assert_eq!(there, distance(&other, &one, most));
        prop_assert_eq!(there == Some(0), one == other);
        prop_assert!(there.is_none_or(|far| far <= most));
        prop_assert!(starts(&one).len() <= 5 && forgiven(&one) <= 2);
    }
}

fn sample<T>(strategy: &impl Strategy<Value = T>, seed: u8) -> T {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    strategy.new_tree(&mut TestRunner::new_with_rng(Config::default(), rng)).unwrap().current()
}

/// A house of 40 documents in three schools, and a question.
fn case() -> impl Strategy<Value = (Vec<Doc>, u32, String)> {
    let document = (french(), french(), any::<bool>(), 0..3_u32, 0..3_u32);
    (prop::collection::vec(document, 40), 0..3_u32, french()).prop_map(|(documents, from, text)| {
        let of = |(n, (title, text, long, one, other)): (u32, (String, String, bool, u32, u32))| Doc {
            text: if long { text } else { String::new() },
            places: vec![id::<()>(one).into(), id::<()>(other).into()],
            ..doc("thing", n, &title, Place::HOUSE)
        };
        ((1..).zip(documents).map(of).collect(), from, text)
    })
}

/// What is found in this case, once only what it holds is there.
async fn answer(db: &Db, docs: Vec<Doc>, place: Place, typed: String) -> Found {
    let found = db.write(move |tx| {
        for table in ["search_post", "search_doc", "search_shelf"] {
            tx.execute(&format!("DELETE FROM {table}"), &[])?;
        }
        put(tx, &docs)?;
        Ok::<_, db::Error>(ask(tx, &Sees::nothing().at("thing", [place]), &typed))
    });
    found.await.unwrap()
}

/// How many documents are named with every word asked; every hit must be to be seen and must match.
fn check(docs: &[Doc], place: Place, asked: &[Word], found: &Found) -> usize {
    let kept = |doc: &Doc| terms::terms(&doc.title, &doc.also, &doc.text);
    let named = |doc: &Doc| {
        let begins = |word: &Word| kept(doc).iter().any(|term| term.written.starts_with(&word.name));
        doc.places.contains(&place) && asked.iter().all(begins)
    };
    let told =
        |doc: &Doc| asked.iter().any(|word| kept(doc).iter().any(|term| Some(&term.written) == word.stem.as_ref()));
    for hit in &found.hits {
        let doc = docs.iter().find(|doc| doc.id == hit.id).unwrap();
        assert!(doc.places.contains(&place), "not to be seen: {doc:?}");
        assert!(named(doc) || told(doc), "{asked:?} found {doc:?}");
    }
    docs.iter().filter(|doc| named(doc)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_databases_find_the_same_in_the_same_order_and_only_what_is_seen_and_matches() {
    let mut answers: Vec<Vec<Found>> = vec![];
    for (name, db) in both().await {
        let mut of_this = vec![];
        for seed in 0..64 {
            let (docs, from, text) = sample(&case(), seed);
            let place: Place = id::<()>(from).into();
            let found = answer(&db, docs.clone(), place, text.clone()).await;
            let asked = read(&text);
            if found.corrected.is_none() && asked.iter().map(|word| word.name.chars().count()).sum::<usize>() > 1 {
                let named = check(&docs, place, &asked, &found);
                assert!(found.total as usize >= named, "{name}, {seed}: {text} missed some of {named}");
            }
            of_this.push(found);
        }
        assert!(of_this.iter().filter(|found| found.total > 0).count() > 20, "{name}: most cases find something");
        answers.push(of_this);
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "the databases differ: {answers:?}");
}
