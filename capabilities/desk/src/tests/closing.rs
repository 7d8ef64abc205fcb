//! Closing time: nothing a child asked is dropped.
use super::town::{NOW, Town, both, kept};
use crate::{Call, DutyState, Mode, Outcome, State, Subject, policy::Help, store};
use access::Actor;
use db::params;

#[tokio::test]
async fn what_was_answered_is_done_and_the_rest_is_left_to_the_team() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.open(tx)?;
            let waiting = town.ask(tx, 0, -20)?;
            let answered = town.ask(tx, 1, -19)?;
            let silent = town.ask(tx, 2, -18)?;
            let called = town.ask_for(tx, 3, -17, Subject::French, Mode::Call)?;
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            for ticket in [answered, silent, called] {
                town.claim(tx, 0, ticket, -10)?;
            }
            let helped = store::find::<Help>(tx, &actor, answered)?.unwrap();
            store::say(tx, &helped, &actor, town.id(), "Combien de parts ?", NOW)?;
            // The pupil's own words are no answer.
            let pupil = Actor::load(tx, town.pupils[2], NOW)?;
            let ticket = kept(tx, silent)?;
            store::say(tx, &ticket, &pupil, town.id(), "Il y a quelqu’un ?", NOW)?;
            let helped = store::find::<Help>(tx, &actor, called)?.unwrap();
            store::call(tx, &helped, Call::Answered)?.unwrap();
            assert_eq!(store::close_evening(tx, NOW.plus_minutes(179))?, 0, "{name}: the desk is still held");
            // The last duty has run out: who is being helped has a quarter of an hour, who waits goes to the team.
            assert_eq!(store::close_evening(tx, NOW.plus_minutes(181))?, 1, "{name}");
            assert_eq!(kept(tx, waiting)?.state, State::FollowUp, "{name}");
            assert_eq!(kept(tx, answered)?.state, State::Claimed, "{name}");
            let end = NOW.plus_minutes(196);
            assert_eq!(store::close_evening(tx, end)?, 3, "{name}");
            assert_eq!(store::close_evening(tx, end)?, 0, "{name}: once");
            let states = [(answered, State::Done), (called, State::Done), (silent, State::FollowUp)];
            for (ticket, state) in states {
                let ticket = kept(tx, ticket)?;
                assert_eq!((ticket.state, ticket.ended_at), (state, Some(end)), "{name}");
            }
            let dropped = tx.first("SELECT count(*) FROM desk_ticket WHERE ended_at IS NULL", &[])?.unwrap();
            assert_eq!(dropped.get::<i64>(0), 0, "{name}: nothing is left hanging");
            let over = tx.query("SELECT state, closed_at, ends_at FROM desk_duty", &[])?;
            assert!(
                over.iter().all(|duty| duty.text(0) == "closed" && duty.get::<i64>(1) == duty.get::<i64>(2)),
                "{name}"
            );
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_desk_somebody_still_promised_tonight_is_not_closed() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.duty(tx, town.teachers[0], (-30, 10), DutyState::Open, &[])?;
            town.duty(tx, town.teachers[1], (60, 120), DutyState::Planned, &[])?;
            let tomorrow = 24 * 60;
            town.duty(tx, town.teachers[1], (tomorrow, tomorrow + 60), DutyState::Planned, &[])?;
            let ticket = town.ask(tx, 0, -5)?;
            assert_eq!(store::close_evening(tx, NOW.plus_minutes(11))?, 0, "{name}");
            assert_eq!(kept(tx, ticket)?.state, State::Waiting, "{name}");
            assert_eq!(store::close_evening(tx, NOW.plus_minutes(121))?, 1, "{name}: tomorrow's duty does not keep it");
            assert_eq!(kept(tx, ticket)?.state, State::FollowUp, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_duty_closed_by_hand_ends_at_once() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let id = town.duty(tx, town.teachers[0], (-30, 60), DutyState::Open, &[])?;
            let ticket = town.ask(tx, 0, -5)?;
            town.claim(tx, 0, ticket, -1)?;
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            let duty = store::duty_of(tx, &actor, id)?.unwrap();
            store::set_state(tx, &duty, DutyState::Closed, NOW)?;
            assert_eq!(store::close_evening(tx, NOW)?, 1, "{name}");
            assert_eq!(kept(tx, ticket)?.state, State::FollowUp, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn what_is_left_is_taken_up_once_by_the_team_of_the_school() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.open(tx)?;
            let left = town.ask(tx, 0, -20)?;
            let tomorrow = town.ask(tx, 1, -19)?;
            town.claim(tx, 0, tomorrow, -9)?;
            let ticket = kept(tx, tomorrow)?;
            store::end(tx, &ticket, Outcome::Tomorrow, None, NOW)?.unwrap();
            store::close_evening(tx, NOW.plus_minutes(300))?;
            for person in [town.teachers[1], town.head, town.vie_scolaire, town.referent] {
                let actor = Actor::load(tx, person, NOW)?;
                let lines: Vec<_> =
                    store::followups(tx, &actor, web::Pager::FIRST)?.iter().map(|line| line.ticket.id).collect();
                assert_eq!(lines, [left, tomorrow], "{name}");
            }
            for person in [town.other.head, town.other.teachers[0], town.pilot, town.guardian, town.pupils[0]] {
                let actor = Actor::load(tx, person, NOW)?;
                assert!(store::followups(tx, &actor, web::Pager::FIRST)?.is_empty(), "{name}");
            }
            let actor = Actor::load(tx, town.vie_scolaire, NOW)?;
            let ticket = store::find(tx, &actor, left)?.unwrap();
            store::follow(tx, &actor, &ticket, NOW)?.unwrap();
            assert!(store::follow(tx, &actor, &ticket, NOW)?.is_err(), "{name}: once");
            assert_eq!(store::followups(tx, &actor, web::Pager::FIRST)?.len(), 1, "{name}");
            let sql = "SELECT followed_by FROM desk_ticket WHERE id = ?1";
            let by: kernel::PersonId = tx.first(sql, &params![left])?.unwrap().get(0);
            assert_eq!(by, town.vie_scolaire, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_line_for_those_who_wait_is_for_its_evening() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.open(tx)?;
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            let said = |tx: &mut db::Tx<'_>| {
                let desk = store::desk_for::<crate::policy::Serve>(tx, &actor, town.desk)?.unwrap();
                Ok::<_, db::Error>((desk.announcement.clone(), desk))
            };
            let (_, desk) = said(tx)?;
            store::announce(tx, &desk, "Je reviens dans cinq minutes", NOW)?;
            store::close_evening(tx, NOW.plus_minutes(300))?;
            assert_eq!(said(tx)?.0, "Je reviens dans cinq minutes", "{name}: until the night is over");
            store::close_evening(tx, NOW.plus_days(1))?;
            assert_eq!(said(tx)?.0, "", "{name}: the next day it says nothing any more");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
