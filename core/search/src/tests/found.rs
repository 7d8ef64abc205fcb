//! What is found by what is typed.
use super::{ask, both, doc, everything, house, id, titles};
use crate::{Ask, Doc, Place, find, put};

/// A text under a title, for the whole house.
fn text(n: u32, title: &str, text: &str) -> Doc {
    Doc { text: text.into(), ..doc("thing", n, title, Place::HOUSE) }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_found_by_the_beginning_of_each_of_its_words_in_any_order() {
    let cases: [(&str, &[&str]); 17] = [
        ("nou in", &["Inès Nouvel"]),
        ("NOUVEL inès", &["Inès Nouvel"]),
        ("in", &["Inès Nouvel", "Ingrid Le Goff"]),
        ("ines martin", &[]),
        ("eric", &["Éric d’Arc"]),
        ("d'arc", &["Éric d’Arc"]),
        ("darc", &["Éric d’Arc"]),
        ("jeanluc", &["Jean-Luc de la Tour"]),
        ("jean-luc", &["Jean-Luc de la Tour"]),
        ("luc latour", &["Jean-Luc de la Tour"]),
        ("legoff", &["Ingrid Le Goff"]),
        ("aujourd’hui", &["L’élève d’aujourd’hui"]),
        ("l'élève", &["L’élève d’aujourd’hui"]),
        ("6a", &["6 A", "6A"]),
        ("6 a", &["6 A", "6A"]),
        ("0141234a", &["Collège Rosa-Parks"]),
        ("i", &[]),
    ];
    for (name, db) in both().await {
        let mut docs = house(&[
            "Inès Nouvel",
            "Éric d’Arc",
            "Jean-Luc de la Tour",
            "Ingrid Le Goff",
            "L’élève d’aujourd’hui",
            "6 A",
            "6A",
            "Collège Rosa-Parks",
        ]);
        docs.last_mut().unwrap().also = "0141234A Caen".into();
        for (typed, wanted) in cases {
            assert_eq!(titles(&db, docs.clone(), typed).await, wanted, "{name}: {typed}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_name_comes_before_one_that_only_begins_so() {
    for (name, db) in both().await {
        let docs = house(&["Martinez Ana", "Zoé Martin", "Alain Martineau"]);
        assert_eq!(titles(&db, docs, "martin").await, ["Zoé Martin", "Alain Martineau", "Martinez Ana"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_found_by_any_of_its_words_the_rarest_first() {
    for (name, db) in both().await {
        let docs = vec![
            text(1, "Le calcul littéral", "Développer et factoriser une expression."),
            text(2, "Les fractions", "Comparer des fractions et calculer avec elles."),
            text(3, "Fractions et partage", "Partager une tarte."),
            text(4, "Calculer de tête", "Calculs de tous les jours, au marché."),
        ];
        let found = titles(&db, docs.clone(), "calculs de fractions").await;
        assert_eq!(found.len(), 4, "{name}: any word is enough");
        assert_eq!(found[0], "Les fractions", "{name}: the one with both comes first");
        assert_eq!(titles(&db, docs, "les marchés").await, ["Calculer de tête"], "{name}: « les » says nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_word_is_taken_for_the_nearest_and_said_so() {
    let cases = [
        ("nouevl", "nouvel", &["Inès Nouvel"][..]),
        ("inès nouvell", "inès nouvel", &["Inès Nouvel"]),
        ("hélodie", "élodie", &["Élodie Briand"]),
        ("ynès", "inès", &["Inès Nouvel"]),
        ("mathématqiues", "mathématiques", &["Une leçon"]),
    ];
    for (name, db) in both().await {
        let docs = vec![
            doc("thing", 1, "Inès Nouvel", Place::HOUSE),
            doc("thing", 2, "Élodie Briand", Place::HOUSE),
            text(3, "Une leçon", "De mathématiques et de tout."),
        ];
        db.write(move |tx| put(tx, &docs)).await.unwrap();
        for (typed, corrected, wanted) in cases {
            let found = db.write(move |tx| Ok::<_, db::Error>(ask(tx, &everything(), typed))).await.unwrap();
            let titles: Vec<_> = found.hits.iter().map(|hit| hit.title.as_str()).collect();
            assert_eq!((found.corrected.as_deref(), titles.as_slice()), (Some(corrected), wanted), "{name}: {typed}");
        }
        let found = db.write(|tx| Ok::<_, db::Error>(ask(tx, &everything(), "xxxxxx inès"))).await.unwrap();
        assert_eq!((found.corrected, found.total), (None, 0), "{name}: nothing is near");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_follow_each_other_and_count_the_same() {
    for (name, db) in both().await {
        let docs = (1..=25).map(|n| doc("thing", n, &format!("Classe {n:02}"), Place::HOUSE)).collect::<Vec<_>>();
        let pages = db.write(move |tx| {
            put(tx, &docs)?;
            (0..4)
                .map(|page| find(tx, &everything(), Ask { text: "classe", limit: 10, page }))
                .collect::<db::Result<Vec<_>>>()
        });
        let pages = pages.await.unwrap();
        let ids: Vec<_> = pages.iter().flat_map(|page| page.hits.iter().map(|hit| hit.id)).collect();
        assert_eq!(ids, (1..=25).map(id).collect::<Vec<_>>(), "{name}");
        assert_eq!(pages.iter().map(|page| page.total).collect::<Vec<_>>(), [25, 25, 25, 0], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_is_three_statements_and_four_with_a_mistake() {
    for (name, db) in both().await {
        let docs = house(&["Inès Nouvel"]);
        let statements = db.write(move |tx| {
            put(tx, &docs)?;
            let before = tx.queries();
            ask(tx, &everything(), "inès nouvel");
            let after = tx.queries();
            ask(tx, &everything(), "inès nouevl");
            Ok::<_, db::Error>((after - before, tx.queries() - after))
        });
        assert_eq!(statements.await.unwrap(), (3, 4), "{name}");
    }
}
