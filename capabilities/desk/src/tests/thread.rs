//! Who reads a thread, who may open it for a reason, what a child reports.
use super::town::{Evening, NOW, PICTURE, Town, kept, led, whole};
use crate::{TicketId, WordId, policy::Help, store};
use access::Actor;
use db::{Result, Tx, params};

/// Inès has asked, Claire has taken it and written.
fn helped(tx: &mut Tx<'_>, town: &Town) -> Result<(TicketId, WordId)> {
    town.open(tx)?;
    let id = town.ask(tx, 0, -9)?;
    town.claim(tx, 0, id, -5)?;
    let actor = Actor::load(tx, town.teachers[0], NOW)?;
    let ticket = store::find::<Help>(tx, &actor, id)?.unwrap();
    let word = town.id();
    store::say(tx, &ticket, &actor, word, "Dessine une droite.", NOW)?;
    Ok((id, word))
}

/// How many lines the audit trail has for the ticket.
fn opened(tx: &mut Tx<'_>, ticket: TicketId) -> Result<(i64, String)> {
    let sql = "SELECT count(*), min(reason) FROM audit WHERE thing = ?1 AND deed = 'ticket/open'";
    let row = tx.first(sql, &params![ticket])?.unwrap();
    Ok((row.get(0), row.get::<Option<String>>(1).unwrap_or_default()))
}

#[tokio::test]
async fn a_thread_and_its_files_are_the_pupils_and_the_teams() {
    for evening in Evening::both().await {
        let name = evening.name;
        let (id, _) = evening.write(helped).await;
        let town = &evening.town;
        let mut pupil = evening.of(town.pupils[0]);
        pupil.get("/bar/moi").await;
        led(pupil.upload("/bar/moi/message", &[("texte", "Comme ça ?")], &[("photo", PICTURE)]).await);
        let page = whole(pupil.get("/bar/moi").await).to_owned();
        let file = page[page.find("/bar/fichier/").unwrap()..].split('"').next().unwrap().to_owned();
        let ticket = format!("/bar/demande/{id}");
        for person in [town.teachers[0], town.teachers[1]] {
            let mut team = evening.of(person);
            assert!(whole(team.get(&ticket).await).contains("Dessine une droite"), "{name}");
            assert_eq!(team.get(&file).await.status, 200, "{name}");
        }
        assert_eq!(pupil.get(&file).await.status, 200, "{name}");
        let elsewhere =
            [town.other.teachers[0], town.other.head, town.other.pupils[0], town.guardian, town.pilot, town.referent];
        for person in elsewhere.into_iter().chain([town.pupils[1]]) {
            let mut other = evening.of(person);
            assert_eq!(other.get(&ticket).await.status, 404, "{name}");
            assert_eq!(other.get(&file).await.status, 404, "{name}");
            assert_eq!(other.get(&format!("{ticket}/flux")).await.status, 404, "{name}");
        }
        let mut nobody = evening.of(town.id());
        assert_eq!(led(nobody.get(&file).await).split('?').next(), Some("/entrer"), "{name}");
        let mut other = evening.of(town.pupils[1]);
        assert_eq!(led(other.get("/bar/moi").await), "/", "{name}: nothing asked, nothing to see");
    }
}

#[tokio::test]
async fn a_head_reads_for_a_reason_that_is_kept_and_for_half_an_hour() {
    for evening in Evening::both().await {
        let name = evening.name;
        let (id, _) = evening.write(helped).await;
        let town = &evening.town;
        let mut pupil = evening.of(town.pupils[0]);
        pupil.get("/bar/moi").await;
        led(pupil.upload("/bar/moi/message", &[("texte", "Comme ça ?")], &[("photo", PICTURE)]).await);
        let page = pupil.get("/bar/moi").await.text.clone();
        let file = page[page.find("/bar/fichier/").unwrap()..].split('"').next().unwrap().to_owned();
        let ticket = format!("/bar/demande/{id}");
        for person in [town.head, town.vie_scolaire] {
            evening.clock.set(NOW);
            let mut head = evening.of(person);
            let before = evening.write(move |tx, _| opened(tx, id)).await.0;
            let closed = whole(head.get(&ticket).await);
            assert!(!closed.contains("Dessine") && !closed.contains("Exercice 12"), "{name}: {closed}");
            assert_eq!(head.get(&file).await.status, 404, "{name}");
            head.get(&ticket).await;
            let refused = head.post(&format!("{ticket}/ouvrir"), &[("raison", "Voir")]).await;
            assert_eq!(refused.status, 422, "{name}");
            assert!(whole(refused).contains(">Voir</textarea>"), "{name}: what was typed is kept");
            assert_eq!(evening.write(move |tx, _| opened(tx, id)).await.0, before, "{name}");
            led(head.post(&format!("{ticket}/ouvrir"), &[("raison", "Signalé par la famille")]).await);
            let (lines, reason) = evening.write(move |tx, _| opened(tx, id)).await;
            assert_eq!((lines, reason.as_str()), (before + 1, "Signalé par la famille"), "{name}");
            evening.later(29);
            let open = whole(head.get(&ticket).await);
            assert!(open.contains("Dessine une droite") && open.contains("Cette lecture est notée"), "{name}: {open}");
            assert!(!open.contains("/message\""), "{name}: one reads, and does not write");
            assert_eq!(head.get(&file).await.status, 200, "{name}");
            evening.later(31);
            assert!(!whole(head.get(&ticket).await).contains("Dessine"), "{name}: the half hour is over");
            assert_eq!(head.get(&file).await.status, 404, "{name}");
        }
    }
}

