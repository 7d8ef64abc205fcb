//! One evening through the pages: asked, helped, ended; on the telephone; handed over.
use super::town::{Evening, PICTURE, SOUND, led, whole};
use crate::{DutyState, Mode, Subject};
use web::testing::Browser;

const ASK: [(&str, &str); 3] = [("matiere", "maths"), ("bloque", "Exercice 12 page 87"), ("mode", "ecrit")];

/// The address of the file a page shows.
fn shown(page: &Browser) -> String {
    let from = page.text.find("/bar/fichier/").unwrap();
    page.text[from..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_pupil_asks_and_a_teacher_helps_in_writing() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let town = &evening.town;
        let (mut pupil, mut teacher) = (evening.of(town.pupils[0]), evening.of(town.teachers[0]));

        assert!(whole(pupil.get("/bar/demande").await).contains("Exercice 12"), "{name}");
        pupil.upload("/bar/demande", &ASK, &[("photo", PICTURE)]).await;
        assert_eq!(led(&pupil), "/bar/moi", "{name}");
        let waiting = whole(pupil.follow().await);
        assert!(
            waiting.contains("Ta place dans la file") && waiting.contains("moins de 5 minutes"),
            "{name}: {waiting}"
        );
        let photo = shown(&pupil);
        assert_eq!(pupil.get(&photo).await.status, 200, "{name}");
        assert_eq!(pupil.header("content-type"), Some("image/png"), "{name}");
        assert_eq!(led(pupil.get("/bar/demande").await), "/bar/moi", "{name}: one live ticket");

        // Next, in one tap.
        let board = led(teacher.get("/bar").await);
        let seen = whole(teacher.get(&board).await);
        assert!(
            seen.contains("Inès Nouvel") && seen.contains("5e B") && seen.contains("Prendre le suivant"),
            "{name}: {seen}"
        );
        let ticket = led(teacher.post(&format!("{board}/suivant"), &[]).await);
        let help = whole(teacher.get(&ticket).await);
        assert!(help.contains("Exercice 12 page 87") && help.contains(&photo), "{name}: {help}");
        assert_eq!(teacher.get(&photo).await.status, 200, "{name}: the team sees what was shown");
        evening.later(4);
        let text = "Va dans https://visio.example.org/salle : combien de parts <b> ?";
        teacher.get(&ticket).await;
        led(teacher
            .upload(&format!("{ticket}/message"), &[("texte", text), ("voice_ms", "4000")], &[("voix", SOUND)])
            .await);
        assert!(whole(teacher.get(&board).await).contains("4 min"), "{name}: how long one has been helping");

        let claimed = whole(pupil.get("/bar/moi").await);
        assert!(claimed.contains("C’est à toi : Claire Auvray t’aide"), "{name}: {claimed}");
        assert!(
            claimed.contains("href=\"https://visio.example.org/salle\""),
            "{name}: a room opens at a touch: {claimed}"
        );
        assert!(claimed.contains("parts &#60;b&#62;") || claimed.contains("parts &lt;b&gt;"), "{name}: {claimed}");
        assert!(claimed.contains("<audio") && claimed.contains("4 secondes"), "{name}: {claimed}");
        led(pupil.post("/bar/moi/message", &[("texte", "Trois parts https://ailleurs.example.org")]).await);
        let answered = whole(teacher.get(&ticket).await);
        assert!(
            answered.contains("Trois parts") && !answered.contains("href=\"https://ailleurs"),
            "{name}: {answered}"
        );

        assert_eq!(
            led(teacher.post(&format!("{ticket}/clore"), &[("issue", "compris"), ("nature", "methode")]).await),
            board
        );
        assert!(whole(pupil.get("/bar/moi").await).contains("Est-ce que c’était utile"), "{name}");
        led(pupil.post("/bar/moi/avis", &[("avis", "bien")]).await);
        assert!(whole(pupil.get("/bar/moi").await).contains("Merci pour ta réponse"), "{name}");
        let past = whole(pupil.get("/bar/moi/demandes").await);
        assert!(past.contains("Exercice 12 page 87") && past.contains("Relire cette demande"), "{name}: {past}");

        // A second demand: the teacher sees what came before, and the queue that she was helped already.
        pupil.get("/bar/demande").await;
        led(pupil.post("/bar/demande", &ASK).await);
        assert!(whole(teacher.get(&board).await).contains("Déjà aidé ce soir"), "{name}");
        let again = led(teacher.post(&format!("{board}/suivant"), &[]).await);
        let again = whole(teacher.get(&again).await);
        assert!(again.contains("Ses demandes d’avant") && again.contains("Méthode"), "{name}: {again}");
    }
}

