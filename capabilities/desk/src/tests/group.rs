//! Several tickets on one exercise: explained once, to all.
use super::town::{Evening, led, whole};
use crate::State;

#[tokio::test]
async fn one_explanation_reaches_each_of_the_group() {
    for evening in Evening::both().await {
        let name = evening.name;
        let tickets = evening.write(|tx, town| town.three_wait(tx)).await;
        let town = &evening.town;
        let mut teacher = evening.of(town.teachers[0]);
        let board = format!("/bar/bureau/{}", town.desk);
        let seen = whole(teacher.get(&board).await);
        assert!(seen.contains("Même exercice") && seen.contains("3 élèves"), "{name}: {seen}");
        // Somebody else was quicker with the third one: it is left out, the others are taken.
        let third = tickets[2];
        evening.write(move |tx, town| town.claim(tx, 1, third, 0)).await;
        let ticked: Vec<_> = tickets.iter().map(ToString::to_string).collect();
        let ticked: Vec<_> = ticked.iter().map(|id| ("demande", id.as_str())).collect();
        let group = led(teacher.post(&format!("{board}/grouper"), &ticked).await);
        let page = whole(teacher.get(&group).await);
        assert!(
            page.contains("2 demandes, une explication") && page.contains("Inès") && page.contains("Noé"),
            "{name}"
        );
        assert!(page.contains("value=\"https://visio.example.org/salle\""), "{name}: the room of the duty");

        teacher.post(&group, &[("faire", "ecrire"), ("texte", "")]).await;
        assert!(whole(&teacher).contains("Écrivez un mot") && teacher.status == 422, "{name}");
        teacher.post(&group, &[("faire", "salle"), ("salle", "https://moodle.exemple.fr@evil.example/")]).await;
        assert!(
            whole(&teacher).contains("value=\"https://moodle.exemple.fr@evil.example/\"") && teacher.status == 422,
            "{name}"
        );
        led(teacher.post(&group, &[("faire", "ecrire"), ("texte", "On met au même dénominateur.")]).await);
        led(teacher.post(&group, &[("faire", "salle"), ("salle", "https://visio.example.org/b")]).await);
        for (n, told) in [(0, true), (1, true), (2, false), (3, false)] {
            let mut pupil = evening.of(town.pupils[n]);
            let text = pupil.get("/bar/moi").await.text.clone();
            assert_eq!(text.contains("même dénominateur"), told, "{name}: {n}");
            assert_eq!(text.contains("href=\"https://visio.example.org/b\""), told, "{name}: {n}");
        }

        // Closed for all; the second had said before that it was understood.
        let mut second = evening.of(town.pupils[1]);
        second.get("/bar/moi").await;
        led(second.post("/bar/moi/compris", &[]).await);
        teacher.get(&group).await;
        assert_eq!(teacher.post(&group, &[("faire", "clore")]).await.status, 422, "{name}: how does it end?");
        assert!(whole(&teacher).contains("Choisissez comment ça se termine"), "{name}");
        assert_eq!(led(teacher.post(&group, &[("faire", "clore"), ("issue", "demain")]).await), board, "{name}");
        let wanted = [(tickets[0], State::FollowUp), (tickets[1], State::Done), (tickets[2], State::Claimed)];
        for (ticket, state) in wanted {
            let found = evening.write(move |tx, _| super::town::kept(tx, ticket)).await.state;
            assert_eq!(found, state, "{name}");
        }
        assert!(whole(teacher.get(&group).await).contains("sont finies"), "{name}");
        let late = teacher.post(&group, &[("faire", "ecrire"), ("texte", "Trop tard")]).await;
        assert_eq!(late.status, 422, "{name}");
        assert!(whole(late).contains("Trop tard"), "{name}: what was typed is given back");

        let mut elsewhere = evening.of(town.other.teachers[0]);
        assert_eq!(elsewhere.get(&group).await.status, 404, "{name}");
        let unknown = format!("{board}/groupe/{}", town.id::<crate::kind::Group>());
        assert_eq!(teacher.get(&unknown).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn nobody_groups_off_duty_or_from_another_desk() {
    for evening in Evening::both().await {
        let name = evening.name;
        let (ticket, other) = evening
            .write(|tx, town| {
                town.duty(tx, town.teachers[0], (-5, 60), crate::DutyState::Paused, &[])?;
                let other = town.id();
                crate::store::add_desk(tx, other, "Ailleurs", crate::Names::Full, town.other.school)?;
                Ok((town.ask(tx, 0, -1)?.to_string(), other))
            })
            .await;
        let mut teacher = evening.of(evening.town.teachers[0]);
        let board = format!("/bar/bureau/{}", evening.town.desk);
        teacher.get(&board).await;
        let refused = teacher.post(&format!("{board}/grouper"), &[("demande", &ticket)]).await;
        assert!(refused.status == 422 && whole(refused).contains("Ouvrez d’abord"), "{name}");
        assert_eq!(teacher.post(&format!("/bar/bureau/{other}/grouper"), &[("demande", &ticket)]).await.status, 404);
    }
}
