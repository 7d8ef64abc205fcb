//! What was left to the team: answered in its thread, read by the pupil, closed.
use super::town::{Evening, NOW, Town, led, whole};
use crate::{DutyState, TicketId, store};
use db::{Result, Tx, params};
use kernel::PersonId;
use notice::{Channel, Way};
use web::Lang;

const MORNING: i64 = 16 * 60;
const TOMORROW: i64 = 24 * 60;

/// Inès has asked, nobody came.
fn left(tx: &mut Tx<'_>, town: &Town) -> Result<TicketId> {
    town.open(tx)?;
    let id = town.ask(tx, 0, -9)?;
    store::close_evening(tx, NOW.plus_minutes(300))?;
    Ok(id)
}

/// Who has written to Inès, and what, of what has its delivery.
fn told(tx: &mut Tx<'_>, town: &Town) -> Result<Vec<(PersonId, String)>> {
    let sql = "SELECT n.author_id, n.text FROM notice n JOIN notice_delivery d ON d.notice_id = n.id
               WHERE n.person_id = ?1";
    Ok(tx.query(sql, &params![town.pupils[0]])?.iter().map(|row| (row.get(0), row.get(1))).collect())
}

#[tokio::test]
async fn the_team_answers_what_was_left_and_closes_it() {
    for evening in Evening::both().await {
        let name = evening.name;
        let id = evening.write(left).await;
        let (town, ticket) = (&evening.town, format!("/bar/demande/{id}"));
        evening.later(MORNING);
        let (mut pupil, mut teacher) = (evening.of(town.pupils[0]), evening.of(town.teachers[1]));
        assert!(whole(pupil.get("/bar/moi").await).contains("Ton équipe reprend ta demande"), "{name}");
        let list = whole(teacher.get("/bar/suivis").await);
        assert!(list.contains("Répondre") && list.contains(&ticket), "{name}: {list}");
        let page = whole(teacher.get(&ticket).await);
        assert!(page.contains(&format!("{ticket}/message")) && page.contains(&format!("{ticket}/suivre")), "{name}");
        assert!(page.contains(&format!("{ticket}/flux")) && !page.contains("/clore"), "{name}: {page}");

        led(teacher.post(&format!("{ticket}/message"), &[("texte", "Reprends la figure")]).await);
        teacher.get(&ticket).await;
        led(teacher.post(&format!("{ticket}/message"), &[("texte", "Et nomme les points")]).await);
        let read = whole(pupil.get("/bar/moi").await);
        assert!(read.contains("Ton équipe t’a répondu") && read.contains("nomme les points"), "{name}: {read}");
        let notices = evening.write(told).await;
        assert_eq!(notices.len(), 1, "{name}: once for all that is said in a turn");
        assert_eq!(notices[0].0, town.school.cast(), "{name}: the names of adults are the desk's to show");
        assert!(notices[0].1.contains("Maths") && !notices[0].1.contains("figure"), "{name}: {notices:?}");
        evening.later(MORNING + 5);
        led(pupil.post("/bar/moi/message", &[("texte", "Et la question b ?")]).await);
        let mut other = evening.of(town.teachers[0]);
        assert!(whole(other.get(&ticket).await).contains("Et la question b"), "{name}");
        evening.later(MORNING + 9);
        led(other.post(&format!("{ticket}/message"), &[("texte", "Pareil")]).await);
        assert_eq!(evening.write(told).await.len(), 2, "{name}");

        // Who follows without reading does not write, nor anybody else.
        for person in [town.head, town.vie_scolaire, town.other.teachers[0], town.guardian] {
            let mut other = evening.of(person);
            other.get("/bar/suivis").await;
            assert_eq!(other.post(&format!("{ticket}/message"), &[("texte", "…")]).await.status, 404, "{name}");
        }
        for lang in Lang::WHOLE {
            whole(evening.of(town.pupils[0]).with("lang", lang).get("/bar/moi").await);
            whole(evening.of(town.teachers[0]).with("lang", lang).get(&ticket).await);
        }

        teacher.get(&ticket).await;
        assert_eq!(led(teacher.post(&format!("{ticket}/suivre"), &[]).await), "/bar/suivis", "{name}");
        assert!(whole(teacher.get("/bar/suivis").await).contains("Rien à reprendre"), "{name}");
        teacher.part(&format!("{ticket}?etat=followup")).await;
        assert_eq!(teacher.location.as_deref(), Some(&*ticket), "{name}: its page is another now");
        let page = whole(teacher.get(&ticket).await);
        assert!(!page.contains("/message\"") && page.contains("Reprise par l’équipe"), "{name}: {page}");
        let late = teacher.post(&format!("{ticket}/message"), &[("texte", "Un mot encore")]).await;
        assert_eq!(late.status, 422, "{name}");
        assert!(late.text.contains("Cette demande est finie") && late.text.contains("Un mot encore"), "{name}");
        let page = whole(pupil.get("/bar/moi").await);
        assert!(page.contains("Ton équipe a repris ta demande") && !page.contains("/moi/message"), "{name}: {page}");
        assert_eq!(pupil.post("/bar/moi/message", &[("texte", "Merci")]).await.status, 422, "{name}");
        assert_eq!(evening.write(told).await.len(), 2, "{name}");
    }
}