#[tokio::test]
async fn a_call_is_made_and_a_wrong_number_mended() {
    for evening in Evening::both().await {
        let name = evening.name;
        let ticket = evening
            .write(|tx, town| {
                town.open(tx)?;
                town.ask_for(tx, 0, -3, Subject::Maths, Mode::Call)
            })
            .await;
        let town = &evening.town;
        let (mut pupil, mut teacher) = (evening.of(town.pupils[0]), evening.of(town.teachers[0]));
        let ticket = format!("/bar/demande/{ticket}");
        assert!(!whole(teacher.get(&ticket).await).contains("06 39"), "{name}: not before one helps");
        led(teacher.post(&format!("{ticket}/prendre"), &[]).await);
        assert!(whole(teacher.get(&ticket).await).contains("tel:0639980001"), "{name}");
        assert!(!whole(evening.of(town.teachers[1]).get(&ticket).await).contains("06 39"), "{name}");
        assert!(whole(pupil.get("/bar/moi").await).contains("Ton téléphone va sonner"), "{name}");
        led(teacher.post(&format!("{ticket}/appel"), &[("appel", "faux")]).await);
        let lost = whole(teacher.get(&ticket).await);
        assert!(!lost.contains("tel:") && lost.contains("Mauvais numéro"), "{name}: {lost}");
        assert!(whole(pupil.get("/bar/moi").await).contains("Ce numéro n’était pas le bon"), "{name}");
        pupil.post("/bar/moi/numero", &[("telephone", "06 39 98")]).await;
        assert!(whole(&pupil).contains("value=\"06 39 98\"") && pupil.status == 422, "{name}: {pupil:?}");
        led(pupil.post("/bar/moi/numero", &[("telephone", "0639980002")]).await);
        assert!(whole(teacher.get(&ticket).await).contains("tel:0639980002"), "{name}");
        led(teacher.post(&format!("{ticket}/clore"), &[("issue", "compris")]).await);
        assert!(!whole(teacher.get(&ticket).await).contains("06 39"), "{name}: gone with the end");
        assert!(!whole(pupil.get("/bar/moi").await).contains("06 39"), "{name}");
    }
}

#[tokio::test]
async fn nobody_helps_off_duty_and_one_hands_over_to_who_is_there() {
    for evening in Evening::both().await {
        let name = evening.name;
        let (id, duty) = evening
            .write(|tx, town| {
                let duty = town.duty(tx, town.teachers[0], (-5, 120), DutyState::Planned, &[])?;
                Ok((town.ask(tx, 0, -3)?, duty))
            })
            .await;
        let town = &evening.town;
        let (mut claire, mut paul) = (evening.of(town.teachers[0]), evening.of(town.teachers[1]));
        let (ticket, board) = (format!("/bar/demande/{id}"), format!("/bar/bureau/{}", town.desk));
        let seen = whole(claire.get(&board).await);
        assert!(seen.contains("Ouvrir ma permanence") && !seen.contains("Prendre le suivant"), "{name}: {seen}");
        for path in [format!("{board}/suivant"), format!("{ticket}/prendre")] {
            assert!(whole(claire.post(&path, &[]).await).contains("Ouvrez d’abord"), "{name}");
            assert_eq!(claire.status, 422, "{name}");
        }
        led(claire.post(&format!("/bar/permanence/{duty}"), &[("faire", "ouvrir")]).await);
        led(claire.post(&format!("{ticket}/prendre"), &[]).await);

        // Paul is not of the team yet: the ticket is not there for him. He takes hours, and is.
        assert_eq!(paul.get(&ticket).await.status, 404, "{name}");
        claire.get(&ticket).await;
        let to = [("a", town.teachers[1].to_string())];
        let to = [("a", to[0].1.as_str())];
        assert!(whole(claire.post(&format!("{ticket}/passer"), &to).await).contains("n’est plus là"), "{name}");
        paul.get(&format!("{board}/permanence")).await;
        let hours = [
            ("jour", "2025-11-25"),
            ("de", "17:30"),
            ("a", "19:00"),
            ("matiere", "maths"),
            ("salle", ""),
            ("faire", "ouvrir"),
        ];
        assert_eq!(led(paul.post(&format!("{board}/permanence"), &hours).await), board, "{name}");
        assert!(whole(claire.get(&ticket).await).contains("Paul Lebrun"), "{name}: somebody to hand over to");
        led(claire.post(&format!("{ticket}/passer"), &to).await);
        assert!(whole(evening.of(town.pupils[0]).get("/bar/moi").await).contains("Paul Lebrun t’aide"), "{name}");
        assert!(whole(paul.get(&board).await).contains("Inès Nouvel"), "{name}");

        // What Claire was writing is given back to her, with the reason.
        let refused = claire.post(&format!("{ticket}/message"), &[("texte", "Regarde le dessin")]).await;
        assert_eq!(refused.status, 422, "{name}");
        let refused = whole(refused);
        assert!(
            refused.contains("Un collègue aide maintenant") && refused.contains("Regarde le dessin"),
            "{name}: {refused}"
        );
        for (deed, fields) in [("rendre", vec![]), ("clore", vec![("issue", "compris")]), ("passer", to.to_vec())] {
            assert_eq!(claire.post(&format!("{ticket}/{deed}"), &fields).await.status, 422, "{name}: {deed}");
        }
        paul.get(&ticket).await;
        assert_eq!(led(paul.post(&format!("{ticket}/rendre"), &[]).await), board, "{name}");
        assert!(whole(evening.of(town.pupils[0]).get("/bar/moi").await).contains("Ta place dans la file"), "{name}");
    }
}

