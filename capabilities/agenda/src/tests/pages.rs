//! The pages, asked as a browser would.
use super::town::{Evening, NOW, enrolled, kept, led, notices, whole};
use crate::{Mark, MeetingId, Place, State, store};

#[tokio::test]
async fn everybody_has_their_week_in_each_language() {
    for evening in Evening::both().await {
        let id = evening
            .write(|tx, town| {
                let meeting = town.plan(tx, 60)?;
                store::enrol(tx, &meeting, town.pupils[0], town.head, NOW)?.unwrap();
                town.plan(tx, 24 * 60)?;
                Ok(meeting.id)
            })
            .await;
        let town = &evening.town;
        let people = [
            town.pupils[0],
            town.pupils[1],
            town.guardian,
            town.teachers[0],
            town.head,
            town.vie_scolaire,
            town.pilot,
            town.other.pupils[0],
        ];
        for person in people {
            for lang in ["fr", "en"] {
                let mut browser = evening.of(person).with("lang", lang);
                let page = whole(browser.get("/semaine").await).to_owned();
                let theirs = [town.pupils[0], town.guardian, town.teachers[0], town.head, town.vie_scolaire];
                assert_eq!(
                    page.contains(&id.to_string()),
                    theirs.contains(&person) || person == town.pupils[1],
                    "{page}"
                );
                whole(browser.get("/semaine?jour=2025-10-20").await);
                whole(browser.get("/semaine/abonnement").await);
            }
        }
        let mut guardian = evening.of(town.guardian);
        guardian.get("/semaine?jour=2025-10-20").await;
        assert!(guardian.text.contains("Toussaint"), "{guardian:?}");
        let mut pilot = evening.of(town.pilot);
        pilot.get("/semaine").await;
        assert!(!pilot.text.contains("Inès"), "{pilot:?}");
        assert_eq!(evening.nobody().get("/semaine").await.status, 303);
    }
}

#[tokio::test]
async fn a_pupil_takes_a_place_waits_and_moves_up_with_a_message() {
    for evening in Evening::both().await {
        let id = evening
            .write(|tx, town| {
                let mut meeting = town.meeting(60);
                meeting.what.places = 1;
                store::add(tx, &meeting)?;
                Ok(meeting.id)
            })
            .await;
        let town = &evening.town;
        let page = format!("/seances/{id}");
        let (mut noe, mut ines) = (evening.of(town.pupils[1]), evening.of(town.pupils[0]));
        whole(noe.get(&page).await);
        led(noe.post(&format!("{page}/place"), &[]).await);
        whole(ines.get(&page).await);
        led(ines.post(&format!("{page}/place"), &[]).await);
        assert!(whole(ines.follow().await).contains("Sur la liste d’attente"), "{ines:?}");
        assert!(!ines.text.contains("Vasseur"), "{ines:?}");
        led(noe.post(&format!("{page}/retrait"), &[]).await);
        assert!(whole(ines.get(&page).await).contains("Place prise"), "{ines:?}");
        let said = notices(&evening, town.pupils[0]).await;
        assert!(said.len() == 1 && said[0].starts_with("Une place s’est libérée pour toi\u{a0}: Maths"), "{said:?}");
        let said = notices(&evening, town.guardian).await;
        assert!(said.len() == 1 && said[0].contains("votre enfant") && !said[0].contains("Inès"), "{said:?}");
        let mut other = evening.of(town.other.pupils[0]);
        assert_eq!(other.get(&page).await.status, 404);
        other.get("/semaine").await;
        assert_eq!(other.post(&format!("{page}/place"), &[]).await.status, 404);
    }
}

