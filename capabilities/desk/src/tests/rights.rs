//! Lists and single things open to the same people; counts have no names.
use super::town::{NOW, Town, both};
use crate::{
    Outcome,
    policy::{Decide, Follow, Help, Inspect, Join, Read, Resume, Serve},
    store,
};
use access::{Actor, Permission, visible};
use db::{Result, Tx};
use kernel::{Moment, PersonId};
use std::collections::BTreeSet;

fn everybody(town: &Town) -> Vec<PersonId> {
    let named = [
        town.other.pupils[0],
        town.other.teachers[0],
        town.vie_scolaire,
        town.referent,
        town.head,
        town.other.head,
        town.guardian,
        town.pilot,
    ];
    town.pupils.iter().chain(&town.teachers).chain(&named).copied().collect()
}

/// An evening where something was asked, helped, left and reported.
fn busy(tx: &mut Tx<'_>, town: &Town) -> Result<Vec<crate::TicketId>> {
    town.open(tx)?;
    let tickets = vec![town.ask(tx, 0, -30)?, town.ask(tx, 1, -20)?, town.ask(tx, 2, -10)?];
    town.claim(tx, 0, tickets[0], -25)?;
    let ticket = super::town::kept(tx, tickets[0])?;
    store::end(tx, &ticket, Outcome::Understood, None, NOW)?.unwrap();
    store::face(tx, &ticket, crate::Face::Good)?;
    store::close_evening(tx, NOW.plus_minutes(300))?;
    Ok(tickets)
}

fn same_tickets<P: Permission<crate::Ticket>>(tx: &mut Tx<'_>, actor: &Actor, all: &[crate::TicketId]) -> Result<()> {
    let seen = visible::<P, crate::Ticket>(actor, 1);
    let sql = format!("SELECT t.id FROM desk_ticket t WHERE {}", seen.sql);
    let listed: BTreeSet<crate::TicketId> = tx.query(&sql, &seen.params)?.iter().map(|row| row.get(0)).collect();
    let mut found = BTreeSet::new();
    for ticket in all {
        if store::find::<P>(tx, actor, *ticket)?.is_some() {
            found.insert(*ticket);
        }
    }
    assert_eq!(listed, found, "{} for {:?}", std::any::type_name::<P>(), actor.grants);
    Ok(())
}

fn same_desks<P: Permission<crate::Desk>>(tx: &mut Tx<'_>, actor: &Actor, desk: crate::DeskId) -> Result<()> {
    let seen = visible::<P, crate::Desk>(actor, 1);
    let sql = format!("SELECT s.desk_id FROM desk_school s WHERE s.accepted = 1 AND {}", seen.sql);
    let listed = !tx.query(&sql, &seen.params)?.is_empty();
    let found = store::desk_for::<P>(tx, actor, desk)?.is_some();
    assert_eq!(listed, found, "{} for {:?}", std::any::type_name::<P>(), actor.grants);
    Ok(())
}

