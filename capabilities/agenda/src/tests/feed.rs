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
