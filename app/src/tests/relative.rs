//! Who answers for a child without parental authority: every page, every form and every search, met by one.
use super::house::{NOW, evening};
use crate::slices;
use access::store::sight::{self, Sight};
use db::params;
use kernel::{Id, PersonId, Seeded};
use web::Work;

/// The names given to the two children of the guardian, borne by nobody else, and the words they wrote.
const CHILD: [&str; 2] = ["Troisétangs", "Cunégonde"];

/// Forms of whoever has signed in, about themselves alone.
const OWN: [&str; 12] = [
    "/bienvenue",
    "/compte",
    "/langue",
    "/portail/",
    "/sortir",
    "/messages",
    "/semaine/abonnement",
    "/entrer",
    "/reponse",
    "/reprise",
    "/demonstration",
    "/c/",
];

/// Gives the guardian's children their names, and takes parental authority from her.
fn rename(tx: &mut db::Tx<'_>, guardian: PersonId) -> db::Result<Vec<PersonId>> {
    let rows =
        tx.query("SELECT child_id FROM guardianship WHERE guardian_id = ?1 ORDER BY child_id", &params![guardian])?;
    let children: Vec<PersonId> = rows.iter().map(|row| row.get(0)).collect();
    for child in &children {
        let sql = "UPDATE directory_person SET given = ?2, family = ?3 WHERE id = ?1";
        tx.execute(sql, &params![*child, CHILD[1], CHILD[0]])?;
    }
    // What was written to her before stays hers to read; it is not what this looks at.
    tx.execute("DELETE FROM notice WHERE person_id = ?1", &params![guardian])?;
    tx.execute("UPDATE guardianship SET authority = 0 WHERE guardian_id = ?1", &params![guardian])?;
    Ok(children)
}

#[tokio::test]
async fn who_has_no_parental_authority_sees_nothing_of_the_child_and_decides_nothing() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, walkers, things) = evening(db).await;
        let walker = walkers.iter().find(|walker| walker.name == "guardian").unwrap();
        let found = house.db.write(|tx| {
            let sql = "SELECT id FROM directory_person WHERE given = 'Samira' AND family = 'Benali'";
            let guardian: PersonId = tx.first(sql, &[])?.unwrap().get(0);
            Ok::<_, db::Error>((guardian, rename(tx, guardian)?))
        });
        let (guardian, children) = found.await.unwrap();
        let reads = |text: &str| CHILD.iter().any(|name| text.contains(name));

        let mut pages: Vec<String> =
            slices::routes().0.iter().filter(|route| route.is_page()).map(|route| things.fill(route.path)).collect();
        for child in &children {
            pages.extend(["/semaine/bus/", "/eleve/"].map(|path| format!("{path}{child}")));
        }
        for words in [CHILD[0], CHILD[1], "Cunegonde", "5e", "maths"] {
            pages.push(format!("/recherche?q={words}"));
        }
        let mut opened = 0;
        for page in &pages {
            let mut browser = walker.browser.clone().with("lang", "fr");
            browser.get(page).await;
            opened += usize::from(browser.status == 200);
            // Her own words come back to her in the address.
            let told = browser.text.replace(page.as_str(), "");
            assert!(browser.status < 500 && !reads(&told), "{name}: {page}: {browser:?}");
        }
        assert!(opened > 8, "{name}: {opened}: she is still somebody here");

        let state = || async {
            let sql = "SELECT (SELECT count(*) FROM agreement_answer), (SELECT count(*) FROM agreement_concern),
                         (SELECT count(*) FROM agenda_enrolment WHERE state <> 'withdrawn'), (SELECT count(*) FROM agenda_bus),
                         (SELECT count(*) FROM difficulty), (SELECT count(*) FROM difficulty_word),
                         (SELECT count(*) FROM agreement_proposal WHERE accepted IS NOT NULL)";
            let row = house.db.read(move |tx| tx.first(sql, &[])).await.unwrap().unwrap();
            (0..7).map(|at| row.get::<i64>(at)).collect::<Vec<_>>()
        };
        let before = state().await;
        let child = children[0].to_string();
        let fields = [
            ("csrf", walker.csrf.as_str()),
            ("once", ""),
            ("reponse", "non"),
            ("quoi", "place"),
            ("mots", "Rien"),
            ("choix", "oui"),
            ("eleve", &child),
            ("enfant", &child),
            ("heure", "17:30"),
            ("texte", "Bonjour"),
            ("nature", "line"),
        ];
        for route in slices::routes().0 {
            if !matches!(route.work, Work::Form(..)) || OWN.iter().any(|own| route.path.starts_with(own)) {
                continue;
            }
            let mut browser = walker.browser.clone().with("lang", "fr");
            browser.post(&things.fill(route.path), &fields).await;
            let refused = [404, 422, 403, 400].contains(&browser.status);
            assert!(refused && !reads(&browser.text), "{name}: {}: {browser:?}", route.path);
        }
        for path in [format!("/semaine/bus/{child}"), "/difficulte".to_owned()] {
            let mut browser = walker.browser.clone();
            browser.post(&path, &fields).await;
            assert_eq!(browser.status, 404, "{name}: {path}: {browser:?}");
        }
        assert_eq!(state().await, before, "{name}: nothing was decided");
        informed(&house, walker, (guardian, children[0]), name).await;
    }
}

/// The school opens a sight: the letters, for information, and nothing else; it closes by itself.
async fn informed(
    house: &web::House,
    walker: &super::house::Walker,
    (guardian, child): (PersonId, PersonId),
    name: &str,
) {
    let opened = house.db.write(move |tx| {
        let (since, until) = (NOW.plus_days(-1), NOW.plus_days(30));
        let id = Id::new(since, &Seeded::new(77));
        let (reason, opened_by, ended_by) = ("Jugement du 12 mars".to_owned(), guardian, None);
        sight::open(tx, &Sight { id, guardian, child, since, until, reason, opened_by, ended_by })?;
        let sql = "SELECT t.id FROM agreement_told t JOIN agreement_announcement n ON n.protocol_id = t.protocol_id
                   AND n.live = 1 WHERE t.guardian_id = ?1 AND t.child_id = ?2 ORDER BY t.id LIMIT 1";
        Ok::<_, db::Error>(tx.first(sql, &params![guardian, child])?.unwrap().get::<Id<()>>(0))
    });
    let letter = format!("/accord/lettre/{}", opened.await.unwrap());
    let mut browser = walker.browser.clone().with("lang", "fr");
    browser.get(&letter).await;
    assert!(browser.status == 200 && browser.text.contains(CHILD[1]), "{name}: {browser:?}");
    assert!(
        browser.text.contains("pour votre information") && !browser.text.contains("name=\"reponse\""),
        "{name}: {browser:?}"
    );
    assert!(browser.get("/accord").await.text.contains(CHILD[1]), "{name}: {browser:?}");
    for page in ["/", "/semaine", "/aide", "/enfants", "/difficulte"] {
        browser.get(page).await;
        assert!(!browser.text.contains(CHILD[1]), "{name}: {page}: {browser:?}");
    }
    for form in ["", "/contrainte"] {
        browser.get(&letter).await;
        browser.post(&format!("{letter}{form}"), &[("reponse", "oui"), ("quoi", "place")]).await;
        assert_eq!(browser.status, 404, "{name}: {form}: {browser:?}");
    }
    let ended = house.db.write(move |tx| sight::end(tx, guardian, child, guardian, NOW));
    assert!(ended.await.unwrap(), "{name}");
    assert_eq!(browser.get(&letter).await.status, 404, "{name}");
}
