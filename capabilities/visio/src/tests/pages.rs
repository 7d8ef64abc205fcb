use super::town::{Evening, NOW, led, opened, room, whole};
use crate::{
    Kind,
    store::{self, Wanted},
};
use kernel::Id;

#[tokio::test]
async fn every_page_is_whole_in_both_languages() {
    for evening in Evening::both().await {
        let (room, waiting) = (opened(&evening, true).await, room(&evening, true).await);
        let town = &evening.town;
        for lang in ["fr", "en"] {
            for (person, paths) in [
                (
                    town.teachers[0],
                    vec!["/visio".to_owned(), "/visio/essai".to_owned(), format!("/visio/{room}/presence")],
                ),
                (town.pupils[0], vec!["/visio".to_owned(), "/visio/essai".to_owned()]),
                (town.head, vec!["/visio".to_owned(), "/visio/signalements".to_owned()]),
            ] {
                let rooms = [format!("/visio/{room}"), format!("/visio/{waiting}")];
                let sits = person != town.head;
                let all = paths.into_iter().chain(rooms.into_iter().filter(|_| sits));
                for path in all {
                    let mut browser = evening.of(person).with("lang", lang);
                    browser.get(&path).await;
                    whole(&browser);
                }
            }
        }
    }
}

#[tokio::test]
async fn a_teacher_makes_a_room_for_a_class_and_its_pupils_find_it() {
    for evening in Evening::both().await {
        let mut claire = evening.of(evening.town.teachers[0]);
        claire.get("/visio").await;
        claire.post("/visio", &[("classe", "")]).await;
        assert_eq!(claire.status, 422);
        assert!(whole(&claire).contains("Choisissez une classe"));
        let class = evening.town.class.to_string();
        claire.post("/visio", &[("classe", &class), ("titre", "Révisions")]).await;
        let room = led(&claire);
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get("/visio").await;
        assert!(whole(&ines).contains("Révisions") && ines.text.contains(&room), "{ines:?}");
        let mut other = evening.of(evening.town.other.teachers[0]);
        other.get("/visio").await;
        other.post("/visio", &[("classe", &class)]).await;
        assert_eq!(other.status, 422, "{}: nobody else's class", evening.name);
    }
}

#[tokio::test]
async fn without_script_the_room_says_so_and_leads_to_help() {
    for evening in Evening::both().await {
        let room = opened(&evening, false).await;
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get(&format!("/visio/{room}")).await;
        let page = whole(&ines);
        assert!(page.contains("<noscript>") && page.contains("href=\"/bar/demande?mode=appel\""), "{page}");
    }
}

#[tokio::test]
async fn in_the_room_of_a_ticket_a_pupil_whose_line_fails_leaves_a_voice() {
    for evening in Evening::both().await {
        let room = evening
            .write(|tx, town| {
                let source = Some(Id::new(NOW, &kernel::Seeded::new(5)));
                let (school, host, expected) = (town.school, town.teachers[0], &town.pupils[..1]);
                let wanted = Wanted { kind: Kind::Ticket, source, school, host, title: "", expected, lobby: false };
                store::open_for(tx, &town.chance, &wanted, NOW)
            })
            .await;
        let voice = "action=\"/bar/moi/message\" enctype=\"multipart/form-data\" data-outbox>";
        for (person, has) in [(evening.town.pupils[0], true), (evening.town.teachers[0], false)] {
            let mut browser = evening.of(person);
            browser.get(&format!("/visio/{room}")).await;
            assert_eq!(whole(&browser).contains(voice), has, "{}", evening.name);
        }
        let open = opened(&evening, false).await;
        let mut ines = evening.of(evening.town.pupils[0]);
        ines.get(&format!("/visio/{open}")).await;
        assert!(!whole(&ines).contains(voice), "a room without a ticket has no thread: {}", evening.name);
    }
}
