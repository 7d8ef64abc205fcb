//! A form sent twice counts once; a refused one comes back with what was typed.
use super::town::{Evening, FILM, NOW, PICTURE, SOUND, led, whole};
use crate::{DeskId, Duty, DutyState, Mode, Names, store};
use access::Actor;

const ASK: [(&str, &str); 3] = [("matiere", "maths"), ("bloque", "Exercice 12"), ("mode", "ecrit")];

#[tokio::test]
async fn a_demand_and_a_message_sent_twice_arrive_once() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        pupil.get("/bar/demande").await;
        for _ in 0..2 {
            assert_eq!(led(pupil.upload("/bar/demande", &ASK, &[("photo", PICTURE)]).await), "/bar/moi", "{name}");
        }
        pupil.get("/bar/moi").await;
        for _ in 0..3 {
            led(pupil.upload("/bar/moi/message", &[("texte", "La question b")], &[("photo", PICTURE)]).await);
        }
        let page = whole(pupil.get("/bar/moi").await);
        assert_eq!(page.matches("La question b").count(), 1, "{name}: {page}");
        assert_eq!(page.matches("<img").count(), 2, "{name}: one photo of the demand, one of the message: {page}");
        let kept = evening.write(|tx, _| crate::store::files(tx)).await;
        assert_eq!(kept.len(), 2, "{name}");
    }
}

#[tokio::test]
async fn a_refused_demand_keeps_what_was_typed() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        pupil.get("/bar/demande").await;
        pupil
            .post("/bar/demande", &[("matiere", ""), ("bloque", "Les aires"), ("mode", "appel"), ("telephone", "06")])
            .await;
        assert_eq!(pupil.status, 422, "{name}");
        let page = whole(&pupil);
        assert!(page.contains("Choisis une matière") && page.contains("Écris un numéro"), "{name}: {page}");
        assert!(page.contains(">Les aires</textarea>") && page.contains("value=\"06\""), "{name}: {page}");
        assert!(page.contains("value=\"appel\" checked"), "{name}: {page}");
        let long = "é".repeat(501);
        pupil.post("/bar/demande", &[("matiere", "maths"), ("bloque", &long), ("mode", "ecrit")]).await;
        let page = whole(&pupil);
        assert!(page.contains("501 signes") && page.contains(&long) && pupil.status == 422, "{name}");
        pupil.post("/bar/demande", &[("matiere", "maths"), ("bloque", "  "), ("mode", "ecrit")]).await;
        assert!(whole(&pupil).contains("Il faut une photo, ta voix ou une phrase") && pupil.status == 422, "{name}");
        // A photo alone says what blocks; four are too many; a voice has a minute.
        let four = [("photo", PICTURE), ("photo", PICTURE), ("photo", PICTURE), ("photo", PICTURE)];
        pupil.upload("/bar/demande", &ASK, &four).await;
        assert!(whole(&pupil).contains("Trois photos au plus") && pupil.status == 422, "{name}");
        pupil.upload("/bar/demande", &ASK, &[("photo", PICTURE), ("photo", b"%PDF-1.7")]).await;
        assert!(whole(&pupil).contains("Il faut une photo") && pupil.status == 422, "{name}: {pupil:?}");
        assert!(pupil.text.contains(">Exercice 12</textarea>") && pupil.text.contains("id=\"photo-oops\""), "{name}");
        let two_minutes = [ASK[0], ASK[1], ASK[2], ("voice_ms", "120000")];
        pupil.upload("/bar/demande", &two_minutes, &[("voix", SOUND)]).await;
        assert!(whole(&pupil).contains("d’une minute au plus") && pupil.status == 422, "{name}");
        let a_minute = [ASK[0], ASK[1], ASK[2], ("film_ms", "60000")];
        pupil.upload("/bar/demande", &a_minute, &[("video", FILM)]).await;
        assert!(whole(&pupil).contains("d’une demi-minute au plus") && pupil.status == 422, "{name}");
        assert!(evening.write(|tx, _| crate::store::files(tx)).await.is_empty(), "{name}: nothing refused is kept");
        let accents = "é".repeat(500);
        led(pupil.post("/bar/demande", &[("matiere", "maths"), ("bloque", &accents), ("mode", "ecrit")]).await);
    }
}

