//! Every page in every state, in both languages.
use super::town::{Evening, NOW, Town, kept, whole};
use crate::{Call, DutyState, Mode, Outcome, Subject, Tag, policy::Help, store};
use access::Actor;
use db::{Result, Tx};
use kernel::PersonId;
use web::Lang;

/// Looks at these pages with these eyes, whole and as a part, in each language.
async fn look(evening: &Evening, person: PersonId, pages: &[String]) {
    for lang in Lang::WHOLE {
        let mut browser = evening.of(person).with("lang", lang);
        for page in pages {
            browser.get(page).await;
            assert_eq!(browser.status, 200, "{page}: {browser:?}");
            let text = whole(&browser);
            let french = text.contains("<html lang=\"fr\"");
            assert_eq!(french, lang == Lang::Fr, "{page}");
        }
    }
}

async fn look_at(evening: &Evening, person: PersonId, page: &str) {
    look(evening, person, &[page.to_owned()]).await;
}

/// The first ticket, taken by Claire, who has answered.
fn answered(tx: &mut Tx<'_>, town: &Town, mode: Mode) -> Result<crate::TicketId> {
    let id = town.ask_for(tx, 0, -9, Subject::Science, mode)?;
    town.claim(tx, 0, id, -5)?;
    let actor = Actor::load(tx, town.teachers[0], NOW)?;
    let ticket = store::find::<Help>(tx, &actor, id)?.unwrap();
    store::say(tx, &ticket, &actor, town.id(), "On y va", NOW)?;
    Ok(id)
}

#[tokio::test]
async fn a_pupils_pages() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let pupil = town.pupils[0];
        look_at(&evening, pupil, "/bar/moi/demandes").await;
        evening.write(|tx, town| town.open(tx)).await;
        look(&evening, pupil, &["/bar/demande".into(), "/bar/demande?matiere=maths".into()]).await;
        for mode in [Mode::Writing, Mode::Call, Mode::Room] {
            let ticket = evening.write(move |tx, town| town.ask_for(tx, 0, -4, Subject::Other, mode)).await;
            look_at(&evening, pupil, "/bar/moi").await;
            evening
                .write(move |tx, town| {
                    let ticket = kept(tx, ticket)?;
                    store::pause(tx, &town.chance, &ticket, true, NOW)
                })
                .await
                .unwrap();
            look_at(&evening, pupil, "/bar/moi").await;
            evening.write(move |tx, town| town.claim(tx, 0, ticket, -1)).await;
            look_at(&evening, pupil, "/bar/moi").await;
            evening
                .write(move |tx, town| {
                    let actor = Actor::load(tx, town.teachers[0], NOW)?;
                    let ticket = store::find::<Help>(tx, &actor, ticket)?.unwrap();
                    let word = town.id();
                    store::say(tx, &ticket, &actor, word, "Bonsoir", NOW)?;
                    let pupil = Actor::load(tx, town.pupils[0], NOW)?;
                    store::report(tx, &ticket, word, &pupil, town.id(), NOW)?;
                    store::call(tx, &ticket, Call::WrongNumber)
                })
                .await
                .unwrap();
            look_at(&evening, pupil, "/bar/moi").await;
            let outcome = if mode == Mode::Room { Outcome::Tomorrow } else { Outcome::Understood };
            evening
                .write(move |tx, _| {
                    let ticket = kept(tx, ticket)?;
                    store::end(tx, &ticket, outcome, Some(Tag::Notion), NOW)
                })
                .await
                .unwrap();
            look_at(&evening, pupil, "/bar/moi").await;
            evening
                .write(move |tx, _| {
                    let ticket = kept(tx, ticket)?;
                    store::face(tx, &ticket, crate::Face::Middling)
                })
                .await;
            look(&evening, pupil, &["/bar/moi".into(), "/bar/moi/demandes".into()]).await;
        }
    }
}

