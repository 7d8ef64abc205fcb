//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{House, NOW, led};
use crate::{SLICE, store};
use kernel::PersonId;

impl House {
    /// The kinds of the cards of this person's day.
    async fn day(&self, person: PersonId, minutes: i64) -> Vec<&'static str> {
        web::testing::day(&self.db, &[&SLICE], person, NOW.plus_minutes(minutes)).await
    }

    /// That nobody but these has anything on their day.
    async fn alone(&self, but: &[PersonId], minutes: i64) {
        let town = &self.town;
        let others = [town.other_pupil, town.other_teacher, town.other_head, town.pilot, town.head, town.teachers[1]];
        for other in others.iter().chain(&town.pupils).chain(&[town.guardian, town.vie_scolaire, town.referent]) {
            if !but.contains(other) {
                assert_eq!(self.day(*other, minutes).await, [] as [&str; 0], "{}", self.name);
            }
        }
    }
}

#[tokio::test]
async fn a_meeting_comes_is_on_and_was_held() {
    for house in House::both().await {
        let (name, town) = (house.name, std::sync::Arc::clone(&house.town));
        let (claire, ines) = (town.teachers[0], town.pupils[0]);
        let meeting = house.write(|tx, town| town.plan(tx, 60)).await;
        let page = format!("/seances/{}", meeting.id);
        for pupil in &town.pupils {
            assert_eq!(house.day(*pupil, 0).await, ["agenda-card-offers"], "{name}");
        }
        let mut pupil = house.of(ines);
        pupil.get(&page).await;
        led(pupil.post(&format!("{page}/place"), &[]).await);
        let there = [ines, town.guardian];
        assert_eq!(house.day(ines, 0).await, ["agenda-card-mine-next"], "{name}");
        assert_eq!(house.day(town.guardian, 0).await, ["agenda-card-child-next"], "{name}");
        assert_eq!(house.day(claire, 0).await, ["agenda-card-next"], "{name}");
        assert_eq!(house.day(ines, 50).await, ["agenda-card-mine-on"], "{name}");
        assert_eq!(house.day(town.guardian, 50).await, ["agenda-card-child-on"], "{name}");
        assert_eq!(house.day(claire, 50).await, ["agenda-card-open"], "{name}");
        house.alone(&[&there[..], &town.pupils].concat(), 50).await;

        house.later(60);
        let mut teacher = house.of(claire);
        teacher.get(&page).await;
        led(teacher.post(&format!("{page}/tenue"), &[("faire", "ouvrir")]).await);
        assert_eq!(house.day(claire, 60).await, ["agenda-card-held"], "{name}");
        house.later(105);
        led(teacher.post(&format!("{page}/tenue"), &[("faire", "clore")]).await);
        assert_eq!(house.day(claire, 105).await, ["agenda-card-presence"], "{name}");
        teacher.get(&page).await;
        led(teacher.post(&format!("{page}/presence"), &[(&format!("p-{ines}"), "present")]).await);
        assert_eq!(house.day(claire, 105).await, [] as [&str; 0], "{name}");
        house.alone(&[], 105).await;
    }
}

#[tokio::test]
async fn a_meeting_without_an_adult_is_looked_for_and_one_nobody_spoke_of_is_asked_about() {
    for house in House::both().await {
        let (name, town) = (house.name, std::sync::Arc::clone(&house.town));
        let claire = town.teachers[0];
        let meeting = house.write(|tx, town| {
            let mut meeting = town.meeting(60);
            (meeting.teacher, meeting.what.by_self) = (None, false);
            store::add(tx, &meeting)?;
            Ok(meeting)
        });
        let page = format!("/seances/{}", meeting.await.id);
        let helpers = [&town.teachers[..], &[town.referent, town.vie_scolaire]].concat();
        for person in &helpers {
            assert_eq!(house.day(*person, 0).await, ["agenda-card-unheld"], "{name}");
        }
        house.alone(&helpers, 0).await;
        let mut teacher = house.of(claire);
        teacher.get(&page).await;
        led(teacher.post(&format!("{page}/volontaire"), &[("faire", "promettre")]).await);
        house.alone(&[], 0).await;
        assert_eq!(house.day(claire, 110).await, ["agenda-card-missed"], "{name}");
        house.later(110);
        led(teacher.post(&format!("{page}/tenue"), &[("faire", "clore")]).await);
        assert_eq!(house.day(claire, 110).await, [] as [&str; 0], "{name}: nobody was expected");
    }
}
