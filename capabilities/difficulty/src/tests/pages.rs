//! Every page, in both languages, by those who may and those who may not.
use super::town::{Evening, NOW, led, whole};
use access::Role;
use directory::testing;
use kernel::PersonId;

#[tokio::test]
async fn every_page_is_whole_in_both_languages_and_closed_to_the_others() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (families, difficulty, question) = evening
            .write(|tx, town| {
                let families = vec![(town.guardian, town.pupils[0]); 8];
                let chance = kernel::Seeded::new(3);
                let (luc, rachid) = (town.referent, town.vie_scolaire);
                crate::demo::weeks(tx, &chance, town.school, luc, rachid, &town.teachers, &families, NOW)?;
                let question = town.ask(tx, town.teachers[0], "Comment grouper ?")?;
                Ok((families.len(), town.open(tx, town.guardian, 0)?, question))
            })
            .await;
        assert_eq!(families, 8);
        let class = evening.write(|tx, town| directory::store::class_of(tx, town.pupils[0], NOW)).await.unwrap().id;
        let pupil = town.pupils[0];
        let open: Vec<(String, Vec<PersonId>)> = vec![
            ("/difficulte".into(), vec![town.guardian, town.pupils[0]]),
            (format!("/difficulte/{difficulty}"), vec![town.guardian, town.referent, town.head, town.vie_scolaire]),
            (format!("/difficulte/{question}"), vec![town.teachers[0], town.referent, town.head, town.vie_scolaire]),
            ("/difficultes".into(), vec![town.teachers[0], town.referent, town.head, town.vie_scolaire]),
            ("/difficultes?vue=closes&page=1".into(), vec![town.referent]),
            ("/difficultes?vue=miennes".into(), vec![town.referent, town.teachers[1]]),
            ("/difficultes?vue=attente".into(), vec![town.head]),
            ("/difficultes/nouvelle".into(), vec![town.teachers[0], town.vie_scolaire]),
            (format!("/difficultes/nouvelle?classe={class}"), vec![town.teachers[0], town.vie_scolaire]),
            (format!("/difficultes/nouvelle?eleve={pupil}"), vec![town.teachers[0], town.vie_scolaire]),
            ("/difficultes/chiffres".into(), vec![town.referent, town.head, town.pilot]),
            ("/question".into(), vec![town.teachers[0], town.referent, town.head]),
            ("/question?mots=%C3%A9cran".into(), vec![town.teachers[1]]),
            ("/rrupn".into(), vec![town.referent, town.head, town.vie_scolaire]),
            ("/rrupn/materiel".into(), vec![town.referent, town.head]),
            ("/rrupn/pret".into(), vec![town.referent]),
            (format!("/rrupn/pret?eleve={pupil}"), vec![town.referent, town.vie_scolaire]),
        ];
        for (path, people) in &open {
            for lang in ["fr", "en"] {
                for person in people {
                    let mut browser = evening.of(*person).with("lang", lang);
                    browser.get(path).await;
                    assert_eq!(browser.status, 200, "{name}: {path} {browser:?}");
                    whole(&browser);
                }
            }
            let closed = [town.other.teachers[0], town.other.head, town.other.pupils[0], town.pupils[2], town.pilot];
            for person in closed.into_iter().filter(|_| path.contains(['?']) || path.len() > 30) {
                let mut browser = evening.of(person);
                if browser.get(path).await.status != 404 {
                    assert!(!browser.text.contains("Nouvel"), "{name}: {path} shows a family to a stranger");
                }
            }
        }
        let mut pilot = evening.of(town.pilot);
        for path in ["/difficultes", "/rrupn", "/question", "/difficultes/nouvelle"] {
            assert_eq!(pilot.get(path).await.status, 404, "{name}: {path}");
        }
        let counts = whole(pilot.get("/difficultes/chiffres").await);
        assert!(counts.contains("Collège des Falaises") && !counts.contains("Nouvel"), "{name}: counts and no name");
    }
}

