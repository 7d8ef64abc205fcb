//! Asking in steps: what was chosen stays, what was taken back comes back, and what is closed says when it opens.
use super::town::{Evening, PICTURE, led, whole};
use crate::{DutyState, Mode, Subject, TicketId, store};
use db::{Result, Tx};

#[tokio::test]
async fn a_photo_is_not_chosen_again_when_another_answer_is_missing() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let (mut pupil, mut other) = (evening.of(evening.town.pupils[0]), evening.of(evening.town.pupils[1]));
        let ask = [("matiere", "maths"), ("bloque", ""), ("mode", "appel"), ("telephone", "06")];
        pupil.get("/bar/demande?matiere=maths").await;
        pupil.upload("/bar/demande", &ask, &[("photo", PICTURE)]).await;
        assert_eq!(pupil.status, 422, "{name}");
        let (_, rest) = whole(&pupil).split_once("name=\"envoi\" value=\"").unwrap();
        let kept = rest.split('"').next().unwrap().to_owned();
        assert!(rest.split('>').next().unwrap().contains("checked"), "{name}: {rest}");
        let seen = format!("/envoi/{}/vue", kept.split_once(' ').unwrap().1);
        assert_eq!(pupil.get(&seen).await.status, 200, "{name}");
        assert_eq!(pupil.header("content-type"), Some("image/png"), "{name}");
        assert_eq!(other.get(&seen).await.status, 404, "{name}: nobody else's");
        other.get("/bar/demande?matiere=maths").await;
        let mended = |field: &'static str| [("matiere", "maths"), ("bloque", ""), ("mode", "ecrit"), (field, &*kept)];
        assert_eq!(other.post("/bar/demande", &mended("envoi")).await.status, 400, "{name}");
        // What is not ticked does not go.
        pupil.get("/bar/demande?matiere=maths").await;
        assert_eq!(pupil.post("/bar/demande", &mended("rien")).await.status, 422, "{name}");
        assert_eq!(led(pupil.post("/bar/demande", &mended("envoi")).await), "/bar/moi", "{name}");
        let page = whole(pupil.get("/bar/moi").await);
        assert!(page.contains("Ta demande est partie : Maths, une photo.") && page.contains("<img"), "{name}: {page}");
        assert!(!whole(pupil.get("/bar/moi").await).contains("est partie"), "{name}: it is said once");
        assert_eq!(pupil.get(&seen).await.status, 404, "{name}: it is in the thread now");
    }
}

#[tokio::test]
async fn a_demand_of_a_photo_alone_is_called_so_everywhere() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.open(tx)).await;
        let town = &evening.town;
        let (mut pupil, mut teacher) = (evening.of(town.pupils[0]), evening.of(town.teachers[0]));
        pupil.get("/bar/demande?matiere=maths").await;
        led(pupil.upload("/bar/demande", &[("matiere", "maths"), ("mode", "ecrit")], &[("photo", PICTURE)]).await);
        for page in ["/bar/moi", "/bar/moi/demandes"] {
            assert!(whole(pupil.get(page).await).contains("Une photo"), "{name} {page}");
        }
        let board = format!("/bar/bureau/{}", town.desk);
        assert!(whole(teacher.get(&board).await).contains("Maths : Une photo"), "{name}");
        let ticket = led(teacher.post(&format!("{board}/suivant"), &[]).await);
        let page = whole(teacher.get(&ticket).await);
        assert!(page.contains("Cette demande est à vous.") && page.contains("Une photo"), "{name}: {page}");
        assert!(page.contains("<img") && page.contains(&format!("action=\"{ticket}/rendre\"")), "{name}: {page}");
    }
}

