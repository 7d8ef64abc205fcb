//! Every page, in both languages; and what is done there by hand.
use super::town::{Evening, NOW, acting, kept};
use crate::{Month, State, store};
use kernel::PersonId;
use web::{Lang, testing::Browser};

async fn look(browser: &Browser, person: PersonId, pages: &[String]) {
    for lang in Lang::WHOLE {
        let mut browser = browser.another().with("preau", person).with("lang", lang);
        for page in pages {
            browser.get(page).await;
            assert_eq!(browser.status, 200, "{page}: {browser:?}");
            assert!(!browser.text.contains("[hours-") && !browser.text.contains("[shell-"), "{page}: {browser:?}");
            assert_eq!(browser.text.matches("<h1").count(), 1, "{page}");
            assert!(browser.queries <= 10, "{page}: {}", browser.queries);
            assert!(!browser.text.contains("style="), "{page}");
        }
    }
}

#[tokio::test]
async fn each_ones_pages_empty_and_full() {
    for evening in Evening::both().await {
        let Evening { db, town, .. } = &evening;
        let browser = evening.nobody();
        let paths = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
        let own = paths(&["/heures", "/heures?mois=2025-10", "/heures/feuille", "/heures/ajout"]);
        let school = paths(&["/heures/ecole", "/heures/ecole?mois=2025-09", "/heures/ecole/avant", "/heures"]);
        let pilot = paths(&["/heures/academie", "/heures/regle", "/heures/academie?mois=2025-10"]);
        look(&browser, town.teachers[0], &own).await;
        look(&browser, town.head, &school).await;
        // What is counted now is shown for a while: the pilot looks at a month that stays empty.
        look(&browser, town.pilot, &paths(&["/heures/academie?mois=2025-09", "/heures/regle"])).await;
        let of = town.clone();
        let hour = db
            .write(move |tx| {
                for teacher in &of.teachers {
                    for (days, came) in [(1, 0), (2, 2), (40, 1)] {
                        of.line(tx, *teacher, (-days * 1_440, 60, came))?;
                    }
                }
                of.line(tx, of.teachers[0], (-1_450, 60, 1))?;
                let sql = "UPDATE hours_entry SET state = 'approved' WHERE month = '2025-10'";
                tx.execute(sql, &[])?;
                let (head, place) = (acting(tx, of.head)?, of.place(tx));
                store::make_batch(tx, &place, &head, (of.id(), Month::of(NOW)), NOW)?;
                of.line(tx, of.teachers[0], (-90, 60, 1))
            })
            .await
            .unwrap();
        let line = format!("/heures/ligne/{hour}");
        look(&browser, town.teachers[0], &[own, vec![line.clone()]].concat()).await;
        look(&browser, town.head, &[school, vec![line]].concat()).await;
        look(&browser, town.pilot, &pilot).await;
        let mut pilot = browser.another().with("preau", town.pilot);
        pilot.get("/heures/academie").await;
        assert!(!pilot.text.contains("Auvray") && pilot.text.contains("Collège des Falaises"), "counts, no name");
        // Counted a moment ago: the sum of the académie is not asked for again.
        drop(db::testing::statements(db));
        pilot.get("/heures/academie").await;
        let again = db::testing::statements(db);
        assert!(pilot.text.contains("Collège des Falaises") && pilot.text.contains("Compté à"), "{pilot:?}");
        let summed: Vec<_> = again.iter().filter(|sql| sql.contains("FROM hours_entry")).collect();
        assert!(summed.is_empty() && !again.is_empty(), "{summed:?}");
    }
}

