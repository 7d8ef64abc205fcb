//! Every page, in both languages, by those who may and those who may not.
use super::town::{Evening, NOW, PICTURE, led, reading, whole, workshop};
use crate::Column;
use kernel::PersonId;

#[tokio::test]
async fn every_page_is_whole_in_both_languages_and_closed_to_the_others() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (course, atelier) = evening
            .write(|tx, town| {
                let dispositif = kernel::Id::new(NOW, &town.chance);
                let chance = kernel::Seeded::new(5);
                let courses = crate::demo::courses(tx, &chance, town.academie, dispositif, town.pilot, NOW)?;
                crate::demo::followed(tx, &chance, &courses, town.school, &town.teachers, NOW)?;
                Ok((town.course(tx, &reading(Column::Method))?, town.course(tx, &workshop(5))?))
            })
            .await;
        let staff = vec![town.teachers[0], town.referent, town.head, town.other.head, town.pilot];
        let pages: Vec<(String, Vec<PersonId>)> = vec![
            ("/formation".into(), staff.clone()),
            ("/formation?colonne=outils&tout=1".into(), staff.clone()),
            ("/formation?colonne=ressources".into(), staff.clone()),
            ("/formation?colonne=suivi".into(), staff.clone()),
            (format!("/formation/{course}"), staff.clone()),
            (format!("/formation/{atelier}"), staff.clone()),
            ("/formation/equipe".into(), vec![town.referent, town.head, town.other.head]),
            (format!("/formation/equipe?ecole={}", town.school), vec![town.referent, town.head]),
            ("/formation/chiffres".into(), vec![town.referent, town.head, town.other.head, town.pilot, town.far_pilot]),
            ("/formation/nouveau".into(), vec![town.pilot, town.far_pilot]),
            (format!("/formation/{course}/fiche"), vec![town.pilot]),
            (format!("/formation/{atelier}/fiche"), vec![town.pilot]),
        ];
        for (path, people) in &pages {
            for person in town.everybody() {
                for lang in ["fr", "en"] {
                    let mut browser = evening.of(person).with("lang", lang);
                    browser.get(path).await;
                    if people.contains(&person) {
                        assert_eq!(browser.status, 200, "{name}: {path} {browser:?}");
                        whole(&browser);
                    } else {
                        // A list is everybody's of the staff; a team's names are its own school's.
                        let names = browser.text.contains("Lebrun") && person != town.teachers[1];
                        assert!(!names, "{name}: {path} names a team to {person}");
                    }
                }
            }
        }
        for stranger in [town.far, town.far_pilot, town.pupils[0], town.guardian] {
            assert_eq!(evening.of(stranger).get(&format!("/formation/{course}")).await.status, 404, "{name}");
        }
        let mut pilot = evening.of(town.pilot);
        let counts = whole(pilot.get("/formation/chiffres").await);
        assert!(counts.contains("Collège des Falaises") && !counts.contains("Auvray"), "{name}: counts and no name");
        assert!(whole(evening.of(town.head).get("/formation/equipe").await).contains("Auvray Claire"), "{name}");
    }
}

#[tokio::test]
async fn a_teacher_follows_in_one_tap_and_takes_a_seat() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let (course, atelier) = evening
            .write(|tx, town| Ok((town.course(tx, &reading(Column::Method))?, town.course(tx, &workshop(5))?)))
            .await;
        let (course, atelier) = (format!("/formation/{course}"), format!("/formation/{atelier}"));
        let mut claire = evening.of(town.teachers[0]);
        assert!(whole(claire.get(&course).await).contains("<p>Second.</p>"), "{name}: a paragraph a line");
        claire.post(&format!("{course}/suivi"), &[]).await;
        assert!(whole(&claire).contains("Dites comment") && claire.status == 422, "{name}");
        assert_eq!(led(claire.post(&format!("{course}/suivi"), &[("avis", "utile")]).await), course, "{name}");
        assert!(whole(claire.get(&course).await).contains("Changer d’avis"), "{name}");
        assert!(whole(claire.get("/formation?colonne=suivi").await).contains("Lecture methode"), "{name}");
        claire.get(&atelier).await;
        claire.post(&format!("{atelier}/suivi"), &[("avis", "utile")]).await;
        assert!(whole(&claire).contains("pas encore eu lieu") && claire.status == 422, "{name}");
        led(claire.post(&format!("{atelier}/place"), &[("faire", "prendre")]).await);
        assert!(whole(claire.get(&atelier).await).contains("Rendre ma place"), "{name}");
        for person in [town.teachers[1], town.head] {
            let mut other = evening.of(person);
            other.get(&atelier).await.post(&format!("{atelier}/place"), &[("faire", "prendre")]).await;
            assert_eq!(other.status, if person == town.head { 422 } else { 303 }, "{name}: {other:?}");
        }
        let mut head = evening.of(town.head);
        assert!(whole(head.get(&atelier).await).contains("Toutes les places sont prises"), "{name}");
        led(claire.post(&format!("{atelier}/place"), &[("faire", "rendre")]).await);
        assert!(whole(head.get(&atelier).await).contains("1 place libre"), "{name}");
        claire.get(&course).await;
        claire.post(&format!("{course}/revision"), &[("raison", "")]).await;
        assert_eq!(claire.status, 422, "{name}");
        led(claire.post(&format!("{course}/revision"), &[("raison", "Le lien est mort")]).await);
        assert!(whole(evening.of(town.pilot).get(&course).await).contains("Le lien est mort"), "{name}");
    }
}