#[tokio::test]
async fn one_may_ask_before_the_desk_opens_rest_and_take_it_back() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut pupil = evening.of(evening.town.pupils[0]);
        assert_eq!(led(pupil.get("/bar/demande").await), "/", "{name}: nobody is expected");
        evening.write(|tx, town| town.duty(tx, town.teachers[0], (50, 120), DutyState::Planned, &[])).await;
        whole(pupil.get("/bar/demande").await);
        led(pupil.post("/bar/demande", &ASK).await);
        assert!(whole(pupil.get("/bar/moi").await).contains("Personne avant 18 h 30"), "{name}: {pupil:?}");
        led(pupil.post("/bar/moi/pause", &[("pause", "oui")]).await);
        assert!(whole(pupil.get("/bar/moi").await).contains("En pause jusqu’à 17 h 50"), "{name}: {pupil:?}");
        led(pupil.post("/bar/moi/pause", &[("pause", "non")]).await);
        assert!(!whole(pupil.get("/bar/moi").await).contains("En pause"), "{name}");
        assert_eq!(led(pupil.post("/bar/moi/retirer", &[]).await), "/", "{name}");
        assert!(whole(pupil.get("/bar/moi/demandes").await).contains("Retirée"), "{name}");
        assert_eq!(pupil.get("/bar/demande").await.status, 200, "{name}: one may ask again");
    }
}

#[tokio::test]
async fn after_closing_the_pupil_knows_and_a_late_message_reaches_the_team() {
    for evening in Evening::both().await {
        let name = evening.name;
        let ticket = evening
            .write(|tx, town| {
                town.open(tx)?;
                town.ask(tx, 0, -3)
            })
            .await;
        let town = &evening.town;
        let mut pupil = evening.of(town.pupils[0]);
        pupil.get("/bar/moi").await;
        evening.later(200);
        evening.write(|tx, _| crate::store::close_evening(tx, super::town::NOW.plus_minutes(200))).await;
        led(pupil.post("/bar/moi/message", &[("texte", "C’est la question b")]).await);
        let seen = whole(pupil.get("/bar/moi").await);
        assert!(
            seen.contains("Ton équipe reprend ta demande") && seen.contains("C’est la question b"),
            "{name}: {seen}"
        );
        assert!(!seen.contains("Est-ce que c’était utile"), "{name}: nobody helped");

        let mut teacher = evening.of(town.teachers[1]);
        assert!(whole(teacher.get("/bar/suivis").await).contains("Exercice 12 page 87"), "{name}: the team reads it");
        let page = format!("/bar/demande/{ticket}");
        assert!(whole(teacher.get(&page).await).contains("C’est la question b"), "{name}");
        for person in [town.head, town.vie_scolaire, town.referent] {
            let mut carer = evening.of(person);
            let list = whole(carer.get("/bar/suivis").await).to_owned();
            assert!(list.contains("Inès Nouvel") && !list.contains("Exercice 12"), "{name}: who and when: {list}");
            let found = usize::from(carer.get(&page).await.status == 200);
            assert_eq!(list.matches(&format!("href=\"{page}\"")).count(), found, "{name}: no way leads nowhere");
        }
        led(teacher.post(&format!("{page}/suivre"), &[]).await);
        assert!(whole(teacher.get("/bar/suivis").await).contains("Rien à reprendre"), "{name}");
        let late = pupil.post("/bar/moi/message", &[("texte", "Encore une chose")]).await;
        assert_eq!(late.status, 422, "{name}");
        assert!(whole(late).contains("Ce message n’est pas parti") && late.text.contains("Encore une chose"), "{name}");
    }
}
