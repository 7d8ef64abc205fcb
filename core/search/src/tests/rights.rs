//! What one may not see is not there.
use super::{ask, both, doc, id};
use crate::{Doc, Found, PLACE, Place, Sees, put};
use access::Filter;
use db::{Db, params};
use kernel::UnitId;

fn school(n: u32) -> Place {
    id::<kernel::kind::Unit>(1_000 + n).into()
}

/// Two schools: pupils of each, one of both, a school for everyone, a group of both schools.
fn docs() -> Vec<Doc> {
    let both = vec![school(1), school(2)];
    vec![
        doc("pupil", 1, "Inès Nouvel", school(1)),
        doc("pupil", 2, "Inès Quévremont", school(2)),
        Doc { places: both.clone(), ..doc("pupil", 3, "Inès Partagée", school(1)) },
        doc("school", 4, "Collège Inès-de-Castro", Place::HOUSE),
        Doc { places: [both, vec![id::<()>(77).into()]].concat(), ..doc("group", 5, "Inestimables", school(1)) },
        Doc { text: "Des histoires d’hippocampes.".into(), ..doc("lesson", 6, "Inespérée", school(2)) },
    ]
}

async fn asked(db: &Db, sees: Sees, text: &'static str) -> Found {
    db.write(move |tx| Ok::<_, db::Error>(ask(tx, &sees, text))).await.unwrap()
}

fn titles(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.title.as_str()).collect()
}

fn of_school(n: u32) -> Sees {
    let kinds = ["pupil", "group", "lesson"];
    kinds.iter().fold(Sees::nothing(), |sees, kind| sees.at(kind, [school(n)])).at("school", [Place::HOUSE])
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_found_or_counted_by_who_may_not_see_them() {
    for (name, db) in both().await {
        db.write(|tx| put(tx, &docs())).await.unwrap();
        let one = asked(&db, of_school(1), "ines").await;
        let wanted = ["Inès Nouvel", "Inès Partagée", "Collège Inès-de-Castro", "Inestimables"];
        let mut seen = titles(&one);
        seen.sort_unstable();
        let mut wanted_sorted = wanted;
        wanted_sorted.sort_unstable();
        assert_eq!((seen, one.total), (wanted_sorted.to_vec(), 4), "{name}");
        let two = asked(&db, of_school(2), "nouvel").await;
        assert_eq!((two.total, two.corrected), (0, None), "{name}");
        // Pupils of a school may be seen by who may not see its groups.
        let pupils = asked(&db, Sees::nothing().at("pupil", [school(2)]), "ines").await;
        assert_eq!((titles(&pupils), pupils.total), (vec!["Inès Partagée", "Inès Quévremont"], 2), "{name}");
        let member = asked(&db, Sees::nothing().at("group", [id::<()>(77)]), "ines").await;
        assert_eq!(titles(&member), ["Inestimables"], "{name}");
        for nothing in
            [Sees::nothing(), Sees::nothing().at("pupil", Vec::<Place>::new()), of_school(3).at("x", [school(1)])]
        {
            let found = asked(&db, nothing, "ines nou").await;
            assert_eq!(found, Found::default(), "{name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_is_never_mended_by_a_word_one_may_not_see() {
    for (name, db) in both().await {
        db.write(|tx| put(tx, &docs())).await.unwrap();
        for typed in ["quevremnt", "quévremond", "hipocampes", "hippocampse"] {
            let (one, two) = (asked(&db, of_school(1), typed).await, asked(&db, of_school(2), typed).await);
            assert_eq!(one, Found::default(), "{name}: {typed}");
            assert!(two.corrected.is_some() && two.total == 1, "{name}: {typed}");
        }
        // Nor is the nearest one may see passed over for one nearer that one may not.
        let found = asked(&db, of_school(1), "nouvev").await;
        db.write(|tx| put(tx, &[doc("pupil", 9, "Paul Nouvec", school(2))])).await.unwrap();
        assert_eq!(found, asked(&db, of_school(1), "nouvev").await, "{name}");
        assert_eq!(found.corrected.as_deref(), Some("nouvel"), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_hidden_does_not_move_what_is_seen() {
    for (name, db) in both().await {
        let lesson = |n, title: &str, text: &str, place| Doc { text: text.into(), ..doc("lesson", n, title, place) };
        let seen = vec![
            lesson(1, "Premier", "Le volcan et la lave du volcan.", school(1)),
            lesson(2, "Second", "La lave et le basalte.", school(1)),
            lesson(3, "Troisième", "Le basalte seul.", school(1)),
        ];
        db.write(move |tx| put(tx, &seen)).await.unwrap();
        let before = asked(&db, of_school(1), "volcan basalte").await;
        let hidden = (10..60).map(|n| lesson(n, "Caché", "Encore un volcan.", school(2))).collect::<Vec<_>>();
        db.write(move |tx| put(tx, &hidden)).await.unwrap();
        assert_eq!(before, asked(&db, of_school(1), "volcan basalte").await, "{name}");
        assert_eq!(before.total, 3, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_of_access_says_which_shelves_are_open() {
    for (name, db) in both().await {
        db.write(|tx| put(tx, &docs())).await.unwrap();
        let unit: UnitId = id(1_002);
        let rule =
            move |first: usize| Filter { sql: format!("({PLACE} IN (?{first}))"), params: params![unit].to_vec() };
        let sees = Sees::nothing().at("school", [Place::HOUSE]).by("pupil", rule).at("group", [school(9)]);
        assert_eq!(asked(&db, sees, "ines").await.total, 3, "{name}");
    }
}