#[tokio::test]
async fn a_list_holds_what_one_may_open_and_nothing_else() {
    for (_, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let tickets = busy(tx, &town)?;
            for person in everybody(&town) {
                let actor = Actor::load(tx, person, NOW)?;
                same_tickets::<Read>(tx, &actor, &tickets)?;
                same_tickets::<Follow>(tx, &actor, &tickets)?;
                same_tickets::<Help>(tx, &actor, &tickets)?;
                same_tickets::<Resume>(tx, &actor, &tickets)?;
                same_tickets::<Inspect>(tx, &actor, &tickets)?;
                same_desks::<Join>(tx, &actor, town.desk)?;
                same_desks::<Serve>(tx, &actor, town.desk)?;
                same_desks::<Decide>(tx, &actor, town.desk)?;
                let followups: BTreeSet<_> =
                    store::followups(tx, &actor, web::Pager::FIRST)?.iter().map(|line| line.ticket.id).collect();
                let mut resumed = BTreeSet::new();
                for ticket in &tickets[1..] {
                    if store::find::<Resume>(tx, &actor, *ticket)?.is_some() {
                        resumed.insert(*ticket);
                    }
                }
                assert_eq!(followups, resumed);
                let served = store::desks_served(tx, &actor)?.len();
                assert_eq!(served == 1, store::desk_for::<Serve>(tx, &actor, town.desk)?.is_some());
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn heads_count_their_school_and_the_pilot_all_of_them() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            busy(tx, &town)?;
            let since = NOW.evening();
            let mut counts = |person| {
                let actor = Actor::load(tx, person, NOW)?;
                store::counts(tx, &actor, since, web::Pager::FIRST)
            };
            for person in [town.head, town.referent, town.vie_scolaire, town.pilot] {
                let seen = counts(person)?;
                assert_eq!(seen.len(), 1, "{name}");
                let one = &seen[0];
                assert_eq!((one.school.0, one.evening.as_str()), (town.school, "2025-11-25"), "{name}");
                assert_eq!((one.asked, one.helped, one.withdrawn, one.left), (3, 1, 0, 2), "{name}");
                assert_eq!((one.good, one.faces, one.waited), (1, 1, 5), "{name}");
            }
            for person in [town.other.head, town.teachers[0], town.guardian, town.pupils[0]] {
                assert!(counts(person)?.is_empty(), "{name}");
            }
            let mut of = |person| {
                let actor = Actor::load(tx, person, NOW)?;
                store::of_school(tx, &actor, Moment(0), web::Pager::FIRST)
            };
            assert_eq!(of(town.head)?.len(), 3, "{name}");
            for person in [town.other.head, town.pilot, town.teachers[0], town.guardian] {
                assert!(of(person)?.is_empty(), "{name}: above the school nobody has a list of tickets");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_guardian_follows_without_the_thread() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let tickets = busy(tx, &town)?;
            let guardian = Actor::load(tx, town.guardian, NOW)?;
            let seen = store::of_child(tx, &guardian, NOW.plus_days(-1), web::Pager::whole())?;
            let ids: Vec<_> = seen.iter().map(|(ticket, ..)| ticket.id).collect();
            assert_eq!(ids, [tickets[0]], "{name}: her child's alone");
            let (ticket, helper, _) = &seen[0];
            assert_eq!((ticket.waited(NOW), ticket.lasted()), (5, Some(25)), "{name}");
            assert_eq!(helper.as_ref().map(|(given, _)| given.as_str()), Some("Claire"), "{name}");
            assert!(store::find::<Read>(tx, &guardian, tickets[0])?.is_none(), "{name}");
            assert!(store::find::<Follow>(tx, &guardian, tickets[1])?.is_none(), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_person_is_shown_what_is_kept_of_them_and_forgotten_on_demand() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let tickets = busy(tx, &town)?;
            let ticket = super::town::kept(tx, tickets[0])?;
            let (pupil, teacher) = (Actor::load(tx, town.pupils[0], NOW)?, Actor::load(tx, town.teachers[0], NOW)?);
            store::say(tx, &ticket, &pupil, town.id(), "Je bloque", NOW)?;
            store::say(tx, &ticket, &teacher, town.id(), "Bonsoir Inès", NOW)?;
            let why = "Inès dit qu’elle a été moquée";
            access::audit::record(tx, &town.chance, NOW, town.head, "ticket/open", tickets[0], why)?;
            let export = store::export(tx, town.pupils[0])?;
            let headings: Vec<_> = export.iter().map(|(heading, _)| heading.as_str()).collect();
            assert_eq!(headings, ["ticket", "word", "answer", "opened"], "{name}");
            store::erase(tx, town.pupils[0])?;
            assert_eq!(super::town::kept(tx, tickets[0])?.blocks, "", "{name}");
            let left = tx.query("SELECT text FROM desk_word UNION SELECT reason FROM audit", &[])?;
            assert!(left.iter().all(|row| row.text(0).is_empty()), "{name}: {left:?}");
            let trail = access::audit::since(tx, NOW)?;
            assert_eq!((trail.len(), trail[0].person), (1, town.head), "{name}: that it was opened stays");
            let head = Actor::load(tx, town.head, NOW)?;
            assert_eq!(
                store::counts(tx, &head, NOW.evening(), web::Pager::FIRST)?[0].asked,
                3,
                "{name}: counts stay right"
            );
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