#[tokio::test]
async fn an_empty_photo_is_said_and_a_photo_not_chosen_is_not() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        pupil.get("/bar/demande").await;
        led(pupil.post("/bar/demande", &ASK).await);
        let page = whole(pupil.get("/bar/moi").await).to_owned();
        let hidden = |field: &str| {
            let (_, rest) = page.split_once(&format!("name=\"{field}\" value=\"")).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let message = |file: &str, media: &str| {
            let text = [("csrf", hidden("csrf")), ("once", hidden("once")), ("texte", "Voici".to_owned())];
            let part =
                |(field, text)| format!("--cut\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{text}\r\n");
            let disposition = format!("Content-Disposition: form-data; name=\"photo\"; filename=\"{file}\"");
            let parts: String = text.into_iter().map(part).collect();
            format!("{parts}--cut\r\n{disposition}\r\nContent-Type: {media}\r\n\r\n\r\n--cut--\r\n").into_bytes()
        };
        let headers = [("content-type", "multipart/form-data; boundary=cut")];
        for (media, said) in
            [("image/jpeg", "La photo est vide"), ("audio/mp4", "Le son est vide"), ("text/plain", "est vide")]
        {
            pupil.body("/bar/moi/message", &headers, message("empty", media)).await;
            assert!(pupil.status == 422 && whole(&pupil).contains(said), "{name}: {pupil:?}");
            assert!(pupil.text.contains(">Voici</textarea>"), "{name}: the text is given back");
        }
        assert!(!whole(pupil.get("/bar/moi").await).contains("Voici"), "{name}: nothing was sent");
        pupil.body("/bar/moi/message", &headers, message("", "application/octet-stream")).await;
        led(&pupil);
        assert!(whole(pupil.get("/bar/moi").await).contains("Voici"), "{name}");
    }
}

#[tokio::test]
async fn a_recording_of_an_old_telephone_is_refused_with_what_is_taken() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        pupil.get("/bar/demande").await;
        pupil.upload("/bar/demande", &ASK, &[("voix", b"#!AMR\n\x04\0\0\0\0\0\0")]).await;
        assert!(pupil.status == 422 && whole(&pupil).contains("Il faut un son MP3, M4A, AAC"), "{name}: {pupil:?}");
    }
}

#[tokio::test]
async fn a_photo_or_a_voice_that_did_not_arrive_whole_is_refused_and_the_words_stay() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        pupil.get("/bar/demande").await;
        for (field, file, said) in [
            ("photo", &PICTURE[..40], "La photo n’est pas arrivée entière"),
            ("photo", b"GIF89a", "La photo n’est pas arrivée entière"),
            ("voix", &SOUND[..48], "L’enregistrement n’est pas arrivé entier"),
            ("video", &FILM[..45], "L’enregistrement n’est pas arrivé entier"),
        ] {
            pupil.upload("/bar/demande", &ASK, &[(field, file)]).await;
            assert!(pupil.status == 422 && whole(&pupil).contains(said), "{name} {field}: {pupil:?}");
            assert!(pupil.text.contains(">Exercice 12</textarea>"), "{name} {field}: {pupil:?}");
        }
        assert!(evening.write(|tx, _| crate::store::files(tx)).await.is_empty(), "{name}: nothing is kept");
    }
}

#[tokio::test]
async fn a_demand_without_a_desk_is_refused_with_what_was_typed() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        pupil.get("/bar/demande").await;
        evening.later(200);
        pupil.post("/bar/demande", &ASK).await;
        assert!(whole(&pupil).contains("vient de fermer") && pupil.status == 422, "{name}");
        assert!(pupil.text.contains(">Exercice 12</textarea>"), "{name}");
    }
}

#[tokio::test]
async fn a_demand_for_a_desk_that_closed_meanwhile_goes_nowhere_by_itself() {
    for evening in Evening::both().await {
        let name = evening.name;
        let library = evening
            .write(|tx, town| {
                town.open(tx)?;
                let (desk, actor) = (town.id(), Actor::load(tx, town.teachers[1], NOW)?);
                store::add_desk(tx, desk, "Bureau du CDI", Names::Full, town.school)?;
                let allowed = store::desk_for(tx, &actor, desk)?.unwrap();
                let (starts_at, ends_at) = (NOW.plus_minutes(-30), NOW.plus_minutes(20));
                let (id, teacher, state) = (town.id(), actor.person, DutyState::Planned);
                let duty = Duty { id, desk, teacher, subjects: vec![], room: None, starts_at, ends_at, state };
                store::add_duty(tx, &allowed, &duty)?;
                store::set_state(tx, &duty, DutyState::Open, NOW)?;
                Ok(desk)
            })
            .await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        let (gone, open) = (library.to_string(), evening.town.desk.to_string());
        assert!(whole(pupil.get("/bar/demande").await).contains(&format!("value=\"{gone}\"")), "{name}");
        evening.later(25);
        let ask = |desk| [ASK[0], ASK[1], ASK[2], ("bureau", desk)];
        pupil.post("/bar/demande", &ask(&gone)).await;
        let page = whole(&pupil);
        assert!(page.contains("Ce bureau vient de fermer") && pupil.status == 422, "{name}: {page}");
        assert!(
            page.contains(">Exercice 12</textarea>") && page.contains("name=\"matiere\" value=\"maths\""),
            "{name}: {page}"
        );
        assert!(page.contains("Bureau du collège") && !page.contains(&format!("value=\"{gone}\"")), "{name}: {page}");
        let tick = page.find(&format!("value=\"{open}\"")).unwrap();
        assert!(page[tick..].split('>').next().unwrap().contains("checked"), "{name}: the open one is offered: {page}");
        led(pupil.post("/bar/demande", &ask(&open)).await);
        let at = evening.write(|tx, _| tx.query("SELECT desk_id FROM desk_ticket", &[])).await;
        assert_eq!(at.iter().map(|row| row.get(0)).collect::<Vec<DeskId>>(), [evening.town.desk], "{name}");
        // Where there is one desk alone, the form names it too.
        let mut noe = evening.of(evening.town.pupils[1]);
        let page = whole(noe.get("/bar/demande").await);
        assert!(page.contains(&format!("type=\"hidden\" name=\"bureau\" value=\"{open}\"")), "{name}: {page}");
    }
}

