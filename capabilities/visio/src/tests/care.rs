use super::town::{Evening, NOW, led, opened, seated, whole};
use crate::store;

#[tokio::test]
async fn what_is_reported_is_looked_into_by_somebody_who_does_not_hold_the_room() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let line = evening
            .write(move |tx, town| {
                let noe = seated(tx, room, town.pupils[1])?;
                store::arrived(tx, room, noe.seat.id, NOW)?;
                let id = town.id();
                store::say(tx, &noe, id, "Tu es nul", NOW)?;
                Ok(id)
            })
            .await;
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get(&format!("/visio/{room}")).await;
        let fields = [("ligne", &*line.to_string()), ("texte", "Il recommence")];
        ines.post(&format!("/visio/{room}/signalement"), &fields).await;
        let to = led(&ines);
        ines.get(&to).await;
        assert!(whole(&ines).contains("C’est signalé"));
        let mut head = evening.of(evening.town.head);
        head.get("/visio/signalements").await;
        let page = whole(&head).to_owned();
        assert!(page.contains("Tu es nul") && page.contains("Noé Vasseur") && page.contains("Il recommence"));
        for person in [evening.town.other.head, evening.town.teachers[0], evening.town.pilot] {
            let mut browser = evening.of(person);
            browser.get("/visio/signalements").await;
            assert!(!browser.text.contains("Tu es nul"), "{}: {browser:?}", evening.name);
        }
        let report = page.split("/visio/signalements/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mut other = evening.of(evening.town.other.head);
        other.get("/visio/signalements").await;
        other.post(&format!("/visio/signalements/{report}"), &[]).await;
        assert_eq!(other.status, 404);
        head.post(&format!("/visio/signalements/{report}"), &[]).await;
        led(&head);
        head.get("/visio/signalements").await;
        assert!(!head.text.contains("Tu es nul"));
    }
}

#[tokio::test]
async fn a_person_is_told_all_and_forgotten_while_counts_stay() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        evening
            .write(move |tx, town| {
                let ines = seated(tx, room, town.pupils[0])?;
                store::arrived(tx, room, ines.seat.id, NOW)?;
                store::say(tx, &ines, town.id(), "Mon secret", NOW)?;
                store::report(tx, &ines, town.id(), None, "Aidez-moi", NOW)?;
                let known = format!("{:?}", store::export(tx, town.pupils[0])?);
                assert!(known.contains("Mon secret") && known.contains("Aidez-moi"), "{known}");
                store::heard(tx, &[ines.seat.id], NOW.plus_minutes(9))?;
                let held = town.held(tx, room)?;
                store::close(tx, &held, NOW.plus_minutes(9))?;
                store::erase(tx, town.pupils[0])?;
                let known = format!("{:?}", store::export(tx, town.pupils[0])?);
                assert!(!known.contains("secret") && !known.contains("Aidez"), "{known}");
                let seat = seated(tx, room, town.pupils[0])?;
                assert_eq!((seat.seat.minutes(NOW), seat.room.title.as_str()), (9, ""));
                Ok(())
            })
            .await;
    }
}

#[tokio::test]
async fn the_register_is_for_the_host_and_for_those_who_answer_for_the_school() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        for (person, status) in [
            (evening.town.teachers[0], 200),
            (evening.town.head, 200),
            (evening.town.teachers[1], 404),
            (evening.town.other.head, 404),
            (evening.town.pupils[0], 404),
            (evening.town.pilot, 404),
        ] {
            let mut browser = evening.of(person);
            browser.get(&format!("/visio/{room}/presence")).await;
            assert_eq!(browser.status, status, "{}: {browser:?}", evening.name);
        }
    }
}
