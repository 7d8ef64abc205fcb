//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{Evening, led};
use crate::store;
use kernel::PersonId;

/// That nobody but these has anything on their day.
async fn alone(evening: &Evening, but: &[PersonId], minutes: i64) {
    let town = &evening.town;
    let others =
        [town.other.pupils[0], town.other.teachers[0], town.other.head, town.pilot, town.head, town.teachers[1]];
    for other in others.iter().chain(&town.pupils).chain(&[town.guardian, town.vie_scolaire, town.referent]) {
        if !but.contains(other) {
            assert_eq!(evening.day(*other, minutes).await, [] as [&str; 0], "{}", evening.name);
        }
    }
}

#[tokio::test]
async fn a_meeting_comes_is_on_and_was_held() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, std::sync::Arc::clone(&evening.town));
        let (claire, ines) = (town.teachers[0], town.pupils[0]);
        let meeting = evening.write(|tx, town| town.plan(tx, 60)).await;
        let page = format!("/seances/{}", meeting.id);
        for pupil in &town.pupils {
            assert_eq!(evening.day(*pupil, 0).await, ["agenda-card-offers"], "{name}");
        }
        let mut pupil = evening.of(ines);
        pupil.get(&page).await;
        led(pupil.post(&format!("{page}/place"), &[]).await);
        let there = [ines, town.guardian];
        assert_eq!(evening.day(ines, 0).await, ["agenda-card-mine-next"], "{name}");
        assert_eq!(evening.day(town.guardian, 0).await, ["agenda-card-child-next"], "{name}");
        assert_eq!(evening.day(claire, 0).await, ["agenda-card-next"], "{name}");
        assert_eq!(evening.day(ines, 50).await, ["agenda-card-mine-on"], "{name}");
        assert_eq!(evening.day(town.guardian, 50).await, ["agenda-card-child-on"], "{name}");
        assert_eq!(evening.day(claire, 50).await, ["agenda-card-open"], "{name}");
        alone(&evening, &[&there[..], &town.pupils].concat(), 50).await;

        evening.later(60);
        let mut teacher = evening.of(claire);
        teacher.get(&page).await;
        led(teacher.post(&format!("{page}/tenue"), &[("faire", "ouvrir")]).await);
        assert_eq!(evening.day(claire, 60).await, ["agenda-card-held"], "{name}");
        evening.later(105);
        led(teacher.post(&format!("{page}/tenue"), &[("faire", "clore")]).await);
        assert_eq!(evening.day(claire, 105).await, ["agenda-card-presence"], "{name}");
        teacher.get(&page).await;
        led(teacher.post(&format!("{page}/presence"), &[(&format!("p-{ines}"), "present")]).await);
        assert_eq!(evening.day(claire, 105).await, [] as [&str; 0], "{name}");
        alone(&evening, &[], 105).await;
    }
}

#[tokio::test]
async fn a_meeting_without_an_adult_is_looked_for_and_one_nobody_spoke_of_is_asked_about() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, std::sync::Arc::clone(&evening.town));
        let claire = town.teachers[0];
        let meeting = evening.write(|tx, town| {
            let mut meeting = town.meeting(60);
            (meeting.teacher, meeting.what.by_self) = (None, false);
            store::add(tx, &meeting)?;
            Ok(meeting)
        });
        let page = format!("/seances/{}", meeting.await.id);
        let helpers = [&town.teachers[..], &[town.referent, town.vie_scolaire]].concat();
        for person in &helpers {
            assert_eq!(evening.day(*person, 0).await, ["agenda-card-unheld"], "{name}");
        }
        alone(&evening, &helpers, 0).await;
        let mut teacher = evening.of(claire);
        teacher.get(&page).await;
        led(teacher.post(&format!("{page}/volontaire"), &[("faire", "promettre")]).await);
        alone(&evening, &[], 0).await;
        assert_eq!(evening.day(claire, 110).await, ["agenda-card-missed"], "{name}");
        evening.later(110);
        led(teacher.post(&format!("{page}/tenue"), &[("faire", "clore")]).await);
        assert_eq!(evening.day(claire, 110).await, [] as [&str; 0], "{name}: nobody was expected");
    }
}