#[tokio::test]
async fn the_pilot_begins_with_a_first_set_makes_changes_and_retires() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut pilot = evening.of(town.pilot);
        assert!(whole(pilot.get("/formation").await).contains("Commencer avec un premier ensemble"), "{name}");
        let begun = web::testing::race(8, |at| {
            let (mut pilot, once) = (pilot.clone(), format!("page {at}"));
            async move { pilot.post("/formation/depart", &[("once", &once)]).await.status }
        });
        assert_eq!(begun.await, [303; 8], "{name}");
        let page = whole(pilot.get("/formation").await);
        assert_eq!(page.matches("Aider sans faire à la place").count(), 1, "{name}: eight at once begin once");
        pilot.get("/formation/nouveau").await;
        led(pilot.post("/formation/depart", &[]).await);
        let page = whole(pilot.get("/formation").await);
        assert_eq!(page.matches("Aider sans faire à la place").count(), 1, "{name}: once");
        pilot.get("/formation/nouveau").await;
        let wrong = [
            ("titre", "Casques"),
            ("texte", ""),
            ("nature", "atelier"),
            ("lien", "https://eduscol.example.fr@evil.example/"),
        ];
        pilot.post("/formation/nouveau", &wrong).await;
        assert!(whole(&pilot).contains("commencer par https://") && pilot.status == 422, "{name}");
        assert!(pilot.text.contains("value=\"Casques\"") && pilot.text.contains("Choisissez le jour"), "{name}");
        let fields = [
            ("colonne", "outils"),
            ("titre", "Casques"),
            ("texte", "Brancher.\nRégler."),
            ("minutes", "45"),
            ("nature", "atelier"),
            ("jour", "2026-01-14"),
            ("heure", "14:00"),
            ("lieu", "Canopé"),
            ("places", "12"),
        ];
        let to = led(pilot.upload("/formation/nouveau", &fields, &[("fichier", PICTURE)]).await);
        let page = whole(pilot.get(&to).await);
        assert!(page.contains("Mercredi 14 janvier, 14 h 00") && page.contains("/fichier"), "{name}: {page}");
        assert_eq!(pilot.get(&format!("{to}/fichier")).await.status, 200, "{name}");
        let mut claire = evening.of(town.teachers[0]);
        assert_eq!(claire.get(&format!("{to}/fichier")).await.status, 200, "{name}");
        assert_eq!(evening.of(town.far).get(&format!("{to}/fichier")).await.status, 404, "{name}");
        assert!(whole(pilot.get(&format!("{to}/fiche")).await).contains("value=\"14:00\""), "{name}");
        let mut changed: Vec<_> = fields.into();
        changed[1] = ("titre", "Micros et casques");
        led(pilot.post(&format!("{to}/fiche"), &changed).await);
        let page = whole(pilot.get(&to).await);
        assert!(page.contains("Micros et casques") && page.contains("/fichier"), "{name}: the file stays");
        led(pilot.post(&format!("{to}/retrait"), &[("faire", "retirer")]).await);
        assert_eq!(claire.get(&to).await.status, 404, "{name}");
        assert!(whole(pilot.get(&to).await).contains("n’est plus proposée"), "{name}");
        assert!(!whole(claire.get("/formation?colonne=outils&tout=1").await).contains("Micros"), "{name}");
        led(pilot.post(&format!("{to}/retrait"), &[("faire", "remettre")]).await);
        assert!(whole(claire.get("/formation?colonne=outils&tout=1").await).contains("Micros"), "{name}");
        let kept = evening.write(|tx, _| crate::store::files(tx)).await;
        assert_eq!(kept.len(), 1, "{name}");
        evening.clock.set(NOW.plus_days(1));
    }
}
