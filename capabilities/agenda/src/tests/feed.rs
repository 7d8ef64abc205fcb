//! Agendas for other programs, read by a real client library.
use super::town::{Evening, NOW, led, whole};
use crate::{State, store};
use icalendar::{Calendar, CalendarComponent, Component as _};

/// The secret address on the page that has just made it.
fn address(page: &str) -> String {
    let from = page.find("/agenda/").unwrap();
    page[from..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_feed_is_read_by_a_client_and_dies_when_revoked() {
    for evening in Evening::both().await {
        let (ids, cancelled) = evening
            .write(|tx, town| {
                let mut meeting = town.meeting(60);
                meeting.what.title =
                    "Lire, comprendre; puis écrire : « les très longues phrases d’un très long récit »".into();
                store::add(tx, &meeting)?;
                let mut off = town.meeting(24 * 60);
                off.state = State::Cancelled;
                store::add(tx, &off)?;
                let old = town.plan(tx, -60 * 24 * 90)?;
                for meeting in [&meeting, &off] {
                    store::enrol(tx, meeting, town.pupils[0], town.head, NOW)?.ok();
                }
                Ok(([meeting, off.clone(), old], off.id))
            })
            .await;
        let mut claire = evening.of(evening.town.teachers[0]);
        whole(claire.get("/semaine/abonnement").await);
        claire.post("/semaine/abonnement", &[]).await;
        assert_eq!(claire.status, 200, "{claire:?}");
        let secret = address(&claire.text);
        let token = secret.strip_prefix("/agenda/").and_then(|rest| rest.strip_suffix(".ics")).unwrap();
        assert_eq!(token.len(), 52, "32 bytes in base 32");
        let mut program = evening.nobody();
        program.get(&secret).await;
        assert_eq!(program.header("content-type"), Some("text/calendar; charset=utf-8"), "{program:?}");
        let text = program.text.clone();
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "RFC 5545 folds at 75 bytes: {line}");
        }
        assert!(!text.replace("\r\n", "").contains('\n'), "every line ends as the norm says");
        for name in ["Inès", "Nouvel", "Noé"] {
            assert!(!text.contains(name), "{text}");
        }
        let calendar: Calendar = text.parse().unwrap();
        let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
        assert_eq!(events.len(), 2, "{}: the old one is past: {text}", evening.name);
        let summary = events[0].get_summary().unwrap();
        assert!(summary.starts_with("Lire, comprendre; puis écrire : « les très longues phrases"), "{summary}");
        let begins = events[0].property_value("DTSTART").unwrap();
        assert_eq!(begins, "20251125T174000Z", "in UTC");
        assert_eq!(events[0].get_uid().unwrap(), format!("{}@preau", ids[0].id));
        let dead =
            events.iter().find(|event| event.get_uid().is_some_and(|uid| uid.starts_with(&cancelled.to_string())));
        assert_eq!(dead.unwrap().property_value("STATUS"), Some("CANCELLED"), "{text}");
        whole(claire.get("/semaine/abonnement").await);
        assert!(!claire.text.contains(&secret), "the secret is shown once");
        let at = claire.text.find("/semaine/abonnement/").unwrap();
        let revoke = claire.text[at..].split('"').next().unwrap().to_owned();
        let mut paul = evening.of(evening.town.teachers[1]);
        paul.get("/semaine/abonnement").await;
        assert_eq!(paul.post(&revoke, &[]).await.status, 404, "not one's own");
        led(claire.post(&revoke, &[]).await);
        assert_eq!(program.get(&secret).await.status, 404, "{}", evening.name);
        assert_eq!(program.get("/agenda/nothing.ics").await.status, 404);
    }
}

#[tokio::test]
async fn a_familys_feed_has_the_meetings_of_its_child_in_its_language() {
    for evening in Evening::both().await {
        evening
            .write(|tx, town| {
                let meeting = town.plan(tx, 60)?;
                store::enrol(tx, &meeting, town.pupils[0], town.head, NOW)?.unwrap();
                let other = town.plan(tx, 70)?;
                store::enrol(tx, &other, town.pupils[1], town.head, NOW)?.unwrap();
                tx.execute("UPDATE directory_person SET lang = 'en' WHERE id = ?1", &db::params![town.guardian])
            })
            .await;
        let mut samira = evening.of(evening.town.guardian);
        samira.get("/semaine/abonnement").await;
        samira.post("/semaine/abonnement", &[]).await;
        let secret = address(&samira.text);
        let mut program = evening.nobody();
        let calendar: Calendar = program.get(&secret).await.text.parse().unwrap();
        let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
        assert_eq!(events.len(), 1, "{}", evening.name);
        assert_eq!(events[0].get_summary(), Some("Maths, les fractions (Group work)"), "{}", evening.name);
    }
}