#[tokio::test]
async fn a_teachers_pages() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let (teacher, board) = (town.teachers[0], format!("/bar/bureau/{}", town.desk));
        look(&evening, teacher, &["/bar".into(), format!("{board}/permanence"), "/bar/suivis".into()]).await;
        evening
            .write(|tx, town| town.duty(tx, town.teachers[0], (-5, 90), DutyState::Planned, &[Subject::Maths]))
            .await;
        look(&evening, teacher, &[board.clone(), "/bar?tous=1".into(), format!("{board}/permanence")]).await;
        evening
            .write(|tx, town| {
                town.open(tx)?;
                town.duty(tx, town.vie_scolaire, (30, 90), DutyState::Planned, &[])?;
                town.duty(tx, town.vie_scolaire, (-9, 90), DutyState::Paused, &[Subject::French, Subject::History])?;
                Ok(())
            })
            .await;
        look_at(&evening, teacher, &board).await;
        let first = evening.write(|tx, town| answered(tx, town, Mode::Call)).await;
        let second = evening
            .write(|tx, town| {
                town.ask(tx, 1, -8)?;
                town.ask(tx, 2, -7)
            })
            .await;
        let pages = [board.clone(), format!("/bar/demande/{first}"), format!("/bar/demande/{second}")];
        look(&evening, teacher, &pages).await;
        look_at(&evening, town.teachers[1], &pages[1]).await;
        let group: crate::GroupId = town.id();
        evening
            .write(move |tx, town| {
                let actor = Actor::load(tx, town.teachers[0], NOW)?;
                let ticket = store::find::<Help>(tx, &actor, second)?.unwrap();
                store::claim(tx, &actor, &ticket, Some(group), NOW)
            })
            .await
            .unwrap();
        look(&evening, teacher, &[board.clone(), format!("{board}/groupe/{group}")]).await;
        evening
            .write(|tx, town| {
                let sql = "UPDATE desk_duty SET state = 'closed'";
                tx.execute(sql, &[])?;
                store::close_evening(tx, NOW).map(|_| town.school)
            })
            .await;
        let pages = [
            board.clone(),
            pages[1].clone(),
            pages[2].clone(),
            format!("{board}/groupe/{group}"),
            "/bar/suivis".into(),
        ];
        look(&evening, teacher, &pages).await;
    }
}

#[tokio::test]
async fn a_heads_pages() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let board = format!("/bar/bureau/{}", town.desk);
        let empty = ["/bar".to_owned(), "/bar/nouveau".into(), "/bar/suivis".into(), "/bar/signalements".into()];
        look(&evening, town.head, &empty).await;
        look_at(&evening, town.other.head, "/bar").await;
        let ticket = evening
            .write(|tx, town| {
                town.open(tx)?;
                let id = answered(tx, town, Mode::Writing)?;
                let word: crate::WordId = tx.first("SELECT id FROM desk_word", &[])?.unwrap().get(0);
                let (pupil, ticket) = (Actor::load(tx, town.pupils[0], NOW)?, kept(tx, id)?);
                store::report(tx, &ticket, word, &pupil, town.id(), NOW)?;
                town.ask(tx, 1, -3)?;
                store::close_evening(tx, NOW.plus_minutes(300))?;
                let head = Actor::load(tx, town.head, NOW)?;
                let desk = store::desk_for(tx, &head, town.desk)?.unwrap();
                store::invite_school(tx, &desk, town.other.school)?;
                Ok(id)
            })
            .await;
        let pages = [
            format!("{board}/reglages"),
            "/bar/signalements".into(),
            "/bar/suivis".into(),
            format!("/bar/demande/{ticket}"),
        ];
        look(&evening, town.head, &pages).await;
        look(&evening, town.other.head, &["/bar/nouveau".into(), "/bar".into()]).await;
        evening
            .write(move |tx, town| {
                access::audit::record(tx, &town.chance, NOW, town.head, "ticket/open", ticket, "Une raison")
            })
            .await;
        look_at(&evening, town.head, &pages[3]).await;
    }
}

#[tokio::test]
async fn the_living_parts_ring_and_lead_to_the_page_when_it_has_changed() {
    for evening in Evening::both().await {
        let ticket = evening
            .write(|tx, town| {
                town.open(tx)?;
                answered(tx, town, Mode::Room)
            })
            .await;
        let town = &evening.town;
        let (board, page) = (format!("/bar/bureau/{}", town.desk), format!("/bar/demande/{ticket}"));
        let living = [
            (town.pupils[0], "/bar/moi".to_owned(), "/bar/moi?etat=claimed".to_owned()),
            (town.teachers[0], board.clone(), board.clone()),
            (town.teachers[0], page.clone(), format!("{page}?etat=claimed")),
        ];
        for lang in Lang::WHOLE {
            for (person, page, part) in &living {
                let mut browser = evening.of(*person).with("lang", lang);
                browser.get(&format!("{page}/flux")).await;
                assert_eq!(
                    (browser.status, browser.header("content-type")),
                    (200, Some("text/event-stream")),
                    "{page}"
                );
                browser.part(part).await;
                assert_eq!(browser.status, 200, "{part}: {browser:?}");
                assert!(!browser.text.contains("<html") && !browser.text.contains("[desk-"), "{part}: {browser:?}");
                assert!(browser.queries <= 10, "{part}: {}", browser.queries);
            }
        }
        for (person, page) in [(town.pupils[0], "/bar/moi"), (town.teachers[0], &*page)] {
            let mut browser = evening.of(person);
            browser.part(&format!("{page}?etat=waiting")).await;
            assert_eq!(browser.location.as_deref(), Some(page), "its frame is another: the whole page comes again");
        }
    }
}
