//! A meeting held at a distance: its room, and who was seen there.
use super::town::{Evening, NOW, acting, kept, led, whole};
use crate::{
    Kind, Mark, MeetingId, Place, State,
    policy::Attend,
    store::{self},
};
use jobs::Work;
use kernel::{PersonId, Seeded};
use visio::store::{arrived, gone, sit};

/// A meeting of Claire's that began a moment ago, with Inès and Noé; the school's rooms are served.
async fn planned(evening: &Evening) -> MeetingId {
    evening
        .write(|tx, town| {
            assert!(visio::demo::elsewhere(tx, &town.chance, town.school, town.head, NOW)?);
            let meeting = town.plan(tx, -1)?;
            for pupil in &town.pupils[..2] {
                store::enrol(tx, &meeting, *pupil, town.head, NOW)?.unwrap();
            }
            Ok(meeting.id)
        })
        .await
}

/// Claire opens the room; its address.
async fn opened(evening: &Evening, meeting: MeetingId) -> String {
    let mut claire = evening.of(evening.town.teachers[0]);
    let page = format!("/seances/{meeting}");
    assert!(whole(claire.get(&page).await).contains("Ouvrir la salle"), "{}", evening.name);
    led(claire.post(&format!("{page}/salle"), &[]).await)
}

/// This pupil is in the room from one minute to another.
async fn stays(evening: &Evening, meeting: MeetingId, pupil: PersonId, (from, to): (i64, i64)) {
    evening
        .write(move |tx, _| {
            let room = visio::store::live_of(tx, visio::Kind::Meeting, &[meeting.cast()])?.remove(0).id;
            let actor = acting(tx, pupil)?;
            let seat = sit(tx, &actor, room)?.unwrap().seat.id;
            arrived(tx, room, seat, NOW.plus_minutes(from))?;
            gone(tx, room, seat, NOW.plus_minutes(to))
        })
        .await;
}

/// The job of the meeting's room, so many minutes after the beginning; whether it comes back.
async fn pass(evening: &Evening, meeting: MeetingId, minutes: i64) -> bool {
    evening
        .write(move |tx, _| {
            let (now, chance) = (NOW.plus_minutes(minutes), Seeded::new(4));
            let task = (crate::SLICE.tasks)().into_iter().find(|task| task.kind == store::ROOM_JOB).unwrap();
            tx.execute("DELETE FROM jobs_queue WHERE kind = 'agenda/room'", &[])?;
            task.run_in(&mut Work { tx, now, chance: &chance, payload: meeting.to_string() })?;
            Ok(tx.first("SELECT 1 FROM jobs_queue WHERE kind = 'agenda/room' AND done_at IS NULL", &[])?.is_some())
        })
        .await
}

#[tokio::test]
async fn the_room_of_a_meeting_is_for_its_pupils_and_opens_it() {
    for evening in Evening::both().await {
        let (name, town, meeting) = (evening.name, std::sync::Arc::clone(&evening.town), planned(&evening).await);
        let room = opened(&evening, meeting).await;
        let state = evening.write(move |tx, town| kept(tx, town, meeting)).await.state;
        assert_eq!(state, State::Open, "{name}: the meeting is open with its room");
        let link = format!("href=\"{room}\"");
        let page = format!("/seances/{meeting}");
        for (person, told) in [(town.pupils[0], true), (town.pupils[1], true), (town.pupils[2], false)] {
            let mut pupil = evening.of(person);
            for path in ["/semaine", page.as_str()] {
                let text = whole(pupil.get(path).await);
                assert_eq!(text.contains(&link), told, "{name}: {path}");
                assert_eq!(text.contains("est ouverte, on t’attend"), told, "{name}: {path}");
            }
            assert_eq!(pupil.get(&room).await.status, if told { 200 } else { 404 }, "{name}");
        }
        let mut english = evening.of(town.pupils[0]).with("lang", "en");
        assert!(whole(english.get("/semaine").await).contains("you are expected"), "{name}");
        // The family sees the meeting, and no way into the room.
        assert!(!whole(evening.of(town.guardian).get(&page).await).contains(&link), "{name}");

        // Another who holds it comes to the same room; who does not hold it opens none.
        let mut paul = evening.of(town.teachers[1]);
        paul.get(&page).await;
        assert_eq!(paul.post(&format!("{page}/salle"), &[]).await.status, 404, "{name}");
        led(paul.post(&format!("{page}/volontaire"), &[("faire", "promettre")]).await);
        assert!(whole(paul.get(&page).await).contains("Revenir dans la salle"), "{name}");
        assert_eq!(led(paul.post(&format!("{page}/salle"), &[]).await), room, "{name}");
        assert_eq!(paul.get(&room).await.status, 200, "{name}: a seat of his own");

        // The end of the meeting is the end of the room.
        let mut claire = evening.of(town.teachers[0]);
        claire.get(&page).await;
        led(claire.post(&format!("{page}/tenue"), &[("faire", "clore")]).await);
        assert!(!whole(evening.of(town.pupils[0]).get("/semaine").await).contains(&link), "{name}");
        assert!(evening.of(town.pupils[0]).get(&room).await.text.contains("Cette salle est finie"), "{name}");
    }
}