#[tokio::test]
async fn a_child_reports_a_message_to_adults_who_did_not_write_it() {
    for evening in Evening::both().await {
        let name = evening.name;
        let (id, word) = evening.write(helped).await;
        let town = &evening.town;
        let mut pupil = evening.of(town.pupils[0]);
        whole(pupil.get("/bar/moi").await);
        let word_of_hers = evening
            .write(move |tx, town| {
                let pupil = Actor::load(tx, town.pupils[0], NOW)?;
                let (ticket, own) = (kept(tx, id)?, town.id());
                store::say(tx, &ticket, &pupil, own, "Je ne vois pas", NOW)?;
                Ok(own)
            })
            .await;
        let reports = |name: &'static str, expected: usize| {
            let evening = &evening;
            async move {
                for (person, count) in [(evening.town.head, expected), (evening.town.vie_scolaire, expected)] {
                    let mut carer = evening.of(person);
                    let list = whole(carer.get("/bar/signalements").await);
                    assert_eq!(list.matches("Lire la conversation").count(), count, "{name}: {list}");
                }
                let mut head = evening.of(evening.town.other.head);
                assert!(whole(head.get("/bar/signalements").await).contains("Aucun message"), "{name}");
            }
        };
        assert_eq!(pupil.post("/bar/moi/signaler", &[("mot", &word_of_hers.to_string())]).await.status, 404, "{name}");
        reports(name, 0).await;
        led(pupil.post("/bar/moi/signaler", &[("mot", &word.to_string())]).await);
        assert!(whole(pupil.get("/bar/moi").await).contains("Tu as signalé ce message"), "{name}");
        pupil.get("/bar/moi").await;
        led(pupil.post("/bar/moi/signaler", &[("mot", &word.to_string())]).await);
        reports(name, 1).await;

        // Another child cannot report in her name, nor the team see that she did.
        let mut other = evening.of(town.pupils[1]);
        other.get("/bar/demande").await;
        assert_eq!(other.post("/bar/moi/signaler", &[("mot", &word.to_string())]).await.status, 404, "{name}");
        for person in &town.teachers {
            let mut teacher = evening.of(*person);
            assert!(!whole(teacher.get(&format!("/bar/demande/{id}")).await).contains("signalé"), "{name}");
            assert_eq!(teacher.get("/bar/signalements").await.status, 404, "{name}");
        }
        let mut head = evening.of(town.head);
        head.get("/bar/signalements").await;
        led(head.post(&format!("/bar/demande/{id}/ouvrir"), &[("raison", "Message signalé")]).await);
        assert!(whole(head.get(&format!("/bar/demande/{id}")).await).contains("Message signalé"), "{name}");
        let page = whole(head.get("/bar/signalements").await).to_owned();
        let from = page.find("action=\"/bar/signalements/").unwrap() + 8;
        let report = page[from..].split('"').next().unwrap().to_owned();
        let mut elsewhere = evening.of(town.other.head);
        elsewhere.get("/bar/signalements").await;
        assert_eq!(elsewhere.post(&report, &[]).await.status, 404, "{name}");
        led(head.post(&report, &[]).await);
        reports(name, 0).await;
    }
}

#[tokio::test]
async fn nobody_looks_into_a_report_of_their_own_words() {
    for evening in Evening::both().await {
        let name = evening.name;
        let seen = evening
            .write(|tx, town| {
                town.open(tx)?;
                town.duty(tx, town.vie_scolaire, (-5, 60), crate::DutyState::Open, &[])?;
                let id = town.ask(tx, 0, -9)?;
                let actor = Actor::load(tx, town.vie_scolaire, NOW)?;
                let ticket = store::find::<Help>(tx, &actor, id)?.unwrap();
                store::claim(tx, &actor, &ticket, None, NOW)?.unwrap();
                let (word, report) = (town.id(), town.id());
                store::say(tx, &ticket, &actor, word, "…", NOW)?;
                let pupil = Actor::load(tx, town.pupils[0], NOW)?;
                store::report(tx, &ticket, word, &pupil, report, NOW)?;
                let head = Actor::load(tx, town.head, NOW)?;
                let lists = (
                    store::reports(tx, &actor, web::Pager::FIRST)?.len(),
                    store::reports(tx, &head, web::Pager::FIRST)?.len(),
                );
                let handled = (store::handle(tx, &actor, report, NOW)?, store::handle(tx, &head, report, NOW)?);
                Ok((lists, handled))
            })
            .await;
        assert_eq!(seen, ((0, 1), (false, true)), "{name}");
    }
}
