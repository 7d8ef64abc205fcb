//! Every page as its people see it, and nobody else.
use super::town::{Evening, NOW, RUN, Setting, Town, whole};
use crate::{count_all, demo};
use kernel::PersonId;
use web::Lang;

/// Looks at these pages with these eyes in each language.
async fn look(evening: &Evening, person: PersonId, pages: &[String]) {
    for lang in Lang::WHOLE {
        let mut browser = evening.of(person).with("lang", lang);
        for page in pages {
            browser.get(page).await;
            assert_eq!(browser.status, 200, "{}: {page}: {browser:?}", evening.name);
            assert_eq!(whole(&browser).contains("<html lang=\"fr\""), lang == Lang::Fr, "{page}");
        }
    }
}

/// A year that runs in the three schools.
async fn year(evening: &Evening) -> String {
    let id = evening
        .write(|tx, town| {
            let schools = [
                (town.school, town.head, town.teachers[0], 62),
                (town.near.school, town.near.head, town.near.head, 71),
                (town.other.school, town.other.head, town.other.head, 48),
            ];
            let id = demo::year(tx, &town.chance, town.academie, town.pilot, &RUN, &schools, NOW)?;
            count_all(tx, Town::SLICES, NOW)?;
            Ok(id)
        })
        .await;
    format!("/programmes/{id}")
}

#[tokio::test]
async fn every_page_is_whole_for_who_may_see_it() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let new = ["/programmes".to_owned(), "/programmes/nouveau".into(), "/programmes/nouveau?modele=lecture".into()];
        look(&evening, town.pilot, &new).await;
        let base = year(&evening).await;
        let school = format!("{base}/ecoles/{}", town.school);
        let protocol = evening
            .write(|tx, town| {
                let row = tx.first(
                    "SELECT id FROM programme_protocol WHERE stage = 'superseded' AND unit_id = ?1",
                    &db::params![town.school],
                )?;
                Ok(row.unwrap().get::<crate::ProtocolId>(0))
            })
            .await;
        let pilot = "/fiche /partenaires /etapes /ecoles /ecoles?cherche=caen /experiences /bilan /pilote /suppression \
             /decision/reconduire /decision/adapter /decision/arreter";
        let pilot: Vec<_> = pilot
            .split(' ')
            .map(|end| format!("{base}{end}"))
            .chain([base.clone(), school.clone(), "/programmes".into()])
            .collect();
        look(&evening, town.pilot, &pilot).await;
        let team = ["", "/bilan", "/protocole", "/versions", "/experience"];
        let team: Vec<_> = team
            .iter()
            .map(|end| format!("{school}{end}"))
            .chain([base.clone(), "/programmes".into(), format!("{base}/bilan")])
            .collect();
        for person in [town.teachers[0], town.referent, town.vie_scolaire, town.head] {
            look(&evening, person, &team).await;
        }
        look(&evening, town.departement_pilot, &[base.clone(), school.clone(), format!("{base}/bilan")]).await;
        look(&evening, town.admin, &[base.clone(), "/programmes".into()]).await;
        look(&evening, town.admin, &["/protocole".into()]).await;
        let mut pupil = evening.of(town.pupils[0]);
        pupil.get("/protocole").await;
        pupil.follow().await;
        assert!(whole(&pupil).contains("En vigueur"), "the only one opens at once");
        for person in [town.pupils[0], town.guardian, town.teachers[0], town.pilot] {
            look(&evening, person, &[format!("/protocole/{protocol}")]).await;
        }
        let mut nobody = evening.nobody();
        nobody.get("/experiences").await;
        assert_eq!(nobody.status, 200, "{nobody:?}");
        let first = nobody.text.split("/experiences/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        nobody.get(&format!("/experiences/{first}")).await;
        assert!(whole(&nobody).contains("Collège"));
        nobody.get("/experiences/0190").await;
        assert_eq!(nobody.status, 404);
    }
}

#[tokio::test]
async fn who_may_not_see_a_page_finds_nothing_there() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let base = year(&evening).await;
        let school = format!("{base}/ecoles/{}", town.school);
        let protocol = evening
            .write(|tx, town| {
                let row = tx.first(
                    "SELECT id FROM programme_protocol WHERE stage = 'published' AND unit_id = ?1",
                    &db::params![town.school],
                )?;
                Ok(row.unwrap().get::<crate::ProtocolId>(0))
            })
            .await;
        let closed: Vec<(PersonId, String)> = vec![
            (town.pupils[0], "/programmes".into()),
            (town.pupils[0], base.clone()),
            (town.guardian, base.clone()),
            (town.other.head, school.clone()),
            (town.admin, school.clone()),
            (town.other.pupils[0], format!("/protocole/{protocol}")),
            (town.other.head, format!("/protocole/{protocol}")),
            (town.teachers[0], format!("{base}/ecoles")),
            (town.head, format!("{base}/fiche")),
            (town.departement_pilot, format!("{base}/fiche")),
            (town.departement_pilot, format!("{base}/ecoles")),
            (town.pilot, format!("{school}/protocole")),
            (town.other.head, format!("{school}/protocole")),
            (town.other.head, format!("{school}/versions")),
        ];
        for (person, page) in closed {
            let mut browser = evening.of(person);
            browser.get(&page).await;
            assert_eq!(browser.status, 404, "{}: {page}", evening.name);
        }
        let mut head = evening.of(town.other.head);
        head.get("/programmes").await;
        for form in ["candidature", "remarques", "protocole", "approbation", "publication", "experience"] {
            head.post(&format!("{school}/{form}"), &[("mouvement", "depart"), ("remarque", "x")]).await;
            assert_eq!(head.status, 404, "{form}");
        }
        let mut teacher = evening.of(town.teachers[0]);
        teacher.get(&school).await;
        for form in ["candidature", "approbation", "publication"] {
            teacher.post(&format!("{school}/{form}"), &[("mouvement", "depart"), ("vu", "1")]).await;
            assert_eq!(teacher.status, 404, "{form}");
        }
        let mut departement = evening.of(town.departement_pilot);
        departement.get(&base).await;
        departement.post(&format!("{base}/decision/arreter"), &[("motif", "x")]).await;
        assert_eq!(departement.status, 404);
    }
}