#[tokio::test]
async fn a_month_from_the_teachers_word_to_the_batch() {
    for evening in Evening::both().await {
        let Evening { name, db, town, .. } = &evening;
        let of = town.clone();
        let hour = db.write(move |tx| of.line(tx, of.teachers[0], (-100, 61, 1))).await.unwrap();
        let browser = evening.nobody();
        let mut claire = browser.another().with("preau", town.teachers[0]);
        let line = format!("/heures/ligne/{hour}");
        claire.get(&line).await;
        claire.post(&line, &[("faire", "corriger"), ("minutes", "x"), ("eleves", "1"), ("raison", "")]).await;
        assert_eq!(claire.status, 422, "{name}");
        assert!(claire.text.contains("value=\"x\""), "{name}: what was typed is kept");
        let fields = [("faire", "corriger"), ("minutes", "70"), ("eleves", "2"), ("raison", "Deux élèves ont appelé")];
        claire.post(&line, &fields).await;
        assert_eq!(claire.status, 303, "{name}: {claire:?}");
        claire.get(&line).await;
        claire.post(&line, &[("faire", "approuver")]).await;
        assert_eq!(claire.status, 404, "{name}: approving is the head's");
        let mut head = browser.another().with("preau", town.head);
        head.get("/heures/ecole").await;
        assert!(head.text.contains("1 h 10"), "{name}");
        head.post(&line, &[("faire", "refuser"), ("raison", "")]).await;
        assert_eq!(head.status, 422, "{name}");
        head.post(&line, &[("faire", "approuver")]).await;
        assert_eq!(head.location.as_deref(), Some(&*format!("/heures/ecole?mois=2025-11&ecole={}", town.school)));
        head.follow().await;
        head.post("/heures/ecole/envoi", &[("mois", "2025-11")]).await;
        assert_eq!(head.status, 303, "{name}: {head:?}");
        head.get("/heures/ecole").await;
        head.post("/heures/ecole/envoi", &[("mois", "2025-11")]).await;
        assert_eq!(head.status, 422, "{name}: nothing is left to send");
        let of = town.clone();
        let state = db.write(move |tx| Ok::<_, db::Error>(kept(tx, &of, hour).state)).await.unwrap();
        assert_eq!(state, State::Approved, "{name}");
        let mut other = browser.another().with("preau", town.other.head);
        other.get(&line).await;
        assert_eq!(other.status, 404, "{name}");
        other.get(&format!("/heures/ecole?ecole={}", town.school)).await;
        assert_eq!(other.status, 404, "{name}");
    }
}

#[tokio::test]
async fn an_approval_is_taken_back_until_it_is_sent() {
    for evening in Evening::both().await {
        let Evening { name, db, town, .. } = &evening;
        let of = town.clone();
        let lines = db
            .write(move |tx| {
                of.meeting(tx, of.teachers[0], -300, (-300, -240))?;
                crate::collect(tx, &of.chance, NOW.plus_days(-1), NOW)?;
                Ok::<_, db::Error>(
                    [(0, -100, 61), (0, -400, 30), (1, -100, 45)]
                        .map(|(who, ended, minutes)| of.line(tx, of.teachers[who], (ended, minutes, 1)).unwrap()),
                )
            })
            .await
            .unwrap();
        let state = async |n: usize| {
            let (of, line) = (town.clone(), lines[n]);
            db.write(move |tx| Ok::<_, db::Error>(kept(tx, &of, line).state)).await.unwrap()
        };
        let mut claire = evening.nobody().with("preau", town.teachers[0]);
        claire.get("/heures").await;
        assert!(claire.text.contains("Rendez-vous : Fractions"), "{name}: meetings bear their names: {claire:?}");
        claire.post("/heures/confirmation", &[("mois", "2025-11")]).await;
        claire.follow().await;
        assert!(claire.text.contains("3 lignes confirmées, 2 h 31"), "{name}: {claire:?}");

        let mut head = evening.nobody().with("preau", town.head);
        head.get("/heures/ecole").await;
        for said in ["2 h 31 confirmées", "45 min pas encore confirmées", "Approuver les 3 lignes confirmées"] {
            assert!(head.text.contains(said), "{name}: {said}: {head:?}");
        }
        let month = [("mois", "2025-11"), ("etat", "confirmed")];
        head.post("/heures/ecole", &month).await;
        head.follow().await;
        assert!(head.text.contains("3 lignes approuvées, 2 h 31 à payer"), "{name}: {head:?}");
        assert!(head.text.contains("action=\"/heures/ecole/annulation\""), "{name}: {head:?}");
        assert_eq!((state(0).await, state(2).await), (State::Approved, State::Proposed), "{name}");
        let at = NOW.0.to_string();
        let undo = [("le", at.as_str()), ("mois", "2025-11")];
        head.post("/heures/ecole/annulation", &undo).await;
        head.follow().await;
        assert!(head.text.contains("Approbation annulée : 3 lignes"), "{name}: {head:?}");
        assert_eq!(state(0).await, State::Confirmed, "{name}");

        let line = format!("/heures/ligne/{}", lines[0]);
        head.post(&line, &[("faire", "approuver")]).await;
        head.get(&line).await;
        assert!(head.text.contains("Annuler la décision"), "{name}: {head:?}");
        head.post("/heures/ecole/envoi", &[("mois", "2025-11")]).await;
        head.follow().await;
        assert!(head.text.contains("Envoi préparé"), "{name}: {head:?}");
        head.get(&line).await;
        assert!(!head.text.contains("Annuler la décision"), "{name}: it was sent");
        head.post(&line, &[("faire", "reprendre")]).await;
        assert_eq!(head.status, 422, "{name}");
        assert!(head.text.contains("Il est trop tard pour annuler"), "{name}: {head:?}");
        head.post("/heures/ecole/annulation", &undo).await;
        assert_eq!(state(0).await, State::Approved, "{name}: it was sent");
    }
}

