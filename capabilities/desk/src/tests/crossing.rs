//! Two different deeds at once: the desk closes for the evening while a teacher ends, and answers.
use super::town::{Evening, NOW, kept};
use crate::{DutyState, State, TicketId, store};
use directory::testing::acting;
use std::sync::Arc;
use web::testing::race;

/// What becomes of a ticket when the desk closes over it.
#[derive(Clone, Copy, PartialEq)]
enum Deed {
    /// The teacher says that the pupil has understood.
    End,
    /// The teacher answers.
    Say,
    /// The desk closes.
    Close,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_that_closes_loses_no_answer_and_leaves_nothing_that_was_ended() {
    for evening in Evening::both().await {
        let (name, claire) = (evening.name, evening.town.teachers[0]);
        // Claire helps four pupils, answered nobody yet, and has closed her duty.
        let tickets: Vec<TicketId> = evening
            .write(move |tx, town| {
                let duty = town.duty(tx, claire, (-30, 180), DutyState::Open, &[])?;
                let tickets = (0..4).map(|pupil| town.ask(tx, pupil, -10)).collect::<db::Result<Vec<_>>>()?;
                for ticket in &tickets {
                    town.claim(tx, 0, *ticket, -5)?;
                }
                let actor = acting(tx, claire)?;
                let duty = store::duty_of(tx, &actor, duty)?.unwrap();
                store::set_state(tx, &duty, DutyState::Closed, NOW)?;
                Ok(tickets)
            })
            .await;
        let deeds = [Deed::End, Deed::Close, Deed::Say, Deed::Close, Deed::End, Deed::Close, Deed::Say, Deed::Close];
        let mut pages = vec![];
        for ticket in &tickets {
            let mut page = evening.of(claire);
            page.get(&format!("/bar/demande/{ticket}")).await;
            pages.push(page);
        }
        let answers = race(8, |at| {
            let (mut page, db, ticket) = (pages[at / 2].clone(), evening.db.clone(), tickets[at / 2]);
            async move {
                let form = |what| format!("/bar/demande/{ticket}/{what}");
                match deeds[at] {
                    Deed::End => page.post(&form("clore"), &[("issue", "compris")]).await.status,
                    Deed::Say => page.post(&form("message"), &[("texte", "Combien de parts ?")]).await.status,
                    Deed::Close => db.write(|tx| store::close_evening(tx, NOW)).await.map(|_| 200).unwrap(),
                }
            }
        });
        let answers = answers.await;
        let sql =
            "SELECT outcome, (SELECT count(*) FROM desk_word w WHERE w.ticket_id = t.id AND w.author_id <> t.pupil_id),
                   (SELECT count(*) FROM notice n WHERE n.person_id = t.pupil_id) FROM desk_ticket t WHERE t.id = ?1";
        for (at, ticket) in tickets.iter().copied().enumerate() {
            let (state, row) = evening
                .write(move |tx, _| Ok((kept(tx, ticket)?.state, tx.first(sql, &db::params![ticket])?.unwrap())))
                .await;
            let (outcome, answers_kept, told): (Option<String>, i64, i64) = (row.get(0), row.get(1), row.get(2));
            let told_all = format!("{name}, {at}: {:?}, {state:?} {outcome:?} {answers_kept} {told}", answers[at * 2]);
            match (deeds[at * 2], answers[at * 2]) {
                // It was ended, and stays so; or the desk was quicker, and the team has it.
                (Deed::End, 303) => assert!(state == State::Done && outcome.is_some(), "{told_all}"),
                (Deed::End, 422) => assert!(state == State::FollowUp && outcome.is_none(), "{told_all}"),
                // It was answered in the evening; or afterwards, and the pupil is told of it.
                (Deed::Say, 303) if state == State::Done => assert_eq!((answers_kept, told), (1, 0), "{told_all}"),
                (Deed::Say, 303) => assert!(state == State::FollowUp && answers_kept == 1 && told == 1, "{told_all}"),
                _ => panic!("{told_all}"),
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_eight_demands_at_once_of_one_pupil_one_waits_and_of_eight_who_take_it_one_helps() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        evening.write(|tx, town| town.open(tx)).await;
        let mut ines = evening.of(town.pupils[0]);
        ines.get("/bar/demande?matiere=maths").await;
        let asked = race(8, |at| {
            let (mut page, once) = (ines.clone(), format!("page {at}"));
            async move {
                let fields = [("matiere", "maths"), ("mode", "ecrit"), ("bloque", "Exercice 12"), ("once", &*once)];
                page.post("/bar/demande", &fields).await.status
            }
        });
        let asked = asked.await;
        let sql = "SELECT id FROM desk_ticket WHERE state = 'waiting'";
        let tickets: Vec<TicketId> =
            evening.db.read(|tx| tx.query(sql, &[])).await.unwrap().iter().map(|row| row.get(0)).collect();
        assert_eq!(tickets.len(), 1, "{name}: {asked:?}");
        let ticket = tickets[0];
        let mut pages = vec![];
        for teacher in &town.teachers {
            let mut page = evening.of(*teacher);
            page.get(&format!("/bar/demande/{ticket}")).await;
            pages.push(page);
        }
        let taken = race(8, |at| {
            let (mut page, once) = (pages[at % 2].clone(), format!("page {at}"));
            async move { page.post(&format!("/bar/demande/{ticket}/prendre"), &[("once", &*once)]).await.status }
        });
        let taken = taken.await;
        let kept = evening.write(move |tx, _| kept(tx, ticket)).await;
        let helper = town.teachers.iter().position(|teacher| Some(*teacher) == kept.helper);
        let others = taken.iter().enumerate().filter(|(at, _)| Some(at % 2) != helper);
        assert!(kept.state == State::Claimed && helper.is_some(), "{name}: {kept:?}");
        assert!(others.map(|(_, status)| *status).all(|status| status == 422), "{name}: {taken:?}, {kept:?}");
    }
}