#[tokio::test]
async fn what_was_taken_back_is_put_back_at_its_place_and_beside_no_other() {
    for evening in Evening::both().await {
        let name = evening.name;
        evening.write(|tx, town| town.three_wait(tx)).await;
        let mut pupil = evening.of(evening.town.pupils[1]);
        pupil.get("/bar/moi").await;
        assert_eq!(led(pupil.post("/bar/moi/retirer", &[]).await), "/", "{name}");
        let (_, said) = whole(pupil.get("/bar/demande").await).split_once("class=\"said\"").unwrap();
        let (_, id) = said.split_once("name=\"demande\" value=\"").unwrap();
        let id = id.split('"').next().unwrap().to_owned();
        let back = [("faire", "annuler"), ("demande", &*id)];
        assert_eq!(led(pupil.post("/bar/moi/retirer", &back).await), "/bar/moi", "{name}");
        let page = whole(pupil.get("/bar/moi").await);
        assert!(page.contains("attend de nouveau") && page.contains("1 élève avant toi."), "{name}: {page}");
        // Once another one waits, or the evening is over, it stays where it is.
        led(pupil.post("/bar/moi/retirer", &[]).await);
        evening.write(|tx, town| town.ask_for(tx, 1, 0, Subject::French, Mode::Writing)).await;
        pupil.get("/bar/moi").await;
        assert_eq!(led(pupil.post("/bar/moi/retirer", &back).await), "/", "{name}");
        led(pupil.post("/bar/moi/retirer", &[]).await);
        evening.later(200);
        pupil.get("/bar/moi/demandes").await;
        assert_eq!(led(pupil.post("/bar/moi/retirer", &back).await), "/", "{name}");
    }
}

/// Puts a ticket in a state, as if it had come there.
fn put(tx: &mut Tx<'_>, ticket: TicketId, state: &str) -> Result<u64> {
    tx.execute("UPDATE desk_ticket SET state = ?2 WHERE id = ?1", &db::params![ticket, state])
}

#[tokio::test]
async fn a_demand_put_back_is_shown_before_a_younger_one_that_is_over() {
    for evening in Evening::both().await {
        let name = evening.name;
        let younger = evening
            .write(|tx, town| {
                let older = town.three_wait(tx)?[1];
                put(tx, older, "withdrawn")?;
                let younger = town.ask_for(tx, 1, 0, Subject::French, Mode::Writing)?;
                put(tx, younger, "done")?;
                put(tx, older, "waiting")?;
                Ok(younger)
            })
            .await;
        let mut pupil = evening.of(evening.town.pupils[1]);
        let page = whole(pupil.get("/bar/moi").await);
        assert!(page.contains("1 élève avant toi."), "{name}: {page}");
        let page = whole(pupil.get(&format!("/bar/moi?demande={younger}")).await);
        assert!(page.contains("C’est fini") && page.contains("Demande encore"), "{name}: {page}");
    }
}

#[tokio::test]
async fn when_nobody_is_left_the_next_evening_is_told() {
    for evening in Evening::both().await {
        let name = evening.name;
        let ticket = evening
            .write(|tx, town| {
                town.duty(tx, town.teachers[0], (-30, 30), DutyState::Open, &[])?;
                for days in [2, 6] {
                    let from = days * 24 * 60 + 5;
                    town.duty(tx, town.teachers[1], (from, from + 60), DutyState::Planned, &[])?;
                }
                town.ask(tx, 0, -3)
            })
            .await;
        let mut pupil = evening.of(evening.town.pupils[0]);
        assert!(!whole(pupil.get("/bar/moi").await).contains("rouvre"), "{name}");
        evening.later(31);
        for _ in ["nobody is left", "the team has it"] {
            let page = whole(pupil.get("/bar/moi").await);
            assert!(page.contains("Le bureau d’aide rouvre jeudi 27 novembre à 17 h 45."), "{name}: {page}");
            assert!(page.contains("<strong>Lundi</strong>") && !page.contains("class=\"rank\""), "{name}: {page}");
            evening.write(|tx, _| store::close_evening(tx, super::town::NOW.plus_minutes(32))).await;
        }
        assert!(evening.write(move |tx, _| super::town::kept(tx, ticket)).await.left(), "{name}");
    }
}