/// An address given to a calendar opens no longer than the door it came through: it dies with its owner's card, with what they are
/// here, and after a year. A second click on the button shows the same address, and makes no second one.
#[tokio::test]
async fn a_feed_dies_with_its_owners_card_and_is_shown_again_to_a_second_click() {
    for evening in Evening::both().await {
        let (name, pupil) = (evening.name, evening.town.pupils[0]);
        let mut ines = evening.of(pupil);
        ines.get("/semaine/abonnement").await;
        let mut twice = ines.clone();
        ines.post("/semaine/abonnement", &[]).await;
        twice.post("/semaine/abonnement", &[]).await;
        let secret = address(&ines.text);
        assert_eq!((twice.status, address(&twice.text)), (200, secret.clone()), "{name}: {twice:?}");
        assert_eq!(twice.text.matches("/retrait\"").count(), 1, "{name}: one address");
        let mut program = evening.nobody();
        assert_eq!(program.get(&secret).await.status, 200, "{name}");

        let house = std::sync::Arc::clone(&evening.house);
        let card = |minutes: i64| {
            let house = std::sync::Arc::clone(&house);
            evening.write(move |tx, _| {
                let at = NOW.plus_minutes(minutes);
                signin::demo::card(tx, &house.secret, &*house.chance, pupil, Some("4071"), at).map(drop)
            })
        };
        card(1).await;
        assert_eq!(program.get(&secret).await.status, 200, "{name}: a first card takes nothing back");
        card(2).await;
        assert_eq!(program.get(&secret).await.status, 404, "{name}: the card was made anew");
        evening.later(3);
        whole(ines.get("/semaine/abonnement").await);
        assert!(!ines.text.contains("/retrait\""), "{name}: {ines:?}");
        ines.post("/semaine/abonnement", &[]).await;
        let fresh = address(&ines.text);
        assert_eq!(program.get(&fresh).await.status, 200, "{name}");
        evening.later(366 * 24 * 60);
        assert_eq!(program.get(&fresh).await.status, 404, "{name}: a year has passed");
        evening.later(4);
        evening
            .write(move |tx, _| {
                let end = "UPDATE membership SET until = ?2 WHERE person_id = ?1";
                tx.execute(end, &db::params![pupil, NOW.plus_minutes(4)]).map(drop)
            })
            .await;
        assert_eq!(program.get(&fresh).await.status, 404, "{name}: she has left");
    }
}

/// What a colleague handed out before somebody gave them a new password opens nothing any more, even once they have chosen their own.
#[tokio::test]
async fn a_feed_dies_when_its_owner_is_given_another_password_and_stays_so() {
    for evening in Evening::both().await {
        let (name, teacher) = (evening.name, evening.town.teachers[0]);
        let password = |minutes: i64, given: bool| {
            evening.write(move |tx, _| {
                let put = if given { signin::store::password::give } else { signin::store::password::put };
                put(tx, teacher, "c.auvray", "digest", NOW.plus_minutes(minutes))
            })
        };
        password(-1, false).await;
        let mut claire = evening.of(teacher);
        claire.get("/semaine/abonnement").await;
        claire.post("/semaine/abonnement", &[]).await;
        let old = address(&claire.text);
        let mut program = evening.nobody();
        password(1, false).await;
        assert_eq!(program.get(&old).await.status, 200, "{name}: she has chosen another one herself");
        password(2, true).await;
        assert_eq!(program.get(&old).await.status, 404, "{name}: it was given by somebody else");
        password(3, false).await;
        assert_eq!(program.get(&old).await.status, 404, "{name}: and stays closed when she has chosen her own");
        evening.later(4);
        claire.get("/semaine/abonnement").await;
        claire.post("/semaine/abonnement", &[]).await;
        assert_eq!(program.get(&address(&claire.text)).await.status, 200, "{name}");
    }
}

/// A card that is taken back, and no other made in its place, takes the address with it.
#[tokio::test]
async fn a_feed_dies_when_its_owners_card_is_revoked_and_none_is_made() {
    for evening in Evening::both().await {
        let (name, pupil) = (evening.name, evening.town.pupils[0]);
        let house = std::sync::Arc::clone(&evening.house);
        evening
            .write(move |tx, _| {
                signin::demo::card(tx, &house.secret, &*house.chance, pupil, Some("4071"), NOW).map(drop)
            })
            .await;
        evening.later(1);
        let mut ines = evening.of(pupil);
        ines.get("/semaine/abonnement").await;
        ines.post("/semaine/abonnement", &[]).await;
        let secret = address(&ines.text);
        let mut program = evening.nobody();
        assert_eq!(program.get(&secret).await.status, 200, "{name}");
        evening.write(move |tx, _| signin::store::card::revoke(tx, &[pupil], NOW.plus_minutes(2)).map(drop)).await;
        evening.later(2);
        assert_eq!(program.get(&secret).await.status, 404, "{name}");
    }
}

/// What Samira's program has at an address, its lines unfolded.
async fn read(evening: &Evening, secret: &str) -> String {
    let mut program = evening.nobody();
    program.get(secret).await;
    program.text.replace("\r\n ", "")
}

/// The values of a property, in the order of the events.
fn values<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let events = text.split_once("BEGIN:VEVENT").map_or("", |(_, events)| events);
    events.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