#[tokio::test]
async fn help_on_site_that_falls_is_said() {
    for evening in Evening::both().await {
        let Evening { name, town, .. } = &evening;
        let browser = evening.nobody();
        let mut head = browser.another().with("preau", town.head);
        head.get("/heures/ecole").await;
        assert!(!head.text.contains("a baissé</h2>"), "{name}: nothing to compare with");
        head.get("/heures/ecole/avant").await;
        head.post("/heures/ecole/avant", &[("m2024-10", "12"), ("m2024-09", "douze")]).await;
        assert_eq!(head.status, 422, "{name}");
        head.post("/heures/ecole/avant", &[("m2024-10", "12")]).await;
        head.follow().await;
        assert!(head.text.contains("En octobre : 0 min sur place, contre 12 h un an avant."), "{name}: {head:?}");
        let mut claire = browser.another().with("preau", town.teachers[0]);
        claire.get("/heures/ajout").await;
        let entry = [("jour", "2025-10-06"), ("de", "16:00"), ("a", "17:30"), ("eleves", "8")];
        claire.post("/heures/ajout", &entry).await;
        assert_eq!(claire.location.as_deref(), Some("/heures?mois=2025-10"), "{name}: {claire:?}");
        claire.get("/heures/ajout").await;
        claire.post("/heures/ajout", &entry).await;
        assert_eq!(claire.status, 422, "{name}: twice the same time");
        claire
            .post("/heures/ajout", &[("jour", "2026-01-06"), ("de", "16:00"), ("a", "16:00"), ("eleves", "-1")])
            .await;
        assert_eq!(claire.status, 422, "{name}");
        head.get("/heures/ecole").await;
        assert!(head.text.contains("En octobre : 1 h 30 sur place, contre 12 h un an avant."), "{name}");
    }
}

#[tokio::test]
async fn a_rule_is_set_for_today_or_later() {
    for evening in Evening::both().await {
        let Evening { name, town, .. } = &evening;
        let mut pilot = evening.nobody().with("preau", town.pilot);
        pilot.get("/heures/regle").await;
        pilot.post("/heures/regle", &[("regle", "half"), ("des", "2025-11-01")]).await;
        assert_eq!(pilot.status, 422, "{name}: the past does not change");
        pilot.post("/heures/regle", &[("regle", "half"), ("des", "2025-12-01")]).await;
        pilot.follow().await;
        assert!(pilot.text.contains("Depuis le lundi 1er décembre 2025 : moitié du temps"), "{name}: {pilot:?}");
    }
}
