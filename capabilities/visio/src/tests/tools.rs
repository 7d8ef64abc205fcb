use super::town::{Evening, NOW, led, opened, seated, whole};
use crate::{
    Cameras, Part, RoomId, Seat, SeatState, pages,
    store::{self, Mark},
};
use proptest::prelude::*;

/// Everybody of the class is in.
async fn all_in(evening: &Evening, room: RoomId) {
    evening
        .write(move |tx, town| {
            for person in town.pupils.iter().chain([&town.teachers[0]]) {
                let seat = seated(tx, room, *person)?.seat.id;
                store::arrived(tx, room, seat, NOW)?;
            }
            Ok(())
        })
        .await;
}

#[tokio::test]
async fn hands_are_seen_in_the_order_they_went_up() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        all_in(&evening, room).await;
        let path = format!("/visio/{room}");
        for (n, minutes) in [(2, 1), (0, 2)] {
            evening.later(minutes);
            let mut pupil = evening.of(evening.town.pupils[n]);
            pupil.get(&path).await;
            pupil.post(&format!("{path}/main"), &[("main", "haute")]).await;
            led(&pupil);
        }
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get(&path).await;
        let page = whole(&claire);
        let hands = page.split("id=\"mains\"").nth(1).unwrap();
        assert!(hands.find("Maïssa").unwrap() < hands.find("Inès").unwrap(), "{}", evening.name);
        let seat = evening.write(move |tx, town| seated(tx, room, town.pupils[2])).await.seat.id.to_string();
        claire.post(&format!("{path}/personne"), &[("fait", "main"), ("place", &seat)]).await;
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get(&path).await;
        assert!(ines.text.contains("Baisser la main (1e)"), "{ines:?}");
    }
}

#[tokio::test]
async fn an_answer_may_be_changed_and_is_counted_once() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        all_in(&evening, room).await;
        let path = format!("/visio/{room}");
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get(&path).await;
        claire.post(&format!("{path}/sondage"), &[("forme", "abcd"), ("question", "Combien font 7/5 ?")]).await;
        led(&claire);
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get(&path).await;
        assert!(ines.text.contains("Combien font 7/5"));
        for answer in ["a", "c", "rien"] {
            ines.post(&format!("{path}/reponse"), &[("reponse", answer)]).await;
        }
        let asked = evening
            .write(move |tx, town| {
                let actor = access::Actor::load(tx, town.pupils[0], NOW)?;
                store::current(tx, &actor, room)
            })
            .await
            .unwrap();
        assert_eq!(asked.counts, [("a", 0), ("b", 0), ("c", 1), ("d", 0)], "{}", evening.name);
        assert_eq!(asked.mine.as_deref(), Some("c"));
        claire.post(&format!("{path}/sondage"), &[("forme", "fin")]).await;
        ines.get(&path).await;
        assert!(!ines.text.contains("Combien font 7/5"));
    }
}

#[tokio::test]
async fn in_groups_one_reads_ones_own_and_the_adult_reads_all() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        all_in(&evening, room).await;
        let path = format!("/visio/{room}");
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get(&path).await;
        claire.post(&format!("{path}/groupes"), &[("groupes", "2")]).await;
        led(&claire);
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get(&path).await;
        ines.post(&format!("{path}/message"), &[("texte", "Entre nous")]).await;
        led(&ines);
        ines.post(&format!("{path}/message"), &[("texte", "   ")]).await;
        let reads = |n: usize| {
            let evening = &evening;
            let path = path.clone();
            async move {
                let mut pupil = evening.of(evening.town.pupils[n]);
                pupil.get(&path).await;
                whole(&pupil).contains("Entre nous")
            }
        };
        // By family name Benali, Nouvel, Vasseur: groups 1, 2, 1.
        assert!(!reads(1).await && !reads(2).await, "{}", evening.name);
        claire.get(&path).await;
        assert!(claire.text.contains("Entre nous"));
        claire.post(&format!("{path}/groupes"), &[("groupes", "0")]).await;
        assert!(!reads(1).await, "what was said in a group stays there");
        ines.post(&format!("{path}/message"), &[("texte", "À tous")]).await;
        let mut noe = evening.of(evening.town.pupils[1]);
        noe.get(&path).await;
        assert!(noe.text.contains("À tous") && noe.text.contains("Inès N."), "{noe:?}");
    }
}

#[tokio::test]
async fn nothing_written_on_the_shared_page_is_lost() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        all_in(&evening, room).await;
        let path = format!("/visio/{room}");
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get(&path).await;
        claire.post(&format!("{path}/cahier"), &[("cahier", "Un\r\nDeux"), ("tour", "0")]).await;
        led(&claire);
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get(&path).await;
        ines.post(&format!("{path}/cahier"), &[("cahier", "moi"), ("tour", "1")]).await;
        assert_eq!(ines.status, 403, "pupils write when the adult says so");
        let fields = [("cameras", "adulte"), ("ecrire", "oui")];
        claire.post(&format!("{path}/reglages"), &fields).await;
        led(&claire);
        ines.post(&format!("{path}/cahier"), &[("cahier", "Un\nTrois"), ("tour", "0")]).await;
        led(&ines);
        ines.part(&format!("{path}?morceau=cahier")).await;
        assert!(ines.text.contains("Un\nDeux\nTrois"), "{}: {ines:?}", evening.name);
    }
}

#[test]
fn who_sits_how_follows_from_the_room_and_the_seat() {
    let seat = |part: Part| Seat {
        id: kernel::Id::from_bytes(&[1; 16]).unwrap(),
        person: kernel::Id::from_bytes(&[2; 16]).unwrap(),
        part,
        state: SeatState::In,
        mic: false,
        camera: true,
        screen: false,
        shy: false,
        team: 2,
        hand_at: None,
        hears: crate::Hears::Unsaid,
        joined_at: None,
        came_at: None,
        left_at: None,
        millis: 0,
        heard_at: None,
    };
    let guest = seat(Part::Guest).caps(Cameras::Host, true);
    assert!(guest.seen_by_hosts && !guest.may.mic && guest.may.camera && !guest.may.screen);
    assert_eq!((guest.group, guest.everywhere), (2, false));
    assert!(!seat(Part::Guest).caps(Cameras::None, false).may.camera);
    let shy = Seat { shy: true, ..seat(Part::Guest) };
    assert!(shy.caps(Cameras::All, false).seen_by_hosts);
    let host = Seat { team: 0, ..seat(Part::Host) }.caps(Cameras::None, true);
    assert!(host.may == sfu::May::ALL && host.everywhere && !host.seen_by_hosts);
}

#[tokio::test]
async fn marks_are_of_ones_own_room_only() {
    for evening in Evening::both().await {
        let (room, other) = (opened(&evening, false).await, opened(&evening, false).await);
        let seat = evening
            .write(move |tx, town| {
                let seat = seated(tx, room, town.pupils[0])?.seat.id;
                store::mark(tx, other, seat, Mark::Mic(false))?;
                Ok(seated(tx, room, town.pupils[0])?.seat)
            })
            .await;
        assert!(seat.mic, "{}", evening.name);
    }
}

proptest! {
    #[test]
    fn merging_keeps_every_line_of_both(now in "([a-z]{1,6}\n){0,6}", mine in "([a-z]{1,6}\n){0,6}") {
        let merged = pages::merged(&now, &mine);
        for line in now.lines().chain(mine.lines()).filter(|line| !line.trim().is_empty()) {
            prop_assert!(merged.lines().any(|kept| kept == line));
        }
    }
}