#[tokio::test]
async fn a_teachers_refused_forms_keep_what_was_typed() {
    for evening in Evening::both().await {
        let name = evening.name;
        let ticket = evening
            .write(|tx, town| {
                town.open(tx)?;
                let ticket = town.ask_for(tx, 0, -3, crate::Subject::Maths, Mode::Room)?;
                town.claim(tx, 0, ticket, 0)?;
                Ok(format!("/bar/demande/{ticket}"))
            })
            .await;
        let mut teacher = evening.of(evening.town.teachers[0]);
        let board = format!("/bar/bureau/{}", evening.town.desk);
        teacher.get(&ticket).await;
        let long = "à".repeat(501);
        teacher.post(&format!("{ticket}/message"), &[("texte", &long)]).await;
        assert!(whole(&teacher).contains(&long) && teacher.status == 422, "{name}");
        teacher.post(&format!("{ticket}/clore"), &[("nature", "notion")]).await;
        assert!(whole(&teacher).contains("value=\"notion\" checked") && teacher.status == 422, "{name}");
        let line = "b".repeat(121);
        teacher.post(&format!("{board}/annonce"), &[("annonce", &line)]).await;
        assert!(whole(&teacher).contains(&line) && teacher.status == 422, "{name}");
        led(teacher.post(&format!("{board}/annonce"), &[("annonce", "Pause de cinq minutes")]).await);
        let mut pupil = evening.of(evening.town.pupils[0]);
        assert!(whole(pupil.get("/bar/moi").await).contains("Pause de cinq minutes"), "{name}");
        assert!(pupil.text.contains("Entrer dans la salle"), "{name}: {pupil:?}");
        let hours = |from: &'static str, to: &'static str, room: &'static str| {
            vec![("jour", "2025-11-25"), ("de", from), ("a", to), ("salle", room), ("faire", "promettre")]
        };
        teacher.get(&format!("{board}/permanence")).await;
        for (from, to, room) in
            [("19:00", "18:00", ""), ("", "18:00", ""), ("17:00", "23:30", ""), ("18:00", "19:00", "chez moi")]
        {
            teacher.post(&format!("{board}/permanence"), &hours(from, to, room)).await;
            assert_eq!(teacher.status, 422, "{name}: {from} {to} {room}");
            assert!(whole(&teacher).contains(&format!("value=\"{to}\"")), "{name}");
        }
        led(teacher.post(&format!("{board}/permanence"), &hours("20:00", "21:00", "")).await);
        let page = whole(teacher.get(&format!("{board}/permanence")).await).to_owned();
        assert!(page.contains("de 20 h 00 à 21 h 00"), "{name}: {page}");
        let from = page.rfind("action=\"/bar/permanence/").unwrap() + 8;
        let duty = page[from..].split('"').next().unwrap();
        led(teacher.post(duty, &[("faire", "annuler")]).await);
        assert!(!whole(teacher.get(&format!("{board}/permanence")).await).contains("20 h 00"), "{name}");
        // An evening may end after midnight.
        led(teacher.post(&format!("{board}/permanence"), &hours("23:40", "00:40", "")).await);
        assert!(whole(teacher.get(&format!("{board}/permanence")).await).contains("de 23 h 40 à 0 h 40"), "{name}");
    }
}

#[tokio::test]
async fn a_short_film_is_seen_in_the_thread_by_both_and_by_nobody_else() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        pupil.get("/bar/demande").await;
        let asked = [ASK[0], ASK[1], ASK[2], ("voice_ms", "2000"), ("film_ms", "12400")];
        led(pupil.upload("/bar/demande", &asked, &[("voix", SOUND), ("video", FILM)]).await);
        let page = whole(pupil.get("/bar/moi").await).to_owned();
        let (_, video) = page.split_once("<video class=\"photo\" controls").unwrap_or_else(|| panic!("{name}: {page}"));
        assert!(video.contains("12 secondes") && page.contains("<audio class=\"photo\" controls"), "{name}: {page}");
        let (_, link) = video.split_once("src=\"").unwrap();
        let link = link.split('"').next().unwrap().to_owned();
        pupil.get(&link).await;
        assert_eq!(pupil.status, 200, "{name}");
        let mut other = evening.of(evening.town.pupils[1]);
        other.get(&link).await;
        assert_eq!(other.status, 404, "{name}");
    }
}