/// An address of Samira's.
async fn subscribed(evening: &Evening) -> String {
    let mut samira = evening.of(evening.town.guardian);
    samira.get("/semaine/abonnement").await;
    samira.post("/semaine/abonnement", &[]).await;
    address(&samira.text)
}

#[tokio::test]
async fn what_changes_is_told_again_under_a_greater_number_and_what_is_cancelled_stays() {
    for evening in Evening::both().await {
        let (name, secret) = (evening.name, subscribed(&evening).await);
        let (one, two) = evening
            .write(|tx, town| {
                let plans = (town.plan(tx, 60)?, town.plan(tx, 24 * 60)?);
                for meeting in [&plans.0, &plans.1] {
                    store::enrol(tx, meeting, town.pupils[0], town.head, NOW)?.unwrap();
                }
                Ok(plans)
            })
            .await;
        let first = read(&evening, &secret).await;
        assert_eq!(values(&first, "SEQUENCE"), ["0", "0"], "{name}: {first}");
        assert_eq!(values(&first, "LAST-MODIFIED"), ["20251125T164000Z"; 2], "{name}");
        assert_eq!(first, read(&evening, &secret).await, "{name}: what did not change is the same text");
        evening.later(10);
        let mut head = evening.of(evening.town.head);
        let settings = format!("/seances/{}/reglages", one.id);
        head.get(&settings).await;
        let what = [("titre", "Lire ; écrire, \\ compter"), ("lieu", "school"), ("precision", "CDI"), ("places", "2")];
        led(head.post(&settings, &what).await);
        evening.later(20);
        head.get(&format!("/seances/{}/reglages", two.id)).await;
        led(head.post(&format!("/seances/{}/annulation", two.id), &[]).await);
        let second = read(&evening, &secret).await;
        assert_eq!(values(&second, "SEQUENCE"), ["1", "1"], "{name}: {second}");
        assert_eq!(values(&second, "LAST-MODIFIED"), ["20251125T165000Z", "20251125T170000Z"], "{name}");
        assert_eq!(values(&second, "STATUS"), ["CONFIRMED", "CANCELLED"], "{name}");
        assert!(second.contains("SUMMARY:Lire \\; écrire\\, \\\\ compter (Travail en groupe)"), "{name}: {second}");
        evening.later(30);
        let (meeting, again) = (one.clone(), one.clone());
        evening
            .write(move |tx, town| store::withdraw(tx, &meeting, town.pupils[0], town.guardian, NOW.plus_minutes(30)))
            .await;
        let third = read(&evening, &secret).await;
        assert_eq!(values(&third, "SEQUENCE"), ["2", "1"], "{name}: {third}");
        assert_eq!(values(&third, "STATUS"), ["CANCELLED", "CANCELLED"], "{name}: the place was given back");
        evening
            .write(move |tx, town| store::enrol(tx, &again, town.pupils[0], town.guardian, NOW.plus_minutes(40)))
            .await
            .unwrap();
        let fourth = read(&evening, &secret).await;
        assert_eq!(values(&fourth, "SEQUENCE"), ["3", "1"], "{name}: {fourth}");
        assert_eq!(values(&fourth, "STATUS"), ["CONFIRMED", "CANCELLED"], "{name}");
        evening.later(28 * 24 * 60);
        assert_eq!(values(&read(&evening, &secret).await, "STATUS").len(), 2, "{name}: told for weeks");
        evening.later(32 * 24 * 60);
        assert_eq!(values(&read(&evening, &secret).await, "STATUS").len(), 0, "{name}: and not for ever");
    }
}

#[tokio::test]
async fn a_feed_without_a_meeting_is_a_calendar_too() {
    for evening in Evening::both().await {
        let name = evening.name;
        let text = read(&evening, &subscribed(&evening).await).await;
        assert!(text.contains("\r\nNAME:Préau\\, séances\r\nX-WR-CALNAME:Préau\\, séances\r\n"), "{name}: {text}");
        assert!(text.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"), "{name}: {text}");
        assert!(text.contains("BEGIN:VTIMEZONE") && !text.contains("VEVENT"), "{name}: it has one component: {text}");
        let calendar: Calendar = text.parse().unwrap();
        assert_eq!(calendar.components.len(), 1, "{name}");
    }
}

proptest::proptest! {
    /// Whatever people write, a client reads it as they wrote it, control characters left out.
    #[test]
    fn what_is_written_is_what_is_read(title in "[ -~éœ…🦉\\\\,;\n\u{1}]{0,120}") {
        let calendar: Calendar = crate::feed::text(&title, "https://preau.example", &[], &Nothing).parse().unwrap();
        let kept: String = title.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
        proptest::prop_assert_eq!(calendar.property_value("X-WR-CALNAME").unwrap_or_default().trim(), kept.trim());
    }
}

struct Nothing;

impl crate::feed::Say for Nothing {
    fn kind(&self, _: &crate::Meeting) -> String {
        String::new()
    }

    fn place(&self, _: &crate::Meeting, _: &str) -> String {
        String::new()
    }
}
