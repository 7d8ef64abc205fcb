//! A session that ends while a pupil writes at the help desk, in a browser without script: nothing is lost, and it goes through.
use super::house::{NOW, evening};
use std::sync::Arc;

#[tokio::test]
async fn what_a_pupil_wrote_when_the_session_was_over_goes_through_after_the_door() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, walkers, _) = evening(db).await;
        let mut pupil = walkers.into_iter().find(|one| one.name == "pupil").unwrap().browser.with("lang", "fr");
        pupil.get("/bar/moi").await;
        assert!(pupil.text.contains("action=\"/bar/moi/message\""), "{name}: {pupil:?}");
        let (inner, token) = (Arc::clone(&house), pupil.cookie("preau").unwrap().to_owned());
        let card = house.db.write(move |tx| {
            let person = signin::whoami(tx, &token, NOW)?.unwrap().actor.person;
            tx.execute("DELETE FROM signin_session WHERE person_id = ?1", &db::params![person])?;
            signin::demo::card(tx, &inner.secret, &*inner.chance, person, Some("4821"), NOW)
        });
        let card = card.await.unwrap();
        let text = "Je bloque à « la question 3 »\r\net à la 4";
        pupil.post("/bar/moi/message", &[("texte", text)]).await;
        assert_eq!(pupil.location.as_deref(), Some("/entrer?vers=%2Freprise"), "{name}: {pupil:?}");
        pupil.follow().await;
        assert!(pupil.text.contains("name=\"vers\" value=\"/reprise\""), "{name}: {pupil:?}");
        pupil.post("/entrer", &[("code", &card.code), ("pin", "4821"), ("vers", "/reprise")]).await;
        assert_eq!(pupil.location.as_deref(), Some("/reprise"), "{name}: {pupil:?}");
        pupil.follow().await;
        assert!(pupil.status == 200 && pupil.text.contains("action=\"/bar/moi/message\""), "{name}: {pupil:?}");
        assert!(pupil.text.contains("la question 3 »\r\net à la 4</textarea>"), "{name}: as it was: {pupil:?}");
        let id = pupil.text.split("name=\"repris\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let id = id.unwrap().to_owned();
        pupil.post("/bar/moi/message", &[("repris", &id), ("texte", text)]).await;
        assert_eq!(pupil.location.as_deref(), Some("/bar/moi"), "{name}: {pupil:?}");
        pupil.follow().await;
        assert_eq!(pupil.text.matches("la question 3").count(), 1, "{name}: said once: {pupil:?}");
        pupil.get("/reprise").await;
        assert_eq!(pupil.location.as_deref(), Some("/"), "{name}: nothing waits any more");
    }
}
