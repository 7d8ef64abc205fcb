//! A telephone number is shown to the one who helps, while the ticket is live, and is gone after.
use super::town::{NOW, Town, both, kept};
use crate::{Call, Mode, Outcome, Subject, TicketId, policy::Help, store};
use access::Actor;
use db::{Result, Tx, params};
use kernel::PersonId;

const NUMBER: &str = "06 39 98 00 01";

fn shown(tx: &mut Tx<'_>, ticket: TicketId, person: PersonId) -> Result<Option<String>> {
    let actor = Actor::load(tx, person, NOW)?;
    Ok(kept(tx, ticket)?.phone_for(&actor).map(str::to_owned))
}

/// Whether the number is anywhere in the row.
fn forgotten(tx: &mut Tx<'_>, ticket: TicketId) -> Result<bool> {
    let sql = "SELECT phone FROM desk_ticket WHERE id = ?1";
    Ok(tx.first(sql, &params![ticket])?.unwrap().get::<Option<String>>(0).is_none())
}

#[tokio::test]
async fn only_the_pupil_and_the_one_who_helps_see_it() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.open(tx)?;
            let ticket = town.ask_for(tx, 0, -5, Subject::Maths, Mode::Call)?;
            assert_eq!(shown(tx, ticket, town.pupils[0])?.as_deref(), Some(NUMBER), "{name}");
            for teacher in &town.teachers {
                assert_eq!(shown(tx, ticket, *teacher)?, None, "{name}: nobody helps yet");
            }
            town.claim(tx, 0, ticket, 0)?;
            assert_eq!(shown(tx, ticket, town.teachers[0])?.as_deref(), Some(NUMBER), "{name}");
            for other in [town.teachers[1], town.head, town.guardian, town.pupils[1], town.vie_scolaire] {
                assert_eq!(shown(tx, ticket, other)?, None, "{name}");
            }
            // Handed over, it follows the one who helps.
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            let helped = store::find::<Help>(tx, &actor, ticket)?.unwrap();
            store::hand_over(tx, &helped, town.teachers[1], NOW)?.unwrap();
            assert_eq!(shown(tx, ticket, town.teachers[0])?, None, "{name}");
            assert_eq!(shown(tx, ticket, town.teachers[1])?.as_deref(), Some(NUMBER), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn it_is_erased_however_the_ticket_ends() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.open(tx)?;
            let ended = town.ask_for(tx, 0, -9, Subject::Maths, Mode::Call)?;
            town.claim(tx, 0, ended, -8)?;
            let ticket = kept(tx, ended)?;
            store::end(tx, &ticket, Outcome::InClass, None, NOW)?.unwrap();
            let withdrawn = town.ask_for(tx, 1, -8, Subject::Maths, Mode::Call)?;
            let ticket = kept(tx, withdrawn)?;
            store::withdraw(tx, &ticket, NOW)?.unwrap();
            let left = town.ask_for(tx, 2, -7, Subject::Maths, Mode::Call)?;
            store::close_evening(tx, NOW.plus_minutes(300))?;
            for ticket in [ended, withdrawn, left] {
                assert!(forgotten(tx, ticket)?, "{name}");
                assert_eq!(shown(tx, ticket, town.teachers[0])?, None, "{name}");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_wrong_number_is_forgotten_and_the_pupil_may_give_another() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            town.open(tx)?;
            let id = town.ask_for(tx, 0, -9, Subject::Maths, Mode::Call)?;
            town.claim(tx, 0, id, -8)?;
            let actor = Actor::load(tx, town.teachers[0], NOW)?;
            let helped = store::find::<Help>(tx, &actor, id)?.unwrap();
            store::call(tx, &helped, Call::NoAnswer)?.unwrap();
            assert!(!forgotten(tx, id)?, "{name}: one may call again");
            store::call(tx, &helped, Call::WrongNumber)?.unwrap();
            assert!(forgotten(tx, id)?, "{name}");
            let pupil = Actor::load(tx, town.pupils[0], NOW)?;
            store::ask_again(tx, &pupil, "02 61 91 00 02")?.unwrap();
            let ticket = kept(tx, id)?;
            assert_eq!((ticket.phone_for(&actor), ticket.call), (Some("02 61 91 00 02"), None), "{name}");
            let other = Actor::load(tx, town.pupils[1], NOW)?;
            assert!(store::ask_again(tx, &other, NUMBER)?.is_err(), "{name}: who asked nothing gives no number");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