/// Inès has no way of her own; her mother chose SMS, and is told that the team has answered, not what.
#[tokio::test]
async fn a_family_on_sms_is_told_that_the_team_has_answered() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let id = evening.write(left).await;
        evening
            .write(|tx, town| {
                let sms = Channel { way: Way::Sms, address: Some("06 39 98 00 01".to_owned()) };
                notice::store::choose(tx, town.guardian, (&sms, true), NOW)
            })
            .await;
        evening.later(MORNING);
        let mut teacher = evening.of(town.teachers[1]);
        for text in ["Reprends la figure", "Et nomme les points"] {
            teacher.get(&format!("/bar/demande/{id}")).await;
            led(teacher.post(&format!("/bar/demande/{id}/message"), &[("texte", text)]).await);
        }
        let told = evening.write(|tx, town| {
            let sql = "SELECT d.kind, d.address, n.text, n.link FROM notice n
                       LEFT JOIN notice_delivery d ON d.notice_id = n.id WHERE n.person_id = ?1";
            let of = |row: &db::Row| {
                (row.get::<Option<String>>(0), row.get::<Option<String>>(1), row.get::<String>(2), row.get::<String>(3))
            };
            let guardian: Vec<_> = tx.query(sql, &params![town.guardian])?.iter().map(of).collect();
            let others = "SELECT count(*) FROM notice WHERE person_id NOT IN (?1, ?2)";
            let others: i64 = tx.first(others, &params![town.guardian, town.pupils[0]])?.unwrap().get(0);
            Ok((guardian, others))
        });
        let (guardian, others) = told.await;
        let [(way, address, text, link)] = &guardian[..] else { panic!("{name}: once: {guardian:?}") };
        assert_eq!((way.as_deref(), address.as_deref()), (Some("sms"), Some("+33639980001")), "{name}");
        assert!(text.contains("votre enfant") && text.contains("Maths") && !text.contains("figure"), "{name}: {text}");
        assert_eq!((link.as_str(), others), ("/enfants", 0), "{name}: nobody else's child");
    }
}

#[tokio::test]
async fn an_answer_to_a_demand_from_before_is_read_and_answered_where_it_is() {
    for evening in Evening::both().await {
        let name = evening.name;
        let id = evening.write(left).await;
        let town = &evening.town;
        let hours = (TOMORROW - 30, TOMORROW + 180);
        evening.write(move |tx, town| town.duty(tx, town.teachers[0], hours, DutyState::Open, &[])).await;
        let last = evening.write(|tx, town| town.ask(tx, 0, TOMORROW - 5)).await;
        evening.later(TOMORROW);
        let (mut pupil, mut teacher) = (evening.of(town.pupils[0]), evening.of(town.teachers[0]));
        teacher.get(&format!("/bar/demande/{id}")).await;
        led(teacher.post(&format!("/bar/demande/{id}/message"), &[("texte", "Hier, c’était juste")]).await);
        assert!(!whole(pupil.get("/bar/moi").await).contains("Hier"), "{name}: that is tonight's");
        let before = format!("/bar/moi?demande={id}");
        let past = whole(pupil.get("/bar/moi/demandes").await);
        assert!(past.contains(&format!("href=\"{before}\"")) && past.contains("href=\"/bar/moi\""), "{name}: {past}");
        for lang in Lang::WHOLE {
            let page = whole(evening.of(town.pupils[0]).with("lang", lang).get(&before).await).to_owned();
            assert!(page.contains("Hier, c’était juste"), "{name}: {page}");
            assert!(page.contains(&format!("/bar/moi/flux?demande={id}")), "{name}: {page}");
        }
        assert_eq!(pupil.get(&format!("/bar/moi/flux?demande={id}")).await.status, 200, "{name}");
        let hidden = format!("type=\"hidden\" name=\"demande\" value=\"{id}\"");
        assert!(whole(pupil.get(&before).await).contains(&hidden), "{name}: {pupil:?}");
        let form = [("texte", "Merci"), ("demande", &*id.to_string())];
        assert_eq!(led(pupil.post("/bar/moi/message", &form).await), before, "{name}");
        let words = evening.write(|tx, _| tx.query("SELECT ticket_id FROM desk_word WHERE text = 'Merci'", &[])).await;
        assert_eq!(words.iter().map(|row| row.get(0)).collect::<Vec<TicketId>>(), [id], "{name}: not in {last}");
        let mut other = evening.of(town.pupils[1]);
        assert_eq!(other.get(&before).await.status, 404, "{name}");
        assert_eq!(other.get("/bar/moi?demande=rien").await.status, 404, "{name}");
    }
}