#[tokio::test]
async fn an_aed_notes_what_a_family_said_by_telephone() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut rachid = evening.of(town.vie_scolaire);
        let mut path = "/difficultes/nouvelle".to_owned();
        // Class, pupil: two taps, then the form.
        for mark in ["?classe=", "?eleve="] {
            let page = whole(rachid.get(&path).await);
            let from = page.find(&format!("/difficultes/nouvelle{mark}")).unwrap();
            path = page[from..].split('"').next().unwrap().to_owned();
        }
        rachid.get(&path).await;
        let pupil = town.pupils[0].to_string();
        rachid.post("/difficultes/nouvelle", &[("eleve", &pupil), ("texte", "Carte perdue"), ("venu", "page")]).await;
        assert_eq!(rachid.status, 422, "{name}");
        assert!(whole(&rachid).contains("Dites comment") && rachid.text.contains("Carte perdue"), "{name}");
        let samira = town.guardian.to_string();
        let fields =
            [("eleve", pupil.as_str()), ("personne", &samira), ("venu", "phone"), ("nature", "sign-in"), ("texte", "")];
        let to = led(rachid.post("/difficultes/nouvelle", &fields).await);
        assert!(whole(rachid.get(&to).await).contains("Par téléphone"), "{name}");
        assert!(whole(evening.of(town.guardian).get(&to).await).contains("Se connecter"), "{name}");
        // One tap gives it to somebody else.
        let to_head = [("a", town.head.to_string())];
        rachid.get(&to).await;
        led(rachid.post(&format!("{to}/charge"), &[("a", &to_head[0].1)]).await);
        assert!(whole(evening.of(town.head).get("/messages").await).contains("vous est confiée"), "{name}");
        let stranger = town.other.head.to_string();
        assert_eq!(rachid.post(&format!("{to}/charge"), &[("a", &stranger)]).await.status, 404, "{name}");
        // Another school's pupil is nobody's business here.
        let other = town.other.pupils[0].to_string();
        let fields = [("eleve", other.as_str()), ("venu", "phone"), ("nature", "line")];
        assert_eq!(rachid.post("/difficultes/nouvelle", &fields).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn the_referent_answers_notes_equipment_and_lends() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut claire = evening.of(town.teachers[0]);
        claire.get("/question").await;
        claire.post("/question", &[("nature", "tool"), ("texte", "")]).await;
        assert_eq!(claire.status, 422, "{name}: a question has words");
        assert_eq!(
            led(claire.post("/question", &[("nature", "tool"), ("texte", "Où est le casque ?")]).await),
            "/question"
        );
        let mut luc = evening.of(town.referent);
        let page = whole(luc.get("/rrupn").await);
        let from = page.find("href=\"/difficulte/").unwrap() + 6;
        let question = page[from..].split('"').next().unwrap().to_owned();
        luc.get(&question).await;
        led(luc.post(&format!("{question}/cloture"), &[("texte", "Dans l’armoire.")]).await);
        assert!(whole(evening.of(town.teachers[1]).get("/question").await).contains("Dans l’armoire."), "{name}");
        assert!(whole(evening.of(town.teachers[1]).get(&question).await).contains("Où est le casque"), "{name}");
        assert!(whole(claire.get("/messages").await).contains("Réponse à votre question"), "{name}");
        let school = town.school.to_string();
        luc.get("/rrupn/materiel").await;
        luc.post("/rrupn/materiel", &[("ecole", &school), ("total-laptop", "2"), ("bons-laptop", "3")]).await;
        assert!(whole(&luc).contains("Il n’y en a pas autant") && luc.status == 422, "{name}");
        luc.post("/rrupn/materiel", &[("ecole", &school), ("total-laptop", "deux")]).await;
        assert!(whole(&luc).contains("Écrivez un nombre") && luc.text.contains("value=\"deux\""), "{name}");
        led(luc.post("/rrupn/materiel", &[("ecole", &school), ("total-laptop", "2"), ("bons-laptop", "1")]).await);
        let pupil = town.pupils[0].to_string();
        luc.get(&format!("/rrupn/pret?eleve={pupil}")).await;
        let loan = |day: &'static str| [("eleve", pupil.clone()), ("materiel", "laptop".into()), ("jusqu", day.into())];
        let past = loan("2025-01-05");
        let past: Vec<_> = past.iter().map(|(field, value)| (*field, value.as_str())).collect();
        luc.post("/rrupn/pret", &past).await;
        assert!(whole(&luc).contains("une date à venir") && luc.status == 422, "{name}");
        let good = loan("2026-06-30");
        let good: Vec<_> = good.iter().map(|(field, value)| (*field, value.as_str())).collect();
        led(luc.post("/rrupn/pret", &good).await);
        let page = whole(luc.get("/rrupn").await);
        assert!(page.contains("à rendre le") && page.contains("Inès Nouvel"), "{name}: {page}");
        let from = page.find("action=\"/rrupn/pret/").unwrap() + 8;
        let back = page[from..].split('"').next().unwrap().to_owned();
        assert_eq!(
            evening.of(town.other.head).post(&back, &[]).await.status,
            403,
            "{name}: no page of theirs had this form"
        );
        led(luc.post(&back, &[]).await);
        assert!(whole(luc.get("/rrupn").await).contains("Rien n’est prêté"), "{name}");
        let elsewhere = format!("/rrupn?ecole={}", town.other.school);
        assert_eq!(luc.get(&elsewhere).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn a_referent_of_two_schools_goes_from_one_to_the_other() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        evening
            .write(|tx, town| {
                testing::grant(tx, town.referent, (Role::Referent, town.other.school))?;
                town.open(tx, town.guardian, -5).map(drop)
            })
            .await;
        let mut luc = evening.of(town.referent);
        let page = whole(luc.get(&format!("/rrupn?ecole={}", town.school)).await);
        assert!(page.contains("Samira Nouvel") && page.contains("Collège du Bocage"), "{name}: {page}");
        assert!(!whole(luc.get(&format!("/rrupn?ecole={}", town.other.school)).await).contains("Samira"), "{name}");
        assert!(
            whole(luc.get("/difficultes").await).contains("Collège des Falaises"),
            "{name}: each line says its school"
        );
        assert!(
            whole(luc.get("/question").await).contains("name=\"ecole\""),
            "{name}: a question is put to one of them"
        );
    }
}