#[tokio::test]
async fn a_refusal_says_to_whom_to_speak() {
    for evening in Evening::both().await {
        let id = evening
            .write(|tx, town| {
                let mut meeting = town.meeting(60);
                meeting.what.dispositif = Some(town.dispositif);
                store::add(tx, &meeting)?;
                Ok(meeting.id)
            })
            .await;
        let town = &evening.town;
        let page = format!("/seances/{id}");
        let mut ines = evening.of(town.pupils[0]);
        ines.get(&page).await;
        ines.post(&format!("{page}/place"), &[]).await;
        assert_eq!(ines.status, 422);
        assert!(
            whole(&ines).contains("Ta famille n’a pas encore répondu") && ines.text.contains("Luc Tellier"),
            "{ines:?}"
        );
        let mut claire = evening.of(town.teachers[0]);
        let list = format!("{page}/eleves");
        assert!(whole(claire.get(&list).await).contains("Inès Nouvel"), "{claire:?}");
        claire.post(&list, &[("eleve", &town.pupils[0].to_string())]).await;
        assert!(claire.status == 422 && whole(&claire).contains("Inès Nouvel : La famille"), "{claire:?}");
        evening.write(|tx, town| town.answer(tx, "agree")).await;
        // Of two of whom one may not be, neither is, and both stay ticked.
        let two = town.pupils[..2].iter().map(ToString::to_string).collect::<Vec<_>>();
        claire.post(&list, &[("eleve", &two[0]), ("eleve", &two[1])]).await;
        assert!(claire.status == 422 && !whole(&claire).contains("Déjà sur la liste"), "{claire:?}");
        for pupil in &two {
            assert!(claire.text.contains(&format!("value=\"{pupil}\" checked")), "{pupil}: {claire:?}");
        }
        led(claire.post(&list, &[("eleve", &two[0])]).await);
        whole(claire.follow().await);
        let mut samira = evening.of(town.guardian);
        assert!(whole(samira.get(&page).await).contains("Inès"), "{samira:?}");
        led(samira.post(&format!("{page}/retrait"), &[("eleve", &town.pupils[0].to_string())]).await);
    }
}

#[tokio::test]
async fn a_teacher_opens_says_who_is_there_and_closes() {
    for evening in Evening::both().await {
        let id = enrolled(&evening).await;
        let town = &evening.town;
        let page = format!("/seances/{id}");
        let mut claire = evening.of(town.teachers[0]);
        whole(claire.get(&page).await);
        led(claire.post(&format!("{page}/tenue"), &[("faire", "ouvrir")]).await);
        assert!(whole(claire.follow().await).contains("En cours"), "{claire:?}");
        let (mark, minutes) = (format!("p-{}", town.pupils[0]), format!("m-{}", town.pupils[0]));
        let presence = format!("{page}/presence");
        led(claire.post(&presence, &[(&mark, "present"), (&minutes, "40")]).await);
        evening.later(60);
        claire.get(&page).await;
        led(claire.post(&presence, &[(&mark, "absent"), (&minutes, "")]).await);
        assert!(whole(claire.follow().await).contains("Corrections"), "{claire:?}");
        let state = evening.write(move |tx, town| kept(tx, town, id)).await.state;
        assert_eq!(state, State::Open, "{}", evening.name);
        let mut colleague = evening.of(town.teachers[1]);
        whole(colleague.get(&page).await);
        assert!(!colleague.text.contains("Corrections"), "{colleague:?}");
        assert_eq!(colleague.post(&presence, &[(&mark, "present")]).await.status, 404);
        let mut rachid = evening.of(town.vie_scolaire);
        whole(rachid.get("/presences").await);
        assert!(rachid.text.contains("Nouvel"), "{rachid:?}");
        // The page stays where it is: a second click is the same form, and a second export.
        for times in 1..=2 {
            rachid.post("/presences/fichier", &[("du", "2025-11-01"), ("au", "2025-11-30")]).await;
            assert_eq!(rachid.header("content-type"), Some("text/csv; charset=utf-8"), "{rachid:?}");
            assert!(rachid.text.contains(";Nouvel;Inès;Absent;0;noté par un adulte;1;\r\n"), "{rachid:?}");
            let trail = evening.write(|tx, town| access::audit::on(tx, town.school, 9)).await;
            let said = |deed: &access::audit::Deed| (deed.person, deed.deed.clone(), deed.reason.clone());
            let told = (town.vie_scolaire, "presences/export".to_owned(), "2025-11-01 2025-11-30".to_owned());
            assert_eq!(trail.iter().map(said).collect::<Vec<_>>(), vec![told; times], "{}", evening.name);
        }
        assert_eq!(evening.of(town.teachers[0]).get("/presences").await.status, 404);
        let said = evening.write(move |tx, _| store::presences(tx, id)).await;
        assert_eq!(said[&town.pupils[0]].0, Mark::Absent);
    }
}