#[tokio::test]
async fn who_was_in_the_room_is_present_and_what_is_said_by_hand_stays() {
    for evening in Evening::both().await {
        let (name, town, meeting) = (evening.name, std::sync::Arc::clone(&evening.town), planned(&evening).await);
        opened(&evening, meeting).await;
        let (ines, noe) = (town.pupils[0], town.pupils[1]);
        stays(&evening, meeting, ines, (1, 11)).await;
        assert!(pass(&evening, meeting, 12).await, "{name}: the room is there, the job comes back");
        let seen = evening.write(move |tx, _| store::presences(tx, meeting)).await;
        assert_eq!((seen.get(&ines), seen.get(&noe)), (Some(&(Mark::Present, 10)), None), "{name}");

        // She comes back after a cut; he was there for too short a time, and an adult says by hand that he was not.
        stays(&evening, meeting, ines, (15, 25)).await;
        stays(&evening, meeting, noe, (2, 9)).await;
        evening
            .write(move |tx, town| {
                let claire = acting(tx, town.teachers[0])?;
                let found = store::find::<Attend>(tx, &claire, meeting)?.unwrap();
                store::record(tx, &Seeded::new(1), &claire, &found, &[(noe, (Mark::Absent, 0))], NOW)
            })
            .await;
        evening.later(30);
        let mut claire = evening.of(town.teachers[0]);
        let page = format!("/seances/{meeting}");
        let text = whole(claire.get(&page).await).to_owned();
        assert!(text.contains("Dans la salle de 17 h 41 à 18 h 05"), "{name}: {text}");
        led(claire.post(&format!("{page}/tenue"), &[("faire", "clore")]).await);
        let seen = evening.write(move |tx, _| store::presences(tx, meeting)).await;
        assert_eq!((seen[&ines], seen[&noe]), ((Mark::Present, 20), (Mark::Absent, 0)), "{name}");
        assert!(!pass(&evening, meeting, 31).await, "{name}: nothing more to see");
        let again = evening.write(move |tx, _| store::presences(tx, meeting)).await;
        assert_eq!(again, seen, "{name}: said again, it is the same");
        let mut watcher = evening.of(town.vie_scolaire);
        assert!(whole(watcher.get("/presences").await).contains("<span>20 min</span>"), "{name}");
    }
}

#[tokio::test]
async fn who_enrols_late_is_expected_and_a_forgotten_meeting_ends_with_its_room() {
    for evening in Evening::both().await {
        let (name, town, meeting) = (evening.name, std::sync::Arc::clone(&evening.town), planned(&evening).await);
        let room = opened(&evening, meeting).await;
        evening
            .write(move |tx, town| {
                let kept = kept(tx, town, meeting)?;
                store::withdraw(tx, &kept, town.pupils[1], town.head, NOW)?;
                store::enrol(tx, &kept, town.pupils[2], town.head, NOW)
            })
            .await
            .unwrap();
        let mut maissa = evening.of(town.pupils[2]);
        assert_eq!(maissa.get(&room).await.status, 404, "{name}");
        pass(&evening, meeting, 1).await;
        assert_eq!(maissa.get(&room).await.status, 200, "{name}");
        stays(&evening, meeting, town.pupils[2], (2, 40)).await;
        let seen = evening
            .write(move |tx, _| {
                store::close_forgotten(tx, NOW.plus_minutes(120))?;
                assert!(visio::store::live_of(tx, visio::Kind::Meeting, &[meeting.cast()])?.is_empty());
                store::presences(tx, meeting)
            })
            .await;
        assert_eq!(seen[&town.pupils[2]], (Mark::Present, 38), "{name}");
    }
}

#[tokio::test]
async fn only_a_meeting_at_a_distance_has_a_room_and_only_where_rooms_are() {
    for evening in Evening::both().await {
        let name = evening.name;
        let unserved = evening.write(|tx, town| town.plan(tx, 0)).await.id;
        let mut claire = evening.of(evening.town.teachers[0]);
        let page = format!("/seances/{unserved}");
        assert!(!whole(claire.get(&page).await).contains("Ouvrir la salle"), "{name}");
        assert_eq!(claire.post(&format!("{page}/salle"), &[]).await.status, 404, "{name}");

        let far = planned(&evening).await;
        let (at_school, early) = evening
            .write(|tx, town| {
                let mut meeting = town.meeting(0);
                (meeting.what.place, meeting.what.kind) = (Place::School, Kind::Oral);
                store::add(tx, &meeting)?;
                Ok((meeting.id, town.plan(tx, 60)?.id))
            })
            .await;
        let page = format!("/seances/{at_school}");
        assert!(!whole(claire.get(&page).await).contains("Ouvrir la salle"), "{name}");
        assert_eq!(claire.post(&format!("{page}/salle"), &[]).await.status, 404, "{name}");
        let page = format!("/seances/{early}");
        claire.get(&page).await;
        let refused = claire.post(&format!("{page}/salle"), &[]).await;
        assert_eq!(refused.status, 422, "{name}: it has not begun");
        let mut other = evening.of(evening.town.other.teachers[0]);
        assert_eq!(other.get(&format!("/seances/{far}")).await.status, 404, "{name}");
        for person in [evening.town.head, evening.town.pilot] {
            let mut one = evening.of(person);
            one.get("/semaine").await;
            assert_eq!(
                one.post(&format!("/seances/{far}/salle"), &[]).await.status,
                404,
                "{name}: they do not hold it"
            );
        }
    }
}