#[tokio::test]
async fn a_meeting_is_planned_changed_and_cancelled_with_a_message() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let mut claire = evening.of(town.teachers[0]);
        whole(claire.get("/seances/nouvelle").await);
        let fields =
            [("genre", "oral"), ("titre", "Parler"), ("lieu", "maison"), ("places", "1"), ("seuls", "1"), ("moi", "1")];
        let wrong = [("jour", "2025-12-25"), ("de", "18:00"), ("a", "17:00"), ("fois", "une")];
        claire.post("/seances/nouvelle", &[&fields[..], &wrong[..]].concat()).await;
        assert!(claire.status == 422 && whole(&claire).contains("La fin vient"), "{claire:?}");
        let right = [("jour", "2025-12-25"), ("de", "18:00"), ("a", "18:30"), ("fois", "une")];
        claire.post("/seances/nouvelle", &[&fields[..], &right[..]].concat()).await;
        assert!(whole(&claire).contains("Il n’y a pas classe ce jour-là"), "{claire:?}");
        let right = [("jour", "2025-12-04"), ("de", "18:00"), ("a", "18:30"), ("fois", "une")];
        let forged = [("salle", "https://moodle.exemple.fr@evil.example/")];
        claire.post("/seances/nouvelle", &[&fields[..], &right[..], &forged[..]].concat()).await;
        assert!(claire.status == 422 && whole(&claire).contains("sans « @ » devant ce nom"), "{claire:?}");
        for forged in [("ecole", town.other.school.to_string()), ("dispositif", "aucun".to_owned())] {
            let forged = [(forged.0, forged.1.as_str())];
            claire.post("/seances/nouvelle", &[&fields[..], &right[..], &forged[..]].concat()).await;
            assert_eq!(claire.status, 404, "{forged:?}: what is not one's own is hidden");
        }
        claire.get("/seances/nouvelle").await;
        let page = led(claire.post("/seances/nouvelle", &[&fields[..], &right[..]].concat()).await);
        let mut ines = evening.of(town.pupils[0]);
        ines.get(&page).await;
        led(ines.post(&format!("{page}/place"), &[]).await);
        let settings = format!("{page}/reglages");
        whole(claire.get(&settings).await);
        let change = [("titre", "Parler mieux"), ("lieu", "tiers-lieu"), ("precision", "médiathèque"), ("places", "0")];
        claire.post(&settings, &change).await;
        assert!(claire.status == 422 && whole(&claire).contains("entre 1 et 200"), "{claire:?}");
        led(claire.post(&settings, &[&change[..3], &[("places", "4")]].concat()).await);
        let id: MeetingId = page.rsplit('/').next().unwrap().parse().unwrap();
        let meeting = evening.write(move |tx, town| kept(tx, town, id)).await;
        assert_eq!((meeting.what.place, meeting.what.places), (Place::TiersLieu, 4), "{}", evening.name);
        led(claire.post(&format!("{page}/annulation"), &[("raison", "Conseil de classe.")]).await);
        let said = notices(&evening, town.pupils[0]).await;
        assert!(said.len() == 1 && said[0].ends_with("Conseil de classe."), "{said:?}");
        assert!(whole(ines.get("/semaine?jour=2025-12-04").await).contains("Annulée"), "{ines:?}");
    }
}

#[tokio::test]
async fn the_bus_is_told_by_the_pupil_the_family_or_the_team() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let page = format!("/semaine/bus/{}", town.pupils[0]);
        for person in [town.pupils[0], town.guardian, town.teachers[1]] {
            let mut browser = evening.of(person);
            whole(browser.get(&page).await);
            led(browser.post(&page, &[("heure", "18:05")]).await);
        }
        for person in [town.pupils[1], town.other.teachers[0], town.pilot] {
            let mut browser = evening.of(person);
            assert_eq!(browser.get(&page).await.status, 404);
        }
        let mut ines = evening.of(town.pupils[0]);
        ines.get(&page).await;
        ines.post(&page, &[("heure", "03:00")]).await;
        assert!(ines.status == 422 && whole(&ines).contains("entre midi et 22 h"), "{ines:?}");
        evening
            .write(|tx, town| {
                let soon = town.plan(tx, 10)?;
                store::enrol(tx, &soon, town.pupils[0], town.head, NOW)
            })
            .await
            .unwrap();
        assert!(whole(ines.get("/semaine").await).contains("Avant l’arrivée du bus"), "{ines:?}");
    }
}
